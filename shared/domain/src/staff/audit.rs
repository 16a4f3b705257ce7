//! The record of who did what with people, keys and settings. What is done with an order
//! stands in the order's own log.

use serde::{Deserialize, Serialize};

use super::member::MemberId;
use crate::context::{Context, Environment};
use crate::storage::keys::audit_log;
use crate::storage::record::Record;
use crate::storage::{Store, StoreError};
use crate::time::{Date, Timestamp};

/// One line of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditEntry {
    /// The time when it was done.
    pub at: Timestamp,
    /// The member who did it.
    pub by: MemberId,
    /// The deed.
    pub action: AuditAction,
}

impl Record for AuditEntry {
    const VERSION: u32 = 1;
}

/// A way in which a member signs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignInMethod {
    /// By the password; or with a code of the second factor, whatever came before it.
    Password,
    /// With a recovery code in place of that code.
    RecoveryCode,
    /// By a link alone.
    Link,
}

/// Something that a member did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuditAction {
    /// Became an owner by the installation's key.
    SetUp,
    /// Took their invitation.
    Joined,
    /// Signed in.
    SignedIn {
        /// The way in.
        by: SignInMethod,
    },
    /// Set a new password; `forgotten` says whether by a mailed link.
    PasswordSet {
        /// True if the old one was forgotten.
        forgotten: bool,
    },
    /// Set up a second factor, or gave it up.
    SecondFactor {
        /// True if there is one now.
        on: bool,
    },
    /// Ended sessions of their own.
    SessionsEnded,
    /// Invited somebody.
    Invited(MemberId),
    /// Changed what somebody may do.
    AccessChanged(MemberId),
    /// Suspended somebody.
    Suspended(MemberId),
    /// Let somebody sign in again.
    Reinstated(MemberId),
    /// Took somebody's second factor away, who lost it.
    SecondFactorTaken(MemberId),
    /// Set the day from which on everybody needs a second factor, or lifted that.
    SecondFactorRequired {
        /// The day.
        from: Option<Date>,
    },
    /// Made a key of the desk's API.
    ApiKeyMade {
        /// The key's name.
        name: String,
    },
    /// Revoked a key of the desk's API.
    ApiKeyRevoked {
        /// The key's name.
        name: String,
    },
    /// Changed a shop's settings.
    SettingsChanged {
        /// The shop's id.
        shop: String,
        /// The version of the settings that it made.
        version: u64,
    },
}

/// Writes a line.
///
/// # Errors
/// When the store fails; the line may be there all the same.
pub async fn note(
    context: Context<'_, impl Store, impl Environment>,
    by: &MemberId,
    action: AuditAction,
) -> Result<(), StoreError> {
    let entry = AuditEntry {
        at: context.environment.now(),
        by: by.clone(),
        action,
    };
    audit_log().append(context.store, &entry).await?;
    Ok(())
}

/// A page of the record, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditPage {
    /// The lines.
    pub entries: Vec<AuditEntry>,
    /// The number to ask for next, if there are older ones.
    pub older: Option<u64>,
}

/// Reads a page of at most `most` lines, up to number `from` or the newest.
///
/// # Errors
/// When the store fails.
pub async fn page(
    store: &impl Store,
    from: Option<u64>,
    most: u64,
) -> Result<AuditPage, StoreError> {
    let log = audit_log();
    let len = store.count(&log.len()).await?;
    let to = from.unwrap_or(len).min(len);
    let first = to.saturating_sub(most) + 1;
    let numbers: Vec<u64> = (first..=to).collect();
    let found = log.events::<AuditEntry>(store, &numbers).await?;
    let mut entries: Vec<AuditEntry> = found.into_iter().map(|(_, entry)| entry).collect();
    entries.reverse();
    Ok(AuditPage {
        entries,
        older: (first > 1).then(|| first - 1),
    })
}
