//! The ping that WooCommerce sends when a webhook is saved.

use http::{HeaderMap, header::CONTENT_TYPE};

use super::verify::SIGNATURE;

/// Tells whether this is the ping: a form of `webhook_id=N` alone, without a
/// signature, which needs exactly 200 (`WC_Webhook::deliver_ping`). It is not
/// signed, so it must change nothing.
pub(in crate::shops) fn is_ping(headers: &HeaderMap, body: &[u8]) -> bool {
    let form = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|kind| {
            kind.trim()
                .eq_ignore_ascii_case("application/x-www-form-urlencoded")
        });
    let id = body.strip_prefix(b"webhook_id=").unwrap_or_default();
    form && !headers.contains_key(SIGNATURE)
        && (1..=20).contains(&id.len())
        && id.iter().all(u8::is_ascii_digit)
}
