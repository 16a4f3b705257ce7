//! Secrets, which are not shown by accident.

use std::fmt;

use base64::Engine;
use base64::alphabet;
use base64::engine::general_purpose::GeneralPurpose;
use base64::engine::{DecodePaddingMode, GeneralPurposeConfig};
use serde::{Deserialize, Deserializer, de::Error};
use subtle::ConstantTimeEq;

/// The base64 of keys, with or without padding, as in the reference library for Python.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// A text that is visible only to code that asks for it ([`Secret::reveal`]).
///
/// `Debug` does not print any of it, there is no `Display`, and an error of its
/// `Deserialize` does not repeat any of its input.
#[derive(Clone, Default)]
pub struct Secret(String);

impl Secret {
    /// Makes a secret of this text.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Returns the text itself: to compare or to sign with, never to show.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Tells whether this is the secret that somebody showed, in constant time.
    #[must_use]
    pub fn is(&self, shown: &[u8]) -> bool {
        self.0.as_bytes().ct_eq(shown).into()
    }

    /// Returns the key that it stands for in Standard Webhooks. The reference
    /// libraries drop a leading `whsec_` and read the rest as base64.
    #[must_use]
    pub fn standard_key(&self) -> Option<Vec<u8>> {
        let key = BASE64.decode(self.encoded_key()).ok()?;
        (!key.is_empty()).then_some(key)
    }

    /// Tells whether two secrets have the same key, however each is written.
    pub(crate) fn is_as(&self, other: &Self) -> bool {
        let bare = |secret: &Self| secret.encoded_key().trim_end_matches('=').to_owned();
        bare(self) == bare(other)
    }

    fn encoded_key(&self) -> &str {
        // Some consoles show the version before the key, as in a signature.
        let own = self.0.trim();
        let key = own.strip_prefix("v1,").unwrap_or(own);
        key.strip_prefix("whsec_").unwrap_or(key)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // serde's own error would quote the value that stands in the text's place.
        let text = String::deserialize(deserializer);
        text.map(Self).map_err(|_| D::Error::custom("must be text"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_shows_nothing_of_itself() {
        let secret = Secret::new("hush-hush");
        assert_eq!(format!("{secret:?}"), "Secret");
        assert_eq!(format!("{:?}", vec![secret]), "[Secret]");
        for wrong in [
            "4711",
            "-4.75",
            "true",
            "[\"hush\"]",
            "{\"hush\":1}",
            "\"hush",
        ] {
            let error = serde_json::from_str::<Secret>(wrong)
                .unwrap_err()
                .to_string();
            let shown = ["hush", "47", "true"]
                .iter()
                .any(|part| error.contains(part));
            assert!(!shown, "{error}");
        }
        assert_eq!(
            serde_json::from_str::<Secret>("\"hush\"").unwrap().reveal(),
            "hush"
        );
    }

    #[test]
    fn a_secret_is_itself_alone() {
        let secret = Secret::new("hush");
        assert!(secret.is(b"hush") && !secret.is(b"hus") && !secret.is(b"hush!"));
        assert!(!Secret::default().is(b"hush"));
    }

    #[test]
    fn one_key_in_two_spellings_is_one_secret() {
        let one = Secret::new("whsec_b3RoZXIh");
        assert!(one.is_as(&Secret::new("b3RoZXIh")));
        assert!(Secret::new("whsec_b3RoZXI=").is_as(&Secret::new("whsec_b3RoZXI")));
        assert!(!one.is_as(&Secret::new("whsec_b3RoZXI")));
        assert!(one.is_as(&Secret::new("v1,whsec_b3RoZXIh")));
        assert_eq!(one.standard_key().unwrap(), b"other!");
        assert!(Secret::new("whsec_").standard_key().is_none());
        assert!(Secret::new("whsec_!").standard_key().is_none());
    }
}
