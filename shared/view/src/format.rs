//! Dates, numbers and money, by language. So far English alone.

use rust_decimal::Decimal;
use wismo_domain::order::{Amount, Quantity};
use wismo_domain::time::{Date, Timestamp};
use wismo_domain::zone::TimeZone;

use crate::texts::Language;

/// The months, in the language's own words.
const fn months(language: Language) -> [&'static str; 12] {
    match language {
        Language::English => [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
    }
}

/// The days of the week, from Monday, in the language's own words.
const fn weekdays(language: Language) -> [&'static str; 7] {
    match language {
        Language::English => [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ],
    }
}

/// The day of a moment: `6 June 2019`.
#[must_use]
pub fn date(language: Language, at: Timestamp, zone: &TimeZone) -> String {
    calendar(language, Date::from(zone.local(at).date()))
}

/// A promised day, with the day of the week, as one plans by it:
/// `Friday 27 November 2026`.
#[must_use]
pub fn day(language: Language, day: Date) -> String {
    let index = usize::from(day.calendar().weekday().number_days_from_monday());
    let weekday = weekdays(language).get(index).copied().unwrap_or_default();
    format!("{weekday} {}", calendar(language, day))
}

fn calendar(language: Language, day: Date) -> String {
    let day = day.calendar();
    let index = usize::from(u8::from(day.month()) - 1);
    let month = months(language).get(index).copied().unwrap_or_default();
    format!("{} {month} {}", day.day(), day.year())
}

/// A moment: `6 June 2019, 17:18`.
#[must_use]
pub fn date_time(language: Language, at: Timestamp, zone: &TimeZone) -> String {
    let day = date(language, at, zone);
    let at = zone.local(at);
    format!("{day}, {:02}:{:02}", at.hour(), at.minute())
}

/// A quantity without needless zeros: `3`, `2.5`.
#[must_use]
pub fn quantity(_language: Language, quantity: Quantity) -> String {
    grouped(quantity.0.normalize())
}

/// An amount with its currency: `USD 1,304.45`, with the currency's own number
/// of decimals (ISO 4217).
#[must_use]
pub fn money(_language: Language, amount: Amount, currency: &str) -> String {
    let mut value = amount.0;
    value.rescale(decimals(currency));
    match symbol(currency) {
        Some(symbol) if value.is_sign_negative() => format!("-{symbol}{}", grouped(value.abs())),
        Some(symbol) => format!("{symbol}{}", grouped(value)),
        None => format!("{currency} {}", grouped(value)),
    }
}

/// The symbols that an English reader takes for one currency only.
fn symbol(currency: &str) -> Option<&'static str> {
    match currency {
        "USD" => Some("$"),
        "EUR" => Some("€"),
        "GBP" => Some("£"),
        "JPY" => Some("¥"),
        _ => None,
    }
}

/// How many decimals a currency has: ISO 4217, table A.1, column "minor unit".
fn decimals(currency: &str) -> u32 {
    match currency {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX"
        | "UYI" | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        _ => 2,
    }
}

fn grouped(value: Decimal) -> String {
    let text = value.to_string();
    let (sign, digits) = text
        .strip_prefix('-')
        .map_or(("", text.as_str()), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut grouped = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if !fraction.is_empty() {
        grouped.push('.');
        grouped.push_str(fraction);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_has_its_currencys_decimals() {
        let money = |amount: &str, currency| {
            money(Language::English, Amount(amount.parse().unwrap()), currency)
        };
        assert_eq!(money("1304.5", "USD"), "$1,304.50");
        assert_eq!(money("-16.2", "EUR"), "-€16.20");
        assert_eq!(money("120000", "JPY"), "¥120,000");
        assert_eq!(money("1.5", "KWD"), "KWD 1.500");
        assert_eq!(money("1000000.005", "NOK"), "NOK 1,000,000.01");
    }

    #[test]
    fn a_day_is_the_shops_day() {
        let at: Timestamp = "2026-06-06T22:30:00Z".parse().unwrap();
        let zone = TimeZone::named("Europe/Oslo").unwrap();
        assert_eq!(date(Language::English, at, &zone), "7 June 2026");
        assert_eq!(
            date_time(Language::English, at, &zone),
            "7 June 2026, 00:30"
        );
    }
    #[test]
    fn a_promised_day_has_its_day_of_the_week() {
        let day = |text: &str| day(Language::English, text.parse().unwrap());
        assert_eq!(day("2026-11-27"), "Friday 27 November 2026");
        assert_eq!(day("2028-02-29"), "Tuesday 29 February 2028");
        assert_eq!(day("2026-11-29"), "Sunday 29 November 2026");
    }
}
