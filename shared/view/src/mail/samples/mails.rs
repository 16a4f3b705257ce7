//! The mails of the samples.

use wismo_domain::changes::Change;
use wismo_domain::file::{MediaType, Stored};
use wismo_domain::mail::{Mail, Mailbox};
use wismo_domain::order::{
    Contact, DateSource, DeliveryMethod, Document, DocumentKind, Order, Quantity, Role, Stage,
};
use wismo_domain::settings::Brand;
use wismo_domain::templates::Template;

use super::{
    BLANKET, RIBBON, TRAY, address, counted, line, mail, mail_of, mail_with, moved, order, parcel,
    promised, shop, status, template, tracked, written,
};
use crate::texts::Language;
use crate::texts::spoken::speaking;

/// Every kind of mail, with a name for it.
pub(in crate::mail) fn all() -> Vec<(&'static str, Mail)> {
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
    let from = Some(status(Stage::OnHold));
    let mut all = single_changes();
    all.extend([
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
        ("waiting", waiting()),
        (
            "part-ready",
            not_shipped(DeliveryMethod::PickUp, Stage::PartDelivered),
        ),
        (
            "ready",
            not_shipped(DeliveryMethod::PickUp, Stage::ReadyToCollect),
        ),
        (
            "part-done",
            not_shipped(DeliveryMethod::None, Stage::PartDelivered),
        ),
        (
            "completed",
            not_shipped(DeliveryMethod::None, Stage::Completed),
        ),
    ]);
    all
}

/// A mail about an order that is not shipped, of which nobody was told yet.
fn not_shipped(way: DeliveryMethod, stage: Stage) -> Mail {
    let mut order = order();
    order.status = status(stage);
    order.delivery_method = Some(way);
    order.delivery_address = Some(address());
    order.lines[0].delivered = Some(2.into());
    let lines = vec![counted(BLANKET, 0, 2)];
    let to = order.status.clone();
    let delivered = if stage == Stage::PartDelivered {
        Change::PartDelivered { lines }
    } else {
        for line in &mut order.lines {
            line.delivered = Some(line.quantity);
        }
        Change::Delivered { lines }
    };
    mail(
        &order,
        &[delivered, Change::StatusChanged { from: None, to }],
    )
}

/// An order of which a part is sent and the rest is expected.
pub(in crate::mail) fn part_sent() -> Order {
    let mut order = order();
    order.status = status(Stage::PartDelivered);
    order.lines[0].delivered = Some(1.into());
    order.lines[1].delivered = Some(Quantity::ZERO);
    order.lines[1].expected_on = Some("2026-06-19".parse().unwrap());
    order.lines[1].expected_by = Some(DateSource::PurchaseOrder);
    order.lines[2].delivered = Some(Quantity::ZERO);
    order
}

/// A mail for each change that is about no more than itself.
fn single_changes() -> Vec<(&'static str, Mail)> {
    use DateSource::{Item, PurchaseOrder};
    let (old, new) = (Some("2026-06-12"), Some("2026-06-19"));
    let part = part_sent();
    let one = |change| mail(&part, &[change]);
    vec![
        (
            "lines-cancelled",
            one(Change::LinesCancelled {
                lines: vec![counted(RIBBON, 1, 2)],
            }),
        ),
        (
            "invoiced",
            one(Change::Invoiced {
                document: Some("2041".to_owned()),
                lines: vec![counted(BLANKET, 0, 1)],
            }),
        ),
        (
            "credited",
            one(Change::Credited {
                document: Some("C-17".to_owned()),
                lines: Vec::new(),
            }),
        ),
        ("packing-slip", one(Change::PackingSlipPrinted)),
        ("picked", one(Change::Picked)),
        (
            "part-delivered",
            one(Change::PartDelivered {
                lines: vec![counted(BLANKET, 0, 1)],
            }),
        ),
        (
            "corrected",
            one(Change::DeliveryCorrected {
                lines: vec![counted(BLANKET, 2, 1), counted(TRAY, 1, 0)],
            }),
        ),
        (
            "expected",
            one(Change::ExpectedDateChanged {
                lines: vec![promised(TRAY, old, new, PurchaseOrder)],
            }),
        ),
        (
            "expected-several",
            one(Change::ExpectedDateChanged {
                lines: vec![
                    promised(TRAY, old, new, PurchaseOrder),
                    promised(RIBBON, new, old, Item),
                ],
            }),
        ),
        (
            "back-in-stock",
            one(Change::BackInStock {
                lines: vec![TRAY.to_owned()],
            }),
        ),
        (
            "returned",
            one(Change::Returned {
                lines: vec![counted(BLANKET, 0, 1), counted("gone", 0, 1)],
            }),
        ),
    ]
}

/// Several changes at once, words of the shop's own, and a copy.
pub(in crate::mail) fn waiting() -> Mail {
    use DateSource::{PurchaseOrder, SalesOrder};
    let changes = [
        moved(Stage::Preparing, Stage::PartDelivered),
        Change::PartDelivered {
            lines: vec![counted(BLANKET, 0, 1)],
        },
        Change::ExpectedDateChanged {
            lines: vec![
                promised(BLANKET, None, Some("2026-06-15"), SalesOrder),
                promised(TRAY, Some("2026-06-12"), Some("2026-06-19"), PurchaseOrder),
            ],
        },
        Change::LinesCancelled {
            lines: vec![counted(RIBBON, 0, 3)],
        },
        Change::Invoiced {
            document: Some("2041".to_owned()),
            lines: vec![counted(BLANKET, 0, 1)],
        },
    ];
    let mut order = part_sent();
    order.lines[2].cancelled = Some(3.into());
    order.documents = vec![
        Document {
            file: Some(Stored::of(b"%PDF")),
            media_type: Some(MediaType::Pdf),
            ..Document::new("2041", DocumentKind::Invoice)
        },
        Document {
            url: Some("https://files.fjordfern.example/7?a=1&b=2".to_owned()),
            ..Document::new("7", DocumentKind::PackingSlip)
        },
    ];
    let own = template(
        None,
        Some(
            "Thank you for your patience.\n\nOur shop is closed on 17 June.\n\
             You reach us again on 18 June, from 9 to 16.",
        ),
    );
    let copy = Mailbox::new("Bookkeeping", "books@customer.example").unwrap();
    order.customer.contacts = vec![Contact {
        role: Role::Billing,
        name: Some(copy.name.clone()),
        email: copy.address.clone(),
    }];
    mail_with(&shop(), &order, &changes, Some(&own), vec![copy])
}

/// A mail in the shop's own looks.
pub(in crate::mail) fn branded() -> Mail {
    let brand = Brand {
        logo: Some("https://fjordfern.example/logo.png".to_owned()),
        accent: Some("#e4572e".parse().unwrap()),
        background: Some("#fff3e6".parse().unwrap()),
        site: Some("https://fjordfern.example/".to_owned()),
        ..Brand::default()
    };
    written(
        &brand,
        (&shop(), &order()),
        &[Change::Placed],
        None,
        Vec::new(),
    )
    .mail
}

/// A mail with the shop's own words wherever it can have some.
fn own_words() -> Mail {
    let own: Template = serde_json::from_str(
        r#"{
            "subject": "{{ shop.name }}: a parcel of {{ order.number }} is on its way",
            "preheader": "{{ parcels|length }} parcel, {{ lines|length }} items",
            "heading": "Good news{% if customer.first_name %}, {{ customer.first_name }}{% endif %}!",
            "message": "{% for parcel in parcels %}\n{{ parcel.carrier }} has {{ parcel.number }}.\n{% endfor %}\n\nWhat else there is to say of <{{ order.number }}> stands on its page:\n{{ link }}\n\nThe rest is expected on {{ order.expected or \"a day that we tell you\" }}.",
            "closing": "Warm regards from the fjord,",
            "signature": "Bo & Ada\n{{ shop.name }}"
        }"#,
    )
    .unwrap();
    let mut order = part_sent();
    order.shipments = vec![parcel("a", Some("dhl"), "00340434161094042557")];
    let changes = [
        tracked(&order.shipments[0], None),
        moved(Stage::Preparing, Stage::PartDelivered),
    ];
    mail_with(&shop(), &order, &changes, Some(&own), Vec::new())
}

/// Twenty lines, three parcels.
pub(in crate::mail) fn long() -> Mail {
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

/// Other scripts, and names that do not fit anywhere.
pub(in crate::mail) fn foreign() -> Mail {
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
    mail_of(
        &shop,
        &order,
        &[Change::StatusChanged {
            from: Some(from),
            to,
        }],
    )
}

/// Writes every kind of mail, in every language, to the folder that
/// `WISMO_MAIL_SAMPLES` names.
#[test]
#[ignore = "writes files to look at"]
fn samples_to_look_at() {
    let folder = std::path::PathBuf::from(std::env::var_os("WISMO_MAIL_SAMPLES").unwrap());
    for language in Language::ALL {
        let folder = folder.join(language.code());
        std::fs::create_dir_all(&folder).unwrap();
        let mails = speaking(language, || {
            let mut mails = all();
            mails.extend([("own-words", own_words()), ("branded", branded())]);
            mails
        });
        for (name, mail) in mails {
            std::fs::write(folder.join(format!("{name}.html")), &mail.html).unwrap();
            let text = format!("Subject: {}\n\n{}", mail.subject, mail.text);
            std::fs::write(folder.join(format!("{name}.txt")), text).unwrap();
        }
    }
}
