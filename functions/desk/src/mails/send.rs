//! Shows or sends a manual mail; it is the same mail either way.

use http::{HeaderMap, StatusCode};
use serde::Serialize;
use spin_sdk::http::Request;
use wismo_domain::check::FieldError;
use wismo_domain::context::Environment;
use wismo_domain::file;
use wismo_domain::log::{Actor, Event, EventPayload, Fact, ManualMail, append_all, read};
use wismo_domain::mail::{Attachment, Mail, Mailbox};
use wismo_domain::notices::BY_HAND;
use wismo_domain::storage::keys::OrderKey;
use wismo_domain::storage::{Store, StoreError};
use wismo_domain::templates::TemplateUse;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::http::document::field_error;
use wismo_platform::http::{Rejection, Response, response};
use wismo_platform::store::SpinStore;

use super::warnings::{Warning, unreachable};
use crate::wake;

/// The longest id of a request, in characters.
const MAX_ID: usize = 100;

/// The wishes of a request beside its mail.
pub struct Wish {
    /// True if the mail is to be shown and not sent.
    pub preview: bool,
    /// The id by which a repeated request for the same mail is recognised.
    pub id: Option<String>,
    /// The person or program that asks.
    pub by: Option<Actor>,
}

/// A mail that is ready to be shown or sent.
pub struct Ready {
    /// The mail and its origin.
    pub by_hand: ManualMail,
    /// The text that a list of mails shows beside the subject, where it is
    /// known.
    pub preheader: Option<String>,
    /// The wrong address in the order that the mail's own address corrects.
    pub corrects: Option<String>,
    /// The uploaded files that go with the mail.
    pub files: Vec<Vec<u8>>,
    /// The warnings for the merchant.
    pub warnings: Vec<Warning>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "ShownMail"))]
pub(crate) struct Shown<'a> {
    subject: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    preheader: Option<&'a str>,
    text: &'a str,
    html: &'a str,
    from: &'a Mailbox,
    to: &'a Mailbox,
    cc: &'a [Mailbox],
    attachments: &'a [Attachment],
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<&'a TemplateUse>,
    warnings: &'a [Warning],
}

/// A mail that leaves.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AcceptedMail {
    /// The number by which the mail is known.
    notice: u64,
    /// The number of its event in the order's log.
    event: u64,
    warnings: Vec<Warning>,
}

impl Wish {
    /// Reads the wishes of a request from its query and headers; an id in the body
    /// is added by `with_id`.
    ///
    /// # Errors
    /// When the query says anything else.
    pub fn of(request: &Request, by: Option<Actor>) -> Result<Self, FieldError> {
        let preview = match request.uri().query().unwrap_or_default() {
            "" | "preview=false" => false,
            "preview=true" => true,
            _ => {
                return Err(field_error(
                    "the query",
                    "may only contain preview=true or preview=false",
                ));
            }
        };
        let id = header(request.headers(), "idempotency-key");
        Ok(Self { preview, id, by })
    }

    /// Adds the id that the body gives, which takes precedence over the
    /// header's.
    ///
    /// # Errors
    /// When the id is empty, too long or has control characters.
    pub fn with_id(mut self, id: Option<String>) -> Result<Self, FieldError> {
        self.id = id.or(self.id);
        if let Some(id) = &self.id {
            let fits =
                (1..=MAX_ID).contains(&id.chars().count()) && !id.chars().any(char::is_control);
            if !fits {
                let reason =
                    format!("must have 1 to {MAX_ID} characters, none of them a control character");
                return Err(field_error("id", reason));
            }
        }
        Ok(self)
    }
}

fn header(headers: &HeaderMap, name: &str) -> Option<String> {
    let value = headers.get(name)?;
    Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
}

/// Shows the mail, or sends it.
///
/// # Errors
/// When it would not reach one of its recipients, or the store fails.
pub async fn respond(key: &OrderKey, wish: Wish, mut ready: Ready) -> Result<Response, Rejection> {
    if !wish.preview {
        return match send(key, wish, ready).await? {
            Sending::Accepted(accepted) => Ok(response::json(StatusCode::OK, &accepted)),
            Sending::Unreachable(address) => Err(does_not_reach(key, &address).into()),
            Sending::Pending => Ok(is_open()),
        };
    }
    let unreachable = unreachable(key, &ready.by_hand.mail).await?;
    ready.warnings.extend(unreachable);
    let ManualMail { mail, words, .. } = &ready.by_hand;
    let shown = Shown {
        subject: &mail.subject,
        preheader: ready.preheader.as_deref(),
        text: &mail.text,
        html: &mail.html,
        from: &mail.from,
        to: &mail.to,
        cc: &mail.cc,
        attachments: &mail.attachments,
        words: words.as_ref(),
        warnings: &ready.warnings,
    };
    Ok(response::json(StatusCode::OK, &shown))
}

/// The result of asking for a mail.
pub enum Sending {
    /// It is in the log, and leaves.
    Accepted(AcceptedMail),
    /// Mails do not reach this recipient.
    Unreachable(String),
    /// Another request for the same mail is being worked on, or broke off.
    Pending,
}

/// Keeps a mail in the order's log, from where it is sent.
///
/// # Errors
/// When the store fails; the mail may be kept all the same.
pub async fn send(key: &OrderKey, wish: Wish, ready: Ready) -> Result<Sending, StoreError> {
    let Wish { id, by, .. } = wish;
    let warnings = ready.warnings;
    let kept = |event| {
        Sending::Accepted(AcceptedMail {
            notice: BY_HAND + event,
            event,
            warnings,
        })
    };
    if let Some(id) = &id {
        let known = async || {
            let reading = read(SPIN_CONTEXT, key).await?;
            Ok::<_, StoreError>(reading.snapshot.manual_mail(id))
        };
        if let Some(event) = known().await? {
            return Ok(kept(event));
        }
        if let Some(address) = unreached(key, &ready.by_hand.mail).await? {
            return Ok(Sending::Unreachable(address));
        }
        if SpinStore.increment(&key.manual_mail(id)).await? != 1 {
            // Of two requests at once, one sends the mail.
            return Ok(known().await?.map_or(Sending::Pending, kept));
        }
    } else if let Some(address) = unreached(key, &ready.by_hand.mail).await? {
        return Ok(Sending::Unreachable(address));
    }
    file::put(&SpinStore, &key.shop, ready.files).await?;
    let received_at = SpinEnvironment.now();
    let event = |payload| Event::at_desk(received_at, payload, by.clone(), false);
    let to = ready.by_hand.mail.to.address.clone();
    let corrected = ready.corrects.map(|from| {
        event(EventPayload::Fact {
            at: received_at,
            n: None,
            fact: Fact::Address { from, to },
        })
    });
    let by_hand = ManualMail {
        id,
        ..ready.by_hand
    };
    let written = event(EventPayload::ManualMail(Box::new(by_hand)));
    let batch = corrected.into_iter().chain([written]);
    let batch: Vec<_> = batch.map(|event| (key.clone(), event)).collect();
    let appended = append_all(SPIN_CONTEXT, &batch, Vec::new()).await?;
    let n = appended.last().map_or(0, |appended| appended.n);
    wake().await;
    Ok(kept(n))
}

/// Finds a recipient whom the mail would not reach.
async fn unreached(key: &OrderKey, mail: &Mail) -> Result<Option<String>, StoreError> {
    let warnings = unreachable(key, mail).await?;
    Ok(warnings.into_iter().find_map(|warning| warning.address))
}

fn does_not_reach(key: &OrderKey, address: &str) -> Response {
    let shop = &key.shop;
    let message = format!(
        "mails do not reach {address}: see GET /desk/api/{shop}/suppressions/{address}, \
         and DELETE it to send there again"
    );
    response::error(StatusCode::CONFLICT, message)
}

fn is_open() -> Response {
    let message = "a mail of this id was asked for and is not there: it is being written, or that \
                   broke off. Look at the order's history, and send it with another id if it is \
                   not there in a minute";
    response::error(StatusCode::CONFLICT, message)
}
