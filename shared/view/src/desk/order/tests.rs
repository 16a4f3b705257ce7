//! Documents and files at the desk: who got them, and the forms that bring them.

use wismo_domain::file::Stored;
use wismo_domain::file::upload::FileFault;
use wismo_domain::log::{Actor, Disposition, Via};
use wismo_domain::mail::{Attachment, FileSource};
use wismo_domain::notices::{AttemptRecord, AttemptResult};
use wismo_domain::order::{Document as Paper, DocumentKind, Stage, Status};
use wismo_domain::reports::history::{DeliveryKind, DeliveryView, NoticeView};
use wismo_domain::shop::from_setting;
use wismo_domain::time::Timestamp;
use wismo_domain::time::zone::TimeZone;

use super::decide::{DecidePage, form};
use super::mail::{WritePage, write};
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
            file,
            fields: &[("kind", "invoice"), ("number", EVIL)],
            wrong,
        })
        .html
    };
    let first = page(None, &[]);
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
    let html = write(&WritePage {
        frame: frame(&zone),
        shop: &shop,
        order: &order,
        templates: &[],
        fields: &[],
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
}
