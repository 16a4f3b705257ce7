//! The watch list: notes on people that stay in sight.

use serde::{Deserialize, Serialize};

use super::{KnownPerson, Person, PersonChange, PersonEvent, person_log};
use crate::context::{Context, Environment};
use crate::notes::NoteText;
use crate::order::Order;
use crate::staff::Author;
use crate::storage::event_log::Projected;
use crate::storage::{Store, StoreError};
use crate::time::zone::TimeZone;
use crate::time::{Date, Timestamp};

/// The reason why somebody is on the watch list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WatchNote {
    /// The member who put them there.
    pub by: Author,
    /// The time when they did.
    pub at: Timestamp,
    /// The reason.
    pub text: NoteText,
    /// The last day on which it holds; it holds until it is lifted if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_day: Option<Date>,
    /// The last second of that day, by the shop's clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ends_at: Option<Timestamp>,
}

impl WatchNote {
    /// Makes a note that holds to the end of a day by the shop's clock, if one is given.
    #[must_use]
    pub fn new(
        by: Author,
        at: Timestamp,
        text: NoteText,
        last_day: Option<Date>,
        zone: &TimeZone,
    ) -> Self {
        Self {
            by,
            at,
            text,
            last_day,
            ends_at: last_day.map(|day| zone.end_of(day)),
        }
    }

    pub(super) fn holds(&self, now: Timestamp) -> bool {
        self.ends_at.is_none_or(|ends_at| now <= ends_at)
    }
}

/// Reads why who ordered is on the watch list, if they are: by one read. That is of a cache,
/// which whoever changes the list has written before they were told so.
///
/// # Errors
/// When the store fails.
pub async fn watch_note(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    order: &Order,
) -> Result<Option<WatchNote>, StoreError> {
    match Person::of(&order.customer) {
        Some(person) => current(context, shop, &person).await,
        None => Ok(None),
    }
}

/// Reads why a person is on the watch list, as [`watch_note`] does.
///
/// # Errors
/// When the store fails.
pub async fn current(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    person: &Person,
) -> Result<Option<WatchNote>, StoreError> {
    let known: Projected<KnownPerson> = person_log(shop, person).kept(context.store).await?;
    let now = context.environment.now();
    Ok(known.projection.watch(now).cloned())
}

/// Puts a person on the watch list; a later note takes the place of the one before.
///
/// # Errors
/// When the store fails; they may be on it all the same.
pub async fn watch(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    person: &Person,
    note: WatchNote,
) -> Result<(), StoreError> {
    say(context, shop, person, PersonChange::Watched(note)).await
}

/// Takes a person off the watch list.
///
/// # Errors
/// When the store fails; they may be off it all the same.
pub async fn lift(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    person: &Person,
    by: Author,
) -> Result<(), StoreError> {
    say(context, shop, person, PersonChange::Lifted(by)).await
}

async fn say(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    person: &Person,
    change: PersonChange,
) -> Result<(), StoreError> {
    let log = person_log(shop, person);
    let at = context.environment.now();
    log.append(context.store, &PersonEvent { at, change })
        .await?;
    log.keep::<KnownPerson>(context).await?;
    Ok(())
}
