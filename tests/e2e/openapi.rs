//! The reference of the API, against what the routes answer: every operation is called, with
//! good and with bad input, and each answer is compared with it.

use std::collections::BTreeSet;

use reqwest::{RequestBuilder, StatusCode, header};
use serde_json::{Value, json};
use wismo::recorder::{Accepted, Api, Fault, Recorder};
use wismo_domain::time::{Duration, Timestamp};

use crate::harness::member::Member;
use crate::harness::provider::{self, Said};
use crate::harness::reference::{Answer, Operation, REFERENCE};
use crate::harness::{DESK_API_KEY, JOB_SECRET, Wismo, eventually, mailed_by, neutral};

const AT: &str = "2026-06-06T17:18:38Z";
const TO: &str = "bo@example.com";

/// Somebody who calls routes and compares the answers.
struct Caller<'a> {
    wismo: &'a Wismo,
    /// The operations that have answered as they should to good input.
    done: BTreeSet<&'static str>,
}

/// A request for JSON with the desk's key.
fn desk(wismo: &Wismo, method: &str, at: &str) -> RequestBuilder {
    let request = wismo.request(method, &format!("/desk/api/{at}"));
    request.bearer_auth(DESK_API_KEY)
}

/// The value of a header field, or nothing.
fn field(headers: &header::HeaderMap, name: header::HeaderName) -> &str {
    let value = headers.get(name);
    value.map_or("", |value| value.to_str().unwrap())
}

impl Caller<'_> {
    /// Sends a request, checks the answer, and returns it.
    async fn call(&mut self, request: RequestBuilder, status: u16) -> Value {
        let (client, request) = request.build_split();
        let request = request.unwrap();
        let path = request.url().path().to_owned();
        let operation = REFERENCE.operation(request.method().as_str(), &path);
        let sent_type = field(request.headers(), header::CONTENT_TYPE).to_owned();
        let sent = request.body().and_then(|body| body.as_bytes());
        let sent = String::from_utf8_lossy(sent.unwrap_or_default()).into_owned();
        let response = client.execute(request).await.unwrap();
        let headers = response.headers().clone();
        let answered = response.status();
        let body = response.bytes().await.unwrap();
        let body = String::from_utf8_lossy(&body);
        assert_eq!(answered, status, "{} {path}: {body}", operation.id());
        let answer = Answer {
            status: answered,
            media_type: field(&headers, header::CONTENT_TYPE),
            has_tag: headers.contains_key(header::ETAG),
            body: &body,
        };
        REFERENCE.check(operation, &answer);
        if answered.is_success() {
            self.done.insert(operation.id());
            REFERENCE.check_taken(operation, &sent_type, &sent);
        }
        serde_json::from_str(&body).unwrap_or_default()
    }

    /// Calls a route of the desk.
    async fn desk(&mut self, method: &str, at: &str, status: u16) -> Value {
        let request = desk(self.wismo, method, at);
        self.call(request, status).await
    }

    /// Sends JSON to a route of the desk.
    async fn send(&mut self, method: &str, at: &str, body: &Value, status: u16) -> Value {
        let request = desk(self.wismo, method, at).json(body);
        self.call(request, status).await
    }

    /// Writes something of the desk's over a version.
    async fn write(&mut self, method: &str, at: &str, base: &str, body: &Value, status: u16) {
        let request = desk(self.wismo, method, at).header("if-match", base);
        let request = match method {
            "DELETE" => request,
            _ => request.json(body),
        };
        self.call(request, status).await;
    }

    /// Sends a message of the generic source.
    async fn message(&mut self, kind: &str, data: &Value, status: u16) -> Value {
        let body = json!({ "type": kind, "data": data }).to_string();
        let request = self
            .wismo
            .signed_request("/hooks/erp", "application/json", body);
        self.call(request, status).await
    }
}

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
    Box::pin(settings(&mut caller)).await;
    Box::pin(templates(&mut caller)).await;
    Box::pin(orders(&mut caller, &recorder)).await;
    let reference = mail.reference.as_deref().unwrap();
    Box::pin(mails_and_tasks(&mut caller, reference)).await;
    Box::pin(keys(&wismo)).await;
    Box::pin(methods(&wismo)).await;
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

async fn settings(caller: &mut Caller<'_>) {
    let wismo = caller.wismo;
    let at = "erp/settings";
    let kept = caller.desk("GET", at, 200).await;
    let (base, settings) = (format!("\"{}\"", kept["version"]), &kept["settings"]);
    let known = desk(wismo, "GET", at).header("if-none-match", base.as_str());
    caller.call(known, 304).await;
    let wrong = json!({ "rules": { "placed": { "notify": "maybe" } } });
    caller.write("PUT", at, &base, &wrong, 400).await;
    caller.write("PUT", at, "\"999\"", settings, 412).await;
    caller.send("PUT", at, settings, 428).await;
    let text = desk(wismo, "PUT", at).body("{}");
    caller.call(text, 415).await;
    // A default may be left out, and everything may be written out.
    let access = json!({ "second_step": null });
    let few = json!({ "settle_seconds": 0, "access": access });
    caller.write("PUT", at, &base, settings, 200).await;
    let base = format!("\"{}\"", wismo.settings("erp").await["version"]);
    caller.write("PUT", at, &base, &few, 200).await;

    let at = "erp/settings/preview";
    let draft = json!({ "settings": settings, "order": "A-1", "visibility": "limited" });
    for (asked, status) in [
        (json!({}), 200),
        (draft, 200),
        (json!({ "language": "xx" }), 400),
        (json!({ "order": "A-0" }), 404),
    ] {
        caller.send("POST", at, &asked, status).await;
    }
    let at = "erp/rehearse";
    let some = json!({ "settings": settings, "orders": ["A-1", "A-0"] });
    for (asked, status) in [
        (some, 200),
        (json!({ "settings": {}, "recent": 9, "since": AT }), 200),
        (json!({ "settings": wrong }), 400),
    ] {
        caller.send("POST", at, &asked, status).await;
    }
    let text = desk(wismo, "POST", at).body("{}");
    caller.call(text, 415).await;
}

async fn templates(caller: &mut Caller<'_>) {
    let wismo = caller.wismo;
    let words = json!({ "subject": "Yours: {{ order.number }}", "message": "Hello" });
    for name in ["placed", "placed/nb"] {
        let at = format!("erp/templates/{name}");
        // There is none yet.
        caller.desk("GET", &at, 200).await;
        let wrong = json!({ "message": "{{ nothing.such }}" });
        caller.write("PUT", &at, "\"0\"", &wrong, 400).await;
        caller.write("PUT", &at, "\"0\"", &words, 200).await;
        caller.write("PUT", &at, "\"0\"", &words, 412).await;
        caller.write("DELETE", &at, "\"0\"", &words, 412).await;
        caller.send("PUT", &at, &words, 428).await;
        caller.desk("DELETE", &at, 428).await;
        let text = desk(wismo, "PUT", &at).header("if-match", "\"0\"");
        caller.call(text.body("{}"), 415).await;
        let kept = caller.desk("GET", &at, 200).await;
        let tag = format!("\"{}\"", kept["version"]);
        let known = desk(wismo, "GET", &at).header("if-none-match", tag.as_str());
        caller.call(known, 304).await;
        caller.desk("GET", &format!("{at}?version=0"), 200).await;
        caller.desk("GET", &format!("{at}?version=x"), 400).await;
        caller.desk("GET", &format!("{at}?version=99"), 404).await;
    }
    let locked = "erp/templates/status:received";
    caller.write("PUT", locked, "\"0\"", &words, 403).await;
    caller.write("DELETE", locked, "\"0\"", &words, 403).await;
    caller.desk("GET", "erp/templates/A%20b", 404).await;
    let list = caller.desk("GET", "erp/templates", 200).await;
    let tag = format!("\"{}\"", list["version"]);
    let known = desk(wismo, "GET", "erp/templates").header("if-none-match", tag);
    caller.call(known, 304).await;
    caller.desk("GET", "erp/templates/variables", 200).await;
    let at = "erp/templates/preview";
    let draft = json!({ "template": words, "order": "A-1", "kind": "placed", "language": "nb" });
    for (asked, status) in [
        (json!({}), 200),
        (json!({ "name": "placed", "order": "A-1" }), 200),
        (draft, 200),
        (json!({ "name": "A b" }), 400),
        (json!({ "order": "A-0" }), 404),
    ] {
        caller.send("POST", at, &asked, status).await;
    }
    let text = desk(wismo, "POST", at).body("{}");
    caller.call(text, 415).await;
    for name in ["placed/nb", "placed"] {
        let at = format!("erp/templates/{name}");
        let kept = caller.desk("GET", &at, 200).await;
        let tag = format!("\"{}\"", kept["version"]);
        caller.write("DELETE", &at, &tag, &words, 200).await;
    }
}

async fn orders(caller: &mut Caller<'_>, recorder: &Recorder) {
    let wismo = caller.wismo;
    eventually(async || {
        let found = desk(wismo, "GET", "erp/search?q=storgata").send().await;
        let found: Value = found.unwrap().json().await.unwrap();
        let found_by_name = desk(wismo, "GET", "erp/search?q=berg").send().await;
        let found_by_name: Value = found_by_name.unwrap().json().await.unwrap();
        let has_any = |found: &Value| found["hits"] != json!([]);
        (has_any(&found) || has_any(&found_by_name)).then_some(())
    })
    .await;
    for query in ["berg", "berg+as", "370438", "anvil", "A-1", "0155", "%2B47"] {
        let at = format!("erp/search?q={query}");
        caller.desk("GET", &at, 200).await;
    }
    caller.desk("GET", "erp/search?q=", 400).await;
    caller.desk("GET", "erp/search?q=a&from=x", 400).await;
    caller.desk("GET", "erp/orders/A-0", 404).await;
    caller.desk("GET", "erp/orders/A-1?before=x", 400).await;
    caller.desk("GET", "erp/orders/A-1?before=2", 200).await;

    let at = "erp/orders/A-1/mails";
    let hello = json!({ "message": "Hello" });
    let file = json!({ "name": "Guide.pdf", "media_type": "application/pdf",
        "content": "JVBERi0xLjQ=" });
    let whole = json!({ "words": hello, "cc": ["Ada <ada@example.com>"], "documents": ["d2"],
        "attachments": [file], "id": "a" });
    for (query, asked, status) in [
        ("?preview=true", &whole, 200),
        ("", &whole, 200),
        ("", &json!({ "template": "placed", "language": "nb" }), 200),
        ("", &json!({}), 400),
        ("?preview=maybe", &whole, 400),
        ("", &json!({ "template": "returned" }), 409),
    ] {
        caller
            .send("POST", &format!("{at}{query}"), asked, status)
            .await;
    }
    let text = desk(wismo, "POST", at).body("{}");
    caller.call(text, 415).await;
    caller
        .send("POST", "erp/orders/A-0/mails", &whole, 404)
        .await;
    let again = json!({ "to": "Bo <bo@new.example>", "correct_order": false });
    for (at, asked, status) in [
        ("1?preview=true", &again, 200),
        ("1", &json!({}), 200),
        ("1", &json!({ "to": "nobody" }), 400),
        ("99", &again, 404),
    ] {
        let at = format!("erp/orders/A-1/mails/{at}");
        caller.send("POST", &at, asked, status).await;
    }
    caller.desk("DELETE", "erp/orders/A-1/mails/1", 409).await;
    caller.desk("DELETE", "erp/orders/A-1/mails/99", 404).await;
    // One that the provider does not take yet can be called back.
    wismo.drain().await;
    recorder.script([Fault::Status(429, "{}".to_owned())]);
    let waits = json!({ "words": hello });
    let sent = caller.send("POST", at, &waits, 200).await;
    let tried = async || {
        let history = wismo.history("erp", "A-1").await;
        let mails = history["manual_mails"].as_array().unwrap();
        let own = mails.iter().find(|mail| mail["notice"] == sent["notice"]);
        let outcomes = own.map(|own| own["outcomes"].clone()).unwrap_or_default();
        (outcomes != json!([])).then_some(())
    };
    eventually(tried).await;
    let at = format!("{at}/{}", sent["notice"]);
    caller.desk("DELETE", &at, 200).await;

    for (method, at, status) in [
        ("PUT", "A-2/hold", 200),
        ("DELETE", "A-2/hold", 200),
        ("DELETE", "A-2/waiting", 200),
        ("PUT", "A-0/hold", 404),
        ("DELETE", "A-0/hold", 404),
        ("DELETE", "A-0/waiting", 404),
    ] {
        caller
            .desk(method, &format!("erp/orders/{at}"), status)
            .await;
    }
    let at = "erp/orders/A-2/link";
    let action = |word: &str| json!({ "action": word });
    for (asked, status) in [
        (action("revoke"), 200),
        (action("restore"), 200),
        (action("replace"), 200),
        (action("burn"), 400),
        (action(&"x".repeat(2000)), 413),
    ] {
        caller.send("POST", at, &asked, status).await;
    }
    let text = desk(wismo, "POST", at).body("{}");
    caller.call(text, 415).await;
    caller.desk("POST", "erp/release", 200).await;
    for order in ["A-1", "A-2", "A-9"] {
        caller
            .desk("GET", &format!("erp/orders/{order}"), 200)
            .await;
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

/// A path of an operation, about a shop.
fn path(operation: Operation<'_>, shop: &str) -> String {
    let segments = operation.path.split('/').map(|segment| match segment {
        "{shop}" => shop,
        "{order}" => "A-1",
        "{notice}" | "{task}" | "{number}" => "1",
        "{address}" => TO,
        "{name}" => "placed",
        "{language}" => "nb",
        "{provider}" => "resend",
        "{id}" => "erp:A-1:1",
        "{token}" => "x",
        "{token}.json" => "x.json",
        plain => plain,
    });
    segments.collect::<Vec<_>>().join("/")
}

/// Checks that the desk's routes ask for a key, for one that may do it, and for a shop.
async fn keys(wismo: &Wismo) {
    let mut owner = Member::new(wismo);
    owner
        .set_up("Ada", "ada@north.example", "four words on paper")
        .await;
    let viewer = [("name", "Reports"), ("role", "viewer"), ("shop", "erp")];
    let made = owner.post("/desk/keys", &viewer).await;
    let (_, key) = made.html.split_once("<code>").unwrap();
    let key = key.split('<').next().unwrap();
    let mut caller = Caller {
        wismo,
        done: BTreeSet::new(),
    };
    for operation in REFERENCE.operations() {
        if !operation.asks("deskKey") {
            continue;
        }
        let request = |shop: &str| {
            let method = operation.method.to_uppercase();
            wismo.request(&method, &path(operation, shop))
        };
        caller.call(request("erp"), 401).await;
        let elsewhere = request("nobody").bearer_auth(DESK_API_KEY);
        caller.call(elsewhere, 404).await;
        caller.call(request("north").bearer_auth(key), 404).await;
        let is_locked = operation.has_answer(403);
        let is_read = operation.method == "get";
        assert!(!(is_read && is_locked), "{}", operation.id());
        if is_locked {
            caller.call(request("erp").bearer_auth(key), 403).await;
        }
    }
}

/// Checks that the paths of the reference take its methods and no other ones.
async fn methods(wismo: &Wismo) {
    let operations = REFERENCE.operations();
    let paths: BTreeSet<&str> = operations.iter().map(|one| one.path).collect();
    for template in paths {
        let own = operations.iter().filter(|one| one.path == template);
        let own: Vec<_> = own.copied().collect();
        let secret = match own[0].asks("jobSecret") {
            true => JOB_SECRET,
            false => DESK_API_KEY,
        };
        let request = wismo.request("PATCH", &path(own[0], "erp"));
        let answer = request.bearer_auth(secret).send().await.unwrap();
        assert_eq!(
            answer.status(),
            StatusCode::METHOD_NOT_ALLOWED,
            "{template}"
        );
        let allowed = field(answer.headers(), header::ALLOW).to_lowercase();
        let allowed: BTreeSet<&str> = allowed.split(", ").filter(|one| *one != "head").collect();
        let said: BTreeSet<&str> = own.iter().map(|one| one.method).collect();
        assert_eq!(allowed, said, "{template}");
    }
}
