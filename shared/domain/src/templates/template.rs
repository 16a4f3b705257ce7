//! One template: the shop's own words in a mail.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::check::{FieldError, ensure, text};

/// The longest line as it is written, in characters.
const MAX_LINE: usize = 500;
/// The longest message as it is written, in characters.
const MAX_MESSAGE: usize = 5000;
/// The longest closing, and the longest signature, as they are written, in characters.
const MAX_CLOSING: usize = 1000;

/// The shop's own words in a mail: plain text with variables, in Jinja's
/// syntax. An absent field has Wismo's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(extend("minProperties" = 1))]
pub struct Template {
    /// The subject: one line.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = MAX_LINE))]
    pub subject: Option<String>,
    /// The text that a list of mails shows beside the subject: one line.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = MAX_LINE))]
    pub preheader: Option<String>,
    /// The most important news, large: one line.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = MAX_LINE))]
    pub heading: Option<String>,
    /// The shop's message below the greeting, in place of "what happens next".
    /// An empty line begins a new paragraph.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = MAX_MESSAGE))]
    pub message: Option<String>,
    /// The words before the signature, such as "Kind regards,".
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = MAX_CLOSING))]
    pub closing: Option<String>,
    /// The name of who writes, in place of the shop's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = MAX_CLOSING))]
    pub signature: Option<String>,
}

/// A field of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// [`Template::subject`].
    Subject,
    /// [`Template::preheader`].
    Preheader,
    /// [`Template::heading`].
    Heading,
    /// [`Template::message`].
    Message,
    /// [`Template::closing`].
    Closing,
    /// [`Template::signature`].
    Signature,
}

impl Field {
    /// Every field, from a mail's top to its bottom.
    pub const ALL: [Self; 6] = [
        Self::Subject,
        Self::Preheader,
        Self::Heading,
        Self::Message,
        Self::Closing,
        Self::Signature,
    ];

    /// Its name in the document.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Preheader => "preheader",
            Self::Heading => "heading",
            Self::Message => "message",
            Self::Closing => "closing",
            Self::Signature => "signature",
        }
    }

    /// Tells whether it is one line.
    #[must_use]
    pub const fn is_line(self) -> bool {
        matches!(self, Self::Subject | Self::Preheader | Self::Heading)
    }

    /// Returns the most characters that it may have as it is written.
    #[must_use]
    pub const fn most_written(self) -> usize {
        match self {
            Self::Subject | Self::Preheader | Self::Heading => MAX_LINE,
            Self::Message => MAX_MESSAGE,
            Self::Closing | Self::Signature => MAX_CLOSING,
        }
    }

    /// Returns the most characters that it may have once its variables are filled in.
    #[must_use]
    pub const fn most_filled_in(self) -> usize {
        match self {
            Self::Subject | Self::Preheader | Self::Heading => 200,
            Self::Message => 10_000,
            Self::Closing | Self::Signature => 1000,
        }
    }
}

impl Template {
    /// Returns the text of a field, if it has any.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<&str> {
        match field {
            Field::Subject => self.subject.as_deref(),
            Field::Preheader => self.preheader.as_deref(),
            Field::Heading => self.heading.as_deref(),
            Field::Message => self.message.as_deref(),
            Field::Closing => self.closing.as_deref(),
            Field::Signature => self.signature.as_deref(),
        }
    }

    /// Checks the rules that the types alone do not express: lengths, control
    /// characters, and that it has any text. Whether its variables are known is
    /// checked where they are filled in.
    ///
    /// # Errors
    /// Returns the first field that breaks a rule.
    pub fn check(&self) -> Result<(), FieldError> {
        for field in Field::ALL {
            let most = field.most_written();
            text(field.name(), self.get(field), most, !field.is_line())?;
        }
        let says = Field::ALL.iter().any(|field| self.get(*field).is_some());
        ensure("", says, || {
            let names = Field::ALL.map(|field| format!("`{}`", field.name()));
            format!("must have one of {} at least", names.join(", "))
        })
    }
}
