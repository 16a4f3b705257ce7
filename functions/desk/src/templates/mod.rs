//! `/desk/api/{shop}/templates/...`: the shop's own words in its mails.
//!
//! | module | answers |
//! |---|---|
//! | `list` | `GET .../templates`: which there are |
//! | `one` | `GET`, `PUT` and `DELETE .../templates/{name}` and `.../{name}/{language}` |
//! | `preview` | `POST .../templates/preview`: what a mail would look like |
//! | `variables` | `GET .../templates/variables`: what may stand in one |

mod list;
mod one;
mod preview;
mod variables;

use http::{Method, StatusCode};
use spin_sdk::http::Request;
use wismo_domain::keys::{OrderKey, orders_index};
use wismo_domain::log;
use wismo_domain::order::{Flaw, Order};
use wismo_domain::settings::Settings;
use wismo_domain::shop::Shop;
use wismo_domain::store::{Store, StoreError};
use wismo_domain::templates::current;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, response};

use crate::receive;

/// Answers what stands below `templates` in the path.
pub async fn respond(shop: &Shop, path: &[&str], request: Request) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    match path {
        [] if is_read => list::read(&shop.id, request.headers()).await,
        ["variables"] if is_read => variables::read(),
        [] | ["variables"] => response::method_not_allowed("GET, HEAD"),
        ["preview"] if request.method() == Method::POST => preview::respond(shop, request).await,
        ["preview"] => response::method_not_allowed("POST"),
        [name] => one::respond(shop, (name, None), request).await,
        [name, language] => one::respond(shop, (name, Some(language)), request).await,
        _ => response::error(StatusCode::NOT_FOUND, "there is nothing here"),
    }
}

/// Whether every template that settings name is there; `under` is where the
/// settings stand in the request's document.
///
/// # Errors
/// The answer to give.
pub async fn named(shop: &str, settings: &Settings, under: &str) -> Result<(), Response> {
    let named = settings.named_templates();
    if named.is_empty() {
        return Ok(());
    }
    let read = current(&SpinStore, &SpinEnvironment, shop).await;
    let templates = read.map_err(|fault| response::try_again("desk", &fault))?;
    let templates = &templates.fold.document;
    match named.iter().find(|(_, name)| !templates.has(name)) {
        None => Ok(()),
        Some((path, _)) => Err(receive::refused(Flaw {
            path: format!("{under}{path}"),
            reason: "must be the name of one of the templates: write the template first".to_owned(),
        })),
    }
}

/// The order of a shop that came last.
async fn latest_order(shop: &str) -> Result<Option<Order>, StoreError> {
    let index = orders_index(shop);
    let len = SpinStore.count(&index.len()).await?;
    let entries = index.entries(&SpinStore, len.max(1)..=len).await?;
    let Some((_, entry)) = entries.into_iter().last() else {
        return Ok(None);
    };
    let Ok(key) = OrderKey::new(shop, &entry.order) else {
        return Ok(None);
    };
    let reading = log::read(&SpinStore, &SpinEnvironment, &key).await?;
    Ok(reading.snapshot.order())
}
