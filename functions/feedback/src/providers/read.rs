//! Reading what providers send. Nothing is taken for granted: a field that is
//! missing or of another type counts as not given.

use serde_json::Value;
use wismo_domain::log::MailEventKind;
use wismo_domain::mail::Mailbox;
use wismo_domain::mail::reference::fits;
use wismo_domain::time::Timestamp;

use crate::{BadBody, Happening};

/// The most events of one delivery. SendGrid, SparkPost and Mailtrap send up
/// to about a thousand at once.
const MAX_EVENTS: usize = 10_000;

/// The content of a delivery.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// The happenings, in the order in which they were reported.
    pub happenings: Vec<Happening>,
    /// The number of events that are of a kind that concerns us, but name no
    /// recipient: the provider must have changed its form.
    pub unread: usize,
    /// An address to be fetched so that the provider goes on sending events;
    /// it is on a host that [`parse`](super::Source::parse) checked.
    pub confirm: Option<String>,
}

/// Collects the happenings.
pub(super) struct Reader {
    now: Timestamp,
    parsed: Parsed,
}

impl Reader {
    pub(super) const fn new(now: Timestamp) -> Self {
        let parsed = Parsed {
            happenings: Vec::new(),
            unread: 0,
            confirm: None,
        };
        Self { now, parsed }
    }

    /// Notes what happened to one recipient. An event without a time counts as
    /// having happened now.
    pub(super) fn note(
        &mut self,
        reference: Option<&str>,
        recipient: Option<&str>,
        at: Option<Timestamp>,
        fate: MailEventKind,
    ) {
        let mailbox = recipient.and_then(|text| text.parse::<Mailbox>().ok());
        let Some(mailbox) = mailbox else {
            self.parsed.unread += 1;
            return;
        };
        self.parsed.happenings.push(Happening {
            reference: reference.filter(|text| fits(text)).map(str::to_owned),
            recipient: mailbox.address,
            at: at.map_or(self.now, |at| at.min(self.now)),
            fate,
        });
    }

    pub(super) fn done(self) -> Parsed {
        self.parsed
    }
}

/// Reads the events of a body that is one event or a list of them.
pub(super) fn events(body: &[u8]) -> Result<Vec<Value>, BadBody> {
    list(match serde_json::from_slice(body)? {
        Value::Array(events) => events,
        event @ Value::Object(_) => vec![event],
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            return Err(BadBody::Form("an event or a list of events"));
        }
    })
}

/// Refuses a list of too many events.
pub(super) fn list(events: Vec<Value>) -> Result<Vec<Value>, BadBody> {
    if events.len() > MAX_EVENTS {
        return Err(BadBody::TooMany(MAX_EVENTS));
    }
    Ok(events)
}

/// The text at a JSON pointer.
pub(super) fn text<'a>(value: &'a Value, pointer: &str) -> Option<&'a str> {
    value.pointer(pointer).and_then(Value::as_str)
}

/// The text at a JSON pointer, or the empty text.
pub(super) fn word<'a>(value: &'a Value, pointer: &str) -> &'a str {
    text(value, pointer).unwrap_or_default()
}

/// The text or number at a JSON pointer, as text.
pub(super) fn code(value: &Value, pointer: &str) -> String {
    match value.pointer(pointer) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_)) | None => {
            String::new()
        }
    }
}

/// Tells whether there is a `true` at a JSON pointer.
pub(super) fn is_true(value: &Value, pointer: &str) -> bool {
    value.pointer(pointer).and_then(Value::as_bool) == Some(true)
}

/// The items of the list at a JSON pointer.
pub(super) fn items<'a>(value: &'a Value, pointer: &str) -> &'a [Value] {
    value
        .pointer(pointer)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// The moment at a JSON pointer: RFC 3339, or seconds or milliseconds since
/// 1970 as a number or as digits. An implausible moment counts as not given.
pub(super) fn moment(value: &Value, pointer: &str) -> Option<Timestamp> {
    let moment = match value.pointer(pointer)? {
        Value::String(text) => match text.parse() {
            Ok(number) => epoch(number),
            Err(_) => text.parse().ok(),
        },
        Value::Number(number) => epoch(number.as_i64().or_else(|| {
            // Mailgun's numbers have fractions.
            number.to_string().split('.').next()?.parse().ok()
        })?),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    };
    moment.and_then(Timestamp::likely)
}

/// Reads a number as seconds up to the year 5138, and as milliseconds from
/// 1973 on.
fn epoch(number: i64) -> Option<Timestamp> {
    const FIRST_MILLISECONDS: i64 = 100_000_000_000;
    let seconds = if number >= FIRST_MILLISECONDS {
        number / 1000
    } else {
        number
    };
    Timestamp::from_second(seconds)
}
