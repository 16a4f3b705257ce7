//! The template's schema, kept in step with the type.

use wismo_domain::templates::Template;

/// Compares the committed schema with the type; `UPDATE_SCHEMA=1` writes it
/// anew.
#[test]
fn the_schema_is_that_of_the_type() {
    let mut schema = schemars::schema_for!(Template);
    schema.insert("title".to_owned(), "A template of a shop in Wismo".into());
    let written = "Written by a test: UPDATE_SCHEMA=1 cargo test -p wismo-templates schema";
    schema.insert("$comment".to_owned(), written.into());
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/template.json");
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
