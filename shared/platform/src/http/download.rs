//! Documents that a browser saves, and never shows as a page of ours.

use http::{HeaderValue, StatusCode, header};
use wismo_domain::order::Document;

use super::{Response, response};

/// Answers with the file of a document.
#[must_use]
pub fn download(document: &Document, content: Vec<u8>) -> Response {
    let media_type = document
        .media_type
        .map_or("application/octet-stream", |media_type| media_type.as_str());
    let mut answer = response::answer(StatusCode::OK, media_type, content);
    let name = document.file_name();
    let headers = answer.headers_mut();
    if let Ok(value) = HeaderValue::try_from(disposition(&name.unwrap_or_default())) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'; sandbox"),
    );
    answer
}

/// The header that names the file, as RFC 6266 has it (section 5; the encoding
/// is RFC 8187's).
fn disposition(name: &str) -> String {
    let encoded: String = form_urlencoded::byte_serialize(name.as_bytes()).collect();
    format!(
        "attachment; filename*=UTF-8''{}",
        encoded.replace('+', "%20")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use wismo_domain::file::{MediaType, Stored};
    use wismo_domain::order::DocumentKind;

    #[test]
    fn what_is_saved_has_the_ending_of_its_type() {
        let mut document = Document::new("F-1", DocumentKind::Invoice);
        document.media_type = Some(MediaType::Pdf);
        document.file = Some(Stored::of(b"%PDF"));
        let answer = download(&document, b"%PDF".to_vec());
        let name = answer.headers()[header::CONTENT_DISPOSITION].clone();
        assert_eq!(name, "attachment; filename*=UTF-8''F-1.pdf");
    }

    #[test]
    fn a_name_stays_within_its_header() {
        assert_eq!(
            disposition("Factuur 1\"\r\nX: y\u{e9}.pdf"),
            "attachment; filename*=UTF-8''Factuur%201%22%0D%0AX%3A%20y%C3%A9.pdf"
        );
    }
}
