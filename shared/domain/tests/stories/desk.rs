//! Members of the staff who decide about an order, beside its shop and its ERP.

use futures::executor::block_on;
use wismo_domain::context::Environment;
use wismo_domain::file::{MediaType, Stored};
use wismo_domain::log::{Actor, Event, EventPayload, Fact, append};
use wismo_domain::order::{
    Document, DocumentKind, OrderPart, Shipment, ShipmentState, Stage, Status,
};
use wismo_domain::reports::forecast::{Forecast, forecast};
use wismo_domain::reports::history::{DeliveryKind, NotificationStatus, Reason, history};
use wismo_domain::staff::{Author, MemberId};
use wismo_domain::time::{Date, Duration};

use crate::shop::{Shop, key, told_as};

fn day(day: &str) -> Date {
    day.parse().unwrap()
}

fn by_hand(shop: &Shop, fact: Fact) -> EventPayload {
    EventPayload::Fact {
        at: shop.now(),
        n: None,
        fact,
    }
}

fn status(code: &str) -> Fact {
    Fact::Status(Box::new(told_as(code)))
}

fn event(shop: &Shop, payload: EventPayload, is_quiet: bool) -> Event {
    let by = Some(Actor::Member(Author {
        id: MemberId::of_address("eva@north.example"),
        name: "Eva".to_owned(),
    }));
    Event::at_desk(shop.now(), payload, by, is_quiet)
}

fn act(shop: &Shop, payload: EventPayload, is_quiet: bool) {
    let event = event(shop, payload, is_quiet);
    block_on(append(shop.context(), &key("1"), &event)).unwrap();
}

fn placed() -> Shop {
    let shop = Shop::new("{}");
    shop.say(shop.order("1", "new"));
    shop.later(1);
    assert_eq!(shop.mails(), ["1: placed"]);
    shop
}

fn code(shop: &Shop) -> String {
    shop.page("1").status.code
}

#[test]
fn a_status_by_hand_is_told_and_stands_until_the_shop_speaks_again() {
    let shop = placed();
    act(&shop, by_hand(&shop, status("sent")), false);
    shop.later(1);
    assert_eq!(
        (code(&shop), shop.mails()),
        ("sent".to_owned(), vec!["1: status_changed".to_owned()])
    );
    // A version from before that comes late does not take it back.
    let mut late = shop.order("1", "new");
    late.updated_at = shop.now() + Duration::seconds(-2);
    late.number = Some("1001".to_owned());
    shop.say(late);
    shop.later(1);
    assert_eq!((code(&shop), shop.mails()), ("sent".to_owned(), Vec::new()));
    // The shop's next word does.
    shop.say(shop.order("1", "new"));
    shop.later(1);
    assert_eq!(
        (code(&shop), shop.mails()),
        ("new".to_owned(), vec!["1: status_changed".to_owned()])
    );
}

#[test]
fn a_cancelled_order_is_cancelled_whoever_said_so() {
    let shop = placed();
    let cancelled = Status::new("cancelled", Stage::Cancelled);
    act(
        &shop,
        by_hand(&shop, Fact::Status(Box::new(cancelled))),
        false,
    );
    shop.later(1);
    assert_eq!(shop.mails(), ["1: cancelled"]);
    assert!(shop.page("1").cancelled_at.is_some());
    // So is one that the shop cancelled with a date of its own.
    let mut by_shop = shop.order("1", "new");
    by_shop.cancelled_at = Some(shop.now());
    shop.say(by_shop);
    shop.later(1);
    // A status that is none undoes it.
    shop.later(1);
    act(&shop, by_hand(&shop, status("new")), false);
    shop.later(1);
    assert!(!shop.page("1").is_cancelled());
}

#[test]
fn where_the_erp_decides_the_later_of_the_erp_and_the_desk_counts() {
    let shop = Shop::new(r#"{"status_from": "erp"}"#);
    shop.say(shop.order("1", "new"));
    let erp = |code: &str| {
        let mut part = OrderPart::new("1", shop.now());
        part.status = Some(told_as(code));
        act(&shop, by_hand(&shop, Fact::Part(Box::new(part))), false);
    };
    let read = || {
        use wismo_domain::order::StatusFrom;
        let reading = block_on(wismo_domain::log::read(shop.context(), &key("1"))).unwrap();
        reading
            .snapshot
            .order_by(StatusFrom::Erp)
            .unwrap()
            .status
            .code
    };
    erp("picked");
    shop.later(1);
    assert_eq!(read(), "picked");
    act(&shop, by_hand(&shop, status("waits")), false);
    shop.later(1);
    assert_eq!(read(), "waits");
    // The shop's word does not count here, however late it is.
    shop.say(shop.order("1", "newer"));
    shop.later(1);
    assert_eq!(read(), "waits");
    erp("sent");
    shop.later(1);
    assert_eq!(read(), "sent");
}

#[test]
fn a_promise_stands_until_another_day_is_named() {
    let shop = placed();
    shop.stock(0, Some("2026-12-10"));
    shop.later(1);
    assert_eq!(shop.mails(), ["1: expected_date_changed"]);
    let promise = |on: &str| Fact::Promise {
        expected_on: day(on),
    };
    act(&shop, by_hand(&shop, promise("2026-12-24")), false);
    shop.later(1);
    assert_eq!(shop.mails(), ["1: expected_date_changed"]);
    assert_eq!(shop.page("1").lines[0].expected_on, Some(day("2026-12-24")));
    // A count of the stock names no day.
    shop.stock(1, None);
    shop.later(1);
    assert_eq!(shop.page("1").lines[0].expected_on, Some(day("2026-12-24")));
    shop.mails();
    shop.stock(0, Some("2026-12-27"));
    shop.later(1);
    assert_eq!(shop.mails(), ["1: expected_date_changed"]);
    assert_eq!(shop.page("1").lines[0].expected_on, Some(day("2026-12-27")));
}

#[test]
fn what_is_told_to_nobody_is_told_to_nobody_and_the_history_says_so() {
    let shop = placed();
    act(&shop, by_hand(&shop, status("sent")), true);
    shop.later(1);
    assert_eq!((code(&shop), shop.mails()), ("sent".to_owned(), Vec::new()));
    let settings = shop.settings.borrow().clone();
    let history = block_on(history(shop.context(), &key("1"), &settings, None));
    let history = history.unwrap().unwrap();
    let last = history.deliveries.last().unwrap();
    assert_eq!(last.by.as_ref().map(Actor::name), Some("Eva"));
    let told = &last.changes[0].notification;
    assert_eq!(told.status, NotificationStatus::NotMailed);
    assert_eq!(told.reason, Some(Reason::ToldNobody));
    // The next change is told, and nothing of that one.
    shop.later(1);
    act(&shop, by_hand(&shop, status("delivered")), false);
    shop.later(1);
    assert_eq!(shop.mails(), ["1: status_changed"]);
}

#[test]
fn an_order_is_urgent_until_the_last_word_says_otherwise() {
    let shop = placed();
    let urgency = || {
        let reading = block_on(wismo_domain::log::read(shop.context(), &key("1"))).unwrap();
        let urgency = reading.snapshot.urgency().cloned();
        urgency.map(|urgency| (urgency.reason, urgency.by.map(|by| by.name().to_owned())))
    };
    assert_eq!(urgency(), None);
    act(
        &shop,
        EventPayload::Urgent(Some("a wedding".to_owned())),
        false,
    );
    let eva = Some("Eva".to_owned());
    assert_eq!(urgency(), Some(("a wedding".to_owned(), eva)));
    act(&shop, EventPayload::Urgent(None), false);
    assert_eq!(urgency(), None);
    shop.later(1);
    assert_eq!(shop.mails(), [""; 0]);
}

fn foreseen(shop: &Shop, payload: EventPayload, is_quiet: bool) -> Forecast {
    let before = shop.store.entries();
    let events = [event(shop, payload, is_quiet)];
    let rules = shop.rules_now();
    let found = block_on(forecast(shop.context(), &key("1"), &rules, &events)).unwrap();
    assert_eq!(shop.store.entries(), before, "a forecast wrote something");
    found
}

#[test]
fn a_forecast_tells_whom_an_action_would_mail_and_writes_nothing() {
    let shop = placed();
    let parcel = || {
        let mut parcel = Shipment::new("desk-1", ShipmentState::Sent);
        parcel.tracking_number = Some("JJ123".to_owned());
        by_hand(&shop, Fact::Shipment(Box::new(parcel)))
    };
    let would = foreseen(&shop, parcel(), false);
    assert_eq!(would.changes.len(), 1);
    assert_eq!(would.notices.len(), 1);
    let to: Vec<&str> = would.notices[0]
        .to
        .iter()
        .map(|to| to.address.as_str())
        .collect();
    assert_eq!(to, ["ann@example.com"]);
    assert!(!would.held);
    // It is what happens.
    act(&shop, parcel(), false);
    shop.later(1);
    assert_eq!(shop.mails(), ["1: tracking_entered"]);

    let would = foreseen(&shop, by_hand(&shop, status("sent")), true);
    assert_eq!((would.changes.len(), would.notices.len()), (1, 0));
    let would = foreseen(&shop, by_hand(&shop, status("new")), false);
    assert_eq!(would, Forecast::default(), "it is so already");
}

#[test]
fn a_forecast_tells_what_would_be_held_and_what_no_rule_mails() {
    let shop = placed();
    act(&shop, EventPayload::Held(true), false);
    shop.later(1);
    let would = foreseen(&shop, by_hand(&shop, status("sent")), false);
    assert_eq!((would.notices.len(), would.held), (0, true));
    act(&shop, EventPayload::Held(false), false);
    shop.later(1);
    shop.decide(r#"{"rules": {"status_changed": {"notify": "page"}}}"#);
    let would = foreseen(&shop, by_hand(&shop, status("sent")), false);
    assert_eq!(would.notices.len(), 1);
    assert!(would.notices[0].skipped.is_some());
    assert!(would.notices[0].to.is_empty());
}

/// An invoice that a member adds, with a file of this content.
fn invoice(shop: &Shop, number: &str, content: &[u8]) -> Fact {
    let file = Stored::of(content);
    let mut part = OrderPart::new("1", shop.now());
    part.documents.push(Document {
        number: Some(number.to_owned()),
        media_type: Some(MediaType::Pdf),
        ..Document::new(
            &format!("desk-{}", &file.sha256[..16]),
            DocumentKind::Invoice,
        )
    });
    part.documents[0].file = Some(file);
    Fact::Part(Box::new(part))
}

#[test]
fn a_document_of_the_desks_is_told_attached_and_stands_like_the_shops_own() {
    let shop = Shop::new(r#"{"rules":{"invoiced":{"notify":"mail","attach":["invoice"]}}}"#);
    shop.say(shop.order("1", "new"));
    shop.later(1);
    shop.mails();
    act(
        &shop,
        by_hand(&shop, invoice(&shop, "F-9", b"%PDF-9")),
        false,
    );
    shop.later(1);
    assert_eq!(shop.mails(), ["1: invoiced; attached F-9"]);
    // Said twice, it is one document, and told once.
    act(
        &shop,
        by_hand(&shop, invoice(&shop, "F-9", b"%PDF-9")),
        false,
    );
    act(
        &shop,
        by_hand(&shop, invoice(&shop, "F-10", b"%PDF-10")),
        true,
    );
    shop.later(1);
    assert_eq!(shop.mails(), Vec::<String>::new());
    // The shop's next version has its own number for one of them, without a file.
    let mut order = shop.order("1", "new");
    order.documents = vec![Document::new("F-9", DocumentKind::Invoice)];
    shop.say(order);
    shop.later(1);
    let page = shop.page("1");
    let known: Vec<_> = page
        .documents
        .iter()
        .map(|one| {
            (
                one.display_number(),
                one.file.as_ref().map(|file| file.bytes),
            )
        })
        .collect();
    assert_eq!(known, [("F-9", Some(6)), ("F-10", Some(7))]);
    assert_eq!(shop.mails(), Vec::<String>::new());
    let history = block_on(history(
        shop.context(),
        &key("1"),
        &serde_json::from_str("{}").unwrap(),
        None,
    ));
    let history = history.unwrap().unwrap();
    let kinds = history.deliveries.iter().map(|one| one.kind);
    let added = kinds.filter(|kind| *kind == DeliveryKind::Document);
    assert_eq!(added.count(), 3);
}
