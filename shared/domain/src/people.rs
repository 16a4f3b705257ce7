//! The people who order, as the desk knows them: who they are, and what the staff wrote of
//! them.
//!
//! Whatever the desk says of a person stands in a log of its own, beside the shop's own word
//! ([`crate::intake::customer`]), which every mail reads. A guest has such a log too, under
//! the digest of their address.

mod known;
mod listing;
mod person;
mod watch;
mod watch_list;

pub use known::{KnownPerson, PersonChange, PersonEvent, person_log};
pub(crate) use listing::listings;
pub use listing::{ListedPerson, PeoplePage, PersonView, found_by, page};
pub use person::Person;
pub use watch::{WatchNote, current, lift, watch, watch_note};
pub use watch_list::{WatchList, WatchListEvent};

#[cfg(test)]
mod tests;
