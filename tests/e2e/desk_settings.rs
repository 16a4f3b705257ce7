//! `GET` and `PUT /desk/api/{shop}/settings`.

use futures::future::join_all;
use reqwest::{Response, StatusCode};
use serde_json::{Value, json};

use crate::harness::{DESK_API_KEY, JOB_SECRET, Wismo, is_spin, variables, woocommerce};

const NORTH: &str = "/desk/api/north/settings";

/// A request to the settings of `north`, with the key.
fn north(wismo: &Wismo, method: &str) -> reqwest::RequestBuilder {
    wismo.request(method, NORTH).bearer_auth(DESK_API_KEY)
}

async fn sent(request: reqwest::RequestBuilder) -> (StatusCode, Value) {
    let response = request.send().await.unwrap();
    (response.status(), response.json().await.unwrap_or_default())
}

fn header<'a>(response: &'a Response, name: &str) -> &'a str {
    let value = response.headers().get(name);
    value.map_or("", |value| value.to_str().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_begin_with_every_default_and_can_be_sent_back_as_they_are() {
    let wismo = Wismo::unsettled(variables()).await;
    let response = north(&wismo, "GET").send().await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(header(&response, "etag"), "\"0\"");
    assert_eq!(header(&response, "content-type"), "application/json");
    assert_eq!(header(&response, "cache-control"), "no-store");
    let first: Value = response.json().await.unwrap();
    assert_eq!(
        (&first["version"], &first["written_at"]),
        (&json!(0), &Value::Null)
    );
    let settings = &first["settings"];
    assert_eq!(settings["settle_seconds"], 120);
    assert_eq!(settings["rules"].as_object().unwrap().len(), 16);
    assert_eq!(settings["rules"]["placed"], json!({ "notify": "mail" }));
    assert_eq!(settings["rules"]["picked"], json!({ "notify": "page" }));
    assert_eq!(
        first["built_in_statuses"],
        json!([
            { "code": "received", "stage": "received", "locked": true },
            { "code": "unresolved", "stage": "other", "locked": true },
        ])
    );
    let response = wismo.put_settings("north", 0, settings).await;
    assert_eq!(response.status(), StatusCode::OK);
    let tag = header(&response, "etag").to_owned();
    let written: Value = response.json().await.unwrap();
    assert_eq!(tag, format!("\"{}\"", written["version"]));
    let second = wismo.settings("north").await;
    assert_eq!(second["version"], written["version"]);
    assert_eq!(&second["settings"], settings);
    assert!(second["written_at"].is_string());
    // Another shop has its own.
    assert_eq!(wismo.settings("erp").await["version"], 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_put_is_in_force_and_known_by_its_tag() {
    let wismo = Wismo::start().await;
    let before = wismo.settings("north").await;
    assert_eq!(before["settings"]["settle_seconds"], 0);
    let template = json!({ "message": "Beklager\n\nÆrlig talt" });
    let template = wismo.put_template("north", "sorry/nb", 0, &template).await;
    assert_eq!(template.status(), StatusCode::OK);
    let document = json!({
        "rules": { "refunded": { "notify": "mail", "to": ["customer", "billing"], "template": "sorry",
            "when": { "stages": ["cancelled"], "groups": ["wholesale"] } } },
        "statuses": [{ "code": "engraving", "label": "Engraving", "stage": "preparing" }],
        "quiet_hours": { "from": "21:00", "until": "07:30" }, "digest_hour": 17, "hold": { "mails": true, "page": false },
    });
    let version = before["version"].as_u64().unwrap();
    let response = wismo.put_settings("north", version, &document).await;
    assert_eq!(response.status(), StatusCode::OK);
    let tag = header(&response, "etag").to_owned();
    let after = wismo.settings("north").await["settings"].clone();
    for field in ["statuses", "quiet_hours", "digest_hour", "hold"] {
        assert_eq!(after[field], document[field], "{field}");
    }
    assert_eq!(after["rules"]["refunded"], document["rules"]["refunded"]);
    // A field that the document does not have gets its default again.
    assert_eq!(after["settle_seconds"], 120);
    let known = north(&wismo, "GET").header("if-none-match", format!("\"1234\", {tag}"));
    let known = known.send().await.unwrap();
    assert_eq!(known.status(), StatusCode::NOT_MODIFIED);
    assert_eq!(header(&known, "etag"), tag);
    assert_eq!(header(&known, "x-content-type-options"), "nosniff");
    assert_eq!(known.text().await.unwrap(), "");
    let unknown = north(&wismo, "GET").header("if-none-match", "\"0\"");
    assert_eq!(sent(unknown).await.0, StatusCode::OK);
    let head = north(&wismo, "HEAD").send().await.unwrap();
    assert_eq!(
        (head.status(), header(&head, "etag")),
        (StatusCode::OK, tag.as_str())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_key_nothing_is_said_and_the_store_is_not_asked() {
    let wismo = Wismo::start().await;
    if !is_spin() {
        wismo.process.reset_counts();
    }
    for path in [NORTH, "/desk/api/nobody/settings", "/desk/api/x"] {
        for method in ["GET", "PUT", "DELETE"] {
            for key in [None, Some(JOB_SECRET), Some(""), Some(&DESK_API_KEY[1..])] {
                let request = wismo.request(method, path).json(&json!({}));
                let request = match key {
                    Some(key) => request.bearer_auth(key),
                    None => request,
                };
                let response = request.send().await.unwrap();
                assert_eq!(
                    response.status(),
                    StatusCode::UNAUTHORIZED,
                    "{method} {path}"
                );
                assert_eq!(header(&response, "www-authenticate"), "Bearer");
                assert_eq!(header(&response, "x-robots-tag"), "noindex, nofollow");
                let answer: Value = response.json().await.unwrap();
                assert!(answer["error"].as_str().unwrap().contains("desk's API key"));
            }
        }
    }
    if !is_spin() {
        let counts = wismo.process.counts("desk");
        let calls = counts.get + counts.set + counts.set_many + counts.increment;
        assert_eq!(calls, 0, "{counts:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_requests_get_the_status_that_says_what_to_mend() {
    let wismo = Wismo::start().await;
    let unknown = wismo.put_settings("nobody", 0, &json!({})).await;
    assert_eq!(unknown.status(), StatusCode::NOT_FOUND);
    let answer: Value = unknown.json().await.unwrap();
    assert_eq!(answer["error"], "no shop has this id");
    let nothing = wismo
        .request("GET", "/desk/api/north")
        .bearer_auth(DESK_API_KEY);
    assert_eq!(sent(nothing).await.0, StatusCode::NOT_FOUND);
    let delete = north(&wismo, "DELETE").send().await.unwrap();
    assert_eq!(delete.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(header(&delete, "allow"), "GET, HEAD, PUT");
    let text = north(&wismo, "PUT").header("if-match", "\"1\"").body("{}");
    assert_eq!(sent(text).await.0, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    for unnamed in [None, Some("*")] {
        let put = north(&wismo, "PUT").json(&json!({}));
        let put = match unnamed {
            Some(any) => put.header("if-match", any),
            None => put,
        };
        let (status, answer) = sent(put).await;
        assert_eq!(status, StatusCode::PRECONDITION_REQUIRED);
        assert!(
            answer["error"].as_str().unwrap().contains("If-Match"),
            "{answer}"
        );
    }
    for other in ["\"0\"", "\"2\"", "1", "W/\"1\"", "\"one\"", "\"1\", \"2\""] {
        let put = north(&wismo, "PUT")
            .header("if-match", other)
            .json(&json!({}));
        let response = put.send().await.unwrap();
        assert_eq!(
            response.status(),
            StatusCode::PRECONDITION_FAILED,
            "{other}"
        );
        assert_eq!(header(&response, "etag"), "\"1\"");
        let answer: Value = response.json().await.unwrap();
        assert_eq!(answer["version"], 1, "{answer}");
    }
    let spaces = |count: usize| {
        let put = north(&wismo, "PUT").header("content-type", "application/json");
        put.header("if-match", "\"1\"")
            .body(format!("{}{{}}", " ".repeat(count)))
    };
    let (status, _) = sent(spaces(256 * 1024 - 1)).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    // None of this has changed anything.
    assert_eq!(wismo.settings("north").await["version"], 1);
    assert_eq!(sent(spaces(256 * 1024 - 2)).await.0, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_field_is_named_by_its_path_with_what_it_must_be() {
    let wismo = Wismo::start().await;
    for (document, path, says) in [
        (json!({ "settle": 1 }), "settle", "`settle_seconds`"),
        (
            json!({ "settle_seconds": 86_401 }),
            "settle_seconds",
            "0 to 86400",
        ),
        (json!({ "digest_hour": "noon" }), "digest_hour", "0 to 23"),
        (
            json!({ "rules": { "placed": { "notify": "post" } } }),
            "rules.placed.notify",
            "one of `off`, `page`, `mail`",
        ),
        (
            json!({ "rules": { "shipped": { "notify": "mail" } } }),
            "rules.shipped",
            "`tracking_entered`",
        ),
        (
            json!({ "statuses": [{ "code": "received", "label": "In" }] }),
            "statuses[0].code",
            "built in",
        ),
        (
            json!({ "rules": { "placed": { "notify": "mail", "template": "gone" } } }),
            "rules.placed.template",
            "one of the templates",
        ),
        (
            json!({ "quiet_hours": { "from": "9", "until": "10:00" } }),
            "quiet_hours.from",
            "21:30",
        ),
    ] {
        let response = wismo.put_settings("north", 1, &document).await;
        assert_eq!(response.status(), StatusCode::BAD_REQUEST, "{document}");
        let answer: Value = response.json().await.unwrap();
        let error = answer["error"].as_str().unwrap();
        assert_eq!(answer["path"], path, "{answer}");
        assert!(error.starts_with(path) && error.contains(says), "{error}");
    }
    for (body, says) in [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[]", "must be an object"),
    ] {
        let put = north(&wismo, "PUT").header("if-match", "\"1\"");
        let put = put.header("content-type", "application/json").body(body);
        let (status, answer) = sent(put).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{body}");
        assert!(answer["error"].as_str().unwrap().contains(says), "{answer}");
        assert_eq!(answer.get("path"), None);
    }
    assert_eq!(wismo.settings("north").await["version"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_write_on_one_version_one_gets_through() {
    let wismo = Wismo::start().await;
    for writers in [2, 20, 20] {
        let before = wismo.settings("north").await["version"].as_u64().unwrap();
        let puts = (0..writers).map(async |writer| {
            let document = json!({ "settle_seconds": writer });
            let response = wismo.put_settings("north", before, &document).await;
            let status = response.status();
            (writer, status, response.json::<Value>().await.unwrap())
        });
        let answers = join_all(puts).await;
        let after = wismo.settings("north").await;
        let mut through = 0;
        for (writer, status, answer) in answers {
            assert_eq!(answer["version"], after["version"], "{status} {answer}");
            if status == StatusCode::OK {
                through += 1;
                assert_eq!(after["settings"]["settle_seconds"], writer);
            } else {
                assert_eq!(status, StatusCode::PRECONDITION_FAILED, "{answer}");
            }
        }
        assert_eq!(through, 1, "of {writers}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_who_insist_each_get_one_version_that_rests_on_the_one_before() {
    let wismo = Wismo::start().await;
    let writers = (0..20).map(async |writer| {
        loop {
            let base = wismo.settings("north").await["version"].as_u64().unwrap();
            let document = json!({ "settle_seconds": writer });
            let response = wismo.put_settings("north", base, &document).await;
            match response.status() {
                StatusCode::OK => {
                    let answer: Value = response.json().await.unwrap();
                    return (base, answer["version"].as_u64().unwrap(), writer);
                }
                StatusCode::PRECONDITION_FAILED => {}
                other => panic!("{other}: {}", response.text().await.unwrap()),
            }
        }
    });
    let mut written = join_all(writers).await;
    written.sort_unstable();
    let mut version = 1;
    for (base, next, _) in &written {
        assert_eq!(*base, version, "{written:?}");
        version = *next;
    }
    let last = wismo.settings("north").await;
    assert_eq!(last["version"], version);
    assert_eq!(last["settings"]["settle_seconds"], written[19].2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_desk_without_its_key_says_so_and_the_rest_goes_on() {
    for (value, says) in [("", "is not set"), ("k3y", "is too short")] {
        let mut variables = variables();
        variables.insert("desk_api_key".to_owned(), value.to_owned());
        let wismo = Wismo::unsettled(variables).await;
        let (status, answer) = sent(north(&wismo, "GET")).await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
        let error = answer["error"].as_str().unwrap();
        assert!(
            error.contains("desk_api_key") && (value.is_empty() || !error.contains(value)),
            "{error}"
        );
        let log = wismo.process.log();
        assert!(log.contains("desk_api_key") && log.contains(says), "{log}");
        wismo.drain().await;
        wismo.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reading_settings_is_two_gets_and_writes_nothing() {
    if is_spin() {
        return;
    }
    let wismo = Wismo::start().await;
    wismo.process.reset_counts();
    wismo.settings("north").await;
    let counts = wismo.process.counts("desk");
    assert_eq!(counts.get, 2, "{counts:?}");
    assert_eq!(
        counts.set + counts.set_many + counts.increment + counts.delete,
        0,
        "{counts:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_the_rules_holds_everywhere_within_two_seconds() {
    let wismo = Wismo::start().await;
    let order = |id| woocommerce(id, "processing", "2026-06-06T17:18:38");
    // Every component has read the settings, and keeps them.
    wismo.deliver(&order(1)).await;
    wismo.mail("north:1:1").await;
    for (version, id, tell) in [(1, 2, "page"), (2, 3, "mail")] {
        let document = json!({ "settle_seconds": 0, "rules": { "placed": { "notify": tell } } });
        let response = wismo.put_settings("north", version, &document).await;
        assert_eq!(response.status(), StatusCode::OK);
        wismo.in_force().await;
        wismo.deliver(&order(id)).await;
        // The settings are looked at after the answer, and before the next rule.
        wismo.process.idle().await;
    }
    wismo.mail("north:3:1").await;
    assert!(!wismo.has_mail("north:2:1").await);
}
