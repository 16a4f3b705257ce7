//! The desk's routes about settings, templates and orders.

use serde_json::{Value, json};
use wismo::recorder::{Fault, Recorder};

use super::AT;
use super::caller::{Caller, desk};
use crate::harness::eventually;

pub(super) async fn settings(caller: &mut Caller<'_>) {
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

pub(super) async fn templates(caller: &mut Caller<'_>) {
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

pub(super) async fn orders(caller: &mut Caller<'_>, recorder: &Recorder) {
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
