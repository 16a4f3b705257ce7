//! Reading and writing what is kept in versions: the answers, and what a
//! request must name.

use crate::environment::SpinEnvironment;
use crate::request::knows;
use crate::{Response, response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde::Serialize;
use wismo_domain::environment::Environment;
use wismo_domain::time::Duration;
use wismo_domain::versions::NotWritten;

use super::entity_tag;

/// Time for which a write is tried again beside other writers, who are mostly done in
/// a moment, and the pause between two tries.
const PATIENCE: Duration = Duration::seconds(2);
const PAUSE: std::time::Duration = std::time::Duration::from_millis(200);

/// The answer to a write.
#[derive(Serialize)]
pub struct Written {
    /// Its version.
    pub version: u64,
}

#[derive(Serialize)]
struct Changed {
    error: String,
    version: u64,
}

/// 200 with the tag of a version.
pub fn tagged(version: u64, value: &impl Serialize) -> Response {
    let mut response = response::json(StatusCode::OK, value);
    entity_tag::put(response.headers_mut(), version);
    response
}

/// 304 for a client that has this version already.
#[must_use]
pub fn known(request: &HeaderMap, version: u64) -> Option<Response> {
    if !knows(request, &entity_tag::tag(version)) {
        return None;
    }
    let mut response = tagged(version, &());
    *response.status_mut() = StatusCode::NOT_MODIFIED;
    response.headers_mut().remove(header::CONTENT_TYPE);
    Some(response::without_body(response))
}

/// 428 for a writer who does not name the version that they read.
#[must_use]
pub fn unnamed() -> Response {
    let message = "read it first, and name the version that you read: \
                   send its ETag as If-Match";
    response::error(StatusCode::PRECONDITION_REQUIRED, message)
}

/// Writes beside other writers: tries again while the document is busy.
///
/// # Errors
/// The error of the last try.
pub async fn patiently<T, E>(
    mut write: impl AsyncFnMut() -> Result<T, E>,
    is_busy: impl Fn(&E) -> bool,
) -> Result<T, E> {
    let until = SpinEnvironment.now() + PATIENCE;
    loop {
        match write().await {
            Err(error) if is_busy(&error) && SpinEnvironment.now() < until => {
                spin_sdk::time::sleep(PAUSE).await;
            }
            written => return written,
        }
    }
}

/// The answer to a writer who could not write.
#[must_use]
pub fn not_written(refused: &NotWritten) -> Response {
    match refused {
        NotWritten::Changed(version) => changed(*version),
        NotWritten::Busy => busy(),
        NotWritten::Store(fault) => response::try_again("desk", fault),
    }
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
