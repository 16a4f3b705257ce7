//! What can be wrong with the setting `mail_events_secret`.

/// Why `mail_events_secret` does not fit the `mail_provider`. It never repeats
/// a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SecretError {
    /// A shared secret is too short, or has characters that a URL changes.
    #[error(
        "holds something else than secrets of at least 32 letters, digits and -._~ \
         (they stand in a URL), with white space between"
    )]
    Shared,
    /// A signing key of Mailgun's or Mailtrap's is too short.
    #[error("holds something else than the provider's signing keys, with white space between")]
    SigningKey,
    /// A password after Mailgun's signing key is too short.
    #[error(
        "holds a password after a signing key (key:password) that is not at least 32 letters, \
         digits and -._~"
    )]
    Password,
    /// A secret of Resend's is none.
    #[error("holds something else than secrets such as whsec_..., with white space between")]
    Svix,
    /// A key of SendGrid's is none.
    #[error(
        "holds something else than SendGrid's verification keys (base64 of a public P-256 key), \
         with white space between"
    )]
    PublicKey,
    /// A topic's ARN is none.
    #[error("holds something else than topics' ARNs (arn:...:sns:...), with white space between")]
    Topic,
    /// The provider sends no events that Wismo reads.
    #[error("is set, but the mail_provider sends no events that Wismo reads")]
    NoEvents,
    /// There are too many values.
    #[error("holds more than 8 values: leave out what is no longer used")]
    TooMany,
}
