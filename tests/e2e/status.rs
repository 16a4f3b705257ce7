//! `GET /s/{token}`.

use reqwest::{Response, StatusCode};
use serde_json::json;

use crate::harness::{Wismo, woocommerce};

async fn everything(response: Response) -> (StatusCode, String, Vec<u8>) {
    let status = response.status();
    let mut headers = response.headers().clone();
    headers.remove("date");
    (
        status,
        format!("{headers:?}"),
        response.bytes().await.unwrap().to_vec(),
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_completed_order_shows_its_items_and_its_parcel() {
    let wismo = Wismo::start().await;
    let mut order = woocommerce(324, "completed", "2026-06-06T17:18:38");
    order["meta_data"] = json!([{ "id": 1, "key": "_wc_shipment_tracking_items", "value": [{
        "tracking_provider": "fedex", "custom_tracking_provider": null, "custom_tracking_link": null,
        "tracking_number": "117579686762", "date_shipped": "1780759118", "tracking_id": "c0"
    }] }]);
    wismo.deliver(&order).await;
    let page = wismo.page("north", "324").await;
    for text in [
        "North Shop",
        "324",
        "Oak table",
        "Tea &amp; biscuits",
        "Clock",
        "€304.45",
        "6 June 2026",
    ] {
        assert!(page.contains(text), "{text} is missing: {page}");
    }
    let link = page
        .split("href=\"https://www.fedex.com/")
        .nth(1)
        .expect("a link to FedEx");
    assert!(link.split('"').next().unwrap().contains("117579686762"));
    for secret in ["ada.nilsen@example.com", "22000000", "<script"] {
        assert!(!page.contains(secret), "{secret} is on the page");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_wrong_link_gets_the_same_404_to_the_byte() {
    let wismo = Wismo::start().await;
    wismo
        .deliver(&woocommerce(1, "processing", "2026-06-06T17:18:38"))
        .await;
    let right = Wismo::page_path("north", "1");
    let first = everything(wismo.get("/s/nonsense").await).await;
    assert_eq!(first.0, StatusCode::NOT_FOUND);
    let flipped = if right.ends_with('A') { "B" } else { "A" };
    for wrong in [
        "/s/".to_owned(),
        "/s/x/y".to_owned(),
        "/s/%FF".to_owned(),
        right[..right.len() - 1].to_owned(),
        format!("{}{flipped}", &right[..right.len() - 1]),
        format!("{right}A"),
        format!("{right}/"),
        right.to_uppercase().replace("/S/", "/s/"),
        format!("/s/{}", "A".repeat(5000)),
        // Well sealed, but for an unknown order, or for a shop that is not ours.
        Wismo::page_path("north", "2"),
        Wismo::page_path("gone", "1"),
    ] {
        assert_eq!(everything(wismo.get(&wrong).await).await, first, "{wrong}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_carries_the_headers_that_keep_it_private() {
    let wismo = Wismo::start().await;
    wismo
        .deliver(&woocommerce(1, "processing", "2026-06-06T17:18:38"))
        .await;
    for (path, cache) in [
        (Wismo::page_path("north", "1"), "private, no-cache"),
        ("/s/nonsense".to_owned(), "no-store"),
    ] {
        let response = wismo.get(&path).await;
        let header = |name: &str| response.headers()[name].to_str().unwrap().to_owned();
        assert_eq!(header("referrer-policy"), "no-referrer");
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert!(header("x-robots-tag").contains("noindex"));
        assert_eq!(header("cache-control"), cache);
        assert_eq!(header("content-type"), "text/html; charset=utf-8");
        let policy = header("content-security-policy");
        for part in [
            "default-src 'none'",
            "style-src 'sha256-",
            "frame-ancestors 'none'",
        ] {
            assert!(policy.contains(part), "{policy}");
        }
        assert!(
            !policy.contains("unsafe") && !policy.contains("script-src"),
            "{policy}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_has_the_page_gets_a_304_until_it_changes() {
    let wismo = Wismo::start().await;
    wismo
        .deliver(&woocommerce(1, "processing", "2026-06-06T17:18:38"))
        .await;
    let path = Wismo::page_path("north", "1");
    let tag = wismo.get(&path).await.headers()["etag"].clone();
    let ask = || {
        wismo
            .request("GET", &path)
            .header("if-none-match", &tag)
            .send()
    };
    let known = ask().await.unwrap();
    assert_eq!(known.status(), StatusCode::NOT_MODIFIED);
    assert_eq!(known.headers()["etag"], tag);
    assert!(known.bytes().await.unwrap().is_empty());
    wismo
        .deliver(&woocommerce(1, "completed", "2026-06-07T17:18:38"))
        .await;
    assert_eq!(ask().await.unwrap().status(), StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn head_answers_like_get_without_a_body_and_other_methods_do_not_work() {
    let wismo = Wismo::start().await;
    wismo
        .deliver(&woocommerce(1, "processing", "2026-06-06T17:18:38"))
        .await;
    let path = Wismo::page_path("north", "1");
    let get = wismo.get(&path).await;
    let head = wismo.request("HEAD", &path).send().await.unwrap();
    assert_eq!(head.status(), StatusCode::OK);
    for name in [
        "etag",
        "content-type",
        "content-security-policy",
        "cache-control",
    ] {
        assert_eq!(head.headers()[name], get.headers()[name], "{name}");
    }
    assert!(head.bytes().await.unwrap().is_empty());
    for method in ["POST", "PUT", "DELETE"] {
        let response = wismo.request(method, &path).send().await.unwrap();
        assert_eq!(
            response.status(),
            StatusCode::METHOD_NOT_ALLOWED,
            "{method}"
        );
        assert_eq!(response.headers()["allow"], "GET, HEAD");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_happened_stands_in_the_timeline() {
    let wismo = Wismo::start().await;
    wismo
        .deliver(&woocommerce(8, "on-hold", "2026-06-06T17:18:38"))
        .await;
    wismo
        .deliver(&woocommerce(8, "processing", "2026-06-08T17:18:38"))
        .await;
    wismo
        .deliver(&woocommerce(8, "completed", "2026-06-10T17:18:38"))
        .await;
    let page = wismo.page("north", "8").await;
    for day in ["6 June 2026", "8 June 2026", "10 June 2026"] {
        assert!(page.contains(day), "{day} is missing: {page}");
    }
}
