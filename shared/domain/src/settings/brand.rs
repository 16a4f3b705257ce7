//! How a shop looks.

use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use crate::check::ensure;
use crate::order::{Flaw, MAX_URL};

/// How the shop looks in its mails. What is not said looks as Wismo does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Brand {
    /// Where the shop's logo is, `https://...`: an image that mail programs
    /// show, PNG, JPEG or GIF, shown up to 48 pixels high and 240 wide.
    #[schemars(length(max = MAX_URL))]
    pub logo: Option<String>,
    /// The colour of buttons and links. It is darkened until white on it, and it
    /// on white, can be read.
    pub accent: Option<Colour>,
    /// The colour around the sheet. It is lightened until text on it can be read.
    pub ground: Option<Colour>,
    /// The shop's own site, `https://...`: where its logo and name lead.
    #[schemars(length(max = MAX_URL))]
    pub site: Option<String>,
}

impl Brand {
    /// Checks the addresses.
    ///
    /// # Errors
    /// Names the field that is no address for all to see.
    pub(super) fn check(&self) -> Result<(), Flaw> {
        address("brand.logo", self.logo.as_deref())?;
        address("brand.site", self.site.as_deref())
    }
}

fn address(path: &str, url: Option<&str>) -> Result<(), Flaw> {
    let is_address = |url: &str| {
        let host = url.strip_prefix("https://").unwrap_or_default();
        let is_plain = |c: char| c.is_ascii_graphic() && !r#"<>"\^`{|}"#.contains(c);
        url.len() <= MAX_URL
            && host.starts_with(|c: char| c.is_ascii_alphanumeric())
            && url.chars().all(is_plain)
    };
    ensure(path, url.is_none_or(is_address), || {
        format!("must be an address that begins with https://, of at most {MAX_URL} characters")
    })
}

/// A colour in sRGB, written as `#1f5f4f`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

/// A text that is no colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a colour, such as #1f5f4f")]
pub struct ColourError;

impl FromStr for Colour {
    type Err = ColourError;

    fn from_str(text: &str) -> Result<Self, ColourError> {
        let digits = text.strip_prefix('#').filter(|digits| {
            digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
        });
        let number = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let [_, red, green, blue] = number.ok_or(ColourError)?.to_be_bytes();
        Ok(Self { red, green, blue })
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { red, green, blue } = self;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Serialize for Colour {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Colour {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        std::borrow::Cow::<str>::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}

impl JsonSchema for Colour {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Colour".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^#[0-9a-fA-F]{6}$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_has_six_digits() {
        let colour: Colour = "#1F5f4f".parse().unwrap();
        assert_eq!(colour.to_string(), "#1f5f4f");
        for text in [
            "",
            "#fff",
            "1f5f4f",
            "#1f5f4",
            "#1f5f4ff",
            "#+f5f4f",
            "#1f5f4\u{e9}",
        ] {
            assert_eq!(text.parse::<Colour>(), Err(ColourError), "{text}");
        }
    }

    #[test]
    fn addresses_are_for_all_to_see() {
        let with = |logo: &str| {
            let logo = Some(logo.to_owned());
            Brand {
                logo,
                ..Brand::default()
            }
            .check()
        };
        with("https://shop.example/logo.png?v=2").unwrap();
        for wrong in [
            "",
            "http://shop.example/logo.png",
            "https://",
            "https:///logo.png",
            "https://shop.example/\"onload=",
            "https://shop.example/a b",
            "data:image/png;base64,AAAA",
        ] {
            assert_eq!(with(wrong).unwrap_err().path, "brand.logo", "{wrong}");
        }
    }
}
