//! The text of a note.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The longest text of a note, in characters.
pub const MAX_NOTE: usize = 2000;

/// The text of a note: 1 to 2,000 characters, with line breaks but no other control
/// characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct NoteText(String);

impl NoteText {
    /// Reads what somebody typed; none if it is empty, too long, or has control characters.
    #[must_use]
    pub fn typed(text: &str) -> Option<Self> {
        // Browsers end lines with CR LF; a tab comes with what is pasted from a table.
        let text = text.replace("\r\n", "\n").replace('\t', " ");
        let text = text.trim();
        let fits = !text.is_empty() && text.chars().count() <= MAX_NOTE;
        let is_plain = |c: char| !c.is_control() || c == '\n';
        (fits && text.chars().all(is_plain)).then(|| Self(text.to_owned()))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for NoteText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
