//! The mail APIs: the request that each needs, and the meaning of its answers.
//!
//! They are pure: a provider turns a mail into an HTTP request and reads the response. The
//! caller sends the request, limits the size of the response, and handles losses on the way.
//! Every provider has the same verbs, `request` and `outcome`.
//!
//! | module | holds |
//! |---|---|
//! | `address`, `encoded_word`, `headers`, `untemplated`, `body` | the parts of requests |
//! | `answer` | the content of responses: ids, classes, times to wait |
//! | `config`, `origin` | the variables that name a provider |
//! | the others | one provider each |

mod address;
mod answer;
mod body;
mod brevo;
mod config;
mod encoded_word;
mod headers;
mod mailgun;
mod mailjet;
mod mailpit;
mod mailtrap;
mod origin;
mod postmark;
mod resend;
mod scaleway;
mod sendgrid;
mod ses;
mod sparkpost;
mod untemplated;

use bytes::Bytes;
use http::{Request, Response};
use wismo_domain::mail::reference;
use wismo_domain::mail::{Mail, SendResult};
use wismo_domain::time::Timestamp;

pub use brevo::Brevo;
pub use config::{ConfigError, ProviderConfig};
pub use mailgun::Mailgun;
pub use mailjet::Mailjet;
pub use mailpit::Mailpit;
pub use mailtrap::Mailtrap;
pub use postmark::Postmark;
pub use resend::Resend;
pub use scaleway::Scaleway;
pub use sendgrid::SendGrid;
pub use ses::Ses;
pub use sparkpost::SparkPost;

/// The longest idempotency key, in characters: Postmark keeps it as metadata,
/// whose values may have 80 characters (according to the API's error message);
/// Resend takes 256
/// (<https://resend.com/docs/dashboard/emails/idempotency-keys>).
const MAX_KEY: usize = 80;

/// A mail on its way out, with everything that is sent beside it.
#[derive(Clone, Copy, Debug)]
pub struct Outgoing<'a> {
    /// The mail.
    pub mail: &'a Mail,
    /// The files that go with it.
    pub attachments: &'a [Attachment],
    /// The key by which a provider recognises a repeated request: 1 to 80
    /// visible ASCII characters that stay the same however often the mail is
    /// tried.
    pub key: &'a str,
    /// The reference by which the provider's events name the mail: see
    /// [`mod@reference`].
    pub reference: &'a str,
}

/// A file that goes with a mail.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// The file's name, without control characters and slashes.
    pub name: String,
    /// The file's media type, such as `application/pdf`.
    pub media_type: String,
    /// The file's bytes.
    pub content: Bytes,
}

impl Attachment {
    /// The media type, with the charset of a text, for the APIs that take one: a
    /// text without one is read as ASCII (RFC 2046, section 4.1.2).
    fn type_and_charset(&self) -> String {
        let is_text = ["text/plain", "text/csv"].contains(&self.media_type.as_str());
        if is_text && std::str::from_utf8(&self.content).is_ok() {
            return format!("{}; charset=utf-8", self.media_type);
        }
        self.media_type.clone()
    }
}

/// The provider that mails are handed to.
#[derive(Clone, Debug)]
pub enum Provider {
    /// No provider: a mail is kept as if it were sent, for trying Wismo out.
    Preview,
    /// Postmark.
    Postmark(Postmark),
    /// Resend.
    Resend(Resend),
    /// SendGrid.
    SendGrid(SendGrid),
    /// Mailgun.
    Mailgun(Mailgun),
    /// Brevo.
    Brevo(Brevo),
    /// Amazon SES.
    Ses(Ses),
    /// Mailjet.
    Mailjet(Mailjet),
    /// SparkPost.
    SparkPost(SparkPost),
    /// Mailtrap.
    Mailtrap(Mailtrap),
    /// Scaleway Transactional Email.
    Scaleway(Scaleway),
    /// Mailpit: a local inbox.
    Mailpit(Mailpit),
}

/// The reason why a provider cannot be asked to take a mail: it never will.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RequestError {
    /// An address would need SMTPUTF8, or has an invalid domain.
    #[error("an address has characters beyond ASCII, which the mail API does not take")]
    Address,
    /// The idempotency key is malformed.
    #[error("the idempotency key is not 1 to 80 visible ASCII characters")]
    Key,
    /// The reference is malformed.
    #[error("the reference is not 1 to 240 characters of base64url")]
    Reference,
    /// A header field is not ours to set, is there twice, or is not ASCII.
    #[error("the mail has a header field that the mail API does not take")]
    Header,
    /// The mail is larger than the API takes.
    #[error("the mail with its attachments is larger than the mail API takes")]
    TooLarge,
    /// The mail has more attachments than the API takes.
    #[error("the mail has more attachments than the mail API takes")]
    TooManyAttachments,
    /// The subject is longer than the API takes.
    #[error("the subject is longer than the mail API takes")]
    TooLong,
    /// The subject or a part is shorter than the API takes.
    #[error("the subject or a part of the mail is shorter than the mail API takes")]
    TooShort,
    /// The mail cannot be put into a request.
    #[error("the mail cannot be put into a request")]
    Form,
}

impl From<RequestError> for SendResult {
    fn from(error: RequestError) -> Self {
        Self::Refused {
            reason: error.to_string(),
        }
    }
}

impl Provider {
    /// The provider that the configuration names.
    ///
    /// # Errors
    /// When a variable is malformed or missing; the message names it and
    /// holds nothing of its value.
    pub fn from_config(config: ProviderConfig<'_>) -> Result<Self, ConfigError> {
        match config.provider.trim() {
            "preview" => Ok(Self::Preview),
            "postmark" => Postmark::new(config).map(Self::Postmark),
            "resend" => Resend::new(config).map(Self::Resend),
            "sendgrid" => SendGrid::new(config).map(Self::SendGrid),
            "mailgun" => Mailgun::new(config).map(Self::Mailgun),
            "brevo" => Brevo::new(config).map(Self::Brevo),
            "ses" => Ses::new(config).map(Self::Ses),
            "mailjet" => Mailjet::new(config).map(Self::Mailjet),
            "sparkpost" => SparkPost::new(config).map(Self::SparkPost),
            "mailtrap" => Mailtrap::new(config).map(Self::Mailtrap),
            "scaleway" => Scaleway::new(config).map(Self::Scaleway),
            "mailpit" => Mailpit::new(config).map(Self::Mailpit),
            _ => Err(ConfigError::Provider),
        }
    }

    /// Tells whether a mail that is handed over again under the same key is
    /// certain not to be sent again, for as long as a notice is tried. Brevo
    /// forgets a key after half an hour.
    #[must_use]
    pub const fn has_idempotency(&self) -> bool {
        matches!(self, Self::Preview | Self::Resend(_))
    }

    /// Makes the request that hands a mail over, signed at `now` if the
    /// provider needs that. `None` if nothing is to be sent: the mail counts
    /// as accepted, with the key for its id.
    ///
    /// # Errors
    /// When the provider will never take the mail.
    pub fn request(
        &self,
        out: &Outgoing<'_>,
        now: Timestamp,
    ) -> Result<Option<Request<Bytes>>, RequestError> {
        let fits = (1..=MAX_KEY).contains(&out.key.len());
        if !fits || !out.key.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(RequestError::Key);
        }
        if !reference::fits(out.reference) {
            return Err(RequestError::Reference);
        }
        let ascii = address::with_ascii_domains(out.mail);
        let out = &Outgoing {
            mail: ascii.as_ref().unwrap_or(out.mail),
            ..*out
        };
        let request = match self {
            Self::Preview => return Ok(None),
            Self::Postmark(postmark) => postmark.request(out),
            Self::Resend(resend) => resend.request(out),
            Self::SendGrid(sendgrid) => sendgrid.request(out),
            Self::Mailgun(mailgun) => mailgun.request(out),
            Self::Brevo(brevo) => brevo.request(out),
            Self::Ses(ses) => ses.request(out, now),
            Self::Mailjet(mailjet) => mailjet.request(out),
            Self::SparkPost(sparkpost) => sparkpost.request(out),
            Self::Mailtrap(mailtrap) => mailtrap.request(out),
            Self::Scaleway(scaleway) => scaleway.request(out),
            Self::Mailpit(mailpit) => mailpit.request(out),
        };
        request.map(Some)
    }

    /// Reads the response to a [`request`](Self::request).
    #[must_use]
    pub fn outcome(&self, response: &Response<Bytes>) -> SendResult {
        match self {
            Self::Preview => SendResult::Accepted { id: None },
            Self::Postmark(postmark) => postmark.outcome(response),
            Self::Resend(resend) => resend.outcome(response),
            Self::SendGrid(sendgrid) => sendgrid.outcome(response),
            Self::Mailgun(mailgun) => mailgun.outcome(response),
            Self::Brevo(brevo) => brevo.outcome(response),
            Self::Ses(ses) => ses.outcome(response),
            Self::Mailjet(mailjet) => mailjet.outcome(response),
            Self::SparkPost(sparkpost) => sparkpost.outcome(response),
            Self::Mailtrap(mailtrap) => mailtrap.outcome(response),
            Self::Scaleway(scaleway) => scaleway.outcome(response),
            Self::Mailpit(mailpit) => mailpit.outcome(response),
        }
    }
}

#[cfg(test)]
mod tests;
