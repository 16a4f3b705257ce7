//! Orders as shops send them, on the model of real payloads.

use serde_json::{Value, json};

/// A WooCommerce order (REST API v3) with eight lines, modified at `modified`
/// (`2026-06-06T17:18:38`). It does not say when it was placed, since an order from
/// long ago is not mailed about when it is first seen.
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

/// A neutral order, updated at `updated` (`2026-06-06T17:18:38Z`), also without that.
pub(crate) fn neutral(id: &str, stage: &str, updated: &str) -> Value {
    json!({
        "id": id, "number": format!("#{id}"), "updated_at": updated,
        "status": { "code": stage, "stage": stage }, "currency": "NOK",
        "customer": { "name": "Bo Berg", "email": "bo@example.com", "locale": "en" },
        "lines": [{ "id": "1", "sku": "A", "name": "Anvil", "quantity": 3, "delivered": 1, "total": "300" }],
        "totals": { "total": "300.00" }
    })
}
