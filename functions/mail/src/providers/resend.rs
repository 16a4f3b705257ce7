//! Resend: <https://resend.com/docs/api-reference/emails/send-email>.
//!
//! It remembers an idempotency key for 24 hours; later than that the same key
//! sends again (<https://resend.com/docs/dashboard/emails/idempotency-keys>).

use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE, USER_AGENT};
use http::{HeaderValue, Request, Response, Uri};
use serde::{Deserialize, Serialize, Serializer};
use wismo_domain::mail::{Mail, Sent};

use super::status::{by_status, id};
use super::{RequestError, SettingError, address, origin, setting};

/// A Resend account, by its key.
#[derive(Clone, Debug)]
pub struct Resend {
    endpoint: Uri,
    authorization: HeaderValue,
}

#[derive(Serialize)]
struct Email<'a> {
    from: String,
    to: [String; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cc: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_to: Option<String>,
    subject: &'a str,
    text: &'a str,
    html: &'a str,
    #[serde(serialize_with = "object")]
    headers: &'a [(String, String)],
}

/// Header fields as one object.
fn object<S: Serializer>(fields: &[(String, String)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(fields.iter().map(|(name, value)| (name, value)))
}

#[derive(Deserialize)]
struct Answer {
    id: Option<String>,
}

#[derive(Deserialize)]
struct Failure {
    name: String,
}

impl Resend {
    pub(super) fn new(api_url: &str, api_key: &str) -> Result<Self, SettingError> {
        Ok(Self {
            endpoint: origin::endpoint(api_url, "https://api.resend.com", "/emails")?,
            authorization: setting::key("Bearer ", api_key)?,
        })
    }

    /// The same mail and key give the same bytes: Resend refuses a key that
    /// comes back with another body.
    pub(super) fn request(&self, mail: &Mail, key: &str) -> Result<Request<Bytes>, RequestError> {
        let email = Email {
            from: address::field(&mail.from)?,
            to: [address::field(&mail.to)?],
            cc: address::copies(&mail.cc),
            reply_to: mail.reply_to.as_ref().map(address::field).transpose()?,
            subject: &mail.subject,
            text: &mail.text,
            html: &mail.html,
            headers: &mail.headers,
        };
        let body = serde_json::to_vec(&email).map_err(|_| RequestError::Form)?;
        Request::post(self.endpoint.clone())
            .header(AUTHORIZATION, self.authorization.clone())
            .header(CONTENT_TYPE, "application/json")
            .header(USER_AGENT, super::USER_AGENT)
            .header("idempotency-key", key)
            .body(body.into())
            .map_err(|_| RequestError::Form)
    }

    pub(super) fn outcome(&self, response: &Response<Bytes>) -> Sent {
        let status = response.status();
        if status.is_success() {
            let answer = serde_json::from_slice::<Answer>(response.body()).ok();
            if let Some(id) = answer.and_then(|answer| id(answer.id)) {
                return Sent::Accepted { id: Some(id) };
            }
        }
        let name = serde_json::from_slice::<Failure>(response.body())
            .map(|failure| failure.name)
            .ok()
            .filter(|name| is_error_name(name))
            .unwrap_or_default();
        let reason = match name.as_str() {
            "" => format!("Resend: {}", status.as_u16()),
            name => format!("Resend: {}, {name}", status.as_u16()),
        };
        match name.as_str() {
            // https://resend.com/docs/api-reference/errors
            _ if !status.is_client_error() => by_status(status, reason),
            // The key was used for another mail: trying again cannot help.
            "invalid_idempotent_request" => Sent::Refused { reason },
            // Of the sender and the key, though they come with 422.
            "invalid_from_address" | "invalid_access" => Sent::Misconfigured { reason },
            _ => by_status(status, reason),
        }
    }
}

/// Whether a text has the form of Resend's error names, which cannot hold an
/// address: it may stand in a reason.
fn is_error_name(text: &str) -> bool {
    (1..=60).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

#[cfg(test)]
mod tests;
