//! WooCommerce's signature.

use http::HeaderMap;
use wismo_domain::access::secret::Secret;
use wismo_webhook::mac::in_header;
use wismo_webhook::{BadClaim, Signature, signs};

use crate::shops::NotAuthentic;

/// The header with the base64 of the HMAC-SHA256 of the raw body
/// (`WC_Webhook::generate_signature`).
pub(super) const SIGNATURE: &str = "x-wc-webhook-signature";

/// The signature that the headers claim.
pub(in crate::shops) fn claim(headers: &HeaderMap) -> Result<Signature, BadClaim> {
    in_header(headers, SIGNATURE)
}

/// Checks that one of `secrets` signed the body.
///
/// The signature covers only the body: no other header may be believed.
pub(in crate::shops) fn verify(
    secrets: &[Secret],
    headers: &HeaderMap,
    body: &[u8],
) -> Result<(), NotAuthentic> {
    // WooCommerce decodes its secret before use. A secret copied from the shop
    // is in the decoded form; one copied from the database is in the encoded
    // form.
    let keys = secrets.iter().flat_map(|secret| {
        let own = secret.reveal();
        let decoded = Some(specialchars_decode(own)).filter(|decoded| decoded != own);
        std::iter::once(own.to_owned()).chain(decoded)
    });
    signs(keys, &[body], &claim(headers)?.into())
        .then_some(())
        .ok_or(NotAuthentic::NoSecretFits)
}

/// Decodes as `WordPress`'s `wp_specialchars_decode($text, ENT_QUOTES)` does:
/// once, and only five characters, in the spellings that it knows (`&#x3c;` is
/// not one).
fn specialchars_decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, entity) = rest.split_at(at);
        decoded.push_str(before);
        match entity
            .find(';')
            .and_then(|end| Some((special(entity.get(1..end)?)?, end)))
        {
            Some((character, end)) => {
                decoded.push(character);
                rest = entity.get(end + 1..).unwrap_or_default();
            }
            None => {
                decoded.push('&');
                rest = entity.get(1..).unwrap_or_default();
            }
        }
    }
    decoded.push_str(rest);
    decoded
}

fn special(name: &str) -> Option<char> {
    match name {
        "amp" => return Some('&'),
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "quot" => return Some('"'),
        _ => {}
    }
    let number = name.strip_prefix('#')?;
    if let Some(hex) = number.strip_prefix(['x', 'X']) {
        return match hex.trim_start_matches('0') {
            "22" => Some('"'),
            "26" => Some('&'),
            "27" => Some('\''),
            _ => None,
        };
    }
    match number.trim_start_matches('0') {
        "34" => Some('"'),
        "38" => Some('&'),
        "39" => Some('\''),
        "60" => Some('<'),
        "62" => Some('>'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_decoded_as_wordpress_does() {
        for (stored, used) in [
            ("plain", "plain"),
            ("a&amp;b&lt;c&gt;d&quot;e&#039;f", "a&b<c>d\"e'f"),
            ("&#38;&#0038;&#x26;&#X0026;&#x27;&#34;", "&&&&'\""),
            ("&amp;amp;&amp;#039;", "&amp;&#039;"),
            ("&copy;&apos;&#x3c;&AMP;&;&", "&copy;&apos;&#x3c;&AMP;&;&"),
            ("&&amp;;å&#39;", "&&;å'"),
        ] {
            assert_eq!(specialchars_decode(stored), used, "{stored}");
        }
    }
}
