//! Reading notes.

use std::collections::BTreeMap;

use super::{NoteText, Notes, Place};
use crate::staff::Author;
use crate::storage::{Store, StoreError};
use crate::time::Timestamp;

/// The notes on one page. Each costs a read, or two if it was edited.
pub const ON_A_PAGE: usize = 25;

/// A note as it reads now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The number of the event that wrote it, by which it is named.
    pub n: u64,
    /// The member who wrote it.
    pub by: Author,
    /// The time when they did.
    pub at: Timestamp,
    /// The text as it was last edited.
    pub text: NoteText,
    /// The time when it was last edited, if it was.
    pub edited_at: Option<Timestamp>,
}

/// A page of notes, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NotesPage {
    /// The notes.
    pub notes: Vec<Note>,
    /// The number below which older ones stand, if there are any.
    pub older: Option<u64>,
}

/// Reads a page of at most `most` notes: the newest, or those below a number.
///
/// # Errors
/// When the store fails.
pub async fn page(
    store: &impl Store,
    place: &Place,
    notes: &Notes,
    before: Option<u64>,
    most: usize,
) -> Result<NotesPage, StoreError> {
    let is_before = |(n, _): &(u64, u64)| before.is_none_or(|before| *n < before);
    let mut present: Vec<(u64, u64)> = notes
        .present()
        .filter(is_before)
        .take(most.saturating_add(1))
        .collect();
    let has_more = present.len() > most;
    present.truncate(most);
    let older = present.last().map(|(n, _)| *n).filter(|_| has_more);
    let notes = read(store, place, &present).await?;
    Ok(NotesPage { notes, older })
}

/// Reads one note by the number of the event that wrote it; none if it is not there.
///
/// # Errors
/// When the store fails.
pub async fn one(
    store: &impl Store,
    place: &Place,
    notes: &Notes,
    n: u64,
) -> Result<Option<Note>, StoreError> {
    let own: Vec<(u64, u64)> = notes.present().filter(|(own, _)| *own == n).collect();
    Ok(read(store, place, &own).await?.pop())
}

/// Reads notes, each by the event that wrote it and the one that holds its text.
async fn read(
    store: &impl Store,
    place: &Place,
    notes: &[(u64, u64)],
) -> Result<Vec<Note>, StoreError> {
    let mut numbers: Vec<u64> = notes.iter().flat_map(|(n, text)| [*n, *text]).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let events = place.events(store, &numbers).await?.into_iter();
    let events: BTreeMap<_, _> = events.map(|(n, at, event)| (n, (at, event))).collect();
    let note = |(n, text): &(u64, u64)| {
        let (at, written) = events.get(n)?;
        let (edited_at, edited) = events.get(text)?;
        Some(Note {
            n: *n,
            by: written.by.clone(),
            at: *at,
            text: edited.text.clone()?,
            edited_at: (n != text).then_some(*edited_at),
        })
    };
    Ok(notes.iter().filter_map(note).collect())
}
