//! The merchant's actions on manual mails: sending, holding, letting go and calling back.

use futures::executor::block_on;
use wismo_domain::context::Context;
use wismo_domain::log::{EventPayload, Fact, ManualMail, Via, append};
use wismo_domain::mail::suppression::{Cause, Suppression};
use wismo_domain::mail::{Mail, Mailbox, SendResult};
use wismo_domain::notices::{BY_HAND, Cancelled, cancel};
use wismo_domain::reports::history::{NotificationStatus, Reason, history};
use wismo_domain::settings::Settings;

use crate::shop::{SHOP, Shop, key};
use crate::slow::{Slow, drain_that_missed};

fn says(shop: &Shop, id: &str, said: EventPayload) -> u64 {
    let event = shop.event(said, Via::Desk);
    block_on(append(shop.context(), &key(id), &event))
        .unwrap()
        .n
}

fn writes(shop: &Shop, id: &str, text: &str) -> u64 {
    let mailbox = Mailbox::new("", "ann@example.com").unwrap();
    let mail = Mail {
        from: mailbox.clone(),
        reply_to: None,
        to: mailbox,
        cc: Vec::new(),
        subject: String::new(),
        text: text.to_owned(),
        html: String::new(),
        headers: Vec::new(),
        attachments: Vec::new(),
        code: None,
    };
    let manual_mail = ManualMail {
        mail,
        id: Some(text.to_owned()),
        resends: None,
        words: None,
    };
    BY_HAND + says(shop, id, EventPayload::ManualMail(Box::new(manual_mail)))
}

fn calls_back(shop: &Shop, id: &str, number: u64) -> Cancelled {
    block_on(cancel(shop.context(), &key(id), number)).unwrap()
}

fn down(shop: &Shop, is_down: bool) {
    shop.down.replace(is_down.then(|| SendResult::TryAgain {
        reason: "503".to_owned(),
        after: None,
    }));
}

#[test]
fn a_mail_by_hand_is_sent_once_and_the_notices_go_on_beside_it() {
    let shop = Shop::new(r#"{ "hold": {"mails":true} }"#);
    shop.say(shop.order("1", "new"));
    let number = writes(&shop, "1", "hello");
    shop.later(0);
    shop.later(300);
    assert_eq!(shop.mails(), ["hello"]);
    shop.settings.replace(Settings {
        settle_seconds: 0,
        ..Settings::default()
    });
    shop.release();
    shop.later(0);
    assert_eq!(shop.mails(), ["1: placed"]);
    let told = block_on(history(
        shop.context(),
        &key("1"),
        &shop.settings.borrow(),
        None,
    ));
    let told = told.unwrap().unwrap();
    assert_eq!(told.notices.len(), 1);
    assert_eq!(
        (told.manual_mails[0].notice, told.manual_mails[0].is_final),
        (number, true)
    );
    assert_eq!(told.manual_mails[0].to[0].address, "ann@example.com");
}

#[test]
fn a_mail_that_waits_is_called_back_and_one_that_left_is_not() {
    let shop = Shop::new("{}");
    shop.say(shop.order("1", "new"));
    shop.later(0);
    assert_eq!(shop.mails(), ["1: placed"]);
    let never = writes(&shop, "1", "never");
    let done = Cancelled::Done { may_be_sent: false };
    assert_eq!(calls_back(&shop, "1", never), done);
    down(&shop, true);
    let once = writes(&shop, "1", "tried once");
    shop.later(0);
    assert_eq!(calls_back(&shop, "1", once), done);
    assert!(matches!(calls_back(&shop, "1", once), Cancelled::Over(_)));
    down(&shop, false);
    shop.later(600);
    assert_eq!(shop.mails(), [""; 0]);
    assert!(matches!(calls_back(&shop, "1", 1), Cancelled::Over(_)));
    assert_eq!(calls_back(&shop, "1", 2), Cancelled::NoMail);
    assert_eq!(calls_back(&shop, "1", BY_HAND + 99), Cancelled::NoMail);
    // The next change is told as usual.
    shop.say(shop.order("1", "packed"));
    shop.later(0);
    assert_eq!(shop.mails(), ["1: status_changed"]);
}

#[test]
fn what_is_held_leaves_once_it_is_let_go_and_not_with_the_shops_release() {
    let shop = Shop::new("{}");
    shop.say(shop.order("1", "new"));
    shop.later(0);
    shop.mails();
    says(&shop, "1", EventPayload::Held(true));
    shop.clock.set(10);
    shop.say(shop.order("1", "packed"));
    shop.say(shop.order("2", "new"));
    shop.later(300);
    assert_eq!(shop.mails(), ["2: placed"]);
    assert_eq!(shop.release(), [""; 0]);
    shop.later(300);
    assert_eq!(shop.mails(), [""; 0]);
    says(&shop, "1", EventPayload::Held(false));
    shop.later(0);
    assert_eq!(shop.mails(), ["1: status_changed"]);
}

#[test]
fn what_is_cancelled_counts_as_told_and_what_comes_next_is_told() {
    let shop = Shop::new(r#"{ "settle_seconds": 600 }"#);
    shop.say(shop.order("1", "new"));
    shop.later(10);
    says(&shop, "1", EventPayload::Cancelled);
    shop.later(900);
    assert_eq!(shop.mails(), [""; 0]);
    let told = block_on(history(
        shop.context(),
        &key("1"),
        &shop.settings.borrow(),
        None,
    ));
    let fate = told.unwrap().unwrap().deliveries[0].changes[0]
        .notification
        .clone();
    assert_eq!(fate.status, NotificationStatus::NotMailed);
    assert_eq!(fate.reason, Some(Reason::Dropped));
    shop.say(shop.order("1", "packed"));
    shop.later(600);
    assert_eq!(shop.mails(), ["1: status_changed"]);
}

#[test]
fn a_removal_that_was_cancelled_holds_nothing_that_comes_after() {
    let shop = Shop::new("{}");
    shop.say(shop.order("1", "new"));
    shop.later(1);
    assert_eq!(shop.mails(), ["1: placed"]);
    let removal = shop.event(EventPayload::Deleted, Via::HeldImport);
    block_on(append(shop.context(), &key("1"), &removal)).unwrap();
    shop.later(1);
    says(&shop, "1", EventPayload::Cancelled);
    shop.later(1);
    shop.say(shop.order("1", "packed"));
    shop.later(1);
    assert_eq!(shop.mails(), ["1: status_changed"]);
}

#[test]
fn an_address_is_corrected_until_the_shop_says_another() {
    let shop = Shop::new("{}");
    shop.say(shop.order("1", "new"));
    shop.later(0);
    let correct = |from: &str, to: &str| {
        let at = shop.order("1", "new").updated_at;
        let fact = Fact::Address {
            from: from.to_owned(),
            to: to.to_owned(),
        };
        says(&shop, "1", EventPayload::Fact { at, n: None, fact });
    };
    shop.clock.set(10);
    correct("ANN@example.com", "ann@new.example");
    shop.later(300);
    let email = || shop.page("1").customer.email.unwrap();
    assert_eq!(email(), "ann@new.example");
    // The shop still has the wrong address.
    shop.say(shop.order("1", "packed"));
    shop.later(0);
    let to = shop.inbox.take().pop().unwrap().1;
    assert_eq!(to, ["ann@new.example"]);
    correct("ann@new.example", "ann@third.example");
    assert_eq!(email(), "ann@third.example");
    shop.clock.set(400);
    let mut order = shop.order("1", "packed");
    order.customer.email = Some("bo@example.com".to_owned());
    shop.say(order);
    assert_eq!(email(), "bo@example.com");
}

#[test]
fn an_address_that_was_suppressed_since_gets_no_mail_by_hand() {
    let shop = Shop::new("{}");
    shop.say(shop.order("1", "new"));
    shop.later(0);
    shop.mails();
    writes(&shop, "1", "hello");
    let suppression = Suppression {
        since: shop.order("1", "new").updated_at,
        cause: Cause::Bounced,
        order: "1".to_owned(),
    };
    block_on(suppression.begin(&shop.store, SHOP, "ann@example.com")).unwrap();
    shop.later(0);
    assert_eq!(shop.mails(), [""; 0]);
    let told = block_on(history(
        shop.context(),
        &key("1"),
        &shop.settings.borrow(),
        None,
    ));
    assert_eq!(
        told.unwrap().unwrap().manual_mails[0].skipped,
        Some(wismo_domain::log::Skip::Suppressed)
    );
}

#[test]
fn who_draws_to_call_a_mail_back_and_is_long_about_it_does_not() {
    let shop = Shop::new("{}");
    for (seconds, is_called_back) in [(21, false), (19, true)] {
        let number = writes(&shop, "1", &format!("after {seconds}"));
        let slow = Slow::new(&shop, "/ticket/", seconds);
        let called = block_on(cancel(Context::new(&slow, &shop), &key("1"), number)).unwrap();
        let done = Cancelled::Done { may_be_sent: false };
        assert_eq!(called == done, is_called_back, "{called:?}");
        shop.later(300);
        shop.later(300);
        assert_eq!(shop.mails().is_empty(), is_called_back);
    }
}

#[test]
fn who_looked_for_a_mail_by_hand_before_it_was_there_does_not_end_its_job_much_later() {
    let shop = Shop::new("{}");
    let number = writes(&shop, "1", "later");
    drain_that_missed(&shop, &key("1").event(number - BY_HAND));
    shop.later(1);
    assert_eq!(shop.mails(), ["later"]);
}
