//! SparkPost's `POST /api/v1/transmissions`:
//! <https://developers.sparkpost.com/api/transmissions/>.

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
    "options",
    "override",
    "recipients",
    "content",
    "campaign_id",
    "description",
    "metadata",
    "substitution_data",
    "return_path",
    "tracking_domain",
];

const OPTIONS: &[&str] = &[
    "start_time",
    "open_tracking",
    "initial_open",
    "click_tracking",
    "transactional",
    "sandbox",
    "skip_suppression",
    "ip_pool",
    "inline_css",
    "perform_substitutions",
    "dkim_key",
];

const CONTENT: &[&str] = &[
    "from",
    "subject",
    "html",
    "text",
    "amp_html",
    "reply_to",
    "headers",
    "attachments",
    "inline_images",
];

const FILE: Keys = Keys {
    name: "name",
    content: "data",
    media_type: Some("type"),
    other: &[],
};

pub(super) fn read(parts: &Parts, body: &[u8]) -> Result<(Submitted, Value), Refusal> {
    let refused = |fault: Fault| {
        let error = json!({ "message": fault.1, "code": "1400" });
        call::refusal(fault, &json!({ "errors": [error] }))
    };
    let read = || -> Result<(Submitted, Value), Fault> {
        call::authorized(parts, "authorization", KEY)?;
        let value = call::json(parts, body, Api::SparkPost.path(), 20_000_000)?;
        let mail = mail(&value).map_err(|why| (422, why))?;
        Ok((mail, value))
    };
    read().map_err(refused)
}

fn mail(value: &Value) -> Result<Submitted, String> {
    let form = Form::of(value, FIELDS)?;
    let options = Form::of(form.get("options").ok_or("options is missing")?, OPTIONS)?;
    for (name, expected) in [
        ("transactional", true),
        ("open_tracking", false),
        ("click_tracking", false),
        ("perform_substitutions", false),
    ] {
        if options.flag(name)? != Some(expected) {
            return Err(format!("options.{name} is not {expected}"));
        }
    }
    let content = Form::of(form.get("content").ok_or("content is missing")?, CONTENT)?;
    let mut headers = content.texts("headers")?;
    let copies = headers.iter().position(|(name, _)| name == "CC");
    let copies = copies.map(|at| headers.remove(at).1);
    for (name, value) in &headers {
        check_header(name, value)?;
    }
    let to = recipients(&form, copies.as_deref())?;
    let reference = form.texts("metadata")?.into_iter();
    let reference = reference.map(|(name, value)| match name.as_str() {
        "wismo_ref" => Ok(value),
        _ => Err(format!("metadata has a field {name}")),
    });
    let subject = content.subject("subject")?;
    if subject.contains("{{") {
        return Err("subject is a template".to_owned());
    }
    Ok(Submitted {
        reference: reference.collect::<Result<Vec<_>, _>>()?.pop(),
        from: party::required(&content, "from", LOWER)?,
        to,
        cc: copies,
        reply_to: content.addresses("reply_to")?,
        subject: subject.to_owned(),
        text: content.required("text")?.to_owned(),
        html: content.required("html")?.to_owned(),
        headers,
        files: file::list(&content, "attachments", &FILE)?,
        ..Submitted::default()
    })
}

/// The recipients. The first gets the mail, the others a copy: their `header_to` names
/// the first, and the header `CC` names them.
fn recipients(form: &Form<'_>, copies: Option<&str>) -> Result<String, String> {
    let Some((first, others)) = form.list("recipients")?.split_first() else {
        return Err("recipients is empty".to_owned());
    };
    let inner = |value| {
        let recipient = Form::of(value, &["address", "tags", "metadata", "substitution_data"])?;
        recipient
            .get("address")
            .ok_or("an address is missing".to_owned())
    };
    let to = party::one(inner(first)?, LOWER)?;
    for other in others {
        let copy = Form::of(inner(other)?, &["email", "name", "header_to"])?;
        let email = copy.required("email")?;
        if !copies.is_some_and(|copies| copies.contains(email)) {
            return Err("a recipient is not named in CC".to_owned());
        }
        if address::count(copy.required("header_to")?)? != 1 {
            return Err("header_to is no mailbox".to_owned());
        }
    }
    let named = copies.map_or(Ok(0), address::count)?;
    if named != others.len() {
        return Err("CC names others than the recipients".to_owned());
    }
    Ok(to)
}

pub(super) fn accepted(id: &str) -> Answer {
    Answer::ok(&json!({ "results": {
        "total_rejected_recipients": 0, "total_accepted_recipients": 1, "id": id,
    }}))
}
