//! The mail APIs: the request that each wants, and what its answers mean.
//!
//! Pure: a provider makes an HTTP request of a mail and reads the response.
//! Whoever calls sends the one, limits the other's body, and sees to what is
//! lost on the way. Every provider has the same verbs, `request` and `outcome`.

mod address;
mod origin;
mod postmark;
mod resend;
mod setting;
mod status;

use bytes::Bytes;
use http::{Request, Response};
use wismo_domain::mail::{Mail, Sent};

pub use postmark::Postmark;
pub use resend::Resend;
pub use setting::SettingError;

/// Sent with every request: Resend answers 403 without one
/// (<https://resend.com/docs/api-reference/introduction>, "User-Agent").
const USER_AGENT: &str = concat!("wismo/", env!("CARGO_PKG_VERSION"));

/// Longest idempotency key: Postmark keeps it as metadata, whose values may have
/// 80 characters (the API's own message to a longer one); Resend takes 256
/// (<https://resend.com/docs/dashboard/emails/idempotency-keys>).
const MAX_KEY: usize = 80;

/// A mail on its way out, with what travels beside it.
pub struct Outgoing<'a> {
    /// The mail.
    pub mail: &'a Mail,
    /// The files that go with it.
    pub attachments: &'a [Attachment],
    /// By which a provider knows a copy: 1 to 80 visible ASCII characters that
    /// stay the same however often it is tried.
    pub key: &'a str,
    /// What the provider's events name the mail by: base64url, at most 240
    /// characters. It says nothing to who reads it.
    pub reference: &'a str,
}

/// A file that goes with a mail.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// Its name, without control characters and slashes.
    pub name: String,
    /// Its media type, such as `application/pdf`.
    pub media_type: String,
    /// The file.
    pub content: Bytes,
}

/// Whom mails are handed to.
#[derive(Clone, Debug)]
pub enum Provider {
    /// Nobody: a mail is kept as if it were sent, for trying Wismo out.
    Preview,
    /// Postmark.
    Postmark(Postmark),
    /// Resend.
    Resend(Resend),
}

/// Why no provider can be asked to take a mail: none ever will.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RequestError {
    /// An address would need SMTPUTF8, or its domain the ASCII form.
    #[error("an address has characters beyond ASCII, which the mail API does not take")]
    Address,
    /// The idempotency key is none.
    #[error("the idempotency key is not 1 to 80 visible ASCII characters")]
    Key,
    /// The mail cannot be put into a request.
    #[error("the mail cannot be put into a request")]
    Form,
}

impl From<RequestError> for Sent {
    fn from(error: RequestError) -> Self {
        Self::Refused {
            reason: error.to_string(),
        }
    }
}

impl Provider {
    /// The provider that the settings `mail_provider`, `mail_api_url` and
    /// `mail_api_key` name.
    ///
    /// # Errors
    /// When one of them is malformed or missing; the message names it and
    /// holds nothing of its value.
    pub fn from_settings(name: &str, api_url: &str, api_key: &str) -> Result<Self, SettingError> {
        match name.trim() {
            "preview" => Ok(Self::Preview),
            "postmark" => Postmark::new(api_url, api_key).map(Self::Postmark),
            "resend" => Resend::new(api_url, api_key).map(Self::Resend),
            _ => Err(SettingError::Provider),
        }
    }

    /// Whether a mail that is handed over again under the same key is surely
    /// not sent again.
    #[must_use]
    pub const fn has_idempotency(&self) -> bool {
        match self {
            Self::Preview | Self::Resend(_) => true,
            Self::Postmark(_) => false,
        }
    }

    /// The request that hands a mail over, under a key of 1 to 80 visible ASCII
    /// characters that stays the same however often it is tried. `None` where
    /// nothing is to be sent: the mail counts as accepted, with the key for its id.
    ///
    /// # Errors
    /// When the provider will never take the mail.
    pub fn request(&self, mail: &Mail, key: &str) -> Result<Option<Request<Bytes>>, RequestError> {
        let fits = (1..=MAX_KEY).contains(&key.len());
        if !fits || !key.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(RequestError::Key);
        }
        match self {
            Self::Preview => Ok(None),
            Self::Postmark(postmark) => postmark.request(mail, key).map(Some),
            Self::Resend(resend) => resend.request(mail, key).map(Some),
        }
    }

    /// What the response to a [`request`](Self::request) says.
    #[must_use]
    pub fn outcome(&self, response: &Response<Bytes>) -> Sent {
        match self {
            Self::Preview => Sent::Accepted { id: None },
            Self::Postmark(postmark) => postmark.outcome(response),
            Self::Resend(resend) => resend.outcome(response),
        }
    }
}

#[cfg(test)]
mod tests;
