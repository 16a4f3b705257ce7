//! `/desk/orders/{shop}/{order}`: an order at the desk, and what members decide about it.

use reqwest::StatusCode;
use serde_json::{Value, json};
use wismo::recorder::Api;

use crate::harness::desk::{ADA, Desk, ORDER};
use crate::harness::member::{Member, Seen, has, invited, lacks};
use crate::harness::told::holds;
use crate::harness::{Wismo, is_spin, neutral, woocommerce};

/// Fills a form in, looks at what it would do, and does it.
async fn decide(
    member: &mut Member<'_>,
    action: &str,
    fields: &[(&str, &str)],
    how: &str,
) -> (Seen, Seen) {
    let at = format!("{ORDER}/{action}");
    let form = member.get(&at).await;
    assert_eq!(form.status, StatusCode::OK, "{action}");
    let asked = [fields, &[("do", "ask")]].concat();
    let shown = member.post(&at, &asked).await;
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.html);
    let id = shown.hidden("id");
    let done = [fields, &[("id", id.as_str()), ("do", how)]].concat();
    let done = member.post(&at, &done).await;
    assert_eq!(
        done.location.as_deref(),
        Some(format!("{ORDER}?done=order").as_str()),
        "{}",
        done.html
    );
    (shown, done)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_says_first_where_it_is_what_was_promised_and_what_was_told() {
    let desk = Desk::open(Api::Resend).await;
    let mut ada = desk.owner().await;
    let page = ada.get(ORDER).await;
    assert_eq!(page.status, StatusCode::OK);
    for text in [
        "Order 324",
        "Ada Nilsen",
        "Where it is",
        "No day was promised.",
        "Sent. It is not known yet whether it arrived.",
        "Order placed",
        "Emailed:",
        "from the shop",
    ] {
        has(&page, text);
    }
    // By its number it is found, too, and what is not there looks like what is not theirs.
    assert_eq!(
        ada.get("/desk/orders/north/nothing").await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        ada.get("/desk/orders/nowhere/324").await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        ada.get(&format!("{ORDER}/nothing")).await.status,
        StatusCode::NOT_FOUND
    );
    for sight in ["customer", "link", "gift"] {
        let seen = ada.get(&format!("{ORDER}/page/{sight}")).await;
        assert_eq!(seen.status, StatusCode::OK, "{sight}");
        let shows_address = seen.html.contains("Storgata");
        assert_eq!(shows_address, sight == "customer", "{sight}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tracking_number_says_whom_it_mails_and_mails_them_once() {
    let desk = Desk::open(Api::Resend).await;
    let mut ada = desk.owner().await;
    let fields = [("number", "117579686762"), ("carrier", "FedEx")];
    let (shown, _) = decide(&mut ada, "tracking", &fields, "tell").await;
    has(&shown, "An email goes to");
    has(&shown, "ada.nilsen@example.com");
    holds(&desk.mail(2).await, "117579686762");
    let page = ada.get(ORDER).await;
    has(&page, "117579686762");
    has(&page, ">Ada<");
    // The same number again is the same parcel.
    let at = format!("{ORDER}/tracking");
    let again = [("number", "1175 7968 6762"), ("carrier", ""), ("do", "ask")];
    let asked = ada.post(&at, &again).await;
    has(&asked, "Nothing would change for the customer.");
    let wrong = ada.post(&at, &[("number", " "), ("do", "ask")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    has(&wrong, "Fill this in.");
    assert_eq!(desk.count().await, 2);
    // It stands when the shop says something else of the order.
    let mut next = woocommerce(324, "processing", "2026-12-01T10:00:00");
    next["customer_note"] = json!("Ring twice.");
    desk.wismo.deliver(&next).await;
    has(&ada.get(ORDER).await, "117579686762");
    assert_eq!(desk.count().await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_member_tells_nobody_changes_the_page_alone() {
    let desk = Desk::open(Api::Resend).await;
    let mut ada = desk.owner().await;
    decide(&mut ada, "status", &[("status", "sent")], "quiet").await;
    let page = ada.get(ORDER).await;
    has(&page, "somebody at the desk chose to tell nobody.");
    assert!(desk.wismo.page("north", "324").await.contains("Sent"));
    assert_eq!(desk.count().await, 1);
    // The next thing is told, by the same rules.
    let (shown, _) = decide(&mut ada, "cancel", &[], "tell").await;
    has(&shown, "It stands until the shop says something else");
    has(&shown, "Order cancelled");
    holds(&desk.mail(2).await, "cancelled");
    let wrong = [("status", "made-up"), ("do", "ask")];
    let wrong = ada.post(&format!("{ORDER}/status"), &wrong).await;
    has(&wrong, "Choose one of these.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_promise_a_return_and_a_refund_are_told_like_the_shops_own() {
    // It sets the clock forward.
    if is_spin() {
        return;
    }
    let desk = Desk::open(Api::Resend).await;
    let mut ada = desk.owner().await;
    decide(&mut ada, "promise", &[("day", "2026-12-24")], "tell").await;
    holds(&desk.mail(2).await, "24 December 2026");
    has(&ada.get(ORDER).await, "24 December 2026");
    // Without a rule that mails them, refunds and returns are shown on the page alone.
    let refund = [("amount", "2,50"), ("reason", "")];
    let (shown, _) = decide(&mut ada, "refund", &refund, "tell").await;
    has(&shown, "Not emailed: your rules send no email about this.");
    has(&ada.get(ORDER).await, "Refund of €2.50");
    let rules = json!({
        "settle_seconds": 0,
        "rules": { "refunded": { "notify": "mail" }, "returned": { "notify": "mail" } },
    });
    let written = desk.wismo.put_settings("north", 1, &rules).await;
    assert_eq!(written.status(), StatusCode::OK);
    // Settings hold everywhere within two seconds.
    desk.wismo.later(3).await;
    decide(&mut ada, "refund", &[("amount", "3")], "tell").await;
    holds(&desk.mail(3).await, "€3.00");
    decide(&mut ada, "return", &[("returned-1", "1")], "tell").await;
    holds(&desk.mail(4).await, "1 returned");
    for (action, fields, says) in [
        ("promise", ("day", "2026-02-30"), "Enter a day"),
        (
            "promise",
            ("day", "2026-01-01"),
            "Enter a day that is not over yet.",
        ),
        ("refund", ("amount", "-1"), "Enter an amount"),
        ("refund", ("amount", "1,000"), "Enter an amount"),
        ("refund", ("amount", "1e400"), "Enter an amount"),
        ("return", ("returned-1", "1000"), "no more than was ordered"),
        ("return", ("returned-1", ""), "Fill this in."),
    ] {
        let at = format!("{ORDER}/{action}");
        let wrong = ada.post(&at, &[fields, ("do", "ask")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        has(&wrong, says);
    }
    assert_eq!(desk.count().await, 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn mails_are_held_let_go_and_dropped_and_an_order_is_urgent() {
    let desk = Desk::open(Api::Resend).await;
    let mut ada = desk.owner().await;
    let at = |action: &str| format!("{ORDER}/{action}");
    let done = ada.post(&at("hold"), &[("do", "on")]).await;
    assert!(done.location.unwrap().ends_with("?done=held"));
    has(
        &ada.get(ORDER).await,
        "Emails about this order are held back.",
    );
    let (shown, _) = decide(&mut ada, "status", &[("status", "sent")], "tell").await;
    has(&shown, "The email waits until you release it.");
    assert_eq!(desk.count().await, 1);
    has(&ada.get(ORDER).await, "1 change waits to be sent.");
    ada.post(&at("hold"), &[("do", "off")]).await;
    desk.mail(2).await;
    ada.post(&at("hold"), &[("do", "on")]).await;
    decide(&mut ada, "status", &[("status", "preparing")], "tell").await;
    ada.post(&at("drop"), &[("do", "on")]).await;
    ada.post(&at("hold"), &[("do", "off")]).await;
    assert_eq!(desk.count().await, 2);

    ada.post(&at("urgent"), &[("do", "on"), ("reason", "A wedding")])
        .await;
    has(&ada.get(ORDER).await, "A wedding");
    ada.post(&at("urgent"), &[("do", "off")]).await;
    let page = ada.get(ORDER).await;
    has(&page, "No longer urgent");
    lacks(&page, "Urgent:");

    let link = Wismo::page_path("north", "324");
    let asked = ada.post(&at("links"), &[("do", "ask")]).await;
    has(&asked, "will close for everybody");
    has(&asked, "Change nothing");
    assert_eq!(desk.wismo.get(&link).await.status(), StatusCode::OK);
    ada.post(&at("links"), &[("do", "revoke")]).await;
    assert_eq!(desk.wismo.get(&link).await.status(), StatusCode::NOT_FOUND);
    ada.post(&at("links"), &[("do", "restore")]).await;
    assert_eq!(desk.wismo.get(&link).await.status(), StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_is_shown_as_it_leaves_sent_once_and_again_to_a_corrected_address() {
    let desk = Desk::open(Api::Resend).await;
    let mut ada = desk.owner().await;
    let at = format!("{ORDER}/mail");
    let form = ada.get(&at).await;
    has(&form, "value=\"ada.nilsen@example.com\"");
    let id = form.hidden("id");
    let fields = |act: &'static str| {
        let message = "Please <b>call</b> us.\r\n\r\nThe van is at the door.";
        [
            ("id", id.as_str()),
            ("to", "ada.nilsen@example.com"),
            ("subject", "About {{ order.number }}"),
            ("message", message),
            ("copy", "yes"),
            ("do", act),
        ]
    };
    let shown = ada.post(&at, &fields("show")).await;
    has(&shown, "About 324");
    has(&shown, "srcdoc=");
    has(&shown, ADA);
    assert_eq!(desk.count().await, 1);
    for _ in 0..2 {
        let sent = ada.post(&at, &fields("send")).await;
        assert!(sent.location.unwrap().ends_with("?done=mail"));
    }
    let mail = desk.mail(2).await;
    assert_eq!(mail.subject, "About 324");
    assert!(mail.text.contains("Please <b>call</b> us.") && mail.html.contains("&lt;b&gt;call"));
    assert!(mail.cc.is_some_and(|cc| cc.contains(ADA)));
    assert_eq!(desk.count().await, 2);
    let page = ada.get(ORDER).await;
    let (_, rest) = page.html.split_once(&format!("{ORDER}/mails/")).unwrap();
    let notice = rest.split('"').next().unwrap();
    let mail = format!("{ORDER}/mails/{notice}");
    has(&ada.get(&mail).await, "Send again");
    let again = [
        ("to", "right@example.com"),
        ("correct", "yes"),
        ("do", "again"),
    ];
    let sent = ada.post(&mail, &again).await;
    assert!(sent.location.unwrap().ends_with("?done=mail"));
    assert!(desk.mail(3).await.to.contains("right@example.com"));
    has(&ada.get(ORDER).await, "right@example.com");
    for (field, value) in [("to", "nobody"), ("message", "{{ nothing"), ("cc", "a b")] {
        let mut wrong = fields("show").to_vec();
        wrong.retain(|(name, _)| *name != field);
        wrong.push((field, value));
        let seen = ada.post(&at, &wrong).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        has(&seen, &format!("href=\"#{field}\""));
    }
    // Without words there is no mail; Wismo has some about what happened to the order.
    let empty = ada
        .post(&at, &[("to", "ada@example.com"), ("do", "show")])
        .await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    has(&empty, "Fill this in.");
    has(&form, "Order placed (standard text)");
    let standard = [
        ("to", "ada@example.com"),
        ("template", "placed"),
        ("do", "show"),
    ];
    let shown = ada.post(&at, &standard).await;
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.html);
    has(&shown, "srcdoc=");
    assert_eq!(desk.count().await, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invoice_is_sent_again_from_where_it_stands() {
    let desk = Desk::open(Api::Resend).await;
    let mut order = neutral("1042", "sent", "2026-06-06T17:18:38Z");
    order["customer"]["email"] = json!("bo@example.com");
    order["documents"] = json!([
        {
            "id": "d1", "kind": "invoice", "number": "F-88",
            "url": "https://files.example/f-88.pdf",
        },
        { "id": "d2", "kind": "invoice", "number": "F-89" },
    ]);
    desk.wismo.message("order.changed", &order).await;
    let mut ada = desk.owner().await;
    let page = ada.get("/desk/orders/erp/1042").await;
    let link = "/desk/orders/erp/1042/mail?document=d1";
    has(&page, link);
    lacks(&page, "mail?document=d2");
    has(&page, "The shop sent only the number, no file.");
    let form = ada.get(link).await;
    assert_eq!(form.status, StatusCode::OK);
    has(&form, "name=\"document\" value=\"d1\" checked");
    // What is not a document of the order, or has no file, is not ticked.
    for other in ["d2", "nothing", "%3Cb%3E", ""] {
        let form = ada
            .get(&format!("/desk/orders/erp/1042/mail?document={other}"))
            .await;
        assert_eq!(form.status, StatusCode::OK, "{other}");
        lacks(&form, "name=\"document\" value=\"d1\" checked");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_viewer_looks_and_does_nothing_and_another_shops_agent_sees_nothing() {
    let desk = Desk::open(Api::Resend).await;
    let mut ada = desk.owner().await;
    let access = [("role", "viewer"), ("all-shops", "yes")];
    let mut ben = invited(&desk.wismo, &desk.mails, &mut ada, &access).await;
    let page = ben.get(ORDER).await;
    has(&page, "Order 324");
    lacks(&page, &format!("{ORDER}/status"));
    let forms = [
        "mail", "tracking", "status", "promise", "return", "refund", "cancel", "document",
        "urgent", "hold", "drop", "links",
    ];
    for action in forms {
        let at = format!("{ORDER}/{action}");
        assert_eq!(ben.get(&at).await.status, StatusCode::NOT_FOUND, "{action}");
        let sent = [("do", "on"), ("status", "sent"), ("do", "tell")];
        let seen = ben.post(&at, &sent).await;
        assert_eq!(seen.status, StatusCode::NOT_FOUND, "{action}");
    }
    // A form from another site does nothing, whoever is signed in.
    for headers in [&[("sec-fetch-site", "cross-site")][..], &[]] {
        let at = format!("{ORDER}/hold");
        let seen = ada.post_as(&at, &[("do", "on")], headers).await;
        assert_eq!(seen.status, StatusCode::FORBIDDEN);
    }
    lacks(
        &ada.get(ORDER).await,
        "Emails about this order are held back.",
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn markup_in_every_field_of_an_order_stays_text() {
    let desk = Desk::open(Api::Resend).await;
    let evil = "\"'><script>alert(1)</script>";
    let mut order = neutral("evil <1>", "sent", "2026-06-06T17:18:38Z");
    fill(&mut order, evil);
    desk.wismo.message("order.changed", &order).await;
    let mut ada = desk.owner().await;
    for below in ["", "/status", "/return", "/mail", "/page"] {
        let seen = ada
            .get(&format!("/desk/orders/erp/evil%20%3C1%3E{below}"))
            .await;
        assert_eq!(seen.status, StatusCode::OK, "{below}");
        lacks(&seen, "<script>");
        if below.is_empty() {
            has(&seen, "&lt;script&gt;");
        }
    }
}

/// Puts a text in every free text of an order.
fn fill(order: &mut Value, text: &str) {
    order["status"]["label"] = json!(text);
    order["customer"]["name"] = json!(text);
    order["message"] = json!(text);
    let address = json!({
        "name": text, "company": text, "street": [text], "city": text, "postcode": text,
        "country": "NO",
    });
    order["delivery_address"] = address.clone();
    order["billing_address"] = address;
    order["lines"] = json!([{ "id": "1", "name": text, "sku": text, "quantity": 1 }]);
    order["shipments"] = json!([{ "id": "1", "carrier": text, "tracking_number": text }]);
    order["documents"] = json!([{ "id": text, "kind": "invoice", "number": text }]);
    order["refunds"] = json!([{ "id": "1", "amount": "1.00", "reason": text }]);
    order["payment"] = json!({ "state": "paid", "method": text });
}

#[tokio::test(flavor = "multi_thread")]
async fn many_orders_get_a_status_once_it_is_seen_whom_that_mails() {
    let desk = Desk::open(Api::Resend).await;
    let mut second = woocommerce(325, "processing", "2026-06-06T17:18:38");
    second["billing"]["email"] = json!("");
    desk.wismo.deliver(&second).await;
    let mut ada = desk.owner().await;
    let list = ada.get("/desk/orders").await;
    has(&list, "aria-label=\"Select order 324\"");
    let at = "/desk/orders/status";
    let none = ada
        .post(at, &[("order", "nowhere/1"), ("order", "x")])
        .await;
    has(&none, "Select some orders first.");
    let orders = [
        ("order", "north/324"),
        ("order", "north/325"),
        ("order", "north/324"),
    ];
    let choose = ada.post(at, &orders).await;
    has(&choose, "Set the status of 2 orders");
    has(&choose, "value=\"preparing\"");
    let with = |how: &'static str| [&orders[..], &[("status", "sent"), ("do", how)]].concat();
    let shown = ada.post(at, &with("ask")).await;
    for text in [
        "2 orders would change.",
        "1 email would be sent.",
        "1 order has no valid email address.",
    ] {
        has(&shown, text);
    }
    assert_eq!(desk.count().await, 1);
    let done = ada.post(at, &with("tell")).await;
    has(&done, "2 orders have been changed.");
    holds(&desk.mail(2).await, "Sent");
    has(&ada.get("/desk/orders/north/325").await, "Sent");
    let again = ada.post(at, &with("tell")).await;
    has(&again, "Had this status already");
    assert_eq!(desk.count().await, 2);
    // A viewer chooses nothing.
    let access = [("role", "viewer"), ("all-shops", "yes")];
    let mut ben = invited(&desk.wismo, &desk.mails, &mut ada, &access).await;
    lacks(&ben.get("/desk/orders").await, "Select order");
    let seen = ben.post(at, &with("tell")).await;
    assert_eq!(seen.status, StatusCode::NOT_FOUND);
}
