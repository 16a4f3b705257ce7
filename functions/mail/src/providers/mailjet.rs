//! Mailjet, version 3.1 of its Send API: <https://dev.mailjet.com/email/guides/send-api-v31/>.
//!
//! It has no idempotency keys. `mail_api_key` is its API key and secret key.

use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{HeaderValue, Request, Response, Uri};
use serde::Serialize;
use serde_json::Value;
use wismo_domain::mail::SendResult;
use wismo_domain::mail::capacity;

use super::address::CapitalParty;
use super::answer::{self, by_status};
use super::body::{self, Base64};
use super::headers::{self, Object};
use super::{ConfigError, Outgoing, ProviderConfig, RequestError, config, origin};

/// The most copies: 50 recipients of all kinds, including the customer.
const MAX_COPIES: usize = 49;

/// The largest body: 15 MB of attachments; the parts are small beside them.
const MAX_BODY: usize = capacity::MAILJET;

/// The longest subject, in characters.
const MAX_SUBJECT: usize = 255;

/// "Forbidden headers", in addition to those that every API sets itself.
const FORBIDDEN: &[&str] = &[
    "delivered-to",
    "domainkey-status",
    "received-spf",
    "authentication-results",
    "user-agent",
    "x-mailer",
    "x-feedback-id",
    "list-id",
    "x-csa-complaints",
    "x-mailjet-prio",
    "x-mailjet-debug",
    "x-mailjet-trackopen",
    "x-mailjet-trackclick",
    "x-mailjet-segmentation",
    "x-mailjet-campaign",
    "x-mj-customid",
    "x-mj-eventpayload",
    "x-mj-vars",
    "x-mj-templateerrordeliver",
    "x-mj-templateerrorreporting",
    "x-mj-templatelanguage",
    "x-mj-templateid",
    "x-mj-workflowid",
    "x-mj-mid",
    "x-mj-errormessage",
    "x-mj-statisticscontactslistid",
];

/// A Mailjet account, by its key.
#[derive(Clone, Debug)]
pub struct Mailjet {
    endpoint: Uri,
    authorization: HeaderValue,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Emails<'a> {
    messages: [Email<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Email<'a> {
    from: CapitalParty<'a>,
    to: [CapitalParty<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cc: Vec<CapitalParty<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_to: Option<CapitalParty<'a>>,
    subject: &'a str,
    text_part: &'a str,
    #[serde(rename = "HTMLPart")]
    html_part: &'a str,
    headers: Object<'a, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<File<'a>>,
    // The reference that Mailjet's events carry.
    #[serde(rename = "CustomID")]
    custom_id: &'a str,
    track_opens: &'static str,
    track_clicks: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct File<'a> {
    content_type: &'a str,
    filename: &'a str,
    base64_content: Base64<'a>,
}

impl Mailjet {
    pub(super) fn new(config: ProviderConfig<'_>) -> Result<Self, ConfigError> {
        let (key, secret) = config.key_pair("the API key and the secret key")?;
        let own = "https://api.mailjet.com";
        Ok(Self {
            endpoint: origin::endpoint(config.api_url, own, "/v3.1/send")?,
            authorization: config::basic(key, secret)?,
        })
    }

    pub(super) fn request(&self, out: &Outgoing<'_>) -> Result<Request<Bytes>, RequestError> {
        let mail = out.mail;
        if mail.subject.chars().count() > MAX_SUBJECT {
            return Err(RequestError::TooLong);
        }
        let files = out.attachments.iter();
        let email = Email {
            from: CapitalParty::of(&mail.from)?,
            to: [CapitalParty::of(&mail.to)?],
            cc: CapitalParty::copies(mail, MAX_COPIES),
            reply_to: mail.reply_to.as_ref().map(CapitalParty::of).transpose()?,
            subject: &mail.subject,
            text_part: &mail.text,
            html_part: &mail.html,
            headers: Object(headers::check(mail, FORBIDDEN)?),
            attachments: files
                .map(|file| File {
                    content_type: &file.media_type,
                    filename: &file.name,
                    base64_content: Base64(&file.content),
                })
                .collect(),
            custom_id: out.reference,
            track_opens: "disabled",
            track_clicks: "disabled",
        };
        let emails = Emails { messages: [email] };
        let mut request = body::json(&self.endpoint, &emails, MAX_BODY)?;
        let headers = request.headers_mut();
        headers.insert(AUTHORIZATION, self.authorization.clone());
        Ok(request)
    }

    pub(super) fn outcome(&self, response: &Response<Bytes>) -> SendResult {
        let json = answer::json(response);
        let is_success = answer::text(&json, "/Messages/0/Status") == "success";
        // Mailjet's other APIs and its events know the mail by this number.
        let id = json.pointer("/Messages/0/To/0/MessageID");
        let id = id.and_then(Value::as_u64).map(|id| id.to_string());
        if response.status().is_success() && is_success {
            return SendResult::Accepted { id };
        }
        let error = json.pointer("/Messages/0/Errors/0").unwrap_or(&json);
        let code = answer::text(error, "/ErrorCode");
        let reason = answer::reason("Mailjet", response, code);
        let status = response.status();
        if !status.is_client_error() && code.is_empty() {
            return by_status(response, reason);
        }
        let is_recipient = answer::text(error, "/ErrorRelatedTo/0").starts_with("To");
        match code {
            "mj-0001" | "send-0006" | "send-0007" | "send-0008" => {
                SendResult::Misconfigured { reason }
            }
            "mj-0013" if is_recipient => SendResult::RecipientRefused { reason },
            // The mail was refused, although the request was not.
            _ if status.is_success() => match error.get("StatusCode").and_then(Value::as_u64) {
                Some(401..=405) => SendResult::Misconfigured { reason },
                Some(429 | 500..=599) => answer::try_again(response, reason),
                _ => SendResult::Refused { reason },
            },
            _ => by_status(response, reason),
        }
    }
}

#[cfg(test)]
mod tests;
