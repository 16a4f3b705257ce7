//! The recorder's memory.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use serde_json::Value;

use super::Fault;

/// A mail that was taken.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// Its id at the API.
    pub id: String,
    /// Resend's and Brevo's idempotency key; with Postmark, the key that Wismo keeps
    /// in the metadata.
    pub key: Option<String>,
    /// The name that the API's events would give to the mail.
    pub reference: Option<String>,
    /// The sender: `Name <address>`.
    pub from: String,
    /// The recipient: `Name <address>`.
    pub to: String,
    /// The recipients of a copy: `Name <address>`, separated by commas.
    pub cc: Option<String>,
    /// The address for answers: `Name <address>`.
    pub reply_to: Option<String>,
    /// The subject.
    pub subject: String,
    /// The plain part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// Further header fields.
    pub headers: Vec<(String, String)>,
    /// The files that came with it.
    pub files: Vec<File>,
    /// The time when it was taken.
    pub at: SystemTime,
}

impl Accepted {
    /// A further header field.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(other, _)| other.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }
}

/// A file that came with a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its content.
    pub content: Vec<u8>,
}

/// A mail that was read and found right.
#[derive(Default)]
pub(super) struct Submitted {
    pub(super) key: Option<String>,
    pub(super) reference: Option<String>,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) cc: Option<String>,
    pub(super) reply_to: Option<String>,
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) html: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) files: Vec<File>,
}

/// The result of using a key.
pub(super) enum Reserved {
    /// The mail was taken under this id; or taken before, and not again.
    Id(String),
    /// The request that first used it is not answered yet.
    InProgress,
    /// It was used for another mail.
    OtherBody,
}

struct Known {
    body: Value,
    id: String,
    in_progress: bool,
}

#[derive(Default)]
struct Inner {
    accepted: Vec<Accepted>,
    refused: Vec<String>,
    faults: VecDeque<Fault>,
    keys: HashMap<String, Known>,
    under_way: usize,
    most_under_way: usize,
}

/// The recorder's memory, shared with everybody who asks it.
#[derive(Default)]
pub(super) struct Memory(Mutex<Inner>);

impl Memory {
    pub(super) fn accepted(&self) -> Vec<Accepted> {
        self.lock().accepted.clone()
    }

    pub(super) fn refused(&self) -> Vec<String> {
        self.lock().refused.clone()
    }

    pub(super) fn script(&self, faults: impl IntoIterator<Item = Fault>) {
        self.lock().faults.extend(faults);
    }

    pub(super) fn next_fault(&self) -> Option<Fault> {
        self.lock().faults.pop_front()
    }

    pub(super) fn refuse(&self, why: String) {
        self.lock().refused.push(why);
    }

    pub(super) fn most_under_way(&self) -> usize {
        self.lock().most_under_way
    }

    /// Begins a request, which is under way until the returned value is dropped.
    pub(super) fn begin(self: &Arc<Self>) -> UnderWay {
        let mut inner = self.lock();
        inner.under_way += 1;
        inner.most_under_way = inner.most_under_way.max(inner.under_way);
        UnderWay(Arc::clone(self))
    }

    /// Takes a mail, whatever was taken before.
    pub(super) fn accept(&self, mail: Submitted) -> String {
        self.lock().accept(mail)
    }

    /// Takes a mail under a key, once: the key stays in progress until
    /// [`answered`](Self::answered).
    pub(super) fn accept_once(&self, key: &str, body: &Value, mail: Submitted) -> Reserved {
        let mut inner = self.lock();
        if let Some(known) = inner.keys.get(key) {
            return match known {
                Known {
                    in_progress: true, ..
                } => Reserved::InProgress,
                known if known.body != *body => Reserved::OtherBody,
                known => Reserved::Id(known.id.clone()),
            };
        }
        let id = inner.accept(mail);
        let known = Known {
            body: body.clone(),
            id: id.clone(),
            in_progress: true,
        };
        inner.keys.insert(key.to_owned(), known);
        Reserved::Id(id)
    }

    /// Notes that the request that first used the key has its answer.
    pub(super) fn answered(&self, key: &str) {
        if let Some(known) = self.lock().keys.get_mut(key) {
            known.in_progress = false;
        }
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A request that is not answered yet.
pub(super) struct UnderWay(Arc<Memory>);

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.lock().under_way -= 1;
    }
}

impl Inner {
    fn accept(&mut self, mail: Submitted) -> String {
        let number = self.accepted.len() + 1;
        let id = format!("00000000-0000-4000-8000-{number:012x}");
        self.accepted.push(Accepted {
            id: id.clone(),
            key: mail.key,
            reference: mail.reference,
            from: mail.from,
            to: mail.to,
            cc: mail.cc,
            reply_to: mail.reply_to,
            subject: mail.subject,
            text: mail.text,
            html: mail.html,
            headers: mail.headers,
            files: mail.files,
            at: SystemTime::now(),
        });
        id
    }
}

impl std::fmt::Debug for Memory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let inner = self.lock();
        f.debug_struct("Memory")
            .field("accepted", &inner.accepted.len())
            .field("refused", &inner.refused)
            .finish_non_exhaustive()
    }
}
