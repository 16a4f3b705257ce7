//! The documents that others send, each with everything that its schema knows.

use schemars::{JsonSchema, schema_for};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use wismo_domain::check::FieldError;
use wismo_domain::intake::customer::CustomerRecord;
use wismo_domain::intake::item::{Purchase, Stock};
use wismo_domain::order::{Order, OrderPart};
use wismo_domain::settings::Settings;
use wismo_domain::templates::Template;

/// A place in a document, and who refuses more than the other there.
type Unsaid = (&'static str, &'static str);

pub(crate) const CHECK: &str = "only the check refuses";
pub(crate) const SCHEMA: &str = "only the schema refuses";

#[derive(Clone)]
pub(crate) struct Document {
    pub(crate) name: &'static str,
    pub(crate) schema: Value,
    pub(crate) full: Value,
    pub(crate) read: fn(Value) -> Result<(), String>,
    /// The places where schema and check disagree, because one of them cannot say it.
    pub(crate) unsaid: &'static [Unsaid],
}

impl Document {
    fn new<T: JsonSchema>(
        name: &'static str,
        full: Value,
        read: fn(Value) -> Result<(), String>,
        unsaid: &'static [Unsaid],
    ) -> Self {
        let schema = schema_for!(T).to_value();
        Self {
            name,
            schema,
            full,
            read,
            unsaid,
        }
    }
}

fn read<T: DeserializeOwned>(
    value: Value,
    check: impl FnOnce(&T) -> Result<(), FieldError>,
) -> Result<(), String> {
    let read = serde_json::from_value(value).map_err(|error| error.to_string())?;
    check(&read).map_err(|error| error.to_string())
}

/// The places of an order, whole or in part, whose rules its schema does not say.
const OF_ORDERS: [Unsaid; 4] = [
    // Base64 that can be decoded, and not beside a URL.
    ("/documents/*/content", CHECK),
    // Content needs a media type.
    ("/documents/*/media_type", CHECK),
    ("/documents/*/media_type left out", CHECK),
    ("/customer/contacts/*/email", CHECK),
];

pub(crate) fn documents() -> Vec<Document> {
    vec![
        Document::new::<Settings>(
            "settings",
            settings(),
            |value| read(value, Settings::check),
            &[
                ("/brand/email", CHECK),
                // An hour within the quiet ones.
                ("/digest_hour", CHECK),
                // A part named twice is hidden once.
                ("/display/hidden", SCHEMA),
            ],
        ),
        Document::new::<Template>(
            "template",
            template(),
            |value| read(value, Template::check),
            &[],
        ),
        Document::new::<Order>(
            "order",
            order(),
            |value| read(value, Order::check),
            &OF_ORDERS,
        ),
        Document::new::<OrderPart>(
            "part",
            part(),
            |value| read(value, OrderPart::check),
            &OF_ORDERS,
        ),
        Document::new::<CustomerRecord>(
            "customer",
            customer(),
            |value| read(value, CustomerRecord::check),
            &[("/contacts/*/email", CHECK)],
        ),
        Document::new::<Stock>("stock", stock(), |value| read(value, Stock::check), &[]),
        Document::new::<Purchase>(
            "purchase",
            purchase(),
            |value| read(value, Purchase::check),
            &[],
        ),
    ]
}

fn settings() -> Value {
    json!({
        "rules": { "placed": {
            "notify": "mail",
            "template": "thanks",
            "to": ["customer"],
            "when": { "statuses": ["new"], "stages": ["sent"], "groups": ["trade"], "languages": ["nb"] },
            "attach": ["invoice"],
            "link": ["other"],
        } },
        "statuses": [{ "code": "n", "label": "New", "labels": { "nb": "Ny" }, "stage": "received", "template": "thanks", "notify": "mail" }],
        "settle_seconds": 120,
        "digest_hour": 12,
        "hold": { "mails": true, "page": true },
        "quiet_hours": { "from": "22:00", "until": "07:00" },
        "printing_implies_picked": true,
        "status_from": "erp",
        "document_hosts": [host()],
        "brand": {
            "logo": "https://shop.example/logo.png",
            "accent": "#1f5f4f",
            "background": "#ffffff",
            "site": "https://shop.example/",
            "name": "The shop",
            "contact_url": "https://shop.example/contact",
            "email": "help@shop.example",
            "phone": "+47 22",
            "returns_url": "https://shop.example/returns",
            "texts": { "nb": {
                "message": "Hei",
                "footer": "Ha det",
                "links": [{ "text": "Terms", "url": "https://shop.example/terms" }],
            } },
        },
        "display": { "hidden": ["prices"] },
        "access": {
            "second_step": { "after_days": 30, "by": ["postcode"] },
            "link_ends_after_days": 400,
            "find_by": ["email"],
        },
        "desk": {
            "stock_order_url": "https://erp.example/stock?for={customer}",
            "pre_order_url": "https://erp.example/pre?for={customer}",
            "order_url": "https://shop.example/admin?post={order}",
        },
    })
}

/// The beginning of a host's name that can grow beyond the longest.
fn host() -> String {
    let label = "a".repeat(63);
    format!("{label}.{label}.{label}.b")
}

fn template() -> Value {
    json!({
        "subject": "Subject",
        "preheader": "Preheader",
        "heading": "Heading",
        "message": "Message",
        "closing": "Closing",
        "signature": "Signature",
    })
}

fn address() -> Value {
    json!({
        "name": "Ada", "company": "Ada AS", "street": ["Road 1"], "postcode": "0001",
        "city": "Oslo", "region": "Oslo", "country": "NO",
    })
}

fn contact() -> Value {
    json!({ "role": "billing", "name": "Bo", "email": "bo@shop.example" })
}

fn order() -> Value {
    json!({
        "id": "1",
        "number": "1001",
        "reference": "PO-1",
        "marketplace": { "name": "Amazon", "order": "702-1", "user": "ada" },
        "updated_at": "2026-06-06T10:00:00Z",
        "placed_at": "2026-06-06T10:00:00Z",
        "status": { "code": "n", "stage": "received", "label": "New", "labels": { "nb": "Ny" } },
        "cancelled_at": "2026-06-06T10:00:00Z",
        "currency": "EUR",
        "expected_on": "2026-06-06",
        "packing_slip_printed": true,
        "picked": true,
        "part_of": "2",
        "customer": {
            "id": "3", "name": "Ada", "email": "ada@shop.example", "phone": "+47 22",
            "locale": "nb", "group": "trade",
            "wants_mail": true, "contacts": [contact()],
        },
        "delivery_method": "shipping",
        "delivery_address": address(),
        "billing_address": address(),
        "lines": [line()],
        "shipments": [{
            "id": "4", "carrier": "dhl", "tracking_number": "5",
            "tracking_url": "https://carrier.example/5", "shipped_at": "2026-06-06T10:00:00Z",
            "state": "sent", "lines": [{ "line": "1", "quantity": 1 }],
        }],
        "refunds": [{
            "id": "6", "amount": 1, "reason": "broken", "lines": [{ "line": "1", "quantity": 1 }],
        }],
        "documents": [
            {
                "id": "7", "kind": "invoice", "number": "F-7", "issued_at": "2026-06-06T10:00:00Z",
                "total": 1, "name": "invoice.pdf", "media_type": "application/pdf",
                "url": "https://shop.example/7", "public": true,
            },
            { "id": "8", "kind": "other", "media_type": "text/plain", "content": "YWJj" },
        ],
        "totals": {
            "items": 1, "discount": 1, "shipping": 1, "tax": 1, "tax_included": true, "total": 1,
            "fees": [{ "kind": "tip", "name": "Tip", "amount": 1 }],
        },
        "payment": {
            "state": "paid", "method": "card", "paid_at": "2026-06-06T10:00:00Z", "due_on": "2026-06-06",
        },
        "message": "Thanks",
        "reorder_url": "https://shop.example/again",
    })
}

fn line() -> Value {
    json!({
        "id": "1", "sku": "a", "name": "Blanket", "picture_url": "https://shop.example/a.png",
        "quantity": 1, "delivered": 1, "cancelled": 1, "invoiced": 1, "credited": 1, "returned": 1,
        "stock": 1, "expected_on": "2026-06-06", "expected_by": "item", "total": 1,
        "needs_no_shipping": true,
    })
}

/// An order in part has the same fields, but for its shop's part.
fn part() -> Value {
    let mut part = order();
    if let Some(fields) = part.as_object_mut() {
        fields.remove("part_of");
    }
    part
}

fn customer() -> Value {
    json!({
        "id": "3", "updated_at": "2026-06-06T10:00:00Z", "name": "Ada", "trading_name": "Ada AS",
        "email": "ada@shop.example", "phone": "+47 22", "locale": "nb", "group": "trade",
        "wants_mail": true,
        "contacts": [contact()],
        "type": "agent", "sub_customers": ["4"], "sales_channel": "Web", "price_list": "Trade",
        "payment_terms": "30 days", "pays_before_dispatch": true, "bank_account": "NO93",
        "accounts_id": "10003",
        "account": {
            "currency": "EUR", "at": "2026-06-06T10:00:00Z", "balance": 1,
            "invoices": [{
                "number": "F-7", "amount": 1, "open": 1, "issued_on": "2026-06-06",
                "due_on": "2026-06-06",
            }],
            "payments": [{ "amount": 1, "paid_on": "2026-06-06", "reference": "F-7" }],
        },
    })
}

fn stock() -> Value {
    json!({
        "sku": "a", "updated_at": "2026-06-06T10:00:00Z", "quantity": 1, "expected_on": "2026-06-06",
    })
}

fn purchase() -> Value {
    json!({
        "id": "9", "updated_at": "2026-06-06T10:00:00Z",
        "lines": [{ "sku": "a", "expected_on": "2026-06-06" }],
    })
}
