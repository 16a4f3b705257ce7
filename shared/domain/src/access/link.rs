//! Links that nobody can guess: the order that a link leads to, sealed.
//!
//! A link's token is the order's key, the link's kind and its rotation number,
//! encrypted and authenticated with AES-SIV ([RFC 5297]), which is
//! deterministic: every mail of an order carries the same link, and nothing has
//! to be stored. A forged token fails before any look-up.
//!
//! [RFC 5297]: https://www.rfc-editor.org/rfc/rfc5297

use aes_siv::{KeyInit, siv::Aes256Siv};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hkdf::Hkdf;
use sha2::Sha256;

use crate::storage::keys::OrderKey;

mod pass;

pub use pass::{CodeOf, PASS_LIFE, Pass};

/// The shortest secret that a link may be sealed with, in bytes.
pub const MIN_SECRET_BYTES: usize = 32;

/// Binds the derived keys, and each token, to this use of the secret.
const CONTEXT: &[u8] = b"wismo link 1";

/// The longest token that is looked at. A token of the longest key is shorter.
const MAX_TOKEN_BYTES: usize = 400;

/// The reason why a secret cannot seal links.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    /// The secret does not hold any key.
    #[error("holds no key; it needs at least one of {MIN_SECRET_BYTES} bytes or more")]
    Missing,
    /// One of the keys is too short.
    #[error("key {0} is shorter than {MIN_SECRET_BYTES} bytes")]
    TooShort(usize),
}

/// The purpose of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The customer's own link to the status page.
    Customer,
    /// The link that switches the mails off with one click.
    Unsubscribe,
    /// The name of a mail to its provider: it does not open anything.
    Mail,
    /// The status page as the receiver of a gift may see it.
    Gift,
}

impl Kind {
    const fn byte(self) -> u8 {
        match self {
            Self::Customer => 1,
            Self::Unsubscribe => 2,
            Self::Mail => 3,
            Self::Gift => 4,
        }
    }

    const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Self::Customer),
            2 => Some(Self::Unsubscribe),
            3 => Some(Self::Mail),
            4 => Some(Self::Gift),
            _ => None,
        }
    }
}

/// The target of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The order.
    pub order: OrderKey,
    /// The purpose of the link.
    pub kind: Kind,
    /// The event that replaced the order's earlier links with this one; 0 for
    /// the first link. For a mail, the number of its notice.
    pub rotation: u32,
}

/// The keys that seal and open links, newest first.
pub struct LinkKeys(Vec<[u8; 64]>);

impl LinkKeys {
    /// Reads the keys from the setting: one or more, newest first, separated by
    /// white space or commas.
    ///
    /// # Errors
    /// When there is none, or one is shorter than [`MIN_SECRET_BYTES`].
    pub fn from_setting(setting: &str) -> Result<Self, SecretError> {
        let keys = setting
            .split(|c: char| c.is_whitespace() || c == ',')
            .filter(|key| !key.is_empty())
            .enumerate()
            .map(|(index, key)| {
                if key.len() < MIN_SECRET_BYTES {
                    return Err(SecretError::TooShort(index + 1));
                }
                let mut derived = [0; 64];
                Hkdf::<Sha256>::new(None, key.as_bytes())
                    .expand(CONTEXT, &mut derived)
                    .map_err(|_| SecretError::Missing)?;
                Ok(derived)
            })
            .collect::<Result<Vec<_>, _>>()?;
        if keys.is_empty() {
            return Err(SecretError::Missing);
        }
        Ok(Self(keys))
    }

    /// Seals a link with the newest key and returns the token: base64url, without padding.
    #[must_use]
    pub fn seal(&self, link: &Link) -> String {
        let mut plain = vec![link.kind.byte()];
        plain.extend(link.rotation.to_be_bytes());
        plain.extend(link.order.shop.as_bytes());
        plain.push(0);
        plain.extend(link.order.order.as_bytes());
        self.seal_in(CONTEXT, &plain)
    }

    pub(crate) fn seal_in(&self, context: &[u8], plain: &[u8]) -> String {
        URL_SAFE_NO_PAD.encode(self.sealed_in(context, plain))
    }

    /// Derives a key for another use from each key, newest first.
    pub(crate) fn derived(&self, context: &[u8]) -> impl Iterator<Item = [u8; 32]> {
        self.0.iter().map(move |key| {
            let mut derived = [0; 32];
            // It fails for longer keys alone.
            let _ = Hkdf::<Sha256>::new(None, key).expand(context, &mut derived);
            derived
        })
    }

    fn sealed_in(&self, context: &[u8], plain: &[u8]) -> Vec<u8> {
        let sealed = self
            .0
            .first()
            .and_then(|key| Aes256Siv::new(key.into()).encrypt([context], plain).ok());
        sealed.unwrap_or_default()
    }

    pub(crate) fn open_in(&self, context: &[u8], token: &str) -> Option<Vec<u8>> {
        if token.len() > MAX_TOKEN_BYTES {
            return None;
        }
        let sealed = URL_SAFE_NO_PAD.decode(token).ok()?;
        self.0
            .iter()
            .find_map(|key| Aes256Siv::new(key.into()).decrypt([context], &sealed).ok())
    }

    /// Opens a token, and returns the link, or `None` for anything that no key of ours sealed.
    #[must_use]
    pub fn open(&self, token: &str) -> Option<Link> {
        let plain = self.open_in(CONTEXT, token)?;
        let (head, key) = plain.split_at_checked(5)?;
        let (kind, rotation) = head.split_first()?;
        let mut parts = key.splitn(2, |byte| *byte == 0);
        let text = |part: Option<&[u8]>| String::from_utf8(part?.to_vec()).ok();
        Some(Link {
            kind: Kind::from_byte(*kind)?,
            rotation: u32::from_be_bytes(rotation.try_into().ok()?),
            order: OrderKey::new(&text(parts.next())?, &text(parts.next())?).ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEW: &str = "a new key of at least 32 bytes!!";
    const OLD: &str = "an-old-key-of-more-than-32-bytes-";

    fn keys(setting: &str) -> LinkKeys {
        LinkKeys::from_setting(setting).unwrap()
    }

    fn link(order: &str) -> Link {
        Link {
            order: OrderKey::new("north", order).unwrap(),
            kind: Kind::Customer,
            rotation: 3,
        }
    }

    #[test]
    fn no_piece_of_a_key_in_a_wrong_form_is_repeated() {
        let short = "hUsH4711hUsH4711";
        for wrong in [
            String::new(),
            short.to_owned(),
            format!("[\"{short}\"]"),
            format!("{{\"k\":\"{short}\"}}"),
            format!("{OLD} {short}"),
            format!("{short},{OLD}"),
        ] {
            let error = LinkKeys::from_setting(&wrong).err().unwrap();
            let told = format!("{error} {error:?}");
            assert!(!told.contains("hUsH") && !told.contains("4711"), "{told}");
        }
    }

    #[test]
    fn a_token_opens_to_what_was_sealed_and_is_always_the_same() {
        let keys = keys(OLD);
        for order in ["1", "A/7 \u{f8}", &"x".repeat(100)] {
            let token = keys.seal(&link(order));
            assert_eq!(keys.open(&token), Some(link(order)));
            assert_eq!(keys.seal(&link(order)), token);
            assert!(token.len() <= MAX_TOKEN_BYTES);
            assert!(
                token
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
            );
        }
    }

    #[test]
    fn no_changed_token_opens() {
        let keys = keys(OLD);
        let token = keys.seal(&link("1"));
        for index in 0..token.len() {
            for other in ['A', 'b', '-'] {
                let mut changed: Vec<char> = token.chars().collect();
                if changed[index] != other {
                    changed[index] = other;
                    assert_eq!(keys.open(&changed.into_iter().collect::<String>()), None);
                }
            }
            assert_eq!(keys.open(&token[..index]), None);
        }
        for wrong in ["", "A", "!", &"A".repeat(401), &format!("{token}=")] {
            assert_eq!(keys.open(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_older_key_still_opens_and_the_newest_seals() {
        let new = "0123456789abcdef0123456789abcdef";
        let old = keys(OLD).seal(&link("1"));
        let both = keys(&format!("{new}, {OLD}"));
        assert_eq!(both.open(&old), Some(link("1")));
        assert_eq!(both.seal(&link("1")), keys(new).seal(&link("1")));
        assert_eq!(keys(new).open(&old), None);
    }

    #[test]
    fn a_short_or_missing_key_is_refused() {
        assert!(matches!(
            LinkKeys::from_setting(" , "),
            Err(SecretError::Missing)
        ));
        // White space separates keys.
        assert!(matches!(
            LinkKeys::from_setting(NEW),
            Err(SecretError::TooShort(1))
        ));
        let second = format!("{OLD} short");
        assert!(matches!(
            LinkKeys::from_setting(&second),
            Err(SecretError::TooShort(2))
        ));
    }
}
