//! Everything that happened to an order, in one list, the newest first.

use maud::{Markup, html};
use wismo_domain::log::{Disposition, MailEvent, MailEventKind, Via};
use wismo_domain::notices::{AttemptRecord, AttemptResult, BY_HAND};
use wismo_domain::reports::history::{
    ChangeView, DeliveryKind, DeliveryView, NoticeView, Notification,
};
use wismo_domain::time::Timestamp;

use super::answers::arrival;
use super::change_line::{change_line, moved};
use super::{OrderPage, outcome, sent_mail};
use crate::words::{self, ChangeText};

/// The most items that an entry names.
const MOST_ITEMS: usize = 5;

/// An entry, and its time.
struct Entry {
    at: Timestamp,
    html: Markup,
}

/// The timeline.
pub(super) fn timeline(page: &OrderPage<'_>) -> Markup {
    let frame = &page.frame;
    let history = page.history;
    let is_mail = |kind| matches!(kind, DeliveryKind::ManualMail | DeliveryKind::MailResent);
    let deliveries = history.deliveries.iter();
    // A mail by hand is shown once, with what became of it.
    let deliveries = deliveries.filter(|delivery| !is_mail(delivery.kind));
    let mut entries: Vec<Entry> = deliveries.map(|one| delivery(page, one)).collect();
    let mails = history.notices.iter().chain(&history.manual_mails);
    entries.extend(mails.filter_map(|notice| mail(page, notice)));
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.at));
    html! {
        section aria-labelledby="timeline" {
            h2 id="timeline" { (frame.text("desk-order-timeline")) }
            ol.timeline { @for entry in entries { li { (entry.html) } } }
            @if let Some(before) = history.earlier {
                p { a href={ "?before=" (before) "#timeline" } { (frame.text("desk-order-earlier")) } }
            }
        }
    }
}

fn delivery(page: &OrderPage<'_>, delivery: &DeliveryView) -> Entry {
    let frame = &page.frame;
    let note = match delivery.disposition {
        Disposition::Repeats { .. } => Some("desk-order-repeats"),
        Disposition::CameLate => Some("desk-order-came-late"),
        Disposition::Counts => None,
    };
    let html = html! {
        p.what {
            @match &delivery.mail {
                Some(report) => (self::report(page, report)),
                None => (frame.text(did(delivery.kind, delivery.via))),
            }
        }
        p.soft.when {
            (frame.moment(delivery.received_at))
            @match &delivery.by {
                Some(by) => { ", " bdi { (by.name()) } }
                // The entry says so itself.
                None if delivery.kind == DeliveryKind::Order && delivery.via == Via::Hook => {}
                None => { ", " (frame.text(via(delivery.via))) }
            }
        }
        @if let Some(note) = note { p.soft { (frame.text(note)) } }
        (changes(page, &delivery.changes))
        @if !delivery.dropped.is_empty() {
            details {
                summary { (frame.text("desk-order-dropped")) }
                ul { @for dropped in &delivery.dropped { li { code { (dropped) } } } }
            }
        }
    };
    Entry {
        at: delivery.received_at,
        html,
    }
}

/// The changes of an entry, and what became of them on their way to the customer: said once
/// where it is the same of all.
fn changes(page: &OrderPage<'_>, changes: &[ChangeView]) -> Markup {
    let texts = page.frame.texts();
    let changes = changes.iter().map(|one| {
        let text = words::change(texts, &one.change, page.order, MOST_ITEMS);
        (one, text)
    });
    let changes: Vec<(&ChangeView, ChangeText)> =
        changes.filter(|(_, text)| !text.what.is_empty()).collect();
    let mut notifications = changes.iter().map(|(one, _)| &one.notification);
    let first = notifications.next();
    let common = first.filter(|first| notifications.all(|other| other == *first));
    let told = |notification: &Notification| {
        html! { p.told { (outcome::sentence(page, notification)) } }
    };
    html! {
        @for (one, text) in &changes {
            (change(page, one, text))
            @if common.is_none() { (told(&one.notification)) }
        }
        @if let Some(common) = common { (told(common)) }
    }
}

/// A change, with before and after.
fn change(page: &OrderPage<'_>, change: &ChangeView, text: &ChangeText) -> Markup {
    html! {
        div.change {
            p { (change_line(&page.frame, &change.change, text)) }
            @if !text.items.is_empty() {
                ul {
                    @for item in &text.items {
                        li { bdi { (item.name) } ": " (moved(item.before.as_deref(), item.now.as_deref())) }
                    }
                    @if text.more > 0 {
                        li { (page.frame.texts().with("desk-order-more-items", [("count", text.more.into())])) }
                    }
                }
            }
        }
    }
}

/// A mail, with its outcome; none for a notice that never came to be one.
fn mail(page: &OrderPage<'_>, notice: &NoticeView) -> Option<Entry> {
    let frame = &page.frame;
    let at = notice.at?;
    let subject = notice.subject.as_deref()?;
    let event = notice.notice.checked_sub(BY_HAND);
    let by_hand = page.history.deliveries.iter();
    let by = by_hand
        .filter(|delivery| Some(delivery.event) == event)
        .find_map(|delivery| delivery.by.as_ref());
    let to: Vec<&str> = notice.to.iter().map(|to| to.address.as_str()).collect();
    let files = notice.attachments.iter();
    let files: Vec<String> = files
        .map(|file| sent_mail::file(frame.texts(), page.order, file))
        .collect();
    let words = notice.words.as_ref();
    let html = html! {
        p.what {
            (frame.text(if notice.resends.is_some() { "desk-order-mail-again" } else { "desk-order-mail" })) " "
            (sent_mail::link(page, notice))
        }
        p.soft.when {
            (frame.moment(at)) ", " bdi { (to.join(", ")) }
            @if let Some(by) = by { ", " bdi { (by.name()) } }
        }
        p.told { (frame.text(arrival(notice, &page.history.deliveries).text())) }
        // All mails of an order share one subject, so that they make one thread.
        @if subject != sent_mail::name(page, notice) {
            p.told { (frame.text("desk-order-subject-label")) ": " bdi { (subject) } }
        }
        @if !files.is_empty() {
            p.told { (frame.text("desk-order-attached")) ": " bdi { (files.join(", ")) } }
        }
        @if let Some(why) = notice.outcomes.iter().rev().find_map(failure) { p.told { bdi { (why) } } }
        @if let Some(fault) = words.and_then(|words| words.fault.as_ref()) {
            p.told { (frame.text("desk-order-template-failed")) " " code { (fault) } }
        }
        @for left_out in &notice.left_out {
            @let text = words::change(frame.texts(), &left_out.change, page.order, 0).what;
            @if !text.is_empty() {
                p.told { (text) ": " (frame.text(outcome::skip(left_out.reason))) }
            }
        }
    };
    Some(Entry { at, html })
}

/// The reason why an attempt failed, in the provider's words.
fn failure(record: &AttemptRecord) -> Option<&str> {
    match &record.result {
        AttemptResult::Refused { reason }
        | AttemptResult::GivenUp { reason }
        | AttemptResult::TryAgain { reason, .. }
        | AttemptResult::Unknown { reason, .. } => Some(reason),
        AttemptResult::Accepted { .. } | AttemptResult::Lapsed | AttemptResult::Cancelled => None,
    }
}

/// A provider's report about a mail.
fn report(page: &OrderPage<'_>, report: &MailEvent) -> Markup {
    let frame = &page.frame;
    let (id, reason) = match &report.kind {
        MailEventKind::Delivered => ("desk-order-report-delivered", None),
        MailEventKind::Deferred { reason } => ("desk-order-report-deferred", Some(reason)),
        MailEventKind::Bounced {
            is_permanent: true,
            reason,
        } => ("desk-order-report-bounced", Some(reason)),
        MailEventKind::Bounced { reason, .. } => ("desk-order-report-soft-bounced", Some(reason)),
        MailEventKind::Suppressed { reason } => ("desk-order-report-suppressed", Some(reason)),
        MailEventKind::Rejected { reason } => ("desk-order-report-rejected", Some(reason)),
        MailEventKind::Complained => ("desk-order-report-complained", None),
        MailEventKind::Unsubscribed => ("desk-order-report-unsubscribed", None),
        MailEventKind::Opened => ("desk-order-report-opened", None),
    };
    html! {
        (frame.text(id)) " " bdi { (report.to) }
        @if let Some(reason) = reason.filter(|reason| !reason.is_empty()) { " (" bdi { (reason) } ")" }
    }
}

const fn did(kind: DeliveryKind, via: Via) -> &'static str {
    match kind {
        DeliveryKind::Order => "desk-order-did-order",
        DeliveryKind::OrderRemoved => "desk-order-did-removed",
        DeliveryKind::Stock => "desk-order-did-stock",
        DeliveryKind::Purchase => "desk-order-did-purchase",
        DeliveryKind::Parcel => "desk-order-did-parcel",
        DeliveryKind::Refund => "desk-order-did-refund",
        DeliveryKind::Address => "desk-order-did-address",
        // What a member says of a parcel or an item is a part of the order, as an ERP sends it.
        DeliveryKind::OrderPart if matches!(via, Via::Desk | Via::QuietDesk) => {
            "desk-order-did-by-hand"
        }
        DeliveryKind::OrderPart => "desk-order-did-part",
        DeliveryKind::Document => "desk-order-did-document",
        DeliveryKind::Status => "desk-order-did-status",
        DeliveryKind::Promise => "desk-order-did-promise",
        DeliveryKind::Urgent => "desk-order-did-urgent",
        DeliveryKind::NotUrgent => "desk-order-did-not-urgent",
        DeliveryKind::PackingSlipPrinted => "desk-order-did-packing-slip",
        DeliveryKind::SummaryPrinted => "desk-order-did-summary",
        DeliveryKind::Held => "desk-order-did-held",
        DeliveryKind::Released => "desk-order-did-released",
        DeliveryKind::Dropped => "desk-order-did-dropped",
        DeliveryKind::ManualMail | DeliveryKind::MailResent => "desk-order-mail",
        DeliveryKind::MailPreferences => "desk-order-did-preferences",
        DeliveryKind::LinkReplaced => "desk-order-did-link-replaced",
        DeliveryKind::LinkRevoked => "desk-order-did-link-revoked",
        DeliveryKind::LinkRestored => "desk-order-did-link-restored",
        DeliveryKind::MailEvent => "desk-order-did-report",
        DeliveryKind::Note => "desk-customers-note",
    }
}

const fn via(via: Via) -> &'static str {
    match via {
        Via::Hook => "desk-order-via-hook",
        Via::Import | Via::QuietImport | Via::HeldImport => "desk-order-via-import",
        Via::Item | Via::KnownItem => "desk-order-via-item",
        Via::Desk | Via::QuietDesk => "desk-order-via-desk",
        Via::Page => "desk-order-via-page",
    }
}
