//! Mailjet's `POST /v3.1/send`: <https://dev.mailjet.com/email/reference/send-emails/>.

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
    "Sender",
    "To",
    "Cc",
    "Bcc",
    "ReplyTo",
    "Subject",
    "TextPart",
    "HTMLPart",
    "TemplateID",
    "TemplateLanguage",
    "TemplateErrorReporting",
    "TemplateErrorDeliver",
    "Attachments",
    "InlinedAttachments",
    "Priority",
    "CustomCampaign",
    "DeduplicateCampaign",
    "TrackOpens",
    "TrackClicks",
    "CustomID",
    "EventPayload",
    "MonitoringCategory",
    "URLTags",
    "Headers",
    "Variables",
];

const FILE: Keys = Keys {
    name: "Filename",
    content: "Base64Content",
    media_type: Some("ContentType"),
    other: &[],
};

pub(super) fn read(parts: &Parts, body: &[u8]) -> Result<(Submitted, Value), Refusal> {
    let refused = |fault: Fault| {
        let body = json!({
            "ErrorIdentifier": "06df1144-c6f3-4ca7-8885-7ec5d4344113", "ErrorCode": "mj-0002",
            "ErrorMessage": fault.1, "StatusCode": fault.0,
        });
        call::refusal(fault, &body)
    };
    let read = || -> Result<(Submitted, Value), Fault> {
        let basic = format!("Basic {}", STANDARD.encode(Api::Mailjet.key()));
        call::authorized(parts, "authorization", &basic)?;
        let value = call::json(parts, body, Api::Mailjet.path(), 15_000_000)?;
        let mail = mail(&value).map_err(call::bad)?;
        Ok((mail, value))
    };
    read().map_err(refused)
}

fn mail(value: &Value) -> Result<Submitted, String> {
    let all = Form::of(
        value,
        &["Messages", "Globals", "SandboxMode", "AdvanceErrorHandling"],
    )?;
    let [message] = all.list("Messages")? else {
        return Err("Messages has not one entry".to_owned());
    };
    let form = Form::of(message, FIELDS)?;
    party::at_most(&form, &["To", "Cc", "Bcc"], CAPITAL, 50)?;
    for name in ["TrackOpens", "TrackClicks"] {
        if form.text(name)? != "disabled" {
            return Err(format!("{name} is not disabled"));
        }
    }
    let subject = form.subject("Subject")?;
    if subject.chars().count() > 255 {
        return Err("Subject is longer than 255 characters".to_owned());
    }
    Ok(Submitted {
        reference: Some(form.required("CustomID")?.to_owned()),
        from: party::required(&form, "From", CAPITAL)?,
        to: party::list(&form, "To", CAPITAL)?.ok_or("To is missing")?,
        cc: party::list(&form, "Cc", CAPITAL)?,
        reply_to: party::optional(&form, "ReplyTo", CAPITAL)?,
        subject: subject.to_owned(),
        text: form.required("TextPart")?.to_owned(),
        html: form.required("HTMLPart")?.to_owned(),
        headers: form.headers("Headers")?,
        files: file::list(&form, "Attachments", &FILE)?,
        ..Submitted::default()
    })
}

/// The answer to a mail that was taken. Ids are numbers: the last digits of the recorder's.
pub(super) fn accepted(id: &str) -> Answer {
    let number = Api::Mailjet.id(id).parse::<u64>().unwrap_or_default();
    let to = json!({ "Email": "a@b.example", "MessageUUID": id, "MessageID": number });
    let message = json!({ "Status": "success", "CustomID": "", "To": [to], "Cc": [], "Bcc": [] });
    Answer::ok(&json!({ "Messages": [message] }))
}
