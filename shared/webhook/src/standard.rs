//! The signature of [Standard Webhooks], whatever its headers are called.
//!
//! [Standard Webhooks]: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md

use http::HeaderMap;
use wismo_domain::access::secret::Secret;
use wismo_domain::time::Timestamp;

use crate::mac::{from_base64, signs};
use crate::{BadClaim, Signatures, age, header};

/// The tolerance of the reference libraries, in seconds. Each attempt is signed anew.
const MOST_AGE: u64 = 300;

/// The names of the three headers.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    id: &'static str,
    timestamp: &'static str,
    signature: &'static str,
}

impl Names {
    /// All three.
    #[must_use]
    pub const fn all(self) -> [&'static str; 3] {
        [self.id, self.timestamp, self.signature]
    }
}

/// The specification's own names.
pub const STANDARD: Names = Names {
    id: "webhook-id",
    timestamp: "webhook-timestamp",
    signature: "webhook-signature",
};

/// Svix's names, which are older
/// (<https://docs.svix.com/receiving/verifying-payloads/how-manual>).
pub const SVIX: Names = Names {
    id: "svix-id",
    timestamp: "svix-timestamp",
    signature: "svix-signature",
};

/// The three headers of a delivery, before anything is known of its body.
pub struct Claim<'a> {
    id: &'a str,
    timestamp: &'a str,
    signatures: Signatures,
}

impl<'a> Claim<'a> {
    /// Reads what the headers claim, if it is not too old, nor too far in the future.
    ///
    /// # Errors
    /// When a header is missing or malformed, or the time is too far from now.
    pub fn read(names: Names, headers: &'a HeaderMap, now: Timestamp) -> Result<Self, BadClaim> {
        let id = header::text(headers, names.id)?;
        let timestamp = header::text(headers, names.timestamp)?;
        let signatures = header::text(headers, names.signature)?;
        // A dot could move the borders between the three parts that are signed.
        if id.contains('.') {
            return Err(BadClaim::MalformedHeader {
                header: names.id,
                form: "free of dots",
            });
        }
        let signed_at = age::seconds(timestamp).ok_or(BadClaim::MalformedHeader {
            header: names.timestamp,
            form: "a number of seconds since 1970",
        })?;
        age::check(signed_at, now, MOST_AGE)?;
        // Other versions are skipped, as the specification says. (`v1a` is
        // asymmetric; it needs no secret, and we have no key.)
        let symmetric = signatures
            .split(' ')
            .filter_map(|versioned| from_base64(versioned.strip_prefix("v1,")?.as_bytes()));
        Ok(Self {
            id,
            timestamp,
            signatures: Signatures::listed(names.signature, symmetric)?,
        })
    }

    /// Tells whether one of `keys` made one of the signatures, for this body.
    pub fn is_signed<K: AsRef<[u8]>>(
        &self,
        keys: impl IntoIterator<Item = K>,
        body: &[u8],
    ) -> bool {
        let (id, timestamp) = (self.id.as_bytes(), self.timestamp.as_bytes());
        signs(keys, &[id, b".", timestamp, b".", body], &self.signatures)
    }
}

/// The key that a secret encodes ([`Secret::standard_key`]).
#[must_use]
pub fn key(secret: &str) -> Option<Vec<u8>> {
    Secret::new(secret).standard_key()
}

#[cfg(test)]
mod tests;
