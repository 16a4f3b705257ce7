//! `GET` and `PUT /desk/api/{shop}/settings`: the merchant's decisions, in
//! versions. [`document`] reads them.

pub mod document;

use http::HeaderMap;
use serde::Serialize;
use spin_sdk::http::Request;
use wismo_domain::context::Environment;
use wismo_domain::order::BUILT_IN;
use wismo_domain::order::Stage;
use wismo_domain::queue::Release;
use wismo_domain::settings::{NotWritten, Settings, current, write};
use wismo_domain::storage::StoreError;
use wismo_domain::time::Timestamp;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::http::document::{must_be_json, read_body};
use wismo_platform::http::{Rejection, Response};

use crate::named::named;
use crate::versioned::{self, WriteResponse, tagged};

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "SettingsInForce"))]
pub(crate) struct InForce {
    version: u64,
    settings: Settings,
    written_at: Option<Timestamp>,
    built_in_statuses: Vec<BuiltIn>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "BuiltInStatus"))]
pub(crate) struct BuiltIn {
    code: &'static str,
    stage: Stage,
    locked: bool,
}

/// Answers with the settings in force, with every default and every rule
/// written out.
///
/// # Errors
/// When the store fails.
pub async fn read(shop: &str, request: &HeaderMap) -> Result<Response, Rejection> {
    let current = current(SPIN_CONTEXT, shop).await?.projection;
    if let Some(known) = versioned::known(request, current.version) {
        return Ok(known);
    }
    let built_in = BUILT_IN.map(|(code, stage)| BuiltIn {
        code,
        stage,
        locked: true,
    });
    let in_force = InForce {
        version: current.version,
        settings: current.document.in_full(),
        written_at: current.at,
        built_in_statuses: built_in.into(),
    };
    Ok(tagged(current.version, &in_force))
}

/// Replaces the version that the request names with the request's settings.
///
/// # Errors
/// When the request names no version or one that is not in force any more, when its
/// settings are at fault, or when the store fails.
pub async fn replace(shop: &str, request: Request) -> Result<Response, Rejection> {
    must_be_json(request.headers())?;
    let base = versioned::base(request.headers())?;
    let settings = document::read(&read_body(request).await?)?;
    named(shop, &settings, "").await?;
    let version = write_over(shop, base, &settings).await;
    let version = version.map_err(versioned::not_written)?;
    Ok(tagged(version, &WriteResponse { version }))
}

/// Writes settings in the place of version `base`, beside other writers, and returns their
/// version. What the shop gathered while it held its news back is released once it does so
/// no more.
///
/// # Errors
/// When another version is in force, another writer is busy, or the store fails.
pub async fn write_over(shop: &str, base: u64, settings: &Settings) -> Result<u64, NotWritten> {
    let before = current(SPIN_CONTEXT, shop).await?.projection;
    let write = async || write(SPIN_CONTEXT, shop, base, settings).await;
    let is_busy = |error: &NotWritten| matches!(error, NotWritten::Busy);
    let version = versioned::patiently(write, is_busy).await?;
    if before.document.hold.holds() && !settings.hold.holds() {
        let_go(shop).await?;
    }
    Ok(version)
}

/// Queues a release of everything that the shop gathered while it held its
/// news back.
async fn let_go(shop: &str) -> Result<(), StoreError> {
    let release = Release {
        shop: shop.to_owned(),
        asked_at: SpinEnvironment.now(),
    };
    release.place(SPIN_CONTEXT).await
}
