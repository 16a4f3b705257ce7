//! Brevo's `POST /v3/smtp/email`:
//! <https://developers.brevo.com/reference/send-transac-email>.

use http::request::Parts;
use serde_json::{Value, json};

use super::call::{self, Fault};
use super::file::{self, Keys};
use super::form::{Form, check_header};
use super::memory::Submitted;
use super::party::{self, LOWER};
use super::server::{Answer, Refusal};
use super::{Api, KEY};

const FIELDS: &[&str] = &[
    "sender",
    "to",
    "bcc",
    "cc",
    "htmlContent",
    "textContent",
    "subject",
    "replyTo",
    "attachment",
    "headers",
    "templateId",
    "params",
    "messageVersions",
    "tags",
    "scheduledAt",
    "batchId",
    "preheader",
];

const FILE: Keys = Keys {
    name: "name",
    content: "content",
    media_type: None,
    other: &["url"],
};

/// Limits of a name: its length, and the characters that get lost beside non-ASCII ones.
const MAX_NAME: usize = 70;
const SPECIAL: &str = r#"()<>[]:;@\,.""#;

pub(super) fn read(parts: &Parts, body: &[u8]) -> Result<(Submitted, Value), Refusal> {
    let refused = |fault: Fault| {
        let code = match fault.0 {
            401 => "unauthorized",
            404 => "document_not_found",
            405 => "method_not_allowed",
            _ => "invalid_parameter",
        };
        let body = json!({ "code": code, "message": fault.1 });
        call::refusal(fault, &body)
    };
    let read = || -> Result<(Submitted, Value), Fault> {
        call::authorized(parts, "api-key", KEY)?;
        let value = call::json(parts, body, Api::Brevo.path(), 20_000_000)?;
        let mail = mail(&value).map_err(call::bad)?;
        Ok((mail, value))
    };
    read().map_err(refused)
}

fn mail(value: &Value) -> Result<Submitted, String> {
    let form = Form::of(value, FIELDS)?;
    party::at_most(&form, &["to", "cc", "bcc"], LOWER, 99)?;
    let sender = form.get("sender").into_iter();
    let readers = form.list("to")?.iter().chain(form.list("cc")?);
    for party in sender.chain(readers) {
        let name = party.get("name").and_then(Value::as_str).unwrap_or("");
        if name.chars().count() > MAX_NAME
            || (!name.is_ascii() && name.contains(|c| SPECIAL.contains(c)))
        {
            return Err("a name is longer than 70 characters, or would get lost".to_owned());
        }
    }
    let reply_to = party::optional(&form, "replyTo", LOWER)?;
    if reply_to.as_ref().is_some_and(|party| !party.is_ascii()) {
        return Err("replyTo has a name beyond ASCII, which is sent as it is".to_owned());
    }
    let mut headers = form.texts("headers")?;
    let mut take = |name: &str| {
        let at = headers.iter().position(|(other, _)| other == name)?;
        Some(headers.remove(at).1)
    };
    let (key, reference) = (take("idempotencyKey"), take("X-Mailin-custom"));
    if !key.as_deref().is_none_or(is_uuid) {
        return Err("idempotencyKey is no UUID".to_owned());
    }
    for (name, value) in &headers {
        check_header(name, value)?;
        if !value.is_ascii() {
            return Err(format!("header {name} is sent as it is, and not ASCII"));
        }
    }
    Ok(Submitted {
        key,
        reference,
        from: party::required(&form, "sender", LOWER)?,
        to: party::list(&form, "to", LOWER)?.ok_or("to is missing")?,
        cc: party::list(&form, "cc", LOWER)?,
        reply_to,
        subject: form.subject("subject")?.to_owned(),
        text: form.required("textContent")?.to_owned(),
        html: form.required("htmlContent")?.to_owned(),
        headers,
        files: file::list(&form, "attachment", &FILE)?,
    })
}

fn is_uuid(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let is_hex = |part: &&str| part.bytes().all(|byte| byte.is_ascii_hexdigit());
    lengths == [8, 4, 4, 4, 12] && parts.iter().all(is_hex)
}

pub(super) fn accepted(id: &str) -> Answer {
    let body = json!({ "messageId": format!("<{id}>") });
    Answer {
        status: 201,
        ..Answer::ok(&body)
    }
}
