//! The generic source's schema, kept in step with the types.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};
use wismo_domain::intake::customer::CustomerRecord;
use wismo_domain::intake::item::{Purchase, Stock};
use wismo_domain::order::{MAX_ID, Order, OrderPart};

/// A message of the generic source. It has no type of its own, as its parts are read one by one.
pub(crate) struct Message;

impl JsonSchema for Message {
    fn schema_name() -> Cow<'static, str> {
        "Message".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "oneOf": messages(generator) })
    }
}

/// The schemas of the messages, one of each type.
fn messages(generator: &mut SchemaGenerator) -> Vec<Value> {
    let order = generator.subschema_for::<Order>();
    let part = generator.subschema_for::<OrderPart>();
    let stock = generator.subschema_for::<Stock>();
    let purchase = generator.subschema_for::<Purchase>();
    let customer = generator.subschema_for::<CustomerRecord>();
    let message = |kind: &str, description: &str, data: Value| {
        json!({
            "type": "object",
            "description": description,
            "properties": {
                "type": { "const": kind },
                "timestamp": {
                    "description": "When it happened (RFC 3339). For the sender's own use.",
                    "type": "string",
                    "format": "date-time"
                },
                "data": data
            },
            "required": ["type", "data"]
        })
    };
    vec![
        message(
            "order.changed",
            "An order came about or changed: the whole order as it is now. In an import for a WooCommerce or Shopify shop, all that the ERP adds to what the shop says, as it is now: most fields may be left out there (OrderPart).",
            json!({ "anyOf": [order, part] }),
        ),
        message(
            "order.deleted",
            "An order is gone from the shop. Ignored in an import for a WooCommerce or Shopify shop, which removes its orders itself.",
            json!({
                "type": "object",
                "properties": {
                    "id": {
                        "description": "The shop's identifier of the order.",
                        "type": "string",
                        "minLength": 1,
                        "maxLength": MAX_ID
                    }
                },
                "required": ["id"]
            }),
        ),
        message(
            "stock.changed",
            "An item's stock or expected day changed.",
            stock.into(),
        ),
        message(
            "purchase.changed",
            "The shop ordered goods itself, or that changed: the whole purchase order as it is now.",
            purchase.into(),
        ),
        message(
            "customer.changed",
            "What the shop knows of a customer changed: all of it as it is now.",
            customer.into(),
        ),
    ]
}

/// The JSON Schema of every message of the generic source.
fn schema() -> Value {
    let mut generator = SchemaGenerator::default();
    let messages = messages(&mut generator);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Wismo's generic source",
        "description": "The body of a message, signed as Standard Webhooks say. Written by a test: UPDATE_SCHEMA=1 cargo test -p wismo-sync schema",
        "oneOf": messages,
        "$defs": generator.take_definitions(true)
    })
}

/// Compares the committed schema with the types; `UPDATE_SCHEMA=1` writes it
/// anew.
#[test]
fn the_schema_is_that_of_the_types() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/messages.json");
    let schema = format!("{}\n", serde_json::to_string_pretty(&schema()).unwrap());
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(path, &schema).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(path).unwrap(),
        schema,
        "run with UPDATE_SCHEMA=1"
    );
}
