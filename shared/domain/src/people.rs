//! The people who order, as the desk knows them: who they are, and what the staff wrote of
//! them.
//!
//! Whatever the desk says of a person stands in a log of its own, beside the shop's own word
//! ([`crate::intake::customer`]), which every mail reads. A guest has such a log too, under
//! the digest of their address. Two of these records may be one person: the staff joins them
//! ([`join`]), for the desk alone. What customers see and get does not know of it.

mod join;
mod joined_records;
mod joining;
mod known;
mod listing;
mod person;
mod relisting;
mod view;
mod watch;
mod watch_list;

pub use join::Join;
pub use joined_records::{JoinedRecord, JoinedRecords, MAX_RECORDS};
pub use joining::{JoinOutcome, join, separate};
pub use known::{KnownPerson, PersonChange, PersonEvent, Source, person_log};
pub(crate) use listing::listings;
pub use listing::{ListedPerson, PeoplePage, page};
pub use person::Person;
pub use view::PersonView;
pub use watch::{WatchNote, lift, watch, watch_note};
pub use watch_list::{WatchList, WatchListEvent};

#[cfg(test)]
mod tests;
