//! `POST /desk/api/{shop}/settings/preview`: the status page as these settings
//! would show it. It writes nothing.

use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use spin_sdk::http::Request;
use wismo_domain::changes::Change;
use wismo_domain::check::FieldError;
use wismo_domain::context::Environment;
use wismo_domain::intake::customer;
use wismo_domain::log::{self, Moment, State};
use wismo_domain::settings::Settings;
use wismo_domain::shop::Shop;
use wismo_domain::storage::StoreError;
use wismo_domain::storage::find_by_number;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::http::document::{field_error, json, must_be_json, object, read_body};
use wismo_platform::http::{Rejection, Response, response};
use wismo_platform::store::SpinStore;
use wismo_view::mail::template;
use wismo_view::page::{Page, Visibility, render};
use wismo_view::texts::Language;

use crate::shop_settings::document;
use crate::{decided, order};

/// The request.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct PagePreviewRequest {
    /// A draft; without one, the settings in force.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Option<Settings>"))]
    settings: Option<Value>,
    /// The order's id or number; without one, an example.
    #[serde(default)]
    order: Option<String>,
    /// The page's language; without one, the order's.
    #[serde(default)]
    language: Option<String>,
    /// The part of the order that the reader sees; without it, everything.
    #[serde(default)]
    visibility: Option<Visibility>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct PagePreview {
    /// The whole document.
    html: String,
    /// The page's `Content-Security-Policy`.
    policy: String,
}

/// Previews the page.
///
/// # Errors
/// When there is no such order, or the request is at fault.
pub async fn respond(shop: &Shop, request: Request) -> Result<Response, Rejection> {
    must_be_json(request.headers())?;
    let (asked, draft) = read(&read_body(request).await?)?;
    let settings = match draft {
        Some(draft) => draft,
        None => decided::settings(&shop.id).await?,
    };
    let state = state(shop, asked.order.as_deref(), &settings).await?;
    let state = state.ok_or_else(order::not_known)?;
    let told = [
        asked.language.as_deref(),
        state.order.customer.locale.as_deref(),
        Some(shop.locale()),
    ];
    let document = render(&Page {
        shop,
        settings: &settings,
        visibility: asked.visibility.unwrap_or(Visibility::Full),
        state: &state,
        now: SpinEnvironment.now(),
        token: "#",
        is_still: false,
        language: Language::first_of(told.into_iter().flatten()),
    });
    let answer = PagePreview {
        html: document.html,
        policy: document.policy,
    };
    Ok(response::json(StatusCode::OK, &answer))
}

fn read(body: &[u8]) -> Result<(PagePreviewRequest, Option<Settings>), FieldError> {
    let asked: PagePreviewRequest = object("", json(body)?)?;
    let language = asked.language.as_deref();
    if language.is_some_and(|tag| Language::known(tag).is_none()) {
        let codes = Language::ALL.map(Language::code).join(", ");
        return Err(field_error("language", format!("must be one of {codes}")));
    }
    let draft = asked.settings.clone().map(document::draft);
    let draft = draft.transpose()?;
    Ok((asked, draft))
}

/// Returns the order and its history; `None` if the order is not known.
async fn state(
    shop: &Shop,
    order: Option<&str>,
    settings: &Settings,
) -> Result<Option<State>, StoreError> {
    let Some(id) = order else {
        let order = template::order();
        let at = order.dated_at();
        let placed = Moment {
            at,
            changes: vec![Change::Placed],
            status_from: None,
        };
        let timeline = vec![placed];
        return Ok(Some(State {
            order,
            removed: false,
            timeline,
        }));
    };
    let Some(key) = find_by_number::named(&SpinStore, &shop.id, id).await? else {
        return Ok(None);
    };
    let reading = log::read(SPIN_CONTEXT, &key).await?;
    let Some(mut state) = reading.snapshot.state(settings) else {
        return Ok(None);
    };
    state.order = customer::known(SPIN_CONTEXT, &key, state.order).await?;
    Ok(Some(state))
}
