//! An order of very many lines, each of an item that a feed speaks of: what page
//! and drain cost is counted, never timed.

use serde_json::{Value, json};

use crate::harness::told::{Told, heading, holds};
use crate::harness::{Wismo, is_spin, within};

const LINES: usize = 1_000;

/// What runs after an answer takes its time on a busy machine.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(90);

/// What the feed says of each item.
async fn feed(told: &Told, quantity: u32, on: Option<&str>) {
    let at = told.now();
    let message = |item: usize| {
        json!({ "type": "stock.changed", "data": {
            "sku": format!("SKU-{item}"), "quantity": quantity, "updated_at": at, "expected_on": on
        } })
    };
    let messages: Vec<Value> = (0..LINES).map(message).collect();
    told.import(&messages).await;
    told.wismo.drain().await;
}

fn order() -> Value {
    let line = |item: usize| {
        json!({ "id": item.to_string(), "sku": format!("SKU-{item}"),
                "name": format!("Thing {item}"), "quantity": 2, "total": "10.00" })
    };
    json!({ "lines": (0..LINES).map(line).collect::<Vec<_>>() })
}

/// What a page costs: its order and the length of its log, whatever the order holds.
async fn page_costs_two_gets(told: &Told, shows: &str) {
    // Its log is folded after the answer.
    within(PATIENCE, async || {
        told.wismo.page("erp", "1").await;
        told.wismo.process.reset_counts();
        let page = told.wismo.get(&Wismo::page_path("erp", "1")).await;
        let page = page.text().await.unwrap();
        let counts = told.wismo.process.counts("status");
        assert_eq!(
            counts.set + counts.set_many + counts.increment + counts.delete,
            0,
            "{counts:?}"
        );
        (page.contains(shows) && counts.get == 2 && counts.get_many == 0).then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_of_a_thousand_lines_with_a_feed_for_each_costs_page_and_drain_as_any_other() {
    if is_spin() {
        return;
    }
    let told = Told::with(json!({})).await;
    feed(&told, 0, Some("2026-12-18")).await;
    told.order("1", "received", order()).await;
    // What is known of each item is read once, as the order is first seen.
    let is_known = async || {
        let json = told.json("erp", "1").await;
        let items = json["items"].as_array()?;
        let known = items
            .iter()
            .filter(|item| item["expected_on"] == "2026-12-18");
        (known.count() == LINES).then_some(())
    };
    within(PATIENCE, is_known).await;
    page_costs_two_gets(&told, "18 December 2026").await;
    told.pass(121).await;
    told.wismo.process.reset_counts();
    told.wismo.drain().await;
    let counts = told.wismo.process.counts("mail");
    println!("the thanks: {counts:?}");
    assert!(counts.get + counts.get_many < 100, "{counts:?}");
    assert!(counts.set + counts.set_many < 40, "{counts:?}");
    let mails = told.taken();
    assert_eq!(mails.len(), 1);
    assert_eq!(heading(&mails[0]), "Thank you for your order");
    holds(&mails[0], "and 960 more items on your order’s page");

    // The feed speaks of each of them once more.
    feed(&told, 5, None).await;
    page_costs_two_gets(&told, "back in stock").await;
    told.pass(121).await;
    told.wismo.process.reset_counts();
    told.wismo.drain().await;
    let counts = told.wismo.process.counts("mail");
    println!("a thousand items: {counts:?}");
    let calls = counts.get + counts.get_many + counts.set + counts.set_many + counts.increment;
    // Each of the thousand facts has a job of its own; the cost of each is the same.
    assert!(calls < 12 * LINES as u64, "{counts:?}");
    let mails = told.taken();
    assert_eq!(mails.len(), 1);
    assert_eq!(heading(&mails[0]), "Items of your order are back in stock");
    let json = told.json("erp", "1").await;
    let history = json["history"].as_array().unwrap();
    assert!(history.len() >= 2, "{history:?}");
    told.no_mail("all of it is told").await;
    told.stop().await;
}
