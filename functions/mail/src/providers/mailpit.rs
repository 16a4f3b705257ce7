//! Mailpit, a local inbox that keeps every mail it gets:
//! <https://mailpit.axllent.org/docs/api-v1/>.
//!
//! `mail_api_url` is the address at which it listens, such as
//! `http://127.0.0.1:8025`, and `mail_api_key` is `user:password` if it asks
//! for one.

use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{HeaderValue, Request, Response, StatusCode, Uri};
use serde::Serialize;
use wismo_domain::mail::SendResult;
use wismo_domain::mail::capacity;
use wismo_domain::mail::reference;

use super::address::CapitalParty;
use super::answer::{self, by_status};
use super::body::{self, Base64};
use super::headers::{self, Object};
use super::{ConfigError, Outgoing, ProviderConfig, RequestError, config, origin};

const MAX_COPIES: usize = 99;

/// The largest body: the default of its `--max-message-size`.
const MAX_BODY: usize = capacity::MAILPIT;

/// A Mailpit, by its address.
#[derive(Clone, Debug)]
pub struct Mailpit {
    endpoint: Uri,
    authorization: Option<HeaderValue>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Email<'a> {
    from: CapitalParty<'a>,
    to: [CapitalParty<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cc: Vec<CapitalParty<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reply_to: Vec<CapitalParty<'a>>,
    subject: &'a str,
    text: &'a str,
    #[serde(rename = "HTML")]
    html: &'a str,
    headers: Object<'a, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<File<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct File<'a> {
    content: Base64<'a>,
    filename: &'a str,
    content_type: &'a str,
}

impl Mailpit {
    pub(super) fn new(config: ProviderConfig<'_>) -> Result<Self, ConfigError> {
        let authorization = match config.key_pair("the user and the password") {
            Ok((user, password)) => Some(config::basic(user, password)?),
            Err(ConfigError::NoKey) => None,
            Err(error) => return Err(error),
        };
        Ok(Self {
            endpoint: origin::endpoint(config.api_url, "", "/api/v1/send")?,
            authorization,
        })
    }

    pub(super) fn request(&self, out: &Outgoing<'_>) -> Result<Request<Bytes>, RequestError> {
        let mail = out.mail;
        let mut fields = headers::check(mail, &[])?.to_vec();
        fields.push((reference::HEADER.to_owned(), out.reference.to_owned()));
        let reply_to = mail.reply_to.as_ref().map(CapitalParty::of).transpose()?;
        let files = out.attachments.iter();
        let email = Email {
            from: CapitalParty::of(&mail.from)?,
            to: [CapitalParty::of(&mail.to)?],
            cc: CapitalParty::copies(mail, MAX_COPIES),
            reply_to: reply_to.into_iter().collect(),
            subject: &mail.subject,
            text: &mail.text,
            html: &mail.html,
            headers: Object(&fields),
            attachments: files
                .map(|file| File {
                    content: Base64(&file.content),
                    filename: &file.name,
                    content_type: &file.media_type,
                })
                .collect(),
        };
        let mut request = body::json(&self.endpoint, &email, MAX_BODY)?;
        if let Some(authorization) = &self.authorization {
            let headers = request.headers_mut();
            headers.insert(AUTHORIZATION, authorization.clone());
        }
        Ok(request)
    }

    pub(super) fn outcome(&self, response: &Response<Bytes>) -> SendResult {
        let json = answer::json(response);
        let id = answer::id(answer::text(&json, "/ID"));
        if response.status() == StatusCode::OK && id.is_some() {
            return SendResult::Accepted { id };
        }
        by_status(response, answer::reason("Mailpit", response, ""))
    }
}

#[cfg(test)]
mod tests;
