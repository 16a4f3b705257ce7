//! RSA signatures, checked only: RSASSA-PKCS1-v1_5 (RFC 8017, section 8.2.2).

use rsa::{Pkcs1v15Sign, PublicKey};
use sha1::Sha1;
use sha2::digest::const_oid::AssociatedOid;
use sha2::{Digest, Sha256, Sha384, Sha512};

/// The hash that a signature is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hash {
    /// `SignatureVersion` 1 of SNS, the default of its topics.
    Sha1,
    /// `SignatureVersion` 2, and certificates.
    Sha256,
    /// Certificates alone.
    Sha384,
    /// Certificates alone.
    Sha512,
}

/// Tells whether the private half of a key signed the message.
pub(super) fn is_signed(key: &PublicKey, hash: Hash, message: &[u8], signature: &[u8]) -> bool {
    match hash {
        Hash::Sha1 => is_signed_with::<Sha1>(key, message, signature),
        Hash::Sha256 => is_signed_with::<Sha256>(key, message, signature),
        Hash::Sha384 => is_signed_with::<Sha384>(key, message, signature),
        Hash::Sha512 => is_signed_with::<Sha512>(key, message, signature),
    }
}

fn is_signed_with<D: Digest + AssociatedOid>(
    key: &PublicKey,
    message: &[u8],
    signature: &[u8],
) -> bool {
    let scheme = Pkcs1v15Sign::new::<D>();
    key.verify(scheme, &D::digest(message), signature).is_ok()
}
