//! The reference that names a mail to its provider, whose events name it in the same way: a
//! sealed link to its notice. It does not open anything, and its reader learns nothing from it.

use crate::access::link::{Kind, Link, LinkKeys};
use crate::storage::keys::OrderKey;

/// The name of the reference where a provider keeps fields with a mail.
pub const FIELD: &str = "wismo_ref";

/// The header field of the reference, where a provider does not keep anything else.
pub const HEADER: &str = "X-Wismo-Ref";

/// The length of the longest reference: SES and Resend take 256 characters.
pub const MAX_CHARS: usize = 240;

/// Returns the name of a piece of the reference, from 1, for providers with short values.
#[must_use]
pub fn piece(number: usize) -> String {
    format!("{FIELD}_{number}")
}

/// Tells whether a text looks like a reference: base64url, and not too long.
#[must_use]
pub fn fits(text: &str) -> bool {
    let base64url = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    (1..=MAX_CHARS).contains(&text.len()) && text.bytes().all(base64url)
}

/// Makes the reference of the mail of an order's notice.
#[must_use]
pub fn seal(keys: &LinkKeys, order: &OrderKey, notice: u64) -> String {
    keys.seal(&Link {
        order: order.clone(),
        kind: Kind::Mail,
        rotation: u32::try_from(notice).unwrap_or(u32::MAX),
    })
}

/// Returns the order and the notice that a reference names; none if it is not ours.
#[must_use]
pub fn open(keys: &LinkKeys, reference: &str) -> Option<(OrderKey, u64)> {
    let link = keys.open(reference)?;
    (link.kind == Kind::Mail).then(|| (link.order, u64::from(link.rotation)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_names_a_notice_and_no_other_link_does() {
        let keys = LinkKeys::from_setting("0123456789abcdef0123456789abcdef").unwrap();
        let order = OrderKey::new(&"s".repeat(32), &"x".repeat(100)).unwrap();
        let reference = seal(&keys, &order, 7);
        assert!(fits(&reference), "{}", reference.len());
        assert_eq!(open(&keys, &reference), Some((order.clone(), 7)));
        for kind in [Kind::Customer, Kind::Unsubscribe] {
            let order = order.clone();
            let rotation = 7;
            let link = keys.seal(&Link {
                order,
                kind,
                rotation,
            });
            assert_eq!(open(&keys, &link), None);
        }
        assert_eq!(open(&keys, "c2hvcC8x-Og_2"), None);
        assert!(!fits("") && !fits("a.b") && !fits(&"a".repeat(241)));
    }
}
