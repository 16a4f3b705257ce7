//! `GET /desk/api/{shop}/orders/{id}`: why was, or wasn't, this mailed?

use reqwest::StatusCode;
use serde_json::json;

use crate::harness::{DESK_API_KEY, Wismo, is_spin, neutral, woocommerce};

#[tokio::test(flavor = "multi_thread")]
async fn a_history_holds_every_delivery_and_what_became_of_it() {
    let wismo = Wismo::start().await;
    let first = woocommerce(1, "processing", "2026-06-06T17:18:38");
    wismo.deliver(&first).await;
    wismo.mail("north:1:1").await;
    wismo
        .deliver(&woocommerce(1, "completed", "2026-06-07T17:18:38"))
        .await;
    wismo.mail("north:1:2").await;
    wismo.deliver(&first).await;
    wismo
        .deliver(&woocommerce(1, "on-hold", "2026-06-05T17:18:38"))
        .await;
    let history = wismo.history("north", "1").await;
    let verdicts: Vec<_> = history["deliveries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|delivery| delivery["disposition"].clone())
        .collect();
    let expected = json!(["counts", "counts", { "repeats": { "event": 1 } }, "came_late"]);
    assert_eq!(json!(verdicts), expected);
    assert_eq!(
        history["notices"][1]["to"][0]["address"],
        "ada.nilsen@example.com"
    );
    assert!(history["notices"][1]["outcomes"][0]["result"]["accepted"].is_object());
    assert_eq!(history["order"]["status"]["code"], "completed");
    let earlier = wismo.history("north", "1?before=2").await;
    assert_eq!(earlier["deliveries"].as_array().unwrap().len(), 1);
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_who_wants_no_mail_is_named_as_the_reason() {
    let wismo = Wismo::start().await;
    let record = json!({ "id": "c7", "updated_at": "2026-06-01T00:00:00Z", "wants_mail": false });
    let response = wismo.message("customer.changed", &record).await;
    assert_eq!(response.status(), StatusCode::OK);
    let mut order = neutral("1", "received", "2026-06-06T17:18:38Z");
    order["customer"]["id"] = json!("c7");
    wismo.message("order.changed", &order).await;
    wismo.drain().await;
    let history = wismo.history("erp", "1").await;
    assert_eq!(
        history["notices"][0]["skipped"], "not_set_to_receive",
        "{history}"
    );
    let fate = &history["deliveries"][0]["changes"][0]["notification"];
    assert_eq!(
        fate,
        &json!({ "status": "not_mailed", "reason": "not_set_to_receive", "notice": 1 })
    );
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_requests_for_a_history_are_refused() {
    let wismo = Wismo::start().await;
    let path = "/desk/api/north/orders/1";
    assert_eq!(wismo.get(path).await.status(), StatusCode::UNAUTHORIZED);
    for (method, path, status) in [
        ("GET", path, StatusCode::NOT_FOUND),
        ("GET", "/desk/api/none/orders/1", StatusCode::NOT_FOUND),
        (
            "GET",
            "/desk/api/north/orders/1?after=1",
            StatusCode::BAD_REQUEST,
        ),
        ("POST", path, StatusCode::METHOD_NOT_ALLOWED),
    ] {
        let request = wismo.request(method, path).bearer_auth(DESK_API_KEY);
        assert_eq!(
            request.send().await.unwrap().status(),
            status,
            "{method} {path}"
        );
    }
    if !is_spin() {
        wismo.process.reset_counts();
        wismo
            .deliver(&woocommerce(1, "processing", "2026-06-06T17:18:38"))
            .await;
        wismo.mail("north:1:1").await;
        wismo.history("north", "1").await;
        let counts = wismo.process.counts("desk");
        assert_eq!(
            counts.set + counts.set_many + counts.increment + counts.delete,
            0,
            "{counts:?}"
        );
    }
    wismo.stop().await;
}
