//! The look of a shop.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use crate::check::{FieldError, ensure, language, text};
use crate::mail::Mailbox;
use crate::order::MAX_URL;
use crate::shop::Shop;

/// The most links of the shop's own at the end of a page.
pub const MAX_LINKS: usize = 8;

/// The longest text of the shop's own, in characters.
const MAX_WORDS: usize = 1000;

/// The longest name of a shop or of a link, in characters.
const MAX_NAME: usize = 100;

/// The longest telephone number, in characters.
const MAX_PHONE: usize = 40;

/// The form of an address: what may stand in one as it is.
const ADDRESS: &str = r"^https://[A-Za-z0-9][!#-;=?-\[\]_a-z~]*$";

/// The shop's look on the status page and in its mails, and the ways to reach
/// it. Whatever is not set looks as Wismo does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Brand {
    /// The URL of the shop's logo, `https://...`: an image that mail programs
    /// show, PNG, JPEG or GIF, shown up to 48 pixels high and 240 wide.
    #[schemars(length(max = MAX_URL), regex(pattern = ADDRESS))]
    pub logo: Option<String>,
    /// The colour of buttons and links. It is darkened until it can be read on
    /// white, and white on it.
    pub accent: Option<Colour>,
    /// The colour around the sheet. It is lightened until text on it can be read.
    pub background: Option<Colour>,
    /// The shop's own site, `https://...`, to which its logo and name lead.
    #[schemars(length(max = MAX_URL), regex(pattern = ADDRESS))]
    pub site: Option<String>,
    /// The shop's name on the page, if it differs from the one in `shops`.
    #[schemars(length(min = 1, max = MAX_NAME))]
    pub name: Option<String>,
    /// The page on which customers can ask the shop something, `https://...`.
    #[schemars(length(max = MAX_URL), regex(pattern = ADDRESS))]
    pub contact_url: Option<String>,
    /// The address that they can write to.
    #[schemars(length(max = 254))]
    pub email: Option<String>,
    /// The number that they can call: digits, spaces and `+-()./`.
    #[schemars(length(min = 1, max = MAX_PHONE), regex(pattern = r"^[0-9 +().\/-]*$"))]
    pub phone: Option<String>,
    /// The page on which they can return something, `https://...`.
    #[schemars(length(max = MAX_URL), regex(pattern = ADDRESS))]
    pub returns_url: Option<String>,
    /// The shop's own words, by language (`da`, `nb`).
    pub texts: BTreeMap<String, BrandTexts>,
}

/// The shop's own words on the status page, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct BrandTexts {
    /// The message to every customer, above the details.
    #[schemars(length(min = 1, max = MAX_WORDS))]
    pub message: Option<String>,
    /// The text at the very end.
    #[schemars(length(min = 1, max = MAX_WORDS))]
    pub footer: Option<String>,
    /// Further links, such as to the terms.
    #[schemars(length(max = MAX_LINKS))]
    pub links: Vec<BrandLink>,
}

/// A link of the shop's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BrandLink {
    /// The text of the link.
    #[schemars(length(min = 1, max = MAX_NAME))]
    pub text: String,
    /// The target of the link, `https://...`.
    #[schemars(length(max = MAX_URL), regex(pattern = ADDRESS))]
    pub url: String,
}

impl Brand {
    /// Returns the shop's name, as its customers know it.
    #[must_use]
    pub fn name_of<'a>(&'a self, shop: &'a Shop) -> &'a str {
        self.name.as_deref().unwrap_or(&shop.name)
    }

    /// Returns the shop's words in the first of these languages that it has
    /// words in. `nb` serves `nb-NO` too.
    #[must_use]
    pub fn words(&self, languages: &[&str]) -> Option<&BrandTexts> {
        let of = |language: &&str| {
            let whole = self.texts.get(*language);
            let short = language.split(['-', '_']).next();
            whole.or_else(|| self.texts.get(short?))
        };
        languages.iter().find_map(of)
    }

    /// Checks the addresses and the words.
    ///
    /// # Errors
    /// Returns the field that is not a public address, or a text that is too long.
    pub(super) fn check(&self) -> Result<(), FieldError> {
        for (field, url) in [
            ("logo", &self.logo),
            ("site", &self.site),
            ("contact_url", &self.contact_url),
            ("returns_url", &self.returns_url),
        ] {
            address(&format!("brand.{field}"), url.as_deref())?;
        }
        text("brand.name", self.name.as_deref(), MAX_NAME, false)?;
        let is_mailbox = |email: &String| Mailbox::new("", email).is_ok();
        ensure(
            "brand.email",
            self.email.as_ref().is_none_or(is_mailbox),
            || "must be a mail address".to_owned(),
        )?;
        text("brand.phone", self.phone.as_deref(), MAX_PHONE, false)?;
        let dials = |c: char| c.is_ascii_digit() || " +-()./".contains(c);
        let is_phone = |phone: &String| phone.chars().all(dials);
        ensure(
            "brand.phone",
            self.phone.as_ref().is_none_or(is_phone),
            || "must be digits, spaces and +-()./".to_owned(),
        )?;
        for (tag, texts) in &self.texts {
            let at = format!("brand.texts.{tag}");
            language(&at, tag)?;
            texts.check(&at)?;
        }
        Ok(())
    }
}

impl BrandTexts {
    fn check(&self, at: &str) -> Result<(), FieldError> {
        text(
            &format!("{at}.message"),
            self.message.as_deref(),
            MAX_WORDS,
            true,
        )?;
        text(
            &format!("{at}.footer"),
            self.footer.as_deref(),
            MAX_WORDS,
            true,
        )?;
        ensure(
            &format!("{at}.links"),
            self.links.len() <= MAX_LINKS,
            || format!("must have at most {MAX_LINKS} members"),
        )?;
        for (index, link) in self.links.iter().enumerate() {
            let at = format!("{at}.links[{index}]");
            text(&format!("{at}.text"), Some(&link.text), MAX_NAME, false)?;
            address(&format!("{at}.url"), Some(&link.url))?;
        }
        Ok(())
    }
}

fn address(path: &str, url: Option<&str>) -> Result<(), FieldError> {
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

/// The error for a text that is not a colour.
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
