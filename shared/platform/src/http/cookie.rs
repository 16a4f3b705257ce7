//! Cookies.

use http::{HeaderMap, HeaderValue, header};
use wismo_domain::time::Duration;

/// The values of the cookies with this name.
pub fn named<'a>(headers: &'a HeaderMap, name: &str) -> impl Iterator<Item = &'a str> {
    let cookies = headers.get_all(header::COOKIE).iter();
    let pairs = cookies
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'));
    let named = pairs.filter_map(|pair| pair.trim().split_once('='));
    named.filter_map(move |(other, value)| (other == name).then_some(value))
}

/// Keeps a cookie for a path and the paths below it, out of reach of scripts and of
/// forms of other sites; the value must be base64url.
pub fn keep(headers: &mut HeaderMap, path: &str, (name, value): (&str, &str), life: Duration) {
    let seconds = life.whole_seconds();
    let cookie =
        format!("{name}={value}; Path={path}; Max-Age={seconds}; HttpOnly; Secure; SameSite=Lax");
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        headers.append(header::SET_COOKIE, cookie);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_read_by_its_whole_name_and_kept_for_its_path() {
        let mut headers = HeaderMap::new();
        for value in ["pass=a; other=b", " pass = c;pass=d;bypass=e"] {
            headers.append(header::COOKIE, HeaderValue::from_static(value));
        }
        assert_eq!(named(&headers, "pass").collect::<Vec<_>>(), ["a", "d"]);
        keep(&mut headers, "/s/x", ("pass", "f"), Duration::minutes(1));
        assert_eq!(
            headers[header::SET_COOKIE],
            "pass=f; Path=/s/x; Max-Age=60; HttpOnly; Secure; SameSite=Lax"
        );
    }
}
