//! The log of an order: every delivery, and what follows from them.
//!
//! Events are numbered by a counter and written once. What follows from them is
//! a pure function of their **set** ([`Snapshot`]), so that late, repeated and
//! concurrent deliveries need no special case.

mod actor;
mod append;
mod apply;
mod baseline;
mod event;
mod fact;
mod facts;
mod item_event;
mod links;
mod listing;
mod mail_event;
mod manual_mail;
mod preferences;
mod printout;
mod read;
mod seen_statuses;
mod snapshot;
mod state;
#[cfg(test)]
mod tests;
mod watching;

pub use actor::Actor;
pub use append::{Appended, append, append_all, note};
pub use apply::order_of;
pub use baseline::{Baseline, Skip};
pub use event::{Event, EventPayload, Via};
pub use fact::{Fact, RecordedFact};
pub use facts::Facts;
pub use item_event::{ItemEvent, KnownItem};
pub use links::{LinkChange, Links, change_links};
pub(crate) use listing::{Entering, confirm, list};
pub use mail_event::{MailEvent, MailEventKind};
pub use manual_mail::ManualMail;
pub use preferences::{MailPreferences, set_preferences};
pub use printout::Printout;
pub use read::{Reading, catch_up, project, project_all, read, snapshot};
pub(crate) use read::{catch_up_and_keep, events, quiet, store_with};
pub use seen_statuses::SeenStatuses;
pub(crate) use snapshot::Unnotified;
pub use snapshot::{Disposition, Rank, Snapshot, Urgency};
pub use state::{Moment, State};
