//! Forms that a reader sends back.

use http::{HeaderMap, HeaderValue, StatusCode};
use spin_sdk::http::Request;

use super::request::{self, has_media_type};
use super::{Rejection, response};

/// The largest form, in bytes.
const MAX_BYTES: usize = 2000;

/// The fields of a form, by name.
pub struct Form(Vec<(String, String)>);

impl Form {
    /// Reads a form.
    ///
    /// # Errors
    /// The answer to a request that is not a form.
    pub async fn read(request: Request) -> Result<Self, Rejection> {
        if !has_media_type(request.headers(), "application/x-www-form-urlencoded") {
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
