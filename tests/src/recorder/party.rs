//! Mailboxes as objects of an address and a name.

use serde_json::Value;

use super::address;
use super::form::Form;

/// The names that an API gives to the address and the name.
pub(super) type Keys = [&'static str; 2];

pub(super) const LOWER: Keys = ["email", "name"];
pub(super) const CAPITAL: Keys = ["Email", "Name"];

/// A mailbox: `Name <address>`.
pub(super) fn one(value: &Value, [email, name]: Keys) -> Result<String, String> {
    let form = Form::of(value, &[email, name])?;
    let (email, name) = (form.required(email)?, form.text(name)?);
    if email.contains(['<', ',']) || address::count(email)? != 1 {
        return Err(format!("{email:?} is no address alone"));
    }
    if name.chars().any(char::is_control) {
        return Err("a name has control characters".to_owned());
    }
    Ok(match name {
        "" => email.to_owned(),
        name => format!("{name} <{email}>"),
    })
}

/// A field with a mailbox that must be there.
pub(super) fn required(form: &Form<'_>, field: &str, keys: Keys) -> Result<String, String> {
    let party = optional(form, field, keys)?;
    party.ok_or_else(|| format!("{field} is missing"))
}

/// A field with a mailbox.
pub(super) fn optional(form: &Form<'_>, field: &str, keys: Keys) -> Result<Option<String>, String> {
    let party = form.get(field).map(|value| one(value, keys)).transpose();
    party.map_err(|why| format!("{field}: {why}"))
}

/// A field with mailboxes, separated by commas; at least one if it is there.
pub(super) fn list(form: &Form<'_>, field: &str, keys: Keys) -> Result<Option<String>, String> {
    let list = form.list(field)?;
    if list.is_empty() {
        let is_there = form.get(field).is_some();
        return if is_there {
            Err(format!("{field} is empty"))
        } else {
            Ok(None)
        };
    }
    let parties: Result<Vec<_>, _> = list.iter().map(|value| one(value, keys)).collect();
    let parties = parties.map_err(|why| format!("{field}: {why}"))?;
    Ok(Some(parties.join(", ")))
}

/// Checks that these fields together hold at most so many mailboxes, none of them twice.
pub(super) fn at_most(
    form: &Form<'_>,
    fields: &[&str],
    [email, _]: Keys,
    most: usize,
) -> Result<(), String> {
    let mut all: Vec<String> = Vec::new();
    for field in fields {
        for party in form.list(field)? {
            let address = party.get(email).and_then(Value::as_str);
            let address = address.unwrap_or_default().to_ascii_lowercase();
            if all.contains(&address) {
                return Err("a recipient is there twice".to_owned());
            }
            all.push(address);
        }
    }
    match all.len() {
        count if count > most => Err(format!("there are {count} recipients")),
        _ => Ok(()),
    }
}
