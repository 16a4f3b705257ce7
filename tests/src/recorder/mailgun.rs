//! Mailgun's `POST /v3/{domain}/messages`:
//! <https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/messages>.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::request::Parts;
use serde_json::{Value, json};

use super::call::{self, Fault};
use super::form::check_header;
use super::memory::{File, Submitted};
use super::server::{Answer, Refusal, media_type};
use super::{Api, KEY, address, multipart};

pub(super) fn read(parts: &Parts, body: &[u8]) -> Result<(Submitted, Value), Refusal> {
    let refused = |fault: Fault| {
        let body = json!({ "message": fault.1 });
        call::refusal(fault, &body)
    };
    let read = || -> Result<(Submitted, Value), Fault> {
        let basic = format!("Basic {}", STANDARD.encode(format!("api:{KEY}")));
        call::authorized(parts, "authorization", &basic)?;
        call::post(parts, body, Api::Mailgun.path(), 25_000_000)?;
        if media_type(parts, "content-type") != "multipart/form-data" {
            return Err((415, "content-type is not multipart/form-data".to_owned()));
        }
        let form = multipart::read(call::field(parts, "content-type"), body).map_err(call::bad)?;
        let mail = mail(form).map_err(call::bad)?;
        Ok((mail, Value::Null))
    };
    read().map_err(refused)
}

fn mail(parts: Vec<multipart::Part>) -> Result<Submitted, String> {
    let mut mail = Submitted::default();
    let (mut cc, mut off, mut options) = (Vec::new(), Vec::new(), 0);
    for part in parts {
        if part.name.contains(':') {
            options += part.name.len() + part.content.len();
        }
        if part.name == "attachment" {
            let name = part.file_name.filter(|name| !name.is_empty());
            mail.files.push(File {
                name: name.ok_or("a file without a name gets lost")?,
                content: part.content,
            });
            continue;
        }
        if part.file_name.is_some() {
            return Err(format!("{} is a file", part.name));
        }
        let value = String::from_utf8(part.content).map_err(|_| "a field is not UTF-8")?;
        let once = |field: &mut String| {
            if !field.is_empty() || value.trim().is_empty() {
                return Err(format!("{} is empty, or there twice", part.name));
            }
            field.clone_from(&value);
            Ok(())
        };
        match part.name.as_str() {
            "from" => once(&mut mail.from)?,
            "to" => once(&mut mail.to)?,
            "cc" => cc.push(value),
            "subject" => once(&mut mail.subject)?,
            "text" => once(&mut mail.text)?,
            "html" => once(&mut mail.html)?,
            "o:tracking" | "o:tracking-clicks" | "o:tracking-opens" if value == "no" => {
                off.push(part.name);
            }
            "v:wismo_ref" => mail.reference = Some(value),
            "h:Reply-To" => mail.reply_to = Some(value),
            name => {
                let unknown = || format!("unknown field {name}");
                let header = name.strip_prefix("h:").ok_or_else(unknown)?;
                check_header(header, &value)?;
                mail.headers.push((header.to_owned(), value));
            }
        }
    }
    if options > 16 * 1024 {
        return Err("o:, h: and v: are larger than 16 KB".to_owned());
    }
    if off.len() != 3 {
        return Err("tracking is not off".to_owned());
    }
    mail.cc = (!cc.is_empty()).then(|| cc.join(", "));
    let boxes = [&mail.from, &mail.to].into_iter();
    for list in boxes.chain(&mail.reply_to).chain(&mail.cc) {
        address::count(list).map_err(|why| format!("parameter is not a valid address: {why}"))?;
    }
    if [&mail.subject, &mail.text, &mail.html]
        .iter()
        .any(|part| part.is_empty())
    {
        return Err("subject, text or html is missing".to_owned());
    }
    if mail.subject.chars().any(char::is_control) {
        return Err("subject has control characters".to_owned());
    }
    Ok(mail)
}

pub(super) fn accepted(id: &str) -> Answer {
    Answer::ok(&json!({ "id": format!("<{id}>"), "message": "Queued. Thank you." }))
}
