//! The whole document, and what it says of all routes.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::access;
use crate::schemas::references;

/// The committed document.
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/api/openapi.json");

/// Tells whether the document is to be written anew.
pub(crate) fn is_to_be_written() -> bool {
    std::env::var_os("UPDATE_SCHEMA").is_some()
}

/// The whole document.
pub struct Document(Value);

impl Document {
    /// Reads the committed document; an empty one, if there is none.
    #[must_use]
    pub fn read() -> Self {
        let text = std::fs::read_to_string(FILE);
        Self(text.map_or_else(|_| head(), |text| serde_json::from_str(&text).unwrap()))
    }

    pub(crate) fn write(&self) {
        let text = serde_json::to_string_pretty(&self.0).unwrap();
        std::fs::write(FILE, text + "\n").unwrap();
    }

    /// The routes by their paths.
    #[must_use]
    pub fn paths(&self) -> &Map<String, Value> {
        self.0["paths"].as_object().unwrap()
    }

    /// The schemas by their names.
    #[must_use]
    pub fn schemas(&self) -> &Map<String, Value> {
        self.0["components"]["schemas"].as_object().unwrap()
    }

    /// All but the routes and the schemas.
    #[cfg(test)]
    pub(crate) fn without_routes(&self) -> Value {
        let mut value = self.0.clone();
        value["paths"] = json!({});
        value["components"]["schemas"] = json!({});
        value
    }

    /// Replaces a component's routes, adds its schemas, and drops those that nothing leads to
    /// any more.
    pub(crate) fn replace(
        &mut self,
        is_own: impl Fn(&str) -> bool,
        paths: &Map<String, Value>,
        schemas: &Map<String, Value>,
    ) {
        let (mut all_paths, mut all_schemas) = (self.paths().clone(), self.schemas().clone());
        all_paths.retain(|path, _| !is_own(path));
        all_paths.extend(paths.clone());
        all_paths.sort_keys();
        all_schemas.extend(schemas.clone());
        all_schemas.sort_keys();
        self.0 = head();
        self.0["paths"] = all_paths.into();
        self.0["components"]["schemas"] = all_schemas.into();
        let used = self.used_schemas();
        let schemas = self.0["components"]["schemas"].as_object_mut().unwrap();
        schemas.retain(|name, _| used.contains(name));
    }

    /// The names of the schemas that routes lead to.
    pub(crate) fn used_schemas(&self) -> BTreeSet<String> {
        let mut used = BTreeSet::new();
        let mut found: Vec<String> = references(&self.0["paths"]).into_iter().collect();
        while let Some(name) = found.pop() {
            if let Some(schema) = self.schemas().get(&name)
                && used.insert(name)
            {
                found.extend(references(schema));
            }
        }
        used
    }
}

/// The beginning of the document, which no component has to itself.
pub(crate) fn head() -> Value {
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Wismo",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "The API of Wismo. At the desk and on the status page, HEAD works where GET does. Another method than those of a path is answered with 405 and `Allow`. Fields may be added to answers.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" }
        },
        "servers": [{ "url": "https://orders.example.com", "description": "`public_url`" }],
        "tags": access::topics(),
        "paths": {},
        "components": { "schemas": {}, "securitySchemes": access::schemes() }
    })
}
