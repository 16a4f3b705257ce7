//! Documents, as the plugin "PDF Invoices & Packing Slips" (WP Overnight) keeps them in
//! an order's `meta_data` (`OrderDocument::save`, `Main::mark_document_printed`).
//!
//! It keeps its credit notes with the refunds, which are not in the order.

use wismo_domain::order::{Document, DocumentKind};
use wismo_domain::time::Timestamp;

use super::payload::Payload;
use crate::shops::loose::text_of;
use crate::shops::text::{plain_or_none, short};

/// The invoice. Each order has only one: a corrected number does not make it
/// another invoice.
pub(super) fn documents(payload: &Payload) -> Vec<Document> {
    let number = field(payload, "_wcpdf_invoice_number");
    let issued_at = date(payload, "_wcpdf_invoice_date");
    // An invoice without a number was deleted, or never issued.
    let invoice = number.map(|number| Document {
        number: Some(number),
        issued_at,
        ..Document::new("wcpdf-invoice", DocumentKind::Invoice)
    });
    invoice.into_iter().collect()
}

/// Tells whether the packing slip was printed: the plugin keeps its date once
/// it is made, and its extension keeps a mark once it is printed.
pub(super) fn packing_slip_printed(payload: &Payload) -> bool {
    let is_marked = |value: &serde_json::Value| {
        value.as_object().is_some_and(|mark| !mark.is_empty())
            || text_of(value).is_ok_and(|text| text.is_some())
    };
    seconds(payload, "_wcpdf_packing_slip_date").is_some()
        || payload.meta("_wcpdf_packing_slip_printed").any(is_marked)
}

fn field(payload: &Payload, key: &str) -> Option<String> {
    let text = payload.meta(key).find_map(|value| text_of(value).ok()?);
    plain_or_none(text.as_deref()).map(short)
}

fn date(payload: &Payload, key: &str) -> Option<Timestamp> {
    Timestamp::from_second(seconds(payload, key)?).and_then(Timestamp::likely)
}

/// Seconds since 1970, even if they are implausible as a date.
fn seconds(payload: &Payload, key: &str) -> Option<i64> {
    let seconds = field(payload, key)?.parse().ok()?;
    (seconds > 0).then_some(seconds)
}
