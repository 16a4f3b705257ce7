//! Forms that a reader sends back.

use http::{HeaderMap, HeaderValue, StatusCode};
use spin_sdk::http::Request;

use super::request::{self, has_media_type};
use super::{Rejection, response};

/// The largest form, in bytes.
const MAX_BYTES: usize = 2000;

/// The largest form of the desk, in bytes: mails are written in one.
const MAX_DESK_BYTES: usize = 256 * 1024;

/// The media type of forms.
const MEDIA_TYPE: &str = "application/x-www-form-urlencoded";

/// The fields of a form, by name.
#[derive(Default)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// Reads a form.
    ///
    /// # Errors
    /// The answer to a request that is not a form.
    pub async fn read(request: Request) -> Result<Self, Rejection> {
        if !has_media_type(request.headers(), MEDIA_TYPE) {
            let message = "send application/x-www-form-urlencoded, and say so in Content-Type";
            return Err(response::error(StatusCode::UNSUPPORTED_MEDIA_TYPE, message).into());
        }
        Self::of_any_kind(request).await
    }

    /// Reads whatever is sent as a form. A one-click unsubscription may come
    /// as `multipart/form-data` too, whose only field is that of RFC 8058, and
    /// this says nothing more than the request itself.
    ///
    /// # Errors
    /// The answer to a body that is too large, too slow or broken off.
    pub async fn of_any_kind(request: Request) -> Result<Self, Rejection> {
        Ok(Self::of(&request::body(request, MAX_BYTES).await?))
    }

    /// Reads a form of the desk, which may hold longer texts. The browser's cookies count
    /// for it, so it must come from a page at `origin`: browsers say so by
    /// `Sec-Fetch-Site`, and older ones by `Origin`. One that says neither is refused.
    ///
    /// # Errors
    /// The answer to a request that is not a form, or comes from elsewhere.
    pub async fn of_desk(request: Request, origin: &str) -> Result<Self, Rejection> {
        if !is_from(request.headers(), origin) {
            let message = "send the form from Wismo's own page";
            return Err(response::error(StatusCode::FORBIDDEN, message).into());
        }
        if !has_media_type(request.headers(), MEDIA_TYPE) {
            let message = "send application/x-www-form-urlencoded, and say so in Content-Type";
            return Err(response::error(StatusCode::UNSUPPORTED_MEDIA_TYPE, message).into());
        }
        Ok(Self::of(&request::body(request, MAX_DESK_BYTES).await?))
    }

    /// Every field with its value, in the order in which they came.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        let fields = self.0.iter();
        fields.map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Parses the fields of a body.
    #[must_use]
    pub fn of(body: &[u8]) -> Self {
        Self(form_urlencoded::parse(body).into_owned().collect())
    }

    /// Reads a form for which the browser's cookies may count: only one from a
    /// page of ours. Browsers that do not say where a form comes from do not
    /// send our cookies with forms of other sites (`SameSite`). `Origin` is of
    /// no use: it is null under our `Referrer-Policy`.
    ///
    /// # Errors
    /// The answer to a request that is not a form, or comes from elsewhere.
    pub async fn own(request: Request) -> Result<Self, Rejection> {
        if !is_own(request.headers()) {
            let message = "send the form from Wismo's own page";
            return Err(response::error(StatusCode::FORBIDDEN, message).into());
        }
        Self::read(request).await
    }

    /// The value of a field.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        let mut fields = self.0.iter();
        fields
            .find(|(other, _)| other == name)
            .map(|(_, value)| value.as_str())
    }
}

fn is_own(headers: &HeaderMap) -> bool {
    let site = headers.get("sec-fetch-site").map(HeaderValue::as_bytes);
    matches!(site, None | Some(b"same-origin" | b"none"))
}

/// Tells whether a request comes from a page at this origin (as in Go's
/// `net/http.CrossOriginProtection`, but what says nothing is refused).
fn is_from(headers: &HeaderMap, origin: &str) -> bool {
    match headers.get("sec-fetch-site") {
        Some(site) => site == "same-origin",
        None => headers.get("origin").is_some_and(|own| own == origin),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_forms_of_our_own_pages_count() {
        let is = |fields: &[(&'static str, &'static str)]| {
            let headers = fields.iter().map(|(name, value)| {
                let name = http::HeaderName::from_static(name);
                (name, HeaderValue::from_static(value))
            });
            is_from(&headers.collect(), "https://wismo.example")
        };
        assert!(is(&[("sec-fetch-site", "same-origin")]));
        assert!(is(&[("origin", "https://wismo.example")]));
        for foreign in [
            &[][..],
            &[("sec-fetch-site", "cross-site")],
            &[("sec-fetch-site", "same-site")],
            &[("sec-fetch-site", "none")],
            &[
                ("sec-fetch-site", "cross-site"),
                ("origin", "https://wismo.example"),
            ],
            &[("origin", "null")],
            &[("origin", "https://evil.example")],
            &[("origin", "https://wismo.example.evil.example")],
            &[("origin", "http://wismo.example")],
        ] {
            assert!(!is(foreign), "{foreign:?}");
        }
    }
}
