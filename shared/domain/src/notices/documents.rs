//! The documents that go with a mail.

use crate::changes::Change;
use crate::mail::{Attachment, FileSource};
use crate::order::{Document, DocumentKind, Order};
use crate::settings::{Rule, Settings, rule};

/// The most documents that a mail carries, and the most that it links: the
/// newest.
pub const MAX_MAIL_DOCUMENTS: usize = 10;

/// The documents that go with a mail, in the order's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailDocuments {
    /// The documents that the mail carries. Each has a file.
    pub attach: Vec<Document>,
    /// The documents that the mail links to. Each has a URL.
    pub link: Vec<Document>,
}

impl MailDocuments {
    /// Finds the documents that the rules for changes ask for, as far as they
    /// exist. If a change names a document, only that one of its kind goes with it.
    #[must_use]
    pub fn of(settings: &Settings, order: &Order, changes: &[Change]) -> Self {
        let ruled: Vec<(&Change, Rule)> = changes
            .iter()
            .filter_map(|change| Some((change, rule(settings, change, change.kind()?))))
            .collect();
        let wanted = |kinds: fn(&Rule) -> &[DocumentKind], is_there: fn(&Document) -> bool| {
            let is_wanted = |document: &&Document| {
                is_there(document)
                    && ruled.iter().any(|(change, rule)| {
                        kinds(rule).contains(&document.kind) && is_about(change, document)
                    })
            };
            let wanted: Vec<&Document> = order.documents.iter().filter(is_wanted).collect();
            let first = wanted.len().saturating_sub(MAX_MAIL_DOCUMENTS);
            wanted.into_iter().skip(first).cloned().collect()
        };
        Self {
            attach: wanted(|rule| &rule.attach, Document::has_file),
            link: wanted(|rule| &rule.link, |one| one.url.is_some()),
        }
    }

    /// Returns the files of those that the mail carries.
    #[must_use]
    pub fn attachments(&self) -> Vec<Attachment> {
        let attachment = |document: &Document| {
            let file = document.file.as_ref();
            let file = file.map(|file| FileSource::File(file.sha256.clone()));
            let url = || document.url.clone().map(FileSource::Url);
            Some(Attachment {
                source: file.or_else(url)?,
                name: document.name_or_number(),
                media_type: document.media_type,
            })
        };
        self.attach.iter().filter_map(attachment).collect()
    }
}

/// Tells whether a document goes with a change: another invoice does not go with this one.
fn is_about(change: &Change, document: &Document) -> bool {
    let named = match (change, document.kind) {
        (Change::Invoiced { document, .. }, DocumentKind::Invoice)
        | (Change::Credited { document, .. }, DocumentKind::CreditNote) => document.as_deref(),
        _ => None,
    };
    named.is_none_or(|number| number == document.display_number())
}
