//! `GET` and `PUT /desk/api/{shop}/settings`: the merchant's decisions, in
//! versions.

use http::HeaderMap;
use serde::Serialize;
use spin_sdk::http::Request;
use wismo_domain::environment::Environment;
use wismo_domain::jobs::Release;
use wismo_domain::order::Stage;
use wismo_domain::settings::{BUILT_IN, NotWritten, Settings, current, write};
use wismo_domain::store::StoreError;
use wismo_domain::time::Timestamp;
use wismo_platform::desk::versioned::{self, Written, tagged};
use wismo_platform::desk::{entity_tag, receive, shop_settings as document};
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::request::has_media_type;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, response};

use crate::named::named;

#[derive(Serialize)]
struct InForce {
    version: u64,
    settings: Settings,
    written_at: Option<Timestamp>,
    built_in_statuses: Vec<BuiltIn>,
}

#[derive(Serialize)]
struct BuiltIn {
    code: &'static str,
    stage: Stage,
    locked: bool,
}

/// Answers with the settings in force, with every default and every rule
/// written out.
pub async fn read(shop: &str, request: &HeaderMap) -> Response {
    let current = match current(&SpinStore, &SpinEnvironment, shop).await {
        Ok(read) => read.fold,
        Err(fault) => return response::try_again("desk", &fault),
    };
    if let Some(known) = versioned::known(request, current.version) {
        return known;
    }
    let built_in = BUILT_IN.map(|(code, stage)| BuiltIn {
        code,
        stage,
        locked: true,
    });
    tagged(
        current.version,
        &InForce {
            version: current.version,
            settings: current.document.in_full(),
            written_at: current.at,
            built_in_statuses: built_in.into(),
        },
    )
}

/// Replaces the version that the request names with the request's settings.
pub async fn replace(shop: &str, request: Request) -> Response {
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
    let settings = match document::read(&body) {
        Ok(settings) => settings,
        Err(flaw) => return receive::refused(flaw),
    };
    if let Err(answer) = named(shop, &settings, "").await {
        return answer;
    }
    let held = match current(&SpinStore, &SpinEnvironment, shop).await {
        Ok(before) => before.fold.document.hold.holds(),
        Err(fault) => return response::try_again("desk", &fault),
    };
    let write = async || write(&SpinStore, &SpinEnvironment, shop, base, &settings).await;
    let is_busy = |error: &NotWritten| matches!(error, NotWritten::Busy);
    match versioned::patiently(write, is_busy).await {
        Ok(version) if !held || settings.hold.holds() => tagged(version, &Written { version }),
        Ok(version) => match let_go(shop).await {
            Ok(()) => tagged(version, &Written { version }),
            Err(fault) => response::try_again("desk", &fault),
        },
        Err(refused) => versioned::not_written(&refused),
    }
}

/// Queues a release of everything that the shop gathered while it held its
/// news back.
async fn let_go(shop: &str) -> Result<(), StoreError> {
    let release = Release {
        shop: shop.to_owned(),
        asked_at: SpinEnvironment.now(),
    };
    release.place(&SpinStore, &SpinEnvironment).await
}
