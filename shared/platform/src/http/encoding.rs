//! Smaller answers for clients that can read them (RFC 9110, section 12.5.3).

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use http::{HeaderMap, HeaderValue, StatusCode, header};

use super::{Response, response};

/// Size of the smallest answer that is compressed, in bytes: one that fits
/// into a single packet gains nothing.
const LEAST_BYTES: usize = 1000;

/// Answers with a document, in gzip if the request accepts that.
#[must_use]
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

/// Tells whether `gzip` is accepted, with a weight other than 0; `*` speaks for it
/// where it is not named.
fn accepts_gzip(request: &HeaderMap) -> bool {
    let values = request.get_all(header::ACCEPT_ENCODING).iter();
    let codings = values
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','));
    let (mut gzip, mut any) = (None, None);
    for coding in codings {
        let mut parts = coding.split(';').map(str::trim);
        let named = parts.next().unwrap_or_default();
        let is_refused = parts.any(|part| {
            let (name, weight) = part.split_once('=').unwrap_or_default();
            let weight = weight.trim().parse::<f32>();
            name.trim().eq_ignore_ascii_case("q") && weight.is_ok_and(|weight| weight <= 0.0)
        });
        if ["gzip", "x-gzip"]
            .iter()
            .any(|gzip| named.eq_ignore_ascii_case(gzip))
        {
            gzip = Some(!is_refused);
        } else if named == "*" {
            any = Some(!is_refused);
        }
    }
    gzip.or(any).unwrap_or_default()
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
        for refused in [
            "gzip;q=0, br",
            "gzip;q=0, *",
            "*, gzip; Q=0.000",
            "*;q=0, br",
        ] {
            assert!(!accepts(refused), "{refused}");
        }
        assert!(accepts("*;q=0, gzip"));
        assert!(!accepts_gzip(&HeaderMap::new()));
    }
}
