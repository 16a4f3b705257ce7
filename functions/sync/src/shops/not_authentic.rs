//! Why a delivery is not believed.

/// Why a delivery is not believed. The messages say what to mend, and hold
/// nothing of the body, the signature or the secrets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAuthentic {
    /// A header is missing.
    #[error("the header {0} is missing: is this what the shop sent, and does it sign?")]
    MissingHeader(&'static str),
    /// A header is not what it should be.
    #[error("the header {header} is not {form}")]
    MalformedHeader {
        /// Its name.
        header: &'static str,
        /// What it should be.
        form: &'static str,
    },
    /// Signed too long ago.
    #[error(
        "signed {seconds} s ago, more than the 300 s allowed: check the sender's clock, \
         and sign each attempt anew"
    )]
    TooOld {
        /// How long ago.
        seconds: u64,
    },
    /// Signed in the future.
    #[error("signed {seconds} s ahead, more than the 300 s allowed: check the sender's clock")]
    TooNew {
        /// How far ahead.
        seconds: u64,
    },
    /// No secret of the shop made the signature.
    #[error(
        "no secret of this shop fits the signature: compare the secrets at both ends, and see \
         that nothing changes the body on its way"
    )]
    NoSecretFits,
    /// None of the shop's secrets can be used: ours to mend, in the setting `shops`.
    #[error("no secret of this shop is base64 of at least one byte: mend the setting `shops`")]
    NoUsableSecret,
}
