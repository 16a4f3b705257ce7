//! The watch list: notes on people that stay in sight.

use serde::{Deserialize, Serialize};

use super::known::say;
use super::relisting::relist;
use super::{JoinedRecords, Person, PersonChange, Source, WatchList};
use crate::context::{Context, Environment};
use crate::notes::NoteText;
use crate::order::Order;
use crate::staff::Author;
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
    pub(super) ends_at: Option<Timestamp>,
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

/// Reads why who ordered is on the watch list, if they are: by one read, or two for a guest,
/// and one for each record that is joined with theirs. Those are of caches, which whoever
/// changes the list has written before they were told so.
///
/// # Errors
/// When the store fails.
pub async fn watch_note(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    order: &Order,
) -> Result<Option<WatchNote>, StoreError> {
    let Some(person) = Person::of(&order.customer) else {
        return Ok(None);
    };
    let own = current(context, shop, &person).await?;
    if own.is_some() || !matches!(person, Person::Guest(_)) {
        return Ok(own);
    }
    // A guest may have the address of a customer who is on the list.
    let list = WatchList::of_shop(context.store, shop).await?;
    let now = context.environment.now();
    match list.of_digest(&person.digest(), now) {
        Some(customer) => current(context, shop, customer).await,
        None => Ok(None),
    }
}

/// Reads why a person is on the watch list, if they are, of the caches.
pub(super) async fn current(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    person: &Person,
) -> Result<Option<WatchNote>, StoreError> {
    let joined = JoinedRecords::of(context, shop, person, Source::Cache).await?;
    Ok(joined.watch(context.environment.now()).cloned())
}

/// Puts a person on the watch list; a later note takes the place of the one before. Guests
/// with one of their addresses count as the same person, and so do the records that are
/// joined with theirs.
///
/// # Errors
/// When the store fails; they may be on it all the same.
pub async fn watch(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    person: &Person,
    note: WatchNote,
) -> Result<(), StoreError> {
    say(context, shop, person, PersonChange::Watched(note)).await?;
    relist(context, shop, person).await
}

/// Takes a person off the watch list, by whichever of their records they are on it.
///
/// # Errors
/// When the store fails; they may be off it all the same.
pub async fn lift(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    person: &Person,
    by: &Author,
) -> Result<(), StoreError> {
    let joined = JoinedRecords::of(context, shop, person, Source::Log).await?;
    let now = context.environment.now();
    for record in joined.all() {
        if record.known.watch(now).is_some() {
            let lifted = PersonChange::Lifted(by.clone());
            say(context, shop, &record.person, lifted).await?;
        }
    }
    relist(context, shop, person).await
}
