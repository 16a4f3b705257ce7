//! The log of what the desk says of a person, and what follows from it.

use serde::{Deserialize, Serialize};

use super::{Person, WatchNote};
use crate::notes::{NoteEvent, Notes};
use crate::staff::Author;
use crate::storage::event_log::{EventLog, Projection};
use crate::storage::keys;
use crate::storage::record::Record;
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
}

/// The desk's knowledge of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownPerson {
    /// The notes.
    pub(crate) notes: Notes,
    /// The last event about the watch list, and what it set.
    pub(super) watch: (u64, Option<WatchNote>),
}

impl Record for KnownPerson {
    const VERSION: u32 = 1;
}

impl Projection for KnownPerson {
    type Event = PersonEvent;

    fn apply(&mut self, n: u64, event: PersonEvent) {
        let watch = match event.change {
            PersonChange::Note(note) => return self.notes.take(n, &note),
            PersonChange::Watched(note) => Some(note),
            PersonChange::Lifted(_) => None,
        };
        if n > self.watch.0 {
            self.watch = (n, watch);
        }
    }
}

impl KnownPerson {
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
}

/// The log of what the desk says of a person.
#[must_use]
pub fn person_log(shop: &str, person: &Person) -> EventLog {
    keys::person_log(shop, &person.digest())
}
