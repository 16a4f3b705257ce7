//! HTTP to others, within a time.

use std::pin::pin;
use std::time::Duration;

use bytes::Bytes;
use futures::future::{Either, select};
use http_body_util::{BodyExt, Limited};
use spin_sdk::http::{FullBody, send};
use spin_sdk::wasip3::http::types::ErrorCode;

/// The largest answer that is read, in bytes.
const MAX_ANSWER_BYTES: usize = 64 * 1024;

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoAnswer {
    /// Nothing reached the other side.
    #[error("no connection")]
    NotSent,
    /// What was sent may have reached the other side.
    #[error("the answer was lost")]
    Lost,
    /// The time was up; what was sent may have reached the other side.
    #[error("no answer in time")]
    TimedOut,
}

/// Sends a request and reads the answer whole, within `timeout` in all.
///
/// # Errors
/// When there is no whole answer of at most 64 KB in time.
pub async fn request(
    request: http::Request<Bytes>,
    timeout: Duration,
) -> Result<http::Response<Bytes>, NoAnswer> {
    let answer = pin!(exchange(request));
    let alarm = pin!(spin_sdk::time::sleep(timeout));
    match select(answer, alarm).await {
        Either::Left((answer, _)) => answer,
        Either::Right(_) => Err(NoAnswer::TimedOut),
    }
}

async fn exchange(request: http::Request<Bytes>) -> Result<http::Response<Bytes>, NoAnswer> {
    let response = send(request.map(FullBody::new))
        .await
        .map_err(|error| classify(&error))?;
    let (head, body) = response.into_parts();
    let body = Limited::new(body, MAX_ANSWER_BYTES).collect().await;
    let body = body.map_err(|_| NoAnswer::Lost)?.to_bytes();
    Ok(http::Response::from_parts(head, body))
}

/// Only what surely happens before anything is sent counts as not sent.
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
