//! A mail, before it takes any provider's form, and the answers that a provider can give to it.

pub mod capacity;
pub mod reference;
pub mod suppression;

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::access::link::CodeOf;
use crate::file::MediaType;
use crate::time::Duration;

/// A mail as it is stored and sent. No field has control characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Mail {
    /// The sender.
    pub from: Mailbox,
    /// The address for answers, if it is not `from`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<Mailbox>,
    /// The recipient.
    pub to: Mailbox,
    /// The recipients of a copy, visible to all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cc: Vec<Mailbox>,
    /// The subject.
    pub subject: String,
    /// The plain part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// Further header fields, such as `Auto-Submitted`.
    #[serde(default)]
    pub headers: Vec<(String, String)>,
    /// The files that go with it. Their bytes are loaded when it is sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// The code that replaces [`CODE_MARK`] when the mail is sent, and that
    /// does not stand anywhere before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<CodeOf>,
}

/// The mark in a mail at the place of its code.
pub const CODE_MARK: &str = "••••••";

impl Mail {
    /// Returns the same mail with its code filled in.
    #[must_use]
    pub fn with_code(&self, code: &str) -> Self {
        Self {
            text: self.text.replace(CODE_MARK, code),
            html: self.html.replace(CODE_MARK, code),
            ..self.clone()
        }
    }
}

/// A file that goes with a mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Attachment {
    /// Its name, without control characters and slashes; its ending may be
    /// missing.
    pub name: String,
    /// The media type. If it is missing, whoever has the file says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_type: Option<MediaType>,
    /// The place where the file is.
    pub source: FileSource,
}

/// The place where a file is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FileSource {
    /// The shop's files: [`get`](crate::file::get) reads it by this digest.
    File(String),
    /// A server (https), which may be asked if the shop lists its host.
    Url(String),
}

/// An address with its owner's name (RFC 5322, section 3.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Mailbox {
    /// The name; empty if there is none.
    #[serde(default)]
    pub name: String,
    /// The address, `local@domain`.
    pub address: String,
}

/// The error for a text that is not a mailbox. It never repeats the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("is not an address, nor `Name <address>`")]
pub struct MailboxError;

impl Mailbox {
    /// Makes a mailbox of a name, which loses its control characters, and an address.
    ///
    /// # Errors
    /// When the address is not `local@domain` in the limits of RFC 5321
    /// (section 4.5.3.1: 64 bytes before the @, 254 in all), or would need
    /// quoting.
    pub fn new(name: &str, address: &str) -> Result<Self, MailboxError> {
        let address = address.trim();
        let (local, domain) = address.rsplit_once('@').ok_or(MailboxError)?;
        let fits =
            |c: char| !c.is_control() && !c.is_whitespace() && !r#"<>()[]\,;:"@"#.contains(c);
        let dots =
            |part: &str| !part.starts_with('.') && !part.ends_with('.') && !part.contains("..");
        let ok = !local.is_empty()
            && local.len() <= 64
            && !domain.is_empty()
            && address.len() <= 254
            && local.chars().all(fits)
            && domain.chars().all(fits)
            && dots(local)
            && dots(domain);
        if !ok {
            return Err(MailboxError);
        }
        let name = name
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect::<String>();
        Ok(Self {
            name: name.trim().to_owned(),
            address: address.to_owned(),
        })
    }
}

/// Writes an address with its domain in ASCII (UTS 46), as mail servers know
/// it; unchanged, if the domain is not valid.
#[must_use]
pub fn in_ascii(address: &str) -> Cow<'_, str> {
    let ascii = || {
        let (local, domain) = address.rsplit_once('@')?;
        let domain = idna::domain_to_ascii_strict(domain).ok()?;
        Some(format!("{local}@{domain}"))
    };
    match address.is_ascii() {
        true => Cow::Borrowed(address),
        false => ascii().map_or(Cow::Borrowed(address), Cow::Owned),
    }
}

impl FromStr for Mailbox {
    type Err = MailboxError;

    fn from_str(text: &str) -> Result<Self, MailboxError> {
        match text
            .trim()
            .strip_suffix('>')
            .and_then(|rest| rest.rsplit_once('<'))
        {
            Some((name, address)) => Self::new(&unquoted(name.trim()), address),
            None => Self::new("", text),
        }
    }
}

/// Reads a name as it is meant: without the quotes around it, and with each quoted
/// pair replaced by the character that it stands for (RFC 5322, section 3.2.4).
fn unquoted(name: &str) -> String {
    let Some(inner) = name
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
    else {
        return name.to_owned();
    };
    let mut is_pair = false;
    let is_said = |c: &char| {
        is_pair = *c == '\\' && !is_pair;
        !is_pair
    };
    inner.chars().filter(is_said).collect()
}

/// Writes the mailbox as it stands in a header field: with the name quoted if
/// needed (RFC 5322, section 3.2.4).
impl fmt::Display for Mailbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.name.is_empty() {
            return f.write_str(&self.address);
        }
        let plain = |c: char| c.is_alphanumeric() || c == ' ' || "!#$%&'*+-/=?^_`{|}~".contains(c);
        if self.name.chars().all(plain) {
            return write!(f, "{} <{}>", self.name, self.address);
        }
        let quoted = self.name.replace('\\', "\\\\").replace('"', "\\\"");
        write!(f, "\"{quoted}\" <{}>", self.address)
    }
}

/// The result of handing a mail to a provider. Reasons name codes and classes,
/// never an address, a key or a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SendResult {
    /// The provider has it.
    Accepted {
        /// The provider's id for it, if it gave one.
        id: Option<String>,
    },
    /// The provider surely does not have it, and may take it soon.
    TryAgain {
        /// The reason.
        reason: String,
        /// The time for which the provider asks to be left alone, if it says so.
        after: Option<Duration>,
    },
    /// The provider surely does not have it, and does not take any more mails
    /// from us for hours: the account's quota is spent. The merchant should know.
    OverQuota {
        /// The reason.
        reason: String,
        /// The time until it takes mails again, if it says so.
        after: Option<Duration>,
    },
    /// The answer was lost: the provider may have it.
    Unknown {
        /// The reason.
        reason: String,
    },
    /// The provider will never take a mail to this address: it is not valid, or
    /// mails to it came back.
    RecipientRefused {
        /// The reason.
        reason: String,
    },
    /// The provider will never take this mail, whoever it is for.
    Refused {
        /// The reason.
        reason: String,
    },
    /// The provider does not take mails from us as we are set up: a wrong key,
    /// a sender that is not verified. It may take this one once that is mended.
    Misconfigured {
        /// The reason.
        reason: String,
    },
    /// The provider was not asked: a file that goes with the mail is not
    /// available. It may be later.
    NotReady {
        /// The reason.
        reason: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_punctuation_is_quoted() {
        let mailbox: Mailbox = "North, \"Inc.\" <shop@north.example>".parse().unwrap();
        assert_eq!(
            mailbox.to_string(),
            r#""North, \"Inc.\"" <shop@north.example>"#
        );
        // A quoted name comes out as it went in.
        let again: Mailbox = mailbox.to_string().parse().unwrap();
        assert_eq!(again, mailbox);
        let mailbox: Mailbox = r#""Berg \"Bo\" & Q \\ R" <b@c.example>"#.parse().unwrap();
        assert_eq!(mailbox.name, r#"Berg "Bo" & Q \ R"#);
        assert_eq!(
            "a@b.example".parse::<Mailbox>().unwrap().to_string(),
            "a@b.example"
        );
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in [
            "",
            "a",
            "a@",
            "@b",
            "a b@c",
            "a@b\r\nBcc: x@y",
            "a@b,c@d",
            "<a@b",
            ".a@b.c",
        ] {
            assert!(text.parse::<Mailbox>().is_err(), "{text:?}");
        }
        assert!(Mailbox::new("x", &format!("{}@b.example", "a".repeat(65))).is_err());
    }

    #[test]
    fn a_domain_has_a_form_in_ascii_and_what_stands_before_it_has_none() {
        for (address, ascii) in [
            ("jan@müller.example", "jan@xn--mller-kva.example"),
            ("jan@MÜLLER.example", "jan@xn--mller-kva.example"),
            ("Jan@Example.com", "Jan@Example.com"),
            ("žofie@müller.example", "žofie@xn--mller-kva.example"),
            ("jan@straße.example", "jan@xn--strae-oqa.example"),
            ("jan@\u{2028}ü.example", "jan@\u{2028}ü.example"),
            ("ü", "ü"),
        ] {
            assert_eq!(in_ascii(address), ascii);
        }
    }

    #[test]
    fn a_name_loses_its_line_breaks() {
        assert_eq!(
            Mailbox::new("A\r\nBcc: b@c", "a@b.example").unwrap().name,
            "A  Bcc: b@c"
        );
    }
}
