//! The newest version wins and each change is announced once, in whatever way
//! deliveries arrive.

use std::collections::BTreeSet;
use std::time::Duration;

use futures::future::join_all;
use reqwest::StatusCode;
use serde_json::{Value, json};
use wismo::recorder::{Accepted, Api, Recorder};

use crate::harness::{Wismo, mailed_by, within, woocommerce};

/// The order with the parcel's number corrected for the `number`th time.
fn version(number: u32) -> Value {
    let mut order = woocommerce(42, "processing", &format!("2026-06-06T17:18:{number:02}"));
    order["meta_data"] = json!([{ "id": 1, "key": "_wc_shipment_tracking_items", "value": [{
        "tracking_provider": "dhl", "tracking_number": format!("JD{number:04}"),
        "date_shipped": "1780759118", "tracking_id": "t1"
    }] }]);
    order
}

/// The newest parcel number that a mail tells.
fn told(mail: &Accepted) -> u32 {
    let numbers = mail
        .text
        .split("JD")
        .skip(1)
        .filter_map(|rest| rest.get(..4)?.parse().ok());
    numbers.max().expect("a mail without a parcel number")
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_concurrent_deliveries_of_twenty_versions_end_in_the_newest() {
    let recorder = Recorder::start(Api::Resend).unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &recorder)).await;
    let mut versions: Vec<u32> = (0..200).map(|index| index % 20).collect();
    fastrand::seed(7);
    fastrand::shuffle(&mut versions);
    let deliveries = versions
        .into_iter()
        .map(async |number| wismo.deliver(&version(number)).await);
    let mut events = BTreeSet::new();
    for response in join_all(deliveries).await {
        assert_eq!(response.status(), StatusCode::OK);
        let answer: Value = response.json().await.unwrap();
        events.insert(answer["event"].as_u64().unwrap());
    }
    assert_eq!(events, (1..=200).collect());
    let page = wismo.page("north", "42").await;
    assert!(
        page.contains("JD0019") && page.contains("JD0000"),
        "newest and history: {page}"
    );
    // A worker that was too slow is left alone for a lease.
    within(Duration::from_secs(150), async || {
        wismo.drain().await;
        // A drain finds nothing to do until that time is over.
        tokio::time::sleep(Duration::from_millis(500)).await;
        recorder
            .accepted()
            .last()
            .map(told)
            .filter(|number| *number == 19)
    })
    .await;
    let mails = recorder.accepted();
    let keys: BTreeSet<_> = mails.iter().map(|mail| mail.key.clone()).collect();
    assert_eq!(keys.len(), mails.len(), "a mail was accepted twice");
    let numbers: Vec<u32> = mails.iter().map(told).collect();
    assert!(
        numbers.is_sorted_by(|before, after| before < after),
        "told twice, or taken back: {numbers:?}"
    );
    assert_eq!(recorder.refused(), Vec::<String>::new());
}
