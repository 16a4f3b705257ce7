//! What an attempt is to send, or why nothing is sent.

use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Copies;
use crate::changes::{Bygone, Change};
use crate::keys::OrderKey;
use crate::log::{Facts, Rank};
use crate::mail::Mail;
use crate::order::Order;
use crate::record::Record;
use crate::templates::Entry;

/// What the customer is told, and has been told from then on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// The version that the customer knows after it; none of a mail by hand,
    /// which tells nothing of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// What changed over the basis before.
    pub changes: Vec<Change>,
    /// Those of them that are kept out of the mail.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
    /// The mail, or why there is none.
    pub composed: Composed,
    /// Its copies: mails of their own, which go out after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copies: Option<Copies>,
    /// The template whose words the mail carries, or should have carried.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Words>,
    /// When it was written.
    pub at: Timestamp,
}

impl Record for Letter {
    const VERSION: u32 = 1;
}

/// The shop's words that a mail carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// The template's name.
    pub template: String,
    /// The template's language, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The template's version; 0 for one that is not there.
    pub version: u64,
    /// Why the mail has Wismo's own words all the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fault: Option<String>,
}

impl Words {
    /// A template's.
    #[must_use]
    pub fn of(entry: &Entry) -> Self {
        Self {
            template: entry.name.to_string(),
            language: entry.language.clone().map(String::from),
            version: entry.version,
            fault: None,
        }
    }

    /// Those of a template that a rule names and that is not there.
    #[must_use]
    pub fn missing(name: &str) -> Self {
        Self {
            template: name.to_owned(),
            language: None,
            version: 0,
            fault: Some("there is no template of this name and language".to_owned()),
        }
    }
}

/// What the customer was told about: a version of the order, and what was known
/// beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    /// The version as the shop said it, and where it ranks in the order's log;
    /// none where the shop has said nothing of the order yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<(Rank, Order)>,
    /// What was known then beside it.
    #[serde(default, skip_serializing_if = "Facts::is_empty")]
    pub facts: Facts,
    /// Whether they were told of the order, however it stands there.
    #[serde(default)]
    pub is_told: bool,
    /// What they were told and the version leaves out.
    #[serde(default, skip_serializing_if = "Bygone::is_empty")]
    pub bygone: Bygone,
}

impl Basis {
    /// Where its version ranks.
    #[must_use]
    pub fn rank(&self) -> Option<Rank> {
        self.version.as_ref().map(|(rank, _)| *rank)
    }

    /// The version as the shop said it.
    #[must_use]
    pub fn order(&self) -> Option<&Order> {
        self.version.as_ref().map(|(_, order)| order)
    }
}

/// A change that is kept out of a mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The change.
    pub change: Change,
    /// Why.
    pub reason: Skip,
}

/// A mail, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Composed {
    /// To be sent.
    Mail(Box<Mail>),
    /// Nothing is sent: the notice is final by itself.
    Skipped(Skip),
}

/// Why a change is not mailed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Skip {
    /// No rule mails these changes.
    RuleOff,
    /// The customer does not wish to get mails.
    NotSetToReceive,
    /// The customer switched such mails off.
    Unsubscribed,
    /// Mails to every address that it could go to came back, or were called spam.
    Suppressed,
    /// The order has no address.
    NoAddress,
    /// The order's address is none that a mail could go to.
    BadAddress,
    /// When the attempt before had died, nothing was left to tell.
    NothingLeft,
    /// The mail could not be composed, however often it was tried.
    NotComposed,
    /// The order was placed long before it was first seen.
    OldOrder,
    /// The order is a part of another one, whose mail told that it was placed.
    PartOfAnother,
    /// It is noted, and told nowhere.
    OnlyNoted,
    /// Another change of the same mail says it.
    InTheSameMail,
    /// Another change has said it before.
    ToldBefore,
}

impl Letter {
    /// The key by which a provider knows a second copy: the notice's name and
    /// the mail's digest. None where there is no mail. At most 256 characters,
    /// Resend's limit.
    #[must_use]
    pub fn idempotency_key(&self, key: &OrderKey, notice: u64) -> Option<String> {
        let Composed::Mail(mail) = &self.composed else {
            return None;
        };
        let mut hash = Sha256::new();
        hash.update(key.event(notice));
        // A mail is always JSON; if it were not, its notice's name still tells it apart.
        hash.update(serde_json::to_vec(mail).unwrap_or_default());
        let digest: String = hash
            .finalize()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        Some(format!("wismo-{digest}"))
    }
}
