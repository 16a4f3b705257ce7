//! The part of the API's reference that shops and ERPs use.

use serde_json::json;
use wismo_domain::jobs::Released;
use wismo_domain::order::Order;
use wismo_openapi::{Access, Body, Operation, Slice, Topic};
use wismo_platform::http::response::Problem;

use crate::import::LineResult;
use crate::ingest::Taken;
use crate::shops::Message;

const ID: &str = "An id of the message, where it is signed as Standard Webhooks say.";
const TIMESTAMP: &str = "Now, in seconds since 1970; 300 seconds off at most.";

fn hook() -> Operation {
    let delivery = Body::made("application/json", |generator| {
        let message = generator.subschema_for::<Message>();
        let own = json!({
            "type": "object",
            "description": "What WooCommerce or Shopify sends, in its own form."
        });
        schemars::json_schema!({ "anyOf": [message, own] })
    });
    let ping = Body::any("application/x-www-form-urlencoded");
    let route = ("POST /hooks/{shop}", "takeDelivery");
    Operation::new(Topic::Sources, route, "Takes one delivery from a shop")
        .more("A `standard` shop sends messages of the generic source. The form is WooCommerce's ping, which nothing signs.")
        .asks(&[Access::Woocommerce, Access::Shopify, Access::StandardWebhooks])
        .header("webhook-id", ID)
        .header("webhook-timestamp", TIMESTAMP)
        .needs(&[delivery, ping])
        .answers(200, "It is stored for good.", &[Body::json::<Taken>()])
        .refuses(&[400, 401, 404, 408, 413, 415, 503])
}

fn import() -> Operation {
    let flag = || json!({ "type": "boolean", "default": false });
    let lines = Body::lines::<LineResult>();
    let route = ("POST /sync/{shop}/import", "import");
    Operation::new(Topic::Sources, route, "Takes up to 1,000 messages, a line each")
        .more("Each schema of a body in NDJSON is that of a line.")
        .asks(&[Access::StandardWebhooks])
        .needs_header("webhook-id", ID)
        .needs_header("webhook-timestamp", TIMESTAMP)
        .query("quiet", flag(), "True to mail nobody: it counts as told.")
        .query("hold", flag(), "True to mail nobody before a release.")
        .query(
            "from",
            json!({ "type": "integer", "minimum": 1, "default": 1 }),
            "The line to begin with.",
        )
        .needs(&[Body::lines::<Message>()])
        .answers(200, "Every line is taken, or ignored.", &[lines])
        .answers(207, "Some lines are taken, others have an `error`.", &[lines])
        .refuses(&[401, 403, 404, 408, 413, 415])
        .answers(
            400,
            "Every line has an `error`, or the query is wrong.",
            &[lines, Body::json::<Problem>()],
        )
        .refuses_with(403, "The shop has no `sync_secrets`.")
        .answers(
            503,
            "The store did not answer: send it again from the line that `resume_from` says. Or a setting is at fault.",
            &[lines, Body::json::<Problem>()],
        )
}

fn release() -> Operation {
    let route = ("POST /sync/{shop}/release", "releaseBySource");
    Operation::new(Topic::Sources, route, "Releases what the shop holds back")
        .asks(&[Access::StandardWebhooks])
        .needs_header("webhook-id", ID)
        .needs_header("webhook-timestamp", TIMESTAMP)
        .takes(&[Body::any("application/json")])
        .answers(
            200,
            "The orders that are released; with `more`, ask again.",
            &[Body::json::<Released>()],
        )
        .refuses(&[400, 401, 404, 408, 413, 503])
        .refuses_with(403, "The shop has no `sync_secrets`.")
}

#[test]
fn the_openapi_document_has_the_sources_as_their_types_are() {
    let operations = vec![hook(), import(), release()];
    Slice::new(&["/hooks/", "/sync/"], operations)
        // The desk and the status page answer with orders.
        .written_elsewhere::<Order>()
        .is_kept();
}
