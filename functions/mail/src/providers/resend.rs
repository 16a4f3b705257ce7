//! Resend: <https://resend.com/docs/api-reference/emails/send-email>.
//!
//! It remembers an idempotency key for 24 hours; after that, the same key
//! sends again (<https://resend.com/docs/dashboard/emails/idempotency-keys>).
//! Open and click tracking can only be set for the domain.

use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{HeaderValue, Request, Response, Uri};
use serde::Serialize;
use wismo_domain::mail::SendResult;
use wismo_domain::mail::capacity;
use wismo_domain::mail::reference;

use super::answer::{self, by_status};
use super::body::{self, Base64};
use super::headers::{self, Object};
use super::{ConfigError, Outgoing, ProviderConfig, RequestError, address, origin};

/// The most copies: a mail may have 50 recipients of a kind.
const MAX_COPIES: usize = 49;

/// The largest body: 40 MB, attachments included, after base64
/// (<https://resend.com/docs/dashboard/emails/attachments>).
const MAX_BODY: usize = capacity::RESEND;

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
    headers: Object<'a, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<File<'a>>,
    tags: [Tag<'a>; 1],
}

#[derive(Serialize)]
struct File<'a> {
    content: Base64<'a>,
    filename: &'a str,
    content_type: &'a str,
}

/// A tag of ASCII letters, digits, `_` and `-`, at most 256 of them.
#[derive(Serialize)]
struct Tag<'a> {
    name: &'static str,
    value: &'a str,
}

impl Resend {
    pub(super) fn new(config: ProviderConfig<'_>) -> Result<Self, ConfigError> {
        let own = "https://api.resend.com";
        Ok(Self {
            endpoint: origin::endpoint(config.api_url, own, "/emails")?,
            authorization: config.key("Bearer ")?,
        })
    }

    /// Makes the request. The same mail and key give the same bytes, as Resend
    /// refuses a key that comes back with another body.
    pub(super) fn request(&self, out: &Outgoing<'_>) -> Result<Request<Bytes>, RequestError> {
        let mail = out.mail;
        let files = out.attachments.iter();
        let email = Email {
            from: address::field(&mail.from)?,
            to: [address::field(&mail.to)?],
            cc: address::copy_fields(mail, MAX_COPIES),
            reply_to: mail.reply_to.as_ref().map(address::field).transpose()?,
            subject: &mail.subject,
            text: &mail.text,
            html: &mail.html,
            headers: Object(headers::check(mail, &[])?),
            attachments: files
                .map(|file| File {
                    content: Base64(&file.content),
                    filename: &file.name,
                    content_type: &file.media_type,
                })
                .collect(),
            tags: [Tag {
                name: reference::FIELD,
                value: out.reference,
            }],
        };
        let mut request = body::json(&self.endpoint, &email, MAX_BODY)?;
        let key = HeaderValue::try_from(out.key).map_err(|_| RequestError::Key)?;
        let headers = request.headers_mut();
        headers.insert(AUTHORIZATION, self.authorization.clone());
        headers.insert("idempotency-key", key);
        Ok(request)
    }

    pub(super) fn outcome(&self, response: &Response<Bytes>) -> SendResult {
        let json = answer::json(response);
        if response.status().is_success()
            && let Some(id) = answer::id(answer::text(&json, "/id"))
        {
            return SendResult::Accepted { id: Some(id) };
        }
        let name = answer::text(&json, "/name");
        let reason = answer::reason("Resend", response, name);
        match name {
            // https://resend.com/docs/api-reference/errors
            _ if !response.status().is_client_error() => by_status(response, reason),
            // The key was used for another mail: trying again cannot help.
            "invalid_idempotent_request" => SendResult::Refused { reason },
            // These are about the sender and the key, although they come with
            // 422.
            "invalid_from_address" | "invalid_access" => SendResult::Misconfigured { reason },
            "daily_quota_exceeded" | "monthly_quota_exceeded" => {
                answer::over_quota(response, reason)
            }
            _ => by_status(response, reason),
        }
    }
}

#[cfg(test)]
mod tests;
