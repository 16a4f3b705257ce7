//! The recipients of a mail, and its words.

use futures::executor::block_on;
use wismo_domain::log::Skip;
use wismo_domain::mail::SendResult;
use wismo_domain::notices::{Cancelled, Composed, Notice, cancel};
use wismo_domain::storage::keys::tasks_index;
use wismo_domain::tasks::{Task, TaskReason};
use wismo_domain::templates::TemplateUse;

use crate::shop::{SHOP, Shop, key, told_as};

const CONTACTS: &str = r#"{"id":"c1","updated_at":"2026-11-01T00:00:00Z","contacts":[
    {"role":"admin","email":"office@example.com"},
    {"role":"billing","email":"billing@example.com"},
    {"role":"delivery","email":"dock@example.com"}]}"#;

fn recipients(shop: &Shop) -> Vec<Vec<String>> {
    shop.inbox.take().into_iter().map(|(_, to, _)| to).collect()
}

#[test]
fn admin_gets_everything_billing_money_and_delivery_parcels() {
    let shop = Shop::new("{}");
    shop.customer(CONTACTS);
    shop.say(shop.order("1", "new"));
    shop.later(1);
    // Each gets a mail of their own.
    assert_eq!(
        recipients(&shop),
        [["ann@example.com"], ["office@example.com"]]
    );
    let mut invoiced = shop.order("1", "new");
    invoiced.lines[0].invoiced = Some(2.into());
    shop.say(invoiced.clone());
    shop.later(1);
    let with_billing = [
        ["ann@example.com"],
        ["office@example.com"],
        ["billing@example.com"],
    ];
    assert_eq!(recipients(&shop), with_billing);
    invoiced.updated_at = shop.order("1", "new").updated_at;
    invoiced.lines[0].delivered = Some(1.into());
    shop.say(invoiced);
    shop.later(1);
    let with_dock = [
        ["ann@example.com"],
        ["office@example.com"],
        ["dock@example.com"],
    ];
    assert_eq!(recipients(&shop), with_dock);
}

#[test]
fn an_address_that_no_mail_can_go_to_is_a_task_for_the_merchant() {
    let shop = Shop::new("{}");
    let mut order = shop.order("1", "new");
    order.customer.email = Some("ask at the till".to_owned());
    shop.say(order);
    order = shop.order("2", "new");
    order.customer.email = None;
    shop.say(order);
    shop.later(1);
    assert_eq!(recipients(&shop), [[""; 0]; 0]);
    let why = |id: &str| {
        let notice = &block_on(Notice::all(&shop.store, &key(id))).unwrap()[0];
        notice.prepared().unwrap().composed.clone()
    };
    assert_eq!(why("1"), Composed::Skipped(Skip::BadAddress));
    assert_eq!(why("2"), Composed::Skipped(Skip::NoAddress));
    let tasks = block_on(tasks_index(SHOP).entries::<Task>(&shop.store, 1..=3)).unwrap();
    let [(1, Task { order, why, .. })] = tasks.as_slice() else {
        panic!("{tasks:?}");
    };
    assert_eq!(
        (order.as_deref(), *why),
        (Some("1"), Some(TaskReason::BadAddress))
    );
}

#[test]
fn a_rule_names_who_gets_it_and_with_which_words() {
    let shop = Shop::new(
        r#"{"rules":{"placed":{"notify":"mail","to":["billing"],"template":"thanks"},
                     "status_changed":{"notify":"mail","when":{"groups":["wholesale"]}}}}"#,
    );
    shop.template("thanks", "Thank you");
    shop.customer(CONTACTS);
    shop.say(shop.order("1", "new"));
    shop.later(1);
    assert_eq!(recipients(&shop), [["billing@example.com"]]);
    shop.say(shop.order("1", "packed"));
    shop.later(1);
    assert_eq!(recipients(&shop), [[""; 0]; 0]);
    let mut wholesale = shop.order("1", "sent");
    wholesale.customer.group = Some("wholesale".to_owned());
    shop.say(wholesale);
    shop.later(1);
    assert_eq!(
        recipients(&shop),
        [["ann@example.com"], ["office@example.com"]]
    );
}

fn mails(shop: &Shop) -> Vec<(String, String)> {
    let mails = shop.inbox.take().into_iter();
    mails
        .map(|(_, mut to, text)| (to.remove(0), text))
        .collect()
}

fn mail(to: &str, text: &str) -> (String, String) {
    (to.to_owned(), text.to_owned())
}

const ANN: &str = "ann@example.com";
const OFFICE: &str = "office@example.com";

#[test]
fn a_copy_that_is_not_taken_yet_comes_later_and_what_is_new_after_it() {
    let shop = Shop::new("{}");
    shop.customer(CONTACTS);
    shop.down_for.replace(Some((
        OFFICE,
        SendResult::TryAgain {
            reason: "busy".to_owned(),
            after: None,
        },
    )));
    shop.say(shop.order("1", "new"));
    shop.later(1);
    assert_eq!(mails(&shop), [mail(ANN, "1: placed")]);
    shop.say(shop.order("1", "packed"));
    shop.later(1);
    assert_eq!(mails(&shop), []);
    shop.down_for.replace(None);
    shop.later(300);
    assert_eq!(
        mails(&shop),
        [
            mail(OFFICE, "1: placed"),
            mail(ANN, "1: status_changed"),
            mail(OFFICE, "1: status_changed"),
        ]
    );
    shop.later(7200);
    assert_eq!(mails(&shop), []);
}

#[test]
fn a_copy_whose_answer_is_lost_is_tried_no_more_often_than_a_mail() {
    let shop = Shop::new("{}");
    shop.is_forgetful.set(true);
    shop.customer(CONTACTS);
    shop.down_for.replace(Some((
        OFFICE,
        SendResult::Unknown {
            reason: "no answer".to_owned(),
        },
    )));
    shop.say(shop.order("1", "new"));
    shop.later(1);
    for _ in 0..8 {
        shop.later(3600);
    }
    assert_eq!(mails(&shop), [mail(ANN, "1: placed")]);
    // The customer's mail, and two tries of the copy.
    assert_eq!(shop.tried.get(), 3);
    let told = block_on(Notice::all(&shop.store, &key("1"))).unwrap();
    let copies = block_on(told[0].read_copies(&shop.store, &key("1"))).unwrap();
    assert_eq!(copies.len(), 1);
    assert!(copies[0].1.is_final());
}

#[test]
fn a_copy_that_is_refused_holds_nothing_back_and_is_the_last_to_its_address() {
    let shop = Shop::new("{}");
    shop.customer(CONTACTS);
    shop.down_for.replace(Some((
        OFFICE,
        SendResult::RecipientRefused {
            reason: "inactive".to_owned(),
        },
    )));
    shop.say(shop.order("1", "new"));
    shop.later(1);
    assert_eq!(mails(&shop), [mail(ANN, "1: placed")]);
    shop.down_for.replace(None);
    shop.say(shop.order("1", "packed"));
    shop.later(1);
    assert_eq!(mails(&shop), [mail(ANN, "1: status_changed")]);
}

#[test]
fn a_mail_that_is_called_back_has_no_copies() {
    let shop = Shop::new("{}");
    shop.customer(CONTACTS);
    shop.down.replace(Some(SendResult::TryAgain {
        reason: "busy".to_owned(),
        after: None,
    }));
    shop.say(shop.order("1", "new"));
    shop.later(1);
    let done = block_on(cancel(shop.context(), &key("1"), 1)).unwrap();
    assert_eq!(done, Cancelled::Done { may_be_sent: false });
    shop.down.replace(None);
    shop.later(3600);
    assert_eq!(mails(&shop), []);
}

#[test]
fn who_does_not_wish_mails_gets_none() {
    let shop = Shop::new("{}");
    shop.customer(r#"{"id":"c1","updated_at":"2026-11-01T00:00:00Z","wants_mail":false}"#);
    // An older word does not count, although it comes later.
    shop.customer(r#"{"id":"c1","updated_at":"2026-10-01T00:00:00Z","wants_mail":true}"#);
    shop.say(shop.order("1", "new"));
    shop.later(1);
    assert_eq!(shop.mails(), [""; 0]);
    shop.customer(r#"{"id":"c1","updated_at":"2026-11-02T00:00:00Z","wants_mail":true}"#);
    shop.say(shop.order("1", "packed"));
    shop.later(1);
    assert_eq!(shop.mails(), ["1: status_changed"]);
}

#[test]
fn a_mail_has_the_words_of_its_most_telling_change_and_says_which() {
    let shop = Shop::new(
        r#"{"settle_seconds":30,"rules":{"placed":{"notify":"mail","template":"thanks"},
            "invoiced":{"notify":"mail","template":"gone"},"refunded":{"notify":"mail"}}}"#,
    );
    for name in ["thanks", "status:packed", "status_changed"] {
        shop.template(name, name);
    }
    shop.template("refunded", "broken");
    let words = |number: usize| -> Option<TemplateUse> {
        let all = block_on(Notice::all(&shop.store, &key("1"))).unwrap();
        all[number - 1].prepared().unwrap().template.clone()
    };
    shop.say(shop.order("1", "new"));
    shop.later(31);
    assert_eq!(words(1).unwrap().template, "thanks");
    // A move to a status tells more than an invoice.
    let mut order = shop.order("1", "packed");
    order.lines[0].invoiced = Some(1.into());
    shop.say(order.clone());
    shop.later(31);
    let told = words(2).unwrap();
    assert_eq!((told.template.as_str(), told.version), ("status:packed", 2));
    assert_eq!(told.fault, None);
    // A template that does not exist, or fails, is told with the notice.
    order.updated_at = shop.order("1", "packed").updated_at;
    order.lines[0].invoiced = Some(2.into());
    shop.say(order.clone());
    shop.later(31);
    let told = words(3).unwrap();
    assert_eq!((told.template.as_str(), told.version), ("gone", 0));
    assert!(told.fault.unwrap().contains("no template"));
    order.updated_at = shop.order("1", "packed").updated_at;
    order.refunds.push(wismo_domain::order::Refund {
        id: "r".to_owned(),
        amount: wismo_domain::order::Amount(5.into()),
        reason: None,
        lines: Vec::new(),
    });
    shop.say(order.clone());
    shop.later(31);
    let told = words(4).unwrap();
    assert_eq!(told.template, "refunded");
    assert_eq!(told.fault.as_deref(), Some("broken"));
    assert_eq!(shop.mails().len(), 4);
    // A delivery tells most; as it has no template, that of the status is used.
    shop.template("status:out", "status:out");
    order.updated_at = shop.order("1", "out").updated_at;
    order.status = told_as("out");
    order.lines[0].delivered = Some(2.into());
    shop.say(order);
    shop.later(31);
    assert_eq!(words(5).unwrap().template, "status:out");
}
