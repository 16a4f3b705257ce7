//! The rules of signing in that owners set for everybody.

use serde::{Deserialize, Serialize};

use crate::context::{Context, Environment};
use crate::storage::event_log::{Projected, Projection};
use crate::storage::keys::sign_in_rules_log;
use crate::storage::record::Record;
use crate::storage::{Store, StoreError};
use crate::time::{Date, Timestamp};

/// A change of the rules: from then on, all of them are these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInRulesEvent {
    /// The time when they were set.
    at: Timestamp,
    /// The day from which on nobody gets on without a second factor; none: one may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    second_factor_from: Option<Date>,
}

impl Record for SignInRulesEvent {
    const VERSION: u32 = 1;
}

/// The rules in force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInRules {
    /// The event that set them.
    n: u64,
    /// The day from which on nobody gets on without a second factor; none: one may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_factor_from: Option<Date>,
}

impl Record for SignInRules {
    const VERSION: u32 = 1;
}

impl Projection for SignInRules {
    type Event = SignInRulesEvent;

    fn apply(&mut self, n: u64, event: SignInRulesEvent) {
        if n > self.n {
            *self = Self {
                n,
                second_factor_from: event.second_factor_from,
            };
        }
    }
}

impl SignInRules {
    /// Reads the rules.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn read(
        context: Context<'_, impl Store, impl Environment>,
    ) -> Result<Self, StoreError> {
        let read: Projected<Self> = sign_in_rules_log().read(context).await?;
        Ok(read.projection)
    }

    /// Sets the day from which on nobody gets on without a second factor, or lifts that.
    ///
    /// # Errors
    /// When the store fails; it may be set all the same.
    pub async fn require_second_factor(
        context: Context<'_, impl Store, impl Environment>,
        from: Option<Date>,
    ) -> Result<(), StoreError> {
        let event = SignInRulesEvent {
            at: context.environment.now(),
            second_factor_from: from,
        };
        sign_in_rules_log().append(context.store, &event).await?;
        Ok(())
    }

    /// Tells whether nobody gets on without a second factor on a day.
    #[must_use]
    pub fn requires_second_factor(&self, today: Date) -> bool {
        self.second_factor_from.is_some_and(|from| from <= today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_counts_in_whatever_order_they_turn_up() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let set = |from: Option<&str>| SignInRulesEvent {
            at: Timestamp::UNIX_EPOCH,
            second_factor_from: from.map(day),
        };
        let mut rules = SignInRules::default();
        assert!(!rules.requires_second_factor(day("2026-12-01")));
        rules.apply(2, set(Some("2026-12-01")));
        rules.apply(1, set(None));
        assert!(!rules.requires_second_factor(day("2026-11-30")));
        assert!(rules.requires_second_factor(day("2026-12-01")));
        rules.apply(3, set(None));
        assert!(!rules.requires_second_factor(day("2026-12-01")));
    }
}
