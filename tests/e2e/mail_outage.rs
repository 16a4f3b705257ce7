//! A provider that is gone for a while, with thousands of mails waiting for it.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use reqwest::StatusCode;
use serde_json::{Value, json};
use wismo::StoreCounts;
use wismo::recorder::{Api, Recorder};

use crate::harness::{Wismo, is_spin, mailed_by, neutral};

/// The number of waiting mails, and the number of those that came through the hook.
const WAITING: usize = 5_000;
const HOOKS: usize = 100;

/// The most memory that an instance may need, in bytes. A walk holds a mark for
/// each queue, and eight looks.
const MOST_MEMORY: u64 = 64 * 1024 * 1024;

fn order(id: usize) -> Value {
    let mut order = neutral(&id.to_string(), "received", "2026-06-06T17:18:38Z");
    order["customer"]["email"] = json!(format!("bo{id}@example.com"));
    order
}

/// Delivers orders one after the other. Returns how long each took, the longest last,
/// and what they asked of the store.
async fn hooks(wismo: &Wismo, ids: impl Iterator<Item = usize>) -> (Vec<Duration>, StoreCounts) {
    tokio::time::sleep(Duration::from_secs(2)).await;
    wismo.process.reset_counts();
    let mut times = Vec::new();
    for id in ids {
        let begun = Instant::now();
        let answer = wismo.message("order.changed", &order(id)).await;
        times.push(begun.elapsed());
        assert_eq!(answer.status(), StatusCode::OK);
    }
    // Let the work after the answers be done.
    tokio::time::sleep(Duration::from_secs(2)).await;
    times.sort_unstable();
    (times, wismo.process.counts("sync"))
}

fn writes(counts: &StoreCounts) -> u64 {
    counts.increment + counts.set + counts.set_many + counts.delete
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes: run it by its name"]
async fn outage_of_a_provider_with_five_thousand_notices_waiting() {
    if is_spin() {
        return;
    }
    let mut recorder = Recorder::start(Api::Resend).unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &recorder)).await;
    let before: Vec<usize> = (WAITING..WAITING + HOOKS).collect();
    let (healthy, calls) = hooks(&wismo, before.into_iter()).await;
    wismo.later(60).await;
    assert_eq!(recorder.accepted().len(), HOOKS);

    recorder.refuse().unwrap();
    for from in (HOOKS..WAITING).step_by(1_000) {
        let ids = from..(from + 1_000).min(WAITING);
        let messages: Vec<Value> = ids
            .map(|id| json!({ "type": "order.changed", "data": order(id) }))
            .collect();
        let (status, _) = wismo.import("/sync/erp/import", &messages).await;
        assert_eq!(status, StatusCode::OK);
    }
    let mut failed = 0;
    for _ in 0..10 {
        let drained = wismo.later(60).await;
        failed += drained["failed"].as_u64().unwrap();
        assert_eq!(drained["sent"], 0);
    }
    // Only now and then does a mail try, not each of them again and again.
    assert!((5..200).contains(&failed), "{failed}");
    let (dead, dead_calls) = hooks(&wismo, 0..HOOKS).await;
    assert_eq!(writes(&dead_calls), writes(&calls), "{dead_calls:?}");
    assert!(dead_calls.get <= calls.get + HOOKS as u64, "{dead_calls:?}");

    recorder.open().unwrap();
    wismo.process.reset_counts();
    let begun = Instant::now();
    let (mut minutes, mut drains) = (0, 0);
    while recorder.accepted().len() < WAITING + HOOKS {
        minutes += 1;
        assert!(minutes <= 10, "{} are there", recorder.accepted().len());
        wismo.process.leap(Duration::from_secs(60)).await;
        loop {
            drains += 1;
            if wismo.drain_once().await["more"] == false {
                break;
            }
        }
    }
    let took = begun.elapsed();
    let mail = wismo.process.counts("mail");
    for minute in 0..5 {
        assert_eq!(wismo.later(3600).await["sent"], 0, "{minute}");
    }
    let mails = recorder.accepted();
    let keys: BTreeSet<_> = mails.iter().map(|mail| mail.key.clone().unwrap()).collect();
    let boxes: BTreeSet<_> = mails.iter().map(|mail| mail.to.clone()).collect();
    assert_eq!(
        (mails.len(), keys.len()),
        (WAITING + HOOKS, WAITING + HOOKS)
    );
    assert_eq!(boxes.len(), WAITING + HOOKS);
    assert_eq!(recorder.refused(), Vec::<String>::new());
    println!(
        "{WAITING} notices waited, {failed} sends failed. Of {HOOKS} hooks the median took \
         {:?} before and {:?} meanwhile, and each wrote {} times. Then all left within {minutes} \
         minutes of the clock, in {drains} drains that took {took:?}, at most {} under way. \
         The most memory of an instance: sync {}, mail {} bytes",
        healthy[HOOKS / 2],
        dead[HOOKS / 2],
        writes(&calls) / HOOKS as u64,
        recorder.most_at_once(),
        wismo.process.counts("sync").most_memory,
        mail.most_memory,
    );
    assert!(mail.most_memory < MOST_MEMORY, "{}", mail.most_memory);
    // A look, a ticket, a letter, an outcome, and looks that find nothing left.
    let calls = mail.get + writes(&mail);
    assert!(calls < 60 * WAITING as u64, "{calls} store calls");
    wismo.stop().await;
}
