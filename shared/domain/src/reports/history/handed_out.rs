//! The answer to "who got this document, and who printed it?", of what is known anyway.

use super::{DeliveryKind, DeliveryView, History, NoticeView};
use crate::log::{MailEventKind, Printout};
use crate::mail::{Attachment, FileSource, Mailbox};
use crate::notices::{AttemptRecord, AttemptResult};
use crate::order::Document;
use crate::time::Timestamp;

/// A mail that carried a document, and that the provider took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailing<'a> {
    /// The number of the notice.
    pub notice: u64,
    /// The time when the provider took it.
    pub at: Timestamp,
    /// The recipients.
    pub to: Vec<&'a Mailbox>,
    /// The time when it was opened for the first time, if the provider says so.
    pub opened_at: Option<Timestamp>,
}

/// The last time that something was printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printing<'a> {
    /// The time.
    pub at: Timestamp,
    /// The name of the member who printed it.
    pub by: Option<&'a str>,
}

impl History {
    /// Lists the mails that carried a document, oldest first: the customer's, their copies,
    /// and those that were sent by hand.
    #[must_use]
    pub fn mailings(&self, document: &Document) -> Vec<Mailing<'_>> {
        let notices = self.notices.iter().chain(&self.manual_mails);
        let mut all: Vec<Mailing<'_>> = notices
            .flat_map(|notice| self.of_notice(notice, document))
            .collect();
        all.sort_by_key(|mailing| mailing.at);
        all
    }

    fn of_notice<'a>(&'a self, notice: &'a NoticeView, document: &Document) -> Vec<Mailing<'a>> {
        let carries = |files: &[Attachment]| files.iter().any(|file| is_of(file, document));
        let mut all = Vec::new();
        if carries(&notice.attachments)
            && let Some(at) = taken_at(&notice.outcomes)
        {
            all.push(self.mailing(notice.notice, at, notice.to.iter().collect()));
        }
        for copy in &notice.copies {
            if carries(&copy.attachments)
                && let Some(at) = taken_at(&copy.outcomes)
            {
                all.push(self.mailing(copy.notice, at, vec![&copy.to]));
            }
        }
        all
    }

    fn mailing<'a>(&self, notice: u64, at: Timestamp, to: Vec<&'a Mailbox>) -> Mailing<'a> {
        let is_opened = |delivery: &&DeliveryView| {
            let report = delivery.mail.as_ref();
            report.is_some_and(|it| it.notice == notice && it.kind == MailEventKind::Opened)
        };
        let mut deliveries = self.deliveries.iter();
        Mailing {
            notice,
            at,
            to,
            opened_at: deliveries.find(is_opened).map(|delivery| delivery.at),
        }
    }

    /// Finds the last time that a member printed something, among the deliveries that it
    /// holds.
    #[must_use]
    pub fn last_printed(&self, printout: Printout) -> Option<Printing<'_>> {
        let kind = match printout {
            Printout::PackingSlip => DeliveryKind::PackingSlipPrinted,
            Printout::Summary => DeliveryKind::SummaryPrinted,
        };
        let mut deliveries = self.deliveries.iter().rev();
        let last = deliveries.find(|delivery| delivery.kind == kind)?;
        Some(Printing {
            at: last.received_at,
            by: last.by.as_ref().map(crate::log::Actor::name),
        })
    }
}

/// Tells whether an attachment is the file of a document: a file that is stored is known by
/// its content, another by where it is fetched.
fn is_of(file: &Attachment, document: &Document) -> bool {
    match &file.source {
        FileSource::File(sha256) => document
            .file
            .as_ref()
            .is_some_and(|own| own.sha256 == *sha256),
        FileSource::Url(url) => document.url.as_ref() == Some(url),
    }
}

fn taken_at(outcomes: &[AttemptRecord]) -> Option<Timestamp> {
    let mut outcomes = outcomes.iter();
    let taken = outcomes.find(|one| matches!(one.result, AttemptResult::Accepted { .. }));
    taken.map(|one| one.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::Stored;
    use crate::log::{Actor, Disposition, MailEvent, Via};
    use crate::order::DocumentKind;
    use crate::reports::history::CopyView;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn notice(number: u64, files: &[FileSource], results: Vec<AttemptResult>) -> NoticeView {
        let file = |source: &FileSource| Attachment {
            name: "F-1.pdf".to_owned(),
            media_type: None,
            source: source.clone(),
        };
        let outcome = |result| AttemptRecord {
            at: at(i64::try_from(number).unwrap()),
            result,
        };
        NoticeView {
            notice: number,
            at: None,
            changes: Vec::new(),
            left_out: Vec::new(),
            to: vec!["ada@x.example".parse().unwrap()],
            copies: Vec::new(),
            subject: Some("News".to_owned()),
            attachments: files.iter().map(file).collect(),
            words: None,
            resends: None,
            skipped: None,
            outcomes: results.into_iter().map(outcome).collect(),
            is_final: true,
        }
    }

    fn delivery(kind: DeliveryKind, second: i64) -> DeliveryView {
        DeliveryView {
            event: 7,
            received_at: at(second),
            at: at(second),
            via: Via::Desk,
            by: None,
            kind,
            mail: None,
            note: None,
            dropped: Vec::new(),
            disposition: Disposition::Counts,
            changes: Vec::new(),
        }
    }

    fn history(notices: Vec<NoticeView>, deliveries: Vec<DeliveryView>) -> History {
        History {
            order: None,
            removed: false,
            held: false,
            links_revoked: false,
            deliveries,
            earlier: None,
            notices,
            manual_mails: Vec::new(),
        }
    }

    #[test]
    fn a_document_was_mailed_where_a_provider_took_a_mail_with_its_file() {
        let file = Stored::of(b"%PDF");
        let own = FileSource::File(file.sha256.clone());
        let url = FileSource::Url("https://files.example/1".to_owned());
        let taken = || vec![AttemptResult::Lapsed, AttemptResult::Accepted { id: None }];
        let mut copied = notice(3, std::slice::from_ref(&url), taken());
        copied.copies.push(CopyView {
            notice: 99,
            to: "books@x.example".parse().unwrap(),
            attachments: notice(3, std::slice::from_ref(&own), Vec::new()).attachments,
            outcomes: notice(9, &[], taken()).outcomes,
            is_final: true,
        });
        let mut opened = delivery(DeliveryKind::MailEvent, 20);
        opened.mail = Some(MailEvent {
            notice: 99,
            to: "books@x.example".to_owned(),
            kind: MailEventKind::Opened,
        });
        let notices = vec![
            copied,
            notice(1, std::slice::from_ref(&own), taken()),
            notice(
                2,
                std::slice::from_ref(&own),
                vec![AttemptResult::Cancelled],
            ),
            notice(4, &[], taken()),
        ];
        let history = history(notices, vec![opened]);
        let mut document = Document::new("F-1", DocumentKind::Invoice);
        assert_eq!(history.mailings(&document), []);
        document.file = Some(file);
        let mailings = history.mailings(&document);
        let known: Vec<_> = mailings
            .iter()
            .map(|one| {
                (
                    one.notice,
                    one.at,
                    one.to[0].address.as_str(),
                    one.opened_at,
                )
            })
            .collect();
        assert_eq!(
            known,
            [
                (1, at(1), "ada@x.example", None),
                (99, at(9), "books@x.example", Some(at(20))),
            ]
        );
        document.file = None;
        document.url = Some("https://files.example/1".to_owned());
        assert_eq!(history.mailings(&document).len(), 1);
    }

    #[test]
    fn the_last_printing_of_each_kind_counts() {
        let mut second = delivery(DeliveryKind::PackingSlipPrinted, 5);
        second.by = Some(Actor::ApiKey {
            name: "ERP".to_owned(),
        });
        let deliveries = vec![delivery(DeliveryKind::PackingSlipPrinted, 4), second];
        let history = history(Vec::new(), deliveries);
        let printed = history.last_printed(Printout::PackingSlip);
        let expected = Printing {
            at: at(5),
            by: Some("ERP"),
        };
        assert_eq!(printed, Some(expected));
        assert_eq!(history.last_printed(Printout::Summary), None);
    }
}
