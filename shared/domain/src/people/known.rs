//! The log of what the desk says of a person, and what follows from it.

use serde::{Deserialize, Serialize};

use super::join::{Join, Joins};
use super::{Person, WatchNote};
use crate::context::{Context, Environment};
use crate::notes::{NoteEvent, Notes};
use crate::staff::Author;
use crate::storage::event_log::{EventLog, Projected, Projection};
use crate::storage::keys;
use crate::storage::record::Record;
use crate::storage::{Store, StoreError};
use crate::time::Timestamp;

/// Something that the staff said of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonEvent {
    /// The time when it was said.
    pub at: Timestamp,
    /// The change.
    pub change: PersonChange,
}

impl Record for PersonEvent {
    const VERSION: u32 = 1;
}

/// A change of what the staff says of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonChange {
    /// A note was written, edited or removed.
    Note(NoteEvent),
    /// They are on the watch list from now on.
    Watched(WatchNote),
    /// They are on it no more, by this member's word.
    Lifted(Author),
    /// Another record is about to be joined into this one.
    Taken {
        /// The other record.
        person: Person,
        /// The member who joins them.
        by: Author,
    },
    /// This record is joined into another one, which has taken it by an event of this number.
    Joined {
        /// The record that stands.
        into: Person,
        /// The number of that one's event.
        taken: u64,
        /// The member who joins them.
        by: Author,
    },
    /// A join of this record into another one is undone.
    Separated {
        /// The number of the event that joined them.
        join: u64,
        /// The member who undid it.
        by: Author,
    },
    /// A record that was taken is joined no more.
    Released {
        /// The number of the event that took it.
        taken: u64,
        /// The member who undid it.
        by: Author,
    },
}

/// The desk's knowledge of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownPerson {
    /// The notes.
    pub(crate) notes: Notes,
    /// The last event about the watch list, and what it set.
    pub(super) watch: (u64, Option<WatchNote>),
    /// The joins with other records.
    #[serde(default, skip_serializing_if = "Joins::is_empty")]
    pub(super) joins: Joins,
}

impl Record for KnownPerson {
    const VERSION: u32 = 1;
}

impl Projection for KnownPerson {
    type Event = PersonEvent;

    fn apply(&mut self, n: u64, event: PersonEvent) {
        let at = event.at;
        match event.change {
            PersonChange::Note(note) => self.notes.take(n, &note),
            PersonChange::Watched(note) => self.set_watch(n, Some(note)),
            PersonChange::Lifted(_) => self.set_watch(n, None),
            PersonChange::Taken { person, by: _ } => self.joins.taken.begin(n, person),
            PersonChange::Joined { into, taken, by } => {
                let join = Join {
                    into,
                    taken,
                    by,
                    at,
                };
                self.joins.own.begin(n, join);
            }
            PersonChange::Separated { join, by: _ } => self.joins.own.end(join),
            PersonChange::Released { taken, by: _ } => self.joins.taken.end(taken),
        }
    }
}

impl KnownPerson {
    /// Reads what is known of a person, from the log or from its cache.
    pub(super) async fn read(
        context: Context<'_, impl Store, impl Environment>,
        shop: &str,
        person: &Person,
        source: Source,
    ) -> Result<Self, StoreError> {
        let log = person_log(shop, person);
        let projected: Projected<Self> = match source {
            Source::Log => log.read(context).await?,
            Source::Cache => log.kept(context.store).await?,
        };
        Ok(projected.projection)
    }

    fn set_watch(&mut self, n: u64, note: Option<WatchNote>) {
        if n > self.watch.0 {
            self.watch = (n, note);
        }
    }

    /// The notes.
    #[must_use]
    pub const fn notes(&self) -> &Notes {
        &self.notes
    }

    /// The reason why they are on the watch list, if they are.
    #[must_use]
    pub fn watch(&self, now: Timestamp) -> Option<&WatchNote> {
        let note = self.watch.1.as_ref();
        note.filter(|note| note.holds(now))
    }

    /// The join into another record that counts, by the number of its event, as far as this
    /// record can tell.
    pub(super) fn join(&self) -> Option<(u64, &Join)> {
        self.joins.own.present().next()
    }
}

/// The source that a person's log is read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The log itself.
    Log,
    /// The cache of it, which costs one call: whoever writes to the log has kept it
    /// before they were told so.
    Cache,
}

/// The log of what the desk says of a person.
#[must_use]
pub fn person_log(shop: &str, person: &Person) -> EventLog {
    keys::person_log(shop, &person.digest())
}

/// Says something of a person, and keeps what is known of them; returns the event's number.
pub(super) async fn say(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    person: &Person,
    change: PersonChange,
) -> Result<u64, StoreError> {
    let log = person_log(shop, person);
    let at = context.environment.now();
    let event = PersonEvent { at, change };
    let n = log.append(context.store, &event).await?;
    log.keep::<KnownPerson>(context).await?;
    Ok(n)
}
