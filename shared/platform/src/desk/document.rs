//! Reading a merchant's document. An error names a fault by its path and says what
//! must stand there; it does not repeat what does.

use serde::de::DeserializeOwned;
use serde_json::Value;
use wismo_domain::order::Flaw;

/// Parses a body as JSON.
///
/// # Errors
/// When it is not JSON.
pub fn json(body: &[u8]) -> Result<Value, Flaw> {
    // A syntax error's message holds a position, but no part of the text.
    serde_json::from_slice(body).map_err(|error| flaw("", format!("is not JSON: {error}")))
}

/// Reads the part of a document that stands at `under`.
///
/// # Errors
/// Names the field that is wrong.
pub fn part<T: DeserializeOwned>(under: &str, value: Value) -> Result<T, Flaw> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let path = match (under, error.path().to_string().as_str()) {
            (under, ".") => under.to_owned(),
            ("", path) => path.to_owned(),
            (under, path) => format!("{under}.{path}"),
        };
        let reason = reason(&error.inner().to_string());
        flaw(&path, reason)
    })
}

/// Reads the part of a document that stands at `under` and is an object.
///
/// # Errors
/// As for [`part`].
pub fn object<T: DeserializeOwned>(under: &str, value: Value) -> Result<T, Flaw> {
    if !value.is_object() {
        return Err(flaw(under, "must be an object"));
    }
    part(under, value)
}

/// A flaw at a path.
///
/// The path is cut, for it may hold a name that the merchant chose, of any length.
#[must_use]
pub fn flaw(path: &str, reason: impl Into<String>) -> Flaw {
    Flaw {
        path: path.chars().filter(|c| !c.is_control()).take(100).collect(),
        reason: reason.into(),
    }
}

/// The reason in words for a merchant. serde names what it found, which is left out,
/// and then what it expected, in Rust's words.
fn reason(message: &str) -> String {
    if let Some(field) = message.strip_prefix("missing field ") {
        return format!("needs the field {field}");
    }
    // A message of ours, which does not repeat what stands there.
    if message.starts_with("must ") {
        return message.to_owned();
    }
    let (found, expected) = message
        .rsplit_once("expected ")
        .unwrap_or((message, "something else"));
    if found.starts_with("unknown field") {
        return format!(
            "is not known; there are {}",
            expected.trim_start_matches("one of ")
        );
    }
    match expected {
        "a boolean" => "must be true or false".to_owned(),
        "a sequence" => "must be a list".to_owned(),
        "a string" | "string or map" | "map with a single key" => "must be a string".to_owned(),
        expected if expected.starts_with("struct ") => "must be an object".to_owned(),
        expected => format!("must be {expected}"),
    }
}
