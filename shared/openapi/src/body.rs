//! Bodies, and the types whose schemas they have.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// One form of a body.
#[derive(Clone, Copy)]
pub struct Body {
    pub(crate) media_type: &'static str,
    pub(crate) schema: fn(&mut SchemaGenerator) -> Schema,
}

impl Body {
    /// JSON, as a type reads or writes it.
    #[must_use]
    pub fn json<T: JsonSchema>() -> Self {
        Self {
            media_type: "application/json",
            schema: SchemaGenerator::subschema_for::<T>,
        }
    }

    /// A line of JSON for each of several things. The schema is that of a line.
    #[must_use]
    pub fn lines<T: JsonSchema>() -> Self {
        Self {
            media_type: "application/x-ndjson",
            ..Self::json::<T>()
        }
    }

    /// Text of some kind.
    #[must_use]
    pub fn text(media_type: &'static str) -> Self {
        Self {
            media_type,
            schema: SchemaGenerator::subschema_for::<String>,
        }
    }

    /// Anything at all, whose form is another's to define.
    #[must_use]
    pub fn any(media_type: &'static str) -> Self {
        Self {
            media_type,
            schema: |_| json_schema!({}),
        }
    }

    /// A body whose schema is made by hand, because no type of ours has all of it.
    #[must_use]
    pub fn made(media_type: &'static str, schema: fn(&mut SchemaGenerator) -> Schema) -> Self {
        Self { media_type, schema }
    }
}
