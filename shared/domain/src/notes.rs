//! Notes that the staff writes for itself, on orders and on people.
//!
//! A note on an order is an event in the order's log, one on a person an event in the
//! [log of the desk's word about them](crate::people). Changing a note is an event too, so
//! every text that there ever was stays in the log. What follows from the events
//! ([`Notes`]) holds no texts: they are read when somebody looks at them, and weigh nothing
//! in what is read with each page view and mail.

mod mention;
mod page;
mod place;
mod text;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::staff::Author;
use crate::storage::Numbered;

pub use mention::mentioned;
pub use page::{Note, NotesPage, ON_A_PAGE, one, page};
pub use place::{Place, write};
pub use text::{MAX_NOTE, NoteText};

/// The most notes of one place that can be read: older ones stay in the log alone.
const MAX_NOTES: usize = 500;

/// Something that was done with a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NoteEvent {
    /// The member who did it.
    pub by: Author,
    /// The number of the event that wrote the note; none for a new note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<u64>,
    /// The text from now on; none: the note is removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<NoteText>,
    /// The id of a new note: one that comes again under the same id is the same note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

/// The notes of one place, by the numbers of the events that wrote them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Notes(Numbered<NoteState>);

/// The state of a note.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct NoteState {
    /// True once the event that wrote it was seen.
    is_written: bool,
    /// The last event that changed its text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    edit: Option<u64>,
    /// True if it was removed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    is_removed: bool,
    /// The id under which it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<String>,
}

impl Notes {
    /// Tells whether there never were any.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Counts those that there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.present().count()
    }

    /// Takes in the event number `n`, in whatever order they come.
    pub(crate) fn take(&mut self, n: u64, event: &NoteEvent) {
        let first = event.of.unwrap_or(n);
        let mut state = self.0.get(&first).cloned().unwrap_or_default();
        match (event.of, &event.text) {
            (None, _) => (state.is_written, state.id) = (true, event.id.clone()),
            (Some(_), Some(_)) => state.edit = state.edit.max(Some(n)),
            (Some(_), None) => state.is_removed = true,
        }
        self.0.insert(first, state);
        while self.0.len() > MAX_NOTES {
            let Some((oldest, _)) = self.0.first() else {
                return;
            };
            let oldest = *oldest;
            self.0.remove(&oldest);
        }
    }

    /// Tells whether an earlier event wrote the same note.
    fn was_written_before(&self, n: u64, state: &NoteState) -> bool {
        let mut before = self.0.iter().take_while(|(other, _)| **other < n);
        state.id.is_some() && before.any(|(_, other)| other.id == state.id)
    }

    /// Lists the notes that there are, newest first: each by the event that wrote it, and
    /// the one that holds its text.
    fn present(&self) -> impl Iterator<Item = (u64, u64)> {
        let all = self.0.iter().rev();
        let present = all.filter(|(n, state)| {
            state.is_written && !state.is_removed && !self.was_written_before(**n, state)
        });
        present.map(|(n, state)| (*n, state.edit.unwrap_or(*n)))
    }
}

#[cfg(test)]
mod tests;
