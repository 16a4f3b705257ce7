//! Files that come with forms: kept for a day, until what they are for is decided.

use wismo_domain::access::rate_limit::RateLimit;
use wismo_domain::context::Environment;
use wismo_domain::file::upload::{self, FileFault, NewFile, Upload};
use wismo_domain::storage::StoreError;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::http::multipart::{SentFile, SentFiles};
use wismo_platform::store::SpinStore;
use wismo_view::desk::field::Wrong;
use wismo_view::desk::order::upload::{FILE, KeptFile, UPLOAD};

use crate::pages::PageRequest;
use crate::pages::gate::Visit;

/// The most numbers of uploads that are read from a form.
const MOST_READ: usize = 10;

/// An upload, and the number by which it is known.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    /// The number.
    pub(super) number: u64,
    /// The upload.
    pub(super) upload: Upload,
}

impl Kept {
    /// The upload, as a form names it.
    pub(super) fn shown(&self) -> KeptFile {
        KeptFile {
            number: self.number,
            name: self.upload.name.clone(),
        }
    }
}

/// Reads the files that a form brings, at most so many. Nothing is kept yet.
///
/// # Errors
/// Says why they are not taken.
pub(super) fn sent(files: &SentFiles, most: usize) -> Result<Vec<NewFile>, Wrong> {
    let files = match files {
        SentFiles::All(files) => files,
        SentFiles::TooLarge => return Err(Wrong::File(FileFault::TooLarge)),
    };
    let own: Vec<&SentFile> = files.iter().filter(|file| file.field == FILE).collect();
    if own.len() > most {
        return Err(Wrong::TooManyFiles);
    }
    let read = |file: &SentFile| NewFile::read(&file.name, file.content.to_vec());
    let read = own.into_iter().map(read);
    read.collect::<Result<_, _>>().map_err(Wrong::File)
}

/// Keeps files of a member's.
///
/// # Errors
/// When the store fails.
pub(super) async fn keep(
    visit: &Visit,
    files: Vec<NewFile>,
) -> Result<Result<Vec<Kept>, Wrong>, StoreError> {
    if files.is_empty() {
        return Ok(Ok(Vec::new()));
    }
    let limit = RateLimit::Upload(visit.id());
    let over = limit.check(&SpinStore, SpinEnvironment.now()).await?;
    if over.is_some() {
        return Ok(Err(Wrong::FilesTooOften));
    }
    let kept = upload::keep(SPIN_CONTEXT, visit.id(), files).await?;
    let kept = kept.into_iter();
    Ok(Ok(kept
        .map(|(number, upload)| Kept { number, upload })
        .collect()))
}

/// Finds the uploads that a form names.
///
/// # Errors
/// When the store fails.
pub(super) async fn named(visit: &Visit, request: &PageRequest) -> Result<Named, StoreError> {
    let mut named = Named::default();
    let fields = request.form.fields();
    let mut numbers: Vec<u64> = fields
        .filter(|(name, _)| *name == UPLOAD)
        .map(|(_, number)| number.parse().unwrap_or_default())
        .take(MOST_READ)
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    for number in numbers {
        match upload::find(SPIN_CONTEXT, visit.id(), number).await? {
            Some(upload) => named.kept.push(Kept { number, upload }),
            None => named.is_gone = true,
        }
    }
    Ok(named)
}

/// The uploads that a form names.
#[derive(Debug, Default)]
pub(super) struct Named {
    /// Those that are kept.
    pub(super) kept: Vec<Kept>,
    /// True if there are others, which are no longer kept or were somebody else's.
    pub(super) is_gone: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(field: &str, content: &'static [u8]) -> SentFile {
        SentFile {
            field: field.to_owned(),
            name: "a.png".to_owned(),
            content: content.into(),
        }
    }

    #[test]
    fn what_a_form_brings_is_taken_by_its_content_and_its_number() {
        let of = |files: Vec<SentFile>| sent(&SentFiles::All(files), 1);
        let name = |files: Vec<NewFile>| files.into_iter().map(|file| file.name).next();
        let pdf = || file("file", b"%PDF-1.7");
        assert_eq!(of(vec![]).map(name), Ok(None));
        assert_eq!(of(vec![pdf()]).map(name), Ok(Some("a.png.pdf".to_owned())));
        assert_eq!(of(vec![file("other", b"<html>")]).map(name), Ok(None));
        assert_eq!(of(vec![pdf(), pdf()]).err(), Some(Wrong::TooManyFiles));
        let page = file("file", b"<html>");
        assert_eq!(of(vec![page]).err(), Some(Wrong::File(FileFault::Type)));
        let large = sent(&SentFiles::TooLarge, 1);
        assert_eq!(large.err(), Some(Wrong::File(FileFault::TooLarge)));
    }
}
