//! `/desk/api/{shop}/orders/{id}/mails/...`, `.../hold` and `.../waiting`: mails that
//! the merchant handles by hand.

use reqwest::StatusCode;
use serde_json::{Value, json};
use wismo::recorder::{Accepted, Api, Recorder};

use crate::harness::{DESK_API_KEY, Wismo, eventually, mailed_by, neutral, woocommerce};

async fn desk(wismo: &Wismo, method: &str, at: &str, body: &Value) -> (StatusCode, Value) {
    let request = wismo.request(method, &format!("/desk/api/{at}"));
    let response = request.bearer_auth(DESK_API_KEY).json(body).send().await;
    let response = response.unwrap();
    (response.status(), response.json().await.unwrap_or_default())
}

/// An answer that must be 200.
async fn done(wismo: &Wismo, method: &str, at: &str, body: &Value) -> Value {
    let (status, answer) = desk(wismo, method, at, body).await;
    assert_eq!(status, StatusCode::OK, "{method} {at}: {answer}");
    answer
}

/// The mails that the recorder has, once there are so many.
async fn mails(recorder: &Recorder, count: usize) -> Vec<Accepted> {
    eventually(async || Some(recorder.accepted()).filter(|mails| mails.len() >= count)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_is_exactly_what_is_sent() {
    let recorder = Recorder::start(Api::Resend).unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &recorder)).await;
    let order = woocommerce(324, "processing", "2026-06-06T17:18:38");
    wismo.deliver(&order).await;
    mails(&recorder, 1).await;
    let thanks = json!({ "subject": "Thanks for {{ order.number }}" });
    wismo.put_template("north", "thanks", 0, &thanks).await;
    let words = json!({
        "subject": "About {{ order.number }}",
        "heading": "We called you",
        "message": "Dear {{ customer.first_name }},\n\nplease call us <b>back</b>.\n{{ link }}",
    });
    for (index, asked) in [
        json!({ "words": words, "cc": ["Bo Berg <bo@example.com>"], "id": "a" }),
        json!({ "template": "thanks", "to": "office@north.example", "id": "b" }),
        json!({ "template": "placed", "language": "nb", "id": "c" }),
    ]
    .iter()
    .enumerate()
    {
        let at = "north/orders/324/mails";
        let shown = done(&wismo, "POST", &format!("{at}?preview=true"), asked).await;
        assert_eq!(recorder.accepted().len(), index + 1);
        let kept = done(&wismo, "POST", at, asked).await;
        // Asked for twice, it is sent once.
        assert_eq!(done(&wismo, "POST", at, asked).await, kept);
        let all = mails(&recorder, index + 2).await;
        let mail = all.last().unwrap();
        assert_eq!(mail.subject, shown["subject"].as_str().unwrap());
        assert_eq!(mail.text, shown["text"].as_str().unwrap());
        assert_eq!(mail.html, shown["html"].as_str().unwrap());
        assert!(mail.to.contains(shown["to"]["address"].as_str().unwrap()));
        let has_cc = shown["cc"].as_array().is_some_and(|cc| !cc.is_empty());
        assert_eq!(mail.cc.is_some(), has_cc, "{shown}");
        let id = format!("north:324:{}", kept["notice"]);
        let in_store = wismo.mail(&id).await["mail"].clone();
        for field in ["subject", "text", "html", "from", "to"] {
            assert_eq!(in_store[field], shown[field], "{field}");
        }
        // Only the customer can switch the order's mails off, not a reader of a copy.
        let is_theirs = mail.to.contains("ada.nilsen@example.com") && !has_cc;
        assert_eq!(mail.header("list-unsubscribe").is_some(), is_theirs);
    }
    let first = &mails(&recorder, 2).await[1];
    assert_eq!(first.subject, "About 324");
    assert!(first.text.contains("Dear Ada,"), "{}", first.text);
    assert!(first.html.contains("&lt;b&gt;back&lt;/b&gt;"));
    wismo.process.idle().await;
    wismo.drain().await;
    assert_eq!(recorder.accepted().len(), 4);
    let history = wismo.history("north", "324").await;
    assert_eq!(history["notices"].as_array().unwrap().len(), 1);
    assert_eq!(history["manual_mails"].as_array().unwrap().len(), 3);
    assert_eq!(history["manual_mails"][1]["words"]["template"], "thanks");
    assert_eq!(history["manual_mails"][0]["is_final"], true, "{history}");
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_earlier_mail_goes_to_a_corrected_address() {
    let recorder = Recorder::start(Api::Resend).unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &recorder)).await;
    let order = neutral("1", "received", "2026-06-06T17:18:38Z");
    wismo.message("order.changed", &order).await;
    let first = mails(&recorder, 1).await.remove(0);
    let asked = json!({ "to": "bo@new.example", "correct_order": true });
    let shown = done(&wismo, "POST", "erp/orders/1/mails/1?preview=true", &asked).await;
    assert_eq!(shown["to"]["name"], "Bo Berg");
    let kept = done(&wismo, "POST", "erp/orders/1/mails/1", &asked).await;
    let again = mails(&recorder, 2).await.remove(1);
    assert!(again.to.contains("bo@new.example"), "{}", again.to);
    assert_eq!((&again.subject, &again.html), (&first.subject, &first.html));
    assert!(again.header("list-unsubscribe").is_some());
    // The next news goes there too, though the shop still has the wrong address.
    let order = neutral("1", "sent", "2026-06-07T17:18:38Z");
    wismo.message("order.changed", &order).await;
    let next = mails(&recorder, 3).await.remove(2);
    assert!(next.to.contains("bo@new.example"), "{}", next.to);
    // A copy for somebody else does not let them switch the mails off, or see
    // what is the customer's.
    let at = format!("erp/orders/1/mails/{}", kept["notice"]);
    let asked = json!({ "to": "Office <office@erp.example>" });
    done(&wismo, "POST", &at, &asked).await;
    let copy = mails(&recorder, 4).await.remove(3);
    assert!(copy.to.contains("office@erp.example"));
    assert!(copy.header("list-unsubscribe").is_none());
    let own = Wismo::page_path("erp", "1");
    assert!(first.html.contains(&own) && first.text.contains(&own));
    assert!(!copy.html.contains(&own) && !copy.text.contains(&own));
    assert!(copy.text.contains("https://wismo.example/s/"));
    let history = wismo.history("erp", "1").await;
    assert_eq!(history["manual_mails"][0]["resends"], 1);
    assert_eq!(history["manual_mails"][1]["resends"], kept["notice"]);
    assert_eq!(history["order"]["customer"]["email"], "bo@new.example");
    let said = history["deliveries"].as_array().unwrap().iter();
    let said: Vec<_> = said.map(|delivery| delivery["kind"].clone()).collect();
    assert_eq!(
        json!(said),
        json!(["order", "address", "mail_resent", "order", "mail_resent"])
    );
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn news_are_held_let_go_and_dropped() {
    let wismo = Wismo::start().await;
    let say = async |stage: &str, day: u8| {
        let at = format!("2026-06-{day:02}T17:18:38Z");
        let order = neutral("1", stage, &at);
        wismo.message("order.changed", &order).await;
        wismo.drain().await;
    };
    let none = Value::Null;
    say("received", 1).await;
    wismo.mail("erp:1:1").await;
    let held = done(&wismo, "PUT", "erp/orders/1/hold", &none).await;
    assert_eq!(held["held"], true);
    say("preparing", 2).await;
    let history = wismo.history("erp", "1").await;
    assert_eq!(history["notices"].as_array().unwrap().len(), 1);
    assert_eq!(history["held"], true);
    done(&wismo, "DELETE", "erp/orders/1/hold", &none).await;
    wismo.mail("erp:1:2").await;
    done(&wismo, "PUT", "erp/orders/1/hold", &none).await;
    say("on_hold", 3).await;
    let dropped = done(&wismo, "DELETE", "erp/orders/1/waiting", &none).await;
    assert_eq!(dropped["called_back"], json!([]));
    assert_eq!(dropped["sent"], json!([1, 2]));
    done(&wismo, "DELETE", "erp/orders/1/hold", &none).await;
    wismo.drain().await;
    say("sent", 4).await;
    wismo.mail("erp:1:3").await;
    let history = wismo.history("erp", "1").await;
    assert_eq!(history["notices"].as_array().unwrap().len(), 3);
    let fate =
        |delivery: usize| history["deliveries"][delivery]["changes"][0]["notification"].clone();
    assert_eq!(fate(5)["reason"], "dropped", "{history}");
    for at in ["erp/orders/2/hold", "none/orders/1/hold"] {
        assert_eq!(
            desk(&wismo, "PUT", at, &none).await.0,
            StatusCode::NOT_FOUND
        );
    }
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_that_waits_is_called_back_and_one_that_left_is_not() {
    let recorder = Recorder::start(Api::Resend).unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &recorder)).await;
    wismo
        .message(
            "order.changed",
            &neutral("1", "received", "2026-06-06T17:18:38Z"),
        )
        .await;
    mails(&recorder, 1).await;
    let none = Value::Null;
    let (status, answer) = desk(&wismo, "DELETE", "erp/orders/1/mails/1", &none).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(
        answer["error"].as_str().unwrap().contains("has it"),
        "{answer}"
    );
    recorder.script([wismo::recorder::Fault::Status(429, "{}".to_owned())]);
    let asked = json!({ "words": { "message": "Hello" } });
    let kept = done(&wismo, "POST", "erp/orders/1/mails", &asked).await;
    let tried = eventually(async || {
        let history = wismo.history("erp", "1").await;
        let outcomes = history["manual_mails"][0]["outcomes"].clone();
        Some(outcomes).filter(|outcomes| outcomes != &json!([]))
    });
    assert!(tried.await[0]["result"]["try_again"].is_object());
    let at = format!("erp/orders/1/mails/{}", kept["notice"]);
    let answer = done(&wismo, "DELETE", &at, &none).await;
    assert_eq!(answer["may_be_sent"], false);
    assert_eq!(done(&wismo, "DELETE", &at, &none).await, answer);
    wismo.drain().await;
    let history = wismo.history("erp", "1").await;
    assert_eq!(
        history["manual_mails"][0]["outcomes"][1]["result"],
        "cancelled"
    );
    assert_eq!(recorder.accepted().len(), 1);
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_request_is_named_by_its_path() {
    let wismo = Wismo::start().await;
    let order = neutral("1", "received", "2026-06-06T17:18:38Z");
    wismo.message("order.changed", &order).await;
    wismo.mail("erp:1:1").await;
    let words = |field: &str, text: &str| json!({ "words": { field: text } });
    let with = |field: &str, value: Value| {
        let mut asked = words("message", "Hello");
        asked[field] = value;
        asked
    };
    let file = |name: &str, kind: &str, content: &str| {
        let file = json!({ "name": name, "media_type": kind, "content": content });
        with("attachments", json!([file]))
    };
    let at = "erp/orders/1/mails";
    for (asked, path) in [
        (json!({}), ""),
        (json!([]), ""),
        (with("template", json!("placed")), ""),
        (with("subject", json!("x")), "subject"),
        (json!({ "template": "A b" }), "template"),
        (json!({ "template": "missing" }), "template"),
        (words("subject", "a\r\nBcc: b@c.example"), "words.subject"),
        (words("message", "{{ order.nubmer }}"), "words.message"),
        (words("body", "x"), "words.body"),
        (with("to", json!("a@b\r\nBcc: c@d")), "to"),
        (with("to", json!("A\r\nBcc: c@d <a@b.example>")), "to"),
        (with("cc", json!(["a@b.example", "c"])), "cc[1]"),
        (with("language", json!("!")), "language"),
        (with("id", json!("")), "id"),
        (with("documents", json!(["none"])), "documents[0]"),
        (
            file("a/b", "application/pdf", "JVBERg=="),
            "attachments[0].name",
        ),
        (
            file("a", "text/html", "JVBERg=="),
            "attachments[0].media_type",
        ),
        (file("a", "application/pdf", "?"), "attachments[0].content"),
        (file("a", "application/pdf", ""), "attachments[0].content"),
    ] {
        for query in ["", "?preview=true"] {
            let (status, answer) = desk(&wismo, "POST", &format!("{at}{query}"), &asked).await;
            assert_eq!(status, StatusCode::BAD_REQUEST, "{asked}: {answer}");
            assert_eq!(
                answer["path"].as_str().unwrap_or_default(),
                path,
                "{answer}"
            );
        }
    }
    let hello = words("message", "Hello");
    for (method, at, asked, status) in [
        ("POST", "erp/orders/9/mails", &hello, 404),
        ("POST", "erp/orders/1/mails/9", &json!({}), 404),
        ("POST", "erp/orders/1/mails/x", &json!({}), 404),
        ("DELETE", "erp/orders/1/mails/2147483700", &Value::Null, 404),
        ("GET", "erp/orders/1/mails", &Value::Null, 405),
        ("GET", "erp/orders/1/mails/1", &Value::Null, 405),
        ("POST", "erp/orders/1/mails?preview=maybe", &hello, 400),
        (
            "POST",
            "erp/orders/1/mails/1",
            &json!({ "correct_order": true }),
            400,
        ),
        ("GET", "erp/orders/1/hold", &Value::Null, 405),
        ("POST", "erp/orders/1/waiting", &Value::Null, 405),
        ("POST", "erp/orders/1/cancel", &Value::Null, 404),
    ] {
        let (answered, answer) = desk(&wismo, method, at, asked).await;
        assert_eq!(answered.as_u16(), status, "{method} {at}: {answer}");
    }
    let path = "/desk/api/erp/orders/1/mails";
    let answer = wismo.request("POST", path).json(&hello).send().await;
    assert_eq!(answer.unwrap().status(), StatusCode::UNAUTHORIZED);
    assert_eq!(wismo.history("erp", "1").await["manual_mails"], json!([]));
    wismo.stop().await;
}

/// The addresses and reasons of warnings, and whether the mail is sent.
fn warnings(answer: &Value) -> Value {
    let all = answer["warnings"].as_array().unwrap().iter();
    let told = |one: &Value| json!([one["address"], one["reason"], one["sent"]]);
    all.map(told).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_tells_nothing_that_never_happened() {
    let wismo = Wismo::start().await;
    let mut order = neutral("1", "received", "2026-06-06T17:18:38Z");
    wismo.message("order.changed", &order).await;
    wismo.mail("erp:1:1").await;
    let words = json!({ "heading": "It is being engraved" });
    let put = wismo.put_template("erp", "status:engraving", 0, &words);
    assert_eq!(put.await.status(), StatusCode::OK);
    let at = "erp/orders/1/mails";
    for template in ["invoiced", "refunded", "status_changed", "status:engraving"] {
        for query in ["", "?preview=true"] {
            let asked = json!({ "template": template });
            let (status, answer) = desk(&wismo, "POST", &format!("{at}{query}"), &asked).await;
            assert_eq!(status, StatusCode::CONFLICT, "{template}: {answer}");
            assert_eq!(answer["path"], "template");
            let error = answer["error"].as_str().unwrap();
            assert!(error.contains("tells nothing of this order"), "{error}");
        }
    }
    order["updated_at"] = json!("2026-06-07T17:18:38Z");
    order["status"] = json!({ "code": "engraving", "stage": "preparing" });
    order["documents"] = json!([{ "id": "d1", "kind": "invoice", "number": "F-1" }]);
    wismo.message("order.changed", &order).await;
    wismo.mail("erp:1:2").await;
    for (template, says) in [
        ("invoiced", "You have an invoice: F-1"),
        ("status:engraving", "It is being engraved"),
        // Some of the order has left since: that is said first.
        ("placed", "Part of your order is on its way"),
    ] {
        let asked = json!({ "template": template });
        let shown = done(&wismo, "POST", &format!("{at}?preview=true"), &asked).await;
        assert!(shown["text"].as_str().unwrap().contains(says), "{shown}");
    }
    // Changes that an order came with have happened too.
    order["id"] = json!("2");
    wismo.message("order.changed", &order).await;
    let asked = json!({ "template": "invoiced" });
    let shown = done(&wismo, "POST", "erp/orders/2/mails?preview=true", &asked).await;
    let text = shown["text"].as_str().unwrap();
    assert!(text.contains("You have an invoice: F-1"), "{text}");
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_by_hand_fits_who_reads_it() {
    let wismo = Wismo::start().await;
    let order = neutral("1", "received", "2026-06-06T17:18:38Z");
    wismo.message("order.changed", &order).await;
    let show =
        async |asked: Value| done(&wismo, "POST", "erp/orders/1/mails?preview=true", &asked).await;
    let words = json!({ "heading": "We tried to call you", "message": "Please call us." });
    let shown = show(json!({ "words": words })).await;
    let preheader = "We tried to call you. Please call us.";
    assert_eq!(shown["preheader"], preheader);
    assert!(shown["html"].as_str().unwrap().contains(preheader));
    let text = shown["text"].as_str().unwrap();
    assert!(text.contains("Hello Bo Berg,"), "{text}");
    assert!(text.replace('\n', " ").contains("with your email address"));
    let shown = show(json!({ "words": { "message": "Hi" } })).await;
    let text = shown["text"].as_str().unwrap();
    assert!(text.contains("A message about your order"), "{text}");
    let to = "Office <office@erp.example>";
    let shown = show(json!({ "words": words, "to": to })).await;
    for part in ["text", "html"] {
        let part = shown[part].as_str().unwrap();
        assert!(
            part.contains("Hello Office,") && !part.contains("Bo Berg"),
            "{part}"
        );
        let flat = part.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(!flat.contains("with your email address"), "{flat}");
        assert!(flat.contains("because ERP Shop sent it to you"), "{flat}");
    }
    let upload = json!([{ "name": "a.gif", "media_type": "image/gif", "content": "R0lG" }]);
    let asked = json!({ "words": words, "attachments": upload });
    let (status, answer) = desk(&wismo, "POST", "erp/orders/1/mails", &asked).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    let error = answer["error"].as_str().unwrap();
    assert!(
        error.contains("must be application/pdf, application/xml, image/jpeg"),
        "{error}"
    );
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_customer_does_not_wish_is_said_and_sent() {
    let recorder = Recorder::start(Api::Resend).unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &recorder)).await;
    let mut order = neutral("1", "received", "2026-06-06T17:18:38Z");
    order["customer"]["wants_mail"] = json!(false);
    wismo.message("order.changed", &order).await;
    let asked = json!({ "words": { "message": "Hello" }, "id": "a" });
    let at = "erp/orders/1/mails";
    let expected = json!([["bo@example.com", "not_set_to_receive", true]]);
    let shown = done(&wismo, "POST", &format!("{at}?preview=true"), &asked).await;
    assert_eq!(warnings(&shown), expected);
    let kept = done(&wismo, "POST", at, &asked).await;
    assert_eq!(warnings(&kept), expected);
    mails(&recorder, 1).await;
    let elsewhere = json!({ "words": { "message": "Hello" }, "to": "office@erp.example" });
    let shown = done(&wismo, "POST", &format!("{at}?preview=true"), &elsewhere).await;
    assert_eq!(warnings(&shown), json!([]));
    // The customer switches all mails of another order off.
    let order = neutral("2", "received", "2026-06-06T17:18:38Z");
    wismo.message("order.changed", &order).await;
    let first = mails(&recorder, 2).await.remove(1);
    let off = first.header("list-unsubscribe").unwrap();
    let off = off
        .trim_matches(['<', '>'])
        .replace("https://wismo.example", "");
    let form = "List-Unsubscribe=One-Click";
    let request = wismo.request("POST", &off).body(form);
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    assert!(request.send().await.unwrap().status().is_success());
    let kept = done(&wismo, "POST", "erp/orders/2/mails", &asked).await;
    let expected = json!([["bo@example.com", "unsubscribed", true]]);
    assert_eq!(warnings(&kept), expected);
    let kept = done(&wismo, "POST", "erp/orders/2/mails/1", &json!({})).await;
    assert_eq!(warnings(&kept), expected);
    mails(&recorder, 4).await;
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_revoked_stands_in_no_mail() {
    let recorder = Recorder::start(Api::Resend).unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &recorder)).await;
    let order = neutral("1", "received", "2026-06-06T17:18:38Z");
    wismo.message("order.changed", &order).await;
    let first = mails(&recorder, 1).await.remove(0);
    assert!(first.text.contains("https://wismo.example/s/"));
    let revoke = json!({ "action": "revoke" });
    done(&wismo, "POST", "erp/orders/1/link", &revoke).await;
    // By hand, shown and sent.
    let asked = json!({ "words": { "message": "Look:{{ link }}" } });
    let at = "erp/orders/1/mails";
    let shown = done(&wismo, "POST", &format!("{at}?preview=true"), &asked).await;
    done(&wismo, "POST", at, &asked).await;
    let by_hand = mails(&recorder, 2).await.remove(1);
    assert_eq!(shown["html"], by_hand.html);
    // By a rule.
    let order = neutral("1", "sent", "2026-06-07T17:18:38Z");
    wismo.message("order.changed", &order).await;
    let ruled = mails(&recorder, 3).await.remove(2);
    for mail in [&by_hand, &ruled] {
        for part in [&mail.text, &mail.html] {
            assert!(
                !part.contains("/s/") && !part.contains("See your order"),
                "{part}"
            );
        }
    }
    // An earlier mail still has its link, and the desk says so.
    let again = done(&wismo, "POST", &format!("{at}/1"), &json!({})).await;
    let dead = json!([[null, "dead_link", true]]);
    assert_eq!(warnings(&again), dead);
    let restore = json!({ "action": "restore" });
    done(&wismo, "POST", "erp/orders/1/link", &restore).await;
    let again = done(&wismo, "POST", &format!("{at}/1?preview=true"), &json!({})).await;
    assert_eq!(warnings(&again), json!([]));
    wismo.stop().await;
}
