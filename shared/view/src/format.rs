//! Dates, numbers and money, by language.
//!
//! A table of CLDR's patterns holds what differs between languages. ICU4X
//! would do the same for 99 KB of code and 270 KB of data for dates in all
//! languages (`icu_datetime` 2.4) and 52 KB for numbers (`icu_decimal` 2.4),
//! and its currencies are experimental: a component has no room for it.

mod country;
mod patterns;

use rust_decimal::Decimal;
use wismo_domain::order::{Amount, Quantity};
use wismo_domain::time::zone::TimeZone;
use wismo_domain::time::{Date, Timestamp};

use crate::texts::Language;
pub(crate) use country::Country;
use patterns::{Money, Patterns, patterns};

/// The day of a moment: `6 June 2019`.
#[must_use]
pub fn date(language: Language, at: Timestamp, zone: &TimeZone) -> String {
    let patterns = patterns(language);
    let at = zone.local(at);
    filled(patterns, patterns.date, Date::from(at.date()), (0, 0))
}

/// A promised day, with the day of the week, since people plan by it:
/// `Friday 27 November 2026`.
#[must_use]
pub fn day(language: Language, day: Date) -> String {
    let patterns = patterns(language);
    filled(patterns, patterns.day, day, (0, 0))
}

/// A moment: `6 June 2019 at 17:18`.
#[must_use]
pub fn date_time(language: Language, at: Timestamp, zone: &TimeZone) -> String {
    let patterns = patterns(language);
    let at = zone.local(at);
    let time = (at.hour(), at.minute());
    filled(patterns, patterns.date_time, Date::from(at.date()), time)
}

/// A moment of this year: `6 June at 17:18`.
#[must_use]
pub fn date_time_of_year(language: Language, at: Timestamp, zone: &TimeZone) -> String {
    let patterns = patterns(language);
    let at = zone.local(at);
    let time = (at.hour(), at.minute());
    // In all of these languages, the year follows the month, with nothing to join them.
    let pattern = patterns.date_time.replacen(" y", "", 1);
    filled(patterns, &pattern, Date::from(at.date()), time)
}

/// The time of a moment: `17:18`.
#[must_use]
pub fn time(language: Language, at: Timestamp, zone: &TimeZone) -> String {
    let patterns = patterns(language);
    let at = zone.local(at);
    let time = (at.hour(), at.minute());
    filled(patterns, patterns.time, Date::from(at.date()), time)
}

/// A CLDR date pattern (UTS #35, part 4) with its fields filled in: those fields
/// that the table of patterns has.
fn filled(patterns: &Patterns, pattern: &str, day: Date, (hour, minute): (i8, i8)) -> String {
    let day = day.calendar();
    let weekday = day.weekday().to_monday_zero_offset();
    let mut filled = String::new();
    for (index, part) in pattern.split('\'').enumerate() {
        if index % 2 == 1 {
            filled.push_str(part);
            continue;
        }
        let mut rest = part;
        while let Some(first) = rest.chars().next() {
            let field: usize = rest
                .chars()
                .take_while(|c| *c == first)
                .map(char::len_utf8)
                .sum();
            let Some((field, after)) = rest.split_at_checked(field) else {
                break;
            };
            rest = after;
            match field {
                "EEEE" => filled.push_str(patterns.weekday(weekday)),
                "MMMM" => filled.push_str(patterns.month(day.month())),
                "d" if day.day() == 1 => filled.push_str(patterns.first),
                "d" => filled.push_str(&day.day().to_string()),
                "y" => filled.push_str(&day.year().to_string()),
                "H" => filled.push_str(&hour.to_string()),
                "HH" => filled.push_str(&format!("{hour:02}")),
                "mm" => filled.push_str(&format!("{minute:02}")),
                literal => filled.push_str(literal),
            }
        }
    }
    filled
}

/// A quantity without needless zeros: `3`, `2.5`.
#[must_use]
pub fn quantity(language: Language, quantity: Quantity) -> String {
    let patterns = patterns(language);
    let digits = grouped(patterns, quantity.0.abs().normalize());
    if quantity.0 < Decimal::ZERO {
        return format!("{}{digits}", patterns.minus);
    }
    digits
}

/// An amount with its currency: `$1,304.45`, `1.304,45 kr.`, with the
/// currency's own number of decimals (ISO 4217). A currency without a symbol
/// that is clear to the reader is shown by its code.
#[must_use]
pub fn money(language: Language, amount: Amount, currency: &str) -> String {
    let patterns = patterns(language);
    let value = rounded(amount, currency);
    let (Money { positive, negative }, currency) = match patterns.symbol(currency) {
        Some(symbol) => (&patterns.money, symbol),
        None => (&patterns.money_by_code, currency),
    };
    let pattern = if value < Decimal::ZERO {
        negative
    } else {
        positive
    };
    let digits = grouped(patterns, value.abs());
    let mut money = String::new();
    for c in pattern.chars() {
        match c {
            '#' => money.push_str(&digits),
            '¤' => money.push_str(currency),
            '-' => money.push(patterns.minus),
            other => money.push(other),
        }
    }
    money
}

/// An amount with as many decimals as its currency has. An amount in one outside
/// ISO 4217, such as BTC, keeps as many as the shop gives, 8 at most.
pub(crate) fn rounded(amount: Amount, currency: &str) -> Decimal {
    /// The decimals of a bitcoin.
    const MOST: u32 = 8;
    let mut value = amount.0;
    let decimals = currency_decimals(currency).unwrap_or_else(|| value.scale().min(MOST));
    value.rescale(decimals);
    value
}

/// The number of a currency's decimals: ISO 4217, table A.1, column "minor unit"; none for a
/// currency outside it.
#[must_use]
pub fn currency_decimals(currency: &str) -> Option<u32> {
    Some(match currency {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX"
        | "UYI" | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        "CLF" | "UYW" => 4,
        "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM"
        | "BBD" | "BDT" | "BGN" | "BMD" | "BND" | "BOB" | "BOV" | "BRL" | "BSD" | "BTN" | "BWP"
        | "BYN" | "BZD" | "CAD" | "CDF" | "CHE" | "CHF" | "CHW" | "CNY" | "COP" | "COU" | "CRC"
        | "CUC" | "CUP" | "CVE" | "CZK" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR"
        | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GTQ" | "GYD" | "HKD" | "HNL"
        | "HRK" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IRR" | "JMD" | "KES" | "KGS" | "KHR"
        | "KPW" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "MAD" | "MDL" | "MGA"
        | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MXV" | "MYR"
        | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "PAB" | "PEN" | "PGK" | "PHP"
        | "PKR" | "PLN" | "QAR" | "RON" | "RSD" | "RUB" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK"
        | "SGD" | "SHP" | "SLE" | "SLL" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL"
        | "THB" | "TJS" | "TMT" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "USD" | "USN"
        | "UYU" | "UZS" | "VED" | "VES" | "WST" | "XAD" | "XCD" | "XCG" | "YER" | "ZAR" | "ZMW"
        | "ZWG" | "ZWL" => 2,
        _ => return None,
    })
}

/// The digits of a number that is not negative, in groups.
fn grouped(patterns: &Patterns, value: Decimal) -> String {
    let text = value.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((text.as_str(), ""));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(patterns.group);
        }
        grouped.push(digit);
    }
    if !fraction.is_empty() {
        grouped.push(patterns.decimal);
        grouped.push_str(fraction);
    }
    grouped
}

#[cfg(test)]
mod tests;
