//! RSA signatures, checked only: RSASSA-PKCS1-v1_5 (RFC 8017, section 8.2.2).
//!
//! The check is one modular power and one comparison. The result of the power
//! is never parsed: the whole message that a signer would have encoded is made,
//! and must be the same to the byte. Parsing is where forgeries of this scheme
//! have come from.

use sha1::Sha1;
use sha2::{Digest, Sha256};

use super::power::Modulus;

/// The hash that a signature is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hash {
    /// `SignatureVersion` 1 of SNS, the default of its topics.
    Sha1,
    /// `SignatureVersion` 2, and certificates.
    Sha256,
}

/// The names of the hashes, as they are encoded before them (RFC 8017, section
/// 9.2).
const SHA1: &[u8] = b"\x30\x21\x30\x09\x06\x05\x2b\x0e\x03\x02\x1a\x05\x00\x04\x14";
const SHA256: &[u8] =
    b"\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20";

/// A public key. Its exponent is 65537, like that of every authority today.
#[derive(Debug)]
pub(super) struct PublicKey {
    modulus: Modulus,
    bytes: usize,
}

impl PublicKey {
    /// Makes a key of 2048 to 4096 bits; `None` for others.
    pub(super) fn new(modulus: &[u8], exponent: &[u8]) -> Option<Self> {
        if !(256..=512).contains(&modulus.len()) || exponent != [1, 0, 1] {
            return None;
        }
        Some(Self {
            modulus: Modulus::new(modulus)?,
            bytes: modulus.len(),
        })
    }

    /// Tells whether the private half signed the message.
    pub(super) fn signed(&self, hash: Hash, message: &[u8], signature: &[u8]) -> bool {
        if signature.len() != self.bytes {
            return false;
        }
        let expected = self.encoded(hash, message);
        expected.is_some() && expected == self.modulus.power_65537(signature)
    }

    /// Encodes the message as its signer does (section 9.2): a fixed head, as
    /// much padding as needed, the hash's name and the hash.
    fn encoded(&self, hash: Hash, message: &[u8]) -> Option<Vec<u8>> {
        let tail = match hash {
            Hash::Sha1 => [SHA1, Sha1::digest(message).as_slice()].concat(),
            Hash::Sha256 => [SHA256, Sha256::digest(message).as_slice()].concat(),
        };
        let padding = self.bytes.checked_sub(tail.len() + 3)?;
        Some([&[0, 1], vec![0xff; padding].as_slice(), &[0], &tail].concat())
    }
}
