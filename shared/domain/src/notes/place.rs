//! The places that notes stand in, and writing them there.

use super::{NoteEvent, Notes};
use crate::context::{Context, Environment};
use crate::log::{self, Actor, Event, EventPayload, Via};
use crate::people::{KnownPerson, Person, PersonChange, PersonEvent, person_log};
use crate::storage::event_log::Projected;
use crate::storage::keys::{OrderKey, tasks_index};
use crate::storage::record::encode;
use crate::storage::{Store, StoreError};
use crate::tasks::Task;
use crate::time::Timestamp;

/// A place that notes stand in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// An order.
    Order(OrderKey),
    /// A person, as a customer of a shop.
    Person {
        /// The shop's id.
        shop: String,
        /// The person.
        person: Person,
    },
}

impl Place {
    /// The id of the shop that it belongs to.
    #[must_use]
    pub fn shop(&self) -> &str {
        match self {
            Self::Order(key) => &key.shop,
            Self::Person { shop, .. } => shop,
        }
    }

    /// Reads which notes there are.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn notes(
        &self,
        context: Context<'_, impl Store, impl Environment>,
    ) -> Result<Notes, StoreError> {
        match self {
            Self::Order(key) => Ok(log::read(context, key).await?.snapshot.notes().clone()),
            Self::Person { shop, person } => {
                let known: Projected<KnownPerson> = person_log(shop, person).read(context).await?;
                Ok(known.projection.notes)
            }
        }
    }

    /// Reads those of the events with these numbers that are about notes.
    pub(super) async fn events(
        &self,
        store: &impl Store,
        numbers: &[u64],
    ) -> Result<Vec<(u64, Timestamp, NoteEvent)>, StoreError> {
        match self {
            Self::Order(key) => {
                let events = log::events(store, key, numbers.iter().copied()).await?;
                let note = |(n, event): (u64, Event)| {
                    let note = event.payload.note()?;
                    Some((n, event.received_at, note))
                };
                Ok(events.into_iter().filter_map(note).collect())
            }
            Self::Person { shop, person } => {
                let events = person_log(shop, person).events(store, numbers).await?;
                let note = |(n, event): (u64, PersonEvent)| match event.change {
                    PersonChange::Note(note) => Some((n, event.at, note)),
                    PersonChange::Watched(_)
                    | PersonChange::Lifted(_)
                    | PersonChange::Taken { .. }
                    | PersonChange::Joined { .. }
                    | PersonChange::Separated { .. }
                    | PersonChange::Released { .. } => None,
                };
                Ok(events.into_iter().filter_map(note).collect())
            }
        }
    }
}

/// Writes what is done with a note, and with it the tasks that it asks of others; returns
/// the event's number. Nobody outside the staff is told.
///
/// # Errors
/// When the store fails; it may be written all the same.
pub async fn write(
    context: Context<'_, impl Store, impl Environment>,
    place: &Place,
    event: NoteEvent,
    tasks: impl FnOnce(u64) -> Vec<Task>,
) -> Result<u64, StoreError> {
    let now = context.environment.now();
    let counter = match place {
        Place::Order(key) => key.len(),
        Place::Person { shop, person } => person_log(shop, person).len(),
    };
    let n = context.store.increment(&counter).await?;
    let written = match place {
        Place::Order(key) => {
            let by = Actor::Member(event.by.clone());
            let event = Event {
                received_at: now,
                payload: EventPayload::Note(event),
                via: Via::Desk,
                dropped: Vec::new(),
                by: Some(by),
            };
            (key.event(n), encode(&event)?)
        }
        Place::Person { shop, person } => {
            let change = PersonChange::Note(event);
            let event = PersonEvent { at: now, change };
            (person_log(shop, person).event(n), encode(&event)?)
        }
    };
    let mut writes = vec![written];
    let tasks = tasks(n);
    writes.extend(
        tasks_index(place.shop())
            .listings(context.store, &tasks)
            .await?,
    );
    context.store.set_many(writes).await?;
    match place {
        Place::Order(key) => log::read(context, key).await?.store(context.store).await?,
        Place::Person { shop, person } => {
            person_log(shop, person)
                .keep::<KnownPerson>(context)
                .await?;
        }
    }
    Ok(n)
}
