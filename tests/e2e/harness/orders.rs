//! Orders as shops send them, on the model of real payloads.

use std::sync::LazyLock;

use serde_json::{Value, json};
use wismo_domain::time::{Duration, Timestamp};

/// When all of them were placed: an hour before the tests began, for an order
/// that was placed long before it is first seen is told to nobody.
static PLACED: LazyLock<Timestamp> = LazyLock::new(|| Timestamp::now() + Duration::hours(-1));

/// When the orders were placed, in whole seconds and without a zone.
pub(crate) fn placed() -> String {
    PLACED.to_string()[..19].to_owned()
}

/// A WooCommerce order (REST API v3) with eight lines, modified at `modified`
/// (`2026-06-06T17:18:38`).
pub(crate) fn woocommerce(id: u64, status: &str, modified: &str) -> Value {
    let line = |(index, name): (usize, &str)| {
        let quantity = index + 1;
        json!({
            "id": 38 + index, "name": name, "product_id": 54 + index, "variation_id": 0,
            "quantity": quantity, "tax_class": "", "subtotal": format!("{quantity}3.50"),
            "subtotal_tax": "0.00", "total": format!("{quantity}3.50"), "total_tax": "0.00",
            "taxes": [], "meta_data": [], "sku": format!("SKU-{index}"), "price": 10.799999999999999
        })
    };
    let names = [
        "Oak table",
        "Wool blanket",
        "Tea &amp; biscuits",
        "Lamp",
        "Chair",
        "Rug",
        "Vase",
        "Clock",
    ];
    json!({
        "id": id, "parent_id": 0, "number": id.to_string(), "order_key": "wc_order_example",
        "created_via": "checkout", "version": "9.1.0", "status": status, "currency": "EUR",
        "date_created": placed(), "date_created_gmt": placed(),
        "date_modified": modified, "date_modified_gmt": modified,
        "discount_total": "0.00", "discount_tax": "0.00", "shipping_total": "54.25",
        "shipping_tax": "0.00", "cart_tax": "0.00", "total": "304.45", "total_tax": "0.00",
        "prices_include_tax": false, "customer_id": 1, "customer_note": "",
        "billing": {
            "first_name": "Ada", "last_name": "Nilsen", "company": "", "address_1": "Storgata 1",
            "city": "Oslo", "postcode": "0155", "country": "NO", "email": "ada.nilsen@example.com",
            "phone": "22000000"
        },
        "shipping": { "first_name": "Ada", "last_name": "Nilsen", "address_1": "Storgata 1" },
        "payment_method": "stripe", "payment_method_title": "Card", "transaction_id": "ch_1",
        "date_paid_gmt": "2026-06-06T17:17:58", "meta_data": [],
        "line_items": names.into_iter().enumerate().map(line).collect::<Vec<_>>(),
        "tax_lines": [], "shipping_lines": [], "fee_lines": [], "coupon_lines": [], "refunds": [],
        "currency_symbol": "€"
    })
}

/// A neutral order, updated at `updated` (`2026-06-06T17:18:38Z`).
pub(crate) fn neutral(id: &str, stage: &str, updated: &str) -> Value {
    json!({
        "id": id, "number": format!("#{id}"), "updated_at": updated,
        "placed_at": format!("{}Z", placed()),
        "status": { "code": stage, "stage": stage }, "currency": "NOK",
        "customer": { "name": "Bo Berg", "email": "bo@example.com", "locale": "en" },
        "lines": [{ "id": "1", "sku": "A", "name": "Anvil", "quantity": 3, "delivered": 1, "total": "300" }],
        "totals": { "total": "300.00" }
    })
}

/// An order of Shopify's that was just placed.
pub(crate) fn shopify_placed() -> Value {
    let body = include_str!("../../../functions/sync/fixtures/shopify/placed.json");
    let mut order: Value = serde_json::from_str(body).unwrap();
    for at in ["created_at", "processed_at"] {
        order[at] = json!(format!("{}Z", placed()));
    }
    order
}
