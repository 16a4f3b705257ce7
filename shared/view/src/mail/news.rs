//! What a mail is about: the most important of its changes.

use maud::{Markup, html};
use wismo_domain::changes::Change;
use wismo_domain::order::{Stage, Status};

use super::clean;
use super::plain::Plain;
use super::style;
use super::voice::{SHORT, Voice};
use crate::words::{self, Told};

/// What a mail is about.
pub(super) struct News {
    /// The changes in words, most important first.
    pub(super) told: Vec<Told>,
    /// The most important one, as a sentence.
    pub(super) heading: String,
    /// What happens next.
    pub(super) next: String,
    /// What a list of mails shows beside the subject.
    pub(super) preheader: String,
}

impl News {
    pub(super) fn of(voice: &Voice<'_>) -> Self {
        let mut changes: Vec<&Change> = voice
            .letter
            .changes
            .iter()
            .filter(|change| importance(change).is_some())
            .collect();
        changes.sort_by_key(|change| importance(change));
        let told: Vec<Told> = changes.iter().map(|change| voice.told(change)).collect();
        let heading = heading(voice, &changes);
        let next = voice.get(next(voice, &changes));
        // What the heading does not say already.
        let rest: Vec<&str> = told.iter().skip(1).map(|told| told.what.as_str()).collect();
        let preheader = match rest.as_slice() {
            [] => format!("{heading}. {next}"),
            rest => format!("{heading}. {}.", rest.join(". ")),
        };
        Self {
            told,
            heading,
            next,
            preheader: clean::line(&preheader, 200),
        }
    }
}

/// Smaller is more important; `None` is for the page only.
fn importance(change: &Change) -> Option<u8> {
    match change {
        Change::Cancelled { .. } => Some(0),
        Change::TrackingEntered { .. } => Some(1),
        Change::Refunded { .. } => Some(2),
        Change::StatusChanged { .. } => Some(3),
        Change::Placed => Some(4),
        Change::Removed | Change::Restored => None,
    }
}

fn heading(voice: &Voice<'_>, changes: &[&Change]) -> String {
    match changes.first() {
        None | Some(Change::Removed | Change::Restored) => voice.get("mail-heading-news"),
        Some(Change::Placed) => voice.get("mail-heading-placed"),
        Some(Change::Cancelled { .. }) => voice.get("mail-heading-cancelled"),
        Some(Change::Refunded { amount }) => {
            voice.with("mail-heading-refund", "amount", voice.money(*amount))
        }
        Some(Change::TrackingEntered { .. }) => tracking(voice, changes),
        Some(Change::StatusChanged { to, .. }) => status(voice, to),
    }
}

fn tracking(voice: &Voice<'_>, changes: &[&Change]) -> String {
    let numbers = || {
        changes
            .iter()
            .filter(|change| matches!(change, Change::TrackingEntered { .. }))
    };
    let corrected =
        |change: &&&Change| matches!(change, Change::TrackingEntered { from: Some(_), .. });
    let id = if numbers().all(|change| corrected(&change)) {
        "mail-heading-tracking-corrected"
    } else {
        "mail-heading-tracking"
    };
    voice.with(id, "count", numbers().count())
}

fn status(voice: &Voice<'_>, status: &Status) -> String {
    voice.get(match status.stage {
        Stage::AwaitingPayment => "mail-heading-awaiting-payment",
        Stage::PaymentFailed => "mail-heading-payment-failed",
        Stage::Received => "mail-heading-received",
        Stage::Preparing => "mail-heading-preparing",
        Stage::OnHold => "mail-heading-on-hold",
        Stage::PartDelivered => "mail-heading-part-delivered",
        Stage::Sent => "mail-heading-sent",
        Stage::Delivered => "mail-heading-delivered",
        Stage::Cancelled => "mail-heading-cancelled",
        Stage::Refunded => "mail-heading-refunded",
        Stage::Draft | Stage::Other => {
            let words = clean::line(&words::status(voice.texts, status), SHORT);
            return voice.with("mail-heading-status", "status", words);
        }
    })
}

/// What happens next depends on where the order stands; but a parcel that can
/// be followed says more than a status that the shop left behind.
fn next(voice: &Voice<'_>, changes: &[&Change]) -> &'static str {
    let order = voice.letter.order;
    if order.is_cancelled() {
        return "mail-next-cancelled";
    }
    if let Some(Change::TrackingEntered { .. }) = changes.first() {
        return "mail-next-tracking";
    }
    match order.status.stage {
        Stage::AwaitingPayment => "mail-next-awaiting-payment",
        Stage::PaymentFailed => "mail-next-payment-failed",
        Stage::Received => "mail-next-received",
        Stage::Preparing => "mail-next-preparing",
        Stage::OnHold => "mail-next-on-hold",
        Stage::PartDelivered => "mail-next-part-delivered",
        Stage::Sent => "mail-next-sent",
        Stage::Delivered => "mail-next-delivered",
        Stage::Cancelled => "mail-next-cancelled",
        Stage::Refunded => "mail-next-refunded",
        Stage::Draft | Stage::Other => "mail-next-other",
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

/// What happens next.
pub(super) fn next_html(news: &News) -> Markup {
    html! { p.w-text style=(style::PARAGRAPH) { (news.next) } }
}

pub(super) fn next_text(news: &News, plain: &mut Plain) {
    plain.paragraph(&news.next);
}
