//! Cookies, each for one link alone.

use http::HeaderMap;
use wismo_domain::time::Duration;
use wismo_platform::http::cookie;
pub use wismo_platform::http::cookie::named;

/// Keeps a cookie for a link that was opened; the value must be base64url. To a
/// browser, the link's JSON form is another path (RFC 6265, section 5.1.4), so
/// it gets the cookie too.
pub fn keep(headers: &mut HeaderMap, token: &str, pair: (&str, &str), life: Duration) {
    for form in ["", ".json"] {
        let path = format!("/s/{token}{form}");
        cookie::keep(headers, &path, pair, life);
    }
}
