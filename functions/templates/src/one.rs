//! `GET`, `PUT` and `DELETE /desk/api/{shop}/templates/{name}`, and
//! `.../{name}/{language}`: one template. Before it is written and after it is
//! deleted, Wismo's own words stand in its place, and its version is 0.

use http::{Method, StatusCode};
use serde::Serialize;
use spin_sdk::http::Request;
use wismo_domain::order::Flaw;
use wismo_domain::settings::built_in;
use wismo_domain::shop::Shop;
use wismo_domain::store::StoreError;
use wismo_domain::templates::{
    Entry, Name, NameError, NotEdited, Tag, TagError, Template, Templates, current, edit, version,
};
use wismo_domain::time::Timestamp;
use wismo_domain::versions::NotWritten;
use wismo_platform::desk::versioned::{self, Written, tagged};
use wismo_platform::desk::{document::json, entity_tag, receive};
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::request::has_media_type;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, response};
use wismo_view::mail::template::check;
use wismo_view::texts::Language;

use crate::document;

#[derive(Serialize)]
struct Kept<'a> {
    name: &'a Name,
    language: Option<&'a Tag>,
    version: u64,
    /// The version that it replaced.
    before: u64,
    written_at: Option<Timestamp>,
    template: Template,
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
pub async fn respond(
    shop: &Shop,
    (name, language): (&str, Option<&str>),
    request: Request,
) -> Response {
    let not_found = |why: String| response::error(StatusCode::NOT_FOUND, why);
    let name = match name.parse() {
        Ok(name) => name,
        Err(wrong) => return not_found(NameError::to_string(&wrong)),
    };
    let language = match language.map(str::parse).transpose() {
        Ok(language) => language,
        Err(wrong) => return not_found(TagError::to_string(&wrong)),
    };
    let place = Place { name, language };
    match *request.method() {
        Method::GET | Method::HEAD => read(&shop.id, &place, &request).await,
        Method::PUT | Method::DELETE if place.is_locked() => locked(&place.name),
        Method::PUT => replace(shop, &place, request).await,
        Method::DELETE => remove(&shop.id, &place, &request).await,
        _ => response::method_not_allowed("GET, HEAD, PUT, DELETE"),
    }
}

/// Answers with a template as it is, or as it was in a given version of the
/// shop's templates.
async fn read(shop: &str, place: &Place, request: &Request) -> Response {
    let asked = match request.uri().query().unwrap_or_default().split_once('=') {
        None if request.uri().query().unwrap_or_default().is_empty() => None,
        Some(("version", number)) if number.parse::<u64>().is_ok() => number.parse().ok(),
        _ => {
            let message = "the query may only contain version=N";
            return response::error(StatusCode::BAD_REQUEST, message);
        }
    };
    let templates = match templates(shop, asked).await {
        Ok(Some(templates)) => templates,
        Ok(None) => {
            let message = "this shop's templates have no such version";
            return response::error(StatusCode::NOT_FOUND, message);
        }
        Err(fault) => return response::try_again("desk", &fault),
    };
    let entry = templates.get(&place.name, place.language.as_ref());
    let now = entry.map_or(0, |entry| entry.version);
    if let Some(known) = versioned::known(request.headers(), now) {
        return known;
    }
    let kept = Kept {
        name: &place.name,
        language: place.language.as_ref(),
        version: now,
        before: entry.map_or(0, |entry| entry.before),
        written_at: entry.map(|entry| entry.at),
        template: entry.map(said).unwrap_or_default(),
    };
    tagged(now, &kept)
}

fn said(entry: &Entry) -> Template {
    entry.template.clone()
}

async fn templates(shop: &str, asked: Option<u64>) -> Result<Option<Templates>, StoreError> {
    match asked {
        Some(0) => Ok(Some(Templates::default())),
        Some(number) => version(&SpinStore, shop, number).await,
        None => {
            let read = current(&SpinStore, &SpinEnvironment, shop).await?;
            Ok(Some(read.fold.document))
        }
    }
}

/// Replaces the version that the request names with the request's template.
async fn replace(shop: &Shop, place: &Place, request: Request) -> Response {
    if !has_media_type(request.headers(), "application/json") {
        return receive::not_json();
    }
    let Some(base) = entity_tag::base(request.headers()) else {
        return versioned::unnamed();
    };
    let body = match receive::whole(request).await {
        Ok(body) => body,
        Err(answer) => return answer,
    };
    let template = match json(&body).and_then(|json| document::template("", json)) {
        Ok(template) => template,
        Err(flaw) => return receive::refused(flaw),
    };
    let order = match crate::latest_order(&shop.id).await {
        Ok(order) => order,
        Err(fault) => return response::try_again("desk", &fault),
    };
    let spoken = place.language.as_ref().map_or(shop.locale(), Tag::as_str);
    let language = Language::first_of([spoken]);
    if let Err(flaw) = check(shop, &template, language, order.as_ref()) {
        return receive::refused(flaw);
    }
    write(&shop.id, place, base, Some(&template)).await
}

/// Deletes a template, which brings Wismo's own words back.
async fn remove(shop: &str, place: &Place, request: &Request) -> Response {
    let Some(base) = entity_tag::base(request.headers()) else {
        return versioned::unnamed();
    };
    if base == 0 {
        // There is nothing to remove, unless somebody has written since.
        match current(&SpinStore, &SpinEnvironment, shop).await {
            Ok(read) => {
                let entry = read.fold.document.get(&place.name, place.language.as_ref());
                if entry.is_none() {
                    return tagged(0, &Written { version: 0 });
                }
            }
            Err(fault) => return response::try_again("desk", &fault),
        }
    }
    write(shop, place, base, None).await
}

async fn write(shop: &str, place: &Place, base: u64, template: Option<&Template>) -> Response {
    let at = (&place.name, place.language.as_ref());
    let write = async || edit(&SpinStore, &SpinEnvironment, shop, at, base, template).await;
    let is_busy = |error: &NotEdited| matches!(error, NotEdited::NotWritten(NotWritten::Busy));
    match versioned::patiently(write, is_busy).await {
        Ok(version) => {
            let version = template.map_or(0, |_| version);
            tagged(version, &Written { version })
        }
        Err(NotEdited::NotWritten(refused)) => versioned::not_written(&refused),
        Err(full @ NotEdited::Full) => receive::refused(Flaw {
            path: String::new(),
            reason: format!("does not fit in: {full}"),
        }),
    }
}
