//! Postmark: <https://postmarkapp.com/developer/api/email-api>.
//!
//! It has no idempotency keys. The key travels as metadata, which the customer
//! does not see, so that a mail can be found in Postmark's activity by it.

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, USER_AGENT};
use http::{HeaderValue, Request, Response, Uri};
use serde::{Deserialize, Serialize};
use wismo_domain::mail::{Mail, Sent};

use super::status::{by_status, id};
use super::{RequestError, SettingError, address, origin, setting};

/// A Postmark server, by its token.
#[derive(Clone, Debug)]
pub struct Postmark {
    endpoint: Uri,
    token: HeaderValue,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Email<'a> {
    from: String,
    to: String,
    // Commas between them.
    #[serde(skip_serializing_if = "String::is_empty")]
    cc: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_to: Option<String>,
    subject: &'a str,
    text_body: &'a str,
    html_body: &'a str,
    headers: Vec<Header<'a>>,
    metadata: Metadata<'a>,
    // Postmark would send the secret link through a host of its own, whatever
    // the server's settings say.
    track_opens: bool,
    track_links: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Header<'a> {
    name: &'a str,
    value: &'a str,
}

/// At most ten fields, their names at most 20 characters long.
#[derive(Serialize)]
struct Metadata<'a> {
    #[serde(rename = "wismo-key")]
    key: &'a str,
}

#[derive(Deserialize)]
struct Answer {
    #[serde(rename = "ErrorCode")]
    code: u32,
    #[serde(rename = "MessageID")]
    id: Option<String>,
}

impl Postmark {
    pub(super) fn new(api_url: &str, api_key: &str) -> Result<Self, SettingError> {
        Ok(Self {
            endpoint: origin::endpoint(api_url, "https://api.postmarkapp.com", "/email")?,
            token: setting::key("", api_key)?,
        })
    }

    pub(super) fn request(&self, mail: &Mail, key: &str) -> Result<Request<Bytes>, RequestError> {
        let email = Email {
            from: address::field(&mail.from)?,
            to: address::field(&mail.to)?,
            cc: address::copies(&mail.cc).join(", "),
            reply_to: mail.reply_to.as_ref().map(address::field).transpose()?,
            subject: &mail.subject,
            text_body: &mail.text,
            html_body: &mail.html,
            headers: mail
                .headers
                .iter()
                .map(|(name, value)| Header { name, value })
                .collect(),
            metadata: Metadata { key },
            track_opens: false,
            track_links: "None",
        };
        let body = serde_json::to_vec(&email).map_err(|_| RequestError::Form)?;
        Request::post(self.endpoint.clone())
            .header(ACCEPT, "application/json")
            .header(CONTENT_TYPE, "application/json")
            .header(USER_AGENT, super::USER_AGENT)
            .header("x-postmark-server-token", self.token.clone())
            .body(body.into())
            .map_err(|_| RequestError::Form)
    }

    pub(super) fn outcome(&self, response: &Response<Bytes>) -> Sent {
        let status = response.status();
        let Ok(answer) = serde_json::from_slice::<Answer>(response.body()) else {
            return by_status(status, format!("Postmark: {}", status.as_u16()));
        };
        if status.is_success() && answer.code == 0 {
            return Sent::Accepted { id: id(answer.id) };
        }
        let reason = format!("Postmark: {}, ErrorCode {}", status.as_u16(), answer.code);
        match answer.code {
            // The code is more exact than the 422 that carries it:
            // https://postmarkapp.com/developer/api/overview#error-codes
            _ if !status.is_client_error() => by_status(status, reason),
            100 | 429 => Sent::TryAgain {
                reason,
                after: None,
            },
            10 | 400 | 401 | 405 | 412 | 413 => Sent::Misconfigured { reason },
            406 => Sent::RecipientRefused {
                reason: format!("{reason} (inactive recipient)"),
            },
            _ => by_status(status, reason),
        }
    }
}

#[cfg(test)]
mod tests;
