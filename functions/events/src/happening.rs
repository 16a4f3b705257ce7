//! What a provider says became of a mail.

use std::fmt;

use wismo_domain::log::MailFate;
use wismo_domain::time::Timestamp;

/// Something that happened to a mail on its way to one recipient.
#[derive(Clone, PartialEq, Eq)]
pub struct Happening {
    /// What the mail was named by. None where the provider gave none back.
    pub reference: Option<String>,
    /// The address that it happened to. It must not be logged.
    pub recipient: String,
    /// When, by the provider's clock; never later than it was heard of.
    pub at: Timestamp,
    /// What.
    pub fate: MailFate,
}

/// Without the address.
impl fmt::Debug for Happening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Happening")
            .field("reference", &self.reference)
            .field("at", &self.at)
            .field("fate", &self.fate)
            .finish_non_exhaustive()
    }
}
