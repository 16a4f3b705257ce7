//! The fate of mails while the provider does not take any.

use futures::executor::block_on;
use wismo_domain::mail::SendResult;
use wismo_domain::notices::{AttemptRecord, AttemptResult};
use wismo_domain::reports::history::{NoticeView, history};
use wismo_domain::storage::Store;
use wismo_domain::time::Duration;

use crate::shop::{Shop, key};

const ORDERS: usize = 500;

fn placed(shop: &Shop) -> usize {
    shop.mails().len()
}

fn again(status: &str, after: Option<i64>) -> Option<SendResult> {
    Some(SendResult::TryAgain {
        reason: status.to_owned(),
        after: after.map(Duration::seconds),
    })
}

fn lost() -> Option<SendResult> {
    let reason = "the answer was lost".to_owned();
    Some(SendResult::Unknown { reason })
}

fn notices(shop: &Shop) -> Vec<NoticeView> {
    let history = block_on(history(
        shop.context(),
        &key("1"),
        &shop.settings.borrow(),
        None,
    ));
    history.unwrap().unwrap().notices
}

/// Lists the outcomes of the attempts at the first notice.
fn outcomes(shop: &Shop) -> Vec<AttemptRecord> {
    notices(shop)[0].outcomes.clone()
}

/// Lists the time for which each of them has the next one wait, in seconds.
fn delays(shop: &Shop) -> Vec<i64> {
    let wait = |outcome: &AttemptRecord| {
        let due = outcome.result.due()?;
        Some(due.duration_since(outcome.at).whole_seconds())
    };
    outcomes(shop).iter().filter_map(wait).collect()
}

#[test]
fn delays_double_until_the_provider_takes_the_mail() {
    let shop = Shop::new("{}");
    shop.down.replace(again("500", None));
    shop.say(shop.order("1", "new"));
    shop.later(1);
    for delay in [30, 60, 120, 240] {
        shop.later(delay - 1);
        let tried = shop.tried.get();
        // The circuit may be open for a minute more.
        shop.later(62);
        assert_eq!(shop.tried.get(), tried + 1, "after {delay} s");
    }
    shop.down.replace(None);
    shop.later(479);
    assert_eq!(shop.mails(), [""; 0]);
    shop.later(62);
    assert_eq!(shop.mails(), ["1: placed"]);
    assert_eq!(delays(&shop), [30, 60, 120, 240, 480]);
    let last = outcomes(&shop).pop().unwrap();
    assert!(matches!(last.result, AttemptResult::Accepted { .. }));
}

#[test]
fn the_providers_own_word_delays_it_but_never_hastens_it() {
    for (after, wait) in [(None, 30), (Some(7), 30), (Some(120), 120)] {
        let shop = Shop::new("{}");
        shop.down.replace(again("429", after));
        shop.say(shop.order("1", "new"));
        shop.later(1);
        assert_eq!(delays(&shop), [wait]);
        shop.down.replace(None);
        shop.later(wait - 1);
        assert_eq!(shop.mails(), [""; 0], "{after:?}");
        shop.later(2);
        assert_eq!(shop.mails(), ["1: placed"], "{after:?}");
    }
}

#[test]
fn a_lost_answer_is_tried_once_again_where_there_are_no_keys() {
    for (is_forgetful, tries) in [(true, 2), (false, 20)] {
        let shop = Shop::new("{}");
        shop.is_forgetful.set(is_forgetful);
        shop.down.replace(lost());
        shop.say(shop.order("1", "new"));
        // The outage lasts a day.
        for _ in 0..24 * 60 {
            shop.later(60);
        }
        let tried = shop.tried.get();
        assert!((tries..tries + 10).contains(&tried), "{tried}");
        if is_forgetful {
            assert_eq!(tried, 2);
        }
        // The mail is given up, and kept with its reason; the next news leave.
        let told = notices(&shop).pop().unwrap();
        let last = told.outcomes.last().unwrap();
        assert!(told.is_final, "{told:?}");
        assert!(
            matches!(last.result, AttemptResult::GivenUp { .. }),
            "{last:?}"
        );
        shop.down.replace(None);
        shop.say(shop.order("1", "packed"));
        shop.later(120);
        assert_eq!(shop.mails(), ["1: status_changed"]);
    }
}

#[test]
fn who_died_before_there_was_a_mail_has_not_sent_one() {
    let shop = Shop::new("{}");
    shop.is_forgetful.set(true);
    shop.say(shop.order("1", "new"));
    // Three workers draw the ticket of an attempt, and die before they write.
    for attempt in [1, 2, 3] {
        block_on(shop.store.increment(&key("1").ticket(1, attempt))).unwrap();
    }
    for _ in 0..5 {
        shop.later(61);
    }
    assert_eq!(shop.mails(), ["1: placed"]);
}

#[test]
fn what_waited_for_a_dead_provider_leaves_within_minutes_after_it_is_back() {
    let shop = Shop::new("{}");
    shop.down.replace(Some(SendResult::TryAgain {
        reason: "503".to_owned(),
        after: None,
    }));
    for order in 0..ORDERS {
        shop.say(shop.order(&order.to_string(), "new"));
    }
    // The outage lasts six hours.
    for _ in 0..360 {
        shop.later(60);
    }
    assert_eq!(placed(&shop), 0);
    // Now and then a mail tries, not each of them again and again.
    let tried = shop.tried.take();
    assert!((100..1_500).contains(&tried), "{tried}");
    shop.down.replace(None);
    let mut came = 0;
    for _ in 0..3 {
        shop.later(60);
        came += placed(&shop);
    }
    // All come except those that tried lately, each of which waits as long as it has to.
    assert!(came > ORDERS - 100, "{came}");
    for _ in 0..90 {
        shop.later(60);
        came += placed(&shop);
    }
    assert_eq!(came, ORDERS);
}

#[test]
fn with_a_wrong_key_one_mail_tries_at_a_time() {
    let shop = Shop::new("{}");
    shop.down.replace(Some(SendResult::Misconfigured {
        reason: "401".to_owned(),
    }));
    for order in 0..50 {
        shop.say(shop.order(&order.to_string(), "new"));
    }
    for _ in 0..60 {
        shop.later(60);
    }
    let tried = shop.tried.take();
    // And now and then a mail tries that was refused before, which does not
    // prove anything more.
    assert!((5..=25).contains(&tried), "{tried}");
    shop.down.replace(None);
    shop.later(300);
    shop.later(60);
    assert!(placed(&shop) >= 37);
}

#[test]
fn a_mail_that_the_provider_will_not_have_pauses_no_other() {
    let shop = Shop::new("{}");
    let forbidden = || {
        let reason = "403".to_owned();
        Some(SendResult::Misconfigured { reason })
    };
    shop.down.replace(forbidden());
    shop.say(shop.order("1", "new"));
    shop.later(1);
    for (order, wait) in [("2", 40), ("3", 80), ("4", 150)] {
        // It is tried again, and refused in the same way.
        shop.down.replace(forbidden());
        shop.tried.set(0);
        shop.later(wait);
        assert_eq!(shop.tried.get(), 1, "{order}");
        shop.down.replace(None);
        shop.say(shop.order(order, "new"));
        shop.later(1);
        assert_eq!(shop.mails(), [format!("{order}: placed")]);
    }
}
