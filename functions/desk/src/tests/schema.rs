//! The schemas of the merchant's documents, kept in step with the types.

use schemars::{Schema, schema_for};
use serde_json::Value;
use wismo_domain::settings::Settings;
use wismo_domain::templates::Template;

use crate::shop_settings::document;

/// Compares a committed schema with the types; `UPDATE_SCHEMA=1` writes it
/// anew.
#[track_caller]
fn is_kept(file: &str, title: &str, mut schema: Schema) {
    schema.insert("title".to_owned(), title.into());
    let written = "Written by a test: UPDATE_SCHEMA=1 cargo test -p wismo-desk schema";
    schema.insert("$comment".to_owned(), written.into());
    let path = &format!("{}/schema/{file}", env!("CARGO_MANIFEST_DIR"));
    let schema = serde_json::to_string_pretty(&schema.to_value()).unwrap() + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(path, &schema).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(path).unwrap(),
        schema,
        "run with UPDATE_SCHEMA=1"
    );
}

#[test]
fn the_schema_of_settings_is_that_of_the_types() {
    let schema = schema_for!(Settings);
    is_kept("settings.json", "Settings of a shop in Wismo", schema);
}

#[test]
fn the_schema_of_templates_is_that_of_the_type() {
    let schema = schema_for!(Template);
    is_kept("template.json", "A template of a shop in Wismo", schema);
}

/// Checks the examples, so that any JSON Schema validator can be run on them
/// to see that the schema agrees.
#[test]
fn the_examples_are_read_or_refused() {
    let examples: Value = serde_json::from_str(include_str!("../../schema/examples.json")).unwrap();
    let all = |which: &str| examples[which].as_array().unwrap().clone();
    for example in all("valid") {
        document::read(example.to_string().as_bytes()).unwrap();
    }
    for example in all("invalid") {
        let read = document::read(example.to_string().as_bytes());
        assert!(read.is_err(), "{example}");
    }
}
