//! WooCommerce's dates.

use wismo_domain::time::Timestamp;
use wismo_domain::time::zone::TimeZone;

use crate::shops::tidy::since_2000;

/// Reads a date as the API writes it: without a zone, which the field's name
/// tells (`wc_rest_prepare_date_response`). A date with an offset, as a plugin
/// may write it, is taken as it is. An implausible date counts as none.
pub(super) fn time(text: &str, zone: &TimeZone) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(instant) = text.parse::<Timestamp>() {
        return instant.likely().and_then(since_2000);
    }
    // Without an offset, it is the time that the zone's clocks showed.
    let shown = format!("{text}Z").parse::<Timestamp>().ok()?;
    let moment = zone.moment(TimeZone::utc().local(shown)).likely();
    moment.and_then(since_2000)
}

/// The day that a tracking plugin keeps as seconds since 1970.
///
/// Shipment Tracking and Advanced Shipment Tracking keep a day as its midnight
/// in UTC (`strtotime` of a date, where `WordPress` runs in UTC), which is still
/// the day before to the west of Greenwich. So a midnight stands for that day in
/// the shop's zone; any other time is a moment.
pub(super) fn shipped_at(seconds: i64, zone: &TimeZone) -> Option<Timestamp> {
    let moment = Timestamp::from_second(seconds).filter(|_| seconds > 0)?;
    let moment = moment.likely()?;
    if seconds % 86_400 != 0 {
        return Some(moment);
    }
    Some(zone.moment(TimeZone::utc().local(moment)))
}
