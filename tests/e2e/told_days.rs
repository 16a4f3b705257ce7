//! Stock and days: whatever was told of them stands on the page and in the history.

use serde_json::{Value, json};

use crate::harness::told::{Told, heading, holds};

#[tokio::test(flavor = "multi_thread")]
async fn what_runs_out_after_the_order_and_comes_back_is_told_each_time() {
    let told = Told::with(json!({})).await;
    told.order("1", "received", json!({})).await;
    assert_eq!(heading(&told.mail().await), "Thank you for your order");
    for (gone, back) in [(0, 5), (0, 4), (0, 9)] {
        told.stock(gone, None).await;
        told.no_mail("that it is gone is told nowhere").await;
        told.stock(back, None).await;
        let mail = told.mail().await;
        assert_eq!(heading(&mail), "Back in stock: Anvil");
    }
    // If it comes back within the window, it is not told.
    told.stock(0, None).await;
    told.wismo.drain().await;
    told.stock(7, None).await;
    told.no_mail("it moved and moved back").await;
    let fates = told.fates("erp", "1").await;
    let back = fates.iter().filter(|fate| *fate == "back_in_stock: mailed");
    assert_eq!(back.count(), 3, "{fates:?}");
    let history = told.page_history("erp", "1").await;
    let back = history.iter().filter(|what| what.contains("back in stock"));
    assert!(back.count() >= 3, "{history:?}");
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_orders_own_line_says_ran_out_is_told_when_a_feed_says_it_is_back() {
    let told = Told::with(json!({})).await;
    told.order("1", "received", json!({})).await;
    told.mail().await;
    told.order("1", "received", json!({ "line": { "stock": 0 } }))
        .await;
    told.no_mail("that it is gone is told nowhere").await;
    let stock = json!({ "type": "stock.changed", "data": {
        "sku": "A", "quantity": 5, "updated_at": told.now()
    } });
    told.import(&[stock]).await;
    assert_eq!(heading(&told.mail().await), "Back in stock: Anvil");
    told.stop().await;
}

/// The page's history in HTML, and the desk's fates of each change of days; there must
/// be as many of both.
async fn days(told: &Told, order: &str) -> (String, Vec<String>) {
    let history = told.page_history("erp", order).await;
    let shown = history.iter().filter(|what| what.contains("xpected date"));
    let fates = told.fates("erp", order).await;
    let fates: Vec<String> = fates
        .into_iter()
        .filter(|fate| fate.starts_with("expected_date_changed"))
        .collect();
    assert_eq!(shown.count(), fates.len(), "{history:?} {fates:?}");
    let page = told.wismo.page("erp", order).await;
    let (_, section) = page.split_once("<ol class=\"history\">").unwrap();
    (section.split_once("</ol>").unwrap().0.to_owned(), fates)
}

fn own(on: Option<&str>) -> Value {
    json!({ "expected_on": on })
}

/// Sends a purchase order, as of now.
async fn purchase(told: &Told, id: &str, on: &str) {
    let lines = json!([{ "sku": "A", "expected_on": on }]);
    told.says("purchase.changed", json!({ "id": id, "lines": lines }))
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_orders_own_day_has_its_history_on_page_and_desk() {
    let told = Told::with(json!({})).await;
    told.order("1", "received", own(Some("2026-12-10"))).await;
    told.mail().await;
    told.order("1", "received", own(Some("2026-12-20"))).await;
    let mail = told.mail().await;
    assert_eq!(heading(&mail), "New expected date: Sunday 20 December 2026");
    holds(&mail, "Thursday 10 December 2026");
    let (shown, fates) = days(&told, "1").await;
    assert!(shown.contains("20 December"), "{shown}");
    assert_eq!(
        fates.last().map(String::as_str),
        Some("expected_date_changed: mailed")
    );
    assert_eq!(told.json("erp", "1").await["expected_on"], "2026-12-20");
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_day_that_was_told_stays_and_comes_from_the_item_the_order_or_the_purchase() {
    let told = Told::with(json!({})).await;
    told.order("1", "received", json!({})).await;
    told.mail().await;
    purchase(&told, "PO1", "2026-12-10").await;
    assert_eq!(
        heading(&told.mail().await),
        "New stock is expected on Thursday 10 December 2026"
    );
    purchase(&told, "PO2", "2026-12-08").await;
    let stock = |day: &str| format!("New stock is expected on {day} December 2026");
    assert_eq!(heading(&told.mail().await), stock("Tuesday 8"));
    let new = |day: &str| format!("New expected date: {day} December 2026");
    told.order("1", "received", own(Some("2026-12-14"))).await;
    assert_eq!(heading(&told.mail().await), new("Monday 14"));
    // It ranks below the order's own day, so it does not move anything.
    purchase(&told, "PO2", "2026-12-06").await;
    told.no_mail("the order's day counts more").await;
    // The item's day, in a line that does not name its source.
    let item = json!({ "expected_on": "2026-12-14", "line": { "expected_on": "2026-12-18" } });
    told.order("1", "received", item).await;
    assert_eq!(heading(&told.mail().await), new("Friday 18"));
    assert_eq!(
        told.json("erp", "1").await["items"][0]["expected_by"],
        "item"
    );
    told.order("1", "received", own(Some("2026-12-16"))).await;
    assert_eq!(heading(&told.mail().await), new("Wednesday 16"));
    told.order("1", "received", own(None)).await;
    assert_eq!(heading(&told.mail().await), stock("Sunday 6"));
    let (shown, fates) = days(&told, "1").await;
    for day in ["10", "8", "14", "18", "16", "6"] {
        assert!(shown.contains(&format!(" {day} December 2026")), "{shown}");
    }
    assert_eq!(fates, ["expected_date_changed: mailed"; 6]);
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_purchase_orders_day_in_a_line_ranks_below_the_orders_own() {
    let told = Told::with(json!({})).await;
    let line = json!({ "expected_on": "2026-12-01", "expected_by": "purchase_order" });
    let says = json!({ "expected_on": "2026-12-14", "line": line });
    told.order("1", "received", says).await;
    holds(&told.mail().await, "Monday 14 December 2026");
    let json = told.json("erp", "1").await;
    assert_eq!(json["expected_on"], "2026-12-14");
    assert_eq!(json["items"][0]["expected_by"], "sales_order");
    told.order("1", "received", json!({ "line": line })).await;
    holds(&told.mail().await, "Tuesday 1 December 2026");
    assert_eq!(told.json("erp", "1").await["expected_on"], "2026-12-01");
    told.stop().await;
}
