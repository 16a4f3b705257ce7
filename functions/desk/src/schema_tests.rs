//! The document's schema, kept in step with the types.

use serde_json::Value;
use wismo_domain::settings::Settings;

use wismo_platform::desk::shop_settings;

/// The JSON Schema of a merchant's settings.
fn schema() -> Value {
    let mut schema = schemars::schema_for!(Settings);
    schema.insert("title".to_owned(), "Settings of a shop in Wismo".into());
    let written = "Written by a test: UPDATE_SCHEMA=1 cargo test -p wismo-desk schema";
    schema.insert("$comment".to_owned(), written.into());
    schema.to_value()
}

/// Compares the committed schema with the types; `UPDATE_SCHEMA=1` writes it
/// anew.
#[test]
fn the_schema_is_that_of_the_types() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/settings.json");
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

/// Checks the examples, so that any JSON Schema validator can be run on them
/// to see that the schema agrees.
#[test]
fn the_examples_are_read_or_refused() {
    let examples: Value = serde_json::from_str(include_str!("../schema/examples.json")).unwrap();
    let all = |which: &str| examples[which].as_array().unwrap().clone();
    for example in all("valid") {
        shop_settings::read(example.to_string().as_bytes()).unwrap();
    }
    for example in all("invalid") {
        let read = shop_settings::read(example.to_string().as_bytes());
        assert!(read.is_err(), "{example}");
    }
}
