//! The reasons why an authentic body cannot be taken.

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::Path;

use super::json;

/// The reason why an authentic body cannot be taken. The messages say where
/// the fault is and why; of the body they repeat short words at most, never an
/// address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadBody {
    /// The body is not a JSON object.
    #[error("the body is not a JSON object: {0}")]
    NotJson(String),
    /// A field is missing or wrong.
    #[error("{path}: {reason}")]
    Field {
        /// The field's JSON path, such as `line_items[2].quantity`.
        path: String,
        /// The fault of the field.
        reason: String,
    },
    /// WooCommerce sent its own error in place of the order.
    #[error(
        "the shop sent its error {code} in place of the order: whoever owns the webhook may not \
         read orders; delete it and make it again as a shop manager"
    )]
    ShopError {
        /// The error's code.
        code: String,
    },
    /// WooCommerce sent its old form of the order.
    #[error("the order has the legacy form: set the webhook's API version to WP REST API v3")]
    Legacy,
}

impl BadBody {
    /// Reports a wrong field.
    pub(super) fn at(path: impl Into<String>, reason: impl Into<String>) -> Self {
        Self::Field {
            path: path.into(),
            reason: reason.into(),
        }
    }
}

/// Reads a body that must be a JSON object.
pub(super) fn object(body: &[u8]) -> Result<Value, BadBody> {
    let value = json::parse(body)?;
    if !value.is_object() {
        return Err(BadBody::NotJson("it is JSON of another type".to_owned()));
    }
    Ok(value)
}

/// Reads `value`, whose path in the body is `under` (empty for the whole
/// body).
pub(super) fn read<T: DeserializeOwned>(value: Value, under: &str) -> Result<T, BadBody> {
    let read = serde_path_to_error::deserialize(value);
    read.map_err(|error| at_path(under, error.path(), error.inner()))
}

/// Reports a field that cannot be read, below `under`.
pub(super) fn at_path(under: &str, path: &Path, error: &serde_json::Error) -> BadBody {
    let path = match (under, path.to_string().as_str()) {
        ("", ".") => "the body".to_owned(),
        ("", path) => path.to_owned(),
        (under, ".") => under.to_owned(),
        (under, path) => format!("{under}.{path}"),
    };
    BadBody::at(discreet(&path), discreet(&in_json(&error.to_string())))
}

/// Puts a message into JSON's terms: the names that serde gives to types mean nothing
/// to the caller.
fn in_json(message: &str) -> String {
    let Some((said, expected)) = message.rsplit_once("expected ") else {
        return message.to_owned();
    };
    let kind = match expected.split(' ').next() {
        Some("struct" | "map") => "an object",
        Some("sequence") => "a list",
        Some("enum" | "string" | "str") => "text",
        Some("boolean") => "true or false",
        _ => expected,
    };
    format!("{said}expected {kind}")
}

/// Removes from a message the parts of the body that it repeats, except for short
/// plain words.
///
/// serde quotes strings as `"..."` and names as `` `...` ``; without this, an
/// address sent in place of a number would end up in our log.
pub(super) fn discreet(message: &str) -> String {
    let mut said = String::new();
    let mut rest = message;
    while let Some((before, quote, after)) = first_quote(rest) {
        said.push_str(before);
        let end = closing(after, quote);
        let quoted = after.get(..end).unwrap_or(after);
        said.push(quote);
        said.push_str(if harmless(quoted) { quoted } else { "…" });
        said.push(quote);
        rest = after.get(end + 1..).unwrap_or_default();
    }
    said.push_str(rest);
    said.split(' ')
        .map(|word| if word.contains('@') { "…" } else { word })
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(400)
        .collect()
}

fn first_quote(text: &str) -> Option<(&str, char, &str)> {
    let at = text.find(['"', '`'])?;
    let quote = text.get(at..)?.chars().next()?;
    Some((text.get(..at)?, quote, text.get(at + 1..)?))
}

/// The position where a quoted text ends: at the next quote of its kind that is not
/// escaped, or at the end.
fn closing(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        if c == quote && !escaped {
            return at;
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}

fn harmless(quoted: &str) -> bool {
    quoted.len() <= 40
        && quoted
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "_.,:+-".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_repeats_short_words_only() {
        for (message, said) in [
            ("missing field `status`", "missing field `status`"),
            (
                r#"invalid type: string "12,50", expected u64"#,
                r#"invalid type: string "12,50", expected u64"#,
            ),
            (
                r#"invalid type: string "Pamela Nguyen", expected u64"#,
                r#"invalid type: string "…", expected u64"#,
            ),
            (
                r#"invalid type: string "a\"b@c.example", expected u64"#,
                r#"invalid type: string "…", expected u64"#,
            ),
            (
                "unknown variant `x@y.example`, expected `sent`",
                "unknown variant `…`, expected `sent`",
            ),
            (
                "unknown variant `a` x@y.example `b`, expected `sent`",
                "unknown variant `a` … `b`, expected `sent`",
            ),
            (r#"open "quote"#, r#"open "quote""#),
        ] {
            assert_eq!(discreet(message), said);
        }
        assert_eq!(discreet(&format!("`{}`", "x".repeat(41))), "`…`");
        assert_eq!(discreet(&"x ".repeat(500)).chars().count(), 400);
    }
}
