//! The reasons why a delivery is not believed.

use wismo_webhook::BadClaim;

/// The reason why a delivery is not believed. The messages say what to mend,
/// and hold nothing of the body, the signature or the secrets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAuthentic {
    /// The headers' claim is not believed, whatever the body is.
    #[error(transparent)]
    Claim(#[from] BadClaim),
    /// No secret of the shop made the signature.
    #[error(
        "no secret of this shop matches the signature: compare the secrets at both ends, and see \
         that nothing changes the body on its way"
    )]
    NoSecretFits,
    /// None of the shop's secrets can be used: it is for us to mend, in the setting
    /// `shops`.
    #[error("no secret of this shop is base64 of at least one byte: mend the setting `shops`")]
    NoUsableSecret,
}
