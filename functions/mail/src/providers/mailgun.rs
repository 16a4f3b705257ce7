//! Mailgun: <https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/messages>.
//!
//! It has no idempotency keys. `mail_account` is the sending domain, and
//! `mail_api_url` is `https://api.eu.mailgun.net` for one in the EU.

mod form;

use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{HeaderValue, Request, Response, StatusCode, Uri};
use wismo_domain::mail::capacity;
use wismo_domain::mail::reference;
use wismo_domain::mail::{Mailbox, SendResult};

use self::form::Form;
use super::answer::{self, by_status};
use super::{
    ConfigError, Outgoing, ProviderConfig, RequestError, address, body, config, headers, origin,
};

/// The most copies: a mail may have 1,000 recipients in all.
const MAX_COPIES: usize = 999;

/// The largest body:
/// <https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages/send-http>.
const MAX_BODY: usize = capacity::MAILGUN;

/// The most bytes of the fields `o:`, `h:` and `v:` together.
const MAX_FIELDS: usize = 16 * 1024;

/// A Mailgun domain, by its name and a key.
#[derive(Clone, Debug)]
pub struct Mailgun {
    endpoint: Uri,
    authorization: HeaderValue,
}

impl Mailgun {
    pub(super) fn new(config: ProviderConfig<'_>) -> Result<Self, ConfigError> {
        let domain = config.account("the sending domain, such as mg.example.com", |domain| {
            let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
            domain.len() <= 253 && domain.contains('.') && domain.chars().all(fits)
        })?;
        let (own, path) = ("https://api.mailgun.net", format!("/v3/{domain}/messages"));
        config.key("")?;
        Ok(Self {
            endpoint: origin::endpoint(config.api_url, own, &path)?,
            authorization: config::basic("api", config.api_key.trim())?,
        })
    }

    pub(super) fn request(&self, out: &Outgoing<'_>) -> Result<Request<Bytes>, RequestError> {
        let mail = out.mail;
        let mut form = Form::default();
        form.text("from", &field(&mail.from)?);
        form.text("to", &field(&mail.to)?);
        for copy in address::copies(mail, MAX_COPIES) {
            form.text("cc", &field(copy)?);
        }
        form.text("subject", &mail.subject);
        form.text("text", &mail.text);
        form.text("html", &mail.html);
        let before = form.len();
        if let Some(reply_to) = &mail.reply_to {
            form.text("h:Reply-To", &field(reply_to)?);
        }
        for (name, value) in headers::check(mail, &[])? {
            form.text(&format!("h:{name}"), value);
        }
        form.text(&format!("v:{}", reference::FIELD), out.reference);
        // Neither a tracking picture nor rewritten links, whatever the
        // domain's settings say.
        for option in ["o:tracking", "o:tracking-clicks", "o:tracking-opens"] {
            form.text(option, "no");
        }
        if form.len() - before > MAX_FIELDS {
            return Err(RequestError::Header);
        }
        for file in out.attachments {
            form.file("attachment", file);
        }
        let (media_type, content) = form.finish(out.key);
        let media_type = HeaderValue::try_from(media_type).map_err(|_| RequestError::Form)?;
        let mut request = body::post(&self.endpoint, media_type, content, MAX_BODY)?;
        let headers = request.headers_mut();
        headers.insert(AUTHORIZATION, self.authorization.clone());
        Ok(request)
    }

    pub(super) fn outcome(&self, response: &Response<Bytes>) -> SendResult {
        let json = answer::json(response);
        let id = answer::text(&json, "/id");
        if response.status() == StatusCode::OK
            && let Some(id) = answer::id(id.trim_matches(['<', '>']))
        {
            return SendResult::Accepted { id: Some(id) };
        }
        let reason = answer::reason("Mailgun", response, "");
        if !response.status().is_client_error() {
            return by_status(response, reason);
        }
        // There are no codes, and the time of the next attempt is given only
        // in words: "... limit exceeded, try again after Mon, 25 Aug 2025
        // 07:00:31 UTC".
        let words = answer::text(&json, "/message");
        if let Some((_, when)) = words.split_once("limit exceeded") {
            let when = when.split_once("try again after ").map(|(_, when)| when);
            let after = when
                .and_then(answer::http_date)
                .and_then(|moment| answer::until(response, moment));
            return answer::over_quota_for(after, format!("{reason} (limit exceeded)"));
        }
        if words.contains("not allowed to send") {
            return SendResult::Misconfigured {
                reason: format!("{reason} (the domain may not send)"),
            };
        }
        let is_recipient = ["to parameter", "'to' parameter"];
        if is_recipient.iter().any(|start| words.starts_with(start)) {
            return SendResult::RecipientRefused {
                reason: format!("{reason} (the recipient)"),
            };
        }
        by_status(response, reason)
    }
}

/// `Name <address>`. Mailgun sends a name with both punctuation and characters
/// beyond ASCII in a form that some mail programs cannot read, so its
/// punctuation is left out.
fn field(mailbox: &Mailbox) -> Result<String, RequestError> {
    address::field(&Mailbox {
        name: address::plain_name(mailbox),
        address: mailbox.address.clone(),
    })
}

#[cfg(test)]
mod tests;
