//! The payment of an order of Shopify's: its state, and when it is due.

use serde_json::Value;
use wismo_domain::order::{Payment, PaymentState};
use wismo_domain::time::Date;

use super::payload::Payload;
use crate::shops::text::{line as plain, line_or_none};

/// Names that shops give to paying at the time of hand-over, in small letters: a manual way
/// of paying has the name that the merchant gives it.
#[rustfmt::skip]
const WHEN_HANDED_OVER: &[&str] = &[
    // Paid on delivery.
    "on delivery", "on_delivery", "nachnahme", "bei lieferung", "contre remboursement",
    "contre-remboursement", "à la livraison", "a la livraison", "contrassegno", "alla consegna",
    "contra reembolso", "contrareembolso", "contra entrega", "rembours", "bij levering",
    "bij aflevering", "dobírka", "dobierka", "při převzetí", "při doručení", "za pobraniem",
    "postoppkrav", "efterkrav", "postförskott", "ved levering", "vid leverans",
    // Paid on collection.
    "on pickup", "on pick-up", "on pick up", "on collection", "in store", "in-store", "in shop",
    "bei abholung", "barzahlung", "au retrait", "en magasin", "en boutique", "in negozio",
    "al ritiro", "bij afhalen", "bij ophalen", "in de winkel", "při vyzvednutí", "na prodejně",
    "ved afhentning", "ved henting", "i butikken", "vid upphämtning", "vid avhämtning", "i butik",
];

/// Words that mean the same on their own.
const CASH: [&str; 2] = ["cod", "cash"];

/// Shopify's own codes for payment gateways, which are not words of the shop's.
const CODES: [&str; 6] = [
    "shopify_payments",
    "shopify_installments",
    "gift_card",
    "store_credit",
    "manual",
    "bogus",
];

/// The state of the payment, and the way of paying.
pub(super) fn payment(order: &Payload) -> Option<Payment> {
    let state = match order.financial_status.as_deref()? {
        "pending" | "unpaid" | "expired" | "voided" => PaymentState::Unpaid,
        "authorized" => PaymentState::Authorized,
        "partially_paid" => PaymentState::PartPaid,
        "paid" | "partially_refunded" | "refunded" => PaymentState::Paid,
        _ => return None,
    };
    let names = order.payment_gateway_names.iter().flatten().flatten();
    let names = names.filter(|name| !CODES.contains(&name.as_str()));
    let names: Vec<String> = names.map(|name| plain(&name.replace('_', " "))).collect();
    Some(Payment {
        method: line_or_none(Some(&names.join(", "))),
        due_on: due_on(order),
        ..Payment::new(state)
    })
}

/// Tells whether the money is not expected yet: it is paid on delivery, or by
/// terms other than at once.
pub(super) fn is_later(order: &Payload) -> bool {
    let names = order.payment_gateway_names.iter().flatten().flatten();
    let is_cash = |name: &String| {
        let name = name.to_lowercase();
        let mut words = name.split(|c: char| !c.is_alphanumeric());
        words.any(|word| CASH.contains(&word))
            || WHEN_HANDED_OVER.iter().any(|words| name.contains(words))
    };
    let mut names = names.peekable();
    let kind = order.payment_terms.get("payment_terms_type");
    let has_terms =
        order.payment_terms.is_object() && kind.and_then(Value::as_str) != Some("receipt");
    has_terms || (names.peek().is_some() && names.all(is_cash))
}

/// The first day by which a payment is still due.
fn due_on(order: &Payload) -> Option<Date> {
    let schedules = order.payment_terms.get("payment_schedules")?.as_array()?;
    let open = schedules.iter().filter(|schedule| {
        let done = schedule.get("completed_at");
        done.is_none_or(Value::is_null)
    });
    // The day as the shop writes it, in the shop's time zone.
    let day = |schedule: &Value| {
        let due = schedule.get("due_at")?.as_str()?;
        let day: Date = due.get(..10)?.parse().ok()?;
        day.is_likely().then_some(day)
    };
    open.filter_map(day).min()
}
