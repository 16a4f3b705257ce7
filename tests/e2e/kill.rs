//! Wismo does not lose anything that it acknowledged, at whatever moment it is killed,
//! and tells everything once. Takes some minutes: `cargo test -- --ignored killed`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use reqwest::StatusCode;
use wismo::recorder::{Api, Recorder};

use crate::harness::{Wismo, mailed_by, woocommerce};

const KILLS: u64 = 50;
const STATUSES: [&str; 4] = ["on-hold", "processing", "completed", "cancelled"];

/// Delivers, kills at a random moment, and starts again, fifty times; then
/// drains until nothing is left to tell.
async fn killed_and_restarted(api: Api) {
    let recorder = Recorder::start(api).unwrap();
    let mut wismo = Wismo::killable(mailed_by(api, &recorder)).await;
    // The newest acknowledged version of each order.
    let acknowledged: Arc<Mutex<BTreeMap<u64, usize>>> = Arc::default();
    fastrand::seed(11);
    for round in 0..KILLS {
        let kill_after = Duration::from_millis(fastrand::u64(20..500));
        let deliveries = async {
            for (step, status) in STATUSES.into_iter().enumerate() {
                for order in [round * 2, round * 2 + 1] {
                    let body =
                        woocommerce(order + 1, status, &format!("2026-06-06T17:18:{step:02}"));
                    let Ok(response) = wismo.try_deliver(&body).await else {
                        return;
                    };
                    if response.status() == StatusCode::OK {
                        acknowledged.lock().unwrap().insert(order + 1, step);
                    }
                }
            }
            std::future::pending::<()>().await;
        };
        let _ = tokio::time::timeout(kill_after, deliveries).await;
        wismo.kill_and_restart().await;
    }
    let until = Instant::now() + Duration::from_secs(400);
    loop {
        let drained = wismo.drain().await;
        if drained["waiting"] == 0 {
            break;
        }
        assert!(Instant::now() < until, "after 400 s: {drained}");
        tokio::time::sleep(Duration::from_secs(5)).await;
    }
    let acknowledged = acknowledged.lock().unwrap().clone();
    assert!(
        acknowledged.len() > 20,
        "too few deliveries came through: {}",
        acknowledged.len()
    );
    let words = ["on hold", "prepar", "sent", "cancelled"];
    for (order, step) in &acknowledged {
        let page = wismo.page("north", &order.to_string()).await.to_lowercase();
        // A version that was not acknowledged may have come through all the same.
        assert!(
            (*step..words.len()).any(|step| page.contains(words[step])),
            "order {order} fell back"
        );
        let mails = recorder.accepted_for(&order.to_string());
        assert!(!mails.is_empty(), "order {order} was never told");
    }
    let mails = recorder.accepted();
    let keys: BTreeSet<_> = mails.iter().map(|mail| mail.key.clone().unwrap()).collect();
    let copies = mails.len() - keys.len();
    println!(
        "{api:?}: {} orders, {} mails, {copies} second copies",
        acknowledged.len(),
        mails.len()
    );
    if api == Api::Resend {
        assert_eq!(copies, 0);
    }
    for order in acknowledged.keys() {
        let mails = recorder.accepted_for(&order.to_string());
        let keys: BTreeSet<_> = mails.iter().map(|mail| &mail.key).collect();
        let copies = mails.len() - keys.len();
        let cut = cut_short(&wismo, *order).await;
        assert!(
            copies <= cut,
            "order {order}: {copies} second copies, but {cut} attempts cut short"
        );
    }
    assert_eq!(recorder.refused(), Vec::<String>::new());
}

/// The number of attempts at an order's mails that were cut short between sending
/// and recording.
async fn cut_short(wismo: &Wismo, order: u64) -> usize {
    let mut cut = 0;
    for notice in 1..=STATUSES.len() {
        let id = format!("north:{order}:{notice}");
        if wismo.has_mail(&id).await {
            let outcomes = wismo.mail(&id).await["outcomes"].to_string();
            cut += outcomes.matches("lapsed").count() + outcomes.matches("unknown").count();
        }
    }
    cut
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes: run it by its name"]
async fn killed_fifty_times_with_resend_everything_is_told_exactly_once() {
    killed_and_restarted(Api::Resend).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes: run it by its name"]
async fn killed_fifty_times_with_postmark_nothing_is_lost() {
    killed_and_restarted(Api::Postmark).await;
}
