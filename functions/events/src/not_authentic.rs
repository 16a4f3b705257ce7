//! Why a delivery is not believed.

/// Why a delivery is not believed. The messages say what to mend, and hold
/// nothing of the body, the signature or the secrets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAuthentic {
    /// A header is missing.
    #[error("the header {0} is missing: does the provider sign what it sends here?")]
    MissingHeader(&'static str),
    /// A header or a field of the signature is not what it should be.
    #[error("{what} is not {form}")]
    Malformed {
        /// Which.
        what: &'static str,
        /// What it should be.
        form: &'static str,
    },
    /// Signed too long ago.
    #[error("signed {seconds} s ago, more than the {most} s allowed: check the clock")]
    TooOld {
        /// How long ago.
        seconds: u64,
        /// How long ago it may be.
        most: u64,
    },
    /// Signed in the future.
    #[error("signed {seconds} s ahead, more than the {most} s allowed: check the clock")]
    TooNew {
        /// How far ahead.
        seconds: u64,
        /// How far ahead it may be.
        most: u64,
    },
    /// No secret or key of ours fits.
    #[error("nothing in mail_events_secret fits: compare it with what the provider has")]
    NoSecretFits,
    /// The message is of a topic that is not ours.
    #[error("the TopicArn is not in mail_events_secret")]
    OtherTopic,
    /// The certificate is said to be somewhere else than the signer keeps it.
    #[error("the SigningCertURL is not where the signer keeps its certificates")]
    CertificateUrl,
    /// The certificate was not fetched.
    #[error("the signer's certificate is not at hand")]
    NoCertificate,
    /// The certificate is none, or not the signer's.
    #[error("the signer's certificate {0}")]
    Certificate(&'static str),
}
