//! A mail's further header fields.

use serde::{Serialize, Serializer};
use wismo_domain::mail::Mail;

use super::RequestError;

/// Header fields that every API makes from fields of its own, or sets itself.
const OWN: &[&str] = &[
    "from",
    "sender",
    "to",
    "cc",
    "bcc",
    "reply-to",
    "subject",
    "date",
    "message-id",
    "mime-version",
    "return-path",
    "received",
    "dkim-signature",
];

/// The longest value, in characters: SES takes 995
/// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_MessageHeader.html>).
const MAX_VALUE: usize = 995;

/// Checks that each of the mail's header fields is there only once, and that
/// none is one that the API sets itself or one of those in `also`, which it
/// refuses.
pub(super) fn check<'a>(
    mail: &'a Mail,
    also: &[&str],
) -> Result<&'a [(String, String)], RequestError> {
    let mut seen: Vec<String> = Vec::new();
    for (name, value) in &mail.headers {
        let lower = name.to_ascii_lowercase();
        // RFC 5322, section 3.6.8.
        let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_graphic() && b != b':');
        let is_value = (1..=MAX_VALUE).contains(&value.len())
            && value.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        let is_theirs = OWN.contains(&lower.as_str())
            || also.contains(&lower.as_str())
            || lower.starts_with("content-");
        if !is_name || !is_value || is_theirs || seen.contains(&lower) {
            return Err(RequestError::Header);
        }
        seen.push(lower);
    }
    Ok(&mail.headers)
}

/// Lists the fields as `[{"Name": ..., "Value": ...}]`.
pub(super) fn list(fields: &[(String, String)]) -> Vec<Field<'_>> {
    let fields = fields.iter();
    fields.map(|(name, value)| Field { name, value }).collect()
}

/// A header field in a list.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Field<'a> {
    name: &'a str,
    value: &'a str,
}

/// Pairs that are written as one object.
pub(super) struct Object<'a, T>(pub(super) &'a [(T, T)]);

impl<T: Serialize> Serialize for Object<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}
