//! The files that go with a mail, loaded when it is sent.
//!
//! A URL comes from an order, so the merchant's list of hosts is checked before
//! it is fetched. URLs may hold secrets: no reason repeats one.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Request, Response, Uri, header};
use wismo_domain::file::{self, MediaType};
use wismo_domain::mail::{Attachment, FileSource};
use wismo_domain::shop::Shop;
use wismo_platform::outbound::{NoAnswer, request_up_to, within};
use wismo_platform::shop_settings::shop_settings;
use wismo_platform::store::SpinStore;

use crate::providers;

/// The largest file, in bytes.
const MAX_BYTES: usize = 2_000_000;

/// The most bytes of all files of a mail: every provider but the smallest
/// takes as many in base64.
const MAX_BYTES_IN_ALL: usize = 7_000_000;

/// Time limit for all files of a mail: the provider gets the rest of
/// [`SEND_TIMEOUT`](wismo_domain::time::protocol::SEND_TIMEOUT).
const TIMEOUT: Duration = Duration::from_secs(6);

/// The reason why the files of a mail could not be loaded. It names the file,
/// never its URL.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotLoaded {
    /// The URL is of a form that is never fetched.
    #[error("{0}: its URL must be https, with a host and neither user nor port")]
    Url(String),
    /// The shop does not list the URL's host.
    #[error("{0}: add {1} to the shop's document_hosts, or send the file as content")]
    Host(String, String),
    /// There was no answer.
    #[error("{0}: could not be fetched from its host: {1}")]
    NoAnswer(String, NoAnswer),
    /// The answer is not the file.
    #[error("{0}: its host answered {1}")]
    Status(String, u16),
    /// The answer leads elsewhere.
    #[error("{0}: its host answered {1}, a redirect: send the URL that it leads to")]
    Redirect(String, u16),
    /// The answer is of a type that does not go with a mail.
    #[error("{0}: its host sent another type of file: its Content-Type {1}")]
    Type(String, file::MediaTypeError),
    /// The file is empty.
    #[error("{0}: the file is empty")]
    Empty(String),
    /// The file, or all files together, are too large.
    #[error("{0}: more than {MAX_BYTES} bytes, or {MAX_BYTES_IN_ALL} with the other files")]
    TooLarge(String),
    /// The store does not have the file.
    #[error("{0}: the file is not in the store")]
    Gone(String),
    /// The store failed.
    #[error("the store failed")]
    Store,
    /// The shop that they belong to is not in the settings any more.
    #[error("the shop is gone from the settings")]
    NoShop,
    /// Loading them took too long.
    #[error("the files did not come within {} s", TIMEOUT.as_secs())]
    TimedOut,
}

/// Loads the files of a mail of a shop, if the shop is still set up.
///
/// # Errors
/// The reason why they could not be loaded; a later attempt may succeed.
pub async fn load(
    shop: Option<&Shop>,
    attachments: &[Attachment],
) -> Result<Vec<providers::Attachment>, NotLoaded> {
    if attachments.is_empty() {
        return Ok(Vec::new());
    }
    let shop = &shop.ok_or(NotLoaded::NoShop)?.id;
    let all = async {
        let settings = shop_settings(shop).await.map_err(|_| NotLoaded::Store)?;
        let mut loaded = Vec::with_capacity(attachments.len());
        let mut room = MAX_BYTES_IN_ALL;
        for attachment in attachments {
            let limit = room.min(MAX_BYTES);
            let file = one(shop, &settings.document_hosts, attachment, limit).await?;
            room -= file.content.len();
            loaded.push(file);
        }
        Ok(loaded)
    };
    within(TIMEOUT, all)
        .await
        .unwrap_or(Err(NotLoaded::TimedOut))
}

/// Loads a file of 1 to `limit` bytes.
async fn one(
    shop: &str,
    hosts: &[String],
    attachment: &Attachment,
    limit: usize,
) -> Result<providers::Attachment, NotLoaded> {
    let name = || attachment.name.clone();
    let (content, media_type) = match &attachment.source {
        FileSource::File(sha256) => {
            let file = file::get(&SpinStore, shop, sha256).await;
            let file = file.map_err(|_| NotLoaded::Store)?;
            let file = file.ok_or_else(|| NotLoaded::Gone(name()))?;
            (Bytes::from(file), attachment.media_type)
        }
        FileSource::Url(url) => {
            let request = request(&attachment.name, url, hosts)?;
            let answer = request_up_to(request, TIMEOUT, limit).await;
            let answer = answer.map_err(|fault| match fault {
                NoAnswer::TooLarge => NotLoaded::TooLarge(name()),
                NoAnswer::NotSent | NoAnswer::Lost | NoAnswer::TimedOut => {
                    NotLoaded::NoAnswer(name(), fault)
                }
            })?;
            let media_type = accept(attachment, &answer)?;
            (answer.into_body(), Some(media_type))
        }
    };
    match content.len() {
        0 => return Err(NotLoaded::Empty(name())),
        bytes if bytes > limit => return Err(NotLoaded::TooLarge(name())),
        _ => {}
    }
    let media_type = media_type.ok_or_else(|| NotLoaded::Type(name(), file::MediaTypeError))?;
    Ok(providers::Attachment {
        name: media_type.ended(&attachment.name),
        media_type: media_type.to_string(),
        content,
    })
}

/// Makes the request for a URL, if it is allowed. The host that is compared is
/// exactly the one that is asked: a user or a port would be part of the
/// authority.
fn request(name: &str, url: &str, hosts: &[String]) -> Result<Request<Bytes>, NotLoaded> {
    let wrong = || NotLoaded::Url(name.to_owned());
    let uri: Uri = url.parse().map_err(|_| wrong())?;
    let authority = uri.authority().ok_or_else(wrong)?;
    if uri.scheme_str() != Some("https") || authority.as_str() != authority.host() {
        return Err(wrong());
    }
    let host = authority.host();
    if !hosts.iter().any(|listed| listed.eq_ignore_ascii_case(host)) {
        return Err(NotLoaded::Host(name.to_owned(), host.to_owned()));
    }
    Request::get(uri).body(Bytes::new()).map_err(|_| wrong())
}

/// Returns the media type of a file that came, if the answer is a file: a
/// redirect to a sign-in page is not.
fn accept(attachment: &Attachment, answer: &Response<Bytes>) -> Result<MediaType, NotLoaded> {
    let name = || attachment.name.clone();
    match answer.status().as_u16() {
        200 => media_type(attachment.media_type, answer.headers())
            .map_err(|fault| NotLoaded::Type(name(), fault)),
        status @ 300..=399 => Err(NotLoaded::Redirect(name(), status)),
        status => Err(NotLoaded::Status(name(), status)),
    }
}

/// Decides the media type of a file: the order's, unless the host states a type
/// that is not taken. If one of them says nothing, the other counts.
fn media_type(
    said: Option<MediaType>,
    headers: &HeaderMap,
) -> Result<MediaType, file::MediaTypeError> {
    let field = headers.get(header::CONTENT_TYPE);
    let field = field.map(|field| field.to_str().unwrap_or("none"));
    let says_nothing = |text: &&str| {
        let essence = text.split(';').next().unwrap_or_default().trim();
        ["application/octet-stream", "binary/octet-stream"].contains(&essence)
    };
    let answered = field.filter(|field| !says_nothing(field));
    let answered = answered.map(str::parse::<MediaType>).transpose()?;
    said.or(answered).ok_or(file::MediaTypeError)
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    fn asked(url: &str) -> Result<String, NotLoaded> {
        let hosts = ["files.north.example".to_owned()];
        request("F-1", url, &hosts).map(|request| request.uri().to_string())
    }

    #[test]
    fn only_hosts_that_the_shop_lists_are_asked() {
        let fine = "https://files.north.example/1?key=k";
        assert_eq!(asked(fine).unwrap(), fine);
        assert!(asked("https://FILES.north.example/1").is_ok());
        for elsewhere in [
            "https://north.example/1",
            "https://a.files.north.example/1",
            "https://files.north.example.evil.example/1",
            "https://127.0.0.1/1",
            "https://[::1]/1",
            "https://mail.spin.internal/1",
        ] {
            assert!(
                matches!(asked(elsewhere), Err(NotLoaded::Host(..))),
                "{elsewhere}"
            );
        }
        for wrong in [
            "http://files.north.example/1",
            "https://files.north.example:8443/1",
            "https://files.north.example@evil.example/1",
            "https://files.north.example:x@evil.example/1",
            "ftp://files.north.example/1",
            "https://",
            "/1",
            "",
        ] {
            assert_eq!(
                asked(wrong),
                Err(NotLoaded::Url("F-1".to_owned())),
                "{wrong}"
            );
        }
    }

    #[test]
    fn a_reason_says_what_to_mend_and_holds_no_url() {
        let fault = asked("https://other.example/1?key=secret").unwrap_err();
        assert_eq!(
            fault.to_string(),
            "F-1: add other.example to the shop's document_hosts, or send the file as content"
        );
    }

    #[test]
    fn a_file_is_what_the_order_says_unless_its_host_knows_better() {
        use MediaType::{Pdf, Text, Xml};
        let is = |said, answered: Option<&'static str>| {
            let field = answered.map(HeaderValue::from_static);
            let fields = field.map(|field| (header::CONTENT_TYPE, field));
            media_type(said, &fields.into_iter().collect()).ok()
        };
        assert_eq!(is(None, Some("application/pdf")), Some(Pdf));
        assert_eq!(is(Some(Pdf), None), Some(Pdf));
        assert_eq!(is(Some(Pdf), Some("application/octet-stream")), Some(Pdf));
        assert_eq!(is(Some(Xml), Some("text/plain; charset=utf-8")), Some(Xml));
        assert_eq!(is(None, Some("text/plain; charset=utf-8")), Some(Text));
        assert_eq!(is(Some(Pdf), Some("text/html")), None);
        assert_eq!(is(None, Some("binary/octet-stream")), None);
        assert_eq!(is(None, None), None);
    }

    #[test]
    fn what_is_no_file_is_not_taken_for_one() {
        let attachment = Attachment {
            name: "F-1".to_owned(),
            media_type: Some(MediaType::Pdf),
            source: FileSource::Url(String::new()),
        };
        let answered = |status: u16| {
            let answer = Response::builder().status(status).body(Bytes::new());
            accept(&attachment, &answer.unwrap())
        };
        let name = || "F-1".to_owned();
        assert_eq!(answered(200), Ok(MediaType::Pdf));
        assert_eq!(answered(302), Err(NotLoaded::Redirect(name(), 302)));
        for status in [204, 206, 404, 500] {
            assert_eq!(answered(status), Err(NotLoaded::Status(name(), status)));
        }
    }
}
