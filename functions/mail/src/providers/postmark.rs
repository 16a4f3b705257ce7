//! Postmark: <https://postmarkapp.com/developer/api/email-api>.
//!
//! It has no idempotency keys. The key travels as metadata, which the customer
//! does not see, so that a mail can be found in Postmark's activity by it.

use bytes::Bytes;
use http::{HeaderValue, Request, Response, Uri};
use serde::Serialize;
use wismo_domain::mail::SendResult;
use wismo_domain::mail::capacity;
use wismo_domain::mail::reference;

use super::answer::{self, by_status};
use super::body::{self, Base64};
use super::headers::{self, Field, Object};
use super::{ConfigError, Outgoing, ProviderConfig, RequestError, address, origin};

/// The most copies: 50 recipients of all kinds, including the customer
/// (<https://postmarkapp.com/developer>, "Things you should know").
const MAX_COPIES: usize = 49;

/// The largest body, and the largest part: the mail with all attachments, and each of its parts
/// (<https://postmarkapp.com/support/article/1056-what-are-the-attachment-and-email-size-limits>).
const MAX_BODY: usize = capacity::POSTMARK;
const MAX_PART: usize = 5_000_000;

/// The longest metadata value: 80 characters, according to the API's error
/// message. There may be ten values, with names of 20 characters.
const MAX_METADATA: usize = 80;

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
    // Separated by commas.
    #[serde(skip_serializing_if = "String::is_empty")]
    cc: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_to: Option<String>,
    subject: &'a str,
    text_body: &'a str,
    html_body: &'a str,
    headers: Vec<Field<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<File<'a>>,
    metadata: Object<'a, String>,
    // Otherwise Postmark might send the secret link through a host of its own.
    // (For opens, the server's settings can overrule this.)
    track_opens: bool,
    track_links: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct File<'a> {
    name: &'a str,
    content: Base64<'a>,
    content_type: &'a str,
}

impl Postmark {
    pub(super) fn new(config: ProviderConfig<'_>) -> Result<Self, ConfigError> {
        let own = "https://api.postmarkapp.com";
        Ok(Self {
            endpoint: origin::endpoint(config.api_url, own, "/email")?,
            token: config.key("")?,
        })
    }

    pub(super) fn request(&self, out: &Outgoing<'_>) -> Result<Request<Bytes>, RequestError> {
        let mail = out.mail;
        if mail.text.len() > MAX_PART || mail.html.len() > MAX_PART {
            return Err(RequestError::TooLarge);
        }
        let metadata = metadata(out);
        let files = out.attachments.iter();
        let email = Email {
            from: address::field(&mail.from)?,
            to: address::field(&mail.to)?,
            cc: address::copy_fields(mail, MAX_COPIES).join(", "),
            reply_to: mail.reply_to.as_ref().map(address::field).transpose()?,
            subject: &mail.subject,
            text_body: &mail.text,
            html_body: &mail.html,
            headers: headers::list(headers::check(mail, &[])?),
            attachments: files
                .map(|file| File {
                    name: &file.name,
                    content: Base64(&file.content),
                    content_type: &file.media_type,
                })
                .collect(),
            metadata: Object(&metadata),
            track_opens: false,
            track_links: "None",
        };
        let mut request = body::json(&self.endpoint, &email, MAX_BODY)?;
        let token = self.token.clone();
        request
            .headers_mut()
            .insert("x-postmark-server-token", token);
        Ok(request)
    }

    pub(super) fn outcome(&self, response: &Response<Bytes>) -> SendResult {
        let json = answer::json(response);
        let Some(code) = json.get("ErrorCode").and_then(serde_json::Value::as_u64) else {
            return by_status(response, answer::reason("Postmark", response, ""));
        };
        if response.status().is_success() && code == 0 {
            let id = answer::id(answer::text(&json, "/MessageID"));
            return SendResult::Accepted { id };
        }
        let status = response.status();
        let reason = format!("Postmark: {}, ErrorCode {code}", status.as_u16());
        match code {
            // The code is more precise than the status 422 or 200 that carries
            // it:
            // |https://postmarkapp.com/developer/api/overview#error-codes
            _ if !status.is_client_error() && !status.is_success() => by_status(response, reason),
            100 | 429 => answer::try_again(response, reason),
            10 | 400 | 401 | 405 | 412 | 413 => SendResult::Misconfigured { reason },
            406 => SendResult::RecipientRefused {
                reason: format!("{reason} (inactive recipient)"),
            },
            _ => by_status(response, reason),
        }
    }
}

/// The key, and the reference in pieces that fit: `wismo_ref_1`, `wismo_ref_2`.
fn metadata(out: &Outgoing<'_>) -> Vec<(String, String)> {
    let mut fields = vec![("wismo-key".to_owned(), out.key.to_owned())];
    let pieces = out.reference.as_bytes().chunks(MAX_METADATA);
    fields.extend((1..).zip(pieces).map(|(number, piece)| {
        let piece = String::from_utf8_lossy(piece).into_owned();
        (reference::piece(number), piece)
    }));
    fields
}

#[cfg(test)]
mod tests;
