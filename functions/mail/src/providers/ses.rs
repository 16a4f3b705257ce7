//! Amazon SES, version 2 of its API:
//! <https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html>.
//!
//! It has no idempotency keys. `mail_account` is the region, and `mail_api_key`
//! the access key's id and secret. Open and click tracking can only be set for
//! the configuration set.

mod signature;

use bytes::Bytes;
use http::header::{AUTHORIZATION, HOST};
use http::{HeaderValue, Request, Response, Uri};
use serde::Serialize;
use wismo_domain::access::secret::Secret;
use wismo_domain::mail::SendResult;
use wismo_domain::mail::capacity;
use wismo_domain::mail::reference;
use wismo_domain::time::Timestamp;

use self::signature::{Signed, Signer};
use super::answer::{self, by_status};
use super::body::{self, Base64};
use super::encoded_word::field;
use super::headers::{self, Field};
use super::{ConfigError, Outgoing, ProviderConfig, RequestError, address, origin};

const PATH: &str = "/v2/email/outbound-emails";

/// The most copies: 50 recipients of all kinds, including the customer
/// (<https://docs.aws.amazon.com/ses/latest/dg/quotas.html>).
const MAX_COPIES: usize = 49;

/// The largest body: 40 MB after base64 (the same page).
const MAX_BODY: usize = capacity::SES;

/// An AWS account in a region, by an access key.
#[derive(Clone, Debug)]
pub struct Ses {
    endpoint: Uri,
    region: String,
    key_id: String,
    secret: Secret,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Email<'a> {
    // Here and below, an address with a name must be ASCII.
    from_email_address: String,
    destination: Destination,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reply_to_addresses: Vec<String>,
    content: Content<'a>,
    email_tags: [Tag<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Destination {
    to_addresses: [String; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cc_addresses: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Content<'a> {
    simple: Message<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Message<'a> {
    subject: Text<'a>,
    body: Body<'a>,
    headers: Vec<Field<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<File<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Body<'a> {
    text: Text<'a>,
    html: Text<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Text<'a> {
    data: &'a str,
    // Without it, the text is read as ASCII.
    charset: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct File<'a> {
    raw_content: Base64<'a>,
    file_name: &'a str,
    content_type: &'a str,
    content_disposition: &'static str,
    content_transfer_encoding: &'static str,
}

/// A tag of ASCII letters, digits, `_` and `-`, at most 256 of them. The
/// events that a configuration set publishes carry it.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Tag<'a> {
    name: &'static str,
    value: &'a str,
}

impl Ses {
    pub(super) fn new(config: ProviderConfig<'_>) -> Result<Self, ConfigError> {
        let region = config.account("the region, such as eu-north-1", |region| {
            let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            region.len() <= 32 && region.contains('-') && region.chars().all(fits)
        })?;
        let (key_id, secret) = config.key_pair("the access key's id and secret")?;
        let own = format!("https://email.{region}.amazonaws.com");
        Ok(Self {
            endpoint: origin::endpoint(config.api_url, &own, PATH)?,
            region: region.to_owned(),
            key_id: key_id.to_owned(),
            secret: Secret::new(secret),
        })
    }

    /// Makes the request, signed at `now` and valid for a few minutes.
    pub(super) fn request(
        &self,
        out: &Outgoing<'_>,
        now: Timestamp,
    ) -> Result<Request<Bytes>, RequestError> {
        let mail = out.mail;
        let copies = address::copies(mail, MAX_COPIES).into_iter();
        let reply_to = mail.reply_to.as_ref().map(field).transpose()?;
        let files = out.attachments.iter();
        let email = Email {
            from_email_address: field(&mail.from)?,
            destination: Destination {
                to_addresses: [field(&mail.to)?],
                cc_addresses: copies.filter_map(|copy| field(copy).ok()).collect(),
            },
            reply_to_addresses: reply_to.into_iter().collect(),
            content: Content {
                simple: Message {
                    subject: text(&mail.subject),
                    body: Body {
                        text: text(&mail.text),
                        html: text(&mail.html),
                    },
                    headers: headers::list(headers::check(mail, &[])?),
                    attachments: files
                        .map(|file| File {
                            raw_content: Base64(&file.content),
                            file_name: &file.name,
                            content_type: &file.media_type,
                            content_disposition: "ATTACHMENT",
                            content_transfer_encoding: "BASE64",
                        })
                        .collect(),
                },
            },
            email_tags: [Tag {
                name: reference::FIELD,
                value: out.reference,
            }],
        };
        let mut request = body::json(&self.endpoint, &email, MAX_BODY)?;
        self.sign(&mut request, now).ok_or(RequestError::Form)?;
        Ok(request)
    }

    fn sign(&self, request: &mut Request<Bytes>, now: Timestamp) -> Option<()> {
        let signer = Signer {
            key_id: &self.key_id,
            secret: self.secret.reveal(),
            region: &self.region,
            service: "ses",
        };
        let host = self.endpoint.authority()?.as_str();
        let date = signature::date(now);
        let signed = Signed {
            method: "POST",
            path: PATH,
            headers: &[
                ("content-type", "application/json"),
                ("host", host),
                ("x-amz-date", &date),
            ],
            body: request.body(),
        };
        let authorization = signer.authorization(&signed, &date)?;
        let mut authorization = HeaderValue::try_from(authorization).ok()?;
        authorization.set_sensitive(true);
        let headers = request.headers_mut();
        headers.insert(HOST, HeaderValue::try_from(host).ok()?);
        headers.insert("x-amz-date", HeaderValue::try_from(date).ok()?);
        headers.insert(AUTHORIZATION, authorization);
        Some(())
    }

    pub(super) fn outcome(&self, response: &Response<Bytes>) -> SendResult {
        let json = answer::json(response);
        if response.status().is_success()
            && let Some(id) = answer::id(answer::text(&json, "/MessageId"))
        {
            return SendResult::Accepted { id: Some(id) };
        }
        let code = code(response, &json);
        let reason = answer::reason("SES", response, &code);
        if !response.status().is_client_error() {
            return by_status(response, reason);
        }
        let words = ["/message", "/Message"].map(|path| answer::text(&json, path));
        let says = |text: &str| words.iter().any(|words| words.contains(text));
        match code.as_str() {
            // https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas-errors.html:
            // both quotas come with one code.
            "ThrottlingException" | "Throttling" | "TooManyRequestsException" => {
                if says("Daily message quota") {
                    answer::over_quota(response, reason)
                } else {
                    answer::try_again(response, reason)
                }
            }
            "LimitExceededException" => answer::over_quota(response, reason),
            "AccountSuspendedException"
            | "SendingPausedException"
            | "MailFromDomainNotVerifiedException"
            | "IncompleteSignature"
            | "IncompleteSignatureException" => SendResult::Misconfigured { reason },
            // It is about the sender; or about the recipient, while the account
            // is in the sandbox.
            "MessageRejected" if says("not verified") => SendResult::Misconfigured { reason },
            _ => by_status(response, reason),
        }
    }
}

/// The error's name: `Name:http://...` in a field, or `namespace#Name` in the
/// body (<https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html>,
/// "Operation error serialization").
fn code(response: &Response<Bytes>, json: &serde_json::Value) -> String {
    let field = response.headers().get("x-amzn-errortype");
    let name = field.and_then(|field| field.to_str().ok());
    let name = name.unwrap_or_else(|| match answer::text(json, "/__type") {
        "" => answer::text(json, "/code"),
        name => name,
    });
    let name = name.split(':').next().unwrap_or_default();
    name.rsplit('#').next().unwrap_or_default().to_owned()
}

const fn text(data: &str) -> Text<'_> {
    Text {
        data,
        charset: "UTF-8",
    }
}

#[cfg(test)]
mod tests;
