//! The words of a trace: short ones for keys, values and answers.

use wismo_domain::jobs::{Cursor, Open};
use wismo_domain::log::{Event, EventPayload, Fact, Snapshot};
use wismo_domain::mail::SendResult;
use wismo_domain::notices::{AttemptRecord, AttemptResult, Composed, PreparedNotice};
use wismo_domain::queue::Work;
use wismo_domain::storage::record::{Record, decode};

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

pub(crate) fn answer_words(sent: &SendResult) -> String {
    match sent {
        SendResult::Accepted { .. } => "accepted".to_owned(),
        SendResult::Refused { reason } | SendResult::RecipientRefused { reason } => {
            format!("refused, {reason}")
        }
        SendResult::TryAgain { reason, .. }
        | SendResult::OverQuota { reason, .. }
        | SendResult::NotReady { reason }
        | SendResult::Misconfigured { reason } => format!("try again, {reason}"),
        SendResult::Unknown { reason } => reason.clone(),
    }
}

/// Puts a value into words.
pub(crate) fn words(key: &str, value: &[u8]) -> String {
    let last = key.rsplit('/').next().unwrap_or_default();
    let in_queue = key.starts_with("queue/");
    let words = if last == "len" || key.contains("/ticket/") {
        counter(value)
    } else if in_queue && last == "cursor" {
        said(key, value, cursor)
    } else if in_queue {
        said(key, value, work)
    } else if key.contains("/outcome/") {
        said(key, value, outcome)
    } else if key.contains("/mail/") {
        said(key, value, prepared)
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

fn cursor(cursor: &Cursor) -> String {
    let open = cursor.open.iter().map(|(q, open)| match open {
        Open::Waiting {
            timing: Some(_), ..
        } => format!("{q} waits for its time"),
        Open::Waiting { claimed: None, .. } => format!("{q} waits"),
        Open::Waiting {
            claimed: Some(claimed),
            ..
        } => format!(
            "{q} waits for notice {} attempt {}",
            claimed.notice, claimed.attempt
        ),
        Open::Missing { .. } => format!("{q} is missing"),
    });
    let open: Vec<String> = open.collect();
    format!("next {}, [{}]", cursor.next, open.join(", "))
}

fn work(work: &Work) -> String {
    match work {
        Work::Order(job) => format!("look at {} for event {}", job.order.order, job.n),
        Work::Deliver(job) => format!("deliver {} event {}", job.order.order, job.n),
        Work::FanOut(fan_out) => {
            let events = fan_out.events.iter();
            let events = events.map(|key| format!("{} event {}", key.sku, key.event));
            format!("fan out {}", events.collect::<Vec<_>>().join(", "))
        }
        Work::Import(import) => format!("process batch {}", import.n),
        Work::Release(_) => "release".to_owned(),
    }
}

fn outcome(outcome: &AttemptRecord) -> String {
    match &outcome.result {
        AttemptResult::Accepted { .. } => "accepted",
        AttemptResult::Refused { .. } => "refused",
        AttemptResult::GivenUp { .. } => "given up",
        AttemptResult::TryAgain { .. } => "try again",
        AttemptResult::Unknown { .. } => "unknown",
        AttemptResult::Lapsed => "lapsed",
        AttemptResult::Cancelled => "cancelled",
    }
    .to_owned()
}

fn prepared(prepared: &PreparedNotice) -> String {
    let told = match &prepared.composed {
        Composed::Mail(mail) => format!("mail, {}", mail.text),
        Composed::Skipped(skip) => format!("no mail, {skip:?}"),
    };
    match &prepared.baseline {
        Some(baseline) => {
            let n = baseline.rank().map_or(0, |rank| rank.n);
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
    let said = match &event.payload {
        EventPayload::Order(order) => format!("{} of {}", order.status.code, order.updated_at),
        EventPayload::Deleted => "deleted".to_owned(),
        EventPayload::Trashed => "to the trash".to_owned(),
        EventPayload::Fact {
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
        EventPayload::Fact { n, fact, .. } => format!("{fact:?} {}", n.unwrap_or_default()),
        EventPayload::Released => "released".to_owned(),
        EventPayload::Held(true) => "held".to_owned(),
        EventPayload::Held(false) => "held no more".to_owned(),
        EventPayload::Cancelled => "cancelled".to_owned(),
        EventPayload::Printed(printout) => format!("printed {printout:?}"),
        EventPayload::Urgent(reason) => format!("urgent: {reason:?}"),
        EventPayload::ManualMail(_) => "by hand".to_owned(),
        EventPayload::Preferences(choice) => format!("{choice:?}"),
        EventPayload::Link(change) => format!("link {change:?}"),
        EventPayload::Mail { event, .. } => event.kind.name().to_owned(),
        EventPayload::Note(_) => "note".to_owned(),
    };
    format!("{said}, {:?} at {}", event.via, event.received_at)
}
