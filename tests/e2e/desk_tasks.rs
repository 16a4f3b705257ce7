//! Tasks that come as time passes: the drain looks for them.

use serde_json::{Value, json};
use wismo_domain::time::Duration;

use crate::harness::{DESK_API_KEY, JOB_SECRET, Wismo, eventually, is_spin, neutral};

async fn tasks(wismo: &Wismo) -> Vec<Value> {
    let request = wismo.request("GET", "/desk/api/erp/tasks");
    let answer = request.bearer_auth(DESK_API_KEY).send().await.unwrap();
    let answer: Value = answer.json().await.unwrap();
    answer["tasks"].as_array().unwrap().clone()
}

/// Makes the drain of the scheduler, which others follow.
async fn drain(wismo: &Wismo) {
    let request = wismo.request("POST", "/mail/drain").bearer_auth(JOB_SECRET);
    assert!(request.send().await.unwrap().status().is_success());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_promised_day_that_passes_and_a_shop_that_goes_silent_are_tasks() {
    if is_spin() {
        return;
    }
    let wismo = Wismo::start().await;
    let at = |days: i64| wismo.now() + Duration::days(days);
    let order = |id: &str, promised: i64| {
        let mut order = neutral(id, "received", &wismo.now().to_string());
        let day = at(promised).to_string();
        order["expected_on"] = json!(day[..10]);
        order["lines"][0]["expected_on"] = json!(day[..10]);
        order
    };
    wismo.message("order.changed", &order("1", 1)).await;
    wismo.message("order.changed", &order("2", 30)).await;
    wismo.later(300).await;
    // A webhook each day, for four days.
    for day in 0..4 {
        wismo.later(24 * 3600).await;
        let id = format!("day {day}");
        wismo.message("order.changed", &order(&id, 30)).await;
        wismo.later(300).await;
    }
    drain(&wismo).await;
    let found =
        eventually(async || Some(tasks(&wismo).await).filter(|tasks| !tasks.is_empty())).await;
    assert_eq!(
        (found.len(), &found[0]["order"]),
        (1, &json!("1")),
        "{found:?}"
    );
    assert_eq!(found[0]["why"], "overdue");
    // Twice as long as between any two.
    wismo.later(47 * 3600).await;
    drain(&wismo).await;
    wismo.process.idle().await;
    assert_eq!(tasks(&wismo).await.len(), 1);
    wismo.later(2 * 3600).await;
    drain(&wismo).await;
    let found =
        eventually(async || Some(tasks(&wismo).await).filter(|tasks| tasks.len() > 1)).await;
    assert_eq!(
        (found.len(), &found[1]["why"]),
        (2, &json!("hooks_silent")),
        "{found:?}"
    );
    assert!(found[1].get("order").is_none(), "{found:?}");
    wismo.stop().await;
}
