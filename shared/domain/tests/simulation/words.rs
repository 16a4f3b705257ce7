//! The words of a trace: short ones for keys, values and answers.

use wismo_domain::jobs::{Mark, Open, Work};
use wismo_domain::log::{Event, Fact, Said, Snapshot};
use wismo_domain::mail::Sent;
use wismo_domain::notices::{Composed, Ending, Letter, Outcome};
use wismo_domain::record::{Record, decode};

use crate::world::Kind;

/// Shortens a key by what all keys have: `o0 notice 1 mail 2`.
pub(crate) fn short(key: &str) -> String {
    let key = key.strip_prefix("shop/sim/").unwrap_or(key);
    key.strip_prefix("order/").unwrap_or(key).replace('/', " ")
}

/// Names a call, before its result is known.
pub(crate) fn name(kind: &Kind) -> String {
    match kind {
        Kind::Get(key) => format!("reading {}", short(key)),
        Kind::Set(entries) => {
            let keys: Vec<String> = entries.iter().map(|(key, _)| short(key)).collect();
            format!("writing {}", keys.join(" and "))
        }
        Kind::Delete(key) => format!("deleting {}", short(key)),
        Kind::Increment(key, _) => format!("drawing from {}", short(key)),
        Kind::Send { .. } => "sending".to_owned(),
    }
}

pub(crate) fn answer_words(sent: &Sent) -> String {
    match sent {
        Sent::Accepted { .. } => "accepted".to_owned(),
        Sent::Refused { reason } | Sent::RecipientRefused { reason } => {
            format!("refused, {reason}")
        }
        Sent::TryAgain { reason, .. }
        | Sent::OverQuota { reason, .. }
        | Sent::NotReady { reason }
        | Sent::Misconfigured { reason } => format!("try again, {reason}"),
        Sent::Unknown { reason } => reason.clone(),
    }
}

/// Puts a value into words.
pub(crate) fn words(key: &str, value: &[u8]) -> String {
    let last = key.rsplit('/').next().unwrap_or_default();
    let in_queue = key.starts_with("queue/");
    let words = if last == "len" || key.contains("/ticket/") {
        counter(value)
    } else if in_queue && last == "mark" {
        said(key, value, mark)
    } else if in_queue {
        said(key, value, work)
    } else if key.contains("/outcome/") {
        said(key, value, outcome)
    } else if key.contains("/mail/") {
        said(key, value, letter)
    } else if key.contains("/order/") && last == "snapshot" {
        said(key, value, snapshot)
    } else if key.contains("/order/") && key.contains("/event/") {
        said(key, value, event)
    } else {
        None
    };
    words.unwrap_or_else(|| format!("{} bytes", value.len()))
}

fn said<R: Record>(key: &str, value: &[u8], words: fn(&R) -> String) -> Option<String> {
    decode(key, value).ok().map(|record| words(&record))
}

fn counter(value: &[u8]) -> Option<String> {
    let number = u64::from_le_bytes(value.try_into().ok()?);
    Some(number.to_string())
}

fn mark(mark: &Mark) -> String {
    let open = mark.open.iter().map(|(q, open)| match open {
        Open::Waiting {
            timing: Some(_), ..
        } => format!("{q} waits for its time"),
        Open::Waiting { taken: None, .. } => format!("{q} waits"),
        Open::Waiting {
            taken: Some(taken), ..
        } => format!(
            "{q} waits for notice {} attempt {}",
            taken.notice, taken.attempt
        ),
        Open::Missing { .. } => format!("{q} is missing"),
    });
    let open: Vec<String> = open.collect();
    format!("next {}, [{}]", mark.next, open.join(", "))
}

fn work(work: &Work) -> String {
    match work {
        Work::Look(job) => format!("look at {} for event {}", job.order.order, job.n),
        Work::Deliver(job) => format!("deliver {} event {}", job.order.order, job.n),
        Work::Spread(spread) => {
            let said = spread.said.iter();
            let said = said.map(|said| format!("{} event {}", said.sku, said.event));
            format!("spread {}", said.collect::<Vec<_>>().join(", "))
        }
        Work::Import(import) => format!("work portion {} off", import.n),
        Work::Release(_) => "release".to_owned(),
    }
}

fn outcome(outcome: &Outcome) -> String {
    match &outcome.ending {
        Ending::Accepted { .. } => "accepted",
        Ending::Refused { .. } => "refused",
        Ending::GivenUp { .. } => "given up",
        Ending::TryAgain { .. } => "try again",
        Ending::Unknown { .. } => "unknown",
        Ending::Lapsed => "lapsed",
        Ending::Cancelled => "cancelled",
    }
    .to_owned()
}

fn letter(letter: &Letter) -> String {
    let told = match &letter.composed {
        Composed::Mail(mail) => format!("mail, {}", mail.text),
        Composed::Skipped(skip) => format!("no mail, {skip:?}"),
    };
    match &letter.basis {
        Some(basis) => {
            let n = basis.rank().map_or(0, |rank| rank.n);
            format!("on event {n}: {told}")
        }
        None => told,
    }
}

fn snapshot(snapshot: &Snapshot) -> String {
    let newest = snapshot.newest().map_or_else(
        || "no order".to_owned(),
        |(rank, order)| format!("event {} is newest, {}", rank.n, order.status.code),
    );
    let removed = if snapshot.is_removed() {
        ", removed"
    } else {
        ""
    };
    format!("{newest}{removed}")
}

fn event(event: &Event) -> String {
    let said = match &event.said {
        Said::Order(order) => format!("{} of {}", order.status.code, order.updated_at),
        Said::Deleted => "deleted".to_owned(),
        Said::Trashed => "to the trash".to_owned(),
        Said::Fact {
            fact: Fact::Part(part),
            ..
        } => {
            let status = part.status.as_ref().map(|status| status.code.as_str());
            let status = status.unwrap_or("no status");
            let whole = if part.currency.is_some() {
                ", whole"
            } else {
                ""
            };
            format!("part, {status}{whole}, of {}", part.updated_at)
        }
        Said::Fact { n, fact, .. } => format!("{fact:?} {}", n.unwrap_or_default()),
        Said::Released => "released".to_owned(),
        Said::Held(true) => "held".to_owned(),
        Said::Held(false) => "held no more".to_owned(),
        Said::Cancelled => "cancelled".to_owned(),
        Said::Written(_) => "by hand".to_owned(),
        Said::Chosen(choice) => format!("{choice:?}"),
        Said::Link(change) => format!("link {change:?}"),
        Said::Mail { said, .. } => said.fate.name().to_owned(),
    };
    format!("{said}, {:?} at {}", event.via, event.received_at)
}
