//! The demo's orders, with the bodies that WooCommerce would send, dated so
//! that they are some days old whenever the demo runs.

use anyhow::Result;
use serde_json::{Value, json};
use wismo_domain::time::{Duration, Timestamp};

/// An order of the demo.
pub(crate) struct Order {
    /// Its id and number.
    pub(crate) id: String,
    /// What the demo shows with it.
    pub(crate) what: &'static str,
    /// What the shop sends, one after the other; each causes a mail.
    pub(crate) versions: Vec<Value>,
}

/// Every order of the demo.
pub(crate) fn all() -> Result<Vec<Order>> {
    let order = |id: u64, what, versions| Order {
        id: id.to_string(),
        what,
        versions,
    };
    Ok(vec![
        order(
            1001,
            "is being prepared",
            vec![version(1001, "processing", 26, 25)?],
        ),
        order(
            1002,
            "is on its way with FedEx",
            vec![
                version(1002, "on-hold", 80, 80)?,
                version(1002, "processing", 80, 70)?,
                parcel(version(1002, "completed", 80, 20)?),
            ],
        ),
        order(
            1003,
            "waits for its payment",
            vec![version(1003, "on-hold", 5, 5)?],
        ),
        order(
            1004,
            "is cancelled, and part of it paid back",
            vec![
                version(1004, "processing", 50, 49)?,
                refunded(version(1004, "cancelled", 50, 30)?),
            ],
        ),
    ])
}

impl Order {
    /// The order completed just now, with a parcel.
    pub(crate) fn next_change(&self) -> Value {
        let mut order = self.versions.first().cloned().unwrap_or_default();
        set(&mut order, "status", json!("completed"));
        set(&mut order, "date_modified_gmt", json!(moment(0)));
        parcel(order)
    }
}

/// A date as WooCommerce's REST API writes it: in UTC, without saying so.
fn moment(hours_ago: i64) -> String {
    let moment = Timestamp::now() + Duration::hours(-hours_ago);
    moment.to_string().chars().take(19).collect()
}

/// A version of an order, with the hours since it was placed and changed.
fn version(id: u64, status: &str, placed: i64, modified: i64) -> Result<Value> {
    let mut order: Value = serde_json::from_str(include_str!("order.json"))?;
    // Goods are not got ready before they are paid.
    let is_paid = status != "on-hold";
    for (field, value) in [
        ("date_paid_gmt", json!(is_paid.then(|| moment(modified)))),
        ("id", json!(id)),
        ("number", json!(id.to_string())),
        ("status", json!(status)),
        ("date_created", json!(moment(placed))),
        ("date_created_gmt", json!(moment(placed))),
        ("date_modified", json!(moment(modified))),
        ("date_modified_gmt", json!(moment(modified))),
    ] {
        set(&mut order, field, value);
    }
    Ok(order)
}

fn set(order: &mut Value, field: &str, value: Value) {
    if let Some(fields) = order.as_object_mut() {
        fields.insert(field.to_owned(), value);
    }
}

/// With the meta of WooCommerce's Shipment Tracking.
fn parcel(mut order: Value) -> Value {
    let meta = json!([{ "id": 7, "key": "_wc_shipment_tracking_items", "value": [{
        "tracking_provider": "fedex", "custom_tracking_provider": null,
        "custom_tracking_link": null, "tracking_number": "117579686762",
        "date_shipped": (Timestamp::now().as_second() / 86_400 * 86_400).to_string(),
        "tracking_id": "demo-parcel",
    }] }]);
    set(&mut order, "meta_data", meta);
    order
}

fn refunded(mut order: Value) -> Value {
    let refund = json!([{ "id": 90, "reason": "Sold out", "total": "-28.00" }]);
    set(&mut order, "refunds", refund);
    order
}
