//! WooCommerce's dates.

use wismo_domain::time::Timestamp;
use wismo_domain::zone::TimeZone;

use crate::shops::tidy::since_2000;

/// A date as the API writes it: without a zone, in whichever the field's name
/// says (`wc_rest_prepare_date_response`). One with an offset, as a plugin may
/// write it, is taken at its word. One that cannot be meant counts as none.
pub(super) fn time(text: &str, zone: &TimeZone) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(instant) = text.parse::<Timestamp>() {
        return instant.likely().and_then(since_2000);
    }
    // The same without an offset: what the zone's clocks showed.
    let shown = format!("{text}Z").parse::<Timestamp>().ok()?;
    let moment = zone.moment(TimeZone::utc().local(shown)).likely();
    moment.and_then(since_2000)
}

/// The day that a tracking plugin keeps as seconds since 1970.
///
/// Shipment Tracking and Advanced Shipment Tracking keep a day as its midnight
/// in UTC (`strtotime` of a date, where `WordPress` runs in UTC), which west of
/// Greenwich is the day before. So a midnight means that day in the shop's zone;
/// any other time is a moment.
pub(super) fn shipped_at(seconds: i64, zone: &TimeZone) -> Option<Timestamp> {
    let moment = Timestamp::from_second(seconds).filter(|_| seconds > 0)?;
    let moment = moment.likely()?;
    if seconds % 86_400 != 0 {
        return Some(moment);
    }
    Some(zone.moment(TimeZone::utc().local(moment)))
}
