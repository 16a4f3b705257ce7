//! Orders of the field's cases, and reading their pages and mails.

use serde_json::{Value, json};
use wismo::recorder::Accepted;

use super::told::{Told, holds, shopify_placed};

/// An order of Shopify's in a sequence: one line of 40.00, shipping 6.00.
pub(crate) fn shopify(number: u64, fields: &Value) -> Value {
    let mut order = shopify_placed();
    let own = json!({
        "id": number, "name": format!("#{number}"), "currency": "EUR",
        "presentment_currency": "EUR", "taxes_included": true, "financial_status": "paid",
        "fulfillment_status": null, "payment_gateway_names": ["shopify_payments"],
        "customer_locale": "en", "email": format!("c{number}@customer.example"),
        "line_items": [line(1, "Linen throw", "40.00", &json!({}))],
        "shipping_lines": [{ "id": 4, "title": "Parcel", "price": "6.00" }],
        "fulfillments": [], "refunds": [], "total_line_items_price": "40.00",
        "total_discounts": "0.00", "total_tax": "0.00", "total_price": "46.00",
        "current_total_price": "46.00", "total_tip_received": "0.00",
        "total_shipping_price_set": { "shop_money": { "amount": "6.00", "currency_code": "EUR" } }
    });
    for set in [
        "total_line_items_price_set",
        "total_discounts_set",
        "total_tax_set",
        "total_price_set",
        "current_total_price_set",
    ] {
        order[set] = Value::Null;
    }
    put(&mut order, &own);
    put(&mut order, fields);
    order
}

/// Puts these fields into an object.
pub(crate) fn put(order: &mut Value, fields: &Value) {
    for (name, value) in fields.as_object().unwrap() {
        order[name] = value.clone();
    }
}

/// A line of Shopify's.
pub(crate) fn line(id: u64, name: &str, price: &str, fields: &Value) -> Value {
    let mut line = json!({
        "id": id, "name": name, "title": name, "sku": format!("LT-{id}"), "quantity": 1,
        "current_quantity": 1, "fulfillment_status": null, "gift_card": false,
        "requires_shipping": true, "price": price, "discount_allocations": []
    });
    put(&mut line, fields);
    line
}

/// A fulfilment of Shopify's.
pub(crate) fn parcel(id: u64, lines: &[Value], fields: &Value) -> Value {
    let mut parcel = json!({
        "id": id, "status": "success", "shipment_status": null, "created_at": "2026-11-25T10:05:00+01:00",
        "updated_at": "2026-11-25T10:05:00+01:00", "tracking_company": "UPS",
        "tracking_number": "1Z12345E0205271688", "tracking_numbers": ["1Z12345E0205271688"],
        "line_items": lines
    });
    put(&mut parcel, fields);
    parcel
}

/// The fields of an order with these parcels.
pub(crate) fn fulfilled(parcels: &[Value]) -> Value {
    json!({ "fulfillment_status": "fulfilled", "fulfillments": parcels })
}

/// The text of a page, as one reads it.
pub(crate) async fn page(told: &Told, shop: &str, order: &str) -> String {
    let page = told.wismo.page(shop, order).await;
    let mut text = String::new();
    for part in page.split('<') {
        let (_, shown) = part.split_once('>').unwrap_or_default();
        text.push_str(shown);
        text.push(' ');
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Checks that both parts of the mail, and the page, have these rows.
pub(crate) async fn costs(
    told: &Told,
    mail: &Accepted,
    (shop, order): (&str, &str),
    rows: &[(&str, &str)],
) {
    let page = page(told, shop, order).await;
    for (name, amount) in rows {
        assert!(
            page.contains(&format!("{name} {amount}")),
            "{name} {amount}: {page}"
        );
        holds(mail, amount);
        if *name != "Items" {
            holds(mail, name);
        }
    }
}
