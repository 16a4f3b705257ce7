//! Finding orders and people by anything that is known of them.
//!
//! The index is a log of entries that grows into segments. An order that is listed
//! anew writes one **entry**: its subject and the tokens by which it is found. In the
//! background ([`step`]) the entries are packed into segments of the first level, and
//! each further level merges eight segments of the one before. Segment `i` of a level
//! covers the same numbers for ever, so the place where an entry must be follows from
//! its number.
//!
//! Nothing here needs more than `increment`, which alone is atomic:
//!
//! - An entry counts once its writer has seen, in time, that it is written ([`enter`]).
//!   A number that is still without an entry a lease after it was missed stays empty.
//! - A segment's blocks are written under the number of their build, which is drawn, and
//!   its head says which build counts. So blocks of two builds never mix, and whichever
//!   head is written last is right.
//! - Before a segment is built, its own head and those of all segments that would hold it
//!   are looked up: what they cover is done, whatever the noted progress says.
//! - The noted progress is a cache. Who does not find a segment where it should be looks
//!   in those that would hold it, and then in its parts.
//!
//! What the postings find is checked against the **present record** of each subject
//! ([`find`]). So an old posting costs a read, and never shows a wrong row.

mod block;
mod cursor;
mod entry;
mod find;
mod layout;
mod listing;
mod mark;
mod matches;
mod merge;
mod pack;
mod phone;
mod posting;
mod progress;
mod query;
mod read;
mod reason;
mod records;
mod segment;
mod step;
mod subject;
mod sweep;
mod tokens;
mod upkeep;

pub use cursor::{Cursor, NoCursor};
pub use entry::{Entry, enter};
pub use find::{Hit, Page, PageOf, find};
pub use layout::{Index, Layout};
pub(crate) use listing::{Searched, ToEnter, order_of, to_enter};
pub use mark::{Flag, Mark};
pub use query::Query;
pub use reason::{
    AddressUse, Fit, Reason, Searchable, person_of, person_of_address, person_of_id,
    texts_of_buyer, texts_of_customer, texts_of_order, texts_of_snapshot,
};
pub use records::{
    OrderRecord, OrderRecords, Present, ReadShop, Records, StoredRecord, StoredRecords,
};
pub use step::{Step, step};
pub use subject::Subject;
pub use upkeep::keep_up;
