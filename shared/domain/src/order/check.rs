//! The rules that every order must keep before it is stored, whichever shop it came from.
//!
//! The types say what an order is made of; these rules say how much of it, so
//! that no later code has to fear sums that overflow, values that no store
//! takes, or two lines of one name.

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::{
    Address, Amount, Contact, Customer, Document, Fee, Line, LineQuantity, MAX_FEES, MAX_LABELS,
    MAX_STREET_LINES, Marketplace, Order, Quantity, Refund, Role, Shipment, Status,
};
use crate::check::{FieldError, ensure, language};
use crate::file;
use crate::mail::Mailbox;
use crate::order::built_in;
use crate::storage::keys::OrderKey;
use crate::time::{Date, Timestamp};

/// The most lines of an order, and of a parcel.
pub const MAX_LINES: usize = 1000;
/// The most lines with a quantity that an order's parcels, or its refunds, have in all:
/// derived data grows with these, not with lines times parcels.
pub const MAX_LINE_QUANTITIES: usize = 2000;
/// The most parcels of an order.
pub const MAX_SHIPMENTS: usize = 200;
/// The most repayments of an order.
pub const MAX_REFUNDS: usize = 200;
/// The most documents of an order.
pub const MAX_DOCUMENTS: usize = 200;
/// The most further contacts of a customer.
pub const MAX_CONTACTS: usize = 20;
/// The longest identifier within an order, in characters.
pub const MAX_ID: usize = 100;
/// The longest other text, in characters.
pub const MAX_TEXT: usize = 500;
/// The longest link, in characters.
pub const MAX_URL: usize = 2000;
/// The largest amount or quantity. Sums of all of them stay far below the limit
/// of a decimal, where adding would trap.
pub const MAX_NUMBER: Decimal = Decimal::from_parts(3_567_587_328, 232, 0, false, 0);

impl Order {
    /// Checks the rules that the types alone do not express: lengths, ranges, and unique ids.
    ///
    /// # Errors
    /// Returns the first field that breaks a rule.
    pub fn check(&self) -> Result<(), FieldError> {
        // Any shop's name will do: only the order's id is in question.
        OrderKey::new("any", &self.id).map_err(|error| field_error("id", error.to_string()))?;
        check_id("id", &self.id)?;
        check_text("number", self.number.as_deref(), MAX_ID)?;
        check_text("reference", self.reference.as_deref(), MAX_ID)?;
        if let Some(marketplace) = &self.marketplace {
            let Marketplace { name, order, user } = marketplace;
            check_text("marketplace.name", name.as_deref(), MAX_ID)?;
            check_text("marketplace.order", order.as_deref(), MAX_ID)?;
            check_text("marketplace.user", user.as_deref(), MAX_ID)?;
        }
        if let Some(whole) = &self.part_of {
            check_id("part_of", whole)?;
        }
        status(&self.status)?;
        ensure("currency", is_currency(&self.currency), || {
            "must be three capital letters (ISO 4217), or 3 to 10 capital letters and digits"
                .to_owned()
        })?;
        check_moment("placed_at", self.placed_at)?;
        check_moment("cancelled_at", self.cancelled_at)?;
        check_day("expected_on", self.expected_on)?;
        self.customer.check("customer")?;
        address("delivery_address", self.delivery_address.as_ref())?;
        address("billing_address", self.billing_address.as_ref())?;
        list("lines", &self.lines, MAX_LINES, |line| &line.id, check_line)?;
        list(
            "shipments",
            &self.shipments,
            MAX_SHIPMENTS,
            |shipment| &shipment.id,
            check_shipment,
        )?;
        list(
            "refunds",
            &self.refunds,
            MAX_REFUNDS,
            |refund| &refund.id,
            check_refund,
        )?;
        contents(
            "shipments",
            self.shipments.iter().map(|parcel| &parcel.lines),
        )?;
        contents("refunds", self.refunds.iter().map(|refund| &refund.lines))?;
        list(
            "documents",
            &self.documents,
            MAX_DOCUMENTS,
            |document| &document.id,
            check_document,
        )?;
        let totals = &self.totals;
        check_amount("totals.items", totals.items)?;
        check_amount("totals.discount", totals.discount)?;
        check_amount("totals.shipping", totals.shipping)?;
        check_amount("totals.tax", totals.tax)?;
        check_fees(&totals.fees)?;
        check_amount("totals.total", totals.total)?;
        if let Some(payment) = &self.payment {
            check_text("payment.method", payment.method.as_deref(), MAX_TEXT)?;
            check_moment("payment.paid_at", payment.paid_at)?;
            check_day("payment.due_on", payment.due_on)?;
        }
        check_text("message", self.message.as_deref(), MAX_TEXT)?;
        link("reorder_url", self.reorder_url.as_deref())
    }
}

/// Checks that a moment is plausible.
///
/// # Errors
/// When it lies in a year in which no order's date lies.
pub fn check_moment(path: &str, at: Option<Timestamp>) -> Result<(), FieldError> {
    ensure(path, at.is_none_or(Timestamp::is_likely), unlikely)
}

/// Checks that a day is plausible.
///
/// # Errors
/// When it lies in a year in which no order's date lies.
pub fn check_day(path: &str, day: Option<Date>) -> Result<(), FieldError> {
    ensure(path, day.is_none_or(Date::is_likely), unlikely)
}

fn unlikely() -> String {
    "must lie in the years 1970 to 2200: leave out a date that is not known".to_owned()
}

/// Tells whether an order may have this currency: an ISO 4217 code, or a code
/// that is written like one, such as `USDT`.
#[must_use]
pub fn is_currency(code: &str) -> bool {
    let fits = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit();
    (3..=10).contains(&code.len())
        && code.starts_with(|c: char| c.is_ascii_uppercase())
        && code.bytes().all(fits)
}

fn check_fees(fees: &[Fee]) -> Result<(), FieldError> {
    ensure("totals.fees", fees.len() <= MAX_FEES, || {
        format!("must have at most {MAX_FEES} members")
    })?;
    for (index, fee) in fees.iter().enumerate() {
        let path = format!("totals.fees[{index}]");
        check_text(&format!("{path}.name"), fee.name.as_deref(), MAX_TEXT)?;
        check_amount(&format!("{path}.amount"), Some(fee.amount))?;
    }
    Ok(())
}

fn status(status: &Status) -> Result<(), FieldError> {
    check_id("status.code", &status.code)?;
    check_text("status.label", status.label.as_deref(), MAX_TEXT)?;
    ensure("status.labels", status.labels.len() <= MAX_LABELS, || {
        format!("must have at most {MAX_LABELS} members")
    })?;
    for (tag, words) in &status.labels {
        let path = format!("status.labels.{tag}");
        language(&path, tag)?;
        check_text(&path, Some(words), MAX_TEXT)?;
    }
    // A built-in status has the same meaning and words in every shop.
    let Some(stage) = built_in(&status.code) else {
        return Ok(());
    };
    let code = &status.code;
    ensure("status.stage", status.stage == stage, || {
        let stage = serde_json::to_string(&stage).unwrap_or_default();
        format!("must be {stage}, as the status {code} is built in: send another code")
    })?;
    for (path, is_left_out) in [
        ("status.label", status.label.is_none()),
        ("status.labels", status.labels.is_empty()),
    ] {
        ensure(path, is_left_out, || {
            format!("must be left out, as the status {code} is built in: send another code")
        })?;
    }
    Ok(())
}

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

fn address(path: &str, address: Option<&Address>) -> Result<(), FieldError> {
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

fn check_line(path: &str, line: &Line) -> Result<(), FieldError> {
    check_text(&format!("{path}.sku"), line.sku.as_deref(), MAX_ID)?;
    check_text(&format!("{path}.name"), Some(&line.name), MAX_TEXT)?;
    link(&format!("{path}.picture_url"), line.picture_url.as_deref())?;
    quantity(&format!("{path}.quantity"), Some(line.quantity))?;
    quantity(&format!("{path}.delivered"), line.delivered)?;
    quantity(&format!("{path}.cancelled"), line.cancelled)?;
    quantity(&format!("{path}.invoiced"), line.invoiced)?;
    quantity(&format!("{path}.credited"), line.credited)?;
    quantity(&format!("{path}.returned"), line.returned)?;
    quantity(&format!("{path}.stock"), line.stock)?;
    check_day(&format!("{path}.expected_on"), line.expected_on)?;
    check_amount(&format!("{path}.total"), line.total)
}

fn check_shipment(path: &str, shipment: &Shipment) -> Result<(), FieldError> {
    check_text(
        &format!("{path}.carrier"),
        shipment.carrier.as_deref(),
        MAX_TEXT,
    )?;
    check_text(
        &format!("{path}.tracking_number"),
        shipment.tracking_number.as_deref(),
        MAX_ID,
    )?;
    let url = shipment.tracking_url.as_deref();
    link(&format!("{path}.tracking_url"), url)?;
    check_moment(&format!("{path}.shipped_at"), shipment.shipped_at)?;
    line_quantities(path, &shipment.lines)
}

fn line_quantities(path: &str, lines: &[LineQuantity]) -> Result<(), FieldError> {
    let path = format!("{path}.lines");
    if lines.len() > MAX_LINES {
        return Err(field_error(
            &path,
            format!("must have at most {MAX_LINES} members"),
        ));
    }
    for (index, line) in lines.iter().enumerate() {
        check_id(&format!("{path}[{index}].line"), &line.line)?;
        quantity(&format!("{path}[{index}].quantity"), Some(line.quantity))?;
    }
    Ok(())
}

/// Checks the number of lines that the members of a list holds in all.
pub(super) fn contents<'a>(
    name: &str,
    all: impl Iterator<Item = &'a Vec<LineQuantity>>,
) -> Result<(), FieldError> {
    let held: usize = all.map(Vec::len).sum();
    ensure(name, held <= MAX_LINE_QUANTITIES, || {
        format!("must have at most {MAX_LINE_QUANTITIES} members of `lines` in all")
    })
}

fn check_refund(path: &str, refund: &Refund) -> Result<(), FieldError> {
    number(&format!("{path}.amount"), refund.amount.0, Decimal::ZERO)?;
    check_text(
        &format!("{path}.reason"),
        refund.reason.as_deref(),
        MAX_TEXT,
    )?;
    line_quantities(path, &refund.lines)
}

fn check_document(path: &str, document: &Document) -> Result<(), FieldError> {
    check_text(
        &format!("{path}.number"),
        document.number.as_deref(),
        MAX_ID,
    )?;
    check_amount(&format!("{path}.total"), document.total)?;
    check_moment(&format!("{path}.issued_at"), document.issued_at)?;
    if let Some(name) = document.name.as_deref() {
        let fits = file::is_name(name);
        ensure(&format!("{path}.name"), fits, || {
            let most = file::MAX_NAME;
            format!("must be a file's name of 1 to {most} characters, without slashes")
        })?;
    }
    let url = format!("{path}.url");
    link(&url, document.url.as_deref())?;
    ensure(
        &url,
        document.url.as_deref().is_none_or(Document::is_url),
        || "must have a host of its own name, and no port and no user".to_owned(),
    )?;
    ensure(&format!("{path}.file"), document.file.is_none(), || {
        "is for Wismo alone to say: send content".to_owned()
    })?;
    let Some(content) = &document.content else {
        return Ok(());
    };
    let at = format!("{path}.content");
    ensure(&at, document.url.is_none(), || {
        "must stand without url: send one of them".to_owned()
    })?;
    let most = file::MAX_FILE_BYTES;
    ensure(&at, (1..=most).contains(&content.0.len()), || {
        format!("must be 1 to {most} bytes, once decoded: send what is larger as url")
    })?;
    ensure(
        &format!("{path}.media_type"),
        document.media_type.is_some(),
        || "must say what content is".to_owned(),
    )
}

fn link(path: &str, url: Option<&str>) -> Result<(), FieldError> {
    check_text(path, url, MAX_URL)?;
    let is_link = |url: &str| url.starts_with("https://") && !url.contains(char::is_whitespace);
    ensure(path, url.is_none_or(is_link), || {
        "must be an https:// link without spaces".to_owned()
    })
}

/// Checks a list's length, the uniqueness of its ids, and each of its members.
fn list<T>(
    name: &str,
    members: &[T],
    most: usize,
    id_of: impl Fn(&T) -> &str,
    check: impl Fn(&str, &T) -> Result<(), FieldError>,
) -> Result<(), FieldError> {
    if members.len() > most {
        return Err(field_error(
            name,
            format!("must have at most {most} members"),
        ));
    }
    let mut ids = HashSet::with_capacity(members.len());
    for (index, member) in members.iter().enumerate() {
        let path = format!("{name}[{index}]");
        check_id(&format!("{path}.id"), id_of(member))?;
        if !ids.insert(id_of(member)) {
            return Err(field_error(
                &format!("{path}.id"),
                "occurs twice in the list",
            ));
        }
        check(&path, member)?;
    }
    Ok(())
}

/// Checks an identifier: 1 to [`MAX_ID`] characters, none of them a control character.
///
/// # Errors
/// When it breaks this rule.
pub fn check_id(path: &str, value: &str) -> Result<(), FieldError> {
    if value.is_empty() {
        return Err(field_error(path, "must not be empty"));
    }
    check_text(path, Some(value), MAX_ID)
}

/// Checks a text. Control characters are refused everywhere, as texts end up in mail headers.
pub(crate) fn check_text(path: &str, value: Option<&str>, most: usize) -> Result<(), FieldError> {
    let value = value.unwrap_or_default();
    if value.chars().count() > most {
        return Err(field_error(
            path,
            format!("must have at most {most} characters"),
        ));
    }
    if value.contains(char::is_control) {
        return Err(field_error(
            path,
            "must not have control characters, such as line breaks",
        ));
    }
    Ok(())
}

fn quantity(path: &str, value: Option<Quantity>) -> Result<(), FieldError> {
    value.map_or(Ok(()), |value| number(path, value.0, Decimal::ZERO))
}

/// Checks the range of an amount, which may be negative.
pub(crate) fn check_amount(path: &str, value: Option<Amount>) -> Result<(), FieldError> {
    value.map_or(Ok(()), |value| number(path, value.0, -MAX_NUMBER))
}

fn number(path: &str, value: Decimal, least: Decimal) -> Result<(), FieldError> {
    if value < least || value > MAX_NUMBER {
        return Err(field_error(
            path,
            format!("must be from {least} to {MAX_NUMBER}"),
        ));
    }
    Ok(())
}

fn field_error(path: &str, reason: impl Into<String>) -> FieldError {
    FieldError {
        path: path.to_owned(),
        reason: reason.into(),
    }
}
