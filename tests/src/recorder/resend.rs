//! Resend's `POST /emails`: <https://resend.com/docs/api-reference/emails/send-email>,
//! and its errors: <https://resend.com/docs/api-reference/errors>.

use http::StatusCode;
use http::request::Parts;
use serde_json::{Value, json};

use super::KEY;
use super::form::{Form, check_header};
use super::memory::Submitted;
use super::server::{Refusal, media_type};

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

/// 40 MB, attachments included.
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
    check_tags(&form)?;
    Ok(Submitted {
        key: None,
        from: form.addresses("from")?.ok_or("from is missing")?,
        to: form.address_array("to")?.ok_or("to is missing")?,
        cc: form.address_array("cc")?,
        reply_to: form.address_array("reply_to")?,
        subject: form.subject("subject")?.to_owned(),
        text: form.required("text")?.to_owned(),
        html: form.required("html")?.to_owned(),
        headers: headers(&form)?,
    })
}

fn headers(form: &Form<'_>) -> Result<Vec<(String, String)>, String> {
    let Some(headers) = form.get("headers") else {
        return Ok(Vec::new());
    };
    let map = headers.as_object().ok_or("headers is not an object")?;
    map.iter()
        .map(|(name, value)| {
            let value = value
                .as_str()
                .ok_or_else(|| format!("header {name} is not a string"))?;
            check_header(name, value)?;
            Ok((name.clone(), value.to_owned()))
        })
        .collect()
}

/// Names and values of ASCII letters, digits, `_` and `-`, at most 256 of them.
fn check_tags(form: &Form<'_>) -> Result<(), String> {
    let Some(tags) = form.get("tags") else {
        return Ok(());
    };
    for tag in tags.as_array().ok_or("tags is not an array")? {
        let tag = Form::of(tag, &["name", "value"])?;
        for part in [tag.required("name")?, tag.text("value")?] {
            let legal = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
            if part.len() > 256 || !part.bytes().all(legal) {
                return Err("a tag has illegal characters".to_owned());
            }
        }
    }
    Ok(())
}

pub(super) fn accepted(id: &str) -> String {
    json!({ "id": id }).to_string()
}

/// The key was used for another mail in the last 24 hours.
pub(super) fn other_body() -> Refusal {
    let why = "Same idempotency key used with a different request payload.";
    refusal(409, "invalid_idempotent_request", why)
}

/// The first request with the key is still under way.
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
