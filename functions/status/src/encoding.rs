//! Smaller answers for clients that can read them (RFC 9110, section 12.5.3).

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use wismo_platform::{Response, response};

/// Size of the smallest answer that is compressed, in bytes: one that fits
/// into a single packet gains nothing.
const LEAST_BYTES: usize = 1000;

/// Answers with a document, in gzip if the request accepts that.
pub fn encoded(request: &HeaderMap, media_type: &'static str, body: Vec<u8>) -> Response {
    let zipped = (body.len() > LEAST_BYTES && accepts_gzip(request))
        .then(|| gzip(&body))
        .flatten();
    let is_zipped = zipped.is_some();
    let mut answer = response::answer(StatusCode::OK, media_type, zipped.unwrap_or(body));
    if is_zipped {
        let gzip = HeaderValue::from_static("gzip");
        answer.headers_mut().insert(header::CONTENT_ENCODING, gzip);
    }
    answer
}

fn gzip(body: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(body).ok()?;
    encoder.finish().ok()
}

/// Tells whether `gzip` or anything is accepted, with a weight other than 0.
fn accepts_gzip(request: &HeaderMap) -> bool {
    let values = request.get_all(header::ACCEPT_ENCODING).iter();
    let mut codings = values
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','));
    codings.any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        let named = parts.next().unwrap_or_default();
        let is_refused = parts.any(|part| {
            let weight = part.strip_prefix("q=").map(str::parse::<f32>);
            weight.is_some_and(|weight| weight.is_ok_and(|weight| weight <= 0.0))
        });
        (named.eq_ignore_ascii_case("gzip") || named == "*") && !is_refused
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_accepts_it_gets_gzip() {
        let accepts = |value: &'static str| {
            let value = HeaderValue::from_static(value);
            accepts_gzip(&HeaderMap::from_iter([(header::ACCEPT_ENCODING, value)]))
        };
        assert!(accepts("gzip, deflate, br"));
        assert!(accepts("br;q=1.0, GZIP;q=0.5"));
        assert!(accepts("*"));
        assert!(!accepts("br"));
        assert!(!accepts("gzip;q=0, br"));
        assert!(!accepts_gzip(&HeaderMap::new()));
    }
}
