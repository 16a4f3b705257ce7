//! Settings are checked, and say when a mail may leave.

mod simulation;

use super::*;
use crate::changes::KINDS;
use crate::time::Timestamp;
use crate::time::zone::TimeZone;

fn settings(json: &str) -> Settings {
    serde_json::from_str(json).unwrap()
}

fn leaves(json: &str, first: &str, now: &str) -> String {
    let at = |text: &str| text.parse::<Timestamp>().unwrap();
    let zone = TimeZone::named("Europe/Copenhagen").unwrap();
    match departure(&settings(json), &zone, at(first), at(now)) {
        Departure::Now => "now".to_owned(),
        Departure::At(at) => at.to_string(),
    }
}

#[test]
fn a_mail_leaves_once_it_has_settled_at_the_digests_hour_and_never_in_quiet_hours() {
    let noon = "2026-11-22T11:00:00Z";
    assert_eq!(leaves("{}", noon, noon), "2026-11-22T11:02:00Z");
    assert_eq!(leaves("{}", noon, "2026-11-22T11:02:00Z"), "now");
    assert_eq!(leaves(r#"{"settle_seconds":0}"#, noon, noon), "now");
    // 17:00 in Copenhagen is 16:00 UTC in winter.
    let digest = r#"{"digest_hour":17}"#;
    assert_eq!(leaves(digest, noon, noon), "2026-11-22T16:00:00Z");
    assert_eq!(leaves(digest, noon, "2026-11-22T18:00:00Z"), "now");
    assert_eq!(
        leaves(digest, "2026-11-22T15:59:00Z", "2026-11-22T15:59:00Z"),
        "2026-11-23T16:00:00Z"
    );
    let quiet = r#"{"settle_seconds":0,"quiet_hours":{"from":"21:00","until":"07:30"}}"#;
    assert_eq!(leaves(quiet, noon, noon), "now");
    for late in [
        "2026-11-22T20:00:00Z",
        "2026-11-22T23:30:00Z",
        "2026-11-23T06:29:00Z",
    ] {
        assert_eq!(leaves(quiet, late, late), "2026-11-23T06:30:00Z", "{late}");
    }
    // News that have waited for long are not sent at night either.
    assert_eq!(
        leaves(quiet, noon, "2026-11-22T22:00:00Z"),
        "2026-11-23T06:30:00Z"
    );
    // On the night when clocks turn back, 07:30 is an hour later in UTC.
    assert_eq!(
        leaves(quiet, "2026-10-24T22:00:00Z", "2026-10-24T22:00:00Z"),
        "2026-10-25T06:30:00Z"
    );
}

#[test]
fn whatever_moves_a_departure_is_another_timing() {
    let of = |shop: &str, json: &str, zone: &str| {
        Timing::of(shop, &settings(json), &TimeZone::named(zone).unwrap())
    };
    let quiet = r#"{"quiet_hours":{"from":"21:00","until":"07:30"}}"#;
    let all = [
        of("north", "{}", "UTC"),
        of("south", "{}", "UTC"),
        of("north", "{}", "Europe/Oslo"),
        of("north", r#"{"settle_seconds":0}"#, "UTC"),
        of("north", r#"{"digest_hour":0}"#, "UTC"),
        of("north", r#"{"digest_hour":7}"#, "UTC"),
        of("north", quiet, "UTC"),
        of("north", &quiet.replace("21", "22"), "UTC"),
        of("north", &quiet.replace("30", "31"), "UTC"),
    ];
    for (index, timing) in all.iter().enumerate() {
        assert!(!all[..index].contains(timing), "{index}");
    }
    let same = r#"{"settle_seconds":120,"hold":{"mails":true},"printing_implies_picked":true}"#;
    assert_eq!(of("north", same, "UTC"), all[0]);
}

#[test]
fn what_does_not_fit_is_named_by_its_path() {
    for (json, path) in [
        (r#"{"settle_seconds":86401}"#, "settle_seconds"),
        (r#"{"digest_hour":24}"#, "digest_hour"),
        (
            r#"{"digest_hour":22,"quiet_hours":{"from":"21:00","until":"07:00"}}"#,
            "digest_hour",
        ),
        (
            r#"{"quiet_hours":{"from":"07:00","until":"07:00"}}"#,
            "quiet_hours",
        ),
        (
            r#"{"statuses":[{"code":"received","label":"In"}]}"#,
            "statuses[0].code",
        ),
        (
            r#"{"statuses":[{"code":"unresolved"}]}"#,
            "statuses[0].code",
        ),
        (
            r#"{"statuses":[{"code":"a"},{"code":"a"}]}"#,
            "statuses[1].code",
        ),
        (
            r#"{"statuses":[{"code":"a","template":"A b"}]}"#,
            "statuses[0].template",
        ),
        (
            r#"{"rules":{"placed":{"notify":"mail","template":""}}}"#,
            "rules.placed.template",
        ),
        (
            r#"{"rules":{"placed":{"notify":"mail","to":[]}}}"#,
            "rules.placed.to",
        ),
        (
            r#"{"document_hosts":["a.example","https://a.example"]}"#,
            "document_hosts[1]",
        ),
        (
            r#"{"rules":{"lines_cancelled":{"notify":"mail","when":{"groups":["a",""]}}}}"#,
            "rules.lines_cancelled.when.groups[1]",
        ),
        (
            r#"{"rules":{"placed":{"notify":"mail","when":{"languages":["en, da"]}}}}"#,
            "rules.placed.when.languages[0]",
        ),
    ] {
        assert_eq!(settings(json).check().unwrap_err().path, path, "{json}");
    }
    for fine in [
        "{}",
        r#"{"statuses":[{"code":"engraving","label":"Engraving","stage":"preparing","template":"a"}],
            "rules":{"invoiced":{"notify":"mail","to":["customer","billing"]}}}"#,
    ] {
        settings(fine).check().unwrap();
    }
    for wrong in [
        r#"{"settle":1}"#,
        r#"{"rules":{"shipped":{"notify":"mail"}}}"#,
        r#"{"quiet_hours":{"from":"9:00","until":"10:00"}}"#,
    ] {
        assert!(serde_json::from_str::<Settings>(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn files_come_from_hosts_that_the_public_can_reach() {
    let takes = |host: &str| {
        let settings = Settings {
            document_hosts: vec![host.to_owned()],
            ..Settings::default()
        };
        settings.check().is_ok()
    };
    for fine in ["files.shop.example", "xn--kb-lka.dk", "7.shop.example"] {
        assert!(takes(fine), "{fine}");
    }
    for wrong in [
        "",
        "shop",
        "localhost",
        "a.localhost",
        "mail.spin.internal",
        "nas.local",
        "127.0.0.1",
        "127.1",
        "10.0.0.0x7f",
        "[::1]",
        "a.example:443",
        "a.example/b",
        "u@a.example",
        "A.example",
        "*.example",
        "a..example",
        ".example",
        "a.example.",
        "-a.example",
        "blå.example",
    ] {
        assert!(!takes(wrong), "{wrong}");
    }
    let many = Settings {
        document_hosts: vec!["a.example".to_owned(); MAX_HOSTS + 1],
        ..Settings::default()
    };
    assert_eq!(many.check().unwrap_err().path, "document_hosts");
}

#[test]
fn a_condition_asks_each_of_its_lists() {
    use crate::order::{Stage, Status};
    let mut order = Order::new(
        "1",
        Timestamp::UNIX_EPOCH,
        Status::new("packed", Stage::Preparing),
        "EUR",
    );
    order.customer.group = Some("wholesale".to_owned());
    let fits = |json: &str| {
        serde_json::from_str::<Condition>(json)
            .unwrap()
            .fits(&order, "nb-NO")
    };
    for json in [
        "{}",
        r#"{"statuses":["packed"],"stages":["sent","preparing"],"groups":["wholesale"],"languages":["NB"]}"#,
    ] {
        assert!(fits(json), "{json}");
    }
    for json in [
        r#"{"statuses":["sent"]}"#,
        r#"{"stages":["sent"]}"#,
        r#"{"groups":["retail"]}"#,
        r#"{"languages":["n","da","nb-SE"]}"#,
    ] {
        assert!(!fits(json), "{json}");
    }
}

#[test]
fn a_status_gets_the_merchants_meaning_and_words() {
    use crate::order::{Stage, Status};
    let mut order = Order::new(
        "1",
        Timestamp::UNIX_EPOCH,
        Status::new("engraving", Stage::Other),
        "EUR",
    );
    order.packing_slip_printed = true;
    settings(r#"{"statuses":[{"code":"engraving","label":"Engraving","stage":"preparing"}],"printing_implies_picked":true}"#).apply(&mut order);
    assert_eq!(
        (
            order.status.stage,
            order.status.label.as_deref(),
            order.picked
        ),
        (Stage::Preparing, Some("Engraving"), true)
    );
}

#[test]
fn the_merchants_words_in_each_language_take_the_place_of_the_shops() {
    use crate::order::{Stage, Status};
    let named = |rule: &str| {
        let mut status = Status::new("engraving", Stage::Other);
        status.label = Some("Gravure".to_owned());
        status.labels = [("nb".to_owned(), "Gravering".to_owned())].into();
        let settings = settings(&format!(r#"{{"statuses":[{{"code":"engraving"{rule}}}]}}"#));
        settings.apply_to_status(&mut status);
        let labels: Vec<String> = status.labels.into_values().collect();
        (status.label.unwrap(), labels.join(" "))
    };
    let words = |label: &str, labels: &str| (label.to_owned(), labels.to_owned());
    assert_eq!(named(""), words("Gravure", "Gravering"));
    assert_eq!(named(r#","label":"Engraving""#), words("Engraving", ""));
    let labels = r#","labels":{"da":"Graveres","de":"Gravur"}"#;
    assert_eq!(named(labels), words("Gravure", "Graveres Gravur"));
    for labels in [r#"{"d a":"Graveres"}"#, r#"{"da":" "}"#] {
        let json = format!(r#"{{"statuses":[{{"code":"a","labels":{labels}}}]}}"#);
        let read: Settings = serde_json::from_str(&json).unwrap();
        assert!(read.check().is_err(), "{labels}");
    }
}

#[test]
fn the_document_in_full_has_a_rule_for_every_kind_and_decides_the_same() {
    let short = settings(r#"{"rules":{"placed":{"notify":"off"}},"hold":{"mails":true}}"#);
    let full = short.in_full();
    full.check().unwrap();
    assert!(full.hold.holds() && full.rules.len() == KINDS.len());
    let schema = schemars::schema_for!(ChangeKind).to_value();
    for kind in schema["oneOf"].as_array().unwrap() {
        let kind: ChangeKind = serde_json::from_value(kind["const"].clone()).unwrap();
        assert_eq!(full.rules.get(&kind), Some(&short.rule(kind)), "{kind:?}");
    }
    let json = serde_json::to_string(&full).unwrap();
    assert_eq!(settings(&json), full);
}
