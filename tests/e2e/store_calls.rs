//! The calls that a request makes to the store, counted from outside. Speed is
//! counted here, never timed. These tests look inside the embedded host.

use reqwest::StatusCode;
use serde_json::json;

use crate::harness::{Wismo, eventually, is_spin, neutral, woocommerce};

#[tokio::test(flavor = "multi_thread")]
async fn a_hook_makes_two_increments_two_writes_and_few_reads() {
    if is_spin() {
        return;
    }
    let wismo = Wismo::start().await;
    // An order's first version lists it: among the shop's orders, and under each item.
    wismo
        .deliver(&woocommerce(1, "on-hold", "2026-06-05T17:18:38"))
        .await;
    let first = eventually(async || {
        let counts = wismo.process.counts("sync");
        Some(counts).filter(|counts| counts.set_many + counts.set == 3)
    })
    .await;
    // Eight lines of eight items: for each item, two reads of what is known of it. The search
    // index takes one draw, and one read of the person. Who is new is listed: one more draw,
    // and one read of the shop's record. The watch list is one read.
    assert_eq!(first.increment, 2 + 1 + 8 + 1 + 1, "{first:?}");
    assert!(first.get <= 7 + 2 * 8 + 1 + 2, "{first:?}");
    for (modified, status) in [
        ("2026-06-06T17:18:38", "on-hold"),
        ("2026-06-07T17:18:38", "processing"),
        // Late, and repeated: the projection compares it with its neighbours.
        ("2026-06-06T20:00:00", "pending"),
        ("2026-06-06T20:00:00", "pending"),
    ] {
        wismo.process.reset_counts();
        wismo.deliver(&woocommerce(1, status, modified)).await;
        let counts = eventually(async || {
            let counts = wismo.process.counts("sync");
            Some(counts).filter(|counts| counts.set_many + counts.set == 2)
        })
        .await;
        assert_eq!(counts.increment, 2, "{counts:?}");
        // Four of the order's, and one of the settings if they are not fresh.
        assert!(counts.get <= 5, "{counts:?}");
        assert_eq!(
            counts.delete + counts.exists + counts.get_keys + counts.get_many,
            0,
            "{counts:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_makes_two_increments_and_one_write_however_long_it_is() {
    if is_spin() {
        return;
    }
    let wismo = Wismo::start().await;
    for lines in [1, 1_000] {
        wismo.process.reset_counts();
        let order = |id: usize| neutral(&id.to_string(), "received", "2026-06-06T17:18:38Z");
        let messages = (0..lines).map(|id| json!({ "type": "order.changed", "data": order(id) }));
        let messages: Vec<_> = messages.collect();
        let (status, _) = wismo.import("/sync/erp/import?quiet=true", &messages).await;
        assert_eq!(status, StatusCode::OK);
        let last = (lines - 1).to_string();
        assert!(wismo.imported_page("erp", &last).await.contains("Anvil"));
        let counts = wismo.process.counts("sync");
        assert_eq!((counts.increment, counts.set_many), (2, 1), "{counts:?}");
        let others = counts.get + counts.set + counts.delete + counts.exists;
        assert_eq!(others, 0, "{counts:?}");
    }
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_view_is_two_gets_at_once() {
    if is_spin() {
        return;
    }
    let wismo = Wismo::start().await;
    let at = "2026-06-06T17:18:38Z";
    wismo
        .message("order.changed", &neutral("1", "preparing", at))
        .await;
    // If the order does not say its language, its customer's record may: two more
    // reads, whatever the record says.
    let mut silent = neutral("2", "preparing", at);
    silent["customer"] = json!({ "id": "C-1", "email": "bo@example.com" });
    wismo.message("order.changed", &silent).await;
    wismo.process.idle().await;
    for (order, gets) in [("1", 2), ("2", 4)] {
        wismo.page("erp", order).await;
        wismo.process.reset_counts();
        wismo.page("erp", order).await;
        let counts = wismo.process.counts("status");
        assert_eq!(
            (counts.get, counts.max_concurrent_gets),
            (gets, 2),
            "{counts:?}"
        );
        assert_eq!(
            counts.set + counts.set_many + counts.increment + counts.delete,
            0,
            "{counts:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_authentic_asks_nothing_of_the_store() {
    if is_spin() {
        return;
    }
    let wismo = Wismo::start().await;
    wismo
        .deliver(&woocommerce(1, "processing", "2026-06-06T17:18:38"))
        .await;
    wismo.mail("north:1:1").await;
    wismo.process.idle().await;
    wismo.process.reset_counts();
    let path = Wismo::page_path("north", "1");
    let forged = format!(
        "{}{}",
        &path[..path.len() - 1],
        if path.ends_with('A') { "B" } else { "A" }
    );
    assert_eq!(wismo.get(&forged).await.status(), StatusCode::NOT_FOUND);
    let request = wismo
        .request("POST", "/hooks/north")
        .header("content-type", "application/json");
    let request = request
        .header("x-wc-webhook-signature", "AAAA")
        .body(json!({ "id": 1 }).to_string());
    assert_eq!(
        request.send().await.unwrap().status(),
        StatusCode::UNAUTHORIZED
    );
    let request = wismo.request("POST", "/mail/drain").bearer_auth("wrong");
    assert_eq!(
        request.send().await.unwrap().status(),
        StatusCode::UNAUTHORIZED
    );
    let request = wismo.request("POST", "/mail/events/preview").body("[]");
    assert_eq!(
        request.send().await.unwrap().status(),
        StatusCode::SERVICE_UNAVAILABLE
    );
    for component in ["sync", "status", "mail", "feedback"] {
        let counts = wismo.process.counts(component);
        assert_eq!(
            counts.get + counts.set + counts.set_many + counts.increment,
            0,
            "{component}: {counts:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_look_at_a_kept_mail_writes_nothing() {
    if is_spin() {
        return;
    }
    let wismo = Wismo::start().await;
    wismo
        .deliver(&woocommerce(1, "processing", "2026-06-06T17:18:38"))
        .await;
    wismo.mail("north:1:1").await;
    // Wait until nothing is under way after the answers.
    wismo.drain().await;
    wismo.process.idle().await;
    for (id, is_there) in [("north:1:1", true), ("north:1:2", false)] {
        wismo.process.reset_counts();
        assert_eq!(wismo.has_mail(id).await, is_there);
        let counts = wismo.process.counts("mail");
        let writes = counts.set + counts.set_many + counts.increment + counts.delete;
        assert_eq!(writes, 0, "{counts:?}");
        assert!((1..=4).contains(&counts.get), "{counts:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_store_is_opened_once_per_instance() {
    if is_spin() {
        return;
    }
    let wismo = Wismo::start().await;
    wismo
        .deliver(&woocommerce(1, "processing", "2026-06-06T17:18:38"))
        .await;
    for _ in 0..300 {
        wismo.page("north", "1").await;
    }
    let counts = wismo.process.counts("status");
    assert!((3..=4).contains(&counts.instances), "{counts:?}");
    assert_eq!(counts.open, counts.instances, "{counts:?}");
    for id in 0..150 {
        wismo
            .deliver(&woocommerce(id, "processing", "2026-06-06T17:18:38"))
            .await;
    }
    // There are two handles: Spin offers its counter and its concurrent reads
    // through different interfaces.
    let counts = wismo.process.counts("sync");
    assert!(counts.open <= 2 * counts.instances, "{counts:?}");
}
