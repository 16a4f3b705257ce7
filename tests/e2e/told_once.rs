//! One fact is told once, on page, desk and by mail alike.

use serde_json::{Value, json};

use crate::harness::told::{Told, heading, holds, lacks};
use crate::harness::{DESK_API_KEY, plain};

/// Sends an order, for which the customer is thanked.
async fn thanked(told: &Told, id: &str) {
    told.order(id, "received", json!({})).await;
    assert_eq!(heading(&told.mail().await), "Thank you for your order");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invoice_and_the_quantities_on_it_are_one_though_they_come_apart() {
    let told = Told::with(json!({})).await;
    for (id, kind, counted, begins) in [
        ("1", "invoice", "invoiced", "You have an invoice: F-1"),
        (
            "2",
            "credit_note",
            "credited",
            "You have a credit note: F-1",
        ),
    ] {
        thanked(&told, id).await;
        let documents = json!([{ "id": "1", "kind": kind, "number": "F-1" }]);
        told.order(id, "received", json!({ "documents": documents }))
            .await;
        assert_eq!(heading(&told.mail().await), begins);
        let mut line = json!({});
        line[counted] = json!(3);
        let both = json!({ "documents": documents, "line": line });
        told.order(id, "received", both).await;
        told.no_mail("the document said it").await;
        let fates = told.fates("erp", id).await;
        assert_eq!(fates, ["placed: mailed", &format!("{counted}: mailed")]);
        let history = told.page_history("erp", id).await;
        assert_eq!(history.len(), 2, "{history:?}");
    }
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_left_by_the_status_and_then_by_quantities_left_once() {
    let told = Told::with(json!({})).await;
    let left = json!({ "line": { "delivered": 3 } });
    thanked(&told, "1").await;
    told.order("1", "sent", json!({})).await;
    assert_eq!(heading(&told.mail().await), "Your order is on its way");
    told.order("1", "sent", left.clone()).await;
    told.no_mail("the status said it").await;
    thanked(&told, "2").await;
    told.order("2", "received", left.clone()).await;
    assert_eq!(heading(&told.mail().await), "Your order is on its way");
    told.order("2", "sent", left).await;
    told.no_mail("the quantities said it").await;
    let fates = told.fates("erp", "2").await;
    assert_eq!(
        fates,
        [
            "placed: mailed",
            "delivered: mailed",
            "status_changed: notified_before"
        ]
    );
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_version_leaves_out_and_the_next_has_again_is_told_once() {
    let told = Told::with(json!({ "rules": { "refunded": { "notify": "mail" } } })).await;
    thanked(&told, "1").await;
    let says = json!({
        "documents": [{ "id": "1", "kind": "invoice", "number": "F-1" }],
        "shipments": [{ "id": "p", "tracking_number": "370000000000012345" }],
        "refunds": [{ "id": "r", "amount": 5 }],
        "line": { "delivered": 1 },
    });
    told.order("1", "preparing", says.clone()).await;
    told.mail().await;
    told.order("1", "on_hold", json!({})).await;
    told.mail().await;
    told.order("1", "on_hold", says).await;
    told.no_mail("it was told").await;
    let fates = told.fates("erp", "1").await;
    let again: Vec<_> = fates
        .iter()
        .filter(|fate| fate.ends_with("notified_before"))
        .collect();
    assert_eq!(again.len(), 4, "{fates:#?}");
    let history = told.page_history("erp", "1").await;
    let invoices = history.iter().filter(|what| what.contains("F-1"));
    assert_eq!(invoices.count(), 1, "{history:#?}");
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_printing_implies_is_mailed_and_stands_on_page_and_desk() {
    let mail = json!({ "notify": "mail" });
    let told = Told::with(json!({
        "printing_implies_picked": true, "rules": { "picked": mail }
    }))
    .await;
    thanked(&told, "1").await;
    let printed = json!({ "packing_slip_printed": true });
    told.order("1", "preparing", printed.clone()).await;
    let mail = told.mail().await;
    holds(&mail, "picked");
    let fates = told.fates("erp", "1").await;
    assert!(fates.contains(&"picked: mailed".to_owned()), "{fates:?}");
    let picked = |history: &[String]| history.iter().filter(|what| what.contains("icked")).count();
    assert_eq!(picked(&told.page_history("erp", "1").await), 1);
    // Being picked is not news then.
    let mut both = printed;
    both["picked"] = json!(true);
    told.order("1", "preparing", both).await;
    told.no_mail("printing said it").await;
    assert_eq!(picked(&told.page_history("erp", "1").await), 1);
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_codes_that_read_alike_are_one_status() {
    let own = |code: &str| json!({ "code": code, "label": "Packing", "stage": "preparing" });
    let told = Told::with(json!({ "statuses": [own("a"), own("b")] })).await;
    thanked(&told, "1").await;
    let code = |code: &str| json!({ "status": { "code": code, "stage": "preparing" } });
    told.order("1", "preparing", code("a")).await;
    let mail = told.mail().await;
    assert_eq!(heading(&mail), "Your order is being prepared");
    told.order("1", "preparing", code("b")).await;
    told.no_mail("it reads the same").await;
    assert_eq!(told.page_history("erp", "1").await.len(), 2);
    assert_eq!(told.fates("erp", "1").await.len(), 2);
    // It is the same with the built-in words, for codes without a meaning.
    told.order("1", "preparing", code("c")).await;
    assert_eq!(heading(&told.mail().await), "Your order is being prepared");
    told.order("1", "preparing", code("d")).await;
    told.no_mail("both have the built-in words").await;
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_off_shows_neither_in_the_heading_nor_in_lists() {
    let off = json!({ "notify": "off" });
    let rules = json!({ "picked": off, "invoiced": off, "expected_date_changed": off });
    let told = Told::with(json!({ "rules": rules })).await;
    thanked(&told, "1").await;
    let says = json!({
        "picked": true, "expected_on": "2026-12-18",
        "documents": [{ "id": "1", "kind": "invoice", "number": "F-1" }]
    });
    told.order("1", "preparing", says).await;
    let mail = told.mail().await;
    for off in ["picked", "F-1", "December 2026"] {
        lacks(&mail, off);
    }
    let json = told.json("erp", "1").await;
    let page = told.wismo.page("erp", "1").await;
    for off in ["picked", "F-1", "18 December"] {
        assert!(!page.contains(off), "{off}: {page}");
        assert!(!plain(&json.to_string()).contains(off), "{off}: {json}");
    }
    assert_eq!(json["expected_on"], Value::Null);
    // Nor in what somebody sends by hand.
    let by_hand = async |asked: Value| -> Value {
        let at = "/desk/api/erp/orders/1/mails?preview=true";
        let request = told.wismo.request("POST", at).bearer_auth(DESK_API_KEY);
        let answer = request.json(&asked).send().await.unwrap();
        answer.json().await.unwrap()
    };
    for asked in [
        json!({ "template": "placed" }),
        json!({ "template": "status_changed" }),
        json!({ "words": { "message": "Hello. {{ next }} {{ order.expected }}" } }),
    ] {
        let shown = by_hand(asked).await;
        let text = shown["text"].as_str().expect("it is shown");
        for off in ["picked", "F-1", "December 2026"] {
            assert!(!text.contains(off), "{off}: {text}");
        }
    }
    let refused = by_hand(json!({ "template": "invoiced" })).await;
    assert_eq!(refused["path"], "template", "{refused}");
    told.stop().await;
}
