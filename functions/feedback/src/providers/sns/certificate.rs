//! X.509 certificates (RFC 5280), as far as the check of a signature needs
//! them: their RSA key, what it may be used for, their validity and their
//! issuer.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use der::oid::AssociatedOid;
use der::oid::db::rfc5912::{
    SHA_256_WITH_RSA_ENCRYPTION, SHA_384_WITH_RSA_ENCRYPTION, SHA_512_WITH_RSA_ENCRYPTION,
};
use der::referenced::OwnedToRef;
use der::{Decode, Header, Reader, SliceReader};
use rsa::PublicKey;
use rsa::traits::PublicKeyParts;
use sha2::{Digest, Sha256};
use wismo_domain::time::Timestamp;
use x509_cert::TbsCertificate;
use x509_cert::ext::pkix::{BasicConstraints, KeyUsage};

use super::signature::{Hash, is_signed};

const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
const END: &str = "-----END CERTIFICATE-----";

/// The most certificates in a file, so that the check of a chain is bounded.
const MAX_CERTIFICATES: usize = 8;

/// The sizes of a key in bytes, 2048 to 4096 bits: below, it can be broken;
/// beyond, whoever chose it decides how long the check takes. The exponent is
/// bounded by the `rsa` crate.
const KEY_SIZES: std::ops::RangeInclusive<usize> = 256..=512;

/// A certificate.
#[derive(Debug)]
pub(super) struct Certificate {
    /// The SHA-256 of the whole certificate.
    pub(super) digest: [u8; 32],
    /// The key that it certifies.
    pub(super) key: PublicKey,
    read: x509_cert::Certificate,
    /// The part that its issuer signed, byte for byte.
    signed: Vec<u8>,
    /// Its role, if an extension says so.
    constraints: Option<BasicConstraints>,
    /// The uses of its key, if an extension limits them.
    usage: Option<KeyUsage>,
}

impl Certificate {
    /// Reads the certificates of a PEM file (RFC 7468), which begins with the
    /// first one and holds nothing else. `None` if one of them is malformed,
    /// has a key other than RSA, or a critical extension that is not known
    /// here.
    pub(super) fn all(pem: &[u8]) -> Option<Vec<Self>> {
        let mut rest = std::str::from_utf8(pem).ok()?.trim();
        let mut found = Vec::new();
        while !rest.is_empty() {
            if found.len() == MAX_CERTIFICATES {
                return None;
            }
            let (body, after) = rest.strip_prefix(BEGIN)?.split_once(END)?;
            let body: String = body.split_ascii_whitespace().collect();
            found.push(Self::from_der(&STANDARD.decode(body).ok()?)?);
            rest = after.trim_start();
        }
        Some(found)
    }

    /// Tells whether it is valid at a moment.
    pub(super) fn holds(&self, at: Timestamp) -> bool {
        let validity = self.content().validity();
        let first = validity.not_before.to_unix_duration().as_secs();
        let last = validity.not_after.to_unix_duration().as_secs();
        u64::try_from(at.as_second()).is_ok_and(|at| (first..=last).contains(&at))
    }

    /// Tells whether its key may sign messages (RFC 5280, section 4.2.1.3).
    pub(super) fn may_sign(&self) -> bool {
        let may = |usage: KeyUsage| usage.digital_signature() || usage.non_repudiation();
        self.usage.is_none_or(may)
    }

    /// Returns how many authorities may follow below it, or `None` if it must
    /// not issue certificates at all (RFC 5280, sections 4.2.1.3 and 4.2.1.9).
    pub(super) fn authorities_below(&self) -> Option<u8> {
        let constraints = self.constraints.as_ref().filter(|found| found.ca)?;
        let may_issue = self.usage.is_none_or(|usage| usage.key_cert_sign());
        may_issue.then(|| constraints.path_len_constraint.unwrap_or(u8::MAX))
    }

    /// Tells whether the holder of `issuer` issued this certificate.
    pub(super) fn is_issued_by(&self, issuer: &Self) -> bool {
        let algorithm = self.read.signature_algorithm();
        let hash = match algorithm.oid {
            SHA_256_WITH_RSA_ENCRYPTION => Hash::Sha256,
            SHA_384_WITH_RSA_ENCRYPTION => Hash::Sha384,
            SHA_512_WITH_RSA_ENCRYPTION => Hash::Sha512,
            _ => return false,
        };
        let signature = self.read.signature().as_bytes().unwrap_or_default();
        self.content().issuer() == issuer.content().subject()
            && algorithm == self.content().signature()
            && is_signed(&issuer.key, hash, &self.signed, signature)
    }

    fn content(&self) -> &TbsCertificate {
        self.read.tbs_certificate()
    }

    fn from_der(der: &[u8]) -> Option<Self> {
        let read = x509_cert::Certificate::from_der(der).ok()?;
        let content = read.tbs_certificate();
        let extensions = content.extensions().into_iter().flatten();
        let known = [BasicConstraints::OID, KeyUsage::OID];
        if extensions
            .filter(|found| found.critical)
            .any(|found| !known.contains(&found.extn_id))
        {
            return None;
        }
        let info = content.subject_public_key_info().owned_to_ref();
        let key = PublicKey::try_from(info).ok()?;
        if !KEY_SIZES.contains(&key.size()) {
            return None;
        }
        let constraints = content.get_extension::<BasicConstraints>().ok()?;
        let usage = content.get_extension::<KeyUsage>().ok()?;
        Some(Self {
            digest: Sha256::digest(der).into(),
            key,
            signed: signed_part(der).ok()?,
            constraints: constraints.map(|(_, constraints)| constraints),
            usage: usage.map(|(_, usage)| usage),
            read,
        })
    }
}

/// Returns the part of a certificate that is signed: as it stands there, since
/// writing it anew could give other bytes.
fn signed_part(der: &[u8]) -> Result<Vec<u8>, der::Error> {
    let mut reader = SliceReader::new(der)?;
    Header::decode(&mut reader)?;
    Ok(reader.tlv_bytes()?.to_vec())
}
