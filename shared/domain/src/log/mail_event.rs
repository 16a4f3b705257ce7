//! What became of a mail, by the word of the provider that took it.

use serde::{Deserialize, Serialize};

/// What a provider says of a mail that it took.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailEvent {
    /// The notice whose mail it was.
    pub notice: u64,
    /// Which of its recipients it is about.
    pub to: String,
    /// What became of it there.
    pub fate: MailFate,
}

/// What became of a mail. Reasons hold no address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailFate {
    /// The recipient's server has it.
    Delivered,
    /// The recipient's server does not take it yet; the provider tries on.
    Deferred {
        /// Why, by that server's word.
        reason: String,
    },
    /// It came back.
    Bounced {
        /// Whether a mail to this address will ever arrive.
        is_permanent: bool,
        /// Why, by the recipient's server's word.
        reason: String,
    },
    /// The provider did not send it, since mails to the address came back
    /// before, or its owner complained or wants none.
    Suppressed {
        /// Why, by the provider's word.
        reason: String,
    },
    /// The provider did not send it for another reason: its content, the
    /// account, a policy.
    Rejected {
        /// Why, by the provider's word.
        reason: String,
    },
    /// The recipient calls it spam.
    Complained,
    /// The recipient told the provider that they want no more.
    Unsubscribed,
    /// The recipient opened it.
    Opened,
}

impl MailFate {
    /// In a word.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Delivered => "delivered",
            Self::Deferred { .. } => "deferred",
            Self::Bounced { .. } => "bounced",
            Self::Suppressed { .. } => "suppressed",
            Self::Rejected { .. } => "rejected",
            Self::Complained => "complained",
            Self::Unsubscribed => "unsubscribed",
            Self::Opened => "opened",
        }
    }
}
