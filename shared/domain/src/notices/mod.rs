//! The chain of notices of an order: what the customer was told, once each.
//!
//! Notice `i` holds what was mailed, or why nothing was, and the version that
//! the customer has now been told about, its *basis*. Each attempt at a notice
//! is guarded by a ticket, so that one worker at a time is at it.

mod attempt;
mod by_hand;
mod cancel;
mod chain;
mod circuit;
mod copies;
mod decide;
mod letter;
mod look;
mod news;
mod outcome;
mod papers;
mod post;
mod recipients;
mod report;
mod shown;
mod task;

pub use by_hand::kept_mail;
pub use cancel::{Cancelled, cancel};
pub use chain::{Attempt, Notice};
pub use circuit::{Breaker, Circuit, Opening};
pub use copies::Copies;
pub use decide::{Plan, decide, is_on_page, template};
pub use letter::{Basis, Composed, LeftOut, Letter, Skip, Words};
pub use look::{Again, Look, Taken, deliver, look};
pub use outcome::{Ending, Outcome};
pub use papers::{MAX_PAPERS, Papers};
pub use post::{Dispatch, Post, Rules, Written};
pub use report::{Heard, report};
pub use shown::shown;
pub(crate) use task::open_task;

use crate::time::Duration;

/// The notice of a mail by hand has the number of its event above this one, so
/// that it never meets a notice of the chain.
pub const BY_HAND: u64 = 1 << 31;

/// How long an attempt is left alone before it counts as dead. It must exceed
/// [`GIVE_UP`], [`SEND_TIMEOUT`], one call to the store, and twice the
/// difference between two hosts' clocks, together.
pub const LEASE: Duration = Duration::seconds(60);

/// How long a worker may act on what it read: begin to write or to send.
pub const GIVE_UP: Duration = Duration::seconds(20);

/// How long one call to a provider may take: the caller ends it then.
pub const SEND_TIMEOUT: Duration = Duration::seconds(15);

/// How long a notice is tried before it is given up. Below the 24 hours that
/// Resend remembers an idempotency key for.
pub const NOTICE_LIFE: Duration = Duration::hours(23);

/// How often a mail may be sent without knowing what became of it, where the
/// provider cannot tell a second copy from the first.
pub const MAX_UNKNOWN: usize = 2;

/// How many attempts may die before they have written a letter: then the
/// composing itself is what kills them.
pub const MAX_UNWRITTEN: usize = 5;
