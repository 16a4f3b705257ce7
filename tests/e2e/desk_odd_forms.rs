//! Forms at the desk that come too late, twice, with odd values, or about nothing.

use reqwest::StatusCode;
use serde_json::json;
use wismo::recorder::Api;

use crate::harness::desk::{ADA, Desk, ORDER, PASSWORD};
use crate::harness::member::{Member, Part, Seen, body_of, with_files};
use crate::harness::neutral;

const PDF: &[u8] = b"%PDF-1.7\na guide of ours\n%%EOF";

#[track_caller]
fn has(seen: &Seen, text: &str) {
    let html = seen.html.replace('\u{a0}', " ");
    assert!(html.contains(text), "no {text} in {html}");
}

#[track_caller]
fn lacks(seen: &Seen, text: &str) {
    assert!(!seen.html.contains(text), "{text} in {}", seen.html);
}

/// The form of a mail with a file, as it is sent.
fn mail_with(content: &[u8]) -> [Part<'_>; 6] {
    [
        Part::Field("id", "00000000000000aa"),
        Part::Field("to", "ada.nilsen@example.com"),
        Part::Field("subject", "About 324"),
        Part::Field("message", "Here is your guide."),
        Part::Field("do", "send"),
        Part::File("file", "Guide.pdf", content),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_never_leaves_without_the_file_that_came_with_it() {
    let desk = Desk::open(Api::Resend).await;
    let mut ada = desk.owner().await;
    let at = format!("{ORDER}/mail");
    let large = [PDF, &vec![b' '; 400_000]].concat();
    // One whose session has ended has a cookie, and another browser has none.
    let ended = ada.cookie.clone();
    ada.post("/desk/sign-out", &[]).await;
    for (cookie, content) in [(ended, PDF), (None, PDF), (None, &large[..])] {
        let mut member = Member::new(&desk.wismo);
        member.cookie = cookie;
        let asked = member.post_files(&at, &mail_with(content)).await;
        assert_eq!(asked.status, StatusCode::FORBIDDEN);
        has(&asked, "choose your files once more");
        has(&asked, "Here is your guide.");
        let fields = [
            ("id", "00000000000000aa"),
            ("to", "ada.nilsen@example.com"),
            ("subject", "About 324"),
            ("message", "Here is your guide."),
            ("do", "send"),
            ("upload", asked.hidden("upload").as_str()),
            ("auth-address", ADA),
            ("auth-password", PASSWORD),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let shown = member.post(&at, &fields).await;
        assert_eq!(shown.status, StatusCode::UNPROCESSABLE_ENTITY);
        has(&shown, "The file is no longer kept. Choose it again.");
        has(&shown, "Here is your guide.");
        lacks(&shown, "name=\"upload\"");
        assert_eq!(desk.count().await, 1);
    }
    // From elsewhere, nothing is read.
    let media_type = with_files();
    let headers = [
        ("sec-fetch-site", "cross-site"),
        ("content-type", media_type.as_str()),
    ];
    let body = body_of(&mail_with(PDF));
    let seen = Member::new(&desk.wismo)
        .post_body(&at, body, &headers)
        .await;
    assert_eq!(seen.status, StatusCode::FORBIDDEN);
    lacks(&seen, "Here is your guide.");
}

#[tokio::test(flavor = "multi_thread")]
async fn orders_and_customers_whose_ids_are_dots_have_pages() {
    let desk = Desk::open(Api::Resend).await;
    let mut ada = desk.owner().await;
    for id in [".", ".."] {
        let mut order = neutral(id, "received", "2026-06-06T17:18:38Z");
        order["customer"]["id"] = json!(id);
        desk.wismo.message("order.changed", &order).await;
        let at = format!("/desk/orders/erp/~{id}");
        let page = ada.get(&at).await;
        assert_eq!(page.status, StatusCode::OK, "{id}");
        has(&page, &format!("Order #{id}"));
        has(&page, &format!("\"/desk/customers/erp/~{id}\""));
        let held = ada.post(&format!("{at}/hold"), &[("do", "on")]).await;
        assert_eq!(held.location, Some(format!("{at}?done=held")));
        desk.wismo.process.idle().await;
        let customer = ada.get(&format!("/desk/customers/erp/~{id}")).await;
        assert_eq!(customer.status, StatusCode::OK, "{id}");
        has(&customer, &format!("\"{at}\""));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_file_is_as_many_documents_as_it_has_kinds_and_numbers() {
    let desk = Desk::open(Api::Resend).await;
    let mut ada = desk.owner().await;
    let at = format!("{ORDER}/document");
    for (kind, number) in [("invoice", "F-9"), ("other", "Guide"), ("invoice", "F-9")] {
        let parts = [
            Part::Field("kind", kind),
            Part::Field("number", number),
            Part::Field("do", "quiet"),
            Part::File("file", "a.pdf", PDF),
        ];
        let done = ada.post_files(&at, &parts).await;
        assert_eq!(done.location, Some(format!("{ORDER}?done=order")));
    }
    let page = ada.get(ORDER).await;
    has(&page, "Invoice F-9");
    has(&page, "Document Guide");
    for (number, status) in [("2", StatusCode::OK), ("3", StatusCode::NOT_FOUND)] {
        let document = ada.get(&format!("{ORDER}/documents/{number}")).await;
        assert_eq!(document.status, status, "{number}");
    }
}
