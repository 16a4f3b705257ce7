//! The version of a document that a request names. Its entity tag is the version
//! in quotes: `"7"` (RFC 9110, section 8.8.3).

use http::{HeaderMap, HeaderValue, header};

/// A number that no version has, so it is never in force.
pub const NO_VERSION: u64 = u64::MAX;

/// The tag of a version.
#[must_use]
pub fn tag(version: u64) -> String {
    format!("\"{version}\"")
}

/// Gives an answer the tag of a version.
pub fn put(headers: &mut HeaderMap, version: u64) {
    // Digits and quotes always fit.
    if let Ok(tag) = HeaderValue::try_from(tag(version)) {
        headers.insert(header::ETAG, tag);
    }
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
            let version = version.filter(|version| tag(*version) == named);
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
}
