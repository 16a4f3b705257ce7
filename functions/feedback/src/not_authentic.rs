//! The reasons why a delivery is not believed.

use wismo_webhook::BadClaim;

/// The reason why a delivery is not believed. The messages say what to mend,
/// and hold nothing of the body, the signature or the secrets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAuthentic {
    /// The headers' claim is not believed.
    #[error(transparent)]
    Claim(#[from] BadClaim),
    /// A header or a field of the signature is not what it should be.
    #[error("{what} is not {form}")]
    Malformed {
        /// The header or field.
        what: &'static str,
        /// The form that it should have.
        form: &'static str,
    },
    /// None of our secrets or keys fits.
    #[error("no value of mail_events_secret matches: compare it with the provider's settings")]
    NoSecretFits,
    /// The message is of a topic that is not ours.
    #[error("the TopicArn is not in mail_events_secret")]
    OtherTopic,
    /// The message places the certificate somewhere other than where the
    /// signer keeps it.
    #[error("the SigningCertURL is not an address of the signer's certificates")]
    CertificateUrl,
    /// The certificate could not be fetched.
    #[error("the signer's certificate could not be fetched")]
    NoCertificate,
    /// The certificate is malformed, or not the signer's.
    #[error("the signer's certificate {0}")]
    Certificate(&'static str),
}

impl NotAuthentic {
    /// The kind of fault, in a word: one of a few, whatever was sent.
    #[must_use]
    pub const fn cause(&self) -> &'static str {
        match self {
            Self::Claim(_) => "headers",
            Self::Malformed { .. } => "signature",
            Self::NoSecretFits => "secret",
            Self::OtherTopic => "topic",
            Self::CertificateUrl | Self::NoCertificate | Self::Certificate(_) => "certificate",
        }
    }
}
