//! `POST /hooks/{shop}` from Shopify.

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::harness::Wismo;

const SAMPLE: &str = include_str!("../../functions/sync/fixtures/shopify/failed-fulfilment.json");

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_gives_a_page_and_its_failed_fulfilment_no_tracking() {
    let wismo = Wismo::start().await;
    let mut order: Value = serde_json::from_str(SAMPLE).unwrap();
    // An order that was placed long ago is not mailed about when it is first seen.
    for placed in ["created_at", "processed_at"] {
        order.as_object_mut().unwrap().remove(placed);
    }
    let number = order["fulfillments"][0]["tracking_number"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(order["fulfillments"][0]["status"], "failure");
    let response = wismo.shopify(&order.to_string()).await;
    assert_eq!(response.status(), StatusCode::OK);
    let answer: Value = response.json().await.unwrap();
    let id = answer["order"].as_str().unwrap().to_owned();
    let page = wismo.page("south", &id).await;
    assert!(page.contains("IPod Nano"), "{page}");
    assert!(!page.contains(&number), "{page}");
    let notice = format!("south:{id}:1");
    let mail = wismo.mail(&notice).await.to_string();
    assert!(!mail.contains(&number), "{mail}");
    let history = wismo.history("south", &id).await.to_string();
    assert!(!history.contains("tracking_entered"), "{history}");
    // The same parcel, once it really leaves.
    order["fulfillments"][0]["status"] = json!("success");
    order["updated_at"] = json!("2026-06-09T12:00:00-04:00");
    assert_eq!(
        wismo.shopify(&order.to_string()).await.status(),
        StatusCode::OK
    );
    let mail = wismo.mail(&format!("south:{id}:2")).await.to_string();
    assert!(mail.contains(&number), "{mail}");
    wismo.stop().await;
}
