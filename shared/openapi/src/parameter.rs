//! The parameters of routes.

use serde_json::{Value, json};

/// The parameters of a path, as they stand in braces there.
pub(crate) fn in_path(path: &str) -> Vec<Value> {
    let names = path.split('{').skip(1);
    let names = names.filter_map(|rest| Some(rest.split_once('}')?.0));
    names.map(path_parameter).collect()
}

fn path_parameter(name: &str) -> Value {
    let text = json!({ "type": "string" });
    let number = json!({ "type": "integer", "minimum": 1 });
    let (schema, description) = match name {
        "shop" => (text, "The shop's id."),
        "order" => (
            text,
            "The order's id, or its number, with or without `#`; where both fit, the id counts.",
        ),
        "notice" => (number, "The mail's number, as the order's history has it."),
        "task" => (number, "The task's number."),
        "address" => (text, "The email address."),
        "name" => (
            text,
            "The template's name: a kind of change, `status:` and a code, or one of the shop's own.",
        ),
        "language" => (
            text,
            "The language that the template serves, such as `nb` or `pt-BR`.",
        ),
        "token" => (text, "The token of a link to the order."),
        "number" => (number, "The document's number on the page."),
        "id" => (
            text,
            "The mail's id: `{shop}:{order}:{notice}`, with the order's id.",
        ),
        "provider" => (text, "The mail provider, as in `mail_provider`."),
        unknown => panic!("say what {{{unknown}}} is"),
    };
    json!({ "name": name, "in": "path", "required": true, "description": description, "schema": schema })
}

/// A parameter of a query, or a header field.
pub(crate) fn named(
    place: &str,
    name: &str,
    schema: Value,
    is_required: bool,
    description: &str,
) -> Value {
    let mut parameter = json!({ "name": name, "in": place, "description": description });
    parameter["schema"] = schema;
    if is_required {
        parameter["required"] = true.into();
    }
    parameter
}
