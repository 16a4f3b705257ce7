//! Everything that happened to an order, with who, what and why: the answer to
//! "why was, or wasn't, this mailed?".

use serde::Serialize;

use crate::changes::{Change, Moved};
use crate::environment::Environment;
use crate::keys::OrderKey;
use crate::log::{self, ByHand, Event, LinkChange, MailEvent, Rank, Said, Snapshot, Verdict, Via};
use crate::mail::{Mail, Mailbox};
use crate::notices::{BY_HAND, Composed, Ending, LeftOut, Letter, Notice, Outcome, Skip, Words};
use crate::order::{Order, StatusFrom};
use crate::settings::Settings;
use crate::store::{Store, StoreError};
use crate::time::Timestamp;

/// The number of deliveries that one answer holds.
pub const PAGE: u64 = 100;

/// The most mails by hand that one answer holds: the newest.
const MOST_BY_HAND: usize = 100;

/// Everything that happened to an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct History {
    /// The order as it stands.
    pub order: Option<Order>,
    /// True if the shop removed it.
    pub removed: bool,
    /// True if the merchant holds its mails back.
    pub held: bool,
    /// True if its links are revoked.
    pub links_revoked: bool,
    /// The deliveries about it, oldest first.
    pub deliveries: Vec<Delivery>,
    /// The number to ask for earlier deliveries with, if there are any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earlier: Option<u64>,
    /// The customer's notices, or why there was none, oldest first.
    pub notices: Vec<Told>,
    /// The mails that the merchant sent by hand, oldest first.
    pub by_hand: Vec<Told>,
}

/// One delivery, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Delivery {
    /// Its number in the order's log.
    pub event: u64,
    /// The time when Wismo took it.
    pub received_at: Timestamp,
    /// The time from which it was so, by the shop's date.
    pub at: Timestamp,
    /// The way it came.
    pub via: Via,
    /// The kind of thing that it told of.
    pub said: &'static str,
    /// A provider's word about a notice's mail: which notice, to whom, and what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail: Option<MailEvent>,
    /// The parts of it that could not be read, each as its place and the reason.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dropped: Vec<String>,
    /// The outcome of the delivery.
    pub verdict: Verdict,
    /// The changes that it made, with before and after.
    pub changes: Vec<Changed>,
}

/// A change, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// The change.
    pub change: Change,
    /// Tells whether it was mailed, and if not, why.
    pub fate: Fate,
}

/// The answer whether a change was mailed, and if not, why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fate {
    /// The answer in a word: `mailed`, `not mailed` or `waiting`.
    pub mail: &'static str,
    /// The reason for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The notice that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<u64>,
}

/// One notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    /// Its number.
    pub notice: u64,
    /// The time when it was written.
    pub at: Option<Timestamp>,
    /// The changes that it tells.
    pub changes: Vec<Change>,
    /// The changes among them that are kept out of the mail, and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
    /// The recipients.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<Mailbox>,
    /// Its copies, each a mail of its own, once the mail itself has ended.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<Copied>,
    /// Its subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The template whose words it carries, or why it has Wismo's own words instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Words>,
    /// The notice whose mail it sends again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resends: Option<u64>,
    /// The reason why there is no mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skipped: Option<&'static str>,
    /// The outcome of each attempt, oldest first.
    pub outcomes: Vec<Outcome>,
    /// True if nothing more will come of it.
    pub is_final: bool,
}

/// A copy of a mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Copied {
    /// The number of its notice, which is not part of the chain.
    pub notice: u64,
    /// The recipient.
    pub to: Mailbox,
    /// The outcome of each attempt, oldest first.
    pub outcomes: Vec<Outcome>,
    /// True if nothing more will come of it.
    pub is_final: bool,
}

/// Reads an order's history: its notices, and the last deliveries `before` an
/// event's number, or the last of all. None if nothing was ever said of the order.
///
/// # Errors
/// When the store fails.
pub async fn history(
    store: &impl Store,
    environment: &impl Environment,
    key: &OrderKey,
    settings: &Settings,
    before: Option<u64>,
) -> Result<Option<History>, StoreError> {
    let snapshot = log::read(store, environment, key).await?.snapshot;
    let len = store.count(&key.len()).await?;
    if len == 0 {
        return Ok(None);
    }
    let notices = Notice::all(store, key).await?;
    let to = before.map_or(len, |before| before.saturating_sub(1).min(len));
    let from = to.saturating_sub(PAGE) + 1;
    let events = log::events(store, key, from..=to).await?;
    let status_from = settings.status_from;
    let mut changes = snapshot.changes_read_by(settings);
    let deliveries = events
        .iter()
        .map(|(n, event)| {
            let changes = changes.remove(*n).unwrap_or_default();
            delivery((*n, event), changes, (&snapshot, status_from), &notices)
        })
        .collect();
    Ok(Some(History {
        order: snapshot.order(),
        removed: snapshot.is_removed(),
        deliveries,
        earlier: (from > 1).then_some(from),
        held: snapshot.is_held(),
        links_revoked: snapshot.links().are_revoked(),
        notices: told_with_copies(store, key, &notices).await?,
        by_hand: by_hand(store, key, &snapshot).await?,
    }))
}

/// A mail that a provider took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentMail {
    /// The time when the provider took it.
    pub at: Timestamp,
    /// Its subject.
    pub subject: String,
}

/// Reads the mails of an order that a provider took, newest first.
///
/// # Errors
/// When the store fails.
pub async fn sent_mails(
    store: &impl Store,
    key: &OrderKey,
    snapshot: &Snapshot,
) -> Result<Vec<SentMail>, StoreError> {
    let notices = Notice::all(store, key).await?;
    let by_hand = by_hand(store, key, snapshot).await?;
    let all = notices.iter().map(told).chain(by_hand);
    let mut sent: Vec<SentMail> = all
        .filter_map(|told| {
            let taken = |outcome: &&Outcome| matches!(outcome.ending, Ending::Accepted { .. });
            let at = told.outcomes.iter().find(taken)?.at;
            let subject = told.subject?;
            Some(SentMail { at, subject })
        })
        .collect();
    sent.sort_by_key(|mail| std::cmp::Reverse(mail.at));
    Ok(sent)
}

fn delivery(
    (n, event): (u64, &Event),
    changes: Vec<Change>,
    (snapshot, status_from): (&Snapshot, StatusFrom),
    notices: &[Notice],
) -> Delivery {
    let rank = snapshot.rank_of_event(n);
    let changed = |change: Change| Changed {
        fate: fate(&change, (n, event), rank, (snapshot, status_from), notices),
        change,
    };
    Delivery {
        event: n,
        received_at: event.received_at,
        at: event.at(),
        via: event.via,
        said: match &event.said {
            Said::Order(_) => "order",
            Said::Deleted | Said::Trashed => "order removed",
            Said::Fact { fact, .. } => fact.name(),
            Said::Released | Said::Held(false) => "released",
            Said::Held(true) => "held",
            Said::Cancelled => "dropped at the desk",
            Said::Written(by_hand) if by_hand.resends.is_some() => "mail sent again",
            Said::Written(_) => "mail by hand",
            Said::Chosen(_) => "the customer's choice",
            Said::Link(LinkChange::Replaced) => "link replaced",
            Said::Link(LinkChange::Revoked) => "link revoked",
            Said::Link(LinkChange::Restored) => "link restored",
            Said::Mail { said, .. } => said.fate.name(),
        },
        mail: match &event.said {
            Said::Mail { said, .. } => Some(said.clone()),
            Said::Order(_)
            | Said::Deleted
            | Said::Trashed
            | Said::Fact { .. }
            | Said::Released
            | Said::Held(_)
            | Said::Cancelled
            | Said::Written(_)
            | Said::Chosen(_)
            | Said::Link(_) => None,
        },
        dropped: event.dropped.clone(),
        verdict: snapshot.verdict(n, event),
        changes: changes.into_iter().map(changed).collect(),
    }
}

/// Finds what became of a change: the first notice whose basis holds it decides.
fn fate(
    change: &Change,
    (n, event): (u64, &Event),
    rank: Option<Rank>,
    (snapshot, status_from): (&Snapshot, StatusFrom),
    notices: &[Notice],
) -> Fate {
    let not_mailed = |reason: &str, notice| Fate {
        mail: "not mailed",
        reason: Some(reason.to_owned()),
        notice,
    };
    if event.via.is_quiet() {
        return not_mailed("quiet import", None);
    }
    if matches!(change, Change::Removed | Change::Restored) {
        return not_mailed("only ever on the page", None);
    }
    let silence = snapshot.silence(status_from);
    let place = snapshot.place_of(n, event.received_at);
    if let Some(reason) =
        silence.filter(|_| snapshot.is_silent(place, event.received_at, status_from))
    {
        return not_mailed(name(reason), None);
    }
    let cancelled = snapshot.cancelled.filter(|(last, _)| n <= *last);
    let is_before = |letter: &Letter| cancelled.is_none_or(|(_, at)| letter.at < at);
    let holds = |letter: &Letter| match (rank, &letter.basis) {
        (Some(rank), Some(basis)) => basis.version.as_ref().is_some_and(|(known, order)| {
            let here = snapshot.rank_of(*known, order);
            here.unwrap_or(*known) >= rank && is_before(letter)
        }),
        (Some(_), None) => false,
        (None, _) => letter.at >= event.received_at && told_by(letter, change).is_some(),
    };
    let mut letters = notices
        .iter()
        .filter_map(|notice| Some((notice, notice.letter()?)));
    let Some((notice, letter)) = letters.find(|(_, letter)| holds(letter)) else {
        return if cancelled.is_some() {
            not_mailed("dropped at the desk", None)
        } else if snapshot
            .quiet_rank(status_from)
            .zip(rank)
            .is_some_and(|(quiet, rank)| quiet > rank)
        {
            not_mailed("settled by a quiet import", None)
        } else if snapshot.is_settled(n) {
            not_mailed(name(Skip::NothingLeft), None)
        } else {
            Fate {
                mail: "waiting",
                reason: None,
                notice: None,
            }
        };
    };
    let number = Some(notice.number);
    let Some(told) = told_by(letter, change) else {
        return not_mailed(&format!("merged into notice {}", notice.number), number);
    };
    let mut left_out = letter.left_out.iter();
    if let Some(left_out) = left_out.find(|left_out| left_out.change == *told) {
        return not_mailed(name(left_out.reason), number);
    }
    match &letter.composed {
        Composed::Skipped(skip) => not_mailed(name(*skip), number),
        Composed::Mail(_) => sent(notice),
    }
}

/// Finds the change of a letter by which the customer learned the result of a
/// change: one of the same kind with the same end. What moved several times is
/// told once, starting from where it was last told.
fn told_by<'a>(letter: &'a Letter, change: &Change) -> Option<&'a Change> {
    let mut told = letter.changes.iter();
    told.find(|told| ends_alike(told, change))
}

fn ends_alike(told: &Change, change: &Change) -> bool {
    let all_moved = |told: &[Moved], lines: &[Moved]| {
        let is_told = |line: &Moved| {
            told.iter()
                .any(|it| (&it.line, it.to) == (&line.line, line.to))
        };
        lines.iter().all(is_told)
    };
    match (told, change) {
        (Change::StatusChanged { to: told, .. }, Change::StatusChanged { to, .. }) => {
            told.code == to.code
        }
        (Change::Cancelled { .. }, Change::Cancelled { .. }) => true,
        (Change::TrackingEntered { to: told, .. }, Change::TrackingEntered { to, .. }) => {
            told == to
        }
        (
            Change::Invoiced {
                document: told,
                lines: all,
            },
            Change::Invoiced { document, lines },
        )
        | (
            Change::Credited {
                document: told,
                lines: all,
            },
            Change::Credited { document, lines },
        ) => told == document && (document.is_some() || all_moved(all, lines)),
        (Change::ExpectedDateChanged { lines: told }, Change::ExpectedDateChanged { lines }) => {
            lines.iter().all(|line| {
                told.iter()
                    .any(|it| (&it.line, it.to) == (&line.line, line.to))
            })
        }
        (Change::LinesCancelled { lines: told }, Change::LinesCancelled { lines })
        | (
            Change::Delivered { lines: told } | Change::PartDelivered { lines: told },
            Change::Delivered { lines } | Change::PartDelivered { lines },
        )
        | (Change::DeliveryCorrected { lines: told }, Change::DeliveryCorrected { lines })
        | (Change::Returned { lines: told }, Change::Returned { lines }) => all_moved(told, lines),
        (Change::BackInStock { lines: told }, Change::BackInStock { lines })
        | (Change::OutOfStock { lines: told }, Change::OutOfStock { lines }) => {
            lines.iter().all(|line| told.contains(line))
        }
        (told, change) => told == change,
    }
}

/// Tells how a notice that has a mail stands.
fn sent(notice: &Notice) -> Fate {
    let ending = |outcome: &Outcome| match &outcome.ending {
        Ending::Accepted { .. } => Some(("mailed", None)),
        Ending::Refused { reason } => Some(("not mailed", Some(format!("refused: {reason}")))),
        Ending::GivenUp { reason } => Some(("not mailed", Some(format!("given up: {reason}")))),
        Ending::Cancelled => Some(("not mailed", Some("dropped at the desk".to_owned()))),
        Ending::TryAgain { .. } | Ending::Unknown { .. } | Ending::Lapsed => None,
    };
    let being_sent = ("waiting", Some("being sent".to_owned()));
    let (mail, reason) = notice.outcomes().find_map(ending).unwrap_or(being_sent);
    Fate {
        mail,
        reason,
        notice: Some(notice.number),
    }
}

fn told(notice: &Notice) -> Told {
    let letter = notice.letter();
    let mail = letter.and_then(|letter| match &letter.composed {
        Composed::Mail(mail) => Some(mail.as_ref()),
        Composed::Skipped(_) => None,
    });
    let skipped = letter.and_then(|letter| match &letter.composed {
        Composed::Mail(_) => None,
        Composed::Skipped(skip) => Some(name(*skip)),
    });
    Told {
        notice: notice.number,
        at: letter.map(|letter| letter.at),
        changes: letter
            .map(|letter| letter.changes.clone())
            .unwrap_or_default(),
        left_out: letter
            .map(|letter| letter.left_out.clone())
            .unwrap_or_default(),
        to: mail.map(recipients).unwrap_or_default(),
        copies: Vec::new(),
        subject: mail.map(|mail| mail.subject.clone()),
        words: letter.and_then(|letter| letter.words.clone()),
        resends: None,
        skipped,
        outcomes: notice.outcomes().cloned().collect(),
        is_final: notice.is_final(),
    }
}

/// Makes the entry of each notice, with what became of its copies.
async fn told_with_copies(
    store: &impl Store,
    key: &OrderKey,
    notices: &[Notice],
) -> Result<Vec<Told>, StoreError> {
    let mut all = Vec::with_capacity(notices.len());
    for notice in notices {
        let copies = notice.read_copies(store, key).await?.into_iter();
        let copied = copies.map(|(to, copy)| Copied {
            notice: copy.number,
            to,
            outcomes: copy.outcomes().cloned().collect(),
            is_final: copy.is_final(),
        });
        all.push(Told {
            copies: copied.collect(),
            ..told(notice)
        });
    }
    Ok(all)
}

fn recipients(mail: &Mail) -> Vec<Mailbox> {
    std::iter::once(&mail.to).chain(&mail.cc).cloned().collect()
}

/// Reads the last mails that the merchant sent by hand.
async fn by_hand(
    store: &impl Store,
    key: &OrderKey,
    snapshot: &Snapshot,
) -> Result<Vec<Told>, StoreError> {
    let numbers = snapshot.by_hand.iter().map(|(n, _)| n);
    let mut numbers: Vec<u64> = numbers.rev().take(MOST_BY_HAND).collect();
    numbers.reverse();
    let mut all = Vec::new();
    for (n, event) in log::events(store, key, numbers.into_iter()).await? {
        if let Said::Written(by_hand) = event.said {
            let ByHand { mail, resends, .. } = *by_hand;
            let notice = Notice::read(store, key, BY_HAND + n).await?;
            // Before its first attempt, a mail by hand stands in its event alone.
            all.push(Told {
                at: Some(event.received_at),
                to: recipients(&mail),
                subject: Some(mail.subject),
                words: by_hand.words,
                resends,
                ..told(&notice)
            });
        }
    }
    Ok(all)
}

/// Gives a reason in words, as the desk shows it.
#[must_use]
pub const fn name(skip: Skip) -> &'static str {
    match skip {
        Skip::RuleOff => "rule off",
        Skip::NotSetToReceive => "not set to receive",
        Skip::Unsubscribed => "switched off by the customer",
        Skip::Suppressed => "suppressed",
        Skip::NoAddress => "no address",
        Skip::BadAddress => "an address that no mail can go to",
        Skip::NothingLeft => "moved back before it was told",
        Skip::NotComposed => "the mail could not be composed",
        Skip::OldOrder => "first seen more than 7 days after it was placed",
        Skip::PartOfAnother => "a part of another order",
        Skip::OnlyNoted => "only noted",
        Skip::InTheSameMail => "told by another change in the same mail",
        Skip::ToldBefore => "told before by another change",
    }
}
