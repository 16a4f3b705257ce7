//! Entity tags (RFC 9110, section 8.8.3): the version that a client has, or writes
//! over. That of a document in versions is the version in quotes, `"7"`; that of a
//! page is its digest.

use http::{HeaderMap, HeaderValue, header};
use sha2::{Digest, Sha256};

/// A number that no version has, so it is never in force.
pub const NO_VERSION: u64 = u64::MAX;

/// The tag of a version.
#[must_use]
pub fn of_version(version: u64) -> String {
    format!("\"{version}\"")
}

/// The tag of a body, which is its digest. It is weak: compressed or not, the body
/// means the same (section 8.8.1).
#[must_use]
pub fn of_body(body: &[u8]) -> String {
    format!("W/\"{}\"", digest(body))
}

/// The first half of the SHA-256 of some bytes, in hexadecimal digits.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    base16ct::lower::encode_string(digest.get(..16).unwrap_or_default())
}

/// Gives an answer a tag.
pub fn put(headers: &mut HeaderMap, tag: &str) {
    // Digits and quotes always fit.
    if let Ok(tag) = HeaderValue::try_from(tag) {
        headers.insert(header::ETAG, tag);
    }
}

/// Tells whether the client has the version with this entity tag already, so that 304
/// is the answer (weak comparison, as RFC 9110, section 13.1.2 asks for here).
#[must_use]
pub fn knows(headers: &HeaderMap, tag: &str) -> bool {
    let known = headers.get_all(header::IF_NONE_MATCH).iter();
    known
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .any(|known| known == "*" || known.trim_start_matches("W/") == tag.trim_start_matches("W/"))
}

/// The version that `If-Match` names: [`NO_VERSION`] for a tag that no version has,
/// such as a weak one (section 13.1.1); `None` if the request names none, or says
/// `*`, which means any.
#[must_use]
pub fn base(request: &HeaderMap) -> Option<u64> {
    let value = request.get(header::IF_MATCH)?;
    match value.to_str().unwrap_or_default().trim() {
        "*" => None,
        named => {
            let version = named.trim_matches('"').parse().ok();
            // A tag can be written in one way only.
            let version = version.filter(|version| of_version(*version) == named);
            Some(version.unwrap_or(NO_VERSION))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_whole_tag_names_a_version() {
        let base = |value: &'static str| {
            let value = HeaderValue::from_static(value);
            base(&HeaderMap::from_iter([(header::IF_MATCH, value)]))
        };
        assert_eq!(base(r#""7""#), Some(7));
        assert_eq!(base(r#" "0" "#), Some(0));
        assert_eq!(base("*"), None);
        for wrong in [
            "",
            "7",
            r#"W/"7""#,
            r#""07""#,
            r#""+7""#,
            r#""7", "8""#,
            r#"""#,
        ] {
            assert_eq!(base(wrong), Some(NO_VERSION), "{wrong}");
        }
        assert_eq!(super::base(&HeaderMap::new()), None);
    }

    #[test]
    fn a_known_version_is_recognised_in_a_list() {
        let knows = |value: &'static str| {
            let value = HeaderValue::from_static(value);
            let headers = HeaderMap::from_iter([(header::IF_NONE_MATCH, value)]);
            knows(&headers, "\"7\"")
        };
        assert!(knows("\"7\"") && knows("\"1\", W/\"7\"") && knows("*"));
        assert!(!knows("\"71\"") && !knows("7"));
    }

    #[test]
    fn the_tag_of_a_body_is_weak_and_recognised() {
        let tag = of_body(b"");
        assert_eq!(tag, "W/\"e3b0c44298fc1c149afbf4c8996fb924\"");
        let named = HeaderValue::try_from(&tag).unwrap();
        let headers = HeaderMap::from_iter([(header::IF_NONE_MATCH, named)]);
        assert!(knows(&headers, &tag) && !knows(&headers, &of_body(b"x")));
    }
}
