//! `POST /sync/{shop}/import`: many messages in one request.

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::harness::{STANDARD_SECRET, Wismo, neutral, plain, standard_signature};

fn changed(order: &Value) -> Value {
    json!({ "type": "order.changed", "data": order })
}

#[tokio::test(flavor = "multi_thread")]
async fn each_line_of_an_import_is_answered() {
    let wismo = Wismo::start().await;
    let mut wrong = neutral("2", "received", "2026-06-06T17:18:38Z");
    wrong["lines"][0]["quantity"] = json!(-1);
    let at = "2026-06-06T17:18:38Z";
    let messages = [
        changed(&neutral("1", "received", at)),
        changed(&wrong),
        json!({ "type": "stock.changed", "data": { "sku": "A", "updated_at": at, "quantity": 0 } }),
        json!({ "type": "purchase.changed", "data": { "id": "P1", "updated_at": at,
                "lines": [{ "sku": "A", "expected_on": "2026-12-01" }] } }),
        json!({ "type": "customer.changed", "data": { "id": "c", "updated_at": at } }),
        json!({ "type": "order.deleted", "data": { "id": "9" } }),
        json!({ "type": "price.changed", "data": {} }),
    ];
    let (status, answers) = wismo.import("/sync/erp/import", &messages).await;
    assert_eq!(status, StatusCode::MULTI_STATUS);
    assert_eq!(answers[0], json!({ "line": 1, "order": "1" }));
    let error = answers[1]["error"].as_str().unwrap();
    assert!(
        error.starts_with("data.lines[0].quantity: must be"),
        "{error}"
    );
    assert_eq!(answers[2], json!({ "line": 3, "item": "A" }));
    assert_eq!(answers[3], json!({ "line": 4, "purchase": "P1" }));
    assert_eq!(answers[4], json!({ "line": 5, "customer": "c" }));
    assert_eq!(answers[5], json!({ "line": 6, "order": "9" }));
    assert_eq!(answers[6], json!({ "line": 7, "ignored": "price.changed" }));
    assert!(wismo.imported_page("erp", "1").await.contains("Anvil"));
    // It is sent again from where it is to go on: nothing is told twice.
    let (status, answers) = wismo.import("/sync/erp/import?from=3", &messages).await;
    assert_eq!((status, answers.len()), (StatusCode::OK, 5));
    wismo.drain().await;
    let history = wismo.history("erp", "1").await;
    let told = history["notices"].as_array().unwrap();
    let told = told
        .iter()
        .flat_map(|notice| notice["changes"].as_array().unwrap());
    let placed = told.filter(|change| *change == "placed").count();
    assert_eq!(placed, 1, "{history}");
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quiet_import_mails_nobody_and_a_held_one_not_before_its_release() {
    let wismo = Wismo::start().await;
    let at = "2026-06-06T17:18:38Z";
    let (status, _) = wismo
        .import(
            "/sync/erp/import?quiet=true",
            &[changed(&neutral("1", "received", at))],
        )
        .await;
    assert_eq!(status, StatusCode::OK);
    let (status, _) = wismo
        .import(
            "/sync/erp/import?hold=true",
            &[changed(&neutral("2", "received", at))],
        )
        .await;
    assert_eq!(status, StatusCode::OK);
    wismo.drain().await;
    for (order, fate) in [("1", "not_mailed"), ("2", "waiting")] {
        let history = wismo.history("erp", order).await;
        assert_eq!(history["notices"], json!([]), "{history}");
        assert_eq!(
            history["deliveries"][0]["changes"][0]["notification"]["status"],
            fate
        );
    }
    let response = wismo
        .signed("/sync/erp/release", "application/json", "{}".to_owned())
        .await;
    assert_eq!(response.status(), StatusCode::OK);
    let released: Value = response.json().await.unwrap();
    assert_eq!(released, json!({ "released": ["2"], "more": false }));
    wismo.mail("erp:2:1").await;
    // A change after a quiet import is told as that change alone.
    wismo
        .message(
            "order.changed",
            &neutral("1", "sent", "2026-06-07T17:18:38Z"),
        )
        .await;
    let mail = wismo.mail("erp:1:1").await;
    assert!(!mail["mail"]["subject"].as_str().unwrap().is_empty());
    let history = wismo.history("erp", "1").await;
    assert!(
        history["notices"][0]["changes"][0]["status_changed"].is_object(),
        "{history}"
    );
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_imports_get_the_status_that_says_what_to_mend() {
    let wismo = Wismo::start().await;
    let ndjson = "application/x-ndjson";
    for (path, media_type, body, status) in [
        (
            "/sync/none/import",
            ndjson,
            "{}".to_owned(),
            StatusCode::NOT_FOUND,
        ),
        (
            "/sync/south/import",
            ndjson,
            "{}".to_owned(),
            StatusCode::FORBIDDEN,
        ),
        (
            "/sync/erp/import",
            "application/json",
            "{}".to_owned(),
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ),
        (
            "/sync/erp/import?quiet=maybe",
            ndjson,
            "{}".to_owned(),
            StatusCode::BAD_REQUEST,
        ),
        (
            "/sync/erp/import?quiet=true&hold=true",
            ndjson,
            "{}".to_owned(),
            StatusCode::BAD_REQUEST,
        ),
        (
            "/sync/erp/import",
            ndjson,
            "{}\n".repeat(1001),
            StatusCode::PAYLOAD_TOO_LARGE,
        ),
        (
            "/sync/erp/import",
            ndjson,
            "not json".to_owned(),
            StatusCode::BAD_REQUEST,
        ),
        ("/sync/erp/import", ndjson, String::new(), StatusCode::OK),
    ] {
        let response = wismo.signed(path, media_type, body).await;
        assert_eq!(response.status(), status, "{path}");
    }
    let unsigned = wismo.request("POST", "/sync/erp/import");
    let unsigned = unsigned.header("content-type", ndjson).body("{}");
    assert_eq!(
        unsigned.send().await.unwrap().status(),
        StatusCode::UNAUTHORIZED
    );
    let now = wismo_domain::time::Timestamp::now().as_second();
    let forged = wismo
        .request("POST", "/sync/erp/import")
        .header("content-type", ndjson)
        .header("webhook-id", "msg_1")
        .header("webhook-timestamp", now)
        .header(
            "webhook-signature",
            standard_signature(STANDARD_SECRET, "msg_1", now, b"other"),
        )
        .body("{}");
    assert_eq!(
        forged.send().await.unwrap().status(),
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(
        wismo.get("/sync/erp/import").await.status(),
        StatusCode::METHOD_NOT_ALLOWED
    );
    assert_eq!(
        wismo.get("/sync/erp/other").await.status(),
        StatusCode::NOT_FOUND
    );
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erp_speaks_for_a_shop_on_another_platform() {
    let wismo = Wismo::start().await;
    let order = crate::harness::woocommerce(1, "processing", "2026-06-06T17:18:38");
    wismo.deliver(&order).await;
    wismo.mail("north:1:1").await;
    let stock = json!({ "sku": "SKU-0", "updated_at": "2026-06-07T00:00:00Z",
                        "quantity": 0, "expected_on": "2027-01-15" });
    let message = json!({ "type": "stock.changed", "data": stock });
    let (status, _) = wismo.import("/sync/north/import", &[message]).await;
    assert_eq!(status, StatusCode::OK);
    let mail = wismo.mail("north:1:2").await;
    let text = mail["mail"]["text"].as_str().unwrap();
    assert!(
        plain(text).contains("15 January 2027") && text.contains("Oak table"),
        "{text}"
    );
    assert!(wismo.page("north", "1").await.contains("15 January 2027"));
    wismo.stop().await;
}
