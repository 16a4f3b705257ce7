//! The prepared notice that an attempt sends, or the reason why nothing is sent.

use crate::time::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Copies;
use crate::changes::Change;
use crate::log::{Baseline, Skip};
use crate::mail::Mail;
use crate::storage::keys::OrderKey;
use crate::storage::record::Record;
use crate::templates::TemplateUse;

/// The news that the customer is told, and that count as told from then on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreparedNotice {
    /// The version that the customer knows after it; none for a manual mail,
    /// which does not tell any news.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Baseline>,
    /// The changes from the baseline before it.
    pub changes: Vec<Change>,
    /// The changes among them that are kept out of the mail.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
    /// The mail, or the reason why there is none.
    pub composed: Composed,
    /// Its copies: mails of their own, which go out after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copies: Option<Copies>,
    /// The template whose words the mail carries, or should have carried.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<TemplateUse>,
    /// The time when it was written.
    pub at: Timestamp,
}

impl Record for PreparedNotice {
    const VERSION: u32 = 1;
}

/// A change that is kept out of a mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LeftOut {
    /// The change.
    pub change: Change,
    /// The reason.
    pub reason: Skip,
}

/// A mail, or the reason why there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Composed {
    /// The mail to be sent.
    Mail(Box<Mail>),
    /// The reason why nothing is sent: the notice is final by itself.
    Skipped(Skip),
}

impl PreparedNotice {
    /// Returns the key by which a provider recognises a second copy: a digest
    /// of the notice's name and the mail. None if there is no mail. It has at
    /// most 256 characters, Resend's limit.
    #[must_use]
    pub fn idempotency_key(&self, key: &OrderKey, notice: u64) -> Option<String> {
        let Composed::Mail(mail) = &self.composed else {
            return None;
        };
        let mut hash = Sha256::new();
        hash.update(key.event(notice));
        // A mail always encodes as JSON; if it did not, its notice's name would
        // still tell it apart.
        hash.update(serde_json::to_vec(mail).unwrap_or_default());
        let digest = base16ct::lower::encode_string(&hash.finalize());
        Some(format!("wismo-{digest}"))
    }
}
