//! The possible faults of the setting `mail_events_secret`.

/// The reason why `mail_events_secret` does not fit the `mail_provider`. It
/// never repeats a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SecretError {
    /// A shared secret is too short, or has characters that a URL changes.
    #[error(
        "must hold only secrets of at least 32 letters, digits and -._~ \
         (they stand in a URL), with white space between"
    )]
    Shared,
    /// A signing key of Mailgun's or Mailtrap's is too short or has other
    /// characters than visible ASCII.
    #[error("must hold only the provider's signing keys, with white space between")]
    SigningKey,
    /// A password after Mailgun's signing key is too short, or has characters
    /// that a URL changes.
    #[error(
        "holds a password after a signing key (key:password) that is not at least 32 letters, \
         digits and -._~"
    )]
    Password,
    /// A text is not a secret of Resend's.
    #[error("must hold only secrets such as whsec_..., with white space between")]
    Svix,
    /// A text is not a key of SendGrid's.
    #[error(
        "must hold only SendGrid's verification keys (base64 of a public P-256 key), \
         with white space between"
    )]
    PublicKey,
    /// A text is not the ARN of a topic.
    #[error("must hold only topics' ARNs (arn:...:sns:...), with white space between")]
    Topic,
    /// The provider sends no events that Wismo reads.
    #[error("is set, but the mail_provider sends no events that Wismo reads")]
    NoEvents,
    /// There are too many values.
    #[error("holds more than 8 values: leave out what is no longer used")]
    TooMany,
}
