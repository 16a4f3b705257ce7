//! Postmark's `POST /email`: <https://postmarkapp.com/developer/api/email-api>.

use http::StatusCode;
use http::request::Parts;
use serde_json::{Value, json};

use super::KEY;
use super::address;
use super::file::{self, Keys};
use super::form::Form;
use super::memory::Submitted;
use super::server::{Answer, Refusal, media_type};

const FIELDS: &[&str] = &[
    "From",
    "To",
    "Cc",
    "Bcc",
    "Subject",
    "Tag",
    "HtmlBody",
    "TextBody",
    "ReplyTo",
    "Headers",
    "TrackOpens",
    "TrackLinks",
    "Attachments",
    "Metadata",
    "MessageStream",
];

const FILE: Keys = Keys {
    name: "Name",
    content: "Content",
    media_type: Some("ContentType"),
    other: &["ContentID"],
};

/// The most bytes: 10 MB, attachments included; 5 MB for each part.
const MAX_BODY: usize = 10_000_000;
const MAX_PART: usize = 5_000_000;

pub(super) fn read(parts: &Parts, body: &[u8]) -> Result<(Submitted, Value), Refusal> {
    if parts.uri.path() != "/email" {
        return Err(refusal(404, 0, "no such endpoint"));
    }
    if parts.method != "POST" {
        return Err(refusal(405, 0, "the method is not POST"));
    }
    // https://postmarkapp.com/updates/changes-to-email-api-validation-action-may-be-required
    for name in ["content-type", "accept"] {
        if media_type(parts, name) != "application/json" {
            return Err(refusal(
                415,
                409,
                &format!("{name} is not application/json"),
            ));
        }
    }
    let token = parts.headers.get("x-postmark-server-token");
    if token.is_none_or(|token| token != KEY) {
        return Err(refusal(401, 10, "bad or missing server token"));
    }
    if body.len() > MAX_BODY {
        return Err(refusal(413, 0, "the request is larger than 10 MB"));
    }
    let value = serde_json::from_slice(body).map_err(|_| refusal(422, 402, "invalid JSON"))?;
    let mail = mail(&value).map_err(|why| {
        let code = if why.starts_with("unknown field") {
            403
        } else {
            300
        };
        refusal(422, code, &why)
    })?;
    Ok((mail, value))
}

fn mail(value: &Value) -> Result<Submitted, String> {
    let form = Form::of(value, FIELDS)?;
    recipients(&form)?;
    for name in ["TextBody", "HtmlBody"] {
        if form.text(name)?.len() > MAX_PART {
            return Err(format!("{name} is larger than 5 MB"));
        }
    }
    if form.text("Tag")?.chars().count() > 1000 {
        return Err("Tag is longer than 1000 characters".to_owned());
    }
    if form
        .get("TrackOpens")
        .is_some_and(|track| !track.is_boolean())
    {
        return Err("TrackOpens is not a boolean".to_owned());
    }
    let track = form.text("TrackLinks")?;
    if !["", "None", "HtmlAndText", "HtmlOnly", "TextOnly"].contains(&track) {
        return Err("TrackLinks is none of its values".to_owned());
    }
    form.text("MessageStream")?;
    let (key, reference) = metadata(&form)?;
    Ok(Submitted {
        key,
        reference,
        from: form.addresses("From")?.ok_or("From is missing")?,
        to: form.addresses("To")?.ok_or("To is missing")?,
        cc: form.addresses("Cc")?,
        reply_to: form.addresses("ReplyTo")?,
        subject: form.subject("Subject")?.to_owned(),
        text: form.required("TextBody")?.to_owned(),
        html: form.required("HtmlBody")?.to_owned(),
        headers: form.header_list("Headers", ["Name", "Value"])?,
        files: file::list(&form, "Attachments", &FILE)?,
    })
}

/// Checks that there are at most 50 of all kinds together:
/// <https://postmarkapp.com/developer>, "Things you should know".
fn recipients(form: &Form<'_>) -> Result<(), String> {
    let mut count = 0;
    for name in ["To", "Cc", "Bcc"] {
        if let Some(list) = form.addresses(name)? {
            count += address::count(&list)?;
        }
    }
    if count > 50 {
        return Err(format!("there are {count} recipients"));
    }
    Ok(())
}

/// Reads at most ten fields, with names of 20 and values of 80 characters. Returns
/// Wismo's own: the key, and the reference put together.
fn metadata(form: &Form<'_>) -> Result<(Option<String>, Option<String>), String> {
    let fields = form.texts("Metadata")?;
    let fits = |(name, value): &(String, String)| {
        name.chars().count() <= 20 && value.chars().count() <= 80
    };
    if fields.len() > 10 || !fields.iter().all(fits) {
        return Err("Metadata exceeds its limits".to_owned());
    }
    let value = |name: &str| {
        let field = fields.iter().find(|(other, _)| other == name);
        field.map(|(_, value)| value.clone())
    };
    let pieces: String = (1..=9)
        .map_while(|number| value(&format!("wismo_ref_{number}")))
        .collect();
    let reference = (!pieces.is_empty()).then_some(pieces);
    Ok((value("wismo-key"), reference))
}

pub(super) fn accepted(id: &str, mail_to: &str) -> Answer {
    Answer::ok(&json!({
        "To": mail_to,
        "SubmittedAt": "2026-06-06T10:00:00.0000000Z",
        "MessageID": id,
        "ErrorCode": 0,
        "Message": "OK",
    }))
}

fn refusal(status: u16, code: u32, why: &str) -> Refusal {
    Refusal {
        status: StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
        body: json!({ "ErrorCode": code, "Message": why }).to_string(),
        why: format!("{status}: {why}"),
    }
}
