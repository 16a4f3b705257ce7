//! The form of a mail, whatever it says: its lines, its size, what mail programs
//! know, and what machines ask for.

use serde_json::Value;
use wismo_domain::changes::Change;
use wismo_domain::mail::Mail;
use wismo_domain::order::{
    DateSource, Document, DocumentKind, Line, LineQuantity, MAX_LINE_QUANTITIES, Order, Refund,
    Shipment, ShipmentState, Stage,
};
use wismo_domain::settings::Brand;

use super::structured;
use crate::mail::samples::{self, counted, order, parcel, promised, tracked};
use crate::texts::Language;
use crate::texts::spoken::speaking;

/// The longest line that RFC 5322, section 2.1.1 allows.
const LONGEST_LINE: usize = 998;

/// The largest size: Gmail cuts off what is longer.
const LARGEST: usize = 102_000;

/// The most that an order may have.
const LINES: usize = 1000;
const PARCELS: usize = 200;
const REFUNDS: usize = 200;

/// The largest order, with `text` again and again as its texts.
fn largest(text: &str) -> (Order, Vec<Change>) {
    let long = |most: usize| -> String { text.chars().cycle().take(most).collect() };
    let day = "2026-06-12".parse().unwrap();
    let mut order = order();
    order.number = Some(long(100));
    order.customer.name = Some(long(60));
    order.expected_on = Some(day);
    order.delivery_address = Some(samples::address());
    let line = |n: usize| Line {
        sku: Some(long(100)),
        total: Some(samples::amount("1234567.89")),
        delivered: Some(5.into()),
        cancelled: Some(1.into()),
        returned: Some(1.into()),
        credited: Some(1.into()),
        expected_on: Some(day),
        expected_by: Some(DateSource::SalesOrder),
        ..Line::new(&n.to_string(), &long(500), 12.into())
    };
    order.lines = (0..LINES).map(line).collect();
    let shipment = |n: usize| Shipment {
        carrier: Some(long(500)),
        tracking_number: Some(long(100)),
        tracking_url: Some(format!("https://a.example/{}", "x".repeat(700))),
        lines: (0..MAX_LINE_QUANTITIES / PARCELS)
            .map(|line| LineQuantity {
                line: line.to_string(),
                quantity: 1.into(),
            })
            .collect(),
        ..Shipment::new(&n.to_string(), ShipmentState::Sent)
    };
    order.shipments = (0..PARCELS).map(shipment).collect();
    order.totals.total = Some(samples::amount("1234567.89"));
    let refund = |n: usize| Refund {
        id: n.to_string(),
        amount: samples::amount("1.25"),
        reason: Some(long(500)),
        lines: Vec::new(),
    };
    order.refunds = (0..REFUNDS).map(refund).collect();
    order.documents = (0..20)
        .map(|n| Document {
            number: Some(long(100)),
            url: Some(format!(
                "https://a.example/{}",
                "x".repeat(if n % 2 == 0 { 700 } else { 1900 })
            )),
            ..Document::new(&n.to_string(), DocumentKind::Invoice)
        })
        .collect();
    let moved = |from, to| -> Vec<_> {
        let lines = 0..LINES;
        lines.map(|n| counted(&n.to_string(), from, to)).collect()
    };
    let days = (0..LINES).map(|n| {
        let (from, to) = (Some("2026-06-01"), Some("2026-06-12"));
        promised(&n.to_string(), from, to, DateSource::PurchaseOrder)
    });
    let mut changes = vec![
        samples::moved(Stage::Preparing, Stage::PartDelivered),
        Change::PartDelivered { lines: moved(0, 5) },
        Change::ExpectedDateChanged {
            lines: days.collect(),
        },
        Change::LinesCancelled { lines: moved(0, 1) },
        Change::Returned { lines: moved(0, 1) },
        Change::Invoiced {
            document: Some(long(100)),
            lines: moved(0, 5),
        },
    ];
    changes.extend(order.shipments.iter().map(|it| tracked(it, Some("1"))));
    (order, changes)
}

fn longest(text: &str) -> usize {
    text.lines().map(str::len).max().unwrap_or_default()
}

fn has_lines(name: &str, mail: &Mail) {
    for part in [&mail.html, &mail.text] {
        let longest = longest(part);
        assert!(longest <= LONGEST_LINE, "{name}: {longest} octets");
    }
}

#[test]
fn no_line_of_the_largest_mail_is_too_long_and_no_mail_is_cut_off() {
    let mut all: Vec<_> = Language::ALL.map(|it| (it, "Överstycke ")).to_vec();
    let texts = ["Oak table, \"extra\" ", "\"", "語", "&<", "متجر "];
    all.extend(texts.map(|text| (Language::English, text)));
    for (language, text) in all {
        let name = format!("{text} in {}", language.code());
        let (order, changes) = largest(text);
        let mail = speaking(language, || samples::mail(&order, &changes));
        has_lines(&name, &mail);
        let size = mail.html.len();
        assert!(size < LARGEST, "{name}: {size} bytes");
    }
}

#[test]
fn no_line_of_any_mail_is_too_long() {
    for language in Language::ALL {
        for (name, mail) in speaking(language, samples::all) {
            has_lines(name, &mail);
            // Whatever can be broken is broken well before it has to be.
            let longest = longest(&mail.html);
            assert!(longest <= 500, "{name}: {longest} octets");
        }
    }
    let message = "語".repeat(2000);
    let own = samples::template(Some(&"語".repeat(190)), Some(&message));
    let brand = Brand {
        logo: Some(format!("https://a.example/{}", "x".repeat(1900))),
        ..Brand::default()
    };
    let shop = samples::shop();
    let of = (&shop, &order());
    let written = samples::written(&brand, of, &[Change::Placed], Some(&own), Vec::new());
    assert_eq!(written.fault, None);
    has_lines("own words", &written.mail);
}

#[test]
fn mail_programs_know_every_property() {
    for (name, mail) in samples::all() {
        for unknown in ["-inline-start", "-inline-end", "flex", "grid", "var("] {
            assert!(!mail.html.contains(unknown), "{name} has {unknown}");
        }
        // Text in the colour of its ground counts against a mail.
        let (_, hidden) = mail.html.split_once("display:none;").unwrap();
        let (style, _) = hidden.split_once('"').unwrap();
        assert!(!style.contains("color:"), "{name}: {style}");
    }
    let mail = samples::mail(&order(), &[Change::Placed]);
    let amounts: Vec<&str> = mail
        .html
        .split("<td")
        .filter(|td| td.contains("align=\"right\""))
        .collect();
    assert_eq!(amounts.len(), 4);
    for amount in amounts {
        assert!(amount.contains("padding-left:16px"), "{amount}");
    }
}

#[test]
fn the_sums_do_not_read_as_another_item() {
    let mut order = order();
    order.totals.items = Some(samples::amount("166.80"));
    order.totals.shipping = Some(samples::amount("9.00"));
    let html = samples::mail(&order, &[Change::Placed]).html;
    let rule = |words: &str| {
        let (before, _) = html.split_once(&format!(">{words}</td>")).unwrap();
        let (_, cell) = before.rsplit_once("<td").unwrap();
        cell.contains("border-top:2px")
    };
    assert!(rule("Items") && !rule("Shipping") && !rule("Total"));
    order.lines.clear();
    let html = samples::mail(&order, &[Change::Placed]).html;
    assert!(!html.contains("border-top:2px"));
}

#[test]
fn refunds_that_a_mail_has_no_room_for_are_one_sum() {
    let mut order = order();
    order.totals.total = Some(samples::amount("500"));
    let refund = |n: usize| Refund {
        id: n.to_string(),
        amount: samples::amount("1.25"),
        reason: Some(format!("Tile {n}")),
        lines: Vec::new(),
    };
    order.refunds = (0..REFUNDS).map(refund).collect();
    let text = samples::mail(&order, &[Change::Placed]).text;
    assert!(
        text.contains("Tile 9:") && !text.contains("Tile 10:"),
        "{text}"
    );
    // 190 times 1.25 in one row, and the rest after all refunds below it.
    let (sum, left) = (text.find("237.50"), text.find("250.00"));
    assert!(sum.is_some() && sum < left, "{text}");
}

#[test]
fn a_document_whose_address_is_too_long_is_had_from_the_page() {
    let mut order = order();
    order.documents = vec![Document {
        url: Some(format!("https://a.example/{}", "x".repeat(1900))),
        number: Some("PS".to_owned()),
        ..Document::new("1", DocumentKind::PackingSlip)
    }];
    let mail = samples::mail(&order, &[Change::Placed]);
    let (_, after) = mail.text.split_once("* Packing slip PS:").unwrap();
    assert!(after.trim_start().starts_with(samples::PAGE), "{after}");
    let html = format!(r#"href="{}""#, samples::PAGE);
    let (_, after) = mail.html.split_once(">Documents<").unwrap();
    assert!(after.contains(&html), "{after}");
}

#[test]
fn a_label_has_one_mark() {
    let mut order = order();
    let refund = |reason: &str| Refund {
        id: reason.to_owned(),
        amount: samples::amount("25"),
        reason: Some(reason.to_owned()),
        lines: Vec::new(),
    };
    order.refunds = ["Order fully refunded.", "Torn", "Too small?"]
        .map(refund)
        .to_vec();
    let text = samples::mail(&order, &[Change::Placed]).text;
    for row in [
        "Refund: Order fully refunded: ",
        "Refund: Torn: ",
        "Refund: Too small? ",
    ] {
        assert!(text.contains(row), "{text}");
    }
}

fn has(thing: &Value, paths: &[&str]) {
    for path in paths {
        let value = thing.pointer(path).unwrap_or(&Value::Null);
        let says = value.as_str().is_some_and(|text| !text.is_empty());
        assert!(says, "{path} in {thing:#}");
    }
}

#[test]
fn gmail_finds_all_that_it_asks_of_an_order_and_a_parcel() {
    let mut order = order();
    order.shipments = vec![parcel("p1", Some("FedEx"), "123456789012")];
    order.expected_on = Some("2026-06-12".parse().unwrap());
    order.delivery_address = Some(samples::address());
    let things = |order: &Order| structured(&samples::mail(order, &[Change::Placed]));
    let all = things(&order);
    has(
        &all[0],
        &[
            "/merchant/name",
            "/seller/name",
            "/orderNumber",
            "/price",
            "/priceCurrency",
            "/potentialAction/target",
            "/acceptedOffer/0/itemOffered/name",
            "/acceptedOffer/0/price",
            "/acceptedOffer/0/priceCurrency",
            "/acceptedOffer/0/eligibleQuantity/value",
        ],
    );
    has(
        &all[1],
        &[
            "/carrier/name",
            "/deliveryAddress/streetAddress",
            "/deliveryAddress/addressLocality",
            "/deliveryAddress/addressRegion",
            "/deliveryAddress/addressCountry",
            "/deliveryAddress/postalCode",
            "/expectedArrivalUntil",
            "/itemShipped/0/name",
            "/partOfOrder/orderNumber",
            "/partOfOrder/merchant/name",
        ],
    );
    assert_eq!(all[1]["expectedArrivalUntil"], "2026-06-12T23:59:59Z");
    // If any one of these is missing, there is no such thing.
    let without = |leave_out: fn(&mut Order)| {
        let mut order = order.clone();
        leave_out(&mut order);
        let things = things(&order);
        things.as_array().unwrap().len()
    };
    assert_eq!(without(|_| {}), 2);
    assert_eq!(without(|order| order.delivery_address = None), 1);
    assert_eq!(without(|order| order.expected_on = None), 1);
    assert_eq!(without(|order| order.shipments[0].carrier = None), 1);
    assert_eq!(without(|order| order.lines.clear()), 1);
    let town = |order: &mut Order| order.delivery_address.as_mut().unwrap().city = None;
    assert_eq!(without(town), 1);
    // A day when stock reaches the shop is not the parcel's day.
    assert_eq!(
        without(|order| {
            order.expected_on = None;
            order.lines[0].expected_on = Some("2026-06-12".parse().unwrap());
            order.lines[0].expected_by = Some(DateSource::PurchaseOrder);
        }),
        1
    );
}

#[test]
fn nobody_but_the_customer_is_told_where_a_parcel_goes() {
    let mut order = order();
    order.shipments = vec![parcel("p1", Some("FedEx"), "123456789012")];
    order.expected_on = Some("2026-06-12".parse().unwrap());
    order.delivery_address = Some(samples::address());
    let shop = samples::shop();
    let copy = "bo@office.example".parse().unwrap();
    let copied = samples::mail_with(&shop, &order, &[Change::Placed], None, vec![copy]);
    assert!(!copied.html.contains("Strandgaten"));
    let theirs = samples::mail(&order, &[Change::Placed]);
    assert!(theirs.html.contains("Strandgaten"));
}
