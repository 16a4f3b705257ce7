//! SparkPost: <https://developers.sparkpost.com/api/transmissions/>.
//!
//! It has no idempotency keys. `mail_api_url` is `https://api.eu.sparkpost.com`
//! for an account in the EU.

use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{HeaderValue, Request, Response, StatusCode, Uri};
use serde::Serialize;
use serde_json::Value;
use wismo_domain::mail::capacity;
use wismo_domain::mail::reference;
use wismo_domain::mail::{Mailbox, SendResult};

use super::address::{self, Party};
use super::answer::{self, by_status};
use super::body::{self, Base64};
use super::headers::{self, Object};
use super::untemplated::untemplated;
use super::{ConfigError, Outgoing, ProviderConfig, RequestError, origin};

/// The most copies: far fewer than SparkPost takes, but so many would not be
/// copies any more.
const MAX_COPIES: usize = 99;

/// The largest body: "The transmission content (text + html + attachments +
/// inline images) is limited to 20 MBs."
const MAX_BODY: usize = capacity::SPARKPOST;

/// A SparkPost account, by its key.
#[derive(Clone, Debug)]
pub struct SparkPost {
    endpoint: Uri,
    authorization: HeaderValue,
}

#[derive(Serialize)]
struct Transmission<'a> {
    options: Options,
    recipients: Vec<Recipient<'a>>,
    content: Content<'a>,
    // The reference that SparkPost's events carry as `rcpt_meta`.
    metadata: Object<'a, &'a str>,
}

#[derive(Serialize)]
struct Options {
    transactional: bool,
    open_tracking: bool,
    click_tracking: bool,
    // Otherwise `{{` in an item's name would be taken for a template.
    perform_substitutions: bool,
}

#[derive(Serialize)]
struct Recipient<'a> {
    address: Address<'a>,
}

/// The address of a recipient. For a copy, its `To` header names the mail's
/// main recipient
/// (<https://support.sparkpost.com/docs/faq/cc-bcc-with-rest-api>).
#[derive(Serialize)]
struct Address<'a> {
    #[serde(flatten)]
    party: Party<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    header_to: Option<String>,
}

#[derive(Serialize)]
struct Content<'a> {
    from: Party<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_to: Option<String>,
    subject: String,
    text: &'a str,
    html: &'a str,
    headers: Object<'a, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<File<'a>>,
}

#[derive(Serialize)]
struct File<'a> {
    name: &'a str,
    // "Include the charset parameter, if needed."
    r#type: String,
    data: Base64<'a>,
}

impl SparkPost {
    pub(super) fn new(config: ProviderConfig<'_>) -> Result<Self, ConfigError> {
        let own = "https://api.sparkpost.com";
        Ok(Self {
            endpoint: origin::endpoint(config.api_url, own, "/api/v1/transmissions")?,
            authorization: config.key("")?,
        })
    }

    pub(super) fn request(&self, out: &Outgoing<'_>) -> Result<Request<Bytes>, RequestError> {
        let mail = out.mail;
        let copies = address::copies(mail, MAX_COPIES);
        let header_to = untemplated(&address::field(&mail.to)?);
        let mut recipients = vec![Recipient {
            address: Address {
                party: party(&mail.to)?,
                header_to: None,
            },
        }];
        for copy in &copies {
            recipients.push(Recipient {
                address: Address {
                    party: Party {
                        email: address::ascii(copy)?,
                        name: String::new(),
                    },
                    header_to: Some(header_to.clone()),
                },
            });
        }
        let mut fields = headers::check(mail, &[])?.to_vec();
        for (_, value) in &mut fields {
            *value = untemplated(value);
        }
        if !copies.is_empty() {
            let copies: Result<Vec<_>, _> = copies.into_iter().map(address::field).collect();
            fields.push(("CC".to_owned(), untemplated(&copies?.join(", "))));
        }
        let reply_to = mail.reply_to.as_ref().map(address::field).transpose()?;
        let files = out.attachments.iter();
        let transmission = Transmission {
            options: Options {
                transactional: true,
                open_tracking: false,
                click_tracking: false,
                perform_substitutions: false,
            },
            recipients,
            content: Content {
                from: party(&mail.from)?,
                reply_to: reply_to.map(|field| untemplated(&field)),
                subject: untemplated(&mail.subject),
                text: &mail.text,
                html: &mail.html,
                headers: Object(&fields),
                attachments: files
                    .map(|file| File {
                        name: &file.name,
                        r#type: file.type_and_charset(),
                        data: Base64(&file.content),
                    })
                    .collect(),
            },
            metadata: Object(&[(reference::FIELD, out.reference)]),
        };
        let mut request = body::json(&self.endpoint, &transmission, MAX_BODY)?;
        let headers = request.headers_mut();
        headers.insert(AUTHORIZATION, self.authorization.clone());
        Ok(request)
    }

    pub(super) fn outcome(&self, response: &Response<Bytes>) -> SendResult {
        let json = answer::json(response);
        let code = answer::text(&json, "/errors/0/code");
        let reason = answer::reason("SparkPost", response, code);
        if response.status() == StatusCode::OK {
            let accepted = json.pointer("/results/total_accepted_recipients");
            let rejected = json.pointer("/results/total_rejected_recipients");
            let count = |number: Option<&Value>| number.and_then(Value::as_u64);
            let id = answer::id(answer::text(&json, "/results/id"));
            return match (count(accepted), count(rejected)) {
                (Some(1..), Some(0)) if id.is_some() && code.is_empty() => {
                    SendResult::Accepted { id }
                }
                // Either nobody gets the mail; or not everybody does, and
                // SparkPost does not say who.
                (Some(0), _) => SendResult::RecipientRefused { reason },
                (Some(_), Some(1..)) => SendResult::Refused {
                    reason: format!("{reason} (not for every recipient)"),
                },
                _ => SendResult::Unknown { reason },
            };
        }
        match code {
            _ if !response.status().is_client_error() => by_status(response, reason),
            // https://github.com/SparkPost/support-docs, "Extended error codes".
            "5002" => SendResult::RecipientRefused { reason },
            "2008" | "7000" | "7001" => SendResult::Misconfigured { reason },
            _ => by_status(response, reason),
        }
    }
}

fn party(mailbox: &Mailbox) -> Result<Party<'_>, RequestError> {
    let mut party = Party::of(mailbox)?;
    // Header fields are rendered as templates, whatever the options say.
    party.name = untemplated(&party.name);
    Ok(party)
}

#[cfg(test)]
mod tests;
