//! SES's `POST /v2/email/outbound-emails`:
//! <https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html>.

use http::request::Parts;
use serde_json::{Value, json};

use super::call::{self, Fault};
use super::file::{self, Keys};
use super::form::Form;
use super::memory::Submitted;
use super::server::{Answer, Refusal};
use super::{Api, address, aws};

const FIELDS: &[&str] = &[
    "FromEmailAddress",
    "FromEmailAddressIdentityArn",
    "Destination",
    "ReplyToAddresses",
    "FeedbackForwardingEmailAddress",
    "FeedbackForwardingEmailAddressIdentityArn",
    "Content",
    "EmailTags",
    "ConfigurationSetName",
    "EndpointId",
    "TenantName",
    "ListManagementOptions",
];

const FILE: Keys = Keys {
    name: "FileName",
    content: "RawContent",
    media_type: Some("ContentType"),
    other: &[
        "ContentDisposition",
        "ContentDescription",
        "ContentId",
        "ContentTransferEncoding",
    ],
};

pub(super) fn read(parts: &Parts, body: &[u8]) -> Result<(Submitted, Value), Refusal> {
    let refused = |fault: Fault| {
        let name = match fault.0 {
            403 => "InvalidSignatureException",
            404 => "NotFoundException",
            _ => "BadRequestException",
        };
        let body = json!({ "__type": name, "message": fault.1 });
        call::refusal(fault, &body)
    };
    let read = || -> Result<(Submitted, Value), Fault> {
        aws::check(parts, body, &Api::Ses.key(), Api::Ses.account(), "ses")
            .map_err(|why| (403, why))?;
        let value = call::json(parts, body, Api::Ses.path(), 40_000_000)?;
        let mail = mail(&value).map_err(call::bad)?;
        Ok((mail, value))
    };
    read().map_err(refused)
}

fn mail(value: &Value) -> Result<Submitted, String> {
    let form = Form::of(value, FIELDS)?;
    let destination = form.get("Destination").ok_or("Destination is missing")?;
    let destination = Form::of(destination, &["ToAddresses", "CcAddresses", "BccAddresses"])?;
    let content = form.get("Content").ok_or("Content is missing")?;
    let content = Form::of(content, &["Simple", "Raw", "Template"])?;
    let simple = content.get("Simple").ok_or("Content.Simple is missing")?;
    let simple = Form::of(simple, &["Subject", "Body", "Headers", "Attachments"])?;
    let parts = simple.get("Body").ok_or("Body is missing")?;
    let parts = Form::of(parts, &["Text", "Html"])?;
    let to = addresses(&destination, "ToAddresses")?.ok_or("ToAddresses is missing")?;
    let cc = addresses(&destination, "CcAddresses")?;
    let readers = address::count(&to)? + cc.as_deref().map_or(Ok(0), address::count)?;
    if readers > 50 {
        return Err(format!("there are {readers} recipients"));
    }
    let from = form.required("FromEmailAddress")?;
    if !from.is_ascii() || address::count(from)? != 1 {
        return Err("FromEmailAddress is not one address in ASCII".to_owned());
    }
    Ok(Submitted {
        reference: reference(&form)?,
        from: from.to_owned(),
        to,
        cc,
        reply_to: addresses(&form, "ReplyToAddresses")?,
        subject: text(&simple, "Subject")?,
        text: text(&parts, "Text")?,
        html: text(&parts, "Html")?,
        headers: simple.header_list("Headers", ["Name", "Value"])?,
        files: file::list(&simple, "Attachments", &FILE)?,
        ..Submitted::default()
    })
}

/// Addresses, which must be ASCII, names included (RFC 2047).
fn addresses(form: &Form<'_>, field: &str) -> Result<Option<String>, String> {
    let list = form.address_array(field)?;
    match &list {
        Some(list) if !list.is_ascii() => Err(format!("{field} is not ASCII")),
        _ => Ok(list),
    }
}

/// A text, which must be ASCII unless it names its character set.
fn text(form: &Form<'_>, field: &str) -> Result<String, String> {
    let content = form
        .get(field)
        .ok_or_else(|| format!("{field} is missing"))?;
    let content = Form::of(content, &["Data", "Charset"])?;
    let data = content.required("Data")?;
    if !data.is_ascii() && content.text("Charset")? != "UTF-8" {
        return Err(format!("{field} is not ASCII, and names no character set"));
    }
    Ok(data.to_owned())
}

/// Wismo's own tag. A tag has letters, digits, `_` and `-`, at most 256 of them.
fn reference(form: &Form<'_>) -> Result<Option<String>, String> {
    let mut reference = None;
    for tag in form.list("EmailTags")? {
        let tag = Form::of(tag, &["Name", "Value"])?;
        let (name, value) = (tag.required("Name")?, tag.required("Value")?);
        let is_legal = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
        for part in [name, value] {
            if part.len() > 256 || !part.bytes().all(is_legal) {
                return Err("a tag has illegal characters".to_owned());
            }
        }
        if name == "wismo_ref" {
            reference = Some(value.to_owned());
        }
    }
    Ok(reference)
}

pub(super) fn accepted(id: &str) -> Answer {
    Answer::ok(&json!({ "MessageId": id }))
}
