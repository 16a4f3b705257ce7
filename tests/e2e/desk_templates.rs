//! `/desk/api/{shop}/templates/...`: the shop's own words in its mails.

use futures::future::join_all;
use reqwest::{Response, StatusCode};
use serde_json::{Value, json};

use crate::harness::{DESK_API_KEY, Wismo, is_spin, neutral, woocommerce};

fn north(wismo: &Wismo, method: &str, at: &str) -> reqwest::RequestBuilder {
    let path = format!("/desk/api/north/templates{at}");
    wismo.request(method, &path).bearer_auth(DESK_API_KEY)
}

async fn sent(request: reqwest::RequestBuilder) -> (StatusCode, Value) {
    let response = request.send().await.unwrap();
    (response.status(), response.json().await.unwrap_or_default())
}

async fn read(wismo: &Wismo, at: &str) -> Value {
    let (status, answer) = sent(north(wismo, "GET", at)).await;
    assert_eq!(status, StatusCode::OK, "{at}: {answer}");
    answer
}

async fn put(wismo: &Wismo, at: &str, base: u64, template: &Value) -> (StatusCode, Value) {
    let response = wismo.put_template("north", at, base, template).await;
    (response.status(), response.json().await.unwrap())
}

fn header<'a>(response: &'a Response, name: &str) -> &'a str {
    let value = response.headers().get(name);
    value.map_or("", |value| value.to_str().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_is_written_read_by_version_and_taken_back() {
    let wismo = Wismo::start().await;
    let response = north(&wismo, "GET", "/placed").send().await.unwrap();
    assert_eq!(header(&response, "etag"), "\"0\"");
    let built_in: Value = response.json().await.unwrap();
    assert_eq!(
        built_in,
        json!({ "name": "placed", "language": null, "version": 0, "before": 0,
                "written_at": null, "template": {} })
    );
    let first = json!({ "subject": "Thanks for {{ order.number }}", "closing": "Yours,\nNorth" });
    let response = wismo.put_template("north", "placed", 0, &first).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(header(&response, "etag"), "\"1\"");
    let second = json!({ "subject": "Got {{ order.number }}" });
    // Templates that others write meanwhile do not get in the way.
    assert_eq!(put(&wismo, "placed/nb", 0, &second).await.1["version"], 2);
    assert_eq!(
        put(&wismo, "status%3Awc-a%2Fb", 0, &second).await.1["version"],
        3
    );
    assert_eq!(put(&wismo, "placed", 1, &second).await.1["version"], 4);
    let now = read(&wismo, "/placed").await;
    assert_eq!((&now["version"], &now["before"]), (&json!(4), &json!(1)));
    assert_eq!(now["template"], second);
    assert!(now["written_at"].is_string());
    assert_eq!(read(&wismo, "/placed?version=3").await["template"], first);
    assert_eq!(read(&wismo, "/placed?version=0").await["version"], 0);
    for (query, status) in [("?version=99", 404), ("?version=x", 400), ("?v=1", 400)] {
        let (answered, _) = sent(north(&wismo, "GET", &format!("/placed{query}"))).await;
        assert_eq!(answered.as_u16(), status, "{query}");
    }
    let list = read(&wismo, "").await;
    assert_eq!(list["version"], 4);
    let names: Vec<_> = list["templates"].as_array().unwrap().iter().collect();
    let names: Vec<_> = names
        .iter()
        .map(|one| (&one["name"], &one["language"]))
        .collect();
    assert_eq!(
        names,
        [
            (&json!("placed"), &Value::Null),
            (&json!("placed"), &json!("nb")),
            (&json!("status:wc-a/b"), &Value::Null),
        ]
    );
    let known = north(&wismo, "GET", "/placed").header("if-none-match", "\"4\"");
    assert_eq!(
        known.send().await.unwrap().status(),
        StatusCode::NOT_MODIFIED
    );
    // Back to the built-in one.
    let delete = |version| north(&wismo, "DELETE", "/placed").header("if-match", version);
    assert_eq!(
        sent(delete("\"1\"")).await.0,
        StatusCode::PRECONDITION_FAILED
    );
    assert_eq!(
        sent(delete("\"4\"")).await,
        (StatusCode::OK, json!({ "version": 0 }))
    );
    assert_eq!(sent(delete("\"0\"")).await.0, StatusCode::OK);
    assert_eq!(read(&wismo, "/placed").await["template"], json!({}));
    assert_eq!(read(&wismo, "/placed?version=4").await["template"], second);
    // Another shop has its own.
    let erp = wismo
        .request("GET", "/desk/api/erp/templates")
        .bearer_auth(DESK_API_KEY);
    assert_eq!(sent(erp).await.1, json!({ "version": 0, "templates": [] }));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_template_is_named_by_its_path() {
    let wismo = Wismo::start().await;
    for (template, path, says) in [
        (json!({}), "", "must have one of"),
        (json!({ "body": "x" }), "body", "`subject`"),
        (
            json!({ "subject": "a\r\nBcc: b@c.example" }),
            "subject",
            "control characters",
        ),
        (json!({ "subject": " " }), "subject", "1 to 500"),
        (
            json!({ "subject": "{{ refund }}" }),
            "subject",
            "comes to nothing",
        ),
        (
            json!({ "message": "a\n{{ order.nubmer }}" }),
            "message",
            "line 2: there is no variable",
        ),
        (json!({ "message": "{% if link %}" }), "message", "no endif"),
        (json!({ "message": "x".repeat(5001) }), "message", "5000"),
        (
            json!({ "closing": "{% include 'x' %}" }),
            "closing",
            "there are the tags",
        ),
        (
            json!({ "signature": "{{ link|safe }}" }),
            "signature",
            "there are the filters",
        ),
    ] {
        let (status, answer) = put(&wismo, "placed", 0, &template).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{template}");
        assert_eq!(
            answer["path"].as_str().unwrap_or_default(),
            path,
            "{answer}"
        );
        assert!(answer["error"].as_str().unwrap().contains(says), "{answer}");
    }
    for at in [
        "/Placed",
        "/preview/nb/x",
        "/variables/nb/x",
        "/a%20b",
        "/placed/a%20b",
        "/status%3A",
    ] {
        let (status, _) = sent(north(&wismo, "GET", at)).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{at}");
    }
    let fine = json!({ "message": "x" });
    let unnamed = north(&wismo, "PUT", "/placed").json(&fine);
    assert_eq!(sent(unnamed).await.0, StatusCode::PRECONDITION_REQUIRED);
    let unnamed = north(&wismo, "DELETE", "/placed");
    assert_eq!(sent(unnamed).await.0, StatusCode::PRECONDITION_REQUIRED);
    let text = north(&wismo, "PUT", "/placed")
        .header("if-match", "\"0\"")
        .body("{}");
    assert_eq!(sent(text).await.0, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    for (at, method, allow) in [
        ("", "PUT", "GET, HEAD"),
        ("/variables", "POST", "GET, HEAD"),
        ("/preview", "GET", "POST"),
        ("/placed", "POST", "GET, HEAD, PUT, DELETE"),
    ] {
        let response = north(&wismo, method, at).send().await.unwrap();
        assert_eq!(
            response.status(),
            StatusCode::METHOD_NOT_ALLOWED,
            "{method} {at}"
        );
        assert_eq!(header(&response, "allow"), allow);
    }
    assert_eq!(read(&wismo, "").await["version"], 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_write_one_template_one_gets_through_and_of_many_templates_all() {
    let wismo = Wismo::start().await;
    let same = (0..8).map(async |writer: u32| {
        let template = json!({ "message": writer.to_string() });
        put(&wismo, "placed", 0, &template).await.0
    });
    let same = join_all(same).await;
    let through = same
        .iter()
        .filter(|status| **status == StatusCode::OK)
        .count();
    assert_eq!(through, 1, "{same:?}");
    let others = (0..8).map(async |writer: u32| {
        let template = json!({ "message": writer.to_string() });
        let at = format!("own-{writer}");
        loop {
            // Only writers that died are waited for, for a minute: here none does.
            match put(&wismo, &at, 0, &template).await.0 {
                StatusCode::OK => return,
                StatusCode::SERVICE_UNAVAILABLE => {}
                other => panic!("{other}"),
            }
        }
    });
    join_all(others).await;
    let list = read(&wismo, "").await;
    assert_eq!(list["templates"].as_array().unwrap().len(), 9, "{list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_has_the_words_of_the_template_and_the_order_says_which() {
    let wismo = Wismo::start().await;
    let placed = json!({
        "subject": "{{ shop.name }} has {{ order.number }}",
        "preheader": "{{ lines|length }} items",
        "heading": "Welcome, {{ customer.first_name }}",
        "message": "You <b>rock</b>.\n\n{{ link }}",
        "closing": "Yours,", "signature": "Bo",
    });
    assert_eq!(put(&wismo, "placed", 0, &placed).await.0, StatusCode::OK);
    let own = json!({ "subject": "It moved" });
    assert_eq!(
        put(&wismo, "status:completed", 0, &own).await.0,
        StatusCode::OK
    );
    wismo.in_force().await;
    wismo
        .deliver(&woocommerce(5, "processing", "2026-06-06T17:18:38"))
        .await;
    let mail = wismo.mail("north:5:1").await["mail"].clone();
    assert_eq!(mail["subject"], "North Shop has 5");
    let link = format!("https://wismo.example{}", Wismo::page_path("north", "5"));
    for (part, words) in [
        ("text", "Welcome, Ada"),
        ("text", "You <b>rock</b>."),
        ("text", "Yours,\nBo\n"),
        ("text", link.as_str()),
        ("html", "Welcome, Ada</h1>"),
        ("html", "You &lt;b&gt;rock&lt;/b&gt;."),
    ] {
        assert!(
            mail[part].as_str().unwrap().contains(words),
            "{words}: {mail}"
        );
    }
    wismo
        .deliver(&woocommerce(5, "completed", "2026-06-07T17:18:38"))
        .await;
    assert_eq!(wismo.mail("north:5:2").await["mail"]["subject"], "It moved");
    let notices = wismo.history("north", "5").await["notices"].clone();
    assert_eq!(
        notices[0]["words"],
        json!({ "template": "placed", "version": 1 })
    );
    assert_eq!(notices[1]["words"]["template"], "status:completed");
    // Once it is taken back, the next mail has Wismo's own words.
    let delete = north(&wismo, "DELETE", "/placed").header("if-match", "\"1\"");
    assert_eq!(sent(delete).await.0, StatusCode::OK);
    wismo.in_force().await;
    wismo
        .deliver(&woocommerce(6, "processing", "2026-06-06T17:18:38"))
        .await;
    let subject = wismo.mail("north:6:1").await["mail"]["subject"].clone();
    assert!(
        subject.as_str().unwrap().starts_with("Your order 6"),
        "{subject}"
    );
    assert_eq!(
        wismo.history("north", "6").await["notices"][0].get("words"),
        None
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_that_fails_or_is_gone_gives_way_and_the_order_says_why() {
    let wismo = Wismo::start().await;
    // It fits the orders that it is tried on, but not one with many lines.
    let long =
        json!({ "message": format!("{{% for line in lines %}}{}{{% endfor %}}", "x".repeat(400)) });
    assert_eq!(put(&wismo, "long", 0, &long).await.0, StatusCode::OK);
    let rules = json!({ "settle_seconds": 0, "rules": { "placed": { "notify": "mail", "template": "long" } } });
    assert_eq!(
        wismo.put_settings("north", 1, &rules).await.status(),
        StatusCode::OK
    );
    wismo.in_force().await;
    let mut order = woocommerce(8, "processing", "2026-06-06T17:18:38");
    let line = order["line_items"][0].clone();
    let lines = (0..30).map(|id| {
        let mut line = line.clone();
        line["id"] = json!(id + 1);
        line
    });
    order["line_items"] = lines.collect();
    wismo.deliver(&order).await;
    let mail = wismo.mail("north:8:1").await["mail"].clone();
    assert!(
        mail["text"]
            .as_str()
            .unwrap()
            .contains("Thank you for your order"),
        "{mail}"
    );
    let words = wismo.history("north", "8").await["notices"][0]["words"].clone();
    assert_eq!(words["template"], "long");
    assert!(
        words["fault"]
            .as_str()
            .unwrap()
            .starts_with("message: is too long"),
        "{words}"
    );
    let delete = north(&wismo, "DELETE", "/long").header("if-match", "\"1\"");
    assert_eq!(sent(delete).await.0, StatusCode::OK);
    wismo.in_force().await;
    wismo
        .deliver(&woocommerce(9, "processing", "2026-06-06T17:18:38"))
        .await;
    wismo.mail("north:9:1").await;
    let words = wismo.history("north", "9").await["notices"][0]["words"].clone();
    assert_eq!(
        (&words["template"], &words["version"]),
        (&json!("long"), &json!(0))
    );
    assert!(
        words["fault"].as_str().unwrap().contains("no template"),
        "{words}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_shows_any_order_in_any_words_and_writes_nothing() {
    let wismo = Wismo::start().await;
    let order = neutral("7", "received", "2026-06-06T17:18:38Z");
    wismo.message("order.changed", &order).await;
    wismo
        .message(
            "order.changed",
            &neutral("7", "preparing", "2026-06-07T17:18:38Z"),
        )
        .await;
    wismo.mail("erp:7:1").await;
    wismo.drain().await;
    let kept = json!({ "heading": "Kept for {{ order.number }}" });
    let written = wismo.put_template("erp", "status_changed", 0, &kept).await;
    assert_eq!(written.status(), StatusCode::OK);
    if !is_spin() {
        wismo.process.idle().await;
        wismo.process.reset_counts();
    }
    let ask = async |body: Value| {
        let request = wismo.request("POST", "/desk/api/erp/templates/preview");
        sent(request.bearer_auth(DESK_API_KEY).json(&body)).await
    };
    let preview = async |body: Value| {
        let (status, answer) = ask(body).await;
        assert_eq!(status, StatusCode::OK, "{answer}");
        answer
    };
    let draft =
        json!({ "subject": "S {{ order.number }}", "preheader": "P", "message": "<i>M</i>" });
    let drafted = preview(json!({ "template": draft, "order": "7" })).await;
    assert_eq!(
        (&drafted["subject"], &drafted["preheader"]),
        (&json!("S #7"), &json!("P"))
    );
    assert!(
        drafted["text"].as_str().unwrap().contains("<i>M</i>"),
        "{drafted}"
    );
    assert!(
        drafted["html"].as_str().unwrap().contains("&lt;i&gt;M"),
        "{drafted}"
    );
    assert!(
        drafted["html"]
            .as_str()
            .unwrap()
            .contains("https://example.com/s/example-of-a-link")
    );
    assert!(
        drafted["changes"][0]["status_changed"].is_object(),
        "{drafted}"
    );
    assert_eq!(drafted["words"], Value::Null);
    // The mail that the rules would cause.
    let as_is = preview(json!({ "order": "7" })).await;
    assert!(
        as_is["text"].as_str().unwrap().contains("Kept for #7"),
        "{as_is}"
    );
    assert_eq!(as_is["words"]["template"], "status_changed");
    let placed = preview(json!({ "order": "7", "kind": "placed" })).await;
    assert_eq!(
        (&placed["changes"], &placed["words"]),
        (&json!(["placed"]), &Value::Null)
    );
    // A mail of any kind, and without an order.
    let named =
        preview(json!({ "name": "status_changed", "kind": "refunded", "language": "nb" })).await;
    assert!(
        named["text"].as_str().unwrap().contains("Kept for 1042"),
        "{named}"
    );
    assert!(named["changes"][0]["refunded"].is_object(), "{named}");
    for (body, status, path) in [
        (
            json!({ "template": { "subject": "{{ x }}" } }),
            400,
            "template.subject",
        ),
        (json!({ "template": {} }), 400, "template"),
        (
            json!({ "template": { "subject": "x" }, "name": "placed" }),
            400,
            "name",
        ),
        (json!({ "name": "placed" }), 400, "name"),
        (json!({ "name": "A b" }), 400, "name"),
        (json!({ "language": "a b" }), 400, "language"),
        (json!({ "kind": "shipped" }), 400, "kind"),
        (json!({ "oder": "7" }), 400, "oder"),
        (json!({ "order": "none" }), 404, ""),
    ] {
        let (answered, answer) = ask(body.clone()).await;
        assert_eq!(answered.as_u16(), status, "{body}: {answer}");
        assert_eq!(
            answer["path"].as_str().unwrap_or_default(),
            path,
            "{body}: {answer}"
        );
    }
    if !is_spin() {
        let counts = wismo.process.counts("desk");
        let writes = counts.set + counts.set_many + counts.increment + counts.delete;
        assert_eq!(writes, 0, "{counts:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_variables_are_told_with_examples() {
    let wismo = Wismo::start().await;
    let all = read(&wismo, "/variables").await;
    let variables = all["variables"].as_array().unwrap();
    let named = |name: &str| variables.iter().find(|one| one["name"] == name).unwrap();
    let number = named("order.number");
    assert_eq!(
        (&number["type"], &number["example"]),
        (&json!("text"), &json!("1042"))
    );
    assert_eq!(named("parcels")["fields"][0]["name"], "carrier");
    assert_eq!(all["filters"][0]["name"], "join");
    let subject = json!({ "name": "subject", "one_line": true, "max_length": 500 });
    assert_eq!(all["fields"][0], subject);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_status_that_is_built_in_keeps_its_words_and_its_meaning() {
    let wismo = Wismo::start().await;
    let words = json!({ "heading": "Edited" });
    for name in [
        "status%3Areceived",
        "status:unresolved",
        "status:received/nb",
    ] {
        let (status, answer) = put(&wismo, name, 0, &words).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{name}: {answer}");
        let error = answer["error"].as_str().unwrap();
        assert!(error.contains("the status is built in"), "{error}");
        let delete = north(&wismo, "DELETE", &format!("/{name}"));
        let (status, _) = sent(delete.header("if-match", "\"0\"")).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{name}");
        assert_eq!(read(&wismo, &format!("/{name}")).await["version"], 0);
    }
    let (status, _) = put(&wismo, "status:receivedd", 0, &words).await;
    assert_eq!(status, StatusCode::OK);
    // The shop cannot give it another meaning either.
    let mut order = neutral("1", "received", "2026-06-06T17:18:38Z");
    for (wrong, path) in [
        (
            json!({ "code": "received", "stage": "sent" }),
            "data.status.stage",
        ),
        (
            json!({ "code": "unresolved", "stage": "other", "label": "Hm" }),
            "data.status.label",
        ),
    ] {
        order["status"] = wrong;
        let response = wismo.message("order.changed", &order).await;
        assert_eq!(response.status(), StatusCode::BAD_REQUEST);
        let answer: Value = response.json().await.unwrap();
        let error = answer["error"].as_str().unwrap();
        assert!(error.starts_with(path), "{error}");
    }
    order["status"] = json!({ "code": "received", "stage": "received" });
    let response = wismo.message("order.changed", &order).await;
    assert_eq!(response.status(), StatusCode::OK);
    // A platform's own status of that name does not cost an order.
    let order = woocommerce(7, "received", "2026-06-06T17:18:38");
    assert_eq!(wismo.deliver(&order).await.status(), StatusCode::OK);
    let history = wismo.history("north", "7").await;
    let status = json!({ "code": "received", "stage": "received" });
    assert_eq!(history["order"]["status"], status);
    wismo.stop().await;
}
