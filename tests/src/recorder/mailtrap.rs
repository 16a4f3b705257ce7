//! Mailtrap's `POST /api/send`:
//! <https://docs.mailtrap.io/developers/email-sending/transactional>.

use http::request::Parts;
use serde_json::{Value, json};

use super::call::{self, Fault};
use super::file::{self, Keys};
use super::form::Form;
use super::memory::Submitted;
use super::party::{self, LOWER};
use super::server::{Answer, Refusal};
use super::{Api, KEY};

const FIELDS: &[&str] = &[
    "from",
    "to",
    "cc",
    "bcc",
    "reply_to",
    "subject",
    "text",
    "html",
    "category",
    "custom_variables",
    "headers",
    "attachments",
    "template_uuid",
    "template_variables",
];

const FILE: Keys = Keys {
    name: "filename",
    content: "content",
    media_type: Some("type"),
    other: &["disposition", "content_id"],
};

pub(super) fn read(parts: &Parts, body: &[u8]) -> Result<(Submitted, Value), Refusal> {
    let refused = |fault: Fault| {
        let body = json!({ "success": false, "errors": [fault.1] });
        call::refusal(fault, &body)
    };
    let read = || -> Result<(Submitted, Value), Fault> {
        if call::field(parts, "user-agent").is_empty() {
            return Err((403, "no User-Agent".to_owned()));
        }
        call::authorized(parts, "authorization", &format!("Bearer {KEY}"))?;
        let value = call::json(parts, body, Api::Mailtrap.path(), 50_000_000)?;
        let mail = mail(&value).map_err(call::bad)?;
        Ok((mail, value))
    };
    read().map_err(refused)
}

fn mail(value: &Value) -> Result<Submitted, String> {
    let form = Form::of(value, FIELDS)?;
    party::at_most(&form, &["to", "cc", "bcc"], LOWER, 1000)?;
    let mut custom = form.texts("custom_variables")?.into_iter();
    let reference = custom.find(|(name, _)| name == "wismo_ref");
    Ok(Submitted {
        reference: reference.map(|(_, value)| value),
        from: party::required(&form, "from", LOWER)?,
        to: party::list(&form, "to", LOWER)?.ok_or("to is missing")?,
        cc: party::list(&form, "cc", LOWER)?,
        reply_to: party::optional(&form, "reply_to", LOWER)?,
        subject: form.subject("subject")?.to_owned(),
        text: form.required("text")?.to_owned(),
        html: form.required("html")?.to_owned(),
        headers: form.headers("headers")?,
        files: file::list(&form, "attachments", &FILE)?,
        ..Submitted::default()
    })
}

pub(super) fn accepted(id: &str) -> Answer {
    Answer::ok(&json!({ "success": true, "message_ids": [id] }))
}
