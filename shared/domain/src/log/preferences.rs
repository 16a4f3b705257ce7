//! The customer's preferences about the mails of an order.

use serde::{Deserialize, Serialize};

use super::{Event, EventPayload, Via, note, read};
use crate::access::rate_limit::RateLimit;
use crate::changes::ChangeKind;
use crate::context::{Context, Environment};
use crate::storage::keys::OrderKey;
use crate::storage::{Store, StoreError};
use crate::time::Timestamp;

/// The customer's preferences about the mails of an order; the last ones count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailPreferences {
    /// True if they do not want any mails.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub none: bool,
    /// The kinds of change that they do not want mails about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<ChangeKind>,
    /// The language that they read, as a BCP 47 tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

impl MailPreferences {
    /// Tells whether they want mails about a kind of change.
    #[must_use]
    pub fn wants(&self, kind: ChangeKind) -> bool {
        !self.none && !self.without.contains(&kind)
    }
}

/// Notes the customer's preferences if they differ from those before, and, if there were too
/// many, returns the time until which there may be no more. The snapshot is stored too, so
/// that nobody has to read them one by one. Stopping all mails is always possible: every
/// second stop needs preferences that take the first one back, and those are counted.
///
/// # Errors
/// When the store fails; they may be noted all the same.
pub async fn set_preferences(
    context: Context<'_, impl Store, impl Environment>,
    key: &OrderKey,
    before: &MailPreferences,
    preferences: MailPreferences,
) -> Result<Option<Timestamp>, StoreError> {
    if preferences == *before {
        return Ok(None);
    }
    let now = context.environment.now();
    let is_stop = preferences.none && !before.none;
    if !is_stop {
        let all = [
            RateLimit::Choice(key),
            RateLimit::ChoiceInADay(key),
            RateLimit::Shop(&key.shop),
        ];
        let until = RateLimit::check_all(&all, context.store, now).await?;
        if until.is_some() {
            return Ok(until);
        }
    }
    let event = Event {
        received_at: now,
        payload: EventPayload::Preferences(preferences),
        via: Via::Page,
        dropped: Vec::new(),
        by: None,
    };
    note(context.store, key, &event).await?;
    let reading = read(context, key).await?;
    reading.store(context.store).await?;
    Ok(None)
}
