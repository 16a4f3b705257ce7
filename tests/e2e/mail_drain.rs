//! `POST /mail/drain`.

use reqwest::StatusCode;
use serde_json::json;
use wismo::recorder::{Api, Fault, Recorder};

use crate::harness::{Wismo, mailed_by, neutral, variables, woocommerce};

#[tokio::test(flavor = "multi_thread")]
async fn draining_asks_for_the_job_secret_and_for_post() {
    let wismo = Wismo::start().await;
    let refused = wismo.request("POST", "/mail/drain").send().await.unwrap();
    assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
    let refused = wismo
        .request("POST", "/mail/drain")
        .bearer_auth("wrong")
        .send()
        .await
        .unwrap();
    assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
    let request = wismo
        .request("GET", "/mail/drain")
        .bearer_auth(crate::harness::JOB_SECRET);
    assert_eq!(
        request.send().await.unwrap().status(),
        StatusCode::METHOD_NOT_ALLOWED
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drain_reports_what_it_did() {
    let wismo = Wismo::start().await;
    let empty = wismo.drain().await;
    assert_eq!(
        (&empty["processed"], &empty["waiting"]),
        (&json!(0), &json!(0))
    );
    wismo
        .deliver(&woocommerce(1, "processing", "2026-06-06T17:18:38"))
        .await;
    wismo.mail("north:1:1").await;
    // It is told already; the job waits until nobody can be at work on it any more.
    let drained = wismo.drain().await;
    assert_eq!(drained["processed"], 1);
    assert_eq!(drained["sent"], 0);
    assert_eq!(drained["waiting"], 1);
    assert_eq!(wismo.drain().await["processed"], 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_that_let_news_leave_sooner_reach_what_waits() {
    let wismo = Wismo::unsettled(variables()).await;
    let decide = async |settings: serde_json::Value| {
        let version = wismo.settings("erp").await["version"].as_u64().unwrap();
        let answer = wismo.put_settings("erp", version, &settings).await;
        assert_eq!(answer.status(), StatusCode::OK);
        wismo.in_force().await;
    };
    let utc = wismo.now().utc();
    let hour = |ahead: i8| (utc.hour() + ahead) % 24;
    let quiet = [23, 2].map(|ahead| format!("{:02}:00", hour(ahead)));
    let waits = [
        json!({ "settle_seconds": 3600 }),
        json!({ "settle_seconds": 0, "digest_hour": hour(4) }),
        json!({ "settle_seconds": 0, "quiet_hours": { "from": quiet[0], "until": quiet[1] } }),
    ];
    for (id, settings) in waits.iter().enumerate() {
        let id = id.to_string();
        decide(settings.clone()).await;
        let order = neutral(&id, "received", "2026-06-06T17:18:38Z");
        wismo.message("order.changed", &order).await;
        wismo.drain().await;
        assert_eq!(wismo.drain().await["processed"], 0, "{settings}");
        let notices = &wismo.history("erp", &id).await["notices"];
        assert_eq!(notices, &json!([]), "{settings}");
        decide(json!({ "settle_seconds": 0 })).await;
        assert_eq!(wismo.drain().await["sent"], 1, "{settings}");
        wismo.mail(&format!("erp:{id}:1")).await;
    }
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_secret_token_or_address_reaches_the_log() {
    let recorder = Recorder::start(Api::Resend).unwrap();
    recorder.script([Fault::Status(
        500,
        "{\"message\":\"ada.nilsen@example.com\"}".to_owned(),
    )]);
    let wismo = Wismo::with(mailed_by(Api::Resend, &recorder)).await;
    wismo
        .deliver(&woocommerce(5, "processing", "2026-06-06T17:18:38"))
        .await;
    wismo.mail("north:5:1").await;
    wismo.page("north", "5").await;
    wismo
        .deliver(&json!({ "id": 5, "status": "x", "line_items": "ada.nilsen@example.com" }))
        .await;
    wismo.drain().await;
    let token = Wismo::page_path("north", "5").replace("/s/", "");
    let log = wismo.process.log();
    for secret in [
        "ada.nilsen",
        "Nilsen",
        &token,
        crate::harness::JOB_SECRET,
        wismo::recorder::KEY,
        "north's secret",
    ] {
        assert!(!log.contains(secret), "{secret} is in the log: {log}");
    }
}
