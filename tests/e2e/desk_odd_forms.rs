//! Forms at the desk that come too late, twice, with odd values, or about nothing.

use reqwest::StatusCode;
use serde_json::json;
use wismo::recorder::Api;

use crate::harness::desk::{ADA, Desk, ORDER, PASSWORD};
use crate::harness::member::{Member, Part, body_of, has, invited, lacks, with_files};
use crate::harness::{neutral, woocommerce};

const PDF: &[u8] = b"%PDF-1.7\na guide of ours\n%%EOF";

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

#[tokio::test(flavor = "multi_thread")]
async fn a_refund_is_no_more_than_the_order_cost_and_says_when_it_is_known() {
    let desk = Desk::open(Api::Resend).await;
    let mut ada = desk.owner().await;
    let at = format!("{ORDER}/refund");
    for (amount, says) in [
        ("304.46", "This is more than the order cost."),
        ("1.234", "Enter an amount"),
        ("1,234", "Enter an amount"),
        ("1e2", "Enter an amount"),
        ("1_000", "Enter an amount"),
        ("2.505", "Enter an amount"),
        ("0", "Enter an amount"),
    ] {
        for act in ["ask", "tell"] {
            let seen = ada.post(&at, &[("amount", amount), ("do", act)]).await;
            assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{amount}");
            has(&seen, says);
        }
    }
    // An id that is not of ours is none, and the same form says one refund.
    let refund =
        |id: &'static str, amount: &'static str| [("id", id), ("amount", amount), ("do", "quiet")];
    let saved = Some(format!("{ORDER}?done=order"));
    let nothing = Some(format!("{ORDER}?done=nothing"));
    let own = refund("00000000000000aa", "300");
    assert_eq!(ada.post(&at, &own).await.location, saved);
    assert_eq!(ada.post(&at, &own).await.location, nothing);
    has(
        &ada.get(&format!("{ORDER}?done=nothing")).await,
        "Nothing has changed.",
    );
    let asked = ada.post(&at, &[("amount", "5"), ("do", "ask")]).await;
    has(
        &asked,
        "With what was refunded before, this is more than the order cost.",
    );
    let odd = refund("\r\nx", "4");
    assert_eq!(ada.post(&at, &odd).await.location, saved);
    has(&ada.get(ORDER).await, "€4.00");
    // What the shop said is taken for the same, and the page says so.
    let mut next = woocommerce(325, "processing", "2026-06-06T17:18:38");
    next["refunds"] = json!([{ "id": 7, "reason": "", "total": "-10.00" }]);
    desk.wismo.deliver(&next).await;
    let at = "/desk/orders/north/325/refund";
    let asked = ada.post(at, &[("amount", "10"), ("do", "ask")]).await;
    has(&asked, "The order already has a refund of this amount");
    lacks(&asked, "value=\"tell\"");
    let told = ada.post(at, &[("amount", "10"), ("do", "tell")]).await;
    assert_eq!(
        told.location.as_deref(),
        Some("/desk/orders/north/325?done=nothing")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn forms_about_an_order_that_the_shop_deleted_say_so_first() {
    let desk = Desk::open(Api::Resend).await;
    let mut ada = desk.owner().await;
    let order = neutral("A-1", "received", "2026-06-06T17:18:38Z");
    desk.wismo.message("order.changed", &order).await;
    let at = "/desk/orders/erp/A-1";
    lacks(
        &ada.get(&format!("{at}/refund")).await,
        "has deleted this order",
    );
    desk.wismo
        .message("order.deleted", &json!({ "id": "A-1" }))
        .await;
    for action in ["refund", "mail", "status"] {
        has(
            &ada.get(&format!("{at}/{action}")).await,
            "The shop has deleted this order.",
        );
    }
    let refund = [("amount", "1"), ("do", "ask")];
    let asked = ada.post(&format!("{at}/refund"), &refund).await;
    has(&asked, "The shop has deleted this order.");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nothing_happened_nothing_is_said_to_be_done() {
    let desk = Desk::open(Api::Resend).await;
    let mut ada = desk.owner().await;
    desk.count().await;
    desk.wismo.process.idle().await;
    let customer = "/desk/customers/north/1".to_owned();
    let at = |action: &str| format!("{ORDER}/{action}");
    for (path, fields, page) in [
        ("/desk/".to_owned(), vec![("end", "north/999")], "/desk/"),
        ("/desk/".to_owned(), vec![("end", "nowhere/1")], "/desk/"),
        ("/desk/".to_owned(), vec![("do", "x")], "/desk/"),
        (
            customer.clone(),
            vec![("do", "lift-watch")],
            customer.as_str(),
        ),
        (
            customer.clone(),
            vec![
                ("do", "lift-suppression"),
                ("address", "ada.nilsen@example.com"),
            ],
            customer.as_str(),
        ),
        (
            customer.clone(),
            vec![
                ("do", "lift-suppression"),
                ("address", "nobody@example.com"),
            ],
            customer.as_str(),
        ),
        (
            customer.clone(),
            vec![("do", "separate"), ("of", "nobody")],
            customer.as_str(),
        ),
        (customer.clone(), vec![("do", "x")], customer.as_str()),
        (at("drop"), vec![("do", "on")], ORDER),
        (at("drop"), vec![("do", "x")], ORDER),
        (at("hold"), vec![("do", "off")], ORDER),
        (at("hold"), vec![("do", "x")], ORDER),
        (at("urgent"), vec![("do", "off")], ORDER),
        (at("links"), vec![("do", "restore")], ORDER),
        (at("links"), vec![("do", "x")], ORDER),
        (
            "/desk/keys".to_owned(),
            vec![("revoke", "99")],
            "/desk/keys",
        ),
        ("/desk/me".to_owned(), vec![("do", "x")], "/desk/me"),
    ] {
        let seen = ada.post(&path, &fields).await;
        let expected = format!("{page}?done=nothing");
        assert_eq!(seen.location, Some(expected), "{fields:?}: {}", seen.html);
        let page = ada.get(&format!("{page}?done=nothing")).await;
        has(&page, "Nothing has changed.");
    }
    // A task that nobody may have stays where it is, and the page says so.
    let urgent = [("do", "on"), ("reason", "A wedding")];
    ada.post(&at("urgent"), &urgent).await;
    let hand = [("hand", "north/1"), ("to", "nobody"), ("after", "0")];
    let seen = ada.post("/desk/", &hand).await;
    assert_eq!(
        seen.location.as_deref(),
        Some("/desk/?done=task-not-handed")
    );
    let page = ada.get("/desk/?done=task-not-handed").await;
    has(&page, "The task was not handed on");
    has(&page, "Urgent order");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_typed_turns_nothing_around_it() {
    let desk = Desk::open(Api::Resend).await;
    let mut ada = desk.owner().await;
    let profile = [
        ("do", "profile"),
        ("name", "Ada"),
        ("language", "en"),
        ("signature", "Yours,\r\n\u{202e}Ada"),
    ];
    ada.post("/desk/me", &profile).await;
    let page = ada.get("/desk/me").await;
    has(&page, "Ada</textarea>");
    lacks(&page, "\u{202e}");
    let urgent = [("do", "on"), ("reason", "Sold\u{202e} out")];
    ada.post(&format!("{ORDER}/urgent"), &urgent).await;
    let page = ada.get(ORDER).await;
    has(&page, "Sold out");
    lacks(&page, "\u{202e}");
    // Who may only look has a list, and no form around it.
    let access = [("role", "viewer"), ("all-shops", "yes")];
    let mut ben = invited(&desk.wismo, &desk.mails, &mut ada, &access).await;
    let form = "action=\"/desk/orders/status\"";
    has(&ada.get("/desk/orders").await, form);
    let list = ben.get("/desk/orders").await;
    has(&list, "/desk/orders/north/324");
    lacks(&list, form);
}
