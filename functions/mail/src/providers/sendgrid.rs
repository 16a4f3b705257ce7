//! SendGrid: <https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send>.
//!
//! It has no idempotency keys. `mail_api_url` is `https://api.eu.sendgrid.com`
//! for an account in the EU.

use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{HeaderValue, Request, Response, StatusCode, Uri};
use serde::Serialize;
use wismo_domain::mail::SendResult;
use wismo_domain::mail::capacity;
use wismo_domain::mail::reference;

use super::address::Party;
use super::answer::{self, by_status};
use super::body::{self, Base64};
use super::headers::{self, Object};
use super::{ConfigError, Outgoing, ProviderConfig, RequestError, origin};

/// The most copies: a mail may have 1,000 recipients in all.
const MAX_COPIES: usize = 999;

/// The largest body: "The total size of your email, including attachments, must
/// be less than 30MB"
/// (<https://www.twilio.com/docs/sendgrid/api-reference/mail-send/limitations>).
const MAX_BODY: usize = capacity::SENDGRID;

/// A SendGrid account, by its key.
#[derive(Clone, Debug)]
pub struct SendGrid {
    endpoint: Uri,
    authorization: HeaderValue,
}

#[derive(Serialize)]
struct Email<'a> {
    personalizations: [Personalization<'a>; 1],
    from: Party<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_to: Option<Party<'a>>,
    subject: &'a str,
    // The plain part has to come first.
    content: [Content<'a>; 2],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<File<'a>>,
    headers: Object<'a, String>,
    tracking_settings: Tracking,
}

#[derive(Serialize)]
struct Personalization<'a> {
    to: [Party<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cc: Vec<Party<'a>>,
    // SendGrid's events carry these as fields of their own.
    custom_args: Object<'a, &'a str>,
}

#[derive(Serialize)]
struct Content<'a> {
    r#type: &'static str,
    value: &'a str,
}

#[derive(Serialize)]
struct File<'a> {
    content: Base64<'a>,
    r#type: &'a str,
    filename: &'a str,
    disposition: &'static str,
}

#[derive(Serialize)]
struct Tracking {
    click_tracking: Clicks,
    open_tracking: Enable,
    subscription_tracking: Enable,
    ganalytics: Enable,
}

#[derive(Serialize)]
struct Clicks {
    enable: bool,
    enable_text: bool,
}

#[derive(Serialize)]
struct Enable {
    enable: bool,
}

/// Settings by which SendGrid puts nothing into the mail: no picture, no other
/// link.
const NO_TRACKING: Tracking = Tracking {
    click_tracking: Clicks {
        enable: false,
        enable_text: false,
    },
    open_tracking: Enable { enable: false },
    subscription_tracking: Enable { enable: false },
    ganalytics: Enable { enable: false },
};

impl SendGrid {
    pub(super) fn new(config: ProviderConfig<'_>) -> Result<Self, ConfigError> {
        let own = "https://api.sendgrid.com";
        Ok(Self {
            endpoint: origin::endpoint(config.api_url, own, "/v3/mail/send")?,
            authorization: config.key("Bearer ")?,
        })
    }

    pub(super) fn request(&self, out: &Outgoing<'_>) -> Result<Request<Bytes>, RequestError> {
        let mail = out.mail;
        let files = out.attachments.iter();
        let email = Email {
            personalizations: [Personalization {
                to: [Party::of(&mail.to)?],
                cc: Party::copies(mail, MAX_COPIES),
                custom_args: Object(&[(reference::FIELD, out.reference)]),
            }],
            from: Party::of(&mail.from)?,
            reply_to: mail.reply_to.as_ref().map(Party::of).transpose()?,
            subject: &mail.subject,
            content: [
                Content {
                    r#type: "text/plain",
                    value: &mail.text,
                },
                Content {
                    r#type: "text/html",
                    value: &mail.html,
                },
            ],
            attachments: files
                .map(|file| File {
                    content: Base64(&file.content),
                    r#type: &file.media_type,
                    filename: &file.name,
                    disposition: "attachment",
                })
                .collect(),
            headers: Object(headers::check(mail, &["x-sg-id", "x-sg-eid"])?),
            tracking_settings: NO_TRACKING,
        };
        let mut request = body::json(&self.endpoint, &email, MAX_BODY)?;
        let headers = request.headers_mut();
        headers.insert(AUTHORIZATION, self.authorization.clone());
        Ok(request)
    }

    pub(super) fn outcome(&self, response: &Response<Bytes>) -> SendResult {
        let id = response.headers().get("x-message-id");
        let id = id.and_then(|id| answer::id(id.to_str().ok()?));
        if response.status() == StatusCode::ACCEPTED && (id.is_some() || response.body().is_empty())
        {
            return SendResult::Accepted { id };
        }
        let reason = answer::reason("SendGrid", response, "");
        if !response.status().is_client_error() {
            return by_status(response, reason);
        }
        // There are no codes: errors can be told apart only by their words and their
        // field.
        let json = answer::json(response);
        let words = answer::text(&json, "/errors/0/message");
        let field = answer::text(&json, "/errors/0/field");
        if words.contains("Maximum credits exceeded") {
            // It comes with the status 401.
            return answer::over_quota(response, format!("{reason} (no credits left)"));
        }
        if response.status() == StatusCode::BAD_REQUEST
            && field.starts_with("personalizations.0.to")
        {
            return SendResult::RecipientRefused {
                reason: format!("{reason} (the recipient)"),
            };
        }
        by_status(response, reason)
    }
}

#[cfg(test)]
mod tests;
