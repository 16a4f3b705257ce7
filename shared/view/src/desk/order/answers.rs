//! The four answers: where it stands, what was promised, what the customer was told, and
//! what there is to do.

use maud::{Markup, html};
use wismo_domain::log::{MailEventKind, Skip};
use wismo_domain::notices::AttemptResult;
use wismo_domain::reports::history::{
    ChangeView, DeliveryView, NoticeView, NotificationStatus, Reason,
};
use wismo_domain::time::Timestamp;

use super::{OrderPage, goods, outcome, sent_mail, status, today};
use crate::desk::today::reason;
use crate::format;
use crate::words::{self, Goods};

/// The most parcels that the first answer names.
const MOST_PARCELS: usize = 3;

/// The four answers.
pub(super) fn answers(page: &OrderPage<'_>) -> Markup {
    let frame = &page.frame;
    html! {
        dl.answers {
            (answer(&frame.text("desk-order-where"), &stands(page)))
            (answer(&frame.text("desk-order-promised"), &promised(page)))
            (answer(&frame.text("desk-order-told"), &told(page)))
            (answer(&frame.text("desk-order-todo"), &todo(page)))
        }
    }
}

fn answer(term: &str, answer: &Markup) -> Markup {
    html! { div { dt { (term) } dd { (answer) } } }
}

fn stands(page: &OrderPage<'_>) -> Markup {
    let texts = page.frame.texts();
    let goods = Goods::of(page.order);
    let own = status(page);
    let stage = words::stage(texts, goods, page.order.standing());
    let progress = page.order.progress();
    let parcels = &page.order.shipments;
    let numbered = parcels
        .iter()
        .filter(|parcel| parcel.tracking_number.is_some());
    html! {
        strong { bdi { (own) } }
        @if *stage != *own { p { (stage) } }
        @if let Some(progress) = progress {
            p { (texts.with("desk-order-progress", [("sent", progress.sent.into()), ("total", progress.total.into())])) }
        }
        @for parcel in numbered.take(MOST_PARCELS) {
            p {
                (goods::carrier_and_number(parcel))
                @if let Some(at) = parcel.shipped_at { " " span.soft { (goods::shipped(page, at)) } }
            }
        }
        @if parcels.len() > MOST_PARCELS {
            p { a href="#parcels" { (page.frame.text("desk-order-parcels")) } }
        }
    }
}

fn promised(page: &OrderPage<'_>) -> Markup {
    let frame = &page.frame;
    match page.order.promised_for() {
        Some(day) => html! {
            strong { (format::day(frame.language, day)) }
            @if day < today(page) { p.error { (frame.text("desk-order-late")) } }
        },
        None => html! { span.soft { (frame.text("desk-order-no-promise")) } },
    }
}

/// The last mail, to whom it went and whether it arrived, and what came later without one.
fn told(page: &OrderPage<'_>) -> Markup {
    let frame = &page.frame;
    let history = page.newest;
    let mails = history.notices.iter().chain(&history.manual_mails);
    let last = mails
        .filter(|notice| notice.subject.is_some())
        .max_by_key(|notice| notice.at);
    let waits = history
        .deliveries
        .iter()
        .flat_map(|delivery| &delivery.changes);
    let waits = waits
        .filter(|change| change.notification.status == NotificationStatus::Waiting)
        .count();
    html! {
        @match last {
            Some(notice) => {
                strong { (sent_mail::link(page, notice)) }
                @let to: Vec<&str> = notice.to.iter().map(|to| to.address.as_str()).collect();
                p.when {
                    @if let Some(at) = notice.at { (frame.moment(at)) ", " }
                    bdi { (to.join(", ")) }
                }
                p { (frame.text(arrival(notice, &history.deliveries).text())) }
                @if let Some(change) = notice.at.and_then(|at| untold_since(page, at)) {
                    @let what = words::change(frame.texts(), &change.change, page.order, 0).what;
                    p { (frame.texts().with("desk-order-later", [("change", what.into())])) }
                    p { (outcome::sentence(page, &change.notification)) }
                }
            }
            None => {
                (frame.text("desk-order-no-mail"))
                @if let Some(change) = untold_since(page, Timestamp::MIN) {
                    p { (outcome::sentence(page, &change.notification)) }
                }
            }
        }
        @if waits > 0 {
            p { (frame.texts().with("desk-order-waiting", [("count", waits.into())])) }
        }
    }
}

/// The newest change since a moment of which the customer got no mail at all.
fn untold_since<'a>(page: &'a OrderPage<'_>, since: Timestamp) -> Option<&'a ChangeView> {
    let deliveries = page.newest.deliveries.iter().rev();
    let later = deliveries.filter(|delivery| delivery.received_at >= since);
    let mut changes = later.flat_map(|delivery| delivery.changes.iter().rev());
    changes.find(|change| {
        let notification = &change.notification;
        notification.status == NotificationStatus::NotMailed
            && notification.reason.is_none_or(is_untold)
            && !words::change(page.frame.texts(), &change.change, page.order, 0)
                .what
                .is_empty()
    })
}

/// Tells whether a reason means that the customer does not know of a change from any mail.
const fn is_untold(reason: Reason) -> bool {
    match reason {
        Reason::QuietImport
        | Reason::ToldNobody
        | Reason::PageOnly
        | Reason::Dropped
        | Reason::SettledByQuietImport
        | Reason::Refused
        | Reason::GivenUp => true,
        Reason::Merged | Reason::BeingSent => false,
        Reason::Skipped(skip) => match skip {
            Skip::RuleOff
            | Skip::NotSetToReceive
            | Skip::Unsubscribed
            | Skip::Suppressed
            | Skip::NoAddress
            | Skip::BadAddress
            | Skip::NotComposed
            | Skip::OldOrder
            | Skip::PartOfAnother
            | Skip::OnlyNoted => true,
            Skip::NothingLeft | Skip::InTheSameMail | Skip::NotifiedBefore => false,
        },
    }
}

/// The way that a mail went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arrival {
    /// The recipient opened it.
    Opened,
    /// The recipient's server has it.
    Delivered,
    /// It came back, or was never sent on.
    CameBack,
    /// The recipient called it spam.
    Complained,
    /// The provider has it, and has not said more.
    Sent,
    /// It is on its way to the provider.
    BeingSent,
    /// The provider did not take it.
    Refused,
    /// It was called back.
    CalledBack,
}

impl Arrival {
    pub(super) const fn text(self) -> &'static str {
        match self {
            Self::Opened => "desk-order-mail-opened",
            Self::Delivered => "desk-order-mail-delivered",
            Self::CameBack => "desk-order-mail-came-back",
            Self::Complained => "desk-order-mail-complained",
            Self::Sent => "desk-order-mail-sent",
            Self::BeingSent => "desk-order-mail-being-sent",
            Self::Refused => "desk-order-mail-refused",
            Self::CalledBack => "desk-order-mail-called-back",
        }
    }
}

/// Finds what became of a mail. What is worse counts more: a mail that one of two readers
/// never got did not arrive.
pub(super) fn arrival(notice: &NoticeView, deliveries: &[DeliveryView]) -> Arrival {
    let reports = deliveries
        .iter()
        .filter_map(|delivery| delivery.mail.as_ref());
    let reports = reports.filter(|report| report.notice == notice.notice);
    let reported = reports.filter_map(|report| match report.kind {
        MailEventKind::Delivered => Some(Arrival::Delivered),
        MailEventKind::Opened => Some(Arrival::Opened),
        MailEventKind::Bounced { .. }
        | MailEventKind::Suppressed { .. }
        | MailEventKind::Rejected { .. } => Some(Arrival::CameBack),
        MailEventKind::Complained => Some(Arrival::Complained),
        MailEventKind::Deferred { .. } | MailEventKind::Unsubscribed => None,
    });
    let rank = |arrival: &Arrival| match arrival {
        Arrival::CameBack => 4,
        Arrival::Complained => 3,
        Arrival::Opened => 2,
        Arrival::Delivered => 1,
        Arrival::Sent | Arrival::BeingSent | Arrival::Refused | Arrival::CalledBack => 0,
    };
    let ended = notice
        .outcomes
        .iter()
        .rev()
        .find_map(|one| match one.result {
            AttemptResult::Accepted { .. } => Some(Arrival::Sent),
            AttemptResult::Refused { .. } | AttemptResult::GivenUp { .. } => Some(Arrival::Refused),
            AttemptResult::Cancelled => Some(Arrival::CalledBack),
            AttemptResult::TryAgain { .. }
            | AttemptResult::Unknown { .. }
            | AttemptResult::Lapsed => None,
        });
    reported
        .max_by_key(rank)
        .or(ended)
        .unwrap_or(Arrival::BeingSent)
}

fn todo(page: &OrderPage<'_>) -> Markup {
    let frame = &page.frame;
    html! {
        @if page.tasks.is_empty() {
            span.soft { (frame.text("desk-order-no-task")) }
        } @else {
            @for why in page.tasks { p { strong { (frame.text(reason(*why))) } } }
            p { a href=(frame.at("")) { (frame.text("desk-order-to-tasks")) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use wismo_domain::log::{Disposition, MailEvent, Via};
    use wismo_domain::notices::AttemptRecord;
    use wismo_domain::reports::history::DeliveryKind;
    use wismo_domain::time::Timestamp;

    use super::*;

    fn notice(results: Vec<AttemptResult>) -> NoticeView {
        let outcome = |result| AttemptRecord {
            at: Timestamp::UNIX_EPOCH,
            result,
        };
        NoticeView {
            notice: 3,
            at: None,
            changes: Vec::new(),
            left_out: Vec::new(),
            to: Vec::new(),
            copies: Vec::new(),
            subject: Some("News".to_owned()),
            attachments: Vec::new(),
            words: None,
            resends: None,
            skipped: None,
            outcomes: results.into_iter().map(outcome).collect(),
            is_final: true,
        }
    }

    fn report(notice: u64, kind: MailEventKind) -> DeliveryView {
        DeliveryView {
            event: 7,
            received_at: Timestamp::UNIX_EPOCH,
            at: Timestamp::UNIX_EPOCH,
            via: Via::Hook,
            by: None,
            kind: DeliveryKind::MailEvent,
            mail: Some(MailEvent {
                notice,
                to: "ada@example.com".to_owned(),
                kind,
            }),
            note: None,
            dropped: Vec::new(),
            disposition: Disposition::Counts,
            changes: Vec::new(),
        }
    }

    #[test]
    fn the_worst_that_was_reported_of_a_mail_counts() {
        let accepted = || AttemptResult::Accepted { id: None };
        let lapsed = || AttemptResult::Lapsed;
        assert_eq!(arrival(&notice(vec![lapsed()]), &[]), Arrival::BeingSent);
        assert_eq!(
            arrival(&notice(vec![lapsed(), accepted()]), &[]),
            Arrival::Sent
        );
        let bounced = || MailEventKind::Bounced {
            is_permanent: true,
            reason: String::new(),
        };
        let reports = [
            report(3, bounced()),
            report(3, MailEventKind::Delivered),
            report(4, MailEventKind::Opened),
        ];
        let sent = notice(vec![accepted()]);
        assert_eq!(arrival(&sent, &reports), Arrival::CameBack);
        assert_eq!(arrival(&sent, &reports[1..]), Arrival::Delivered);
        assert_eq!(arrival(&sent, &reports[2..]), Arrival::Sent);
    }
}
