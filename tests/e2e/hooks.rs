//! `POST /hooks/{shop}`.

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::harness::{
    NORTH_SECRET, STANDARD_SECRET, Wismo, neutral, standard_signature, woocommerce,
    woocommerce_signature,
};

/// Posts a body to the shop `north` as it is.
async fn post(wismo: &Wismo, body: Vec<u8>, signature: &str) -> (StatusCode, Value) {
    let request = wismo
        .request("POST", "/hooks/north")
        .header("content-type", "application/json");
    let request = request
        .header("x-wc-webhook-signature", signature)
        .body(body);
    let response = request.send().await.unwrap();
    (response.status(), response.json().await.unwrap_or_default())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_is_acknowledged_with_its_id_and_event_number() {
    let wismo = Wismo::start().await;
    for event in 1..=2 {
        let response = wismo
            .deliver(&woocommerce(324, "processing", "2026-06-06T17:18:38"))
            .await;
        assert_eq!(response.status(), StatusCode::OK);
        let answer: Value = response.json().await.unwrap();
        assert_eq!(answer, json!({ "order": "324", "event": event }));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_standard_webhook_is_taken_and_shown() {
    let wismo = Wismo::start().await;
    let response = wismo
        .message(
            "order.changed",
            &neutral("A/7", "preparing", "2026-06-02T08:00:00Z"),
        )
        .await;
    assert_eq!(response.status(), StatusCode::OK);
    let page = wismo.page("erp", "A/7").await;
    assert!(page.contains("#A/7") && page.contains("Anvil"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_no_secret_signed_is_refused_and_leaves_nothing() {
    let wismo = Wismo::start().await;
    let body = woocommerce(5, "processing", "2026-06-06T17:18:38")
        .to_string()
        .into_bytes();
    let right = woocommerce_signature(NORTH_SECRET, &body);
    let truncated = &right[..right.len() - 4];
    let other = woocommerce_signature("another secret", &body);
    for wrong in ["", truncated, other.as_str(), "not base64!"] {
        let (status, answer) = post(&wismo, body.clone(), wrong).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "{wrong:?}: {answer}");
        assert!(answer["error"].as_str().unwrap().len() > 10);
    }
    let mut changed = body.clone();
    changed.push(b' ');
    assert_eq!(
        post(&wismo, changed, &right).await.0,
        StatusCode::UNAUTHORIZED
    );
    let page = wismo.get(&Wismo::page_path("north", "5")).await;
    assert_eq!(page.status(), StatusCode::NOT_FOUND);
    // An older secret of the shop still counts.
    let older = woocommerce_signature("an older one of north", &body);
    assert_eq!(post(&wismo, body, &older).await.0, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_standard_signature_that_is_stale_or_from_the_future_is_refused() {
    let wismo = Wismo::start().await;
    let order = neutral("1", "preparing", "2026-06-02T08:00:00Z");
    let body =
        json!({ "type": "order.changed", "timestamp": "2026-06-02T08:00:00Z", "data": order })
            .to_string();
    let now = wismo_domain::time::Timestamp::now().as_second();
    for (offset, status) in [
        (0, StatusCode::OK),
        (-290, StatusCode::OK),
        (290, StatusCode::OK),
        (-310, StatusCode::UNAUTHORIZED),
        (310, StatusCode::UNAUTHORIZED),
    ] {
        let at = now + offset;
        let right = standard_signature(STANDARD_SECRET, "msg_1", at, body.as_bytes());
        for (signature, expected) in [
            (right.clone(), status),
            (format!("v1,AAAA v9,x {right}"), status),
            ("v1,".to_owned(), StatusCode::UNAUTHORIZED),
            (
                right[..right.len() - 4].to_owned(),
                StatusCode::UNAUTHORIZED,
            ),
        ] {
            let response = wismo
                .request("POST", "/hooks/erp")
                .header("content-type", "application/json; charset=utf-8")
                .header("webhook-id", "msg_1")
                .header("webhook-timestamp", at)
                .header("webhook-signature", &signature)
                .body(body.clone())
                .send()
                .await
                .unwrap();
            assert_eq!(response.status(), expected, "{offset} {signature}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn woocommerces_ping_is_answered_with_200() {
    let wismo = Wismo::start().await;
    let ping = |body: &'static str| {
        let request = wismo.request("POST", "/hooks/north");
        request
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body)
            .send()
    };
    assert_eq!(ping("webhook_id=7").await.unwrap().status(), StatusCode::OK);
    let refused = ping("webhook_id=7&x=1").await.unwrap();
    assert_eq!(refused.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_field_is_named_by_its_path() {
    let wismo = Wismo::start().await;
    let mut order = woocommerce(9, "processing", "2026-06-06T17:18:38");
    order["status"] = json!(["processing"]);
    let body = order.to_string().into_bytes();
    let signature = woocommerce_signature(NORTH_SECRET, &body);
    let (status, answer) = post(&wismo, body, &signature).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(
        answer["error"].as_str().unwrap().contains("status"),
        "{answer}"
    );
    let wrong = json!({ "id": "1", "status": { "code": "x", "stage": "nowhere" }, "currency": "NOK",
        "updated_at": "2026-06-02T08:00:00Z" });
    let response = wismo.message("order.changed", &wrong).await;
    assert_eq!(response.status(), StatusCode::BAD_REQUEST);
    let answer: Value = response.json().await.unwrap();
    assert!(
        answer["error"]
            .as_str()
            .unwrap()
            .contains("data.status.stage"),
        "{answer}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_json_is_a_400_once_it_is_authentic() {
    let wismo = Wismo::start().await;
    for body in ["", "[]", "{\"id\":", "\u{0}", "nonsense"] {
        let signature = woocommerce_signature(NORTH_SECRET, body.as_bytes());
        let (status, answer) = post(&wismo, body.into(), &signature).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{body:?}: {answer}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_requests_get_the_status_that_says_what_to_mend() {
    let wismo = Wismo::start().await;
    let unknown = wismo
        .request("POST", "/hooks/nobody")
        .body("{}")
        .send()
        .await
        .unwrap();
    assert_eq!(unknown.status(), StatusCode::NOT_FOUND);
    let get = wismo.get("/hooks/north").await;
    assert_eq!(get.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(get.headers()["allow"], "POST");
    let request = wismo
        .request("POST", "/hooks/north")
        .header("content-type", "text/plain");
    let text = request.body("{}").send().await.unwrap();
    assert_eq!(text.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
    // It is refused by what it announces: whoever sends on may see a closed connection.
    let fields = [
        ("content-type", "application/json".to_owned()),
        (
            "x-wc-webhook-signature",
            woocommerce_signature(NORTH_SECRET, b"{}"),
        ),
    ];
    let large = wismo.posts_in_part("/hooks/north", &fields, 8_000_001, b"{");
    assert_eq!(large.await.0, 413);
    let nothing = wismo.request("POST", "/sync/north").send().await.unwrap();
    assert_eq!(nothing.status(), StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_of_almost_a_megabyte_is_taken() {
    let wismo = Wismo::start().await;
    let mut order = woocommerce(77, "processing", "2026-06-06T17:18:38");
    order["meta_data"] = json!([{ "id": 1, "key": "note", "value": "x".repeat(990_000) }]);
    assert_eq!(wismo.deliver(&order).await.status(), StatusCode::OK);
    assert!(wismo.page("north", "77").await.contains("Oak table"));
}

#[tokio::test(flavor = "multi_thread")]
async fn topics_that_mean_nothing_to_a_customer_are_ignored() {
    let wismo = Wismo::start().await;
    let product = json!({ "id": 12, "name": "Lamp", "slug": "lamp", "type": "simple", "status": "publish",
        "sku": "L", "price": "12.00", "stock_quantity": 3 });
    let response = wismo.deliver(&product).await;
    assert_eq!(response.status(), StatusCode::OK);
    let answer: Value = response.json().await.unwrap();
    assert!(answer["ignored"].is_string(), "{answer}");
    let response = wismo.message("invoice.paid", &json!({ "id": "1" })).await;
    assert_eq!(response.status(), StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_order_says_so_and_a_later_version_brings_it_back() {
    let wismo = Wismo::start().await;
    wismo
        .deliver(&woocommerce(31, "processing", "2026-06-06T17:18:38"))
        .await;
    let before = wismo.page("north", "31").await;
    assert_eq!(
        wismo.deliver(&json!({ "id": 31 })).await.status(),
        StatusCode::OK
    );
    let removed = wismo.page("north", "31").await;
    assert_ne!(before, removed);
    wismo
        .deliver(&woocommerce(31, "completed", "2026-06-06T18:00:00"))
        .await;
    let restored = wismo.page("north", "31").await;
    assert_ne!(restored, removed);
    // A shop's tidying up does not cause a mail.
    assert!(!wismo.has_mail("north:31:3").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn refunds_reach_the_page() {
    let wismo = Wismo::start().await;
    let mut order = woocommerce(32, "processing", "2026-06-06T17:18:38");
    order["refunds"] = json!([{ "id": 549, "reason": "Sold out", "total": "-16.20" }]);
    wismo.deliver(&order).await;
    assert!(wismo.page("north", "32").await.contains("16.20"));
}
