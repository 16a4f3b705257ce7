//! What a provider says became of a mail.

use std::fmt;

use wismo_domain::time::Timestamp;

/// Longest reference that the sending side gives a mail.
pub const MAX_REFERENCE: usize = 240;

/// Something that happened to a mail on its way to one recipient.
#[derive(Clone, PartialEq, Eq)]
pub struct Happening {
    /// What the sending side named the mail by: base64url, at most 240
    /// characters. None where the provider gave none back.
    pub reference: Option<String>,
    /// The provider's id of the mail, as its answer to the sending had it, but
    /// never with angle brackets.
    pub message_id: Option<String>,
    /// The address that it happened to. It must not be logged.
    pub recipient: String,
    /// When, by the provider's clock; never later than it was heard of.
    pub at: Timestamp,
    /// What.
    pub kind: Kind,
}

/// What can happen to a mail. Reasons hold codes, classes and a few words of
/// the server's; no address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The recipient's server took it.
    Delivered,
    /// Not taken yet: the provider tries on.
    Deferred {
        /// Why.
        reason: String,
    },
    /// It came back, and the provider does not try on.
    Bounced {
        /// Whether mails to the address will come back for ever.
        is_permanent: bool,
        /// Why.
        reason: String,
    },
    /// The provider did not send it, since mails to the address came back
    /// before, or its owner complained or wants none.
    Suppressed {
        /// Why.
        reason: String,
    },
    /// The provider did not send it for another reason: its content, the
    /// account, a policy.
    Rejected {
        /// Why.
        reason: String,
    },
    /// The recipient called it spam.
    Complained,
    /// The recipient wants no more of the kind.
    Unsubscribed,
    /// The recipient's mail program fetched the picture that the provider put
    /// in, where the account does so against our wish.
    Opened,
}

/// Without the address.
impl fmt::Debug for Happening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Happening")
            .field("reference", &self.reference)
            .field("message_id", &self.message_id)
            .field("at", &self.at)
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}
