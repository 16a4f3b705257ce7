//! The customer, and the addresses.

use super::values::{check_text, field_error};
use super::{MAX_CONTACTS, MAX_ID, MAX_TEXT};
use crate::check::{FieldError, ensure};
use crate::mail::Mailbox;
use crate::order::{Address, Contact, Customer, MAX_STREET_LINES, Role};

impl Customer {
    /// Checks the rules that the types alone do not express; `under` is the
    /// path of the customer.
    ///
    /// # Errors
    /// Returns the first field that breaks a rule.
    pub fn check(&self, under: &str) -> Result<(), FieldError> {
        let at = |name: &str| {
            if under.is_empty() {
                name.to_owned()
            } else {
                format!("{under}.{name}")
            }
        };
        check_text(&at("id"), self.id.as_deref(), MAX_ID)?;
        check_text(&at("name"), self.name.as_deref(), MAX_TEXT)?;
        check_text(&at("email"), self.email.as_deref(), MAX_TEXT)?;
        check_text(&at("phone"), self.phone.as_deref(), MAX_ID)?;
        check_text(&at("locale"), self.locale.as_deref(), MAX_ID)?;
        check_text(&at("group"), self.group.as_deref(), MAX_ID)?;
        if self.contacts.len() > MAX_CONTACTS {
            return Err(field_error(
                &at("contacts"),
                format!("must have at most {MAX_CONTACTS} members"),
            ));
        }
        for (index, contact) in self.contacts.iter().enumerate() {
            check_contact(&at(&format!("contacts[{index}]")), contact)?;
        }
        Ok(())
    }
}

fn check_contact(path: &str, contact: &Contact) -> Result<(), FieldError> {
    if contact.role == Role::Customer {
        return Err(field_error(
            &format!("{path}.role"),
            "must be admin, billing or delivery",
        ));
    }
    check_text(&format!("{path}.name"), contact.name.as_deref(), MAX_TEXT)?;
    let at = format!("{path}.email");
    check_text(&at, Some(&contact.email), MAX_TEXT)?;
    Mailbox::new("", &contact.email)
        .map(drop)
        .map_err(|error| field_error(&at, error.to_string()))
}

pub(super) fn address(path: &str, address: Option<&Address>) -> Result<(), FieldError> {
    let Some(address) = address else {
        return Ok(());
    };
    let at = |field: &str| format!("{path}.{field}");
    check_text(&at("name"), address.name.as_deref(), MAX_TEXT)?;
    check_text(&at("company"), address.company.as_deref(), MAX_TEXT)?;
    let street = &address.street;
    ensure(&at("street"), street.len() <= MAX_STREET_LINES, || {
        format!("must have at most {MAX_STREET_LINES} members")
    })?;
    for (index, line) in street.iter().enumerate() {
        check_text(&at(&format!("street[{index}]")), Some(line), MAX_TEXT)?;
    }
    check_text(&at("postcode"), address.postcode.as_deref(), MAX_ID)?;
    check_text(&at("city"), address.city.as_deref(), MAX_TEXT)?;
    check_text(&at("region"), address.region.as_deref(), MAX_TEXT)?;
    let country = address.country.as_deref();
    ensure(
        &at("country"),
        country.is_none_or(Address::is_country),
        || "must be two capital letters (ISO 3166-1 alpha-2)".to_owned(),
    )
}
