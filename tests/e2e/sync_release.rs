//! `POST /sync/{shop}/release`: nothing leaves before the merchant says so.

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::harness::{Wismo, neutral};

async fn release(wismo: &Wismo) -> Value {
    let response = wismo
        .signed("/sync/erp/release", "application/json", "{}".to_owned())
        .await;
    assert_eq!(response.status(), StatusCode::OK);
    response.json().await.unwrap()
}

async fn hold(wismo: &Wismo, hold: bool) {
    let version = wismo.settings("erp").await["version"].as_u64().unwrap();
    let settings = json!({ "settle_seconds": 0, "hold": { "mails": hold } });
    let response = wismo.put_settings("erp", version, &settings).await;
    assert_eq!(response.status(), StatusCode::OK);
    wismo.in_force().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shop_that_holds_is_told_what_it_released() {
    let wismo = Wismo::start().await;
    hold(&wismo, true).await;
    for id in ["1", "2", "3"] {
        let order = neutral(id, "received", "2026-06-06T17:18:38Z");
        wismo.message("order.changed", &order).await;
    }
    wismo.drain().await;
    for id in ["1", "2", "3"] {
        assert_eq!(wismo.history("erp", id).await["notices"], json!([]));
    }
    let mut released = release(&wismo).await;
    let all = released["released"].as_array_mut().unwrap();
    all.sort_by_key(Value::to_string);
    assert_eq!(
        released,
        json!({ "released": ["1", "2", "3"], "more": false })
    );
    for id in ["1", "2", "3"] {
        wismo.mail(&format!("erp:{id}:1")).await;
    }
    assert_eq!(release(&wismo).await["released"], json!([]));
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_gathered_goes_out_once_the_shop_holds_no_more() {
    let wismo = Wismo::start().await;
    hold(&wismo, true).await;
    let order = neutral("1", "received", "2026-06-06T17:18:38Z");
    wismo.message("order.changed", &order).await;
    wismo.drain().await;
    assert_eq!(wismo.history("erp", "1").await["notices"], json!([]));
    hold(&wismo, false).await;
    wismo.drain().await;
    wismo.mail("erp:1:1").await;
    wismo.stop().await;
}
