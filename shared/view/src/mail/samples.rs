//! Letters to test with, and to look at.

mod mails;

use wismo_domain::changes::{Change, Moved, Promise};
use wismo_domain::mail::{Mail, Mailbox};
use wismo_domain::notices::MailDocuments;
use wismo_domain::order::{
    Address, Amount, Customer, DateSource, Document, Line, Order, Shipment, ShipmentState, Stage,
    Status, Totals,
};
use wismo_domain::settings::Brand;
use wismo_domain::shop::{Platform, Shop};
use wismo_domain::templates::Template;
use wismo_domain::time::zone::TimeZone;

use super::{MailContext, RenderedMail, compose};
use crate::texts::spoken::spoken;

pub(super) use mails::{all, branded, foreign, long, part_sent, waiting};

pub(super) const PAGE: &str = "https://orders.fjordfern.example/s/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdEfGhIjKlMnOpQrStUvWxYz";

pub(super) fn shop() -> Shop {
    Shop {
        id: "north".to_owned(),
        platform: Platform::Woocommerce,
        secrets: Vec::new(),
        sync_secrets: Vec::new(),
        name: "Fjord & Fern".to_owned(),
        locale: Some("en".to_owned()),
        timezone: TimeZone::utc(),
    }
}

pub(super) fn status(stage: Stage) -> Status {
    Status::new("code", stage)
}

pub(super) fn line(name: &str, quantity: i64, total: &str) -> Line {
    Line {
        total: Some(amount(total)),
        ..Line::new(name, name, quantity.into())
    }
}

pub(super) fn amount(text: &str) -> Amount {
    Amount(text.parse().unwrap())
}

pub(super) fn parcel(id: &str, carrier: Option<&str>, number: &str) -> Shipment {
    Shipment {
        carrier: carrier.map(str::to_owned),
        tracking_number: Some(number.to_owned()),
        ..Shipment::new(id, ShipmentState::Sent)
    }
}

pub(super) const BLANKET: &str = "Wool blanket, heather grey";
pub(super) const TRAY: &str = "Birch tea tray";
pub(super) const RIBBON: &str = "Linen ribbon, by the metre";

/// An order whose lines are known by their names.
pub(super) fn order() -> Order {
    let mut blanket = line(BLANKET, 2, "118.00");
    blanket.sku = Some("WB-12-HG".to_owned());
    let at = "2026-06-06T10:00:00Z".parse().unwrap();
    Order {
        number: Some("#1042".to_owned()),
        customer: Customer {
            name: Some("Åse Nordmann".to_owned()),
            email: Some("ase@customer.example".to_owned()),
            ..Customer::default()
        },
        lines: vec![blanket, line(TRAY, 1, "42.50"), line(RIBBON, 3, "6.30")],
        totals: Totals {
            total: Some(amount("175.80")),
            ..Totals::default()
        },
        ..Order::new("1042", at, status(Stage::Preparing), "USD")
    }
}

pub(super) fn address() -> Address {
    let text = |text: &str| Some(text.to_owned());
    Address {
        name: text("Åse Nordmann"),
        street: vec!["Strandgaten 4".to_owned(), "2. etg.".to_owned()],
        postcode: text("5013"),
        city: text("Bergen"),
        country: text("NO"),
        ..Address::default()
    }
}

pub(super) fn counted(line: &str, from: i64, to: i64) -> Moved {
    Moved {
        line: line.to_owned(),
        from: from.into(),
        to: to.into(),
    }
}

pub(super) fn promised(
    line: &str,
    from: Option<&str>,
    to: Option<&str>,
    by: DateSource,
) -> Promise {
    let day = |day: &str| day.parse().unwrap();
    Promise {
        line: line.to_owned(),
        from: from.map(day),
        to: to.map(day),
        by: to.map(|_| by),
    }
}

pub(super) fn moved(from: Stage, to: Stage) -> Change {
    Change::StatusChanged {
        from: Some(status(from)),
        to: status(to),
    }
}

pub(super) fn tracked(shipment: &Shipment, from: Option<&str>) -> Change {
    Change::TrackingEntered {
        shipment: shipment.id.clone(),
        carrier: shipment.carrier.clone(),
        from: from.map(str::to_owned),
        to: shipment.tracking_number.clone().unwrap_or_default(),
    }
}

/// The mail about some changes of an order.
pub(super) fn mail(order: &Order, changes: &[Change]) -> Mail {
    mail_of(&shop(), order, changes)
}

pub(super) fn mail_of(shop: &Shop, order: &Order, changes: &[Change]) -> Mail {
    mail_with(shop, order, changes, None, Vec::new())
}

/// The same, with a template of the shop's own and copies.
pub(super) fn mail_with(
    shop: &Shop,
    order: &Order,
    changes: &[Change],
    own: Option<&Template>,
    cc: Vec<Mailbox>,
) -> Mail {
    written(&Brand::default(), (shop, order), changes, own, cc).mail
}

/// A mail that somebody asked for.
pub(super) fn asked(what: super::RequestedMail) -> Mail {
    let from = Mailbox::new("", "orders@fjordfern.example").unwrap();
    super::asked(
        &MailContext {
            page_url: Some(PAGE),
            to: Mailbox::new("Åse Nordmann", "ase@customer.example").unwrap(),
            language: spoken(),
            root_id: "order-1042".to_owned(),
            ..MailContext::for_order(&shop(), &order(), &Brand::default(), &from)
        },
        what,
    )
}

/// The same, with what came of the template.
pub(super) fn written(
    brand: &Brand,
    (shop, order): (&Shop, &Order),
    changes: &[Change],
    own: Option<&Template>,
    cc: Vec<Mailbox>,
) -> RenderedMail {
    let from = Mailbox::new("", "orders@fjordfern.example").unwrap();
    let reply_to = Mailbox::new("", "help@fjordfern.example").unwrap();
    let documents = &order.documents;
    let some = |is: fn(&&Document) -> bool| documents.iter().filter(is).cloned().collect();
    let documents = MailDocuments {
        attach: some(|document| document.file.is_some()),
        link: some(|document| document.url.is_some()),
    };
    compose(&MailContext {
        changes,
        documents: &documents,
        page_url: Some(PAGE),
        reply_to: Some(&reply_to),
        to: Mailbox::new("Åse Nordmann", "ase@customer.example").unwrap(),
        cc,
        own,
        language: spoken(),
        root_id: "order-1042".to_owned(),
        unsubscribe_url: Some("https://shop.example/s/off/unsubscribe".to_owned()),
        ..MailContext::for_order(shop, order, brand, &from)
    })
}

pub(super) fn template(subject: Option<&str>, message: Option<&str>) -> Template {
    Template {
        subject: subject.map(str::to_owned),
        message: message.map(str::to_owned),
        ..Template::default()
    }
}
