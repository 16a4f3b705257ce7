//! `GET`, `PUT` and `DELETE /desk/api/{shop}/templates/{name}`, and
//! `.../{name}/{language}`: one template. Before it is written and after it is
//! deleted, Wismo's own words stand in its place, and its version is 0.

use http::{Method, StatusCode};
use serde::Serialize;
use spin_sdk::http::Request;
use wismo_domain::check::FieldError;
use wismo_domain::log;
use wismo_domain::order::Order;
use wismo_domain::order::built_in;
use wismo_domain::shop::Shop;
use wismo_domain::storage::index::ListedOrder;
use wismo_domain::storage::keys::{OrderKey, orders_index};
use wismo_domain::storage::versions::NotWritten;
use wismo_domain::storage::{Store, StoreError};
use wismo_domain::templates::{
    Name, NameError, NotEdited, StoredTemplate, Tag, TagError, Template, Templates, edit, version,
};
use wismo_domain::time::Timestamp;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::document::{json, must_be_json, read_body};
use wismo_platform::http::{Rejection, Response, response};
use wismo_platform::store::SpinStore;
use wismo_view::mail::template::check;
use wismo_view::texts::Language;

use super::document;
use crate::decided;
use crate::versioned::{self, WriteResponse, tagged};

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct TemplateInForce<'a> {
    name: &'a Name,
    language: Option<&'a Tag>,
    version: u64,
    /// The version that it replaced.
    before: u64,
    written_at: Option<Timestamp>,
    #[cfg_attr(test, schemars(schema_with = "words_or_none"))]
    template: Template,
}

/// The schema of a template's words: an empty object where there is no template.
#[cfg(test)]
fn words_or_none(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let words = generator.subschema_for::<Template>();
    schemars::json_schema!({ "anyOf": [words, { "type": "object", "maxProperties": 0 }] })
}

/// The name and language that identify a template.
struct Place {
    name: Name,
    language: Option<Tag>,
}

impl Place {
    /// Tells whether it is for a built-in status, whose words are built in
    /// too.
    fn is_locked(&self) -> bool {
        matches!(&self.name, Name::Status(code) if built_in(code).is_some())
    }
}

/// Answers with 403 for a template that nobody can write.
fn locked(name: &Name) -> Response {
    let message = format!(
        "{name}: the status is built in and has no template of its own: write status_changed, \
         which all moves share, or send another code"
    );
    response::error(StatusCode::FORBIDDEN, message)
}

/// Answers requests about one template.
///
/// # Errors
/// When the path names no template, the request is at fault, or the store fails.
pub async fn respond(
    shop: &Shop,
    (name, language): (&str, Option<&str>),
    request: Request,
) -> Result<Response, Rejection> {
    let not_found = |why: String| response::error(StatusCode::NOT_FOUND, why);
    let name = name.parse();
    let name = name.map_err(|wrong: NameError| not_found(wrong.to_string()))?;
    let language = language.map(str::parse).transpose();
    let language = language.map_err(|wrong: TagError| not_found(wrong.to_string()))?;
    let place = Place { name, language };
    match *request.method() {
        Method::GET | Method::HEAD => read(&shop.id, &place, &request).await,
        Method::PUT | Method::DELETE if place.is_locked() => Ok(locked(&place.name)),
        Method::PUT => replace(shop, &place, request).await,
        Method::DELETE => remove(&shop.id, &place, &request).await,
        _ => Ok(response::method_not_allowed("GET, HEAD, PUT, DELETE")),
    }
}

/// Answers with a template as it is, or as it was in a given version of the
/// shop's templates.
async fn read(shop: &str, place: &Place, request: &Request) -> Result<Response, Rejection> {
    let query = request.uri().query().unwrap_or_default();
    let asked = match query.split_once('=') {
        None if query.is_empty() => None,
        Some(("version", number)) if number.parse::<u64>().is_ok() => number.parse().ok(),
        _ => {
            let message = "the query may only contain version=N";
            return Err(response::error(StatusCode::BAD_REQUEST, message).into());
        }
    };
    let Some(templates) = templates(shop, asked).await? else {
        let message = "this shop's templates have no such version";
        return Err(response::error(StatusCode::NOT_FOUND, message).into());
    };
    let entry = templates.get(&place.name, place.language.as_ref());
    let now = entry.map_or(0, |entry| entry.version);
    if let Some(known) = versioned::known(request.headers(), now) {
        return Ok(known);
    }
    let kept = TemplateInForce {
        name: &place.name,
        language: place.language.as_ref(),
        version: now,
        before: entry.map_or(0, |entry| entry.before),
        written_at: entry.map(|entry| entry.at),
        template: entry.map(said).unwrap_or_default(),
    };
    Ok(tagged(now, &kept))
}

fn said(entry: &StoredTemplate) -> Template {
    entry.template.clone()
}

async fn templates(shop: &str, asked: Option<u64>) -> Result<Option<Templates>, StoreError> {
    match asked {
        Some(0) => Ok(Some(Templates::default())),
        Some(number) => version(&SpinStore, shop, number).await,
        None => decided::templates(shop).await.map(Some),
    }
}

/// Replaces the version that the request names with the request's template.
async fn replace(shop: &Shop, place: &Place, request: Request) -> Result<Response, Rejection> {
    must_be_json(request.headers())?;
    let base = versioned::base(request.headers())?;
    let template = document::template("", json(&read_body(request).await?)?)?;
    let order = latest_order(&shop.id).await?;
    let spoken = place.language.as_ref().map_or(shop.locale(), Tag::as_str);
    let language = Language::first_of([spoken]);
    check(shop, &template, language, order.as_ref())?;
    write(&shop.id, place, base, Some(&template)).await
}

/// Returns the latest order of a shop, on which a template is tried.
async fn latest_order(shop: &str) -> Result<Option<Order>, StoreError> {
    let index = orders_index(shop);
    let len = SpinStore.count(&index.len()).await?;
    let entries = index
        .entries::<ListedOrder>(&SpinStore, len.max(1)..=len)
        .await?;
    let Some((_, entry)) = entries.into_iter().last() else {
        return Ok(None);
    };
    let Ok(key) = OrderKey::new(shop, &entry.order) else {
        return Ok(None);
    };
    let reading = log::read(SPIN_CONTEXT, &key).await?;
    Ok(reading.snapshot.order())
}

/// Deletes a template, which brings Wismo's own words back.
async fn remove(shop: &str, place: &Place, request: &Request) -> Result<Response, Rejection> {
    let base = versioned::base(request.headers())?;
    if base == 0 {
        // There is nothing to remove, unless somebody has written since.
        let templates = decided::templates(shop).await?;
        if templates
            .get(&place.name, place.language.as_ref())
            .is_none()
        {
            return Ok(tagged(0, &WriteResponse { version: 0 }));
        }
    }
    write(shop, place, base, None).await
}

async fn write(
    shop: &str,
    place: &Place,
    base: u64,
    template: Option<&Template>,
) -> Result<Response, Rejection> {
    let (name, language) = (&place.name, place.language.as_ref());
    let write = async || edit(SPIN_CONTEXT, shop, name, language, base, template).await;
    let is_busy = |error: &NotEdited| matches!(error, NotEdited::NotWritten(NotWritten::Busy));
    match versioned::patiently(write, is_busy).await {
        Ok(version) => {
            let version = template.map_or(0, |_| version);
            Ok(tagged(version, &WriteResponse { version }))
        }
        Err(NotEdited::NotWritten(refused)) => Err(versioned::not_written(refused)),
        Err(full @ NotEdited::Full) => Err(FieldError {
            path: String::new(),
            reason: format!("does not fit in: {full}"),
        }
        .into()),
    }
}
