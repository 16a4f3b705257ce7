//! The day that the customer chose, as plugins keep it.

use serde_json::Value;
use wismo_domain::time::zone::TimeZone;
use wismo_domain::time::{Date, Timestamp};

use super::payload::{LineItem, Payload, kept, members};
use super::time::shipped_at;
use crate::shops::loose::text_of;

/// The places of an order's day: Order Delivery Date (Tyche), Delivery Slots
/// (Iconic), Order Delivery (Themesquad), Delivery Date (YITH), Orderable.
const OF_ORDER: [&str; 7] = [
    "_orddd_timestamp",
    "_orddd_lite_timestamp",
    "jckwds_date_ymd",
    "_jckwds_date_ymd",
    "_delivery_date",
    "ywcdd_order_delivery_date",
    "_orderable_order_timestamp",
];

/// The places of the day that is kept with the way of shipping: Local Pickup
/// Plus (`SkyVerge`).
const OF_WAY: [&str; 2] = ["_pickup_appointment_start", "_pickup_date"];

/// The place of a line's day: Pre-Order (YITH).
const OF_LINE: &str = "_ywpo_item_for_sale_date";

/// The day that is promised for the order. A day before it was placed belongs to
/// the order that it was copied from, as renewals are.
pub(super) fn of_order(
    payload: &Payload,
    placed_at: Option<Timestamp>,
    zone: &TimeZone,
) -> Option<Date> {
    let own = OF_ORDER.into_iter().flat_map(|key| payload.meta(key));
    let ways = members(&payload.shipping_lines).filter_map(|way| way.get("meta_data"));
    let ways = ways.flat_map(|meta| OF_WAY.into_iter().flat_map(move |key| kept(meta, key)));
    let placed_on = placed_at.map(|at| Date::from(zone.local(at).date()));
    let mut days = own.chain(ways).filter_map(|value| day(value, zone));
    days.find(|day| placed_on.is_none_or(|placed| *day >= placed))
}

/// The day that is promised for a line.
pub(super) fn of_line(item: &LineItem, zone: &TimeZone) -> Option<Date> {
    item.meta(OF_LINE).find_map(|value| day(value, zone))
}

/// Reads a day, or a moment in seconds since 1970; a day given in seconds is its
/// midnight in UTC.
fn day(value: &Value, zone: &TimeZone) -> Option<Date> {
    let text = text_of(value).ok()??;
    let text = text.trim();
    let day: Date = match text.as_bytes() {
        [_, _, _, _, b'-', ..] => text.get(..10)?.parse().ok()?,
        digits if digits.len() == 8 => {
            let (year, month, day) = (text.get(..4)?, text.get(4..6)?, text.get(6..)?);
            format!("{year}-{month}-{day}").parse().ok()?
        }
        _ => zone
            .local(shipped_at(text.parse().ok()?, zone)?)
            .date()
            .into(),
    };
    day.is_likely().then_some(day)
}
