use futures::executor::block_on;

use super::*;
use crate::storage::MemoryStore;

fn at(seconds: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + Duration::seconds(seconds)
}

fn lost() -> SendResult {
    SendResult::Unknown {
        reason: "no answer".to_owned(),
    }
}

fn breaker(store: &MemoryStore, configuration: &str) -> Breaker {
    block_on(Breaker::of(store, configuration)).unwrap()
}

/// Enters with a mail of an order that was not refused yet.
fn enter(breaker: &Breaker, store: &MemoryStore, seconds: i64) -> Option<Timestamp> {
    enter_of("0", breaker, store, seconds)
}

fn enter_of(
    order: &str,
    breaker: &Breaker,
    store: &MemoryStore,
    seconds: i64,
) -> Option<Timestamp> {
    let order = OrderKey::new("n", order).unwrap();
    block_on(breaker.enter(store, &order, at(seconds))).unwrap()
}

/// The key of an order's notice.
fn notice(order: &str, n: u64) -> String {
    OrderKey::new("n", order).unwrap().event(n)
}

#[test]
fn three_failures_in_a_row_open_it_and_a_success_closes_it() {
    let store = MemoryStore::default();
    let one = breaker(&store, "a");
    for _ in 0..2 {
        block_on(one.note(&store, "m", &lost(), at(0)));
        assert_eq!(one.pause(at(0)), None);
    }
    block_on(one.note(&store, "m", &lost(), at(0)));
    assert_eq!(one.pause(at(0)), Some(at(5)));
    // A drain that comes later knows it too.
    let other = breaker(&store, "a");
    assert_eq!(enter(&other, &store, 4), Some(at(5)));
    block_on(other.note(&store, "m", &SendResult::Accepted { id: None }, at(4)));
    assert_eq!(breaker(&store, "a").pause(at(4)), None);
}

/// Has mails refused because of a wrong key.
fn meet(store: &MemoryStore, mails: &[&str], seconds: i64) {
    let wrong = SendResult::Misconfigured {
        reason: "401".to_owned(),
    };
    for mail in mails {
        block_on(breaker(store, "a").note(store, mail, &wrong, at(seconds)));
    }
}

#[test]
fn one_mail_that_is_refused_again_and_again_pauses_no_other() {
    let store = MemoryStore::default();
    meet(&store, &["m1"; 30], 0);
    assert_eq!(breaker(&store, "a").pause(at(0)), None);
    // Another mail that goes well shows that it was the mail's fault.
    let accepted = SendResult::Accepted { id: None };
    block_on(breaker(&store, "a").note(&store, "m2", &accepted, at(1)));
    meet(&store, &["m3"], 2);
    assert_eq!(breaker(&store, "a").pause(at(2)), None);
    // The first mail no longer proves anything; two others in a row show that it is us.
    meet(&store, &["m1"], 2);
    assert_eq!(breaker(&store, "a").pause(at(2)), None);
    meet(&store, &["m5"], 3);
    assert_eq!(breaker(&store, "a").pause(at(3)), Some(at(303)));
    // If one of these two tries, it does not prove anything more; a third one does.
    let one = breaker(&store, "a");
    assert_eq!(enter(&one, &store, 303), None);
    meet(&store, &["m3"], 304);
    let one = breaker(&store, "a");
    assert_eq!(enter(&one, &store, 304), None);
    meet(&store, &["m4"], 305);
    assert_eq!(breaker(&store, "a").pause(at(305)), Some(at(605)));
}

#[test]
fn mails_that_others_have_disproved_pause_nothing_ever_again() {
    let store = MemoryStore::default();
    let all_meet = |mails: &[String], seconds| {
        let mails: Vec<&str> = mails.iter().map(String::as_str).collect();
        meet(&store, &mails, seconds);
    };
    // Two mails of one order prove no more than one.
    let bad = [notice("1", 1), notice("1", 2), notice("2", 1)];
    all_meet(&bad[..2], 0);
    assert_eq!(breaker(&store, "a").pause(at(0)), None);
    all_meet(&bad, 1);
    assert_eq!(breaker(&store, "a").pause(at(1)), Some(at(301)));
    // Orders whose mails were refused let another one try, but not for ever.
    let one = breaker(&store, "a");
    assert_eq!(enter_of("1", &one, &store, 301), Some(at(331)));
    assert_eq!(enter_of("3", &one, &store, 302), None);
    block_on(one.note(
        &store,
        &notice("3", 1),
        &SendResult::Accepted { id: None },
        at(302),
    ));
    for seconds in 303..320 {
        all_meet(&bad, seconds);
        assert_eq!(breaker(&store, "a").pause(at(seconds)), None);
    }
    // Others may show again that the setup is wrong.
    all_meet(&[notice("4", 1), notice("5", 1)], 400);
    assert_eq!(breaker(&store, "a").pause(at(400)), Some(at(700)));
    assert_eq!(enter_of("5", &breaker(&store, "a"), &store, 731), None);
}

#[test]
fn when_the_pause_is_over_one_mail_tries() {
    let store = MemoryStore::default();
    meet(&store, &["m1", "m2"], 0);
    let one = breaker(&store, "a");
    assert_eq!(enter(&one, &store, 299), Some(at(300)));
    assert_eq!(enter(&one, &store, 300), None);
    assert_eq!(enter(&one, &store, 300), Some(at(330)));
    assert_eq!(enter(&breaker(&store, "a"), &store, 301), Some(at(330)));
    let stored = block_on(Circuit::read(&store)).unwrap().open.unwrap();
    assert_eq!((stored.since, stored.is_to_mend), (at(0), true));
    assert_eq!(stored.reason, "401");
}

#[test]
fn another_key_does_not_wait_for_what_the_last_one_met_with() {
    let store = MemoryStore::default();
    meet(&store, &["m1", "m2"], 0);
    assert_eq!(breaker(&store, "b").pause(at(1)), None);
}

#[test]
fn the_providers_own_word_counts() {
    let circuit = Circuit::default();
    let until = |send_result| circuit.after("m", &send_result, at(0)).open.unwrap().until;
    let hint = |seconds| SendResult::TryAgain {
        reason: "429".to_owned(),
        after: Some(Duration::seconds(seconds)),
    };
    assert_eq!(until(hint(7)), at(7));
    assert_eq!(until(hint(1_000_000)), at(24 * 3600));
    let quota = |after| SendResult::OverQuota {
        reason: "quota".to_owned(),
        after,
    };
    assert_eq!(until(quota(None)), at(3600));
    assert_eq!(until(quota(Some(Duration::hours(2)))), at(7200));
}

#[test]
fn a_file_that_is_missing_says_nothing_of_the_provider() {
    let store = MemoryStore::default();
    let one = breaker(&store, "a");
    let missing = SendResult::NotReady {
        reason: "no file".to_owned(),
    };
    for _ in 0..2 {
        block_on(one.note(&store, "m", &lost(), at(0)));
    }
    for _ in 0..5 {
        block_on(one.note(&store, "m", &missing, at(0)));
    }
    assert_eq!(one.pause(at(0)), None);
    block_on(one.note(&store, "m", &lost(), at(0)));
    assert_eq!(one.pause(at(0)), Some(at(5)));
}

#[test]
fn pauses_for_reasons_that_pass_grow_to_a_minute() {
    let pauses: Vec<_> = (1..=9)
        .map(|failures| passing(failures).map(Duration::whole_seconds))
        .collect();
    let grown = [5, 10, 20, 40, 60, 60, 60].map(Some);
    assert_eq!(pauses[..2], [None, None]);
    assert_eq!(pauses[2..], grown);
}
