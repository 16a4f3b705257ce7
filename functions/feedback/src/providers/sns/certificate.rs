//! X.509 certificates (RFC 5280), as far as the check of a signature needs
//! them: their RSA key, their validity and their issuer.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use der::asn1::{AnyRef, BitStringRef, GeneralizedTime, ObjectIdentifier, UintRef, UtcTime};
use der::{Decode, ErrorKind, Reader, SliceReader, Tag, Tagged};
use sha2::{Digest, Sha256};
use wismo_domain::time::Timestamp;

use super::rsa::{Hash, PublicKey};

const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const SHA256_WITH_RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");
const BASIC_CONSTRAINTS: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.19");

const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
const END: &str = "-----END CERTIFICATE-----";

/// The identifiers of context-specific fields: the version and the extensions.
const VERSION: u8 = 0xa0;
const EXTENSIONS: u8 = 0xa3;

/// A certificate.
#[derive(Debug)]
pub(super) struct Certificate {
    /// The SHA-256 of the whole certificate.
    pub(super) digest: [u8; 32],
    /// The key that it certifies.
    pub(super) key: PublicKey,
    /// True if it may issue other certificates.
    pub(super) is_authority: bool,
    signed: Vec<u8>,
    signature: Vec<u8>,
    issuer: Vec<u8>,
    subject: Vec<u8>,
    /// The first and the last second of its validity, since 1970.
    valid: (u64, u64),
}

impl Certificate {
    /// Reads the certificates of a PEM file (RFC 7468), which begins with the
    /// first one. `None` if one of them is malformed, or has a key other than
    /// RSA.
    pub(super) fn all(pem: &[u8]) -> Option<Vec<Self>> {
        let mut rest = std::str::from_utf8(pem).ok()?.trim();
        let mut found = Vec::new();
        while !rest.is_empty() {
            let (body, after) = rest.strip_prefix(BEGIN)?.split_once(END)?;
            let body: String = body.split_ascii_whitespace().collect();
            found.push(Self::from_der(&STANDARD.decode(body).ok()?).ok()?);
            rest = after.trim_start();
        }
        Some(found)
    }

    /// Tells whether it is valid at a moment.
    pub(super) fn holds(&self, at: Timestamp) -> bool {
        let (first, last) = self.valid;
        u64::try_from(at.as_second()).is_ok_and(|at| (first..=last).contains(&at))
    }

    /// Tells whether the holder of `issuer` issued this certificate.
    pub(super) fn is_issued_by(&self, issuer: &Self) -> bool {
        self.issuer == issuer.subject
            && issuer
                .key
                .signed(Hash::Sha256, &self.signed, &self.signature)
    }

    fn from_der(der: &[u8]) -> Result<Self, der::Error> {
        let mut whole = open(AnyRef::from_der(der)?)?;
        let signed = whole.tlv_bytes()?;
        let algorithm: ObjectIdentifier = open(whole.decode()?)?.decode()?;
        let signature: BitStringRef<'_> = whole.decode()?;
        whole.finish()?;
        if algorithm != SHA256_WITH_RSA {
            return Err(strange());
        }
        let mut fields = open(AnyRef::from_der(signed)?)?;
        if fields.peek_byte() == Some(VERSION) {
            fields.tlv_bytes()?;
        }
        let _serial = fields.tlv_bytes()?;
        let _algorithm = fields.tlv_bytes()?;
        let issuer = fields.tlv_bytes()?.to_vec();
        let mut validity = open(fields.decode()?)?;
        let valid = (moment(validity.decode()?)?, moment(validity.decode()?)?);
        let subject = fields.tlv_bytes()?.to_vec();
        let key = key(open(fields.decode()?)?)?;
        Ok(Self {
            digest: Sha256::digest(der).into(),
            key,
            is_authority: is_authority(fields)?,
            signed: signed.to_vec(),
            signature: signature.as_bytes().ok_or_else(strange)?.to_vec(),
            issuer,
            subject,
            valid,
        })
    }
}

/// The content of a sequence.
fn open(value: AnyRef<'_>) -> Result<SliceReader<'_>, der::Error> {
    value.tag().assert_eq(Tag::Sequence)?;
    SliceReader::new(value.value())
}

/// The error for a field that is not as it should be.
fn strange() -> der::Error {
    ErrorKind::Failed.into()
}

/// Reads the key of a `SubjectPublicKeyInfo` (RFC 8017, appendix A.1.1).
fn key(mut info: SliceReader<'_>) -> Result<PublicKey, der::Error> {
    let algorithm: ObjectIdentifier = open(info.decode()?)?.decode()?;
    if algorithm != RSA {
        return Err(strange());
    }
    let bits: BitStringRef<'_> = info.decode()?;
    let mut pair = open(AnyRef::from_der(bits.as_bytes().ok_or_else(strange)?)?)?;
    let (modulus, exponent): (UintRef<'_>, UintRef<'_>) = (pair.decode()?, pair.decode()?);
    PublicKey::new(modulus.as_bytes(), exponent.as_bytes()).ok_or_else(strange)
}

fn moment(time: AnyRef<'_>) -> Result<u64, der::Error> {
    let since_1970 = if time.tag() == Tag::UtcTime {
        time.decode_as::<UtcTime>()?.to_unix_duration()
    } else {
        time.decode_as::<GeneralizedTime>()?.to_unix_duration()
    };
    Ok(since_1970.as_secs())
}

/// Tells whether the extensions, which come last, say that it may issue other
/// certificates (RFC 5280, section 4.2.1.9).
fn is_authority(mut fields: SliceReader<'_>) -> Result<bool, der::Error> {
    while !fields.is_finished() {
        let is_extensions = fields.peek_byte() == Some(EXTENSIONS);
        let field: AnyRef<'_> = fields.decode()?;
        if !is_extensions {
            continue;
        }
        let mut extensions = open(AnyRef::from_der(field.value())?)?;
        while !extensions.is_finished() {
            let mut extension = open(extensions.decode()?)?;
            let name: ObjectIdentifier = extension.decode()?;
            let mut value: AnyRef<'_> = extension.decode()?;
            // The flag `critical` comes before the value, unless it has its
            // default.
            if value.tag() == Tag::Boolean {
                value = extension.decode()?;
            }
            if name == BASIC_CONSTRAINTS {
                let mut constraints = open(AnyRef::from_der(value.value())?)?;
                return Ok(constraints.peek_byte() == Some(1) && constraints.decode::<bool>()?);
            }
        }
    }
    Ok(false)
}
