//! The expected day for a calendar (RFC 5545).

use icalendar::{Calendar, Component, Event, Property};
use wismo_domain::settings::Part;

use super::localizer::machine;
use super::sums::OrderSums;
use super::{Page, expected};

/// The answer to `GET /s/{token}/delivery.ics`: the next day that something is expected
/// on, as an event of the whole day; `None` if no day is known. `url` is the address
/// of the page, and `uid` identifies the event: when the day moves, so does the event.
#[must_use]
pub fn calendar(page: &Page<'_>, uid: &str, url: &str) -> Option<String> {
    let seen = page.seen();
    let localizer = page.localizer();
    let facts = OrderSums::of(page.state);
    let next = expected::next(&localizer, &facts).filter(|_| seen.shows(Part::Calendar))?;
    let order = &page.state.order;
    let values = [
        ("number", order.display_number().into()),
        ("shop", page.settings.brand.name_of(page.shop).into()),
    ];
    let title = if next.is_stock {
        "page-calendar-title-purchase"
    } else {
        "page-calendar-title"
    };
    let title = localizer.texts.with(title, values);
    let stamp = machine(order.updated_at).replace(['-', ':'], "");
    let mut date = Property::new("DTSTART", next.day.to_string().replace('-', ""));
    date.add_parameter("VALUE", "DATE");
    let event = Event::new()
        .uid(uid)
        .summary(&title)
        .append_property(Property::new("DTSTAMP", stamp))
        .append_property(date)
        // The event does not take any time: nobody is busy.
        .add_property("TRANSP", "TRANSPARENT")
        .url(url)
        .done();
    let mut calendar = Calendar::new();
    calendar.push(event);
    Some(calendar.to_string())
}
