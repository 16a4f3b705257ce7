//! Reading requests.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use http_body_util::{BodyExt, Limited};
use spin_sdk::http::Request;
use wismo_domain::access::secret::Secret;

use crate::outbound::within;

/// Time that a body may take. An instance serves few requests at once, and each
/// holds what has arrived of its body.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// The reason why a body could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BodyError {
    /// It has too many bytes.
    #[error("the body is larger than {0} bytes")]
    TooLarge(usize),
    /// It ended before it was whole.
    #[error("the body did not arrive whole")]
    Broken,
    /// It took too long.
    #[error("the body did not arrive within {} s", PATIENCE.as_secs())]
    TooSlow,
    /// Other large bodies were under way all the while.
    #[error("other large bodies are under way: send it again later")]
    NoRoom,
}

impl BodyError {
    /// The status of the answer to it.
    #[must_use]
    pub const fn status(self) -> StatusCode {
        match self {
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Broken => StatusCode::BAD_REQUEST,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::NoRoom => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

/// Reads the whole body, of at most `limit` bytes, if it comes in time.
///
/// # Errors
/// When it is larger, too slow, or breaks off.
pub async fn body(request: Request, limit: usize) -> Result<Bytes, BodyError> {
    let declared = request.headers().get(header::CONTENT_LENGTH);
    let declared = declared.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if declared.is_some_and(|length| length > limit) {
        return Err(BodyError::TooLarge(limit));
    }
    let body = Limited::new(request.into_body(), limit).collect();
    let Some(body) = within(PATIENCE, body).await else {
        return Err(BodyError::TooSlow);
    };
    match body {
        Ok(body) => Ok(body.to_bytes()),
        Err(error) if error.is::<http_body_util::LengthLimitError>() => {
            Err(BodyError::TooLarge(limit))
        }
        Err(_) => Err(BodyError::Broken),
    }
}

/// Tells whether the request carries `secret` as its bearer token (RFC 6750, section
/// 2.1), compared in constant time.
#[must_use]
pub fn has_bearer(headers: &HeaderMap, secret: &Secret) -> bool {
    let token = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| token.trim());
    token.is_some_and(|token| secret.is(token.as_bytes()))
}

/// The segments of a path, percent-decoded; `None` if one is not UTF-8.
#[must_use]
pub fn segments(path: &str) -> Option<Vec<String>> {
    let decode = |segment| {
        percent_encoding::percent_decode_str(segment)
            .decode_utf8()
            .ok()
            .map(String::from)
    };
    path.trim_start_matches('/')
        .split('/')
        .map(decode)
        .collect()
}

/// Tells whether the media type of the request's body is `wanted`; parameters such as
/// a charset do not count.
#[must_use]
pub fn has_media_type(headers: &HeaderMap, wanted: &str) -> bool {
    let value = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let media_type = value
        .and_then(|value| value.split(';').next())
        .unwrap_or_default();
    media_type.trim().eq_ignore_ascii_case(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    #[test]
    fn only_the_whole_secret_is_a_bearer() {
        let secret = Secret::new("secret");
        let has = |value: &'static str| {
            let value = HeaderValue::from_static(value);
            has_bearer(
                &HeaderMap::from_iter([(header::AUTHORIZATION, value)]),
                &secret,
            )
        };
        assert!(has("Bearer secret"));
        assert!(has("bearer secret"));
        for wrong in [
            "Bearer secre",
            "Bearer secret2",
            "Basic secret",
            "secret",
            "Bearer ",
        ] {
            assert!(!has(wrong), "{wrong}");
        }
        assert!(!has_bearer(&HeaderMap::new(), &secret));
    }

    #[test]
    fn segments_are_decoded_one_by_one() {
        assert_eq!(segments("/hooks/no%2Frth").unwrap(), ["hooks", "no/rth"]);
        assert_eq!(segments("/s/%FF"), None);
    }
}
