//! Reading and writing what is kept in versions: the answers, and what a
//! request must name.

use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde::Serialize;
use wismo_domain::context::Environment;
use wismo_domain::storage::versions::NotWritten;
use wismo_domain::time::Duration;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::http::{Rejection, Response, entity_tag, response};

/// Time for which a write is tried again beside other writers, who are mostly done in
/// a moment, and the pause between two tries.
const PATIENCE: Duration = Duration::seconds(2);
const PAUSE: std::time::Duration = std::time::Duration::from_millis(200);

/// The answer to a write.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "Written"))]
pub struct WriteResponse {
    /// Its version.
    pub version: u64,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "AnotherVersion"))]
pub(crate) struct Changed {
    error: String,
    version: u64,
}

/// 200 with the tag of a version.
#[must_use]
pub fn tagged(version: u64, value: &impl Serialize) -> Response {
    let mut response = response::json(StatusCode::OK, value);
    entity_tag::put(response.headers_mut(), &entity_tag::of_version(version));
    response
}

/// 304 for a client that has this version already.
#[must_use]
pub fn known(request: &HeaderMap, version: u64) -> Option<Response> {
    if !entity_tag::knows(request, &entity_tag::of_version(version)) {
        return None;
    }
    let mut response = tagged(version, &());
    *response.status_mut() = StatusCode::NOT_MODIFIED;
    response.headers_mut().remove(header::CONTENT_TYPE);
    Some(response::without_body(response))
}

/// The version that a writer has read and writes over.
///
/// # Errors
/// 428 for a writer who does not name it.
pub fn base(request: &HeaderMap) -> Result<u64, Rejection> {
    entity_tag::base(request).ok_or_else(|| {
        let message = "read it first, and name the version that you read: \
                       send its ETag as If-Match";
        response::error(StatusCode::PRECONDITION_REQUIRED, message).into()
    })
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
pub fn not_written(refused: NotWritten) -> Rejection {
    match refused {
        NotWritten::Changed(version) => changed(version).into(),
        NotWritten::Busy => busy().into(),
        NotWritten::Store(fault) => fault.into(),
    }
}

fn changed(version: u64) -> Response {
    let mut response = response::json(
        StatusCode::PRECONDITION_FAILED,
        &Changed {
            error: format!(
                "version {version} is in force: read it, make your change again, \
                 and send it with If-Match: {}",
                entity_tag::of_version(version)
            ),
            version,
        },
    );
    entity_tag::put(response.headers_mut(), &entity_tag::of_version(version));
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
