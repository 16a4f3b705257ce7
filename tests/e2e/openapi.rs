//! The reference of the API, against what the routes answer: every operation is called, with
//! good and with bad input, and each answer is compared with it.

mod caller;
mod desk;
mod doors;

use std::collections::BTreeSet;

use reqwest::StatusCode;
use serde_json::{Value, json};
use wismo::recorder::{Accepted, Api, Recorder};
use wismo_domain::time::{Duration, Timestamp};

use crate::harness::provider::{self, Said};
use crate::harness::reference::{Answer, Operation, REFERENCE};
use crate::harness::{DESK_API_KEY, JOB_SECRET, Wismo, eventually, mailed_by, neutral};
use caller::Caller;

const AT: &str = "2026-06-06T17:18:38Z";
const TO: &str = "bo@example.com";

/// A day that lies ahead.
fn soon() -> String {
    let at = Timestamp::now() + Duration::hours(24 * 3);
    at.to_string().chars().take(10).collect()
}

/// An order with everything that one can say of it.
fn order(id: &str) -> Value {
    let mut order = neutral(id, "preparing", AT);
    order["customer"]["id"] = json!("C-7");
    order["customer"]["phone"] = json!("+47 12 34 56 78");
    order["reference"] = json!("PO 4500-77");
    order["marketplace"] = json!({ "name": "eBay", "order": "17-12345", "user": "bo77" });
    order["delivery_address"] = json!({ "name": "Bo Berg", "street": ["Storgata 1"],
        "postcode": "0155", "city": "Oslo", "country": "NO" });
    order["billing_address"] = json!({ "company": "Berg AS", "postcode": "0155" });
    order["payment"] = json!({ "state": "paid", "method": "Visa, 4242" });
    order["message"] = json!("We pack it tonight.");
    order["reorder_url"] = json!("https://north.example/again/1");
    order["expected_on"] = json!(soon());
    order["lines"][0]["expected_on"] = json!(soon());
    order["lines"][0]["picture_url"] = json!("https://pictures.example/anvil.jpg");
    order["shipments"] = json!([{ "id": "p1", "carrier": "Bring", "state": "sent",
        "tracking_number": "370438101015432168", "lines": [{ "line": "1", "quantity": 1 }] }]);
    order["refunds"] = json!([{ "id": "r1", "amount": "10.00", "reason": "A scratch" }]);
    order["totals"] = json!({ "items": "300.00", "shipping": "20.00", "total": "325.00",
        "fees": [{ "name": "Gift wrap", "amount": "5.00" }] });
    order["documents"] = json!([
        { "id": "d1", "kind": "invoice", "number": "F-1", "total": "325.00",
          "url": "https://north.example/invoices/1", "public": true },
        { "id": "d2", "kind": "other", "number": "M-1", "name": "Manual.pdf",
          "media_type": "application/pdf", "content": "JVBERi0xLjQ=" },
    ]);
    order
}

/// The mails that the recorder has, once there are so many.
async fn mails(recorder: &Recorder, count: usize) -> Vec<Accepted> {
    eventually(async || Some(recorder.accepted()).filter(|mails| mails.len() >= count)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_answers_as_the_reference_says() {
    let recorder = Recorder::start(Api::Resend).unwrap();
    let mut variables = mailed_by(Api::Resend, &recorder);
    variables.insert(
        "mail_events_secret".to_owned(),
        provider::secret(Api::Resend),
    );
    let wismo = Wismo::with(variables).await;
    let mut caller = Caller {
        wismo: &wismo,
        done: BTreeSet::new(),
    };
    Box::pin(shops_and_their_erps(&mut caller)).await;
    let mail = mails(&recorder, 1).await.remove(0);
    Box::pin(the_status_page(&mut caller)).await;
    Box::pin(desk::settings(&mut caller)).await;
    Box::pin(desk::templates(&mut caller)).await;
    Box::pin(desk::orders(&mut caller, &recorder)).await;
    let reference = mail.reference.as_deref().unwrap();
    Box::pin(mails_and_tasks(&mut caller, reference)).await;
    Box::pin(doors::keys(&wismo)).await;
    Box::pin(doors::methods(&wismo)).await;
    let all = REFERENCE.operations();
    let all: BTreeSet<_> = all.into_iter().map(Operation::id).collect();
    let missing: Vec<_> = all.difference(&caller.done).collect();
    assert!(missing.is_empty(), "nobody called {missing:?}");
    wismo.stop().await;
}

async fn shops_and_their_erps(caller: &mut Caller<'_>) {
    let wismo = caller.wismo;
    let mut changed = order("A-1");
    caller.message("order.changed", &changed, 200).await;
    wismo.mail("erp:A-1:1").await;
    changed["updated_at"] = json!("2026-06-07T17:18:38Z");
    changed["status"] = json!({ "code": "wrapping", "stage": "preparing", "label": "Wrapping" });
    changed["lines"][0]["delivered"] = json!(2);
    caller.message("order.changed", &changed, 200).await;
    wismo.mail("erp:A-1:2").await;
    let gone = json!({ "id": "A-9" });
    let removed = neutral("A-9", "received", AT);
    caller.message("order.changed", &removed, 200).await;
    caller.message("order.deleted", &gone, 200).await;
    let stock = json!({ "sku": "A", "updated_at": AT, "quantity": 7, "expected_on": soon() });
    caller.message("stock.changed", &stock, 200).await;
    let lines = json!([{ "sku": "A", "expected_on": soon() }]);
    let purchase = json!({ "id": "PO-1", "updated_at": AT, "lines": lines });
    caller.message("purchase.changed", &purchase, 200).await;
    let customer = json!({ "id": "C-7", "updated_at": AT, "name": "Bo Berg" });
    caller.message("customer.changed", &customer, 200).await;
    let path = "/hooks/erp";
    let json = "application/json";
    let text = |text: &str| text.to_owned();
    let other = wismo.signed_request(path, json, text(r#"{"type":"price.changed","data":{}}"#));
    caller.call(other, 200).await;
    caller.message("order.changed", &gone, 400).await;
    let unsigned = wismo.request("POST", path).json(&gone);
    caller.call(unsigned, 401).await;
    let elsewhere = wismo.request("POST", "/hooks/nobody").json(&gone);
    caller.call(elsewhere, 404).await;
    let plain = wismo.signed_request(path, "text/plain", text("{}"));
    caller.call(plain, 415).await;
    let form = "application/x-www-form-urlencoded";
    let ping = wismo.request("POST", "/hooks/north").body("webhook_id=5");
    caller.call(ping.header("content-type", form), 200).await;

    let lines = "application/x-ndjson";
    let good = json!({ "type": "order.changed", "data": neutral("A-2", "received", AT) });
    let good = good.to_string();
    let mixed = format!("{good}\n{{\"type\":\"order.changed\",\"data\":{{}}}}");
    let import = "/sync/erp/import";
    let request = wismo.signed_request(&format!("{import}?quiet=true"), lines, good.clone());
    caller.call(request, 200).await;
    for (path, media_type, body, status) in [
        ("/sync/erp/import?from=2", lines, text("\n{}"), 400),
        ("/sync/erp/import?quiet", lines, good.clone(), 400),
        ("/sync/south/import", lines, good.clone(), 403),
        ("/sync/nobody/import", lines, good.clone(), 404),
        (import, json, good.clone(), 415),
        ("/sync/erp/release", json, text("{}"), 200),
        ("/sync/south/release", json, text("{}"), 403),
        ("/sync/nobody/release", json, text("{}"), 404),
    ] {
        caller
            .call(wismo.signed_request(path, media_type, body), status)
            .await;
    }
    // Half of it is not as the reference says, so what is sent is not compared.
    let answer = wismo.signed(import, lines, mixed).await;
    assert_eq!(answer.status(), StatusCode::MULTI_STATUS);
    let body = answer.text().await.unwrap();
    REFERENCE.check(
        REFERENCE.operation("POST", import),
        &Answer {
            status: StatusCode::MULTI_STATUS,
            media_type: lines,
            has_tag: false,
            body: &body,
        },
    );
    for path in [import, "/sync/erp/release"] {
        let unsigned = wismo.request("POST", path).body("{}");
        caller
            .call(unsigned.header("content-type", lines), 401)
            .await;
    }
}

async fn the_status_page(caller: &mut Caller<'_>) {
    let wismo = caller.wismo;
    let page = Wismo::page_path("erp", "A-1");
    let gone = Wismo::page_path("erp", "A-9");
    eventually(async || {
        let text = wismo.get(&format!("{gone}.json")).await.text().await;
        text.unwrap().contains(r#""removed":true"#).then_some(())
    })
    .await;
    for form in [
        format!("{page}.json?language=da"),
        format!("{gone}.json"),
        format!("{page}/delivery.ics"),
        format!("{page}/documents/2"),
    ] {
        caller.call(wismo.request("GET", &form), 200).await;
    }
    for form in [".json", "/delivery.ics"] {
        let form = format!("{page}{form}");
        let tag = wismo.get(&form).await.headers()["etag"].clone();
        let known = wismo.request("GET", &form).header("if-none-match", tag);
        caller.call(known, 304).await;
    }
    for form in [
        "/s/x.json".to_owned(),
        "/s/x/delivery.ics".to_owned(),
        format!("{gone}/delivery.ics"),
        format!("{page}/documents/9"),
    ] {
        caller.call(wismo.request("GET", &form), 404).await;
    }
}

async fn mails_and_tasks(caller: &mut Caller<'_>, reference: &str) {
    let wismo = caller.wismo;
    let drain = || wismo.request("POST", "/mail/drain");
    let alone = json!({ "until": "2000-01-01T00:00:00Z" });
    for (request, status) in [
        (drain().bearer_auth(JOB_SECRET).json(&alone), 200),
        (drain().bearer_auth(JOB_SECRET), 200),
        (drain().bearer_auth(JOB_SECRET).json(&json!([1])), 400),
        (drain().bearer_auth("x"), 401),
        (drain().bearer_auth(JOB_SECRET).body("x".repeat(1001)), 413),
    ] {
        caller.call(request, status).await;
    }
    let preview = |id: &str| wismo.request("GET", &format!("/mail/preview/{id}"));
    let own = || preview("erp:A-1:1").bearer_auth(DESK_API_KEY);
    caller.call(own(), 200).await;
    caller.call(own().header("accept", "text/html"), 200).await;
    caller.call(preview("erp:A-1:1"), 401).await;
    let missing = preview("erp:A-1:99").bearer_auth(DESK_API_KEY);
    caller.call(missing, 404).await;

    let suppression = format!("erp/suppressions/{TO}");
    caller.desk("GET", &suppression, 404).await;
    let event = |said: &Said<'_>, provider: &str| {
        let (headers, body) = provider::delivery(Api::Resend, said);
        let path = format!("/mail/events/{provider}");
        let request = wismo.request("POST", &path).body(body);
        let request = request.header("content-type", "application/json");
        headers.iter().fold(request, |request, (name, value)| {
            request.header(*name, value)
        })
    };
    let said = Said::of(reference, TO);
    caller.call(event(&said.delivered(), "resend"), 200).await;
    caller.call(event(&said.bounced(), "resend"), 200).await;
    caller.call(event(&said.forged(), "resend"), 401).await;
    caller.call(event(&said.delivered(), "brevo"), 404).await;

    caller.desk("GET", &suppression, 200).await;
    let hello = json!({ "words": { "message": "Hello" } });
    let at = "erp/orders/A-1/mails";
    caller.send("POST", at, &hello, 409).await;
    let shown = format!("{at}?preview=true");
    let shown = caller.send("POST", &shown, &hello, 200).await;
    assert_ne!(shown["warnings"], json!([]), "{shown}");
    caller.desk("DELETE", &suppression, 204).await;
    let tasks = caller.desk("GET", "erp/tasks", 200).await;
    let task = tasks["tasks"][0]["task"].clone();
    assert!(task.is_u64(), "{tasks}");
    caller.desk("GET", "erp/tasks?from=x", 400).await;
    caller
        .desk("DELETE", &format!("erp/tasks/{task}"), 204)
        .await;
    caller.desk("DELETE", "erp/tasks/x", 404).await;
    caller.desk("GET", "erp/mail", 200).await;
    caller.desk("GET", "erp/orders/A-1", 200).await;
}
