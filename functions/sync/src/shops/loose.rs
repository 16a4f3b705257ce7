//! Values as shops write them: numbers as strings and strings as numbers, and an
//! empty string, `null` or `false` where there is nothing.

use serde::{Deserialize, Deserializer, de::Error};
use serde_json::Value;
use wismo_domain::order::Amount;
use wismo_domain::time::Timestamp;

/// Text, or none.
pub(super) fn text<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    text_of(&Value::deserialize(from)?)
        .map_err(|kind| D::Error::custom(format_args!("is {kind}, expected text")))
}

/// Text, or none, of a value that stands among others.
pub(super) fn text_of(value: &Value) -> Result<Option<String>, &'static str> {
    let text = match value {
        Value::Null | Value::Bool(_) => String::new(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.trim().to_owned(),
        Value::Array(_) => return Err("a list"),
        Value::Object(_) => return Err("an object"),
    };
    Ok(Some(text).filter(|text| !text.is_empty()))
}

/// A moment; what cannot be read, or cannot be meant, was not told.
pub(super) fn moment(text: &str) -> Option<Timestamp> {
    text.parse().ok().and_then(Timestamp::likely)
}

/// The number of a thing, as its decimal digits.
pub(super) fn id<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let text = text_of(&Value::deserialize(from)?)
        .ok()
        .flatten()
        .unwrap_or_default();
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(D::Error::custom("is not a whole number"));
    }
    Ok(text)
}

/// The number of a thing, or none; WooCommerce's 0 is none.
pub(super) fn no_id<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(text(from)?.filter(|text| text != "0"))
}

/// An amount, or none, of a value that stands among others.
pub(super) fn amount_of(value: &Value) -> Option<Amount> {
    Amount::deserialize(value).ok()
}

/// An amount, or none.
pub(super) fn amount<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Amount>, D::Error> {
    let value = Value::deserialize(from)?;
    let nothing = value == Value::Null
        || value == Value::Bool(false)
        || value.as_str().is_some_and(|text| text.trim().is_empty());
    if nothing {
        return Ok(None);
    }
    Amount::deserialize(value)
        .map(Some)
        .map_err(D::Error::custom)
}
