//! The place up to which a search was shown.

use std::fmt;
use std::str::FromStr;

/// The place where the next page of a search begins. Its text, `7-3`, can stand in a URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The newest entry when the first page was shown.
    pub(super) newest: u64,
    /// The oldest entry that was looked at.
    pub(super) before: u64,
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.newest, self.before)
    }
}

impl FromStr for Cursor {
    type Err = NoCursor;

    fn from_str(text: &str) -> Result<Self, NoCursor> {
        let (newest, before) = text.split_once('-').ok_or(NoCursor)?;
        let number = |text: &str| text.parse().map_err(|_| NoCursor);
        Ok(Self {
            newest: number(newest)?,
            before: number(before)?,
        })
    }
}

/// The error of a text that is not where a page begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a page begins at two numbers with a hyphen between them, as the page before it says")]
pub struct NoCursor;
