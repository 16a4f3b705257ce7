//! The news of a mail: its changes, the most telling of them first.

use maud::{Markup, html};
use wismo_domain::changes::Change;

use super::clean;
use super::headline::{self, importance};
use super::localizer::MailLocalizer;
use super::next::Next;
use super::parcels::{self, Parcel};
use super::plain::Plain;
use super::style;
use super::template::FilledTemplate;
use crate::words::ChangeText;

/// The news of a mail.
pub(super) struct MailSummary {
    /// The changes in words, most telling first.
    pub(super) told: Vec<ChangeText>,
    /// The number of further changes.
    pub(super) more: usize,
    /// The most telling one, as a sentence.
    pub(super) heading: String,
    /// The sentences about what happens next.
    pub(super) next: Next,
    /// The parcel that the heading is about, if it can be followed.
    pub(super) parcel: Option<Parcel>,
    /// The text that a list of mails shows beside the subject.
    pub(super) preheader: String,
}

impl MailSummary {
    pub(super) fn of(localizer: &MailLocalizer<'_>) -> Self {
        let at = localizer.context.order.standing();
        let mut changes: Vec<&Change> = localizer
            .context
            .changes
            .iter()
            .filter(|change| importance(at, change).is_some())
            .collect();
        changes.sort_by_key(|change| importance(at, change));
        let mut room = localizer.room.changed_items;
        let mut tell = |change: &&Change| {
            let told = localizer.told(change, room);
            room = room.saturating_sub(told.items.len());
            told
        };
        let most = localizer.room.changes;
        let mut told: Vec<ChangeText> = changes.iter().take(most).map(&mut tell).collect();
        let all = told.clone();
        told.retain(|one| !all.iter().any(|other| one.is_said_by(other)));
        let heading = headline::heading(localizer, &changes);
        let next = Next::of(localizer, &changes);
        let mut news = Self {
            more: changes.len().saturating_sub(most),
            told,
            heading,
            next,
            parcel: parcels::followed(localizer, &changes),
            preheader: String::new(),
        };
        news.preheader = news.preheader_with(&FilledTemplate::default());
        news
    }

    /// Puts the shop's own words in place of Wismo's. If they have no preheader, it is
    /// made from the others.
    pub(super) fn say(&mut self, words: &FilledTemplate) {
        if let Some(heading) = &words.heading {
            self.heading.clone_from(heading);
        }
        let preheader = words.preheader.clone();
        self.preheader = preheader.unwrap_or_else(|| self.preheader_with(words));
    }

    /// A preheader of the heading, and of what it does not say already.
    fn preheader_with(&self, words: &FilledTemplate) -> String {
        let rest: Vec<&str> = self
            .told
            .iter()
            .skip(1)
            .map(|told| told.what.as_str())
            .collect();
        let message = words.message.first().map(|lines| lines.join(" "));
        let rest = match (rest.as_slice(), message) {
            ([], Some(message)) => message,
            ([], None) => self.next.whole(),
            (rest, _) => format!("{}.", rest.join(". ")),
        };
        // The shop's own heading may have its stop.
        let stop = if self.heading.ends_with(['.', '!', '?', '…', ':']) {
            ""
        } else {
            "."
        };
        clean::line(&format!("{}{stop} {rest}", self.heading), 200)
    }
}

/// The heading, below the order that it is about.
pub(super) fn html(localizer: &MailLocalizer<'_>, news: &MailSummary) -> Markup {
    html! {
        p.w-muted style=(style::OVERLINE) { (localizer.with("mail-order", "number", localizer.number())) }
        h1.w-text style=(style::HEADING) { (news.heading) }
    }
}

pub(super) fn text(localizer: &MailLocalizer<'_>, news: &MailSummary, plain: &mut Plain) {
    plain.paragraph(&localizer.with("mail-order", "number", localizer.number()));
    plain.heading(&news.heading, '=');
}
