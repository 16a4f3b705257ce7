//! The demo's orders, with the bodies that WooCommerce and an ERP would send,
//! dated so that they are some days old whenever the demo runs.

use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use wismo_domain::time::{Duration, Timestamp};

/// An order of the demo.
pub(crate) struct Order {
    /// Its id and number.
    pub(crate) id: String,
    /// The point that the demo makes with it.
    pub(crate) what: &'static str,
    /// The versions that are sent, one after the other; each causes a mail, unless the
    /// order has no address.
    pub(crate) versions: Vec<Version>,
    /// True if its customer has an email address.
    pub(crate) has_address: bool,
}

/// A customer of the demo.
#[derive(Clone, Copy)]
struct Customer {
    first_name: &'static str,
    last_name: &'static str,
    /// Empty if the shop knows none.
    address: &'static str,
    phone: &'static str,
}

const ADA: Customer = Customer {
    first_name: "Ada",
    last_name: "Nilsen",
    address: "ada.nilsen@customer.example",
    phone: "",
};

const BRUNO: Customer = Customer {
    first_name: "Bruno",
    last_name: "Costa",
    address: "bruno.costa@customer.example",
    phone: "+47 400 00 321",
};

const INGRID: Customer = Customer {
    first_name: "Ingrid",
    last_name: "Berg",
    address: WATCHED,
    phone: "",
};

/// Ordered by phone, and gave no address.
const LENA: Customer = Customer {
    first_name: "Lena",
    last_name: "Holm",
    address: "",
    phone: "+47 400 00 654",
};

/// The address of a customer on the watch list.
pub(super) const WATCHED: &str = "ingrid.berg@customer.example";

/// The order whose last change the desk tells nobody.
pub(super) const COLLECTED: &str = "1043";

/// A version of an order.
pub(crate) enum Version {
    /// The shop's hook sends it.
    Hook(Value),
    /// The ERP imports it.
    Import(Value),
}

/// Lists every order of the demo.
///
/// # Errors
/// When the pattern of its orders is no JSON.
pub(crate) fn all() -> Result<Vec<Order>> {
    let sent = |by: fn(Value) -> Version, id: u64, what, versions: Vec<Value>| Order {
        id: id.to_string(),
        what,
        versions: versions.into_iter().map(by).collect(),
        has_address: true,
    };
    let order = |id, what, versions| sent(Version::Hook, id, what, versions);
    Ok(vec![
        order(1001, "is being prepared", vec![first()?]),
        order(
            1002,
            "is on its way with FedEx",
            vec![
                version(1002, INGRID, "on-hold", 80, 80)?,
                version(1002, INGRID, "processing", 80, 70)?,
                parcel(version(1002, INGRID, "completed", 80, 20)?, "117579686762"),
            ],
        ),
        order(
            1003,
            "waits for its payment",
            vec![version(1003, BRUNO, "on-hold", 5, 5)?],
        ),
        order(
            1004,
            "is cancelled, and part of it paid back",
            vec![
                version(1004, BRUNO, "processing", 50, 49)?,
                refunded(version(1004, BRUNO, "cancelled", 50, 30)?),
            ],
        ),
        sent(
            Version::Import,
            1005,
            "is sent in part, and waits for an item that comes later than promised",
            vec![in_part("1005", false), in_part("1005", true)],
        ),
        Order {
            has_address: false,
            ..order(
                1006,
                "came by phone, without an email address",
                vec![version(1006, LENA, "processing", 3, 3)?],
            )
        },
        order(
            1042,
            "is on its way, and was first seen as paid",
            vec![
                version(1042, INGRID, "processing", 30, 29)?,
                parcel(version(1042, INGRID, "completed", 30, 6)?, "117579686763"),
            ],
        ),
        order(
            1043,
            "was collected in the shop, of which the desk told nobody",
            vec![version(1043, ADA, "processing", 28, 28)?],
        ),
        sent(
            Version::Import,
            1044,
            "has an invoice",
            vec![invoiced("1044")],
        ),
    ])
}

/// The first order, completed just now, with a parcel.
pub(crate) fn next_change() -> Result<Value> {
    let mut order = first()?;
    set(&mut order, "status", json!("completed"));
    set(&mut order, "date_modified_gmt", json!(moment(0)));
    Ok(parcel(order, "117579686764"))
}

fn first() -> Result<Value> {
    version(1001, ADA, "processing", 26, 25)
}

/// A date as WooCommerce's REST API writes it: in UTC, but without a zone.
fn moment(hours_ago: i64) -> String {
    let moment = Timestamp::now() + Duration::hours(-hours_ago);
    moment.to_string().chars().take(19).collect()
}

/// The data from an ERP about an order that is short of an item, before its first
/// parcel and after it. By then the item is expected later.
fn in_part(id: &str, is_sent: bool) -> Value {
    let day = |days: i64| {
        let day = Timestamp::now() + Duration::hours(24 * days);
        day.to_string().chars().take(10).collect::<String>()
    };
    let sent = if is_sent { 2 } else { 0 };
    let (stage, changed, expected) = match is_sent {
        false => ("preparing", 70, 5),
        true => ("part_delivered", 20, 9),
    };
    let parcel = json!({
        "id": "P1", "carrier": "Bring", "tracking_number": "370438101015432168",
        "state": "sent", "lines": [{ "line": "10", "quantity": 2 }],
    });
    json!({ "type": "order.changed", "data": {
        "id": id,
        "number": id,
        "placed_at": moment(72) + "Z",
        "updated_at": moment(changed) + "Z",
        "status": { "code": stage, "stage": stage },
        "currency": "EUR",
        "customer": { "name": "Ada Nilsen", "email": "ada.nilsen@customer.example" },
        "delivery_address": {
            "name": "Ada Nilsen", "street": ["Storgata 1"],
            "postcode": "0155", "city": "Oslo", "country": "NO",
        },
        "lines": [
            { "id": "10", "sku": "BLANKET", "name": "Wool blanket, moss green",
              "quantity": 2, "delivered": sent, "total": "128.00" },
            { "id": "20", "sku": "FLEECE", "name": "Sheepskin", "quantity": 1, "stock": 0,
              "expected_on": day(expected), "expected_by": "purchase_order", "total": "76.00" },
        ],
        "shipments": if is_sent { json!([parcel]) } else { json!([]) },
        "totals": { "items": "204.00", "shipping": "9.50", "total": "213.50" },
        "payment": { "state": "paid", "method": "Visa", "paid_at": moment(72) + "Z" },
        "message": is_sent.then_some("The sheepskins come from Lofoten, and the boat is late. Sorry!"),
    } })
}

/// The data from an ERP about an order that it has invoiced, with the invoice itself.
fn invoiced(id: &str) -> Value {
    let of = BRUNO;
    let name = format!("{} {}", of.first_name, of.last_name);
    json!({ "type": "order.changed", "data": {
        "id": id,
        "number": id,
        "placed_at": moment(40) + "Z",
        "updated_at": moment(18) + "Z",
        "status": { "code": "invoiced", "stage": "preparing" },
        "currency": "EUR",
        "customer": { "name": name, "email": of.address, "phone": of.phone },
        "delivery_address": {
            "name": name, "street": ["Bryggen 11"],
            "postcode": "5003", "city": "Bergen", "country": "NO",
        },
        "lines": [
            { "id": "10", "sku": "RUG", "name": "Woven rug, 170 × 240 cm",
              "quantity": 1, "total": "389.00" },
        ],
        "documents": [{
            "id": "F-88", "kind": "invoice", "number": "F-88", "issued_at": moment(18) + "Z",
            "total": "404.00", "media_type": "application/pdf",
            "content": STANDARD.encode(include_bytes!("invoice.pdf")),
        }],
        "totals": { "items": "389.00", "shipping": "15.00", "total": "404.00" },
        "payment": { "state": "unpaid", "method": "Invoice, 14 days" },
    } })
}

/// A version of an order, with the hours since it was placed and changed.
fn version(id: u64, of: Customer, status: &str, placed: i64, modified: i64) -> Result<Value> {
    let mut order: Value = serde_json::from_str(include_str!("order.json"))?;
    for address in ["billing", "shipping"] {
        if let Some(address) = order.get_mut(address) {
            set(address, "first_name", json!(of.first_name));
            set(address, "last_name", json!(of.last_name));
        }
    }
    if let Some(billing) = order.get_mut("billing") {
        set(billing, "email", json!(of.address));
        set(billing, "phone", json!(of.phone));
    }
    // Goods are not prepared before they are paid for.
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

/// Adds the meta data of WooCommerce's Shipment Tracking.
fn parcel(mut order: Value, number: &str) -> Value {
    let meta = json!([{ "id": 7, "key": "_wc_shipment_tracking_items", "value": [{
        "tracking_provider": "fedex", "custom_tracking_provider": null,
        "custom_tracking_link": null, "tracking_number": number,
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
