//! The media types of files.

use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// The media type of a file: the papers of an order, and none that a mail
/// program would run or unpack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub enum MediaType {
    /// A paper.
    Pdf,
    /// An image.
    Png,
    /// An image.
    Jpeg,
    /// Plain text.
    Text,
    /// A table.
    Csv,
    /// An invoice that a program reads.
    Xml,
}

/// The error for a text that is not one of the accepted media types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("must be application/pdf, application/xml, image/jpeg, image/png, text/csv or text/plain")]
pub struct MediaTypeError;

impl MediaType {
    const ALL: [Self; 6] = [
        Self::Pdf,
        Self::Png,
        Self::Jpeg,
        Self::Text,
        Self::Csv,
        Self::Xml,
    ];

    /// The type as it is written (RFC 6838), such as `application/pdf`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Text => "text/plain",
            Self::Csv => "text/csv",
            Self::Xml => "application/xml",
        }
    }

    /// Gives a name the ending that such files have; mail programs and
    /// providers go by it.
    #[must_use]
    pub fn ended(self, name: &str) -> String {
        let (own, other) = match self {
            Self::Pdf => (".pdf", ""),
            Self::Png => (".png", ""),
            Self::Jpeg => (".jpg", ".jpeg"),
            Self::Text => (".txt", ""),
            Self::Csv => (".csv", ""),
            Self::Xml => (".xml", ""),
        };
        let small = name.to_ascii_lowercase();
        let has = |ending: &str| !ending.is_empty() && small.ends_with(ending);
        match has(own) || has(other) {
            true => name.to_owned(),
            false => format!("{name}{own}"),
        }
    }
}

impl FromStr for MediaType {
    type Err = MediaTypeError;

    /// Parses the type. Parameters such as `charset` are ignored; `text/xml` is
    /// XML too (RFC 7303, section 9.2).
    fn from_str(text: &str) -> Result<Self, MediaTypeError> {
        let essence = text.split(';').next().unwrap_or_default().trim();
        if essence.eq_ignore_ascii_case("text/xml") {
            return Ok(Self::Xml);
        }
        let mut all = Self::ALL.into_iter();
        all.find(|known| essence.eq_ignore_ascii_case(known.as_str()))
            .ok_or(MediaTypeError)
    }
}

impl TryFrom<String> for MediaType {
    type Error = MediaTypeError;

    fn try_from(text: String) -> Result<Self, MediaTypeError> {
        text.parse()
    }
}

impl From<MediaType> for &'static str {
    fn from(media_type: MediaType) -> Self {
        media_type.as_str()
    }
}

impl fmt::Display for MediaType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl JsonSchema for MediaType {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "MediaType".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "What a file is.",
            "enum": Self::ALL.map(Self::as_str)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_media_type_is_read_as_it_is_sent() {
        for (text, known) in [
            ("application/pdf", MediaType::Pdf),
            ("Text/Plain; charset=utf-8", MediaType::Text),
            ("text/xml", MediaType::Xml),
        ] {
            assert_eq!(text.parse(), Ok(known));
        }
        for wrong in ["", "text/html", "application/zip", "image/svg+xml"] {
            assert_eq!(wrong.parse::<MediaType>(), Err(MediaTypeError), "{wrong}");
        }
    }

    #[test]
    fn a_name_has_the_ending_of_its_type_once() {
        assert_eq!(MediaType::Pdf.ended("F-88"), "F-88.pdf");
        assert_eq!(MediaType::Pdf.ended("F-88.PDF"), "F-88.PDF");
        assert_eq!(MediaType::Jpeg.ended("a.jpeg"), "a.jpeg");
        assert_eq!(MediaType::Pdf.ended("a.exe"), "a.exe.pdf");
    }
}
