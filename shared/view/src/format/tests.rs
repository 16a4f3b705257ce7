use super::*;

#[test]
fn money_has_its_currencys_decimals() {
    let money = |amount: &str, currency| {
        money(Language::English, Amount(amount.parse().unwrap()), currency)
    };
    assert_eq!(money("1304.5", "USD"), "$1,304.50");
    assert_eq!(money("-16.2", "EUR"), "-€16.20");
    assert_eq!(money("120000", "JPY"), "JP¥120,000");
    assert_eq!(money("1.5", "KWD"), "KWD\u{a0}1.500");
    assert_eq!(money("-45", "NOK"), "-NOK\u{a0}45.00");
    assert_eq!(money("1000000.005", "NOK"), "NOK\u{a0}1,000,000.01");
}

#[test]
fn a_day_is_the_shops_day() {
    let at: Timestamp = "2026-06-06T22:30:00Z".parse().unwrap();
    let zone = TimeZone::named("Europe/Oslo").unwrap();
    assert_eq!(date(Language::English, at, &zone), "7\u{a0}June 2026");
    assert_eq!(
        date_time(Language::English, at, &zone),
        "7\u{a0}June 2026 at 00:30"
    );
}
#[test]
fn a_promised_day_has_its_day_of_the_week() {
    let day = |text: &str| day(Language::English, text.parse().unwrap());
    assert_eq!(day("2026-11-27"), "Friday 27\u{a0}November 2026");
    assert_eq!(day("2028-02-29"), "Tuesday 29\u{a0}February 2028");
    assert_eq!(day("2026-11-29"), "Sunday 29\u{a0}November 2026");
}

/// The output of another implementation: see the head of the file.
const INTL: &str = include_str!("intl.tsv");

/// The other implementation's text with our own rules, where they differ from CLDR's:
/// see `patterns.rs`.
fn by_our_rules(language: Language, what: &str, written: &str) -> String {
    let written = match (language, what) {
        (Language::English, "day") => written.replace(',', ""),
        (Language::English, "money") => written.replace("US$", "$"),
        (Language::German, "moment") => format!("{written} Uhr"),
        (Language::German, "money") => written.replace('$', "US$"),
        _ => written.to_owned(),
    };
    written.replace("\\u{a0}", "\u{a0}")
}

#[test]
fn every_language_writes_as_another_implementation_does() {
    let utc = TimeZone::utc();
    let mut compared = 0;
    for line in INTL.lines().filter(|line| !line.starts_with('#')) {
        let [code, what, value, written] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let language = Language::known(code).unwrap();
        let ours = match what {
            "day" => day(language, value.parse().unwrap()),
            "moment" => date_time(language, value.parse().unwrap(), &utc),
            "number" => quantity(language, Quantity(value.parse().unwrap())),
            "money" => {
                let (amount, currency) = value.split_once(' ').unwrap();
                money(language, Amount(amount.parse().unwrap()), currency)
            }
            "plural" => continue,
            _ => panic!("{line}"),
        };
        let mut theirs = by_our_rules(language, what, written)
            .replace("\\u{202f}", "\u{202f}")
            .replace("\\u{2212}", "\u{2212}");
        let mut ours = ours;
        // A date's no-break spaces are ours.
        if matches!(what, "day" | "moment") {
            (ours, theirs) = (ours.replace('\u{a0}', " "), theirs.replace('\u{a0}', " "));
        }
        assert_eq!(ours, theirs, "{line}");
        compared += 1;
    }
    assert_eq!(compared, 8 * (12 + 3 + 5 + 10));
}

#[test]
fn a_moment_of_this_year_and_a_time_are_the_whole_moment_without_the_rest() {
    let zone = TimeZone::utc();
    let at = "2026-06-07T07:05:00Z".parse().unwrap();
    for language in Language::ALL {
        let whole = date_time(language, at, &zone);
        let short = date_time_of_year(language, at, &zone);
        assert_eq!(whole.replacen(" 2026", "", 1), short, "{language:?}");
        let time = time(language, at, &zone);
        assert!(short.ends_with(&time), "{short} {time}");
    }
    let english = date_time_of_year(Language::English, at, &zone);
    assert_eq!(english, "7\u{a0}June at 07:05");
    assert_eq!(time(Language::Czech, at, &zone), "7:05");
}

#[test]
fn the_first_of_a_month_is_ordinal_in_french_alone() {
    let first = "2026-05-01".parse().unwrap();
    for (language, expected) in [
        (Language::French, "vendredi 1er\u{a0}mai 2026"),
        (Language::German, "Freitag, 1.\u{a0}Mai 2026"),
        (Language::Dutch, "vrijdag 1\u{a0}mei 2026"),
    ] {
        assert_eq!(day(language, first), expected);
    }
}

#[test]
fn nothing_is_not_negative() {
    let nothing = Amount("-0.001".parse().unwrap());
    assert_eq!(money(Language::English, nothing, "USD"), "$0.00");
}
