//! Resend's `POST /emails`: <https://resend.com/docs/api-reference/emails/send-email>,
//! and its errors: <https://resend.com/docs/api-reference/errors>.

use http::StatusCode;
use http::request::Parts;
use serde_json::{Value, json};

use super::KEY;
use super::file::{self, Keys};
use super::form::Form;
use super::memory::Submitted;
use super::server::{Answer, Refusal, media_type};

const FIELDS: &[&str] = &[
    "from",
    "to",
    "subject",
    "bcc",
    "cc",
    "scheduled_at",
    "reply_to",
    "html",
    "text",
    "headers",
    "topic_id",
    "attachments",
    "tags",
    "template",
];

const FILE: Keys = Keys {
    name: "filename",
    content: "content",
    media_type: Some("content_type"),
    other: &["path", "content_id"],
};

/// The most bytes: 40 MB, attachments included.
const MAX_BODY: usize = 40_000_000;

pub(super) fn read(parts: &Parts, body: &[u8]) -> Result<(Submitted, Value), Refusal> {
    if parts.uri.path() != "/emails" {
        return Err(refusal(404, "not_found", "no such endpoint"));
    }
    if parts.method != "POST" {
        return Err(refusal(405, "method_not_allowed", "the method is not POST"));
    }
    if !parts.headers.contains_key("user-agent") {
        return Err(refusal(403, "1010", "no User-Agent"));
    }
    let authorization = parts
        .headers
        .get("authorization")
        .and_then(|value| value.to_str().ok());
    match authorization.and_then(|value| value.strip_prefix("Bearer ")) {
        Some(KEY) => {}
        Some(_) => return Err(refusal(403, "invalid_api_key", "API key is invalid")),
        None => return Err(refusal(401, "missing_api_key", "Missing API key")),
    }
    if media_type(parts, "content-type") != "application/json" {
        return Err(refusal(
            422,
            "validation_error",
            "content-type is not application/json",
        ));
    }
    if body.len() > MAX_BODY {
        return Err(refusal(
            413,
            "validation_error",
            "the request is larger than 40 MB",
        ));
    }
    let key = match parts
        .headers
        .get("idempotency-key")
        .map(http::HeaderValue::to_str)
    {
        None => None,
        Some(Ok(key)) if (1..=256).contains(&key.len()) => Some(key.to_owned()),
        Some(_) => {
            let why = "The key must be between 1-256 chars.";
            return Err(refusal(400, "invalid_idempotency_key", why));
        }
    };
    let value = serde_json::from_slice(body)
        .map_err(|_| refusal(400, "validation_error", "the body is not JSON"))?;
    let mut mail = mail(&value).map_err(|why| {
        let missing = why.ends_with("is missing");
        let name = if missing {
            "missing_required_field"
        } else {
            "validation_error"
        };
        refusal(422, name, &why)
    })?;
    mail.key = key;
    Ok((mail, value))
}

fn mail(value: &Value) -> Result<Submitted, String> {
    let form = Form::of(value, FIELDS)?;
    form.address_array("bcc")?;
    Ok(Submitted {
        key: None,
        reference: reference(&form)?,
        from: form.addresses("from")?.ok_or("from is missing")?,
        to: form.address_array("to")?.ok_or("to is missing")?,
        cc: form.address_array("cc")?,
        reply_to: form.address_array("reply_to")?,
        subject: form.subject("subject")?.to_owned(),
        text: form.required("text")?.to_owned(),
        html: form.required("html")?.to_owned(),
        headers: form.headers("headers")?,
        files: file::list(&form, "attachments", &FILE)?,
    })
}

/// Checks that names and values are ASCII letters, digits, `_` and `-`, at most 256 of them.
/// Returns Wismo's own.
fn reference(form: &Form<'_>) -> Result<Option<String>, String> {
    let mut reference = None;
    for tag in form.list("tags")? {
        let tag = Form::of(tag, &["name", "value"])?;
        for part in [tag.required("name")?, tag.text("value")?] {
            let legal = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
            if part.len() > 256 || !part.bytes().all(legal) {
                return Err("a tag has illegal characters".to_owned());
            }
        }
        if tag.text("name")? == "wismo_ref" {
            reference = Some(tag.text("value")?.to_owned());
        }
    }
    Ok(reference)
}

pub(super) fn accepted(id: &str) -> Answer {
    Answer::ok(&json!({ "id": id }))
}

/// The refusal of a key that was used for another mail in the last 24 hours.
pub(super) fn other_body() -> Refusal {
    let why = "Same idempotency key used with a different request payload.";
    refusal(409, "invalid_idempotent_request", why)
}

/// The refusal of a key whose first request is still under way.
pub(super) fn in_progress() -> Refusal {
    let why = "Same idempotency key used while original request is still in progress.";
    refusal(409, "concurrent_idempotent_requests", why)
}

fn refusal(status: u16, name: &str, why: &str) -> Refusal {
    Refusal {
        status: StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
        body: json!({ "statusCode": status, "name": name, "message": why }).to_string(),
        why: format!("{status} {name}: {why}"),
    }
}
