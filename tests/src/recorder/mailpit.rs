//! Mailpit's `POST /api/v1/send`: <https://mailpit.axllent.org/docs/api-v1/>.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::request::Parts;
use serde_json::{Value, json};

use super::Api;
use super::call::{self, Fault};
use super::file::{self, Keys};
use super::form::Form;
use super::memory::Submitted;
use super::party::{self, CAPITAL};
use super::server::{Answer, Refusal};

const FIELDS: &[&str] = &[
    "From",
    "To",
    "Cc",
    "Bcc",
    "ReplyTo",
    "Subject",
    "Text",
    "HTML",
    "Attachments",
    "Tags",
    "Headers",
];

const FILE: Keys = Keys {
    name: "Filename",
    content: "Content",
    media_type: Some("ContentType"),
    other: &["ContentID"],
};

pub(super) fn read(parts: &Parts, body: &[u8]) -> Result<(Submitted, Value), Refusal> {
    let refused = |fault: Fault| {
        let body = json!({ "Error": fault.1 });
        call::refusal(fault, &body)
    };
    let read = || -> Result<(Submitted, Value), Fault> {
        let basic = format!("Basic {}", STANDARD.encode(Api::Mailpit.key()));
        call::authorized(parts, "authorization", &basic)?;
        let value = call::json(parts, body, Api::Mailpit.path(), 50_000_000)?;
        let mail = mail(&value).map_err(call::bad)?;
        Ok((mail, value))
    };
    read().map_err(refused)
}

fn mail(value: &Value) -> Result<Submitted, String> {
    let form = Form::of(value, FIELDS)?;
    let mut headers = form.headers("Headers")?;
    let at = headers.iter().position(|(name, _)| name == "X-Wismo-Ref");
    Ok(Submitted {
        reference: at.map(|at| headers.remove(at).1),
        from: party::required(&form, "From", CAPITAL)?,
        to: party::list(&form, "To", CAPITAL)?.ok_or("To is missing")?,
        cc: party::list(&form, "Cc", CAPITAL)?,
        reply_to: party::list(&form, "ReplyTo", CAPITAL)?,
        subject: form.subject("Subject")?.to_owned(),
        text: form.required("Text")?.to_owned(),
        html: form.required("HTML")?.to_owned(),
        headers,
        files: file::list(&form, "Attachments", &FILE)?,
        ..Submitted::default()
    })
}

pub(super) fn accepted(id: &str) -> Answer {
    Answer::ok(&json!({ "ID": id }))
}
