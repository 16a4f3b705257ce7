//! Brevo: <https://developers.brevo.com/reference/send-transac-email>.
//!
//! It remembers an idempotency key for half an hour
//! (<https://developers.brevo.com/docs/heterogenous-versions-batch-emails>),
//! which is less than a notice lives: a late repetition is sent again. Open and
//! click tracking can only be set for the account.

use bytes::Bytes;
use http::{HeaderValue, Request, Response, StatusCode, Uri};
use serde::Serialize;
use sha2::{Digest, Sha256};
use wismo_domain::mail::capacity;
use wismo_domain::mail::{Mailbox, SendResult};

use super::address::{self, Party};
use super::answer::{self, by_status};
use super::body::{self, Base64};
use super::headers::{self, Object};
use super::untemplated::{untemplated, untemplated_html};
use super::{ConfigError, Outgoing, ProviderConfig, RequestError, origin};

/// The most copies: with an attachment, a mail may have 99 recipients in all
/// (<https://help.brevo.com/hc/en-us/articles/4402811730962>).
const MAX_COPIES: usize = 98;

/// The largest body: 20 MB, content and attachments (the same page).
const MAX_BODY: usize = capacity::BREVO;

/// The longest name, in characters, by the API's reference.
const MAX_NAME: usize = 70;

/// A Brevo account, by its key.
#[derive(Clone, Debug)]
pub struct Brevo {
    endpoint: Uri,
    key: HeaderValue,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Email<'a> {
    sender: Party<'a>,
    to: [Party<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cc: Vec<Party<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_to: Option<Party<'a>>,
    subject: String,
    text_content: String,
    html_content: String,
    headers: Object<'a, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachment: Vec<File<'a>>,
}

/// An attachment, whose type is given by the ending of its name.
#[derive(Serialize)]
struct File<'a> {
    name: &'a str,
    content: Base64<'a>,
}

impl Brevo {
    pub(super) fn new(config: ProviderConfig<'_>) -> Result<Self, ConfigError> {
        let own = "https://api.brevo.com";
        Ok(Self {
            endpoint: origin::endpoint(config.api_url, own, "/v3/smtp/email")?,
            key: config.key("")?,
        })
    }

    pub(super) fn request(&self, out: &Outgoing<'_>) -> Result<Request<Bytes>, RequestError> {
        let mail = out.mail;
        let mut fields = headers::check(mail, &["idempotencykey", "x-mailin-custom"])?.to_vec();
        fields.push(("idempotencyKey".to_owned(), uuid(out.key)));
        // The reference that Brevo's events carry.
        fields.push(("X-Mailin-custom".to_owned(), out.reference.to_owned()));
        let copies = address::copies(mail, MAX_COPIES).into_iter();
        let mut reply_to = mail.reply_to.as_ref().map(party).transpose()?;
        if let Some(party) = &mut reply_to
            && !party.name.is_ascii()
        {
            // Brevo sends this name unencoded, which no header field allows.
            party.name.clear();
        }
        let files = out.attachments.iter();
        let email = Email {
            sender: party(&mail.from)?,
            to: [party(&mail.to)?],
            cc: copies.filter_map(|copy| party(copy).ok()).collect(),
            reply_to,
            // Brevo renders these as templates, and sends nothing if one is
            // not a valid template.
            subject: untemplated(&mail.subject),
            text_content: untemplated(&mail.text),
            html_content: untemplated_html(&mail.html),
            headers: Object(&fields),
            attachment: files
                .map(|file| File {
                    name: &file.name,
                    content: Base64(&file.content),
                })
                .collect(),
        };
        let mut request = body::json(&self.endpoint, &email, MAX_BODY)?;
        request.headers_mut().insert("api-key", self.key.clone());
        Ok(request)
    }

    pub(super) fn outcome(&self, response: &Response<Bytes>) -> SendResult {
        let json = answer::json(response);
        let status = response.status();
        let id = answer::text(&json, "/messageId");
        if matches!(status, StatusCode::CREATED | StatusCode::ACCEPTED)
            && let Some(id) = answer::id(id.trim_matches(['<', '>']))
        {
            return SendResult::Accepted { id: Some(id) };
        }
        let code = answer::text(&json, "/code");
        let reason = answer::reason("Brevo", response, code);
        if !status.is_client_error() {
            return by_status(response, reason);
        }
        // One code has many meanings; the message says which field it is
        // about.
        let words = answer::text(&json, "/message");
        match code {
            _ if status == StatusCode::PAYMENT_REQUIRED => answer::over_quota(response, reason),
            "not_enough_credits" => answer::over_quota(response, reason),
            "unauthorized" | "permission_denied" | "account_under_validation" => {
                SendResult::Misconfigured { reason }
            }
            // Brevo saw the key before, and does not say what became of the mail
            // then.
            "duplicate_request" => SendResult::Unknown { reason },
            "invalid_parameter" if words.ends_with("valid in to") => {
                SendResult::RecipientRefused { reason }
            }
            "invalid_parameter" if words.contains("sender") => SendResult::Misconfigured { reason },
            _ => by_status(response, reason),
        }
    }
}

/// The party without the punctuation that would make Brevo lose a name beyond
/// ASCII.
fn party(mailbox: &Mailbox) -> Result<Party<'_>, RequestError> {
    Ok(Party {
        email: address::ascii(mailbox)?,
        name: address::plain_name(mailbox)
            .chars()
            .take(MAX_NAME)
            .collect(),
    })
}

/// The key as a UUID: made from its hash, in the form of a name-based UUID
/// (RFC 9562, section 5.5), which every validator knows.
fn uuid(key: &str) -> String {
    let mut bytes = [0; 16];
    for (byte, hashed) in bytes.iter_mut().zip(Sha256::digest(key)) {
        *byte = hashed;
    }
    let number = u128::from_be_bytes(bytes);
    let number = (number & !(0xf << 76) & !(0b11 << 62)) | (0x5 << 76) | (0b10 << 62);
    let hex = format!("{number:032x}");
    let parts = [(0, 8), (8, 12), (12, 16), (16, 20), (20, 32)];
    let parts = parts.map(|(from, to)| hex.get(from..to).unwrap_or_default());
    parts.join("-")
}

#[cfg(test)]
mod tests;
