//! Changes of settings while something waits by them.

use std::panic::{AssertUnwindSafe, catch_unwind};

use wismo_domain::jobs::Fairness;
use wismo_domain::log::Via;
use wismo_domain::mail::SendResult;

use crate::shop::{Shop, TRAP, decided};

const HOUR: &str = r#"{"settle_seconds":3600}"#;

/// A digest whose hour comes late: a story begins at 10:00.
const DIGEST: &str = r#"{"digest_hour":23}"#;
const QUIET: &str = r#"{"quiet_hours":{"from":"09:00","until":"18:00"}}"#;

/// Makes a shop with an order that waits, a minute later.
fn waiting(settings: &str) -> Shop {
    let shop = Shop::new(settings);
    shop.say(shop.order("1", "new"));
    shop.later(60);
    assert_eq!(shop.mails(), [""; 0], "{settings}");
    shop
}

#[test]
fn what_makes_news_leave_sooner_reaches_what_waits_at_the_next_drain() {
    for before in [HOUR, DIGEST, QUIET] {
        let shop = waiting(before);
        shop.decide("{}");
        let drained = shop.drain();
        assert_eq!((drained.processed, drained.sent), (1, 1), "{before}");
        assert_eq!(shop.mails(), ["1: placed"], "{before}");
        shop.later(90_000);
        assert_eq!(shop.mails(), [""; 0], "{before}");
    }
}

#[test]
fn what_has_time_yet_by_the_new_settings_waits_for_that() {
    for (before, after, at) in [
        (HOUR, r#"{"settle_seconds":120}"#, 120),
        (DIGEST, r#"{"digest_hour":11}"#, 3600),
        (
            QUIET,
            r#"{"quiet_hours":{"from":"09:00","until":"10:30"}}"#,
            1800,
        ),
        // The time may also be later than before.
        (r#"{"settle_seconds":120}"#, HOUR, 3600),
        (HOUR, DIGEST, 13 * 3600),
    ] {
        let shop = waiting(before);
        shop.decide(after);
        shop.later(0);
        shop.later(at - 61);
        assert_eq!(shop.mails(), [""; 0], "{before} {after}");
        shop.later(1);
        assert_eq!(shop.mails(), ["1: placed"], "{before} {after}");
    }
}

#[test]
fn nobody_looks_twice_because_of_one_change_or_without_any() {
    let shop = waiting(HOUR);
    let drain = || {
        shop.asked.set(0);
        let processed = shop.drain().processed;
        (processed, shop.asked.get())
    };
    // The settings are asked for once, however much waits by them.
    for id in 2..100 {
        shop.say(shop.order(&id.to_string(), "new"));
    }
    shop.later(0);
    assert_eq!(drain(), (0, 1));
    shop.decide(r#"{"settle_seconds":1800}"#);
    assert_eq!(drain(), (99, 100));
    assert_eq!(drain(), (0, 1));
    // A change that does not affect when they leave does not wake anybody.
    shop.decide(r##"{"settle_seconds":1800,"brand":{"accent":"#112233"}}"##);
    assert_eq!(drain(), (0, 1));
    // Nor are the settings asked for if nothing waits by them.
    shop.decide("{}");
    assert_eq!(drain().0, 99);
    shop.later(300);
    assert_eq!(drain(), (0, 0));
}

#[test]
fn what_waits_to_be_tried_again_waits_on() {
    let shop = Shop::new(r#"{"settle_seconds":10}"#);
    shop.down.replace(Some(SendResult::TryAgain {
        reason: "500".to_owned(),
        after: None,
    }));
    shop.say(shop.order("1", "new"));
    shop.later(10);
    assert_eq!(shop.tried.get(), 1);
    shop.decide("{}");
    assert_eq!(shop.drain().processed, 0);
}

#[test]
fn whoever_dies_on_the_way_leaves_it_to_the_next() {
    let shop = Shop::new(HOUR);
    shop.dice.replace(Some(fastrand::Rng::with_seed(5)));
    for id in ["1", TRAP, "2"] {
        shop.say(shop.order(id, "new"));
    }
    shop.later(60);
    shop.decide("{}");
    let drain = || catch_unwind(AssertUnwindSafe(|| shop.drain()));
    assert!(drain().is_err(), "it found {TRAP}");
    // The drain never wrote down what it woke.
    let mut told = shop.mails();
    for _ in 0..20 {
        let _ = drain();
        told.append(&mut shop.mails());
        shop.clock.set(shop.clock.get() + 15);
    }
    told.sort_unstable();
    assert_eq!(told, ["1: placed", "2: placed"]);
}

#[test]
fn a_job_that_sees_old_settings_is_not_the_last() {
    let shop = waiting(HOUR);
    shop.decide("{}");
    // The drain knows of the change, but the settings that the job reads lag behind.
    shop.seen.replace(vec![decided("{}"), decided(HOUR)]);
    assert_eq!(shop.drain().processed, 1);
    assert_eq!(shop.mails(), [""; 0]);
    shop.later(1);
    assert_eq!(shop.mails(), ["1: placed"]);
    // The other way round.
    let shop = waiting(HOUR);
    shop.decide("{}");
    shop.seen.replace(vec![decided(HOUR)]);
    assert_eq!(shop.drain().processed, 0);
    shop.later(1);
    assert_eq!(shop.mails(), ["1: placed"]);
}

#[test]
fn however_many_shops_there_are_a_drain_asks_no_longer_than_it_may() {
    let mut shop = Shop::new(HOUR);
    shop.dice.replace(Some(fastrand::Rng::with_seed(1)));
    shop.others = (0..300).map(|number| format!("s{number}")).collect();
    for other in &shop.others {
        shop.say_of(other, shop.order(other, "new"), Via::Hook);
    }
    shop.later(60);
    shop.decide("{}");
    shop.delay.set(1);
    shop.asked.set(0);
    assert_eq!(shop.drain().sent, 0);
    assert_eq!(shop.asked.get(), 8, "one batch was under way");
    shop.delay.set(0);
    shop.later(0);
    assert_eq!(shop.mails().len(), 300);
}

#[test]
fn settings_that_trap_who_asks_for_them_hold_no_other_shop_up() {
    let mut shop = waiting(HOUR);
    shop.others.push("south".to_owned());
    shop.say_of("south", shop.order("2", "new"), Via::Hook);
    shop.later(0);
    shop.trapped.set("south");
    let drain = |sequence| catch_unwind(AssertUnwindSafe(|| shop.drain_in(sequence)));
    assert!(drain(Fairness::RoundRobin).is_err());
    // The next one knows that this one died.
    shop.say(shop.order("3", "new"));
    shop.decide("{}");
    assert!(drain(Fairness::Random).is_ok());
    assert_eq!(shop.mails(), ["3: placed"]);
}
