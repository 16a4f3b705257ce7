//! Mailtrap, its transactional stream:
//! <https://docs.mailtrap.io/developers/email-sending/transactional>.
//!
//! It has no idempotency keys. Open and click tracking can only be set for the domain.

use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{HeaderValue, Request, Response, StatusCode, Uri};
use serde::Serialize;
use serde_json::Value;
use wismo_domain::mail::SendResult;
use wismo_domain::mail::capacity;
use wismo_domain::mail::reference;

use super::address::Party;
use super::answer::{self, by_status};
use super::body::{self, Base64};
use super::headers::{self, Object};
use super::{ConfigError, Outgoing, ProviderConfig, RequestError, origin};

/// The most copies: a mail may have 1,000 recipients of a kind.
const MAX_COPIES: usize = 999;

/// The largest body: the limit of a batch; the API gives none for a single
/// mail.
const MAX_BODY: usize = capacity::MAILTRAP;

/// A Mailtrap account, by its token.
#[derive(Clone, Debug)]
pub struct Mailtrap {
    endpoint: Uri,
    authorization: HeaderValue,
}

#[derive(Serialize)]
struct Email<'a> {
    from: Party<'a>,
    to: [Party<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cc: Vec<Party<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_to: Option<Party<'a>>,
    subject: &'a str,
    text: &'a str,
    html: &'a str,
    headers: Object<'a, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<File<'a>>,
    // The reference that Mailtrap's events carry.
    custom_variables: Object<'a, &'a str>,
}

#[derive(Serialize)]
struct File<'a> {
    content: Base64<'a>,
    filename: &'a str,
    r#type: &'a str,
    disposition: &'static str,
}

impl Mailtrap {
    pub(super) fn new(config: ProviderConfig<'_>) -> Result<Self, ConfigError> {
        let own = "https://send.api.mailtrap.io";
        Ok(Self {
            endpoint: origin::endpoint(config.api_url, own, "/api/send")?,
            authorization: config.key("Bearer ")?,
        })
    }

    pub(super) fn request(&self, out: &Outgoing<'_>) -> Result<Request<Bytes>, RequestError> {
        let mail = out.mail;
        let files = out.attachments.iter();
        let email = Email {
            from: Party::of(&mail.from)?,
            to: [Party::of(&mail.to)?],
            cc: Party::copies(mail, MAX_COPIES),
            reply_to: mail.reply_to.as_ref().map(Party::of).transpose()?,
            subject: &mail.subject,
            text: &mail.text,
            html: &mail.html,
            headers: Object(headers::check(mail, &[])?),
            attachments: files
                .map(|file| File {
                    content: Base64(&file.content),
                    filename: &file.name,
                    r#type: &file.media_type,
                    disposition: "attachment",
                })
                .collect(),
            custom_variables: Object(&[(reference::FIELD, out.reference)]),
        };
        let mut request = body::json(&self.endpoint, &email, MAX_BODY)?;
        let headers = request.headers_mut();
        headers.insert(AUTHORIZATION, self.authorization.clone());
        Ok(request)
    }

    pub(super) fn outcome(&self, response: &Response<Bytes>) -> SendResult {
        let json = answer::json(response);
        let reason = answer::reason("Mailtrap", response, "");
        let success = json.get("success").and_then(Value::as_bool);
        if response.status() == StatusCode::OK {
            let id = answer::id(answer::text(&json, "/message_ids/0"));
            return match success {
                Some(true) if id.is_some() => SendResult::Accepted { id },
                Some(false) => SendResult::Refused { reason },
                _ => SendResult::Unknown { reason },
            };
        }
        // There are no codes: the words begin with the field's name.
        let words = answer::text(&json, "/errors/0");
        if response.status() == StatusCode::BAD_REQUEST && words.starts_with("'to'") {
            return SendResult::RecipientRefused {
                reason: format!("{reason} (the recipient)"),
            };
        }
        by_status(response, reason)
    }
}

#[cfg(test)]
mod tests;
