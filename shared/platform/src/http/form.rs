//! Forms that a reader sends back.

use http::{HeaderMap, HeaderValue, StatusCode};
use spin_sdk::http::Request;

use super::multipart::{self, SentFiles};
use super::request::{self, has_media_type};
use super::{Rejection, response};
use crate::room::{self, Room};

/// The largest form, in bytes.
const MAX_BYTES: usize = 2000;

/// The largest form of the desk, in bytes: mails are written in one.
const MAX_DESK_BYTES: usize = 256 * 1024;

/// The largest form of the desk with files, in bytes: as many files of the largest size as a
/// mail carries, and the text around them.
const MAX_FILES_BYTES: usize = 3 * 1024 * 1024;

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

    /// Reads a form of the desk that may have files, like [`of_desk`](Self::of_desk), and
    /// returns the files and the room that they take. One that is too large keeps its text,
    /// which stands before the files.
    ///
    /// # Errors
    /// The answer to a request that is not a form, or comes from elsewhere.
    pub async fn of_desk_with_files(
        request: Request,
        origin: &str,
    ) -> Result<(Self, SentFiles, Room), Rejection> {
        if !has_media_type(request.headers(), multipart::MEDIA_TYPE) {
            let form = Self::of_desk(request, origin).await?;
            return Ok((form, SentFiles::default(), Room::default()));
        }
        Self::with_files(request, origin, MAX_FILES_BYTES).await
    }

    /// Reads a form of the desk that may have files, of whoever may send none: the text that
    /// stands before them is kept, and that there were some.
    ///
    /// # Errors
    /// The answer to a request that is not a form, or comes from elsewhere.
    pub async fn of_desk_without_files(
        request: Request,
        origin: &str,
    ) -> Result<(Self, SentFiles), Rejection> {
        if !has_media_type(request.headers(), multipart::MEDIA_TYPE) {
            let form = Self::of_desk(request, origin).await?;
            return Ok((form, SentFiles::default()));
        }
        let (form, files, _room) = Self::with_files(request, origin, MAX_DESK_BYTES).await?;
        let files = match files.are_some() {
            true => SentFiles::TooLarge,
            false => SentFiles::default(),
        };
        Ok((form, files))
    }

    /// Reads a form with files, of which the first bytes are kept.
    async fn with_files(
        request: Request,
        origin: &str,
        most: usize,
    ) -> Result<(Self, SentFiles, Room), Rejection> {
        must_be_from(request.headers(), origin)?;
        let headers = request.headers().clone();
        let (start, room) = room::start(request, most).await?;
        let (form, files) =
            multipart::parse(&headers, start.bytes, start.is_cut, MAX_DESK_BYTES).await?;
        Ok((form, files, room))
    }

    /// Reads a form of the desk, which may hold longer texts. The browser's cookies count
    /// for it, so it must come from a page at `origin`: browsers say so by
    /// `Sec-Fetch-Site`, and older ones by `Origin`. One that says neither is refused.
    ///
    /// # Errors
    /// The answer to a request that is not a form, or comes from elsewhere.
    pub async fn of_desk(request: Request, origin: &str) -> Result<Self, Rejection> {
        must_be_from(request.headers(), origin)?;
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

    /// Makes a form of its fields.
    #[must_use]
    pub const fn of_fields(fields: Vec<(String, String)>) -> Self {
        Self(fields)
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

/// Refuses a request that does not come from a page at this origin.
fn must_be_from(headers: &HeaderMap, origin: &str) -> Result<(), Rejection> {
    if is_from(headers, origin) {
        return Ok(());
    }
    let message = "send the form from Wismo's own page";
    Err(response::error(StatusCode::FORBIDDEN, message).into())
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
