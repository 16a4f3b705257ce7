//! Something that became of a mail, as its provider reports it.

use std::fmt;

use wismo_domain::log::MailEventKind;
use wismo_domain::time::Timestamp;

/// Something that happened to a mail on its way to one recipient.
#[derive(Clone, PartialEq, Eq)]
pub struct Happening {
    /// The reference that the mail was sent with, if the provider gave one
    /// back.
    pub reference: Option<String>,
    /// The address that it happened to. It must not be logged.
    pub recipient: String,
    /// The moment when it happened, by the provider's clock; never later than
    /// the report came.
    pub at: Timestamp,
    /// The fate of the mail.
    pub fate: MailEventKind,
}

/// Leaves the address out.
impl fmt::Debug for Happening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Happening")
            .field("reference", &self.reference)
            .field("at", &self.at)
            .field("fate", &self.fate)
            .finish_non_exhaustive()
    }
}
