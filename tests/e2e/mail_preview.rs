//! `GET /mail/preview/{id}`, and the content of a mail.

use reqwest::StatusCode;
use serde_json::json;

use crate::harness::{DESK_API_KEY, JOB_SECRET, Wismo, woocommerce};

#[tokio::test(flavor = "multi_thread")]
async fn a_new_order_is_mailed_in_two_parts_with_the_pages_link() {
    let wismo = Wismo::start().await;
    wismo
        .deliver(&woocommerce(324, "processing", "2026-06-06T17:18:38"))
        .await;
    let mail = wismo.mail("north:324:1").await;
    let link = format!("https://wismo.example{}", Wismo::page_path("north", "324"));
    for part in ["text", "html"] {
        let part = mail["mail"][part].as_str().unwrap();
        for text in [link.as_str(), "324", "North Shop", "Clock"] {
            assert!(part.contains(text), "{text} is missing: {part}");
        }
    }
    assert!(mail["mail"]["subject"].as_str().unwrap().contains("324"));
    assert_eq!(
        mail["mail"]["to"],
        json!({ "name": "Ada Nilsen", "address": "ada.nilsen@example.com" })
    );
    assert!(mail["outcomes"][0]["result"]["accepted"]["id"].is_string());
    let headers = mail["mail"]["headers"].to_string();
    assert!(
        headers.contains("Auto-Submitted") && headers.contains("References"),
        "{headers}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn each_change_is_mailed_once_with_what_was_and_what_is() {
    let wismo = Wismo::start().await;
    wismo
        .deliver(&woocommerce(7, "on-hold", "2026-06-06T17:18:38"))
        .await;
    wismo.mail("north:7:1").await;
    let mut order = woocommerce(7, "processing", "2026-06-07T17:18:38");
    wismo.deliver(&order).await;
    let status = wismo.mail("north:7:2").await["mail"]["text"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(status.to_lowercase().contains("on hold"), "{status}");
    order["date_modified_gmt"] = json!("2026-06-08T17:18:38");
    order["meta_data"] = json!([{ "id": 1, "key": "_wc_shipment_tracking_items", "value": [
        { "tracking_provider": "dhl", "tracking_number": "JD0001", "date_shipped": "1780759118", "tracking_id": "a" }
    ] }]);
    wismo.deliver(&order).await;
    assert!(
        wismo.mail("north:7:3").await["mail"]["html"]
            .as_str()
            .unwrap()
            .contains("JD0001")
    );
    order["date_modified_gmt"] = json!("2026-06-09T17:18:38");
    order["status"] = json!("cancelled");
    wismo.deliver(&order).await;
    assert!(
        wismo.mail("north:7:4").await["mail"]["text"]
            .as_str()
            .unwrap()
            .contains("cancelled")
    );
    // Sent again, late, or as an older version, it has nothing more to tell.
    wismo.deliver(&order).await;
    wismo
        .deliver(&woocommerce(7, "on-hold", "2026-06-06T17:18:38"))
        .await;
    wismo
        .deliver(&woocommerce(7, "failed", "2026-06-07T00:00:00"))
        .await;
    wismo.process.idle().await;
    wismo.drain().await;
    assert!(!wismo.has_mail("north:7:5").await);
    assert!(
        wismo
            .page("north", "7")
            .await
            .to_lowercase()
            .contains("cancelled")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_without_an_address_is_mailed_to_nobody() {
    let wismo = Wismo::start().await;
    let mut order = woocommerce(12, "processing", "2026-06-06T17:18:38");
    order["billing"]["email"] = json!("");
    wismo.deliver(&order).await;
    wismo.process.idle().await;
    assert!(!wismo.has_mail("north:12:1").await);
    assert!(wismo.page("north", "12").await.contains("Oak table"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_is_shown_to_who_has_the_desks_key_only() {
    let wismo = Wismo::start().await;
    wismo
        .deliver(&woocommerce(3, "processing", "2026-06-06T17:18:38"))
        .await;
    wismo.mail("north:3:1").await;
    // The scheduler's secret works off the queue, but does not show anybody's mail.
    for secret in [None, Some(JOB_SECRET), Some(&DESK_API_KEY[1..])] {
        let mut request = wismo.request("GET", "/mail/preview/north:3:1");
        if let Some(secret) = secret {
            request = request.bearer_auth(secret);
        }
        let refused = request.send().await.unwrap();
        assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
        assert_eq!(refused.headers()["www-authenticate"], "Bearer");
        let answer = refused.text().await.unwrap();
        assert!(answer.contains("the desk's API key"), "{answer}");
    }
    let ask = |id: &str| {
        wismo
            .request("GET", &format!("/mail/preview/{id}"))
            .bearer_auth(DESK_API_KEY)
    };
    // The desk's key does not work off the queue either.
    let drain = wismo
        .request("POST", "/mail/drain")
        .bearer_auth(DESK_API_KEY);
    let refused = drain.send().await.unwrap();
    assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
    let html = ask("north:3:1")
        .header("accept", "text/html")
        .send()
        .await
        .unwrap();
    assert!(html.text().await.unwrap().starts_with("<!DOCTYPE html>"));
    for missing in [
        "north:3:2",
        "north:4:1",
        "nobody:3:1",
        "north",
        "north:3:0",
        "%FF",
    ] {
        assert_eq!(
            ask(missing).send().await.unwrap().status(),
            StatusCode::NOT_FOUND,
            "{missing}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn names_cannot_break_out_of_a_mail() {
    let wismo = Wismo::start().await;
    let mut order = woocommerce(66, "processing", "2026-06-06T17:18:38");
    order["billing"]["first_name"] = json!("Eve\r\nBcc: all@example.com\u{0}");
    order["line_items"][0]["name"] = json!("\"><img src=x onerror=alert(1)>");
    order["number"] = json!("66\r\nX-Evil: 1");
    wismo.deliver(&order).await;
    let mail = wismo.mail("north:66:1").await;
    let control = |text: &serde_json::Value| text.as_str().unwrap().chars().any(char::is_control);
    assert!(
        !control(&mail["mail"]["subject"]) && !control(&mail["mail"]["to"]["name"]),
        "{mail}"
    );
    assert!(!mail["mail"]["html"].as_str().unwrap().contains("<img"));
    assert!(!wismo.page("north", "66").await.contains("<img"));
}
