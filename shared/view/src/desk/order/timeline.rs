//! Everything that happened to an order, in one list, the newest first.

use maud::{Markup, html};
use wismo_domain::log::{Disposition, MailEvent, MailEventKind, Via};
use wismo_domain::notices::{AttemptRecord, AttemptResult, BY_HAND};
use wismo_domain::reports::history::{ChangeView, DeliveryKind, DeliveryView, NoticeView};
use wismo_domain::time::Timestamp;

use super::answers::arrival;
use super::{OrderPage, outcome};
use crate::desk::path;
use crate::words;

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
                None => (frame.text(did(delivery.kind))),
            }
        }
        p.soft {
            (frame.moment(delivery.received_at)) ", "
            @match &delivery.by {
                Some(by) => bdi { (by.name()) },
                None => (frame.text(via(delivery.via))),
            }
        }
        @if let Some(note) = note { p.soft { (frame.text(note)) } }
        @for change in &delivery.changes { (self::change(page, change)) }
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

/// A change, with before and after, and what became of it on its way to the customer.
fn change(page: &OrderPage<'_>, change: &ChangeView) -> Markup {
    let text = words::change(page.frame.texts(), &change.change, page.order, MOST_ITEMS);
    if text.what.is_empty() {
        return html! {};
    }
    let moved = |before: Option<&String>, now: Option<&String>| {
        html! {
            @if let Some(before) = before { del { bdi { (before) } } " → " }
            @if let Some(now) = now { bdi { (now) } }
        }
    };
    html! {
        div.change {
            p { (text.what) " " (moved(text.before.as_ref(), text.now.as_ref())) }
            @if !text.items.is_empty() {
                ul {
                    @for item in &text.items {
                        li { bdi { (item.name) } ": " (moved(item.before.as_ref(), item.now.as_ref())) }
                    }
                    @if text.more > 0 {
                        li { (page.frame.texts().with("desk-order-more-items", [("count", text.more.into())])) }
                    }
                }
            }
            p.told { (outcome::sentence(&page.frame, &change.notification)) }
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
    let own = path::order(&page.shop.id, &page.order.id);
    let href = frame.at(&format!("{own}/mails/{}", notice.notice));
    let words = notice.words.as_ref();
    let html = html! {
        p.what {
            (frame.text(if notice.resends.is_some() { "desk-order-mail-again" } else { "desk-order-mail" })) " "
            @if page.may_act { a href=(href) { bdi { (subject) } } } @else { bdi { (subject) } }
        }
        p.soft {
            (frame.moment(at)) ", " bdi { (to.join(", ")) }
            @if let Some(by) = by { ", " bdi { (by.name()) } }
        }
        p.told { (frame.text(arrival(notice, &page.history.deliveries).text())) }
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

const fn did(kind: DeliveryKind) -> &'static str {
    match kind {
        DeliveryKind::Order => "desk-order-did-order",
        DeliveryKind::OrderRemoved => "desk-order-did-removed",
        DeliveryKind::Stock => "desk-order-did-stock",
        DeliveryKind::Purchase => "desk-order-did-purchase",
        DeliveryKind::Parcel => "desk-order-did-parcel",
        DeliveryKind::Refund => "desk-order-did-refund",
        DeliveryKind::Address => "desk-order-did-address",
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
