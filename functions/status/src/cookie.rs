//! Cookies, each of one link alone.

use http::{HeaderMap, HeaderValue, header};
use wismo_domain::time::Duration;

/// The values of the cookies of a name.
pub fn named<'a>(headers: &'a HeaderMap, name: &str) -> impl Iterator<Item = &'a str> {
    let cookies = headers.get_all(header::COOKIE).iter();
    let pairs = cookies
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'));
    let named = pairs.filter_map(|pair| pair.trim().split_once('='));
    named.filter_map(move |(other, value)| (other == name).then_some(value))
}

/// Keeps a cookie with a link that opened: base64url, as the value must be. Its
/// page for machines is another path to a browser (RFC 6265, section 5.1.4).
pub fn keep(headers: &mut HeaderMap, token: &str, (name, value): (&str, &str), life: Duration) {
    let seconds = life.whole_seconds();
    for form in ["", ".json"] {
        let cookie = format!(
            "{name}={value}; Path=/s/{token}{form}; Max-Age={seconds}; HttpOnly; Secure; SameSite=Lax"
        );
        if let Ok(cookie) = HeaderValue::try_from(cookie) {
            headers.append(header::SET_COOKIE, cookie);
        }
    }
}
