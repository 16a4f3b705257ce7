//! SendGrid's `POST /v3/mail/send`:
//! <https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send>.

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
    "personalizations",
    "from",
    "reply_to",
    "reply_to_list",
    "subject",
    "content",
    "attachments",
    "template_id",
    "headers",
    "categories",
    "custom_args",
    "send_at",
    "batch_id",
    "asm",
    "ip_pool_name",
    "mail_settings",
    "tracking_settings",
];

const FILE: Keys = Keys {
    name: "filename",
    content: "content",
    media_type: Some("type"),
    other: &["disposition", "content_id"],
};

pub(super) fn read(parts: &Parts, body: &[u8]) -> Result<(Submitted, Value), Refusal> {
    let refused = |fault: Fault| {
        let error = json!({ "message": fault.1, "field": null, "help": null });
        call::refusal(fault, &json!({ "errors": [error] }))
    };
    let read = || -> Result<(Submitted, Value), Fault> {
        call::authorized(parts, "authorization", &format!("Bearer {KEY}"))?;
        let value = call::json(parts, body, Api::SendGrid.path(), 30_000_000)?;
        let mail = mail(&value).map_err(call::bad)?;
        Ok((mail, value))
    };
    read().map_err(refused)
}

fn mail(value: &Value) -> Result<Submitted, String> {
    let form = Form::of(value, FIELDS)?;
    let [personalization] = form.list("personalizations")? else {
        return Err("personalizations has not one entry".to_owned());
    };
    let envelope = Form::of(
        personalization,
        &[
            "to",
            "cc",
            "bcc",
            "from",
            "subject",
            "headers",
            "custom_args",
            "send_at",
        ],
    )?;
    party::at_most(&envelope, &["to", "cc", "bcc"], LOWER, 1000)?;
    let custom = envelope.texts("custom_args")?;
    let reference = custom.into_iter().find(|(name, _)| name == "wismo_ref");
    untracked(&form)?;
    let [text, html] = form.list("content")? else {
        return Err("content has not two parts".to_owned());
    };
    Ok(Submitted {
        reference: reference.map(|(_, value)| value),
        from: party::required(&form, "from", LOWER)?,
        to: party::list(&envelope, "to", LOWER)?.ok_or("to is missing")?,
        cc: party::list(&envelope, "cc", LOWER)?,
        reply_to: party::optional(&form, "reply_to", LOWER)?,
        subject: form.subject("subject")?.to_owned(),
        text: part(text, "text/plain")?,
        html: part(html, "text/html")?,
        headers: form.headers("headers")?,
        files: file::list(&form, "attachments", &FILE)?,
        ..Submitted::default()
    })
}

/// A part of the mail. The plain one comes first, or the API refuses both.
fn part(value: &Value, media_type: &str) -> Result<String, String> {
    let part = Form::of(value, &["type", "value"])?;
    if part.required("type")? != media_type {
        return Err(format!("content has no {media_type} where it belongs"));
    }
    Ok(part.required("value")?.to_owned())
}

/// Checks that every tracking is switched off, as Wismo has it.
fn untracked(form: &Form<'_>) -> Result<(), String> {
    let kinds = [
        "click_tracking",
        "open_tracking",
        "subscription_tracking",
        "ganalytics",
    ];
    let settings = form.get("tracking_settings");
    let settings = Form::of(settings.ok_or("tracking_settings is missing")?, &kinds)?;
    for kind in kinds {
        let switch = settings
            .get(kind)
            .ok_or_else(|| format!("{kind} is missing"))?;
        let known: &[&str] = match kind {
            "click_tracking" => &["enable", "enable_text"],
            _ => &["enable"],
        };
        let switch = Form::of(switch, known)?;
        for flag in known {
            if switch.flag(flag)? != Some(false) {
                return Err(format!("{kind}.{flag} is not false"));
            }
        }
    }
    Ok(())
}

/// The answer without a body: the id is in a header field.
pub(super) fn accepted(id: &str) -> Answer {
    Answer {
        status: 202,
        field: Some(("x-message-id", id.to_owned())),
        body: String::new(),
    }
}
