//! Payment of an order: at once, or a deposit first and the rest later.

use serde_json::Value;
use wismo_domain::order::{Payment, PaymentState, Status};
use wismo_domain::time::zone::TimeZone;
use wismo_domain::time::{Date, Timestamp};

use super::payload::{LineItem, Payload};
use super::tracking::json_text;
use crate::shops::loose::text_of;
use crate::shops::text::plain_or_none;

/// The beginnings of the keys of Deposits & Partial Payments (Acowebs), and of Deposits
/// (Webtomizer).
const SCHEDULED: [&str; 2] = ["_awcdp_deposits", "_wc_deposits"];

/// The status of an order that Deposits (`WooCommerce`) made for a later payment:
/// it is dated to the day on which that is due.
pub(super) const SCHEDULED_PAYMENT: &str = "scheduled-payment";

/// The payment of an order. A date of payment is there once anything was paid. (A
/// refund does not remove it.)
pub(super) fn payment(
    payload: &Payload,
    status: &Status,
    [paid_at, placed_at]: [Option<Timestamp>; 2],
    updated_at: Timestamp,
) -> Payment {
    let scheduled = placed_at.filter(|_| status.code == SCHEDULED_PAYMENT);
    let scheduled = scheduled.map(|at| Date::from(TimeZone::utc().local(at).date()));
    let is_part = paid_at.is_some() && is_part_paid(payload, &status.code);
    Payment {
        state: match (paid_at, is_part) {
            (None, _) => PaymentState::Unpaid,
            (Some(_), true) => PaymentState::PartPaid,
            (Some(_), false) => PaymentState::Paid,
        },
        method: plain_or_none(payload.payment_method_title.as_deref()),
        paid_at,
        due_on: scheduled.or_else(|| due_on(payload, updated_at).filter(|_| is_part)),
    }
}

fn is_part_paid(payload: &Payload, status: &str) -> bool {
    let is_open = |begin: &str| {
        let word = |end: &str| word(payload.meta(&format!("{begin}_{end}")).next());
        word("order_has_deposit").as_deref() == Some("yes")
            && word("second_payment_paid").as_deref() == Some("no")
    };
    let has_rest = |line: &LineItem| {
        let word = |key: &str| word(line.meta(key).next());
        word("_is_deposit").as_deref() == Some("yes")
            && word("_remaining_balance_paid").is_none()
            && word("_remaining_balance_order_id").is_none()
    };
    matches!(status, "partial-payment" | "partially-paid")
        || SCHEDULED.into_iter().any(is_open)
        || (status != "completed" && payload.line_items.iter().any(has_rest))
}

/// The next day on which a payment is due. The days are keys, as midnights in
/// UTC; a payment with any other key has no fixed day.
fn due_on(payload: &Payload, updated_at: Timestamp) -> Option<Date> {
    let keys = SCHEDULED.map(|begin| format!("{begin}_payment_schedule"));
    let kept = keys.iter().flat_map(|key| payload.meta(key)).map(json_text);
    let days = kept.filter_map(|schedule| {
        let days = schedule.as_object()?.keys();
        let days = days.filter_map(|key| Timestamp::from_second(key.parse().ok()?));
        let to_come = days.filter(|at| *at >= updated_at);
        to_come.min()
    });
    let day = Date::from(TimeZone::utc().local(days.min()?).date());
    day.is_likely().then_some(day)
}

fn word(value: Option<&Value>) -> Option<String> {
    text_of(value?).ok().flatten()
}
