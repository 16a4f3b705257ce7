//! `GET` and `PUT /desk/api/{shop}/settings`: what a merchant decides, in versions.

use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde::Serialize;
use spin_sdk::http::Request;
use wismo_domain::environment::Environment;
use wismo_domain::jobs::Release;
use wismo_domain::order::Stage;
use wismo_domain::settings::{BUILT_IN, NotWritten, Settings, current, write};
use wismo_domain::store::StoreError;
use wismo_domain::time::{Duration, Timestamp};
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::request::{has_media_type, knows};
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, response};

use crate::{document, entity_tag, receive};

/// How long it is tried beside other writers, who are mostly done in a moment,
/// and how long the pauses are.
const PATIENCE: Duration = Duration::seconds(2);
const PAUSE: std::time::Duration = std::time::Duration::from_millis(200);

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

#[derive(Serialize)]
struct Written {
    version: u64,
}

#[derive(Serialize)]
struct Changed {
    error: String,
    version: u64,
}

/// The settings in force, with every default and every rule written out.
pub async fn read(shop: &str, request: &HeaderMap) -> Response {
    let current = match current(&SpinStore, &SpinEnvironment, shop).await {
        Ok(read) => read.fold,
        Err(fault) => return response::try_again("desk", &fault),
    };
    if knows(request, &entity_tag::tag(current.version)) {
        let mut response = tagged(current.version, &());
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        response.headers_mut().remove(header::CONTENT_TYPE);
        return response::without_body(response);
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
            settings: current.settings.in_full(),
            written_at: current.at,
            built_in_statuses: built_in.into(),
        },
    )
}

/// Puts the request's settings in the place of the version that it names.
pub async fn replace(shop: &str, request: Request) -> Response {
    if !has_media_type(request.headers(), "application/json") {
        return receive::not_json();
    }
    let Some(base) = entity_tag::base(request.headers()) else {
        let message = "read the settings first, and name the version that you read: \
                       send its ETag as If-Match";
        return response::error(StatusCode::PRECONDITION_REQUIRED, message);
    };
    let body = match receive::whole(request).await {
        Ok(body) => body,
        Err(answer) => return answer,
    };
    let settings = match document::read(&body) {
        Ok(settings) => settings,
        Err(flaw) => return receive::refused(flaw),
    };
    let held = match current(&SpinStore, &SpinEnvironment, shop).await {
        Ok(before) => before.fold.settings.hold,
        Err(fault) => return response::try_again("desk", &fault),
    };
    match patiently_write(shop, base, &settings).await {
        Ok(version) if !held || settings.hold => tagged(version, &Written { version }),
        Ok(version) => match let_go(shop).await {
            Ok(()) => tagged(version, &Written { version }),
            Err(fault) => response::try_again("desk", &fault),
        },
        Err(NotWritten::Changed(version)) => changed(version),
        Err(NotWritten::Busy) => busy(),
        Err(NotWritten::Store(fault)) => response::try_again("desk", &fault),
    }
}

/// What a shop gathered while it held goes out once it no longer does.
async fn let_go(shop: &str) -> Result<(), StoreError> {
    let release = Release {
        shop: shop.to_owned(),
        asked_at: SpinEnvironment.now(),
    };
    release.place(&SpinStore, &SpinEnvironment).await
}

async fn patiently_write(shop: &str, base: u64, settings: &Settings) -> Result<u64, NotWritten> {
    let until = SpinEnvironment.now() + PATIENCE;
    loop {
        let written = write(&SpinStore, &SpinEnvironment, shop, base, settings).await;
        let is_busy = matches!(written, Err(NotWritten::Busy));
        if !is_busy || SpinEnvironment.now() >= until {
            return written;
        }
        spin_sdk::time::sleep(PAUSE).await;
    }
}

/// 200 with the tag of a version.
fn tagged(version: u64, value: &impl Serialize) -> Response {
    let mut response = response::json(StatusCode::OK, value);
    entity_tag::put(response.headers_mut(), version);
    response
}

fn changed(version: u64) -> Response {
    let mut response = response::json(
        StatusCode::PRECONDITION_FAILED,
        &Changed {
            error: format!(
                "version {version} is in force: read it, make your change again, \
                 and send it with If-Match: {}",
                entity_tag::tag(version)
            ),
            version,
        },
    );
    entity_tag::put(response.headers_mut(), version);
    response
}

fn busy() -> Response {
    let mut response = response::error(
        StatusCode::SERVICE_UNAVAILABLE,
        NotWritten::Busy.to_string(),
    );
    let headers = response.headers_mut();
    headers.insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
    response
}
