//! HTTP requests to others, within a time limit.

use std::pin::pin;
use std::time::Duration;

use bytes::Bytes;
use futures::future::{Either, select};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use spin_sdk::http::{FullBody, send};
use spin_sdk::wasip3::http::types::ErrorCode;

/// The largest answer that is read, in bytes.
const MAX_ANSWER_BYTES: usize = 64 * 1024;

/// The reason why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoAnswer {
    /// Nothing reached the other side.
    #[error("no connection")]
    NotSent,
    /// The request may have reached the other side.
    #[error("the answer was lost")]
    Lost,
    /// The time was up; the request may have reached the other side.
    #[error("no answer in time")]
    TimedOut,
    /// The answer is larger than it may be.
    #[error("the answer is too large")]
    TooLarge,
}

/// Sends a request and reads the answer whole, within `timeout` in all.
///
/// # Errors
/// When there is no whole answer of at most 64 KB in time.
pub async fn request(
    request: http::Request<Bytes>,
    timeout: Duration,
) -> Result<http::Response<Bytes>, NoAnswer> {
    request_up_to(request, timeout, MAX_ANSWER_BYTES).await
}

/// The same, for an answer of at most `limit` bytes. Redirects are not followed:
/// a redirect is the answer.
///
/// # Errors
/// When there is no whole answer of at most so many bytes in time.
pub async fn request_up_to(
    request: http::Request<Bytes>,
    timeout: Duration,
    limit: usize,
) -> Result<http::Response<Bytes>, NoAnswer> {
    let answer = within(timeout, exchange(request, limit)).await;
    answer.unwrap_or(Err(NoAnswer::TimedOut))
}

/// The result of `work` if it is done within `timeout`, else `None`.
pub async fn within<T>(timeout: Duration, work: impl Future<Output = T>) -> Option<T> {
    let (work, alarm) = (pin!(work), pin!(spin_sdk::time::sleep(timeout)));
    match select(work, alarm).await {
        Either::Left((done, _)) => Some(done),
        Either::Right(_) => None,
    }
}

async fn exchange(
    request: http::Request<Bytes>,
    limit: usize,
) -> Result<http::Response<Bytes>, NoAnswer> {
    let response = send(request.map(FullBody::new))
        .await
        .map_err(|error| classify(&error))?;
    let (head, body) = response.into_parts();
    match Limited::new(body, limit).collect().await {
        Ok(body) => Ok(http::Response::from_parts(head, body.to_bytes())),
        Err(error) if error.is::<LengthLimitError>() => Err(NoAnswer::TooLarge),
        Err(_) => Err(NoAnswer::Lost),
    }
}

/// Counts an error as not sent only if it surely occurs before anything is sent.
fn classify(error: &ErrorCode) -> NoAnswer {
    if matches!(
        error,
        ErrorCode::DnsTimeout
            | ErrorCode::DnsError(_)
            | ErrorCode::DestinationNotFound
            | ErrorCode::DestinationUnavailable
            | ErrorCode::DestinationIpProhibited
            | ErrorCode::DestinationIpUnroutable
            | ErrorCode::ConnectionRefused
            | ErrorCode::ConnectionTimeout
            | ErrorCode::ConnectionLimitReached
            | ErrorCode::TlsCertificateError
            | ErrorCode::HttpRequestDenied
            | ErrorCode::HttpRequestUriInvalid
    ) {
        NoAnswer::NotSent
    } else {
        NoAnswer::Lost
    }
}
