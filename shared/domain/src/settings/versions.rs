//! How settings are kept: each writing is an event that names the version it
//! rests on, and the fold takes only those that rest on the one before them.

use serde::{Deserialize, Serialize};

use super::Settings;
use crate::environment::Environment;
use crate::keys::settings_ledger;
use crate::ledger::{Fold, Folded};
use crate::notices::{GIVE_UP, LEASE};
use crate::record::{Record, encode};
use crate::store::{Store, StoreError};
use crate::time::Timestamp;

/// The settings in force.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Current {
    /// Which version it is; 0 before the first, when everything has its default.
    pub version: u64,
    /// What it says.
    pub settings: Settings,
    /// When it was written.
    pub at: Option<Timestamp>,
}

impl Record for Current {
    const VERSION: u32 = 1;
}

/// One attempt at writing settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Writing {
    /// New settings.
    Put {
        /// The version that the writer knew.
        base: u64,
        /// What they say.
        settings: Box<Settings>,
        /// When they were written.
        at: Timestamp,
    },
    /// The number was not used.
    Abandoned {
        /// When.
        at: Timestamp,
    },
}

impl Record for Writing {
    const VERSION: u32 = 1;
}

impl Fold for Current {
    type Event = Writing;

    fn take(&mut self, n: u64, event: Writing) {
        let Writing::Put { base, settings, at } = event else {
            return;
        };
        if base == self.version && n > self.version {
            *self = Self {
                version: n,
                settings: *settings,
                at: Some(at),
            };
        }
    }
}

/// Why settings were not written.
#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    /// They rest on a version that is no longer in force.
    #[error("the settings were changed meanwhile: version {0} is in force")]
    Changed(u64),
    /// Another writer has begun, or died: it is known in a minute.
    #[error("somebody else is writing the settings: try again in a minute")]
    Busy,
    /// The store failed; they may be written all the same.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The settings of a shop that are in force, from the store.
///
/// # Errors
/// When the store fails.
pub async fn current(
    store: &impl Store,
    environment: &impl Environment,
    shop: &str,
) -> Result<Folded<Current>, StoreError> {
    settings_ledger(shop).read(store, environment).await
}

/// Settings that were read before, brought up to date: one call where nothing is new.
///
/// # Errors
/// When the store fails.
pub async fn refreshed(
    store: &impl Store,
    environment: &impl Environment,
    shop: &str,
    folded: Folded<Current>,
) -> Result<Folded<Current>, StoreError> {
    settings_ledger(shop)
        .catch_up(store, environment, folded)
        .await
}

/// Writes settings in the place of version `base`, and answers their version.
///
/// Of two writers who know the same version, one gets through. A number that
/// was drawn below ours and has no event may still get one that rests on the
/// same version: so ours is then given up, and noted as such with the time. A
/// lease after such a note, whoever drew the empty number is dead.
///
/// # Errors
/// When another version is in force, another writer is at it, or the store fails.
pub async fn write(
    store: &impl Store,
    environment: &impl Environment,
    shop: &str,
    base: u64,
    settings: &Settings,
) -> Result<u64, NotWritten> {
    let ledger = settings_ledger(shop);
    let before: Folded<Current> = ledger.read(store, environment).await?;
    if before.fold.version != base {
        return Err(NotWritten::Changed(before.fold.version));
    }
    let drawn_at = environment.now();
    let n = store.increment(&ledger.len()).await?;
    let between: Vec<u64> = (base + 1..n).collect();
    let events = ledger.events::<Writing>(store, &between).await?;
    let now = environment.now();
    let mut newest = base;
    let mut silent_below = 0;
    for (number, event) in events.iter() {
        match event {
            Writing::Put { base, .. } if *base == newest => newest = number,
            Writing::Abandoned { at } if now.duration_since(*at) >= LEASE => silent_below = number,
            Writing::Put { .. } | Writing::Abandoned { .. } => {}
        }
    }
    let is_open = |n: &u64| *n > silent_below && events.get(*n).is_none();
    let refused = if newest != base {
        Some(NotWritten::Changed(newest))
    } else if between.iter().any(|n| is_open(n)) || now.duration_since(drawn_at) > GIVE_UP {
        Some(NotWritten::Busy)
    } else {
        None
    };
    let event = match refused {
        Some(_) => Writing::Abandoned { at: now },
        None => Writing::Put {
            base,
            settings: Box::new(settings.clone()),
            at: now,
        },
    };
    store.set(&ledger.event(n), encode(&event)?).await?;
    match refused {
        Some(refused) => Err(refused),
        None => {
            let after = ledger.catch_up(store, environment, before).await?;
            ledger.store(store, &after).await?;
            Ok(n)
        }
    }
}
