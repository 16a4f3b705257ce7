//! Single values: identifiers, texts, links, numbers and dates; and lists of what has an id.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::{MAX_ID, MAX_NUMBER, MAX_URL};
use crate::check::{FieldError, ensure};
use crate::order::{Amount, Quantity};
use crate::time::{Date, Timestamp};

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

pub(super) fn link(path: &str, url: Option<&str>) -> Result<(), FieldError> {
    check_text(path, url, MAX_URL)?;
    let is_link = |url: &str| url.starts_with("https://") && !url.contains(char::is_whitespace);
    ensure(path, url.is_none_or(is_link), || {
        "must be an https:// link without spaces".to_owned()
    })
}

/// Checks a list's length, the uniqueness of its ids, and each of its members.
pub(super) fn list<T>(
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

pub(super) fn quantity(path: &str, value: Option<Quantity>) -> Result<(), FieldError> {
    value.map_or(Ok(()), |value| number(path, value.0, Decimal::ZERO))
}

/// Checks the range of an amount, which may be negative.
pub(crate) fn check_amount(path: &str, value: Option<Amount>) -> Result<(), FieldError> {
    value.map_or(Ok(()), |value| number(path, value.0, -MAX_NUMBER))
}

pub(super) fn number(path: &str, value: Decimal, least: Decimal) -> Result<(), FieldError> {
    if value < least || value > MAX_NUMBER {
        return Err(field_error(
            path,
            format!("must be from {least} to {MAX_NUMBER}"),
        ));
    }
    Ok(())
}

pub(super) fn field_error(path: &str, reason: impl Into<String>) -> FieldError {
    FieldError {
        path: path.to_owned(),
        reason: reason.into(),
    }
}
