//! An order of very many lines, each of an item that a feed speaks of: the cost of
//! page and drain is counted, never timed.

use serde_json::{Value, json};

use crate::harness::told::{Told, heading, holds, window};
use crate::harness::{is_spin, within};

/// The most lines that an order may have.
const LINES: usize = 1000;

/// Time to wait: work after an answer takes its time on a busy machine.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(90);

/// Sends the feed's data about each item.
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

/// Counts the values that a page reads, and checks that it writes none.
async fn page_reads(told: &Told, shows: &str) -> u64 {
    told.wismo.page("erp", "1").await;
    told.wismo.process.reset_counts();
    let page = told.wismo.page("erp", "1").await;
    assert!(page.contains(shows), "{shows}: {page}");
    let counts = told.wismo.process.counts("status");
    let writes = counts.set + counts.set_many + counts.increment + counts.delete;
    assert_eq!(writes, 0, "{counts:?}");
    counts.get + counts.get_many
}

/// Drains, and checks that each piece of work that was done asked as much of the
/// store as any other does.
async fn drain_as_any_other(told: &Told) {
    told.wismo.process.reset_counts();
    told.wismo.drain().await;
    let counts = told.wismo.process.counts("mail");
    println!("a drain: {counts:?}");
    let reads = counts.get + counts.get_many;
    let writes = counts.set + counts.set_many + counts.increment;
    // Finished work is deleted; a look reads what it folds in bounded steps.
    let done = counts.delete;
    assert!(done < 3 * LINES as u64, "{counts:?}");
    assert!(reads + writes < 20 * (LINES as u64).max(done), "{counts:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_of_very_many_lines_with_a_feed_for_each_costs_page_and_drain_as_any_other() {
    if is_spin() {
        return;
    }
    let told = Told::with(json!({})).await;
    feed(&told, 0, Some("2026-12-18")).await;
    told.order("1", "received", order()).await;
    // The data about each item is read once, when the order is first seen.
    within(PATIENCE, async || {
        let json = told.json("erp", "1").await;
        let items = json["items"].as_array()?.iter();
        let known = items.filter(|item| item["expected_on"] == "2026-12-18");
        (known.count() == LINES).then_some(())
    })
    .await;
    told.pass(window() + 1).await;
    drain_as_any_other(&told).await;
    let mails = told.taken();
    assert_eq!(mails.len(), 1);
    assert_eq!(heading(&mails[0]), "Thank you for your order");
    let rest = LINES - 40;
    holds(
        &mails[0],
        &format!("and {rest} more items on your order’s page"),
    );
    // Its job is over, and the folded result is kept.
    told.pass(300).await;
    drain_as_any_other(&told).await;
    assert_eq!(page_reads(&told, "18 December 2026").await, 2);

    // The feed speaks of each item once more: that takes a number in each item's
    // log, and the rest for all that an import's batch says of the order.
    told.wismo.process.reset_counts();
    feed(&told, 5, None).await;
    let counts = told.wismo.process.counts("mail");
    println!("the feed: {counts:?}");
    let writes = counts.set + counts.set_many + counts.increment + counts.delete;
    assert!(writes < 3 * LINES as u64, "{counts:?}");
    assert!(counts.get < 50 * LINES as u64, "{counts:?}");
    println!("a page then reads {}", page_reads(&told, "in stock").await);
    told.pass(window() + 1).await;
    drain_as_any_other(&told).await;
    let mails = told.taken();
    assert_eq!(mails.len(), 1);
    assert_eq!(heading(&mails[0]), "Items in your order are back in stock");
    told.pass(300).await;
    drain_as_any_other(&told).await;
    assert_eq!(page_reads(&told, "in stock").await, 2);
    told.no_mail("all of it is told").await;
    told.stop().await;
}
