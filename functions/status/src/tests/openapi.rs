//! The status page's part of the API's reference: the forms for machines.

use serde_json::json;
use wismo_openapi::{Body, Operation, Slice, Topic};
use wismo_view::page::{Gone, StatusDocument};
use wismo_view::texts::Language;

/// A form of an order's page, which leads nowhere for every wrong token.
fn form(route: (&'static str, &'static str), summary: &'static str, body: Body) -> Operation {
    let page = Body::text("text/html");
    Operation::new(Topic::Status, route, summary)
        .answers(200, "What the reader may see of it.", &[body])
        .answers(
            404,
            "The link leads nowhere, or to nothing of this kind.",
            &[page],
        )
        .answers(410, "The link has ended.", &[page])
        .refuses(&[503])
}

/// One that is kept and asked about, in a language.
fn cached(operation: Operation) -> Operation {
    let codes = Language::ALL.map(Language::code);
    operation
        .query(
            "lang",
            json!({ "enum": codes }),
            "The language; without it, the reader's.",
        )
        .header("If-None-Match", "The `ETag` of the answer that you have.")
        .answers(304, "You have it.", &[])
}

#[test]
fn the_openapi_document_has_the_status_page_for_machines() {
    let order = Body::made("application/json", |generator| {
        let order = generator.subschema_for::<StatusDocument<'_>>();
        let gone = generator.subschema_for::<Gone<'_>>();
        schemars::json_schema!({ "anyOf": [order, gone] })
    });
    let operations = vec![
        cached(form(
            ("GET /s/{token}.json", "readStatus"),
            "Reads an order's status page as JSON",
            order,
        )),
        cached(form(
            ("GET /s/{token}/delivery.ics", "readDeliveryDay"),
            "Reads the next expected day as an event",
            Body::text("text/calendar"),
        )),
        form(
            ("GET /s/{token}/documents/{number}", "readDocument"),
            "Reads a document that the shop sent with its order",
            Body::any("*/*"),
        ),
    ];
    Slice::new(&["/s/"], operations).is_kept();
}
