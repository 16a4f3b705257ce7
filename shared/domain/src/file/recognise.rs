//! Recognising what a file is by its content. A name says nothing: anybody can give a page
//! the name of a picture.

use super::MediaType;

/// The marks of XML that a browser would show as a page, run, or load other files for. An
/// invoice has none of them.
const ACTIVE_XML: [&str; 5] = [
    "<!doctype",
    "<!entity",
    "<?xml-stylesheet",
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/2000/svg",
];

impl MediaType {
    /// Recognises the type of a file by its content. A text and a table are alike, so there
    /// the ending of the name decides. None if it is of none of the accepted types.
    #[must_use]
    pub fn recognise(content: &[u8], name: &str) -> Option<Self> {
        if content.starts_with(b"%PDF-") {
            return Some(Self::Pdf);
        }
        if content.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Some(Self::Png);
        }
        if content.starts_with(b"\xff\xd8\xff") {
            return Some(Self::Jpeg);
        }
        let is_text = |byte: &u8| !byte.is_ascii_control() || b"\t\n\r\x0c".contains(byte);
        if content.is_empty() || !content.iter().all(is_text) {
            return None;
        }
        let text = content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content);
        let text = text.trim_ascii_start();
        if text.starts_with(b"<?xml ") {
            let text = String::from_utf8_lossy(text).to_ascii_lowercase();
            let root = text.split('<').nth(2).unwrap_or_default();
            let root = root.split([' ', '>', '/', '\n', '\r', '\t']).next();
            let root = root.unwrap_or_default().rsplit(':').next();
            let is_page = matches!(root, Some("html" | "svg"));
            let is_active = ACTIVE_XML.iter().any(|mark| text.contains(mark));
            return (!is_page && !is_active).then_some(Self::Xml);
        }
        // What begins with a tag is markup, whatever it is called.
        if text.starts_with(b"<") {
            return None;
        }
        let is_table = name.to_ascii_lowercase().ends_with(".csv");
        Some(if is_table { Self::Csv } else { Self::Text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_content_is() {
        use MediaType::{Csv, Jpeg, Pdf, Png, Text, Xml};
        for (content, name, is) in [
            (&b"%PDF-1.7\n\0"[..], "a.pdf", Pdf),
            (b"%PDF-1.7", "a.png", Pdf),
            (b"\x89PNG\r\n\x1a\n\0\0", "a", Png),
            (b"\xff\xd8\xff\xe0\0", "a.jpeg", Jpeg),
            (b"a;b\r\n1;2\r\n", "a.CSV", Csv),
            (b"a;b\r\n1;2\r\n", "a.txt", Text),
            ("Grüße".as_bytes(), "", Text),
            // As spreadsheets in the west of Europe still write it.
            (b"Gr\xfc\xdfe;1", "a.csv", Csv),
            (
                b"\xef\xbb\xbf<?xml version=\"1.0\"?>\n<Invoice xmlns=\"urn:x\"/>",
                "a.xml",
                Xml,
            ),
        ] {
            assert_eq!(MediaType::recognise(content, name), Some(is), "{content:?}");
        }
    }

    #[test]
    fn pages_and_programs_are_no_files_whatever_they_are_called() {
        for content in [
            &b""[..],
            b"<html><script>alert(1)</script>",
            b"  \n<!DOCTYPE html>",
            b"\xef\xbb\xbf<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x\"/>",
            b"<?xml version=\"1.0\"?>\n<SVG/>",
            b"<?xml version=\"1.0\"?><x:html xmlns:x=\"http://www.w3.org/1999/xht&#109;l\"/>",
            b"<?xml version=\"1.0\"?><a xmlns:h=\"http://www.w3.org/1999/xhtml\"/>",
            b"<?xml version=\"1.0\"?><?xml-stylesheet href=\"x\"?><a/>",
            b"<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a/>",
            b"MZ\x90\0\x03",
            b"PK\x03\x04",
            b"GIF89a\0",
            b"\xff\xfe<\0h\0t\0m\0l\0",
        ] {
            for name in ["a.png", "a.pdf", "a.txt", "a.xml"] {
                assert_eq!(MediaType::recognise(content, name), None, "{content:?}");
            }
        }
    }
}
