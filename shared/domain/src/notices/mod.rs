//! The chain of an order's notices: what the customer was told, once each.
//!
//! Notice `i` holds the mail, or the reason why there was none, and the version
//! that the customer has been told about now, its *basis*. Each attempt at a
//! notice is guarded by a ticket, so that only one worker at a time works on it.

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
mod worker;

pub use by_hand::kept_mail;
pub use cancel::{Cancelled, cancel};
pub use chain::{Attempt, Notice};
pub use circuit::{Breaker, Circuit, Opening};
pub use copies::Copies;
pub use decide::{Content, MailRules, OrderChanges, Plan, decide, template};
pub use letter::{Composed, LeftOut, Letter};
pub use look::{Again, Look, Taken, deliver, look};
pub use outcome::{Ending, Outcome};
pub use papers::{MAX_PAPERS, Papers};
pub use post::{Dispatch, OrderLink, Post, Rules, Written};
pub use report::{Heard, report};
pub use shown::shown;
pub(crate) use task::open_task;

use crate::time::Duration;

/// The number above which the notices of mails by hand have theirs: that of
/// their event is added to it, so that they never meet a notice of the chain.
pub const BY_HAND: u64 = 1 << 31;

/// The time for which a notice is tried before it is given up. It is below the
/// 24 hours for which Resend remembers an idempotency key.
pub const NOTICE_LIFE: Duration = Duration::hours(23);

/// The number of times that a mail may be sent with an unknown result, if the
/// provider cannot tell a second copy from the first.
pub const MAX_UNKNOWN: usize = 2;

/// The number of attempts that may die before they have written a letter: then
/// composing the mail is what kills them.
pub const MAX_UNWRITTEN: usize = 5;
