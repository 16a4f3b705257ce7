//! Scaleway Transactional Email:
//! <https://www.scaleway.com/en/developers/api/transactional-email/>.
//!
//! It has no idempotency keys, and no tracking. `mail_account` is the project's id,
//! which may have a region and a colon before it, although `fr-par` is the only region
//! yet.

use bytes::Bytes;
use http::{HeaderValue, Request, Response, Uri};
use serde::Serialize;
use wismo_domain::mail::SendResult;
use wismo_domain::mail::capacity;
use wismo_domain::mail::reference;

use super::address::Party;
use super::answer::{self, by_status};
use super::body::{self, Base64};
use super::{ConfigError, Outgoing, ProviderConfig, RequestError, encoded_word, headers, origin};

/// Limits by
/// <https://www.scaleway.com/en/docs/transactional-email/reference-content/tem-capabilities-and-limits/>:
/// ten recipients, ten attachments, 2 MB. The API's reference demands at least six characters in
/// each part.
const MAX_COPIES: usize = 9;
const MAX_FILES: usize = 10;
const MAX_BODY: usize = capacity::SCALEWAY;
const MIN_PART: usize = 6;

/// A Scaleway project, by its id and a secret key.
#[derive(Clone, Debug)]
pub struct Scaleway {
    endpoint: Uri,
    project: String,
    key: HeaderValue,
}

#[derive(Serialize)]
struct Email<'a> {
    project_id: &'a str,
    from: Party<'a>,
    to: [Party<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cc: Vec<Party<'a>>,
    subject: &'a str,
    text: &'a str,
    html: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<File<'a>>,
    additional_headers: Vec<Field<'a>>,
}

#[derive(Serialize)]
struct File<'a> {
    name: &'a str,
    r#type: &'a str,
    content: Base64<'a>,
}

#[derive(Serialize)]
struct Field<'a> {
    key: &'a str,
    value: &'a str,
}

impl Scaleway {
    pub(super) fn new(config: ProviderConfig<'_>) -> Result<Self, ConfigError> {
        let form = "the project's id, a UUID, or the region, a colon and the project's id";
        let account = config.account(form, |account| {
            let (region, project) = parts(account);
            let in_region = |c: char| c.is_ascii_lowercase() || c == '-';
            let in_project = |c: char| c.is_ascii_hexdigit() || c == '-';
            (1..=32).contains(&region.len())
                && region.chars().all(in_region)
                && project.len() == 36
                && project.chars().all(in_project)
        })?;
        let (region, project) = parts(account);
        let own = "https://api.scaleway.com";
        let path = format!("/transactional-email/v1alpha1/regions/{region}/emails");
        Ok(Self {
            endpoint: origin::endpoint(config.api_url, own, &path)?,
            project: project.to_owned(),
            key: config.key("")?,
        })
    }

    pub(super) fn request(&self, out: &Outgoing<'_>) -> Result<Request<Bytes>, RequestError> {
        let mail = out.mail;
        let parts = [&mail.subject, &mail.text, &mail.html];
        if parts.iter().any(|part| part.chars().count() < MIN_PART) {
            return Err(RequestError::TooShort);
        }
        if out.attachments.len() > MAX_FILES {
            return Err(RequestError::TooManyAttachments);
        }
        let reply_to = mail
            .reply_to
            .as_ref()
            .map(encoded_word::field)
            .transpose()?;
        let mut fields: Vec<Field<'_>> = headers::check(mail, &[])?
            .iter()
            .map(|(key, value)| Field { key, value })
            .collect();
        fields.extend(reply_to.as_ref().map(|value| Field {
            key: "Reply-To",
            value,
        }));
        // Scaleway's events carry the mail's header.
        fields.push(Field {
            key: reference::HEADER,
            value: out.reference,
        });
        let files = out.attachments.iter();
        let email = Email {
            project_id: &self.project,
            from: Party::of(&mail.from)?,
            to: [Party::of(&mail.to)?],
            cc: Party::copies(mail, MAX_COPIES),
            subject: &mail.subject,
            text: &mail.text,
            html: &mail.html,
            attachments: files
                .map(|file| File {
                    name: &file.name,
                    r#type: &file.media_type,
                    content: Base64(&file.content),
                })
                .collect(),
            additional_headers: fields,
        };
        let mut request = body::json(&self.endpoint, &email, MAX_BODY)?;
        let headers = request.headers_mut();
        headers.insert("x-auth-token", self.key.clone());
        Ok(request)
    }

    pub(super) fn outcome(&self, response: &Response<Bytes>) -> SendResult {
        let json = answer::json(response);
        let status = response.status();
        if status.is_success()
            && let Some(id) = answer::id(answer::text(&json, "/emails/0/id"))
        {
            return SendResult::Accepted { id: Some(id) };
        }
        let name = answer::text(&json, "/type");
        let reason = answer::reason("Scaleway", response, name);
        let argument = answer::text(&json, "/details/0/argument_name");
        match name {
            _ if !status.is_client_error() => by_status(response, reason),
            // https://www.scaleway.com/en/developers/api/, "Error handling".
            "quotas_exceeded" => answer::over_quota(response, reason),
            "permissions_denied" | "denied_authentication" | "precondition_failed" => {
                SendResult::Misconfigured { reason }
            }
            "transient_state" | "locked" => answer::try_again(response, reason),
            "invalid_arguments" if is_recipient(argument) => {
                SendResult::RecipientRefused { reason }
            }
            "invalid_arguments" if argument.starts_with("from") || argument == "project_id" => {
                SendResult::Misconfigured { reason }
            }
            _ => by_status(response, reason),
        }
    }
}

fn is_recipient(argument: &str) -> bool {
    argument == "to" || argument.starts_with("to.") || argument.starts_with("to[")
}

/// The region and the project.
fn parts(account: &str) -> (&str, &str) {
    account.split_once(':').unwrap_or(("fr-par", account))
}

#[cfg(test)]
mod tests;
