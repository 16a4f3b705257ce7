//! The watch list: notes on people that stay in sight.

use serde::{Deserialize, Serialize};

use super::watch_list::WatchListEvent;
use super::{KnownPerson, Person, PersonChange, PersonEvent, WatchList, person_log};
use crate::context::{Context, Environment};
use crate::notes::NoteText;
use crate::order::Order;
use crate::staff::Author;
use crate::storage::event_log::Projected;
use crate::storage::keys::watch_list_log;
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

/// Reads why who ordered is on the watch list, if they are: by one read, or two for a guest.
/// Those are of caches, which whoever changes the list has written before they were told so.
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

/// Puts a person on the watch list; a later note takes the place of the one before. Guests
/// with one of these addresses count as the same person.
///
/// # Errors
/// When the store fails; they may be on it all the same.
pub async fn watch(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    person: &Person,
    note: WatchNote,
    addresses: &[String],
) -> Result<(), StoreError> {
    let listed = WatchListEvent::watched(person, note.ends_at, addresses);
    say(context, shop, person, (PersonChange::Watched(note), listed)).await
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
    let listed = WatchListEvent::lifted(person);
    say(context, shop, person, (PersonChange::Lifted(by), listed)).await
}

async fn say(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    person: &Person,
    (change, listed): (PersonChange, WatchListEvent),
) -> Result<(), StoreError> {
    let list = watch_list_log(shop);
    list.append(context.store, &listed).await?;
    list.keep::<WatchList>(context).await?;
    let log = person_log(shop, person);
    let at = context.environment.now();
    log.append(context.store, &PersonEvent { at, change })
        .await?;
    log.keep::<KnownPerson>(context).await?;
    Ok(())
}
