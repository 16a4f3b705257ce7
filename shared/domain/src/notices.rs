//! The chain of an order's notices: the news that the customer was told, each once.
//!
//! Notice `i` holds the mail, or the reason why there was none, and the version
//! that the customer has been told about now, its *baseline*. Each attempt at a
//! notice is guarded by a ticket, so that only one worker at a time works on it.

mod attempt;
mod attempt_record;
mod cancel;
mod chain;
mod circuit;
mod copies;
mod decide;
mod documents;
mod mailer;
mod manual;
mod news;
mod prepare;
mod prepared;
mod process;
mod recipients;
mod report;
mod shown;
mod worker;

pub use attempt_record::{AttemptRecord, AttemptResult};
pub use cancel::{Cancelled, cancel};
pub use chain::{Attempt, Notice};
pub use circuit::{Breaker, Circuit, Opening};
pub use copies::Copies;
pub use decide::{MailRules, NoticeContent, OrderChanges, Plan, decide, template};
pub use documents::{MAX_MAIL_DOCUMENTS, MailDocuments};
pub use mailer::{ComposedMail, Mailer, OrderLink, OutgoingMail, Rules};
pub use manual::kept_mail;
pub use prepared::{Composed, LeftOut, PreparedNotice};
pub use process::{ClaimedByOther, JobOutcome, Retry, deliver, process_order};
pub use report::{ReportedEvent, report};
pub use shown::shown;

use crate::time::Duration;

/// The number above which the notices of manual mails are numbered: the number of
/// their event is added to it, so that they never share one with a notice of the chain.
pub const BY_HAND: u64 = 1 << 31;

/// The time for which a notice is tried before it is given up. It is below the
/// 24 hours for which Resend remembers an idempotency key.
pub const NOTICE_LIFE: Duration = Duration::hours(23);

/// The number of times that a mail may be sent with an unknown result, if the
/// provider cannot tell a second copy from the first.
pub const MAX_UNKNOWN: usize = 2;

/// The number of attempts that may die before they have written a prepared notice: then
/// composing the mail is what kills them.
pub const MAX_UNWRITTEN: usize = 5;
