//! Values as shops write them: numbers as strings and strings as numbers, and an
//! empty string, `null` or `false` for nothing.

use std::fmt;
use std::marker::PhantomData;

use rust_decimal::Decimal;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Number, Value};
use wismo_domain::order::{Amount, MAX_NUMBER, Quantity};
use wismo_domain::time::Timestamp;

use super::number::decimal;
use super::text::{line, short};
use super::tidy::since_2000;

/// Text, or `None`.
pub(super) fn text<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    text_of(&Value::deserialize(from)?)
        .map_err(|kind| D::Error::custom(format_args!("is {kind}, expected text")))
}

/// Text, or `None`, from a value that is read already.
pub(super) fn text_of(value: &Value) -> Result<Option<String>, &'static str> {
    let text = match value {
        Value::Null | Value::Bool(_) => String::new(),
        Value::Number(number) => digits(number).ok_or("a number too large to be exact")?,
        Value::String(text) => text.trim().to_owned(),
        Value::Array(_) => return Err("a list"),
        Value::Object(_) => return Err("an object"),
    };
    Ok(Some(text).filter(|text| !text.is_empty()))
}

/// The digits of a number as it was meant: without decimals if it is whole.
/// `None` if a float cannot hold them all.
fn digits(number: &Number) -> Option<String> {
    let Some(float) = number.as_f64().filter(|_| number.is_f64()) else {
        return Some(number.to_string());
    };
    // Up to 2^53, a float holds every whole number.
    let is_exact = float.abs() < 9_007_199_254_740_992.0;
    let whole = is_exact && float.fract() == 0.0;
    let text = if whole {
        format!("{float:.0}")
    } else {
        number.to_string()
    };
    (is_exact && !text.contains('e')).then_some(text)
}

/// A moment; one that cannot be read, or is implausible, counts as not given.
pub(super) fn moment(text: &str) -> Option<Timestamp> {
    text.parse()
        .ok()
        .and_then(Timestamp::likely)
        .and_then(since_2000)
}

/// The number of an order, as its decimal digits.
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

/// The id of a thing within an order; empty if it has none.
pub(super) fn part_id<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let text = text(from)?.unwrap_or_default();
    Ok(short(line(&text)))
}

/// The number of a thing, or `None`, as for WooCommerce's 0.
pub(super) fn no_id<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(text(from)?.filter(|text| text != "0"))
}

/// Yes or no, in any of the ways to write them, or `None`.
pub(super) fn flag<'de, D: Deserializer<'de>>(from: D) -> Result<Option<bool>, D::Error> {
    let value = Value::deserialize(from)?;
    if let Value::Bool(flag) = value {
        return Ok(Some(flag));
    }
    let text = text_of(&value).map_err(D::Error::custom)?;
    match text.as_deref().map(str::to_ascii_lowercase).as_deref() {
        None => Ok(None),
        Some("1" | "true" | "yes") => Ok(Some(true)),
        Some("0" | "false" | "no") => Ok(Some(false)),
        Some(_) => Err(D::Error::custom("is neither true nor false")),
    }
}

/// An amount, or `None`, from a value that is read already.
pub(super) fn amount_of(value: &Value) -> Option<Amount> {
    Amount::deserialize(value).ok()
}

/// An amount, or `None`.
pub(super) fn amount<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Amount>, D::Error> {
    Ok(number(from)?.map(Amount))
}

/// A quantity, or `None`.
pub(super) fn quantity<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Quantity>, D::Error> {
    Ok(number(from)?.map(Quantity))
}

/// A quantity, or `None`, from a value that is read already.
pub(super) fn quantity_of(value: &Value) -> Option<Quantity> {
    quantity(value).ok().flatten()
}

/// A quantity; one if none is given.
pub(super) fn quantity_or_one<'de, D: Deserializer<'de>>(from: D) -> Result<Quantity, D::Error> {
    Ok(quantity(from)?.unwrap_or_else(one))
}

/// Notes that a field is there, whatever it holds.
pub(super) fn is_there<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
    IgnoredAny::deserialize(from).map(|_| true)
}

/// One: the quantity of anything that is given without one.
pub(super) fn one() -> Quantity {
    Quantity::from(1)
}

fn number<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Decimal>, D::Error> {
    let value = Value::deserialize(from)?;
    let number = match &value {
        Value::Null | Value::Bool(false) => return Ok(None),
        Value::String(text) if text.trim().is_empty() => return Ok(None),
        Value::String(text) => decimal(text),
        Value::Number(_) => Amount::deserialize(&value).ok().map(|amount| amount.0),
        Value::Bool(true) | Value::Array(_) | Value::Object(_) => None,
    };
    // A number that no order may hold is dropped here, under its own path.
    let held = number.filter(|number| number.abs() <= MAX_NUMBER);
    let odd = || D::Error::custom("is not a plausible number");
    held.map(Some).ok_or_else(odd)
}

/// Texts, each in its place, or `None`. A single text is a list of one; a member
/// that is not text is `None`.
pub(super) fn texts<'de, D>(from: D) -> Result<Option<Vec<Option<String>>>, D::Error>
where
    D: Deserializer<'de>,
{
    let text = |value: &Value| text_of(value).ok().flatten();
    match Value::deserialize(from)? {
        Value::Array(members) => Ok(Some(members.iter().map(text).collect())),
        Value::Object(_) => Err(D::Error::custom("is an object, expected a list")),
        alone @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => {
            Ok(text(&alone).map(|alone| vec![Some(alone)]))
        }
    }
}

/// A list, or `None`; members that are null are left out. An object in place
/// of a list is read as a list of its members.
pub(super) fn list<'de, D, T>(from: D) -> Result<Option<Vec<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    from.deserialize_any(List(PhantomData))
}

/// A list; empty if there is none.
pub(super) fn members<'de, D, T>(from: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Ok(list(from)?.unwrap_or_default())
}

struct List<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for List<T> {
    type Value = Option<Vec<T>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = seq.next_element::<Option<T>>()? {
            members.extend(member);
        }
        Ok(Some(members))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some((_, member)) = map.next_entry::<String, Option<T>>()? {
            members.extend(member);
        }
        Ok(Some(members))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Self::Value, E> {
        nothing(!flag, &self)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        nothing(text.trim().is_empty(), &self)
    }
}

/// An object, or `None`, which PHP writes as an empty list.
pub(super) fn object<'de, D, T>(from: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    from.deserialize_any(Object(PhantomData))
}

struct Object<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Object<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(Some)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let first = seq.next_element::<IgnoredAny>()?;
        nothing(first.is_none(), &self)
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Self::Value, E> {
        nothing(!flag, &self)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        nothing(text.trim().is_empty(), &self)
    }
}

/// `None` if nothing is meant, otherwise the fault.
fn nothing<'de, T, E: Error>(is_meant: bool, expected: &impl Visitor<'de>) -> Result<Option<T>, E> {
    let odd = || E::invalid_type(Unexpected::Other("a value of the wrong type"), expected);
    is_meant.then_some(None).ok_or_else(odd)
}
