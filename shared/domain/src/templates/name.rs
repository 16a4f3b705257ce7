//! The names of templates, and their languages.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::changes::{ChangeKind, KINDS};

/// The name of a template. Text and name are equivalent: `placed`,
/// `status:engraving`, `invoice-30-days`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(rename = "TemplateName")]
pub enum Name {
    /// The words of every mail about a kind of change.
    Kind(ChangeKind),
    /// The words of every mail about a move to a status, by the shop's code.
    Status(String),
    /// The words of the mails whose rule names them.
    Own(String),
}

/// A language as templates name it: `nb`, `pt-br`. Case does not matter, and
/// `_` is the same as `-`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(rename = "LanguageTag")]
pub struct Tag(String);

/// The error for a text that is not a template's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "a template's name is a kind of change (placed), status: with a code (status:packed), or one \
     of your own: 1 to 40 of a-z, 0-9 and -, but neither preview nor variables"
)]
pub struct NameError;

/// The error for a text that is not a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a language is a tag of up to 35 letters, digits and -, such as nb or pt-BR")]
pub struct TagError;

/// The names that the desk uses for something other than a template.
const TAKEN: [&str; 2] = ["preview", "variables"];

impl FromStr for Name {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        if let Some(kind) = KINDS.into_iter().find(|kind| kind.name() == text) {
            return Ok(Self::Kind(kind));
        }
        if let Some(code) = text.strip_prefix("status:") {
            let fits = !code.trim().is_empty() && code.chars().count() <= 100;
            let is_code = fits && !code.chars().any(char::is_control);
            return is_code
                .then(|| Self::Status(code.to_owned()))
                .ok_or(NameError);
        }
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let is_name = (1..=40).contains(&text.len()) && text.bytes().all(fits);
        let is_name = is_name && !TAKEN.contains(&text);
        is_name.then(|| Self::Own(text.to_owned())).ok_or(NameError)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kind(kind) => f.write_str(kind.name()),
            Self::Status(code) => write!(f, "status:{code}"),
            Self::Own(name) => f.write_str(name),
        }
    }
}

impl FromStr for Tag {
    type Err = TagError;

    fn from_str(text: &str) -> Result<Self, TagError> {
        crate::check::language("", text).map_err(|_| TagError)?;
        Ok(Self(text.replace('_', "-").to_ascii_lowercase()))
    }
}

impl Tag {
    /// Returns its text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Name {
    type Error = NameError;

    fn try_from(text: String) -> Result<Self, NameError> {
        text.parse()
    }
}

impl From<Name> for String {
    fn from(name: Name) -> Self {
        name.to_string()
    }
}

impl TryFrom<String> for Tag {
    type Error = TagError;

    fn try_from(text: String) -> Result<Self, TagError> {
        text.parse()
    }
}

impl From<Tag> for String {
    fn from(tag: Tag) -> Self {
        tag.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_kind_a_status_or_ones_own() {
        for kind in KINDS {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
            assert_eq!(kind.name().parse(), Ok(Name::Kind(kind)));
        }
        let status = Name::Status("Zur Prüfung/2".to_owned());
        assert_eq!("status:Zur Prüfung/2".parse(), Ok(status));
        assert_eq!("invoice-30".parse(), Ok(Name::Own("invoice-30".to_owned())));
        let (long, code) = ("x".repeat(41), format!("status:{}", "x".repeat(101)));
        for wrong in [
            "",
            "A b",
            "packing_slip",
            "preview",
            "variables",
            "status:",
            "status: ",
            "status:a\n",
            &long,
            &code,
        ] {
            assert_eq!(wrong.parse::<Name>(), Err(NameError), "{wrong:?}");
        }
        for text in ["placed", "status:wc-engraving", "thanks"] {
            assert_eq!(text.parse::<Name>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn a_language_is_the_same_however_it_is_written() {
        let tag = |text: &str| text.parse::<Tag>().unwrap();
        assert_eq!(tag("pt_BR"), tag("PT-br"));
        assert_eq!(tag("pt_BR").as_str(), "pt-br");
        assert!("".parse::<Tag>().is_err() && "a b".parse::<Tag>().is_err());
    }
}
