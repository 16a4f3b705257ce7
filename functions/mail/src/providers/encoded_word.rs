//! Names beyond ASCII in a header field (RFC 2047), for the APIs that do not
//! encode them themselves.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use wismo_domain::mail::Mailbox;

use super::{RequestError, address};

/// The most bytes of text in an encoded word, which may have 75 characters
/// (section 2) including `=?UTF-8?B?` and `?=`.
const MAX_BYTES: usize = 45;

/// `Name <address>`, in ASCII.
pub(super) fn field(mailbox: &Mailbox) -> Result<String, RequestError> {
    let name = address::name(mailbox);
    if name.is_ascii() {
        return address::field(mailbox);
    }
    let words = chunks(&name).map(|chunk| format!("=?UTF-8?B?{}?=", STANDARD.encode(chunk)));
    let words: Vec<String> = words.collect();
    Ok(format!(
        "{} <{}>",
        words.join(" "),
        address::ascii(mailbox)?
    ))
}

/// Splits a text into chunks of whole characters, as section 5 demands.
fn chunks(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut end = rest.len().min(MAX_BYTES);
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        let (chunk, after) = rest.split_at_checked(end)?;
        rest = after;
        (!chunk.is_empty()).then_some(chunk)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> String {
        field(&Mailbox::new(name, "a@b.example").unwrap()).unwrap()
    }

    #[test]
    fn a_name_beyond_ascii_is_encoded_and_another_is_not() {
        // As Python's email.header.Header("Åse, \"Bee\"", "utf-8") writes it, in base64.
        assert_eq!(
            named("Åse, \"Bee\""),
            "=?UTF-8?B?w4VzZSwgIkJlZSI=?= <a@b.example>"
        );
        assert_eq!(named("A, B"), "\"A, B\" <a@b.example>");
        assert_eq!(named(""), "a@b.example");
    }

    #[test]
    fn a_long_name_becomes_words_of_whole_characters() {
        let field = named(&"日本語".repeat(33));
        let words: Vec<&str> = field.split(' ').collect();
        assert_eq!(words.len(), 8);
        let mut name = String::new();
        for word in &words[..7] {
            assert!(word.len() <= 75, "{word}");
            let inner = word.strip_prefix("=?UTF-8?B?").unwrap();
            let bytes = STANDARD.decode(inner.strip_suffix("?=").unwrap()).unwrap();
            name += std::str::from_utf8(&bytes).unwrap();
        }
        assert_eq!(name, "日本語".repeat(33));
    }
}
