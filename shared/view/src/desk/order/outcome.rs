//! The answer to "why was, or wasn't, this mailed?", in words.

use maud::{Markup, html};
use wismo_domain::log::Skip;
use wismo_domain::reports::history::{Notification, NotificationStatus, Reason};

use super::{OrderPage, sent_mail};

/// The text id of the reason why something was not mailed, or not yet.
pub(super) const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::QuietImport => "desk-order-why-quiet-import",
        Reason::ToldNobody => "desk-order-why-told-nobody",
        Reason::PageOnly => "desk-order-why-page-only",
        Reason::Dropped => "desk-order-why-dropped",
        Reason::SettledByQuietImport => "desk-order-why-settled",
        Reason::Merged => "desk-order-why-merged",
        Reason::Refused => "desk-order-why-refused",
        Reason::GivenUp => "desk-order-why-given-up",
        Reason::BeingSent => "desk-order-why-being-sent",
        Reason::Skipped(skip) => self::skip(skip),
    }
}

/// The text id of the reason why there is no mail.
pub(super) const fn skip(skip: Skip) -> &'static str {
    match skip {
        Skip::RuleOff => "desk-order-why-rule-off",
        Skip::NotSetToReceive => "desk-order-why-not-set-to-receive",
        Skip::Unsubscribed => "desk-order-why-unsubscribed",
        Skip::Suppressed => "desk-order-why-suppressed",
        Skip::NoAddress => "desk-order-why-no-address",
        Skip::BadAddress => "desk-order-why-bad-address",
        Skip::NothingLeft => "desk-order-why-nothing-left",
        Skip::NotComposed => "desk-order-why-not-composed",
        Skip::OldOrder => "desk-order-why-old-order",
        Skip::PartOfAnother => "desk-order-why-part-of-another",
        Skip::OnlyNoted => "desk-order-why-only-noted",
        Skip::InTheSameMail => "desk-order-why-in-the-same-mail",
        Skip::NotifiedBefore => "desk-order-why-notified-before",
    }
}

/// Says in a sentence what became of a change on its way to the customer: the mail that
/// tells it, or the reason why there is none.
pub(super) fn sentence(page: &OrderPage<'_>, notification: &Notification) -> Markup {
    let frame = &page.frame;
    let mut notices = page.history.notices.iter();
    let mail = notification
        .notice
        .filter(|_| notification.status == NotificationStatus::Mailed);
    let mail = mail.and_then(|number| notices.find(|notice| notice.notice == number));
    let status = frame.text(match notification.status {
        NotificationStatus::Mailed => "desk-order-mailed",
        NotificationStatus::NotMailed => "desk-order-not-mailed",
        NotificationStatus::Waiting => "desk-order-waits",
    });
    html! {
        (status)
        @if let Some(mail) = mail { " " (sent_mail::link(page, mail)) }
        @if let Some(why) = notification.reason { " " (frame.text(reason(why))) }
        @if let Some(detail) = &notification.detail { " (" bdi { (detail) } ")" }
    }
}
