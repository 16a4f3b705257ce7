//! The other numbers of an order: the customer's own, and those of a marketplace.

use wismo_domain::order::Marketplace;

use super::payload::Payload;
use crate::shops::loose::text_of;
use crate::shops::text::{line_or_none, short};

/// The marketplaces that Shopify or an app names as an order's source.
const MARKETPLACES: [(&str, &str); 6] = [
    ("amazon", "Amazon"),
    ("ebay", "eBay"),
    ("etsy", "Etsy"),
    ("walmart", "Walmart"),
    ("bolcom", "bol.com"),
    ("kaufland", "Kaufland"),
];

/// The words for an order's number and for its buyer in the names of apps' notes, such as
/// `Amazon Order Id` or `ebay_order_id`.
const ORDER: [&str; 3] = ["orderid", "ordernumber", "orderno"];
const USER: [&str; 3] = ["userid", "username", "buyerid"];

/// The customer's purchase order number.
pub(super) fn reference(payload: &Payload) -> Option<String> {
    line_or_none(payload.po_number.as_deref()).map(short)
}

/// The marketplace that the order came through: its source, or what an app notes of it.
pub(super) fn marketplace(payload: &Payload) -> Option<Marketplace> {
    let source = payload.source_name.as_deref().unwrap_or_default();
    let order = line_or_none(payload.source_identifier.as_deref()).map(short);
    let by_source = known(&letters(source)).map(|name| Marketplace {
        name: Some(name.to_owned()),
        order,
        user: None,
    });
    let mut found = by_source.unwrap_or_default();
    for (name, value) in notes(payload) {
        let name = letters(&name);
        let Some(marketplace) = known(&name) else {
            continue;
        };
        let of = |words: &[&str]| words.iter().any(|word| name.ends_with(word));
        let place = match (of(&ORDER), of(&USER)) {
            (true, _) => &mut found.order,
            (false, true) => &mut found.user,
            (false, false) => continue,
        };
        if place.is_none() {
            *place = Some(value);
            found.name.get_or_insert_with(|| marketplace.to_owned());
        }
    }
    found.or_none()
}

/// The names and values of the apps' notes.
fn notes(payload: &Payload) -> impl Iterator<Item = (String, String)> {
    let notes = payload.note_attributes.as_array().into_iter().flatten();
    notes.filter_map(|note| {
        let name = note.get("name")?.as_str()?;
        let value = text_of(note.get("value")?).ok()??;
        let value = line_or_none(Some(&value)).map(short)?;
        Some((name.to_owned(), value))
    })
}

fn known(letters: &str) -> Option<&'static str> {
    let mut all = MARKETPLACES.into_iter();
    all.find_map(|(word, name)| letters.starts_with(word).then_some(name))
}

fn letters(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
