//! The answer to "was this change mailed, and if not, why?".

use schemars::JsonSchema;
use serde::Serialize;

use crate::changes::{Change, Moved};
use crate::log::{Event, Rank, Skip, Snapshot, Via};
use crate::notices::{AttemptRecord, AttemptResult, Composed, Notice, PreparedNotice};
use crate::order::StatusFrom;

/// The answer whether a change was mailed, and if not, why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Notification {
    /// Tells whether it was mailed.
    pub status: NotificationStatus,
    /// The reason for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// The reason in the provider's words, where it comes from the provider.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The notice that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<u64>,
}

/// The state of a change on its way to the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NotificationStatus {
    /// It stands in a mail that the provider took.
    Mailed,
    /// No mail tells it, and none will.
    NotMailed,
    /// It may still be mailed.
    Waiting,
}

/// The reason why a change is not mailed, or not yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "NotificationReason")]
pub enum Reason {
    /// It came by a quiet import, or was known of the item before the order came.
    QuietImport,
    /// A member chose at the desk to tell nobody.
    ToldNobody,
    /// Changes of its kind are only ever shown on the page.
    PageOnly,
    /// The merchant dropped it, or called its mail back.
    Dropped,
    /// A quiet import came before it was told.
    SettledByQuietImport,
    /// The notice tells its result together with later changes.
    Merged,
    /// The provider will never take the mail.
    Refused,
    /// The mail was tried for as long as it may be.
    GivenUp,
    /// The mail is on its way, or is tried again.
    BeingSent,
    /// The rules, the customer or the address keep it out of the mail.
    #[serde(untagged)]
    Skipped(Skip),
}

impl From<Skip> for Reason {
    fn from(skip: Skip) -> Self {
        Self::Skipped(skip)
    }
}

/// Finds what became of a change: the first notice whose baseline holds it decides.
pub(super) fn notification(
    change: &Change,
    (n, event): (u64, &Event),
    rank: Option<Rank>,
    (snapshot, status_from): (&Snapshot, StatusFrom),
    notices: &[Notice],
) -> Notification {
    let not_mailed = |reason: Reason, notice| Notification {
        status: NotificationStatus::NotMailed,
        reason: Some(reason),
        detail: None,
        notice,
    };
    if event.via.is_quiet() {
        let reason = match event.via == Via::QuietDesk {
            true => Reason::ToldNobody,
            false => Reason::QuietImport,
        };
        return not_mailed(reason, None);
    }
    if matches!(change, Change::Removed | Change::Restored) {
        return not_mailed(Reason::PageOnly, None);
    }
    let silence = snapshot.silence(status_from);
    let place = snapshot.place_of(n, event.received_at);
    if let Some(reason) =
        silence.filter(|_| snapshot.is_silent(place, event.received_at, status_from))
    {
        return not_mailed(reason.into(), None);
    }
    let cancelled = snapshot.cancelled.filter(|(last, _)| n <= *last);
    let is_before = |prepared: &PreparedNotice| cancelled.is_none_or(|(_, at)| prepared.at < at);
    let holds = |prepared: &PreparedNotice| match (rank, &prepared.baseline) {
        (Some(rank), Some(baseline)) => baseline.version.as_ref().is_some_and(|(known, order)| {
            let here = snapshot.rank_of(*known, order);
            here.unwrap_or(*known) >= rank && is_before(prepared)
        }),
        (Some(_), None) => false,
        (None, _) => {
            prepared.at >= event.received_at && notified_change(prepared, change).is_some()
        }
    };
    let mut all_prepared = notices
        .iter()
        .filter_map(|notice| Some((notice, notice.prepared()?)));
    let Some((notice, prepared)) = all_prepared.find(|(_, prepared)| holds(prepared)) else {
        return if cancelled.is_some() {
            not_mailed(Reason::Dropped, None)
        } else if snapshot
            .quiet_rank(status_from)
            .zip(rank)
            .is_some_and(|(quiet, rank)| quiet > rank)
        {
            not_mailed(Reason::SettledByQuietImport, None)
        } else if snapshot.is_settled(n) {
            not_mailed(Skip::NothingLeft.into(), None)
        } else {
            Notification {
                status: NotificationStatus::Waiting,
                reason: None,
                detail: None,
                notice: None,
            }
        };
    };
    let number = Some(notice.number);
    let Some(notified) = notified_change(prepared, change) else {
        return not_mailed(Reason::Merged, number);
    };
    let mut left_out = prepared.left_out.iter();
    if let Some(left_out) = left_out.find(|left_out| left_out.change == *notified) {
        return not_mailed(left_out.reason.into(), number);
    }
    match &prepared.composed {
        Composed::Skipped(skip) => not_mailed((*skip).into(), number),
        Composed::Mail(_) => sent(notice),
    }
}

/// Finds the change of a prepared notice by which the customer learned the result of a
/// change: one of the same kind with the same end. What moved several times is
/// told once, starting from where it was last told.
fn notified_change<'a>(prepared: &'a PreparedNotice, change: &Change) -> Option<&'a Change> {
    let mut changes = prepared.changes.iter();
    changes.find(|notified| ends_alike(notified, change))
}

/// Tells whether a change that a notice tells has the same end as another one.
fn ends_alike(notified: &Change, change: &Change) -> bool {
    let all_moved = |notified: &[Moved], lines: &[Moved]| {
        let is_notified = |line: &Moved| {
            notified
                .iter()
                .any(|it| (&it.line, it.to) == (&line.line, line.to))
        };
        lines.iter().all(is_notified)
    };
    match (notified, change) {
        (Change::StatusChanged { to: notified, .. }, Change::StatusChanged { to, .. }) => {
            notified.code == to.code
        }
        (Change::Cancelled { .. }, Change::Cancelled { .. }) => true,
        (Change::TrackingEntered { to: notified, .. }, Change::TrackingEntered { to, .. }) => {
            notified == to
        }
        (
            Change::Invoiced {
                document: notified,
                lines: all,
            },
            Change::Invoiced { document, lines },
        )
        | (
            Change::Credited {
                document: notified,
                lines: all,
            },
            Change::Credited { document, lines },
        ) => notified == document && (document.is_some() || all_moved(all, lines)),
        (
            Change::ExpectedDateChanged { lines: notified },
            Change::ExpectedDateChanged { lines },
        ) => lines.iter().all(|line| {
            notified
                .iter()
                .any(|it| (&it.line, it.to) == (&line.line, line.to))
        }),
        (Change::LinesCancelled { lines: notified }, Change::LinesCancelled { lines })
        | (
            Change::Delivered { lines: notified } | Change::PartDelivered { lines: notified },
            Change::Delivered { lines } | Change::PartDelivered { lines },
        )
        | (Change::DeliveryCorrected { lines: notified }, Change::DeliveryCorrected { lines })
        | (Change::Returned { lines: notified }, Change::Returned { lines }) => {
            all_moved(notified, lines)
        }
        (Change::BackInStock { lines: notified }, Change::BackInStock { lines })
        | (Change::OutOfStock { lines: notified }, Change::OutOfStock { lines }) => {
            lines.iter().all(|line| notified.contains(line))
        }
        (notified, change) => notified == change,
    }
}

/// Tells how a notice that has a mail stands.
fn sent(notice: &Notice) -> Notification {
    use NotificationStatus::{Mailed, NotMailed, Waiting};
    let status_of = |outcome: &AttemptRecord| match &outcome.result {
        AttemptResult::Accepted { .. } => Some((Mailed, None, None)),
        AttemptResult::Refused { reason } => {
            Some((NotMailed, Some(Reason::Refused), Some(reason.clone())))
        }
        AttemptResult::GivenUp { reason } => {
            Some((NotMailed, Some(Reason::GivenUp), Some(reason.clone())))
        }
        AttemptResult::Cancelled => Some((NotMailed, Some(Reason::Dropped), None)),
        AttemptResult::TryAgain { .. } | AttemptResult::Unknown { .. } | AttemptResult::Lapsed => {
            None
        }
    };
    let being_sent = (Waiting, Some(Reason::BeingSent), None);
    let (status, reason, detail) = notice.outcomes().find_map(status_of).unwrap_or(being_sent);
    Notification {
        status,
        reason,
        detail,
        notice: Some(notice.number),
    }
}
