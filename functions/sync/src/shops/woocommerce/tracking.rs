//! Parcels, as plugins keep them: most in an order's `meta_data`, some with its
//! lines, one in a list of its own. (The same number twice, and several numbers
//! in one field, are handled in `tidy` for all platforms.)

mod labels;
mod line_items;
mod my_parcel;
mod shipment_tracking;
mod shiptastic;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;
use serde_json::Value;
use wismo_domain::order::{
    LineQuantity, MAX_LINES, MAX_SHIPMENTS, MAX_TEXT, Quantity, Shipment, ShipmentState,
};
use wismo_domain::time::zone::TimeZone;

use super::payload::{LineItem, Payload};
use crate::shops::dropped::lists;
use crate::shops::json;
use crate::shops::loose::text_of;
use crate::shops::text::{plain, plain_or_none, short};

/// Every parcel that a plugin has entered, each number once.
pub(super) fn shipments(payload: &Payload, zone: &TimeZone) -> Vec<Shipment> {
    let kept = shipment_tracking::parcels(payload, zone)
        .chain(shiptastic::parcels(payload, zone))
        .chain(my_parcel::parcels(payload))
        .chain(line_items::parcels(payload))
        .chain(labels::parcels(payload));
    let unused = labels::unused(payload);
    let mut known: HashSet<(String, Option<String>)> = HashSet::new();
    let mut ids = HashSet::new();
    kept.filter(|parcel| !unused.contains(&parcel.tracking_number))
        // One more than an order holds, so that this is noted.
        .take(MAX_SHIPMENTS + 1)
        .filter(|parcel| known.insert((parcel.id.clone(), parcel.tracking_number.clone())))
        .map(|mut parcel| {
            // Another number means another parcel, whatever its id.
            if !ids.insert(parcel.id.clone()) {
                let number = parcel.tracking_number.as_deref().unwrap_or_default();
                parcel.id = short(format!("{}-{number}", parcel.id));
            }
            parcel
        })
        .collect()
}

/// The quantity that has left of each line, by the line's id.
pub(super) struct Sent(HashMap<String, Decimal>);

impl Sent {
    /// Adds up the contents of the parcels that have left; `None` if one of them
    /// does not give its contents, or none has left.
    pub(super) fn of(shipments: &[Shipment]) -> Option<Self> {
        let has_left = |state| matches!(state, ShipmentState::Sent | ShipmentState::Delivered);
        let mut sent: HashMap<String, Decimal> = HashMap::new();
        for parcel in shipments.iter().filter(|parcel| has_left(parcel.state)) {
            if parcel.lines.is_empty() {
                return None;
            }
            for line_quantity in &parcel.lines {
                let sum = sent.entry(line_quantity.line.clone()).or_default();
                *sum = sum.saturating_add(line_quantity.quantity.0);
            }
        }
        (!sent.is_empty()).then_some(Self(sent))
    }

    /// The quantity of a line that has left, never more than was ordered. A bundle
    /// that is in no parcel itself has left when all its parts have.
    pub(super) fn of_line(&self, payload: &Payload, line: &LineItem) -> Quantity {
        let sent = |line: &LineItem| {
            let sent = self.0.get(&line.id).copied().unwrap_or_default();
            Quantity(sent).min(line.quantity)
        };
        let mut parts = payload.parts_of(line).peekable();
        let is_held = !self.0.contains_key(&line.id) && parts.peek().is_some();
        match is_held && parts.all(|part| sent(part) == part.quantity) {
            true => line.quantity,
            false => sent(line),
        }
    }
}

/// Parses the JSON text that some plugins keep in place of a value.
pub(super) fn json_text(value: &Value) -> Cow<'_, Value> {
    let text = value
        .as_str()
        .map(str::trim)
        .filter(|text| text.starts_with(['[', '{']));
    match text.and_then(|text| json::parse(text.as_bytes()).ok()) {
        Some(mut read) => {
            lists(&mut read);
            Cow::Owned(read)
        }
        None => Cow::Borrowed(value),
    }
}

/// A field of a plugin's data. An odd value counts as empty: no order is
/// refused because of a plugin's data.
fn field(item: &Value, name: &str) -> Option<String> {
    let text = text_of(item.get(name)?).ok().flatten();
    plain_or_none(text.as_deref())
}

/// A parcel's number, or several with line breaks between them. If it is HTML, the
/// text in it is meant.
fn number(item: &Value, name: &str) -> Option<String> {
    let number = decoded(item, name)?;
    let number = match number.contains("</") {
        true => plain(&number),
        false => number.chars().take(MAX_TEXT).collect(),
    };
    Some(number).filter(|number| !number.trim().is_empty())
}

/// A link. Text in angle brackets in it is not a tag.
fn link(item: &Value, name: &str) -> Option<String> {
    decoded(item, name)
}

/// A text without `WordPress`'s entities.
fn decoded(item: &Value, name: &str) -> Option<String> {
    let text = text_of(item.get(name)?).ok()??;
    Some(html_escape::decode_html_entities(&text).into_owned())
}

/// Tells whether a plugin marks something: it may write `true`, `1` or `"yes"`.
fn is_marked(item: &Value, name: &str) -> bool {
    let value = item.get(name);
    let word = value.and_then(|value| text_of(value).ok().flatten());
    value.and_then(Value::as_bool) == Some(true)
        || matches!(word.as_deref(), Some("true" | "1" | "yes"))
}

/// The contents of a parcel: each line by its id, with its quantity. Empty if one
/// of them is not a line of the order.
fn line_quantities<'a>(
    payload: &Payload,
    items: impl Iterator<Item = &'a Value>,
    read: impl Fn(&Value) -> Option<(String, Quantity)>,
) -> Vec<LineQuantity> {
    let line = |item| {
        let (line, quantity) = read(item)?;
        let mut lines = payload.line_items.iter();
        lines
            .any(|item| item.id == line)
            .then_some(LineQuantity { line, quantity })
    };
    items
        .take(MAX_LINES)
        .map(line)
        .collect::<Option<Vec<_>>>()
        .unwrap_or_default()
}
