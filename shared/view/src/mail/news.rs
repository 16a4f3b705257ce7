//! The news of a mail: its changes, the most telling of them first.

use maud::{Markup, html};
use wismo_domain::changes::Change;

use super::clean;
use super::headline::{self, importance};
use super::next::Next;
use super::parcels::{self, Parcel};
use super::plain::Plain;
use super::style;
use super::template::Words;
use super::voice::Voice;
use crate::words::Told;

/// The news of a mail.
pub(super) struct News {
    /// The changes in words, most telling first.
    pub(super) told: Vec<Told>,
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

impl News {
    pub(super) fn of(voice: &Voice<'_>) -> Self {
        let at = voice.letter.order.standing();
        let mut changes: Vec<&Change> = voice
            .letter
            .changes
            .iter()
            .filter(|change| importance(at, change).is_some())
            .collect();
        changes.sort_by_key(|change| importance(at, change));
        let mut room = voice.room.changed_items;
        let mut tell = |change: &&Change| {
            let told = voice.told(change, room);
            room = room.saturating_sub(told.items.len());
            told
        };
        let most = voice.room.changes;
        let mut told: Vec<Told> = changes.iter().take(most).map(&mut tell).collect();
        let all = told.clone();
        told.retain(|one| !all.iter().any(|other| one.is_said_by(other)));
        let heading = headline::heading(voice, &changes);
        let next = Next::of(voice, &changes);
        let mut news = Self {
            more: changes.len().saturating_sub(most),
            told,
            heading,
            next,
            parcel: parcels::followed(voice, &changes),
            preheader: String::new(),
        };
        news.preheader = news.preheader_with(&Words::default());
        news
    }

    /// Puts the shop's own words in place of Wismo's. If they have no preheader, it is
    /// made from the others.
    pub(super) fn say(&mut self, words: &Words) {
        if let Some(heading) = &words.heading {
            self.heading.clone_from(heading);
        }
        let preheader = words.preheader.clone();
        self.preheader = preheader.unwrap_or_else(|| self.preheader_with(words));
    }

    /// A preheader of the heading, and of what it does not say already.
    fn preheader_with(&self, words: &Words) -> String {
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
pub(super) fn html(voice: &Voice<'_>, news: &News) -> Markup {
    html! {
        p.w-muted style=(style::OVERLINE) { (voice.with("mail-order", "number", voice.number())) }
        h1.w-text style=(style::HEADING) { (news.heading) }
    }
}

pub(super) fn text(voice: &Voice<'_>, news: &News, plain: &mut Plain) {
    plain.paragraph(&voice.with("mail-order", "number", voice.number()));
    plain.heading(&news.heading, '=');
}
