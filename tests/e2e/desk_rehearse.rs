//! `POST /desk/api/{shop}/rehearse`: the mails that other settings would have caused.

use reqwest::{Response, StatusCode};
use serde_json::{Value, json};

use crate::harness::{DESK_API_KEY, Wismo, is_spin, neutral};

async fn rehearse(wismo: &Wismo, body: &Value) -> Response {
    let request = wismo.request("POST", "/desk/api/erp/rehearse");
    let request = request.bearer_auth(DESK_API_KEY).json(body);
    request.send().await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rehearsal_tells_what_settings_would_have_mailed_and_writes_nothing() {
    let wismo = Wismo::start().await;
    for id in ["1", "2"] {
        wismo
            .message(
                "order.changed",
                &neutral(id, "received", "2026-06-06T17:18:38Z"),
            )
            .await;
        wismo
            .message(
                "order.changed",
                &neutral(id, "preparing", "2026-06-07T17:18:38Z"),
            )
            .await;
        wismo.mail(&format!("erp:{id}:1")).await;
    }
    wismo.drain().await;
    if !is_spin() {
        wismo.process.idle().await;
        wismo.process.reset_counts();
    }
    let ask = async |settings: Value| -> Value {
        let response = rehearse(&wismo, &json!({ "settings": settings, "recent": 10 })).await;
        assert_eq!(response.status(), StatusCode::OK);
        response.json().await.unwrap()
    };
    // With a window, both changes of each order make one mail.
    let settled = ask(json!({ "settle_seconds": 3600 })).await;
    assert_eq!(
        (&settled["mails"], &settled["skipped"]),
        (&json!(2), &json!(0)),
        "{settled}"
    );
    assert_eq!(
        settled["orders"][0]["notices"][0]["to"][0]["address"],
        "bo@example.com"
    );
    let rules = ["placed", "status_changed", "part_delivered"].map(|kind| (kind, "off"));
    let rules = rules.map(|(kind, tell)| (kind.to_owned(), json!({ "notify": tell })));
    let rules: serde_json::Map<String, Value> = rules.into_iter().collect();
    let off = json!({ "settle_seconds": 3600, "rules": rules });
    let off = ask(off).await;
    assert_eq!(
        (&off["mails"], &off["skipped"]),
        (&json!(0), &json!(2)),
        "{off}"
    );
    assert_eq!(off["orders"][0]["notices"][0]["skipped"], "rule_off");
    let held = ask(json!({ "settle_seconds": 0, "hold": { "mails": true } })).await;
    assert_eq!(
        (&held["mails"], &held["held"]),
        (&json!(0), &json!(2)),
        "{held}"
    );
    let response = rehearse(&wismo, &json!({ "settings": {}, "orders": ["2", "none"] })).await;
    let chosen: Value = response.json().await.unwrap();
    assert_eq!(
        (&chosen["orders"][0]["order"], &chosen["left_out"]),
        (&json!("2"), &json!(["none"]))
    );
    if !is_spin() {
        let counts = wismo.process.counts("desk");
        assert_eq!(
            counts.set + counts.set_many + counts.increment + counts.delete,
            0,
            "{counts:?}"
        );
    }
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_rehearsal_is_named_by_its_path() {
    let wismo = Wismo::start().await;
    for (body, path) in [
        (
            json!({ "settings": { "rules": { "placed": { "notify": "loud" } } } }),
            "settings.rules.placed.notify",
        ),
        (
            json!({ "settings": { "settle_seconds": -1 } }),
            "settings.settle_seconds",
        ),
        (json!({ "settings": {}, "recent": 0 }), "recent"),
        (
            json!({ "settings": {}, "recent": 1, "orders": ["1"] }),
            "orders",
        ),
        (json!({ "settings": {}, "everything": true }), "everything"),
    ] {
        let response = rehearse(&wismo, &body).await;
        assert_eq!(response.status(), StatusCode::BAD_REQUEST, "{body}");
        let answer: Value = response.json().await.unwrap();
        assert_eq!(answer["path"], path, "{answer}");
    }
    wismo.stop().await;
}
