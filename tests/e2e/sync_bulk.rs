//! All the orders of an ERP, and an item that all of them wait for.

use std::time::{Duration, Instant};

use reqwest::StatusCode;
use serde_json::{Value, json};
use wismo::recorder::{Api, Recorder};

use crate::harness::{Wismo, is_spin, mailed_by};

/// The number of orders, and the number of requests that bring them.
const ORDERS: usize = 10_000;
const REQUESTS: usize = 10;

fn order(id: usize) -> Value {
    json!({ "type": "order.changed", "data": {
        "id": id.to_string(), "updated_at": "2026-06-06T17:18:38Z",
        "status": { "code": "waiting", "stage": "preparing" }, "currency": "NOK",
        "customer": { "name": "Bo Berg", "email": format!("bo{id}@example.com") },
        "lines": [{ "id": "1", "sku": "A", "name": "Anvil", "quantity": 1, "stock": 0 }],
    } })
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes: run it by its name"]
async fn bulk_of_ten_thousand_orders_is_imported_in_quiet_and_told_of_its_stock() {
    let recorder = Recorder::start(Api::Resend).unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &recorder)).await;
    let mut imports = Vec::new();
    for request in 0..REQUESTS {
        let ids = request * ORDERS / REQUESTS..(request + 1) * ORDERS / REQUESTS;
        let messages: Vec<Value> = ids.map(order).collect();
        let begun = Instant::now();
        let (status, answers) = wismo.import("/sync/erp/import?quiet=true", &messages).await;
        imports.push(begun.elapsed());
        assert_eq!((status, answers.len()), (StatusCode::OK, ORDERS / REQUESTS));
    }
    let worked_off = worked_off(&wismo).await;
    for id in (0..ORDERS).step_by(97) {
        assert!(wismo.page("erp", &id.to_string()).await.contains("Anvil"));
    }
    // To the end: the last look at an order comes two leases after its change.
    let mut drains = finished(&wismo).await;
    assert_eq!(recorder.accepted().len(), 0, "a quiet import mails nobody");
    let before = (!is_spin()).then(|| counts(&wismo));
    if !is_spin() {
        wismo.process.reset_counts();
    }
    let begun = Instant::now();
    let stock = json!({ "sku": "A", "updated_at": "2026-06-07T17:18:38Z", "quantity": 50_000 });
    let hook = Instant::now();
    let response = wismo.message("stock.changed", &stock).await;
    let hook = hook.elapsed();
    assert_eq!(response.status(), StatusCode::OK);
    while recorder.accepted().len() < ORDERS {
        assert!(
            begun.elapsed() < Duration::from_secs(900),
            "only {} were told",
            recorder.accepted().len()
        );
        wismo.scheduled().await;
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    let told = begun.elapsed();
    drains.extend(finished(&wismo).await);
    assert_eq!(recorder.accepted().len(), ORDERS);
    println!(
        "{ORDERS} orders: the longest of {REQUESTS} imports took {:?}, and all were worked off \
         after {worked_off:?}; the stock hook took {hook:?}, and all were told after {told:?}; \
         the longest of {} drains took {:?}",
        imports.iter().max().unwrap(),
        drains.len(),
        drains.iter().max().unwrap(),
    );
    if let Some(before) = before {
        let calls = counts(&wismo);
        println!(
            "store calls per order: {} to import it, {} to tell it",
            before / ORDERS,
            calls / ORDERS
        );
        // A listing, a look, a ticket, a letter, an outcome, and looks that find
        // nothing more: as many for each order, however many orders there are.
        assert!(calls <= 55 * ORDERS, "{calls} store calls");
    }
    wismo.stop().await;
}

/// Leaves the drains to follow each other until nothing is due; returns the time it took.
async fn worked_off(wismo: &Wismo) -> Duration {
    let begun = Instant::now();
    while wismo.scheduled().await["more"] != false {
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    begun.elapsed()
}

/// Drains until nothing waits any more, and returns the time of each request. If the
/// clock cannot be set, drains until nothing is due.
async fn finished(wismo: &Wismo) -> Vec<Duration> {
    let mut all = Vec::new();
    worked_off(wismo).await;
    loop {
        let begun = Instant::now();
        let drained = wismo.drain_once().await;
        all.push(begun.elapsed());
        if drained["more"] == false {
            if drained["waiting"] == 0 || is_spin() {
                return all;
            }
            wismo.process.leap(Duration::from_secs(60)).await;
        }
    }
}

fn counts(wismo: &Wismo) -> usize {
    let counts = wismo.process.counts("mail");
    let calls = counts.get + counts.set + counts.set_many + counts.increment + counts.delete;
    usize::try_from(calls).unwrap()
}
