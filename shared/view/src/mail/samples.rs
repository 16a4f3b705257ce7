//! Letters to test with, and to look at.

use wismo_domain::changes::Change;
use wismo_domain::mail::{Mail, Mailbox};
use wismo_domain::order::{
    Amount, Customer, Line, Order, Quantity, Shipment, ShipmentState, Stage, Status, Totals,
};
use wismo_domain::shop::{Platform, Shop};
use wismo_domain::zone::TimeZone;

use super::{Letter, compose};
use crate::texts::Language;

pub(super) const PAGE: &str = "https://orders.fjordfern.example/s/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdEfGhIjKlMnOpQrStUvWxYz";

pub(super) fn shop() -> Shop {
    Shop {
        id: "north".to_owned(),
        platform: Platform::Woocommerce,
        secrets: Vec::new(),
        name: "Fjord & Fern".to_owned(),
        locale: "en".to_owned(),
        timezone: TimeZone::utc(),
    }
}

pub(super) fn status(stage: Stage) -> Status {
    Status {
        code: "code".to_owned(),
        stage,
        label: None,
    }
}

pub(super) fn line(name: &str, quantity: i64, total: &str) -> Line {
    Line {
        id: name.to_owned(),
        sku: None,
        name: name.to_owned(),
        quantity: quantity.into(),
        delivered: None,
        cancelled: None,
        total: Some(amount(total)),
    }
}

pub(super) fn amount(text: &str) -> Amount {
    Amount(text.parse().unwrap())
}

pub(super) fn parcel(id: &str, carrier: Option<&str>, number: &str) -> Shipment {
    Shipment {
        id: id.to_owned(),
        carrier: carrier.map(str::to_owned),
        tracking_number: Some(number.to_owned()),
        tracking_url: None,
        shipped_at: None,
        state: ShipmentState::Sent,
        lines: Vec::new(),
    }
}

pub(super) fn order() -> Order {
    let mut blanket = line("Wool blanket, heather grey", 2, "118.00");
    blanket.sku = Some("WB-12-HG".to_owned());
    Order {
        id: "1042".to_owned(),
        number: Some("#1042".to_owned()),
        updated_at: "2026-06-06T10:00:00Z".parse().unwrap(),
        placed_at: None,
        status: status(Stage::Preparing),
        cancelled_at: None,
        currency: "USD".to_owned(),
        customer: Customer {
            name: Some("Åse Nordmann".to_owned()),
            ..Customer::default()
        },
        lines: vec![
            blanket,
            line("Birch tea tray", 1, "42.50"),
            line("Linen ribbon, by the metre", 3, "6.30"),
        ],
        shipments: Vec::new(),
        refunds: Vec::new(),
        totals: Totals {
            total: Some(amount("175.80")),
            ..Totals::default()
        },
    }
}

pub(super) fn moved(from: Stage, to: Stage) -> Change {
    Change::StatusChanged {
        from: status(from),
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
    let from = Mailbox::new("", "orders@fjordfern.example").unwrap();
    let reply_to = Mailbox::new("", "help@fjordfern.example").unwrap();
    compose(&Letter {
        shop,
        order,
        changes,
        page_url: PAGE,
        from: &from,
        reply_to: Some(&reply_to),
        to: Mailbox::new("Åse Nordmann", "ase@customer.example").unwrap(),
        language: Language::English,
        root_id: "order-1042".to_owned(),
    })
}

/// Every kind of mail, with a name for it.
pub(super) fn all() -> Vec<(&'static str, Mail)> {
    let placed = order();
    let mut sent = order();
    sent.status = status(Stage::PartDelivered);
    sent.lines[0].delivered = Some(Quantity::from(2));
    sent.lines[1].delivered = Some(Quantity::ZERO);
    sent.lines[2].cancelled = Some(Quantity::from(1));
    sent.shipments = vec![
        parcel("a", Some("fedex"), "794652131546"),
        parcel("b", Some("Bybud Oslo"), "BB-2231"),
    ];
    let news = [
        moved(Stage::Preparing, Stage::PartDelivered),
        tracked(&sent.shipments[0], Some("794652131500")),
        tracked(&sent.shipments[1], None),
    ];
    let one = {
        let mut order = order();
        order.shipments = vec![parcel("a", Some("dhl"), "00340434161094042557")];
        order
    };
    let mut cancelled = order();
    cancelled.status = status(Stage::Cancelled);
    let from = status(Stage::OnHold);
    vec![
        ("placed", mail(&placed, &[Change::Placed])),
        (
            "status",
            mail(&placed, &[moved(Stage::Received, Stage::Preparing)]),
        ),
        ("tracking", mail(&one, &[tracked(&one.shipments[0], None)])),
        ("several", mail(&sent, &news)),
        ("cancelled", mail(&cancelled, &[Change::Cancelled { from }])),
        ("long", long()),
        ("foreign", foreign()),
    ]
}

/// Twenty lines, three parcels.
pub(super) fn long() -> Mail {
    let mut order = order();
    order.lines = (1..=20)
        .map(|n| {
            line(
                &format!("Hand-thrown stoneware cup, glaze no. {n}, with saucer"),
                n,
                "1234.50",
            )
        })
        .collect();
    order.shipments = vec![
        parcel("a", Some("ups"), "1Z999AA10123456784"),
        parcel("b", Some("usps"), "9400111899223197428490"),
        parcel("c", None, "77-1"),
    ];
    let changes = [
        tracked(&order.shipments[0], None),
        moved(Stage::Preparing, Stage::Sent),
    ];
    mail(&order, &changes)
}

/// Other scripts, and names that fit nowhere.
pub(super) fn foreign() -> Mail {
    let mut shop = shop();
    shop.name = "متجر الزهور".to_owned();
    let mut order = order();
    order.number = Some("طلب-77".to_owned());
    order.customer.name = Some("محمد علي 🌸".to_owned());
    order.lines = vec![
        line("إكليل من الورد الأحمر", 2, "118.00"),
        line("手染めの風呂敷 🎁", 1, "42.50"),
        line(&"Donaudampfschifffahrt".repeat(15), 1, "1234567.89"),
    ];
    order.shipments = vec![parcel(
        "a",
        Some(&"Überlandpost".repeat(20)),
        &"1234567890".repeat(9),
    )];
    let mut to = status(Stage::Other);
    to.label = Some("يتم نقش الأسماء".to_owned());
    let from = status(Stage::Received);
    mail_of(&shop, &order, &[Change::StatusChanged { from, to }])
}

/// Writes every kind of mail to the folder that `WISMO_MAIL_SAMPLES` names.
#[test]
#[ignore = "writes files to look at"]
fn samples_to_look_at() {
    let folder = std::path::PathBuf::from(std::env::var_os("WISMO_MAIL_SAMPLES").unwrap());
    std::fs::create_dir_all(&folder).unwrap();
    for (name, mail) in all() {
        std::fs::write(folder.join(format!("{name}.html")), &mail.html).unwrap();
        let text = format!("Subject: {}\n\n{}", mail.subject, mail.text);
        std::fs::write(folder.join(format!("{name}.txt")), text).unwrap();
    }
}
