//! `POST /desk/api/{shop}/orders/{id}/mails`: a mail with the words of a template,
//! or with words of its own, in the layout of every mail.

use serde::Deserialize;
use serde_json::Value;
use spin_sdk::http::Request;
use wismo_domain::changes::Change;
use wismo_domain::check::FieldError;
use wismo_domain::context::Environment;
use wismo_domain::file::{self, Content, MAX_FILE_BYTES, MediaType, Stored};
use wismo_domain::log::{Actor, ManualMail};
use wismo_domain::mail::{Attachment, FileSource, Mailbox, capacity, in_ascii};
use wismo_domain::notices::MailDocuments;
use wismo_domain::order::{Document, Order};
use wismo_domain::settings::Part;
use wismo_domain::shop::Shop;
use wismo_domain::storage::keys::OrderKey;
use wismo_domain::templates::{Name, StoredTemplate, Tag, Template, TemplateUse};
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::http::document::{conflict, field_error, json, must_be_json, object};
use wismo_platform::http::{Rejection, Response, request};
use wismo_view::mail::template::check;
use wismo_view::mail::{MailContext, RenderedMail, compose};
use wismo_view::texts::Language;

use super::config::{Config, config};
use super::send::{self, Ready, Wish};
use super::warnings::unwished;
use crate::decided::{Decided, decided};
use crate::order::{self, Found, find};
use crate::templates::document;

/// The largest request, in bytes: the files in base64, and the words.
const MAX_BODY_BYTES: usize = 4 * 1024 * 1024;

/// The most files that a mail carries, counting uploads and the order's
/// documents.
pub const MAX_FILES: usize = 5;

/// The most recipients of copies.
const MAX_CC: usize = 20;

/// The request.
#[derive(Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct MailRequest {
    /// The name of a template.
    pub template: Option<String>,
    /// The words, in place of a template.
    #[cfg_attr(test, schemars(with = "Option<Template>"))]
    pub words: Option<Value>,
    /// The mail's language; without one, the customer's.
    pub language: Option<String>,
    /// The recipient; without one, the customer.
    pub to: Option<String>,
    /// The recipients of copies.
    pub cc: Vec<String>,
    /// The ids of the order's documents that go with it.
    pub documents: Vec<String>,
    /// The files that go with it.
    pub attachments: Vec<Upload>,
    /// The id by which a repeated request is recognised.
    pub id: Option<String>,
}

/// An uploaded file.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, schemars(rename = "UploadedFile"))]
pub struct Upload {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: MediaType,
    /// Its content.
    pub content: Content,
}

/// The request, as far as it can be read without the order.
pub struct Read {
    name: Option<Name>,
    words: Option<Template>,
    language: Option<String>,
    to: Option<Mailbox>,
    cc: Vec<Mailbox>,
    /// The signature of the member who writes: plain text.
    signature: Option<String>,
    documents: Vec<String>,
    uploads: Vec<Upload>,
}

impl Read {
    /// The name of the template that is asked for.
    #[must_use]
    pub const fn name(&self) -> Option<&Name> {
        self.name.as_ref()
    }

    /// Signs the mail with plain text, in place of the words' own signature.
    #[must_use]
    pub fn signed(self, signature: Option<String>) -> Self {
        Self { signature, ..self }
    }
}

/// Shows or sends a mail.
///
/// # Errors
/// When there is no such order, or the request is at fault.
pub async fn respond(
    shop: &Shop,
    key: &OrderKey,
    by: Option<Actor>,
    request: Request,
) -> Result<Response, Rejection> {
    must_be_json(request.headers())?;
    let config = config().await?;
    let wish = Wish::of(&request, by)?;
    let body = request::body(request, MAX_BODY_BYTES).await?;
    let (wish, read) = read(&body, wish)?;
    let decided = decided(&shop.id).await?;
    let found = find(key, &decided.settings).await?;
    let found = found.ok_or_else(order::not_known)?;
    let changes = told(&found, read.name()).map_err(conflict)?;
    let ready = written(&config, shop, key, (&decided, found, &changes), read)?;
    send::respond(key, wish, ready).await
}

pub(super) fn read(body: &[u8], wish: Wish) -> Result<(Wish, Read), FieldError> {
    let mut asked: MailRequest = object("", json(body)?)?;
    let id = asked.id.take();
    let read = checked(asked)?;
    Ok((wish.with_id(id)?, read))
}

/// Checks a request, as far as that is possible without the order.
///
/// # Errors
/// Names the field that is wrong.
pub fn checked(asked: MailRequest) -> Result<Read, FieldError> {
    let words = asked.words.map(|words| document::template("words", words));
    let words = words.transpose()?;
    if words.is_some() == asked.template.is_some() {
        return Err(field_error("", "must have either `template` or `words`"));
    }
    let name = asked
        .template
        .as_deref()
        .map(str::parse::<Name>)
        .transpose();
    let name = name.map_err(|error| field_error("template", error.to_string()))?;
    if let Some(language) = &asked.language {
        let tag = language.parse::<Tag>();
        tag.map_err(|error| field_error("language", error.to_string()))?;
    }
    let to = asked
        .to
        .as_deref()
        .map(|to| mailbox("to", to))
        .transpose()?;
    if asked.cc.len() > MAX_CC {
        return Err(field_error(
            "cc",
            format!("must have at most {MAX_CC} addresses"),
        ));
    }
    let cc = asked.cc.iter().enumerate();
    let cc = cc.map(|(index, text)| mailbox(&format!("cc[{index}]"), text));
    let cc = cc.collect::<Result<_, _>>()?;
    if asked.documents.len() + asked.attachments.len() > MAX_FILES {
        let reason = format!("must be at most {MAX_FILES}, with the documents");
        return Err(field_error("attachments", reason));
    }
    for (index, upload) in asked.attachments.iter().enumerate() {
        let at = |field: &str| format!("attachments[{index}].{field}");
        if !file::is_name(&upload.name) {
            let reason = "must be a file's name, of 1 to 100 characters without / and \\";
            return Err(field_error(&at("name"), reason));
        }
        if !(1..=MAX_FILE_BYTES).contains(&upload.content.0.len()) {
            let reason = format!("must have 1 to {MAX_FILE_BYTES} bytes");
            return Err(field_error(&at("content"), reason));
        }
    }
    Ok(Read {
        name,
        words,
        language: asked.language,
        to,
        cc,
        signature: None,
        documents: asked.documents,
        uploads: asked.attachments,
    })
}

/// Reads a recipient.
///
/// # Errors
/// When the text is not a mailbox that mails can be sent to.
pub fn mailbox(path: &str, text: &str) -> Result<Mailbox, FieldError> {
    let mailbox = text.parse::<Mailbox>();
    let mailbox = mailbox.map_err(|error| field_error(path, error.to_string()))?;
    // Text that would reach a header is refused, not mended.
    if text.chars().any(char::is_control) {
        return Err(field_error(path, "must not have control characters"));
    }
    // No mail API takes such an address; only the domain has an ASCII form.
    if !in_ascii(&mailbox.address).is_ascii() {
        return Err(field_error(
            path,
            "must have a domain, and only ASCII characters before the @",
        ));
    }
    Ok(mailbox)
}

/// The change that a template's name stands for: the last one of its kind, or
/// the last move to its status.
///
/// # Errors
/// When there never was one.
pub fn told(found: &Found, name: Option<&Name>) -> Result<Vec<Change>, FieldError> {
    let never = |what: String| {
        let reason = format!(
            "tells nothing of this order: {what}. Send `words`, or a template with a name of \
             your own"
        );
        field_error("template", reason)
    };
    match name {
        None | Some(Name::Own(_)) => Ok(Vec::new()),
        Some(Name::Kind(kind)) => match found.last(*kind) {
            Some(change) => Ok(vec![change]),
            None => Err(never(format!("no {} ever happened to it", kind.name()))),
        },
        Some(Name::Status(code)) => match found.last_move_to(code) {
            Some(change) => Ok(vec![change]),
            // The order came with this status: there was no move.
            None if found.order.status.code == *code => Ok(Vec::new()),
            None => Err(never(format!("it never had the status {code}"))),
        },
    }
}

/// Writes the mail, exactly as it is shown and sent.
///
/// # Errors
/// Names the field that is wrong for this order.
pub fn written(
    config: &Config,
    shop: &Shop,
    key: &OrderKey,
    (decided, found, changes): (&Decided, Found, &[Change]),
    read: Read,
) -> Result<Ready, FieldError> {
    let choice = found.snapshot.preferences();
    let order = &found.order;
    let spoken = read.language.as_ref().or(choice.language.as_ref());
    let locale = spoken.or(order.customer.locale.as_ref());
    let locale = locale.map_or_else(|| shop.locale(), String::as_str);
    let language = Language::first_of([locale, shop.locale()]);
    let kept = match &read.name {
        Some(name) => template(decided, name, locale)?,
        None => None,
    };
    if let Some(words) = &read.words {
        check(shop, words, language, Some(order))
            .map_err(|field_error| under("words", field_error))?;
    }
    let own = read.words.as_ref().or(kept.map(|entry| &entry.template));
    let to = match read.to {
        Some(to) => to,
        None => customer(order)?,
    };
    let documents = MailDocuments {
        attach: chosen(order, &read.documents)?,
        link: Vec::new(),
    };
    let sender = config.sender();
    let leading = found.snapshot.links().leading();
    let page_url = leading.map(|rotation| sender.page_url(key, rotation, order, &to, &read.cc));
    let RenderedMail {
        mut mail,
        preheader,
        fault,
    } = compose(&MailContext {
        now: SpinEnvironment.now(),
        hides_prices: decided.settings.hides(Part::Prices),
        hides_addresses: decided.settings.hides(Part::Addresses),
        changes,
        page_url: page_url.as_deref(),
        reply_to: config.reply_to.as_ref(),
        unsubscribe_url: sender.unsubscribe_url(key, order, &to),
        to,
        cc: read.cc,
        own,
        signature: read.signature.as_deref(),
        documents: &documents,
        language,
        root_id: sender.root_id(key),
        ..MailContext::for_order(shop, order, &decided.settings.brand, &config.from)
    });
    // The fault is shown to the merchant, who can mend it.
    if let Some(fault) = fault {
        let path = if read.words.is_some() {
            "words"
        } else {
            "template"
        };
        return Err(field_error(path, format!("cannot be filled in: {fault}")));
    }
    let kinds: Vec<_> = changes.iter().filter_map(Change::kind).collect();
    let warnings = unwished(order, &choice, &kinds, &mail);
    let mut files = Vec::new();
    for upload in read.uploads {
        let Content(content) = upload.content;
        mail.attachments.push(Attachment {
            name: upload.name,
            media_type: Some(upload.media_type),
            source: FileSource::File(Stored::of(&content).sha256),
        });
        files.push(content);
    }
    // How large a document is that is fetched is not known before.
    let stored = documents.attach.iter();
    let stored = stored.filter_map(|document| Some(document.file.as_ref()?.bytes));
    let size = capacity::size_with(&mail, stored.chain(files.iter().map(Vec::len)));
    if config.capacity.is_some_and(|most| size > most) {
        let reason = "must be smaller: the mail API does not take a mail of this size";
        return Err(field_error("attachments", reason));
    }
    Ok(Ready {
        by_hand: ManualMail {
            mail,
            id: None,
            resends: None,
            words: kept.map(TemplateUse::of),
        },
        preheader: Some(preheader),
        corrects: None,
        files,
        warnings,
    })
}

/// Finds the template that is kept; `None` if Wismo has its own words for this
/// name.
fn template<'a>(
    decided: &'a Decided,
    name: &Name,
    locale: &str,
) -> Result<Option<&'a StoredTemplate>, FieldError> {
    match (decided.templates.find(name, locale), name) {
        (Some(entry), _) => Ok(Some(entry)),
        (None, Name::Kind(_)) => Ok(None),
        (None, Name::Status(_) | Name::Own(_)) => Err(field_error(
            "template",
            "must be the name of a template in this language",
        )),
    }
}

/// The customer's mailbox.
fn customer(order: &Order) -> Result<Mailbox, FieldError> {
    let customer = &order.customer;
    let address = customer.email.as_deref().unwrap_or_default();
    Mailbox::new(customer.name.as_deref().unwrap_or_default(), address)
        .map_err(|_| field_error("to", "is required, as the order has no valid email address"))
}

/// The documents of an order that go with the mail.
fn chosen(order: &Order, ids: &[String]) -> Result<Vec<Document>, FieldError> {
    let chosen = ids.iter().enumerate().map(|(index, id)| {
        let is_it = |one: &&Document| one.id == *id && one.has_file();
        let document = order.documents.iter().find(is_it).cloned();
        document.ok_or_else(|| {
            let reason = "must be the id of a document of the order that has a file";
            field_error(&format!("documents[{index}]"), reason)
        })
    });
    chosen.collect()
}

/// Prefixes a field error's path with the part of the request that it is in.
fn under(part: &str, field_error: FieldError) -> FieldError {
    let path = format!("{part}.{}", field_error.path);
    FieldError {
        path: path.trim_end_matches('.').to_owned(),
        ..field_error
    }
}
