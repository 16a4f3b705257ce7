//! `POST /desk/api/{shop}/templates/preview`: a mail as it would look with a
//! draft, with a template that is kept, or by the rules. It writes nothing.

use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use spin_sdk::http::Request;
use wismo_domain::changes::{Change, ChangeKind};
use wismo_domain::check::FieldError;
use wismo_domain::context::Environment;
use wismo_domain::mail::Mailbox;
use wismo_domain::notices::{self, MailDocuments, MailRules};
use wismo_domain::order::Order;
use wismo_domain::settings::{Part, Settings};
use wismo_domain::shop::Shop;
use wismo_domain::storage::StoreError;
use wismo_domain::storage::find_by_number;
use wismo_domain::templates::{Name, Tag, Template, TemplateUse};
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::http::document::{field_error, json, must_be_json, object, read_body};
use wismo_platform::http::{Rejection, Response, response};
use wismo_platform::store::SpinStore;
use wismo_view::mail::template::{self, LINK, change, check};
use wismo_view::mail::{MailContext, RenderedMail, compose};
use wismo_view::texts::Language;

use crate::decided::{Decided, decided};
use crate::order;
use crate::templates::document;

/// The request.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct MailPreviewRequest {
    /// A draft.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Option<Template>"))]
    template: Option<Value>,
    /// The name of a template that is kept, in place of a draft.
    #[serde(default)]
    name: Option<String>,
    /// The order's id or number; without one, an example.
    #[serde(default)]
    order: Option<String>,
    /// The mail's language; without one, the order's.
    #[serde(default)]
    language: Option<String>,
    /// The change that the mail tells; without it, the order's last one.
    #[serde(default)]
    kind: Option<ChangeKind>,
}

/// The mail as it would be.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct MailPreview {
    subject: String,
    preheader: String,
    text: String,
    html: String,
    /// The changes that it tells.
    changes: Vec<Change>,
    /// The kept template whose words it has, or was meant to have.
    words: Option<TemplateUse>,
}

/// A request that was read.
struct Read {
    asked: MailPreviewRequest,
    draft: Option<Template>,
    name: Option<Name>,
}

/// Previews a mail.
///
/// # Errors
/// When there is no such order or template, or the request is at fault.
pub async fn respond(shop: &Shop, request: Request) -> Result<Response, Rejection> {
    must_be_json(request.headers())?;
    let read = read(&read_body(request).await?)?;
    let decided = decided(&shop.id).await?;
    let example = found(shop, &read.asked, &decided.settings).await?;
    let example = example.ok_or_else(order::not_known)?;
    let answer = preview(shop, &decided, &read, &example)?;
    Ok(response::json(StatusCode::OK, &answer))
}

fn read(body: &[u8]) -> Result<Read, FieldError> {
    let asked: MailPreviewRequest = object("", json(body)?)?;
    let draft = asked.template.clone();
    let draft = draft
        .map(|draft| document::template("template", draft))
        .transpose()?;
    if draft.is_some() && asked.name.is_some() {
        return Err(field_error(
            "name",
            "cannot be combined with template: send only one of them",
        ));
    }
    let name = asked.name.as_deref().map(str::parse::<Name>).transpose();
    let name = name.map_err(|error| field_error("name", error.to_string()))?;
    if let Some(language) = &asked.language {
        let tag = language.parse::<Tag>();
        tag.map_err(|error| field_error("language", error.to_string()))?;
    }
    Ok(Read { asked, draft, name })
}

/// An order for which a mail is previewed.
struct Example {
    /// The order as the merchant reads it.
    order: Order,
    /// The changes that the mail tells.
    changes: Vec<Change>,
    /// The language that the customer chose.
    chosen: Option<String>,
}

/// Finds the order that is asked for; `None` if it is not known.
async fn found(
    shop: &Shop,
    asked: &MailPreviewRequest,
    settings: &Settings,
) -> Result<Option<Example>, StoreError> {
    let Some(id) = &asked.order else {
        let order = template::order();
        let change = change(asked.kind.unwrap_or(ChangeKind::Placed), &order);
        return Ok(Some(Example {
            order,
            changes: vec![change],
            chosen: None,
        }));
    };
    let Some(key) = find_by_number::named(&SpinStore, &shop.id, id).await? else {
        return Ok(None);
    };
    let Some(found) = order::find(&key, settings).await? else {
        return Ok(None);
    };
    let changes = match asked.kind {
        Some(kind) => {
            let told = found.last(kind);
            vec![told.unwrap_or_else(|| change(kind, &found.order))]
        }
        None => {
            let told = found.timeline.into_iter().rev().find_map(|entry| {
                let told = entry.changes.into_iter();
                let told: Vec<_> = told.filter(|change| change.kind().is_some()).collect();
                Some(told).filter(|told| !told.is_empty())
            });
            told.unwrap_or_else(|| vec![Change::Placed])
        }
    };
    Ok(Some(Example {
        chosen: found.snapshot.preferences().language,
        order: found.order,
        changes,
    }))
}

fn preview(
    shop: &Shop,
    decided: &Decided,
    read: &Read,
    example: &Example,
) -> Result<MailPreview, FieldError> {
    let Example {
        order,
        changes,
        chosen,
    } = example;
    let spoken = read.asked.language.as_ref().or(chosen.as_ref());
    let spoken = spoken.or(order.customer.locale.as_ref());
    let locale = spoken.map_or_else(|| shop.locale(), String::as_str);
    let language = Language::first_of([locale, shop.locale()]);
    let templates = &decided.templates;
    let kept = match (&read.draft, &read.name) {
        (Some(draft), _) => {
            check(shop, draft, language, Some(order)).map_err(|field_error| FieldError {
                path: format!("template.{}", field_error.path)
                    .trim_end_matches('.')
                    .to_owned(),
                ..field_error
            })?;
            None
        }
        (None, Some(name)) => {
            let found = templates.find(name, locale);
            let missing = || field_error("name", "must be the name of a template in this language");
            Some(found.ok_or_else(missing)?)
        }
        (None, None) => {
            let rules = MailRules {
                settings: &decided.settings,
                templates,
                locale,
            };
            notices::template(rules, order, changes.as_slice())
        }
        .ok(),
    };
    let own = read.draft.as_ref().or(kept.map(|entry| &entry.template));
    // Neither part shows the sender or the recipient.
    let nobody = Mailbox {
        name: String::new(),
        address: String::new(),
    };
    let RenderedMail {
        mail,
        preheader,
        fault,
    } = compose(&MailContext {
        now: SpinEnvironment.now(),
        hides_prices: decided.settings.hides(Part::Prices),
        hides_addresses: decided.settings.hides(Part::Addresses),
        changes,
        documents: &MailDocuments::of(&decided.settings, order, changes),
        page_url: Some(LINK),
        own,
        language,
        ..MailContext::for_order(shop, order, &decided.settings.brand, &nobody)
    });
    let words = kept.map(|entry| TemplateUse {
        fault,
        ..TemplateUse::of(entry)
    });
    Ok(MailPreview {
        subject: mail.subject,
        preheader,
        text: mail.text,
        html: mail.html,
        changes: changes.clone(),
        words,
    })
}
