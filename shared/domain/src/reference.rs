//! What a mail is named by to its provider, whose events name it by the same: a
//! sealed link to its notice. It opens nothing, and says nothing to who reads it.

use crate::keys::OrderKey;
use crate::link::{Kind, Link, LinkKeys};

/// What the reference is called where a provider keeps fields with a mail.
pub const FIELD: &str = "wismo_ref";

/// The header field of the reference, where a provider keeps nothing else.
pub const HEADER: &str = "X-Wismo-Ref";

/// Longest reference: SES and Resend take 256 characters.
pub const MAX_CHARS: usize = 240;

/// What a piece of the reference is called, from 1, where values are short.
#[must_use]
pub fn piece(number: usize) -> String {
    format!("{FIELD}_{number}")
}

/// Whether a text looks like a reference: base64url, and not too long.
#[must_use]
pub fn fits(text: &str) -> bool {
    let base64url = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    (1..=MAX_CHARS).contains(&text.len()) && text.bytes().all(base64url)
}

/// The reference of the mail of an order's notice.
#[must_use]
pub fn seal(keys: &LinkKeys, order: &OrderKey, notice: u64) -> String {
    keys.seal(&Link {
        order: order.clone(),
        kind: Kind::Mail,
        rotation: u32::try_from(notice).unwrap_or(u32::MAX),
    })
}

/// The order and the notice that a reference names; none where it is not ours.
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
