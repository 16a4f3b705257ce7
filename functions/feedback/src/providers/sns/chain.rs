//! The chain from a signer's certificate up to the root that is trusted.

use wismo_domain::time::Timestamp;

use super::certificate::Certificate;

/// The most authorities between the root and the signer.
const MAX_BETWEEN: u8 = 2;

/// Tells whether the certificate comes from the root, directly or through
/// others of the chain that may issue some.
///
/// The root is known by its digest, so nothing that it says of itself but its
/// validity counts.
pub(super) fn leads_to_root(
    certificate: &Certificate,
    chain: &[Certificate],
    root: [u8; 32],
    now: Timestamp,
) -> bool {
    // Each with the number of authorities that may still follow below it.
    let mut trusted: Vec<(&Certificate, u8)> = chain
        .iter()
        .filter(|other| other.digest == root && other.holds(now))
        .map(|root| (root, MAX_BETWEEN))
        .collect();
    // Each round trusts the certificates issued by those trusted before.
    for _ in 0..MAX_BETWEEN {
        let found: Vec<(&Certificate, u8)> = chain
            .iter()
            .filter(|other| {
                !trusted
                    .iter()
                    .any(|(known, _)| known.digest == other.digest)
            })
            .filter(|other| other.holds(now))
            .filter_map(|other| {
                let below = other.authorities_below()?;
                let mut issuers = trusted.iter();
                let (_, left) = issuers.find(|(by, left)| *left > 0 && other.is_issued_by(by))?;
                Some((other, below.min(left - 1)))
            })
            .collect();
        trusted.extend(found);
    }
    trusted
        .iter()
        .any(|(issuer, _)| certificate.is_issued_by(issuer))
}
