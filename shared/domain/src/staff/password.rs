//! The rules for passwords (NIST SP 800-63B, section 3.1.1.2), and what of one is hashed.

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use icu_normalizer::ComposingNormalizerBorrowed;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::access::link::LinkKeys;
use crate::access::secret::Secret;

/// The fewest characters of a password.
pub const MIN_LENGTH: usize = 12;

/// The most characters of a password.
pub const MAX_LENGTH: usize = 256;

/// The most common passwords of that length, in lower case, sorted: from the frequency
/// list of the crate `zxcvbn`.
const COMMON: &str = include_str!("common_passwords.txt");

/// The context that binds the key to its use.
const PEPPER: &[u8] = b"wismo password 1";

/// The reason why a password is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is shorter than [`MIN_LENGTH`].
    TooShort,
    /// It is longer than [`MAX_LENGTH`].
    TooLong,
    /// It is among the most common ones, or something shorter again and again.
    Common,
    /// It is the address, a name, or the name of a shop.
    Personal,
}

/// A password, as it counts: composed characters (NFC), so that every keyboard gives the same.
pub struct Password(Secret);

impl Password {
    /// The password that somebody typed to sign in.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        // No longer text is a password, so nothing of it is looked at.
        let nfc = ComposingNormalizerBorrowed::new_nfc();
        let text: String = nfc
            .normalize_iter(text.chars())
            .take(MAX_LENGTH + 1)
            .collect();
        Self(Secret::new(text))
    }

    /// Checks a new password. `personal` are texts that it must not be: the address,
    /// names, the shops' names.
    ///
    /// # Errors
    /// The rule that it breaks.
    pub fn chosen<'a>(
        text: &str,
        personal: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self, Refused> {
        let password = Self::typed(text);
        let own = password.0.reveal();
        match own.chars().count() {
            0..MIN_LENGTH => return Err(Refused::TooShort),
            MIN_LENGTH..=MAX_LENGTH => {}
            _ => return Err(Refused::TooLong),
        }
        let plain = own.to_lowercase();
        if is_repeated(&plain) || is_common(&plain) {
            return Err(Refused::Common);
        }
        let is_same = |text: &str| text.trim().to_lowercase() == plain;
        if personal.into_iter().any(is_same) {
            return Err(Refused::Personal);
        }
        Ok(password)
    }

    /// The text that is hashed in a new password's place, under the newest key.
    #[must_use]
    pub fn peppered(&self, keys: &LinkKeys) -> Peppered {
        let newest = keys.derived(PEPPER).next().unwrap_or_default();
        self.under(&newest)
    }

    /// The text that was hashed in the place of a stored password; none if its key is
    /// no longer among these.
    #[must_use]
    pub fn peppered_as(&self, stored: &StoredPassword, keys: &LinkKeys) -> Option<Peppered> {
        let mut all = keys.derived(PEPPER);
        let key = all.find(|key| fingerprint(key) == stored.key)?;
        Some(self.under(&key))
    }

    fn under(&self, key: &[u8; 32]) -> Peppered {
        Peppered {
            key: fingerprint(key),
            text: Secret::new(STANDARD_NO_PAD.encode(mac(key, self.0.reveal().as_bytes()))),
        }
    }
}

/// A password behind a MAC under a key that no store holds: a store that leaks says
/// nothing of any password.
pub struct Peppered {
    key: String,
    /// The text to hash.
    pub text: Secret,
}

impl Peppered {
    /// The form that is stored, from the text's hash.
    #[must_use]
    pub fn stored(self, hash: String) -> StoredPassword {
        let Self { key, .. } = self;
        StoredPassword { key, hash }
    }

    /// Tells whether a stored password is behind another key than this, an older one.
    #[must_use]
    pub fn renews(&self, stored: &StoredPassword) -> bool {
        self.key != stored.key
    }
}

/// A password as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredPassword {
    /// The fingerprint of the key of its MAC.
    key: String,
    /// The hash in PHC form.
    pub hash: String,
}

/// A name for a key that says nothing about it.
fn fingerprint(key: &[u8; 32]) -> String {
    let name = mac(key, b"fingerprint");
    base16ct::lower::encode_string(name.get(..4).unwrap_or_default())
}

fn mac(key: &[u8; 32], text: &[u8]) -> Vec<u8> {
    // An HMAC takes keys of every length.
    let mac = Hmac::<Sha256>::new_from_slice(key);
    mac.map(|mac| mac.chain_update(text).finalize().into_bytes().to_vec())
        .unwrap_or_default()
}

/// Tells whether a text is something shorter, again and again: then it occurs within
/// itself doubled, elsewhere than at the two ends.
fn is_repeated(plain: &str) -> bool {
    let mut chars = plain.chars();
    let Some(first) = chars.next().map(char::len_utf8) else {
        return false;
    };
    let doubled = plain.repeat(2);
    let inner = doubled.get(first..).and_then(|rest| rest.find(plain));
    inner.is_some_and(|at| at + first < plain.len())
}

fn is_common(plain: &str) -> bool {
    COMMON.lines().any(|common| common == plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> Option<Refused> {
        let personal = ["ada.lovelace@example.com", "North Star Lighting"];
        Password::chosen(text, personal).err()
    }

    #[test]
    fn a_password_is_long_enough_uncommon_and_not_ones_own_name() {
        assert_eq!(refused("four words on paper"), None);
        assert_eq!(refused("пароль из слов"), None);
        assert_eq!(refused("eleven char"), Some(Refused::TooShort));
        let long: String = (0..300_u32)
            .filter_map(|n| char::from_u32(0x4e00 + n))
            .collect();
        assert_eq!(refused(&long), Some(Refused::TooLong));
        assert_eq!(refused(&long.chars().take(256).collect::<String>()), None);
        assert_eq!(refused("PasswordPassword"), Some(Refused::Common));
        assert_eq!(refused("aaaaaaaaaaaaaa"), Some(Refused::Common));
        assert_eq!(refused("1234567890qwerty"), Some(Refused::Common));
        assert_eq!(refused("Ada.Lovelace@example.com"), Some(Refused::Personal));
        assert_eq!(refused("north star lighting"), Some(Refused::Personal));
    }

    #[test]
    fn every_keyboard_writes_the_same_password() {
        let keys = LinkKeys::from_setting("a-link-secret-of-32-bytes-or-more").unwrap();
        let others = LinkKeys::from_setting("another-link-secret-of-32-bytes-ok").unwrap();
        let of = |text: &str, keys| {
            let peppered = Password::typed(text).peppered(keys);
            peppered.text.reveal().to_owned()
        };
        assert_eq!(
            of("caf\u{e9} au lait", &keys),
            of("cafe\u{301} au lait", &keys)
        );
        assert_ne!(of("caf\u{e9} au lait", &keys), of("cafe au lait", &keys));
        assert_ne!(
            of("caf\u{e9} au lait", &keys),
            of("caf\u{e9} au lait", &others)
        );
    }

    #[test]
    fn a_password_outlives_its_key_and_is_renewed_under_the_next() {
        let [old, new] = [
            "an-old-link-secret-of-32-bytes-ok",
            "a-new-link-secret-of-32-bytes-ok",
        ];
        let keys = |setting: &str| LinkKeys::from_setting(setting).unwrap();
        let typed = Password::typed("four words on paper");
        let stored = typed.peppered(&keys(old)).stored("hash".to_owned());
        let both = keys(&format!("{new} {old}"));
        let again = typed.peppered_as(&stored, &both).unwrap();
        assert_eq!(
            again.text.reveal(),
            typed.peppered(&keys(old)).text.reveal()
        );
        assert!(!again.renews(&stored) && typed.peppered(&both).renews(&stored));
        assert!(typed.peppered_as(&stored, &keys(new)).is_none());
    }

    #[test]
    fn the_list_is_of_passwords_that_would_fit() {
        assert!(COMMON.lines().count() > 50);
        for common in COMMON.lines() {
            assert!((MIN_LENGTH..=MAX_LENGTH).contains(&common.chars().count()));
            assert_eq!(common.to_lowercase(), common);
        }
    }
}
