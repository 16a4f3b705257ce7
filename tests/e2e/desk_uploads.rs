//! Files that members upload: documents of orders, and what goes with mails by hand.

use reqwest::StatusCode;
use serde_json::json;
use wismo::recorder::Api;

use crate::harness::desk::{ADA, Desk, ORDER, PASSWORD};
use crate::harness::member::{Member, Part, Seen, body_of, has, invited, lacks, with_files};
use crate::harness::{Wismo, is_spin, woocommerce};

const CUSTOMER: &str = "ada.nilsen@example.com";
const ADD: &str = "/desk/orders/north/324/document";
const WRITE: &str = "/desk/orders/north/324/mail";
const PDF: &[u8] = b"%PDF-1.7\nan invoice of ours\n%%EOF";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
/// The largest file that is taken, in bytes.
const MOST: usize = 512 * 1024;

impl Desk {
    /// The number of deliveries in the order's log.
    async fn deliveries(&self) -> usize {
        let history = self.wismo.history("north", "324").await;
        history["deliveries"].as_array().map_or(0, Vec::len)
    }

    /// Lets mails about invoices carry them.
    async fn attach_invoices(&self) {
        let settings = json!({
            "settle_seconds": 0,
            "rules": { "invoiced": { "notify": "mail", "attach": ["invoice"] } },
        });
        let written = self.wismo.put_settings("north", 1, &settings).await;
        assert_eq!(written.status(), StatusCode::OK);
        // Settings hold everywhere within two seconds.
        self.wismo.later(3).await;
    }
}

/// The form of a document that is to be added.
fn document<'a>(kind: &'a str, number: &'a str, name: &'a str, content: &'a [u8]) -> [Part<'a>; 4] {
    [
        Part::Field("kind", kind),
        Part::Field("number", number),
        Part::Field("do", "ask"),
        Part::File("file", name, content),
    ]
}

/// The numbers of the uploads that a page names.
fn uploads(seen: &Seen) -> Vec<String> {
    let fields = seen.html.split("name=\"upload\" value=\"").skip(1);
    let number = |rest: &str| rest.split('"').next().unwrap().to_owned();
    fields.map(number).collect()
}

#[track_caller]
fn leads_to(seen: &Seen, done: &str) {
    let expected = format!("{ORDER}?done={done}");
    assert_eq!(
        seen.location.as_deref(),
        Some(expected.as_str()),
        "{seen:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invoice_is_added_shown_mailed_once_and_downloaded() {
    // It sets the clock forward.
    if is_spin() {
        return;
    }
    let desk = Desk::open(Api::Resend).await;
    desk.attach_invoices().await;
    let mut ada = desk.owner().await;
    let form = ada.get(ADD).await;
    has(&form, "enctype=\"multipart/form-data\"");
    let before = desk.deliveries().await;
    let parts = document("invoice", "F-9", "C:\\fakepath\\Our invoice.pdf", PDF);
    let shown = ada.post_files(ADD, &parts).await;
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.html);
    for text in [
        "Our invoice.pdf",
        "It will be on the customer’s page.",
        "An email goes to",
        CUSTOMER,
    ] {
        has(&shown, text);
    }
    // To look is to change nothing.
    assert_eq!(desk.deliveries().await, before);
    lacks(&ada.get(ORDER).await, "F-9");
    let upload = shown.hidden("upload");
    let fields = [
        ("kind", "invoice"),
        ("number", "F-9"),
        ("upload", upload.as_str()),
        ("do", "tell"),
    ];
    leads_to(&ada.post(ADD, &fields).await, "order");
    let mail = desk.mail(2).await;
    let [file] = mail.files.as_slice() else {
        panic!("{} files", mail.files.len());
    };
    assert_eq!(file.name, "Our invoice.pdf");
    assert!(file.content == PDF);
    // The form, sent twice, says the same.
    leads_to(&ada.post(ADD, &fields).await, "order");
    assert_eq!(desk.count().await, 2);
    let page = ada.get(ORDER).await;
    for text in ["Invoice F-9", "Document added", ">Ada<", "Emailed to"] {
        has(&page, text);
    }
    // The history for programs names what each mail carried.
    let history = desk.wismo.history("north", "324").await;
    let carried = &history["notices"][1]["attachments"];
    assert_eq!(carried[0]["name"], "Our invoice.pdf", "{history}");
    let page = Wismo::page_path("north", "324");
    let seen = desk.wismo.page("north", "324").await;
    assert!(seen.contains("F-9"), "{seen}");
    // Who has the link, and who is at the desk, saves it and never sees it as a page.
    let answer = desk.wismo.get(&format!("{page}/documents/1")).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let header = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
    assert_eq!(header("content-type"), "application/pdf");
    assert_eq!(
        header("content-disposition"),
        "attachment; filename*=UTF-8''Our%20invoice.pdf"
    );
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert!(header("content-security-policy").contains("sandbox"));
    assert!(answer.bytes().await.unwrap() == PDF);
    let own = ada.get(&format!("{ORDER}/documents/1")).await;
    assert_eq!(own.html.as_bytes(), PDF);
    for wrong in ["0", "2", "x"] {
        let none = ada.get(&format!("{ORDER}/documents/{wrong}")).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND, "{wrong}");
    }
    // Its number is taken: another file needs another one.
    let other = ada
        .post_files(ADD, &document("invoice", "F-9", "b.png", PNG))
        .await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    has(&other, "already has a file for this document");
    // It stands when the shop says something else of the order.
    let mut next = woocommerce(324, "processing", "2026-12-01T10:00:00");
    next["customer_note"] = json!("Ring twice.");
    desk.wismo.deliver(&next).await;
    has(&ada.get(ORDER).await, "Invoice F-9");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_may_be_told_to_nobody_and_be_hidden_by_the_rules() {
    // It sets the clock forward.
    if is_spin() {
        return;
    }
    let desk = Desk::open(Api::Resend).await;
    let mut ada = desk.owner().await;
    let shown = ada
        .post_files(ADD, &document("other", "", "Care of oak.png", PNG))
        .await;
    has(&shown, "Nobody gets an email.");
    let upload = shown.hidden("upload");
    let fields = [
        ("kind", "other"),
        ("number", ""),
        ("upload", upload.as_str()),
        ("do", "quiet"),
    ];
    leads_to(&ada.post(ADD, &fields).await, "order");
    has(&ada.get(ORDER).await, "Document Care of oak");
    assert!(
        desk.wismo
            .page("north", "324")
            .await
            .contains("Care of oak")
    );
    assert_eq!(desk.count().await, 1);
    let settings = json!({ "settle_seconds": 0, "rules": { "credited": { "notify": "off" } } });
    let written = desk.wismo.put_settings("north", 1, &settings).await;
    assert_eq!(written.status(), StatusCode::OK);
    desk.wismo.later(3).await;
    let hidden = ada
        .post_files(ADD, &document("credit_note", "C-1", "c.pdf", PDF))
        .await;
    has(&hidden, "do not show documents of this kind");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_file_that_is_taken_is_refused_and_leaves_nothing() {
    let desk = Desk::open(Api::Resend).await;
    let mut ada = desk.owner().await;
    let before = desk.deliveries().await;
    let large = [PDF, &vec![b' '; MOST]].concat();
    let huge = [PDF, &vec![b' '; 4_000_000]].concat();
    let html = b"<html><script>alert(1)</script></html>";
    let svg = b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"a()\"/>";
    for (name, content, says) in [
        ("a.png", &html[..], "Files of this type cannot be added."),
        ("a.png", svg, "Files of this type cannot be added."),
        ("a.svg", svg, "Files of this type cannot be added."),
        (
            "a.zip",
            b"PK\x03\x04",
            "Files of this type cannot be added.",
        ),
        ("a.pdf", b"", "This file is empty."),
        ("a.pdf", &large, "This file is larger than 512 KB."),
        ("a.pdf", &huge, "This file is larger than 512 KB."),
        ("", b"", "Choose a file."),
    ] {
        let seen = ada
            .post_files(ADD, &document("invoice", "F-9", name, content))
            .await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        has(&seen, says);
        // What was typed before the file is still there.
        has(&seen, "value=\"F-9\"");
        assert_eq!(uploads(&seen), Vec::<String>::new(), "{name}");
    }
    let twice = [
        &document("invoice", "F-9", "a.pdf", PDF)[..],
        &[Part::File("file", "b.png", PNG)],
    ];
    let twice = ada.post_files(ADD, &twice.concat()).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    has(&twice, "These are too many files.");
    // A file outlives what is wrong beside it.
    let wrong = ada
        .post_files(ADD, &document("bill", "F-9", "a.pdf", PDF))
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    has(&wrong, "Choose one of these.");
    let kept = wrong.hidden("upload");
    let body = body_of(&document("invoice", "F-9", "a.pdf", PDF));
    let media_type = with_files();
    let own = ("sec-fetch-site", "same-origin");
    for (body, headers, status) in [
        (
            body.clone(),
            vec![own, ("content-type", "multipart/form-data")],
            StatusCode::BAD_REQUEST,
        ),
        (
            body[..body.len() - 40].to_vec(),
            vec![own, ("content-type", media_type.as_str())],
            StatusCode::BAD_REQUEST,
        ),
        (
            body.clone(),
            vec![
                ("sec-fetch-site", "cross-site"),
                ("content-type", media_type.as_str()),
            ],
            StatusCode::FORBIDDEN,
        ),
        (
            body.clone(),
            vec![("content-type", media_type.as_str())],
            StatusCode::FORBIDDEN,
        ),
        (
            body.clone(),
            vec![own, ("content-type", "text/plain")],
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ),
    ] {
        let seen = ada.post_body(ADD, body, &headers).await;
        assert_eq!(seen.status, status, "{headers:?}");
    }
    // Nobody else has megabytes read, and no other page takes files.
    let headers = [own, ("content-type", media_type.as_str())];
    let mut nobody = Member::new(&desk.wismo);
    let seen = nobody.post_body(ADD, body.clone(), &headers).await;
    assert_eq!(seen.status, StatusCode::FORBIDDEN);
    has(&seen, "choose your files once more");
    let elsewhere = ada
        .post_body(&format!("{ORDER}/hold"), body, &headers)
        .await;
    assert_eq!(elsewhere.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    // An upload is its member's alone.
    let access = [("role", "agent"), ("all-shops", "yes")];
    let mut ben = invited(&desk.wismo, &desk.mails, &mut ada, &access).await;
    for number in [kept.as_str(), "0", "x", "99999"] {
        let fields = [
            ("kind", "invoice"),
            ("number", "F-9"),
            ("upload", number),
            ("do", "tell"),
        ];
        let seen = ben.post(ADD, &fields).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{number}");
        has(&seen, "The file is no longer kept.");
    }
    assert_eq!(desk.deliveries().await, before);
    let log = desk.wismo.process.log();
    assert!(!log.contains("alert(1)"), "{log}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_carries_the_files_that_were_seen_in_it_and_leaves_once() {
    let desk = Desk::open(Api::Resend).await;
    let mut ada = desk.owner().await;
    let form = ada.get(WRITE).await;
    let id = form.hidden("id");
    let text = [
        Part::Field("id", &id),
        Part::Field("to", CUSTOMER),
        Part::Field("subject", "About 324"),
        Part::Field("message", "Here is how to care for it."),
    ];
    let with = |parts: &[Part<'static>]| [&text[..], parts].concat();
    // A browser sends a field without a file, too.
    let none = [Part::Field("do", "show"), Part::File("file", "", b"")];
    let shown = ada.post_files(WRITE, &with(&none)).await;
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.html);
    lacks(&shown, "Attached");
    let file = [
        Part::Field("do", "show"),
        Part::File("file", "Guide.pdf", PDF),
    ];
    let shown = ada.post_files(WRITE, &with(&file)).await;
    has(&shown, "Guide.pdf");
    has(&shown, "Attached");
    let first = uploads(&shown);
    assert_eq!(first.len(), 1);
    // With another file it is shown again first, whatever was pressed.
    let more = [
        &text[..],
        &[
            Part::Field("upload", &first[0]),
            Part::Field("do", "send"),
            Part::File("file", "Oak.png", PNG),
        ],
    ];
    let shown = ada.post_files(WRITE, &more.concat()).await;
    assert_eq!(shown.status, StatusCode::OK);
    has(&shown, "Guide.pdf");
    has(&shown, "Oak.png");
    let both = uploads(&shown);
    assert_eq!(both.len(), 2);
    assert_eq!(desk.count().await, 1);
    let fields = |subject: &'static str, uploads: &[String], act: &'static str| {
        let mut all = vec![
            ("id".to_owned(), id.clone()),
            ("to".to_owned(), CUSTOMER.to_owned()),
            ("subject".to_owned(), subject.to_owned()),
            ("message".to_owned(), "Here it is.".to_owned()),
            ("do".to_owned(), act.to_owned()),
        ];
        all.extend(uploads.iter().map(|one| ("upload".to_owned(), one.clone())));
        all
    };
    for _ in 0..2 {
        let sent = fields("About 324", &both, "send");
        let sent: Vec<_> = sent.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        leads_to(&ada.post(WRITE, &sent).await, "mail");
    }
    let mail = desk.mail(2).await;
    let files: Vec<_> = mail
        .files
        .iter()
        .map(|file| (file.name.as_str(), file.content.as_slice()))
        .collect();
    assert_eq!(files, [("Guide.pdf", PDF), ("Oak.png", PNG)]);
    assert_eq!(desk.count().await, 2);
    // What is no longer chosen does not go along.
    let alone = fields("Once more", &both[1..], "send");
    let alone: Vec<_> = alone
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    leads_to(&ada.post(WRITE, &alone).await, "mail");
    assert_eq!(desk.mail(3).await.files.len(), 1);
    // Too many, and one that is refused: the text is still there.
    let six = [Part::File("file", "Guide.pdf", PDF); 6];
    let six = ada.post_files(WRITE, &with(&six)).await;
    assert_eq!(six.status, StatusCode::UNPROCESSABLE_ENTITY);
    has(&six, "These are too many files.");
    has(&six, "Here is how to care for it.");
    let page = [Part::File("file", "Guide.pdf", b"<html>")];
    let page = ada.post_files(WRITE, &with(&page)).await;
    has(&page, "Files of this type cannot be added.");
    let huge = vec![b'x'; 4_000_000];
    let huge = [&text[..], &[Part::File("file", "Guide.txt", &huge)]].concat();
    let huge = ada.post_files(WRITE, &huge).await;
    has(&huge, "This file is larger than 512 KB.");
    has(&huge, "Here is how to care for it.");
    assert_eq!(desk.count().await, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_that_is_too_large_for_its_provider_says_so_before_it_leaves() {
    let desk = Desk::open(Api::Scaleway).await;
    let mut ada = desk.owner().await;
    let large = [PDF, &vec![b' '; MOST - PDF.len()]].concat();
    let parts = |count: usize| {
        let text = [
            Part::Field("to", CUSTOMER),
            Part::Field("subject", "About 324"),
            Part::Field("message", "Here it is."),
            Part::Field("do", "show"),
        ];
        [
            &text[..],
            &vec![Part::File("file", "Guide.pdf", &large); count],
        ]
        .concat()
    };
    let two = ada.post_files(WRITE, &parts(2)).await;
    assert_eq!(two.status, StatusCode::OK, "{}", two.html);
    let three = ada.post_files(WRITE, &parts(3)).await;
    assert_eq!(three.status, StatusCode::UNPROCESSABLE_ENTITY);
    has(&three, "too large for the mail service");
    // They are still there, to be left out one by one.
    assert_eq!(uploads(&three).len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_ends_after_a_day() {
    if is_spin() {
        return;
    }
    let desk = Desk::open(Api::Resend).await;
    let mut ada = desk.owner().await;
    let shown = ada
        .post_files(ADD, &document("invoice", "F-9", "a.pdf", PDF))
        .await;
    let upload = shown.hidden("upload");
    desk.wismo.later(25 * 3600).await;
    ada.sign_in(ADA, PASSWORD).await;
    let fields = [
        ("kind", "invoice"),
        ("number", "F-9"),
        ("upload", upload.as_str()),
        ("do", "tell"),
    ];
    let seen = ada.post(ADD, &fields).await;
    assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
    has(&seen, "The file is no longer kept. Choose it again.");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_says_who_printed_what_and_a_viewer_may_look() {
    let desk = Desk::open(Api::Resend).await;
    let mut ada = desk.owner().await;
    lacks(&ada.get(ORDER).await, "Printed:");
    ada.post(&format!("{ORDER}/print"), &[("print", "summary")])
        .await;
    let page = ada.get(ORDER).await;
    has(&page, "Printed: <bdi>Ada</bdi>,");
    let access = [("role", "viewer"), ("all-shops", "yes")];
    let mut ben = invited(&desk.wismo, &desk.mails, &mut ada, &access).await;
    has(&ben.get(ORDER).await, "Printed:");
    let seen = ben
        .post_files(ADD, &document("invoice", "F-9", "a.pdf", PDF))
        .await;
    assert_eq!(seen.status, StatusCode::NOT_FOUND);
}
