//! Scaleway's `POST .../emails`:
//! <https://www.scaleway.com/en/developers/api/transactional-email/>.

use http::request::Parts;
use serde_json::{Value, json};

use super::call::{self, Fault};
use super::file::{self, Keys};
use super::form::{Form, check_header};
use super::memory::Submitted;
use super::party::{self, LOWER};
use super::server::{Answer, Refusal};
use super::{Api, KEY, address};

const FIELDS: &[&str] = &[
    "from",
    "to",
    "cc",
    "bcc",
    "subject",
    "text",
    "html",
    "project_id",
    "attachments",
    "send_before",
    "additional_headers",
];

const FILE: Keys = Keys {
    name: "name",
    content: "content",
    media_type: Some("type"),
    other: &[],
};

pub(super) fn read(parts: &Parts, body: &[u8]) -> Result<(Submitted, Value), Refusal> {
    let refused = |fault: Fault| {
        let name = match fault.0 {
            401 => "denied_authentication",
            404 => "not_found",
            _ => "invalid_arguments",
        };
        let body = json!({ "type": name, "message": fault.1, "details": [] });
        call::refusal(fault, &body)
    };
    let read = || -> Result<(Submitted, Value), Fault> {
        call::authorized(parts, "x-auth-token", KEY)?;
        let value = call::json(parts, body, Api::Scaleway.path(), 2_000_000)?;
        let mail = mail(&value).map_err(call::bad)?;
        Ok((mail, value))
    };
    read().map_err(refused)
}

fn mail(value: &Value) -> Result<Submitted, String> {
    let form = Form::of(value, FIELDS)?;
    if form.required("project_id")? != Api::Scaleway.account() {
        return Err("project_id is another".to_owned());
    }
    party::at_most(&form, &["to", "cc", "bcc"], LOWER, 10)?;
    for name in ["subject", "text", "html"] {
        if form.required(name)?.chars().count() < 6 {
            return Err(format!("{name} has fewer than 6 characters"));
        }
    }
    let (mut reply_to, mut reference, mut headers) = (None, None, Vec::new());
    for field in form.list("additional_headers")? {
        let field = Form::of(field, &["key", "value"])?;
        let (key, value) = (field.required("key")?, field.required("value")?);
        match key {
            // This is the only one of its own header fields that is given here.
            "Reply-To" if value.is_ascii() && address::count(value)? == 1 => {
                reply_to = Some(value.to_owned());
            }
            "X-Wismo-Ref" => reference = Some(value.to_owned()),
            _ => {
                check_header(key, value)?;
                headers.push((key.to_owned(), value.to_owned()));
            }
        }
    }
    Ok(Submitted {
        reference,
        from: party::required(&form, "from", LOWER)?,
        to: party::list(&form, "to", LOWER)?.ok_or("to is missing")?,
        cc: party::list(&form, "cc", LOWER)?,
        reply_to,
        subject: form.subject("subject")?.to_owned(),
        text: form.required("text")?.to_owned(),
        html: form.required("html")?.to_owned(),
        headers,
        files: file::list(&form, "attachments", &FILE)?,
        ..Submitted::default()
    })
}

pub(super) fn accepted(id: &str) -> Answer {
    Answer::ok(&json!({ "emails": [{ "id": id, "status": "new", "rcpt_type": "to" }] }))
}
