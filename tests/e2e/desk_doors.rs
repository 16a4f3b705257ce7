//! Ways into the desk: its orders by their numbers, its release, and its answer to
//! visitors with a browser.

use reqwest::StatusCode;
use reqwest::redirect::Policy;
use serde_json::{Value, json};

use crate::harness::{DESK_API_KEY, Wismo, neutral};

async fn desk(wismo: &Wismo, method: &str, at: &str, body: &Value) -> (StatusCode, Value) {
    let request = wismo.request(method, &format!("/desk/api/{at}"));
    let response = request.bearer_auth(DESK_API_KEY).json(body).send().await;
    let response = response.unwrap();
    (response.status(), response.json().await.unwrap_or_default())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_is_known_by_its_number_too_and_its_id_counts_more() {
    let wismo = Wismo::start().await;
    for (id, number) in [("450789469", "#1001"), ("1002", "#450789469")] {
        let mut order = neutral(id, "received", "2026-06-06T17:18:38Z");
        order["number"] = json!(number);
        wismo.message("order.changed", &order).await;
        wismo.mail(&format!("erp:{id}:1")).await;
    }
    for (name, id) in [
        ("1001", "450789469"),
        ("%231001", "450789469"),
        ("450789469", "450789469"),
        ("%23450789469", "1002"),
    ] {
        let history = wismo.history("erp", name).await;
        assert_eq!(history["order"]["id"], id, "{name}");
    }
    let hello = json!({ "words": { "message": "Hello" } });
    let replace = json!({ "action": "replace" });
    let none = Value::Null;
    for (method, at, body) in [
        ("POST", "mails?preview=true", &hello),
        ("POST", "mails", &hello),
        ("POST", "mails/1?preview=true", &json!({})),
        ("PUT", "hold", &none),
        ("DELETE", "hold", &none),
        ("DELETE", "waiting", &none),
        ("POST", "link", &replace),
    ] {
        let (status, answer) = desk(&wismo, method, &format!("erp/orders/1001/{at}"), body).await;
        assert_eq!(status, StatusCode::OK, "{method} {at}: {answer}");
        let (status, _) = desk(&wismo, method, &format!("erp/orders/1003/{at}"), body).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{method} {at}");
    }
    let history = wismo.history("erp", "450789469").await;
    assert_eq!(history["manual_mails"].as_array().unwrap().len(), 1);
    let said = history["deliveries"].as_array().unwrap().iter();
    let said: Vec<_> = said.map(|delivery| delivery["kind"].clone()).collect();
    assert_eq!(
        json!(said),
        json!([
            "order",
            "manual_mail",
            "held",
            "released",
            "dropped",
            "link_replaced"
        ])
    );
    for (at, body) in [
        ("erp/templates/preview", json!({ "order": "#1001" })),
        ("erp/settings/preview", json!({ "order": "1001" })),
    ] {
        let (status, answer) = desk(&wismo, "POST", at, &body).await;
        assert_eq!(status, StatusCode::OK, "{at}: {answer}");
    }
    let asked = json!({ "settings": {}, "orders": ["1001", "1003"] });
    let (_, rehearsed) = desk(&wismo, "POST", "erp/rehearse", &asked).await;
    assert_eq!(rehearsed["orders"][0]["order"], "450789469", "{rehearsed}");
    assert_eq!(rehearsed["left_out"], json!(["1003"]));
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_merchant_releases_with_the_desks_key() {
    let wismo = Wismo::start().await;
    let hold = json!({ "settle_seconds": 0, "hold": { "mails": true } });
    let version = wismo.settings("erp").await["version"].as_u64().unwrap();
    let answer = wismo.put_settings("erp", version, &hold).await;
    assert_eq!(answer.status(), StatusCode::OK);
    wismo.in_force().await;
    let order = neutral("1", "received", "2026-06-06T17:18:38Z");
    wismo.message("order.changed", &order).await;
    wismo.drain().await;
    assert_eq!(wismo.history("erp", "1").await["notices"], json!([]));
    let none = Value::Null;
    let answer = wismo.request("POST", "/desk/api/erp/release").send().await;
    assert_eq!(answer.unwrap().status(), StatusCode::UNAUTHORIZED);
    let (status, _) = desk(&wismo, "GET", "erp/release", &none).await;
    assert_eq!(status, StatusCode::METHOD_NOT_ALLOWED);
    let (status, released) = desk(&wismo, "POST", "erp/release", &none).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(released, json!({ "released": ["1"], "more": false }));
    wismo.mail("erp:1:1").await;
    let (_, released) = desk(&wismo, "POST", "erp/release", &none).await;
    assert_eq!(released["released"], json!([]));
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_with_a_browser_is_told_where_to_go() {
    let wismo = Wismo::start().await;
    let browser = reqwest::Client::builder().redirect(Policy::none());
    let answer = browser.build().unwrap().get(wismo.url("/")).send().await;
    let answer = answer.unwrap();
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    assert_eq!(answer.headers()["location"], "/s");
    // If it asks for the key, it does not tell anything more.
    let answer = wismo.get("/desk/api/erp").await;
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
    let (status, told) = desk(&wismo, "GET", "erp", &Value::Null).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    let told = told["error"].as_str().unwrap();
    assert!(told.contains("docs/api/desk.md"), "{told}");
    wismo.stop().await;
}
