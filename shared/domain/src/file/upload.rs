//! Files that a member uploaded, until what they are for is decided: a document is shown
//! before it is added to an order, a mail before it leaves.
//!
//! An upload is kept for a day, whether it was used or not; what uses it stores the file
//! where it belongs. So a form that is sent twice finds it twice, and one that is never
//! sent leaves nothing behind.

use serde::{Deserialize, Serialize};

use super::{MAX_FILE_BYTES, MAX_NAME, MediaType, Stored, is_name};
use crate::context::{Context, Environment};
use crate::staff::MemberId;
use crate::storage::keys::{upload_content, uploads_index};
use crate::storage::record::{self, Record};
use crate::storage::{Store, StoreError};
use crate::time::{Duration, Timestamp};

/// The time for which an upload is kept.
const LIFE: Duration = Duration::hours(24);

/// The most uploads that one sweep looks at.
const SWEPT_AT_ONCE: u64 = 50;

/// A file as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Its name, cleaned.
    pub name: String,
    /// Its media type, by its content.
    pub media_type: MediaType,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// The reason why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// It has no content.
    Empty,
    /// It is larger than [`MAX_FILE_BYTES`].
    TooLarge,
    /// It is of no accepted type.
    Type,
}

impl NewFile {
    /// Takes a file that somebody sent under some name.
    ///
    /// # Errors
    /// Says why it is not taken.
    pub fn read(name: &str, content: Vec<u8>) -> Result<Self, FileFault> {
        if content.is_empty() {
            return Err(FileFault::Empty);
        }
        if content.len() > MAX_FILE_BYTES {
            return Err(FileFault::TooLarge);
        }
        let media_type = MediaType::recognise(&content, name).ok_or(FileFault::Type)?;
        Ok(Self {
            name: cleaned(name, media_type),
            media_type,
            content,
        })
    }
}

/// Makes a name of what a browser calls a file: without folders, without characters that
/// control or turn around the text, and with the ending of its type.
fn cleaned(name: &str, media_type: MediaType) -> String {
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last
        .chars()
        .filter(|c| !c.is_control() && !turns(*c))
        .collect();
    let plain = plain.trim();
    // Room for the longest ending.
    let most = MAX_NAME - ".jpg".len();
    let stem = match plain.rsplit_once('.') {
        Some((stem, ending)) if plain.chars().count() > most && ending.chars().count() < 6 => stem,
        Some(_) | None => plain,
    };
    let name: String = stem.chars().take(most).collect();
    let name = media_type.ended(name.trim());
    match is_name(&name) && !name.starts_with('.') {
        true => name,
        false => media_type.ended("file"),
    }
}

/// An uploaded file, without its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upload {
    /// The member who sent it, and alone may use it.
    pub member: MemberId,
    /// The time when it came.
    pub at: Timestamp,
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: MediaType,
    /// Its size and digest.
    pub file: Stored,
}

impl Record for Upload {
    const VERSION: u32 = 1;
}

/// Keeps files that a member sent, and returns the number by which each is found.
///
/// # Errors
/// When the store fails; some may be kept all the same, for a day.
pub async fn keep(
    context: Context<'_, impl Store, impl Environment>,
    member: &MemberId,
    files: Vec<NewFile>,
) -> Result<Vec<(u64, Upload)>, StoreError> {
    let at = context.environment.now();
    let list = uploads_index();
    let numbers = context.store.draw(&list.len(), files.len()).await?;
    let mut kept = Vec::with_capacity(files.len());
    let mut writes = Vec::with_capacity(files.len() * 2);
    for (number, file) in numbers.zip(files) {
        let upload = Upload {
            member: member.clone(),
            at,
            name: file.name,
            media_type: file.media_type,
            file: Stored::of(&file.content),
        };
        // The entry comes first: by it the content is found, and swept.
        writes.push((list.entry(number), record::encode(&upload)?));
        writes.push((upload_content(number), file.content));
        kept.push((number, upload));
    }
    if !writes.is_empty() {
        context.store.set_many(writes).await?;
    }
    Ok(kept)
}

/// Finds an upload of a member's that is not over.
///
/// # Errors
/// When the store fails.
pub async fn find(
    context: Context<'_, impl Store, impl Environment>,
    member: &MemberId,
    number: u64,
) -> Result<Option<Upload>, StoreError> {
    let key = uploads_index().entry(number);
    let upload: Option<Upload> = record::read(context.store, &key).await?;
    let now = context.environment.now();
    Ok(upload.filter(|upload| upload.member == *member && !is_over(upload, now)))
}

/// Reads the content of an upload.
///
/// # Errors
/// When the store fails.
pub async fn content(store: &impl Store, number: u64) -> Result<Option<Vec<u8>>, StoreError> {
    store.get(&upload_content(number)).await
}

/// Removes the oldest uploads that are over.
///
/// # Errors
/// When the store fails; the next sweep goes on.
pub async fn sweep(context: Context<'_, impl Store, impl Environment>) -> Result<(), StoreError> {
    let list = uploads_index();
    let first = list.first(context.store).await?;
    let len = context.store.count(&list.len()).await?;
    let last = len.min(first.saturating_add(SWEPT_AT_ONCE - 1));
    if first > last {
        return Ok(());
    }
    let now = context.environment.now();
    let entries = list.entries::<Upload>(context.store, first..=last).await?;
    let mut keys = Vec::new();
    let mut next = first;
    let mut is_all_over = true;
    for (number, upload) in &entries {
        if !is_over(upload, now) {
            is_all_over = false;
            break;
        }
        // The entry goes last: without it nobody would find the content again.
        keys.extend([upload_content(*number), list.entry(*number)]);
        next = number + 1;
    }
    // A number whose taker may still write it is passed over once a later one is over, or
    // once many later ones were drawn.
    if is_all_over && last < len {
        next = last + 1;
    }
    if !keys.is_empty() {
        context.store.delete_many(keys).await?;
    }
    if next > first {
        let start = record::encode(&crate::storage::index::Start(next))?;
        context.store.set(&list.start(), start).await?;
    }
    Ok(())
}

fn is_over(upload: &Upload, now: Timestamp) -> bool {
    now.duration_since(upload.at) > LIFE
}

#[cfg(test)]
mod tests;
