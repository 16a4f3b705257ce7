//! The sender of events, and the proof of who it is: the setting `mail_events_secret`, read as
//! the `mail_provider` needs it.
//!
//! The setting may hold several values with white space between, so that one can be replaced
//! while the other still holds.
//!
//! | provider | a value is |
//! |---|---|
//! | Postmark, Brevo, Mailjet, SparkPost | a secret of our own that the provider sends along |
//! | Resend | the webhook's signing secret, `whsec_...` |
//! | SendGrid | the verification key of its signed event webhook |
//! | Mailgun | the HTTP webhook signing key, or that with a password of our own: `key:password` |
//! | Amazon SES, Scaleway | the ARN of the topic |
//! | Mailtrap | the webhook's signing secret |
//!
//! | module | holds |
//! |---|---|
//! | `read` | reading what they send, without taking anything for granted |
//! | `reason` | the words of mail servers, cut down to those that may be kept |
//! | `shared_secret` | the proof of providers that sign nothing, in place of `verify` |
//! | `sns` | the signature of messages that come through Amazon SNS or Scaleway |
//! | the others | one provider's form each: `verify`, `parse` |

mod brevo;
pub mod mailgun;
mod mailjet;
mod mailtrap;
mod postmark;
mod read;
mod reason;
mod resend;
pub(crate) mod scaleway;
mod sendgrid;
pub(crate) mod ses;
mod shared_secret;
mod sns;
mod sparkpost;

use http::HeaderMap;
use p256::ecdsa::VerifyingKey;
use wismo_domain::access::secret::Secret;
use wismo_domain::time::Timestamp;
use wismo_webhook::{Incoming, Unverified, Verified};

pub use read::Parsed;
use sns::Content;
pub use sns::{Fetched, Signer, Topics};

use crate::{BadBody, NotAuthentic, SecretError};

/// The most values of the setting: each is tried on every delivery.
const MAX_VALUES: usize = 8;

/// The sender of events, with the proof of who it is. It has no `Debug`: it
/// holds secrets.
#[derive(Clone)]
pub enum Source {
    /// Postmark, by its secrets.
    Postmark(Vec<Secret>),
    /// Resend, by its signing keys.
    Resend(Vec<Vec<u8>>),
    /// SendGrid, by its public keys.
    SendGrid(Vec<VerifyingKey>),
    /// Mailgun, by its signing keys.
    Mailgun(Vec<mailgun::Key>),
    /// Brevo, by its secrets.
    Brevo(Vec<Secret>),
    /// Amazon SES, by its topics.
    Ses(Topics),
    /// Mailjet, by its secrets.
    Mailjet(Vec<Secret>),
    /// SparkPost, by its secrets.
    SparkPost(Vec<Secret>),
    /// Mailtrap, by its signing keys.
    Mailtrap(Vec<Vec<u8>>),
    /// Scaleway, by its topics.
    Scaleway(Topics),
}

impl Source {
    /// The source that the variables `mail_provider` and `mail_events_secret`
    /// name; `None` if the latter is empty.
    ///
    /// # Errors
    /// When the latter does not fit the former; the message holds nothing of
    /// its value.
    pub fn from_config(provider: &str, secret: &str) -> Result<Option<Self>, SecretError> {
        let values: Vec<&str> = secret.split_whitespace().collect();
        if values.is_empty() {
            return Ok(None);
        }
        if values.len() > MAX_VALUES {
            return Err(SecretError::TooMany);
        }
        Ok(Some(match provider.trim() {
            "postmark" => Self::Postmark(shared_secret::secrets(&values)?),
            "resend" => Self::Resend(resend::keys(&values)?),
            "sendgrid" => Self::SendGrid(sendgrid::keys(&values)?),
            "mailgun" => Self::Mailgun(mailgun::keys(&values)?),
            "brevo" => Self::Brevo(shared_secret::secrets(&values)?),
            "ses" => Self::Ses(Topics::new(Signer::Amazon, &values)?),
            "mailjet" => Self::Mailjet(shared_secret::secrets(&values)?),
            "sparkpost" => Self::SparkPost(shared_secret::secrets(&values)?),
            "mailtrap" => Self::Mailtrap(mailtrap::keys(&values)?),
            "scaleway" => Self::Scaleway(Topics::new(Signer::Scaleway, &values)?),
            _ => return Err(SecretError::NoEvents),
        }))
    }

    /// The provider's name, as in the setting `mail_provider` and in the path.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Postmark(_) => "postmark",
            Self::Resend(_) => "resend",
            Self::SendGrid(_) => "sendgrid",
            Self::Mailgun(_) => "mailgun",
            Self::Brevo(_) => "brevo",
            Self::Ses(_) => "ses",
            Self::Mailjet(_) => "mailjet",
            Self::SparkPost(_) => "sparkpost",
            Self::Mailtrap(_) => "mailtrap",
            Self::Scaleway(_) => "scaleway",
        }
    }

    /// Checks as much as is possible before the body is read.
    ///
    /// # Errors
    /// When no body could make this authentic.
    pub fn check_headers(&self, headers: &HeaderMap, now: Timestamp) -> Result<(), NotAuthentic> {
        match self {
            Self::Postmark(secrets)
            | Self::Brevo(secrets)
            | Self::Mailjet(secrets)
            | Self::SparkPost(secrets) => shared_secret::verify(secrets, headers),
            Self::Resend(_) => Ok(resend::claim(headers, now).map(|_| ())?),
            Self::SendGrid(_) => Ok(sendgrid::claim(headers, now).map(|_| ())?),
            Self::Mailgun(keys) => mailgun::check_headers(keys, headers),
            Self::Mailtrap(_) => Ok(mailtrap::claim(headers).map(|_| ())?),
            // All of the proof is in the body.
            Self::Ses(_) | Self::Scaleway(_) => Ok(()),
        }
    }

    /// The addresses that must be fetched before a delivery can be verified:
    /// those of the signer's certificates, all `https`, on hosts that only the
    /// signer serves. There are none for most providers, nor for a message that
    /// names a topic that is not ours.
    ///
    /// # Errors
    /// When it is surely not authentic.
    pub fn wants(
        &self,
        incoming: &Incoming<Unverified>,
        now: Timestamp,
    ) -> Result<Vec<String>, NotAuthentic> {
        match self {
            Self::Ses(topics) | Self::Scaleway(topics) => {
                sns::wants(topics, incoming.unverified_body(), now)
            }
            Self::Postmark(_)
            | Self::Resend(_)
            | Self::SendGrid(_)
            | Self::Mailgun(_)
            | Self::Brevo(_)
            | Self::Mailjet(_)
            | Self::SparkPost(_)
            | Self::Mailtrap(_) => Ok(Vec::new()),
        }
    }

    /// Checks that the source sent this; `fetched` holds what it
    /// [`wants`](Self::wants).
    ///
    /// # Errors
    /// When no secret or signature vouches for it, or none does any longer.
    pub fn verify(
        &self,
        incoming: Incoming<Unverified>,
        fetched: &Fetched,
        now: Timestamp,
    ) -> Result<Incoming<Verified>, NotAuthentic> {
        incoming.verify(|headers, body| match self {
            Self::Postmark(secrets)
            | Self::Brevo(secrets)
            | Self::Mailjet(secrets)
            | Self::SparkPost(secrets) => shared_secret::verify(secrets, headers),
            Self::Resend(keys) => resend::verify(keys, headers, body, now),
            Self::SendGrid(keys) => sendgrid::verify(keys, headers, body, now),
            Self::Mailgun(keys) => mailgun::verify(keys, headers, body, now),
            Self::Mailtrap(keys) => mailtrap::verify(keys, headers, body),
            Self::Ses(topics) | Self::Scaleway(topics) => sns::verify(topics, body, fetched, now),
        })
    }

    /// Reads what happened. Events of kinds that do not concern us are left
    /// out.
    ///
    /// # Errors
    /// When the body is not what the source sends.
    pub fn parse(&self, incoming: &Incoming<Verified>, now: Timestamp) -> Result<Parsed, BadBody> {
        self.read(incoming.body(), now)
    }

    /// Reads a body alone.
    pub(super) fn read(&self, body: &[u8], now: Timestamp) -> Result<Parsed, BadBody> {
        match self {
            Self::Postmark(_) => postmark::parse(body, now),
            Self::Resend(_) => resend::parse(body, now),
            Self::SendGrid(_) => sendgrid::parse(body, now),
            Self::Mailgun(_) => mailgun::parse(body, now),
            Self::Brevo(_) => brevo::parse(body, now),
            Self::Mailjet(_) => mailjet::parse(body, now),
            Self::SparkPost(_) => sparkpost::parse(body, now),
            Self::Mailtrap(_) => mailtrap::parse(body, now),
            Self::Ses(topics) => taken_out(topics, body, |message| ses::parse(message, now)),
            Self::Scaleway(topics) => {
                taken_out(topics, body, |message| scaleway::parse(message, now))
            }
        }
    }
}

/// Reads the content of a topic's message.
fn taken_out(
    topics: &Topics,
    body: &[u8],
    parse: impl FnOnce(&[u8]) -> Result<Parsed, BadBody>,
) -> Result<Parsed, BadBody> {
    match sns::content(topics, body)? {
        Content::Message(message) => parse(message.as_bytes()),
        Content::Confirm(address) => Ok(Parsed {
            confirm: Some(address),
            ..Parsed::default()
        }),
        Content::Nothing => Ok(Parsed::default()),
    }
}
