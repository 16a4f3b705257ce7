//! The provider's report about a mail that it took.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A provider's report about a mail that it took.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MailEvent {
    /// The notice whose mail it was.
    pub notice: u64,
    /// The recipient that it is about.
    pub to: String,
    /// The kind of thing that happened to it.
    pub kind: MailEventKind,
}

/// The kind of thing that happened to a mail. Reasons do not contain addresses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MailEventKind {
    /// The recipient's server has it.
    Delivered,
    /// The recipient's server does not take it yet; the provider tries on.
    Deferred {
        /// The reason, according to that server.
        reason: String,
    },
    /// It came back.
    Bounced {
        /// True if no mail to this address will ever arrive.
        is_permanent: bool,
        /// The reason, according to the recipient's server.
        reason: String,
    },
    /// The provider did not send it, because mails to the address came back
    /// before, or its owner complained or does not want any.
    Suppressed {
        /// The reason, according to the provider.
        reason: String,
    },
    /// The provider did not send it for another reason: its content, the
    /// account, a policy.
    Rejected {
        /// The reason, according to the provider.
        reason: String,
    },
    /// The recipient calls it spam.
    Complained,
    /// The recipient told the provider that they want no more.
    Unsubscribed,
    /// The recipient opened it.
    Opened,
}

impl MailEventKind {
    /// Returns the kind's name, in a word.
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
