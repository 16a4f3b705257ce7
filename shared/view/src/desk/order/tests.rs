//! The page of an order: its answers, its documents and their files, and its forms.

use wismo_domain::changes::Change;
use wismo_domain::file::Stored;
use wismo_domain::file::upload::FileFault;
use wismo_domain::log::{Actor, Disposition, Via};
use wismo_domain::mail::{Attachment, FileSource};
use wismo_domain::notices::{AttemptRecord, AttemptResult};
use wismo_domain::order::{
    Document as Paper, DocumentKind, Shipment, ShipmentState, Stage, Status,
};
use wismo_domain::reports::forecast::Forecast;
use wismo_domain::reports::history::{
    ChangeView, DeliveryKind, DeliveryView, NoticeView, Notification, NotificationStatus, Reason,
};
use wismo_domain::shop::from_setting;
use wismo_domain::time::Timestamp;
use wismo_domain::time::zone::TimeZone;

use super::decide::{DecidePage, confirm, confirm_revocation, form};
use super::mail::{TemplateChoice, WritePage, write};
use super::upload::KeptFile;
use super::*;
use crate::desk::field::{Wrong, WrongField};
use crate::texts::Language;

const EVIL: &str = "<img src=x>\"'&";

fn now() -> Timestamp {
    "2026-06-06T10:00:00Z".parse().unwrap()
}

fn frame(zone: &TimeZone) -> DeskFrame<'_> {
    DeskFrame {
        language: Language::English,
        root: "/desk",
        files: "0f",
        searched: None,
        visitor: None,
        zone,
        now: now(),
    }
}

fn shop() -> Shop {
    let setting = serde_json::json!([{
        "id": "north", "platform": "woocommerce", "name": "North",
        "secrets": ["a secret of the shop with enough bytes"],
    }]);
    from_setting(&setting.to_string()).unwrap().remove(0)
}

fn order() -> Order {
    let status = Status::new("processing", Stage::Preparing);
    let mut order = Order::new("A/1", now(), status, "EUR");
    order.documents = vec![
        Paper::new("F-1", DocumentKind::Invoice),
        Paper {
            number: Some(EVIL.to_owned()),
            file: Some(Stored::of(b"%PDF")),
            ..Paper::new("desk-1", DocumentKind::Other)
        },
    ];
    order
}

fn history() -> History {
    let sent = NoticeView {
        notice: 1,
        at: Some(now()),
        changes: Vec::new(),
        left_out: Vec::new(),
        to: vec!["ada@x.example".parse().unwrap()],
        copies: Vec::new(),
        subject: Some("News".to_owned()),
        attachments: vec![Attachment {
            name: "a.pdf".to_owned(),
            media_type: None,
            source: FileSource::File(Stored::of(b"%PDF").sha256),
        }],
        words: None,
        resends: None,
        skipped: None,
        outcomes: vec![AttemptRecord {
            at: now(),
            result: AttemptResult::Accepted { id: None },
        }],
        is_final: true,
    };
    let printed = DeliveryView {
        event: 2,
        received_at: now(),
        at: now(),
        via: Via::Desk,
        by: Some(Actor::ApiKey {
            name: EVIL.to_owned(),
        }),
        kind: DeliveryKind::PackingSlipPrinted,
        mail: None,
        note: None,
        dropped: Vec::new(),
        disposition: Disposition::Counts,
        changes: Vec::new(),
    };
    History {
        order: None,
        removed: false,
        held: false,
        links_revoked: false,
        deliveries: vec![printed],
        earlier: None,
        notices: vec![sent],
        manual_mails: Vec::new(),
    }
}

#[test]
fn the_documents_say_who_got_and_who_printed_them() {
    let (zone, shop, order, history) = (TimeZone::utc(), shop(), order(), history());
    let content = OrderPage {
        frame: frame(&zone),
        shop: &shop,
        order: &order,
        history: &history,
        newest: &history,
        urgency: None,
        tasks: &[],
        watch: None,
        notes: &NotesPage::default(),
        shop_url: None,
        may_act: true,
        done: None,
    };
    let html = documents::documents(&content).into_string();
    assert!(
        html.contains("Emailed to <bdi>ada@x.example</bdi>, <time"),
        "{html}"
    );
    assert_eq!(html.matches("Emailed to").count(), 1, "{html}");
    // Only what is kept can be saved.
    assert_eq!(html.matches("/documents/").count(), 1, "{html}");
    assert!(
        html.contains("href=\"/desk/orders/north/A%2F1/documents/2\""),
        "{html}"
    );
    assert!(html.contains("Packing slip</p>"), "{html}");
    assert!(html.contains("Printed: <bdi>&lt;img"), "{html}");
    assert!(!html.contains("<img"), "{html}");
}

/// The page, with a mail that told of a parcel, and a change after it that nobody was told.
fn told(may_act: bool) -> String {
    let (zone, shop, mut order, mut history) = (TimeZone::utc(), shop(), order(), history());
    let mut parcel = Shipment::new("p1", ShipmentState::Sent);
    parcel.carrier = Some("FedEx".to_owned());
    parcel.tracking_number = Some("117579686762".to_owned());
    parcel.shipped_at = Some("2026-06-05T00:00:00Z".parse().unwrap());
    order.shipments.push(parcel);
    let tracked = Change::TrackingEntered {
        shipment: "p1".to_owned(),
        carrier: Some("FedEx".to_owned()),
        from: None,
        to: "117579686762".to_owned(),
    };
    let moved = Change::StatusChanged {
        from: Some(Status::new("processing", Stage::Preparing)),
        to: Status::new("sent", Stage::Sent),
    };
    history.notices[0].changes = vec![tracked.clone()];
    let view = |change, status, reason| ChangeView {
        change,
        notification: Notification {
            status,
            reason,
            detail: None,
            notice: (status == NotificationStatus::Mailed).then_some(1),
        },
    };
    let mailed = |change| view(change, NotificationStatus::Mailed, None);
    let delivery = DeliveryView {
        via: Via::Hook,
        by: None,
        kind: DeliveryKind::Order,
        changes: vec![mailed(moved), mailed(tracked)],
        ..history.deliveries[0].clone()
    };
    let quiet = Some(Reason::ToldNobody);
    let later = DeliveryView {
        via: Via::QuietDesk,
        changes: vec![view(Change::Picked, NotificationStatus::NotMailed, quiet)],
        ..delivery.clone()
    };
    history.deliveries.extend([delivery, later]);
    let content = OrderPage {
        frame: frame(&zone),
        shop: &shop,
        order: &order,
        history: &history,
        newest: &history,
        urgency: None,
        tasks: &[],
        watch: None,
        notes: &NotesPage::default(),
        shop_url: None,
        may_act,
        done: None,
    };
    page(&content).html
}

#[test]
fn the_answers_name_the_parcel_the_mail_and_what_came_later_without_one() {
    let html = told(true);
    let (answers, _) = html.split_once("</dl>").unwrap();
    let told = "Parcel can be tracked with FedEx";
    for part in [
        "<bdi>FedEx</bdi> <a href=\"https://",
        // The shop knows the day alone.
        "<span class=\"soft\">5\u{a0}June 2026</span>",
        &format!("href=\"/desk/orders/north/A%2F1/mails/1\"><bdi>{told}</bdi></a>"),
        "<bdi>ada@x.example</bdi>",
        "<p>Later: Items picked from the shelf</p>",
        "<p>Not emailed: somebody at the desk chose to tell nobody.</p>",
    ] {
        assert!(answers.contains(part), "{part}: {answers}");
    }
    // Both changes of the delivery stand in one mail, which is said once.
    assert_eq!(html.matches("Emailed: <a").count(), 1, "{html}");
    assert!(html.contains("Status: <bdi>Being prepared</bdi> → <bdi>Sent</bdi>"));
    assert!(!html.contains("<del>"), "{html}");
    assert!(html.contains("Subject: <bdi>News</bdi>"), "{html}");
    let viewed = self::told(false);
    assert!(!viewed.contains("/mails/") && !viewed.contains("/mail\""));
}

#[test]
fn a_document_with_a_file_can_be_sent_from_where_it_stands() {
    let html = told(true);
    let link = "href=\"/desk/orders/north/A%2F1/mail?document=desk-1\"";
    assert_eq!(html.matches("/mail?document=").count(), 1, "{html}");
    assert!(html.contains(link), "{html}");
    assert!(html.contains("The shop sent only the number, no file."));
}

#[test]
fn links_are_revoked_only_once_it_is_asked_again() {
    let (zone, shop, order) = (TimeZone::utc(), shop(), order());
    let page = DecidePage {
        frame: frame(&zone),
        shop: &shop,
        order: &order,
        action: OrderAction::Links,
        statuses: &[],
        is_on: false,
        is_removed: false,
        is_more_than_left: false,
        file: None,
        fields: &[],
        wrong: &[],
    };
    let first = form(&page).html;
    assert!(!first.contains("value=\"revoke\""), "{first}");
    let second = confirm_revocation(&page).html;
    assert!(second.contains("value=\"revoke\""), "{second}");
    for html in [first, second] {
        let leave = "<a href=\"/desk/orders/north/A%2F1\">Change nothing</a>";
        assert!(html.contains(leave), "{html}");
    }
}

#[test]
fn a_refund_that_is_known_or_too_much_is_named_before_it_is_done() {
    let (zone, shop, order) = (TimeZone::utc(), shop(), order());
    let shown = |forecast: &Forecast| {
        let page = DecidePage {
            frame: frame(&zone),
            shop: &shop,
            order: &order,
            action: OrderAction::Refund,
            statuses: &[],
            is_on: false,
            is_removed: true,
            is_more_than_left: true,
            file: None,
            fields: &[("amount", "5")],
            wrong: &[],
        };
        (page.is_idle(forecast), confirm(&page, forecast).html)
    };
    let (is_idle, known) = shown(&Forecast::default());
    assert!(is_idle && !known.contains("name=\"do\""), "{known}");
    assert!(
        known.contains("already has a refund of this amount"),
        "{known}"
    );
    assert!(!known.contains("more than the order cost"), "{known}");
    let (is_idle, new) = shown(&Forecast {
        changes: vec![Change::Picked],
        ..Forecast::default()
    });
    assert!(!is_idle && new.contains("value=\"tell\""), "{new}");
    assert!(new.contains("more than the order cost"), "{new}");
    assert!(new.contains("The shop has deleted this order."), "{new}");
}

#[test]
fn the_form_of_a_document_keeps_the_file_that_came_before() {
    let (zone, shop, order) = (TimeZone::utc(), shop(), order());
    let kept = KeptFile {
        number: 7,
        name: EVIL.to_owned(),
    };
    let page = |file, wrong: &[WrongField]| {
        form(&DecidePage {
            frame: frame(&zone),
            shop: &shop,
            order: &order,
            action: OrderAction::Document,
            statuses: &[],
            is_on: true,
            is_removed: true,
            is_more_than_left: false,
            file,
            fields: &[("kind", "invoice"), ("number", EVIL)],
            wrong,
        })
        .html
    };
    let first = page(None, &[]);
    assert!(
        first.contains("The shop has deleted this order."),
        "{first}"
    );
    assert!(first.contains("enctype=\"multipart/form-data\""), "{first}");
    assert!(
        first.contains("<label for=\"file\">File</label>"),
        "{first}"
    );
    assert!(
        first.contains("value=\"invoice\" required checked"),
        "{first}"
    );
    // What stands before the file is kept of a form that is too large.
    let places = ["name=\"kind\"", "name=\"number\"", "type=\"file\""];
    let places = places.map(|part| first.rfind(part).unwrap());
    assert!(places.is_sorted(), "{places:?}");
    assert!(first.contains("type=\"file\" accept=\".pdf,") && first.contains(" required"));
    let wrong = [WrongField::new("file", Wrong::File(FileFault::Type))];
    let again = page(Some(&kept), &wrong);
    assert!(again.contains("name=\"upload\" value=\"7\""), "{again}");
    assert!(
        again.contains("aria-describedby=\"file-error file-hint\""),
        "{again}"
    );
    assert!(again.contains("href=\"#file\""), "{again}");
    assert!(!again.contains("<img"), "{again}");
}

#[test]
fn the_form_of_a_mail_names_its_files_to_be_left_out() {
    let (zone, shop, order) = (TimeZone::utc(), shop(), order());
    let kept = [KeptFile {
        number: 7,
        name: EVIL.to_owned(),
    }];
    let templates = [
        TemplateChoice {
            name: "thanks".to_owned(),
            standard: None,
        },
        TemplateChoice {
            name: "picked".to_owned(),
            standard: Some(Change::Picked),
        },
    ];
    let html = write(&WritePage {
        frame: frame(&zone),
        shop: &shop,
        order: &order,
        is_removed: true,
        templates: &templates,
        fields: &[("template", "picked"), ("document", "desk-1")],
        files: &kept,
        wrong: &[],
        shown: None,
    })
    .html;
    assert!(html.contains("enctype=\"multipart/form-data\""), "{html}");
    let file = "<input type=\"checkbox\" name=\"upload\" value=\"7\" checked>";
    assert!(html.contains(file), "{html}");
    assert!(
        html.contains("type=\"file\"") && html.contains(" multiple"),
        "{html}"
    );
    assert!(!html.contains("<img"), "{html}");
    for part in [
        "<option value=\"thanks\">thanks</option>",
        "<option value=\"picked\" selected>Items picked from the shelf (standard text)</option>",
        "name=\"document\" value=\"desk-1\" checked",
        "<bdi>Invoice F-1</bdi>: The shop sent only the number, no file.",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
}
