//! Writing one template, beside others who write.

use super::{Current, Name, StoredTemplate, Tag, Template, Templates};
use crate::context::{Context, Environment};
use crate::storage::keys::templates_log;
use crate::storage::versions::{self, NotWritten};
use crate::storage::{Store, StoreError};
use crate::time::Timestamp;

/// The most templates of one shop.
pub const MAX_TEMPLATES: usize = 500;

/// The most bytes of JSON that a shop's templates may have together: they are
/// stored whole, and some stores take a megabyte at most.
pub const MAX_BYTES: usize = 400_000;

/// The number of tries in which an edit gives way to edits of other templates.
const TRIES: u32 = 20;

/// The reason why a template was not written.
#[derive(Debug, thiserror::Error)]
pub enum NotEdited {
    /// It rests on a version that is no longer in force, or another writer is busy.
    #[error(transparent)]
    NotWritten(#[from] NotWritten),
    /// There is no room for it.
    #[error(
        "a shop may have {MAX_TEMPLATES} templates, of {MAX_BYTES} bytes together: \
         shorten or delete some"
    )]
    Full,
}

impl From<StoreError> for NotEdited {
    fn from(error: StoreError) -> Self {
        Self::NotWritten(error.into())
    }
}

/// Puts a template in the place of the one of this name and language, or
/// removes that one, and returns the version. `base` is the version of the
/// template that the writer knows, 0 if they do not know any. Writers who edit
/// other templates meanwhile do not get in the way.
///
/// # Errors
/// When another version of it is in force, another writer is busy, there is no
/// room, or the store fails.
pub async fn edit(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    name: &Name,
    language: Option<&Tag>,
    base: u64,
    template: Option<&Template>,
) -> Result<u64, NotEdited> {
    let event_log = templates_log(shop);
    let mut tries = 0;
    loop {
        tries += 1;
        let now = event_log.read::<Current>(context).await?.projection;
        let known = now.document.get(name, language);
        let known = known.map_or(0, |entry| entry.version);
        if known != base {
            return Err(NotWritten::Changed(known).into());
        }
        let document = |version: u64, at: Timestamp| {
            let entry = template.map(|template| StoredTemplate {
                name: name.clone(),
                language: language.cloned(),
                version,
                before: known,
                at,
                template: template.clone(),
            });
            now.document.with(name, language, entry)
        };
        if !fits(&document(u64::MAX, context.environment.now())) {
            return Err(NotEdited::Full);
        }
        match versions::write(context, &event_log, now.version, document).await {
            // Somebody else wrote meanwhile; it may have been another template.
            Err(NotWritten::Changed(_)) if tries < TRIES => {}
            Err(NotWritten::Changed(_)) => return Err(NotWritten::Busy.into()),
            written => return Ok(written?),
        }
    }
}

impl Templates {
    /// Makes the same templates with this entry in the place of the one of this
    /// name and language.
    fn with(&self, name: &Name, language: Option<&Tag>, entry: Option<StoredTemplate>) -> Self {
        let is_other =
            |other: &&StoredTemplate| other.name != *name || other.language.as_ref() != language;
        let mut entries: Vec<StoredTemplate> = self.iter().filter(is_other).cloned().collect();
        entries.extend(entry);
        entries.sort_by(|a, b| (&a.name, &a.language).cmp(&(&b.name, &b.language)));
        Self(entries)
    }
}

fn fits(templates: &Templates) -> bool {
    let bytes = serde_json::to_vec(templates).map_or(usize::MAX, |json| json.len());
    templates.iter().count() <= MAX_TEMPLATES && bytes <= MAX_BYTES
}
