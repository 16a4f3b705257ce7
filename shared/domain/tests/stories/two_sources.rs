//! A shop and the ERP beside it, which speak of one order: it is both together,
//! and nothing is told twice because two said it.

use futures::executor::block_on;
use wismo_domain::context::Environment;
use wismo_domain::log::{EventPayload, Fact, Via, append_all};
use wismo_domain::order::{
    Document, DocumentKind, Line, LinePart, Order, OrderPart, Shipment, ShipmentState, Stage,
    Status,
};
use wismo_domain::storage::Store;

use crate::shop::{Shop, key};

/// Makes what the ERP says now.
fn part(shop: &Shop) -> OrderPart {
    OrderPart::new("1", shop.now())
}

/// Imports what the ERP says.
fn import(shop: &Shop, part: &OrderPart) {
    import_via(shop, part, Via::Import);
}

fn import_via(shop: &Shop, part: &OrderPart, via: Via) {
    let fact = Fact::Part(Box::new(part.clone()));
    let (at, n) = (part.updated_at, None);
    let event = shop.event(EventPayload::Fact { at, n, fact }, via);
    block_on(append_all(shop.context(), &[(key("1"), event)], Vec::new())).unwrap();
    shop.later(1);
}

fn hook(shop: &Shop, order: Order) {
    shop.say(order);
    shop.later(1);
}

fn invoice(id: &str) -> Document {
    Document {
        number: Some("F-1".to_owned()),
        ..Document::new(id, DocumentKind::Invoice)
    }
}

fn parcel(id: &str, number: &str) -> Shipment {
    Shipment {
        tracking_number: Some(number.to_owned()),
        ..Shipment::new(id, ShipmentState::Sent)
    }
}

/// Makes a shop whose order was told, and an ERP that adds an invoice and a parcel.
fn both_spoke() -> (Shop, OrderPart) {
    let shop = Shop::new("{}");
    hook(&shop, shop.order("1", "new"));
    assert_eq!(shop.mails(), ["1: placed"]);
    let mut erp = part(&shop);
    erp.documents = vec![invoice("e1")];
    erp.shipments = vec![parcel("e1", "T1")];
    import(&shop, &erp);
    assert_eq!(shop.mails(), ["1: tracking_entered, invoiced"]);
    (shop, erp)
}

#[test]
fn the_shops_next_word_takes_nothing_back_that_the_erp_added() {
    let (shop, mut erp) = both_spoke();
    hook(&shop, shop.order("1", "done"));
    assert_eq!(shop.mails(), ["1: status_changed"]);
    let order = shop.page("1");
    assert_eq!((order.documents.len(), order.shipments.len()), (1, 1));
    // The ERP says the same once more: with its old date, and with a new one.
    import(&shop, &erp);
    erp.updated_at = shop.now();
    import(&shop, &erp);
    assert_eq!(shop.mails(), [""; 0]);
    assert_eq!(shop.page("1"), order);
}

#[test]
fn an_erps_older_word_that_comes_late_changes_nothing() {
    let (shop, erp) = both_spoke();
    let order = shop.page("1");
    let mut older = erp;
    older.updated_at =
        shop.order("1", "new").updated_at + wismo_domain::time::Duration::seconds(-60);
    older.documents.clear();
    import(&shop, &older);
    assert_eq!(shop.page("1"), order);
    assert_eq!(shop.mails(), [""; 0]);
}

#[test]
fn a_paper_and_a_parcel_of_both_are_told_once_whoever_is_first() {
    let (shop, _) = both_spoke();
    let mut order = shop.order("1", "new");
    order.documents = vec![invoice("w7")];
    order.shipments = vec![parcel("w7", "t 1")];
    hook(&shop, order);
    assert_eq!(shop.mails(), [""; 0]);
    let page = shop.page("1");
    assert_eq!((page.documents.len(), page.shipments.len()), (1, 1));

    let shop = Shop::new("{}");
    hook(&shop, shop.order("1", "new"));
    let mut order = shop.order("1", "new");
    order.documents = vec![invoice("w7")];
    order.shipments = vec![parcel("w7", "t 1")];
    hook(&shop, order);
    assert_eq!(shop.mails(), ["1: placed", "1: tracking_entered, invoiced"]);
    let mut erp = part(&shop);
    erp.documents = vec![invoice("e1")];
    erp.shipments = vec![parcel("e1", "T1")];
    import(&shop, &erp);
    assert_eq!(shop.mails(), [""; 0]);
}

#[test]
fn an_erp_tells_what_the_shop_does_not_know() {
    let mail = r#"{"notify":"mail"}"#;
    let shop = Shop::new(&format!(
        r#"{{"rules":{{"packing_slip_printed":{mail},"picked":{mail}}}}}"#
    ));
    hook(&shop, shop.order("1", "new"));
    shop.mails();
    let line = |erp: &mut OrderPart, change: fn(&mut LinePart)| {
        let mut line = LinePart {
            sku: Some("a".to_owned()),
            ..LinePart::default()
        };
        change(&mut line);
        erp.lines = vec![line];
    };
    let mut erp = part(&shop);
    erp.packing_slip_printed = true;
    import(&shop, &erp);
    erp = OrderPart {
        updated_at: shop.now(),
        picked: true,
        ..erp
    };
    import(&shop, &erp);
    erp.updated_at = shop.now();
    line(&mut erp, |line| {
        line.expected_on = Some("2026-12-24".parse().unwrap());
    });
    import(&shop, &erp);
    erp.updated_at = shop.now();
    line(&mut erp, |line| line.delivered = Some(1.into()));
    import(&shop, &erp);
    let mails = shop.mails();
    assert_eq!(
        mails.get(..3),
        Some(
            &[
                "1: packing_slip_printed",
                "1: picked",
                "1: expected_date_changed"
            ]
            .map(str::to_owned)[..]
        )
    );
    assert!(mails[3].starts_with("1: part_delivered"), "{mails:?}");
    assert_eq!(mails.len(), 4);
}

#[test]
fn the_erp_decides_the_status_only_where_the_settings_say_so() {
    for (settings, mails) in [
        ("{}", [""; 0].as_slice()),
        (r#"{"status_from":"shop"}"#, &[]),
        (r#"{"status_from":"erp"}"#, &["1: status_changed"]),
    ] {
        let shop = Shop::new(settings);
        hook(&shop, shop.order("1", "new"));
        shop.mails();
        let mut erp = part(&shop);
        erp.status = Some(Status::new("gone", Stage::Sent));
        import(&shop, &erp);
        assert_eq!(shop.mails(), mails, "{settings}");
        // And the shop's own status moves it only if the shop decides.
        hook(&shop, shop.order("1", "done"));
        assert_eq!(shop.mails().len(), 1 - mails.len(), "{settings}");
    }
}

#[test]
fn a_part_alone_is_no_order_until_the_shop_speaks() {
    let shop = Shop::new("{}");
    let mut erp = part(&shop);
    erp.documents = vec![invoice("e1")];
    import(&shop, &erp);
    assert_eq!(shop.mails(), [""; 0]);
    hook(&shop, shop.order("1", "new"));
    let mails = shop.mails();
    assert!(
        mails.len() == 1 && mails[0].starts_with("1: placed"),
        "{mails:?}"
    );
    assert_eq!(shop.page("1").documents.len(), 1);
}

#[test]
fn a_quiet_part_mails_nobody_and_a_held_one_not_before_its_release() {
    for (via, mails) in [(Via::QuietImport, 0), (Via::HeldImport, 1)] {
        let shop = Shop::new("{}");
        hook(&shop, shop.order("1", "new"));
        shop.mails();
        let mut erp = part(&shop);
        erp.documents = vec![invoice("e1")];
        import_via(&shop, &erp, via);
        assert_eq!(shop.mails(), [""; 0]);
        assert_eq!(shop.page("1").documents.len(), 1);
        shop.release();
        shop.later(1);
        assert_eq!(shop.mails().len(), mails, "{via:?}");
    }
}

#[test]
fn what_a_later_part_leaves_out_stands_as_an_earlier_one_said_it() {
    let (shop, _) = both_spoke();
    // A tracking number alone, then a day alone, then a slip alone.
    let mut erp = part(&shop);
    erp.shipments = vec![parcel("e2", "T2")];
    import(&shop, &erp);
    assert_eq!(shop.mails(), ["1: tracking_entered"]);
    let mut erp = part(&shop);
    erp.expected_on = Some("2026-12-18".parse().unwrap());
    import(&shop, &erp);
    assert_eq!(shop.mails(), ["1: expected_date_changed"]);
    for _ in 0..30 {
        let mut erp = part(&shop);
        erp.message = Some(format!("{}", shop.clock.get()));
        import(&shop, &erp);
    }
    assert_eq!(shop.mails(), [""; 0]);
    let page = shop.page("1");
    assert_eq!((page.documents.len(), page.shipments.len()), (1, 2));
    assert!(page.lines[0].expected_on.is_some());
    // And a new word of the ERP counts.
    let mut erp = part(&shop);
    erp.lines = vec![LinePart {
        sku: Some("a".to_owned()),
        delivered: Some(2.into()),
        ..LinePart::default()
    }];
    import(&shop, &erp);
    erp.updated_at = shop.now();
    erp.lines[0].delivered = Some(1.into());
    import(&shop, &erp);
    assert_eq!(shop.page("1").lines[0].delivered, Some(1.into()));
}

/// Makes an order that the ERP alone tells.
fn whole(shop: &Shop) -> OrderPart {
    let mut erp = part(shop);
    erp.status = Some(Status::new("open", Stage::Preparing));
    erp.currency = Some("EUR".to_owned());
    erp.customer.email = Some("ann@example.com".to_owned());
    erp.lines = vec![LinePart {
        sku: Some("a".to_owned()),
        name: Some("A thing".to_owned()),
        quantity: Some(2.into()),
        ..LinePart::default()
    }];
    erp
}

#[test]
fn an_attempt_at_an_order_that_was_removed_before_the_shop_told_it_ends() {
    let shop = Shop::new("{}");
    // A worker draws the ticket of the first attempt, and dies before it writes.
    block_on(shop.store.increment(&key("1").ticket(1, 1))).unwrap();
    import(&shop, &whole(&shop));
    let event = shop.event(EventPayload::Deleted, Via::Hook);
    block_on(append_all(shop.context(), &[(key("1"), event)], Vec::new())).unwrap();
    for _ in 0..5 {
        shop.later(100);
    }
    assert_eq!(shop.drain().waiting, 0);
    assert_eq!(shop.mails(), [""; 0]);
}

#[test]
fn an_order_that_the_erp_alone_tells_is_an_order() {
    let shop = Shop::new("{}");
    import(&shop, &whole(&shop));
    assert_eq!(shop.mails(), ["1: placed"]);
    // A fact about its item reaches it.
    shop.stock(0, Some("2026-12-18"));
    shop.later(1);
    assert_eq!(shop.mails(), ["1: expected_date_changed"]);
    // The shop's own word is not a second order.
    hook(&shop, shop.order("1", "open"));
    let mails = shop.mails();
    assert!(
        mails.iter().all(|mail| !mail.contains("placed")),
        "{mails:?}"
    );
}

#[test]
fn what_the_erp_told_is_not_told_again_as_the_shop_calls_the_line_otherwise() {
    let shop = Shop::new("{}");
    let mut erp = whole(&shop);
    import(&shop, &erp);
    assert_eq!(shop.mails(), ["1: placed"]);
    erp.updated_at = shop.now();
    erp.lines[0].delivered = Some(1.into());
    erp.lines[0].invoiced = Some(1.into());
    import(&shop, &erp);
    assert_eq!(shop.mails(), ["1: part_delivered, invoiced"]);
    let mut order = shop.order("1", "open");
    order.status = erp.status.clone().unwrap();
    hook(&shop, order.clone());
    assert_eq!(shop.mails(), [""; 0]);
    assert_eq!(shop.page("1").lines[0].delivered, Some(1.into()));
    // Another line of the same item is one of its own.
    order.updated_at = shop.now();
    let line = Line {
        delivered: Some(1.into()),
        ..order.lines[0].clone()
    };
    order.lines.push(Line {
        id: "2".to_owned(),
        ..line
    });
    hook(&shop, order);
    let mails = shop.mails();
    assert!(mails[0].contains("delivered"), "{mails:?}");
}

/// Makes the order as a draft of the shop's.
fn draft(shop: &Shop) -> Order {
    let mut draft = shop.order("1", "draft");
    draft.status = Status::new("draft", Stage::Draft);
    draft
}

#[test]
fn what_was_held_while_the_order_was_a_draft_waits_for_its_release() {
    let shop = Shop::new(r#"{"settle_seconds":120}"#);
    hook(&shop, draft(&shop));
    let mut erp = part(&shop);
    erp.documents = vec![invoice("e1")];
    import_via(&shop, &erp, Via::HeldImport);
    // Looks come and go while there is no order to tell of.
    shop.later(300);
    hook(&shop, shop.order("1", "new"));
    shop.later(300);
    assert_eq!(shop.mails(), [""; 0]);
    assert_eq!(shop.release(), ["1"]);
    shop.later(300);
    assert_eq!(shop.mails(), ["1: placed, invoiced"]);
}

#[test]
fn what_was_held_waits_though_a_part_begins_the_order() {
    let shop = Shop::new(r#"{"settle_seconds":120,"status_from":"erp"}"#);
    shop.say_via(draft(&shop), Via::HeldImport);
    shop.later(1);
    let mut erp = part(&shop);
    erp.status = Some(Status::new("open", Stage::Received));
    import_via(&shop, &erp, Via::Import);
    shop.later(300);
    assert_eq!(shop.mails(), [""; 0]);
    assert_eq!(shop.release(), ["1"]);
    shop.later(300);
    assert_eq!(shop.mails(), ["1: placed"]);
}
