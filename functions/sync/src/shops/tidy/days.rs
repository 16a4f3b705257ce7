//! Days that mean "none": systems without an empty day write the first or the
//! last one of their calendar.

use wismo_domain::order::{Document, Order, OrderPart, Payment, Shipment};
use wismo_domain::time::{Date, Timestamp};

use super::Dropped;

/// The first year that an order's days may be in.
const FIRST_YEAR: i16 = 2000;

/// The most years ahead that an order's days may be.
const MOST_AHEAD: i16 = 5;

/// The moment; `None` if it is too early for any date of an order: a zero date
/// must not even count as a date.
pub(in crate::shops) fn since_2000(at: Timestamp) -> Option<Timestamp> {
    (at.utc().year() >= FIRST_YEAR).then_some(at)
}

/// Keeps a day, unless it means "none".
pub(super) fn day(path: &str, day: &mut Option<Date>, now: Timestamp, dropped: &mut Dropped) {
    let date = |day: &Date| (day.calendar().year(), day.calendar().day_of_year());
    drop_if(path, day, dropped, |day| is_none(date(day), now));
}

/// Keeps a moment, unless it means "none".
pub(super) fn moment(
    path: &str,
    at: &mut Option<Timestamp>,
    now: Timestamp,
    dropped: &mut Dropped,
) {
    let date = |at: &Timestamp| (at.utc().year(), at.utc().day_of_year());
    drop_if(path, at, dropped, |at| is_none(date(at), now));
}

fn is_none((year, day): (i16, i16), now: Timestamp) -> bool {
    let last = (now.utc().year() + MOST_AHEAD, now.utc().day_of_year());
    year < FIRST_YEAR || (year, day) > last
}

fn drop_if<T>(
    path: &str,
    date: &mut Option<T>,
    dropped: &mut Dropped,
    is_none: impl Fn(&T) -> bool,
) {
    if date.as_ref().is_some_and(is_none) {
        *date = None;
        dropped.note(path, "is an implausible date: treated as not given");
    }
}

/// The days of an order.
pub(super) fn order(order: &mut Order, now: Timestamp, dropped: &mut Dropped) {
    moment("placed_at", &mut order.placed_at, now, dropped);
    moment("cancelled_at", &mut order.cancelled_at, now, dropped);
    day("expected_on", &mut order.expected_on, now, dropped);
    for (index, line) in order.lines.iter_mut().enumerate() {
        let path = format!("lines[{index}].expected_on");
        day(&path, &mut line.expected_on, now, dropped);
    }
    things(
        (
            &mut order.shipments,
            &mut order.documents,
            &mut order.payment,
        ),
        now,
        dropped,
    );
}

/// The days of a part of an order.
pub(super) fn part(part: &mut OrderPart, now: Timestamp, dropped: &mut Dropped) {
    moment("placed_at", &mut part.placed_at, now, dropped);
    moment("cancelled_at", &mut part.cancelled_at, now, dropped);
    day("expected_on", &mut part.expected_on, now, dropped);
    for (index, line) in part.lines.iter_mut().enumerate() {
        let path = format!("lines[{index}].expected_on");
        day(&path, &mut line.expected_on, now, dropped);
    }
    things(
        (&mut part.shipments, &mut part.documents, &mut part.payment),
        now,
        dropped,
    );
}

type Things<'a> = (
    &'a mut Vec<Shipment>,
    &'a mut Vec<Document>,
    &'a mut Option<Payment>,
);

fn things((parcels, papers, payment): Things<'_>, now: Timestamp, dropped: &mut Dropped) {
    for (index, parcel) in parcels.iter_mut().enumerate() {
        let path = format!("shipments[{index}].shipped_at");
        moment(&path, &mut parcel.shipped_at, now, dropped);
    }
    for (index, paper) in papers.iter_mut().enumerate() {
        let path = format!("documents[{index}].issued_at");
        moment(&path, &mut paper.issued_at, now, dropped);
    }
    if let Some(payment) = payment {
        moment("payment.paid_at", &mut payment.paid_at, now, dropped);
    }
}
