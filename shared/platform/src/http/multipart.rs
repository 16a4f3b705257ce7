//! Forms with files (`multipart/form-data`, RFC 7578).

use std::convert::Infallible;

use bytes::Bytes;
use futures::future::ready;
use futures::stream::once;
use http::{HeaderMap, StatusCode, header};
use multer::Multipart;

use super::form::Form;
use super::{Rejection, response};

/// The media type of such forms.
pub const MEDIA_TYPE: &str = "multipart/form-data";

/// The most parts of a form: an order has up to 200 documents to choose from.
const MAX_PARTS: usize = 300;

/// A file that came with a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentFile {
    /// The name of its field.
    pub field: String,
    /// The name that the browser gives it.
    pub name: String,
    /// Its content.
    pub content: Bytes,
}

/// The files that came with a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SentFiles {
    /// All of them.
    All(Vec<SentFile>),
    /// There was more than the form may hold: none of them counts.
    TooLarge,
}

impl SentFiles {
    /// Tells whether any came, whether or not they count.
    #[must_use]
    pub const fn are_some(&self) -> bool {
        match self {
            Self::All(files) => !files.is_empty(),
            Self::TooLarge => true,
        }
    }
}

impl Default for SentFiles {
    fn default() -> Self {
        Self::All(Vec::new())
    }
}

/// Parses a form with files. Of a body that was cut, the fields that came whole count.
///
/// # Errors
/// 400 for a body that is no such form.
pub async fn parse(
    headers: &HeaderMap,
    body: Bytes,
    is_cut: bool,
    most_text: usize,
) -> Result<(Form, SentFiles), Rejection> {
    let content_type = headers.get(header::CONTENT_TYPE);
    let content_type = content_type.and_then(|value| value.to_str().ok());
    let boundary = multer::parse_boundary(content_type.unwrap_or_default());
    let boundary = boundary.map_err(|_| wrong("name the boundary of its parts in Content-Type"))?;
    let body = once(ready(Ok::<_, Infallible>(body)));
    let mut parts = Multipart::new(body, boundary);
    let mut fields = Vec::new();
    let mut files = Vec::new();
    let mut text = 0;
    loop {
        let part = match parts.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => break,
            Err(_) if is_cut => break,
            Err(_) => return Err(wrong("send a whole form, as RFC 7578 has it")),
        };
        if part.index() >= MAX_PARTS {
            return Err(wrong("send fewer fields"));
        }
        let Some(field) = part.name().map(str::to_owned) else {
            return Err(wrong("name each field"));
        };
        let name = part.file_name().map(str::to_owned);
        let content = match part.bytes().await {
            Ok(content) => content,
            Err(_) if is_cut => break,
            Err(_) => return Err(wrong("send a whole form, as RFC 7578 has it")),
        };
        match name {
            // A browser sends a field without a file as a file without a name.
            Some(name) if name.is_empty() && content.is_empty() => {}
            Some(name) => files.push(SentFile {
                field,
                name,
                content,
            }),
            None => {
                text += field.len() + content.len();
                if text > most_text {
                    let message = "send less text";
                    return Err(response::error(StatusCode::PAYLOAD_TOO_LARGE, message).into());
                }
                fields.push((field, String::from_utf8_lossy(&content).into_owned()));
            }
        }
    }
    let files = match is_cut {
        true => SentFiles::TooLarge,
        false => SentFiles::All(files),
    };
    Ok((Form::of_fields(fields), files))
}

fn wrong(message: &str) -> Rejection {
    response::error(StatusCode::BAD_REQUEST, message).into()
}

#[cfg(test)]
mod tests {
    use futures::executor::block_on;
    use http::HeaderValue;

    use super::*;

    const TYPE: &str = "multipart/form-data; boundary=X";

    fn parsed(content_type: &'static str, body: &str, is_cut: bool) -> Result<Parsed, u16> {
        let content_type = HeaderValue::from_static(content_type);
        let headers = HeaderMap::from_iter([(header::CONTENT_TYPE, content_type)]);
        let body = Bytes::copy_from_slice(body.replace('\n', "\r\n").as_bytes());
        let read = block_on(parse(&headers, body, is_cut, 100));
        let (form, files) =
            read.map_err(|rejection| rejection.answer(crate::component!()).status().as_u16())?;
        let fields = form
            .fields()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        Ok((fields, files))
    }

    type Parsed = (Vec<String>, SentFiles);

    fn part(disposition: &str, content: &str) -> String {
        format!("--X\nContent-Disposition: form-data; {disposition}\n\n{content}\n")
    }

    #[test]
    fn a_form_has_fields_and_files() {
        let body = [
            part("name=\"kind\"", "invoice"),
            part("name=\"kind\"", "æ"),
            part("name=\"file\"; filename=\"F 88.pdf\"", "%PDF\n\n--Y"),
            part("name=\"more\"; filename=\"\"", ""),
        ];
        let (fields, files) = parsed(TYPE, &format!("{}--X--\n", body.concat()), false).unwrap();
        assert_eq!(fields, ["kind=invoice", "kind=æ"]);
        let file = SentFile {
            field: "file".to_owned(),
            name: "F 88.pdf".to_owned(),
            content: Bytes::from_static(b"%PDF\r\n\r\n--Y"),
        };
        assert_eq!(files, SentFiles::All(vec![file]));
    }

    #[test]
    fn what_is_no_such_form_is_refused_whole() {
        let whole = format!("{}--X--\n", part("name=\"a\"", "1"));
        assert!(parsed(TYPE, &whole, false).is_ok());
        for (content_type, body) in [
            ("multipart/form-data", whole.as_str()),
            ("multipart/form-data; boundary=", &whole),
            ("multipart/form-data; boundary=Z", &whole),
            ("multipart/mixed; boundary=X", &whole),
            (TYPE, ""),
            (TYPE, "--X\n"),
            (TYPE, &part("name=\"a\"", "1")),
            (TYPE, &format!("{}--X--\n", part("filename=\"a\"", "1"))),
            (TYPE, &part("name=\"a\"; filename=\"\"", "").repeat(400)),
        ] {
            assert_eq!(parsed(content_type, body, false), Err(400), "{body:?}");
        }
        let long = format!("{}--X--\n", part("name=\"a\"", &"x".repeat(200)));
        assert_eq!(parsed(TYPE, &long, false), Err(413));
    }

    #[test]
    fn of_a_form_that_was_cut_the_text_before_its_files_counts() {
        let body = format!(
            "{}{}",
            part("name=\"message\"", "Dear Ada"),
            part("name=\"file\"; filename=\"a.pdf\"", "%PDF")
        );
        let cut = &body[..body.len() - 3];
        let (fields, files) = parsed(TYPE, cut, true).unwrap();
        assert!(files.are_some());
        assert_eq!((fields.len(), files), (1, SentFiles::TooLarge));
        assert!(!SentFiles::default().are_some());
    }
}
