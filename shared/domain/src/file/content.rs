//! A file's bytes, on their way in.

use std::fmt;

use base64::{Engine, engine::general_purpose::STANDARD};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};

/// The size of the largest file that is stored, in bytes: in base64, such a
/// file still fits into a delivery beside its order.
pub const MAX_FILE_BYTES: usize = 512 * 1024;

/// The bytes of a file, as base64 on the wire. They are never written into a
/// log: [`store_contents`](crate::order::store_contents) takes them out.
#[derive(Clone, PartialEq, Eq)]
pub struct Content(pub Vec<u8>);

impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Content({} bytes)", self.0.len())
    }
}

impl<'de> Deserialize<'de> for Content {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Base64)
    }
}

struct Base64;

impl Visitor<'_> for Base64 {
    type Value = Content;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("base64")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Content, E> {
        let decoded = STANDARD.decode(text).map(Content);
        decoded.map_err(|_| E::custom("must be base64, with its padding and without line breaks"))
    }
}

impl JsonSchema for Content {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Content".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A file's bytes, at most 512 KB.",
            "type": "string",
            "contentEncoding": "base64",
            "minLength": 4,
            "maxLength": MAX_FILE_BYTES.div_ceil(3) * 4
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_base64_is_refused_unseen() {
        let read = serde_json::from_str::<Content>;
        assert_eq!(read(r#""JVBERg==""#).unwrap().0, b"%PDF");
        for wrong in [r#""JVBERg""#, r#""JVBE\nRg==""#, r#""a@b.example""#] {
            let error = read(wrong).unwrap_err().to_string();
            assert!(error.starts_with("must be base64"), "{error}");
        }
        assert!(read("7").is_err());
    }
}
