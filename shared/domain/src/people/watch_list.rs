//! The watch list of a shop as a whole: who is on it, and by what their orders are found.

use serde::{Deserialize, Serialize};

use super::Person;
use crate::storage::event_log::{Projected, Projection};
use crate::storage::keys::watch_list_log;
use crate::storage::record::Record;
use crate::storage::{Store, StoreError};
use crate::time::Timestamp;

/// The most people whose last word is kept, those on the list or not: the newest.
const MAX_PEOPLE: usize = 500;

/// The most others as whom a person has ordered: guests with their addresses, and the records
/// that are joined with theirs.
const MAX_OTHERS: usize = 20;

/// Somebody was put on the watch list, or taken off it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WatchListEvent {
    /// The person.
    person: Person,
    /// The place on the list; none: they are on it no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    entry: Option<Watched>,
}

impl Record for WatchListEvent {
    const VERSION: u32 = 1;
}

impl WatchListEvent {
    /// Says that a person has this place on the list, or none.
    pub(super) fn placed(person: &Person, entry: Option<Watched>) -> Self {
        Self {
            person: person.clone(),
            entry,
        }
    }
}

/// The place of a person on the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Watched {
    /// The last second for which it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ends_at: Option<Timestamp>,
    /// The digests of others whose orders are theirs: of guests who have their addresses, and
    /// of the records that are joined with theirs.
    #[serde(rename = "guests")]
    others: Vec<String>,
}

impl Watched {
    /// Makes the place of a person, to the end of a time if one is given. Orders by these
    /// digests are theirs too.
    pub(super) fn new(
        person: &Person,
        ends_at: Option<Timestamp>,
        others: impl Iterator<Item = String>,
    ) -> Self {
        let own = person.digest();
        let mut all: Vec<String> = Vec::new();
        for other in others.filter(|other| *other != own) {
            if all.len() < MAX_OTHERS && !all.contains(&other) {
                all.push(other);
            }
        }
        Self {
            ends_at,
            others: all,
        }
    }
}

/// The last word about a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Last {
    n: u64,
    person: Person,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    entry: Option<Watched>,
}

/// The people of a shop who are on the watch list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WatchList(Vec<Last>);

impl Record for WatchList {
    const VERSION: u32 = 1;
}

impl Projection for WatchList {
    type Event = WatchListEvent;

    fn apply(&mut self, n: u64, event: WatchListEvent) {
        let is_later = |other: &Last| other.person == event.person && other.n > n;
        if self.0.iter().any(is_later) {
            return;
        }
        self.0.retain(|other| other.person != event.person);
        let place = self.0.partition_point(|other| other.n < n);
        let last = Last {
            n,
            person: event.person,
            entry: event.entry,
        };
        self.0.insert(place, last);
        while self.0.len() > MAX_PEOPLE {
            // Whoever is on the list stays as long as somebody is kept who is not.
            let lifted = self.0.iter().position(|last| last.entry.is_none());
            self.0.remove(lifted.unwrap_or_default());
        }
    }
}

impl WatchList {
    /// Reads the list of a shop, with one call.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn of_shop(store: &impl Store, shop: &str) -> Result<Self, StoreError> {
        let kept: Projected<Self> = watch_list_log(shop).kept(store).await?;
        Ok(kept.projection)
    }

    /// Lists the digests by which the orders of people on the list are found, those of the
    /// newest first.
    pub fn digests(&self, now: Timestamp) -> impl Iterator<Item = String> {
        self.present(now).flat_map(|(person, watched)| {
            let others = watched.others.iter().cloned();
            std::iter::once(person.digest()).chain(others)
        })
    }

    /// Finds the person on the list whose orders are found by a digest.
    #[must_use]
    pub fn of_digest(&self, digest: &str, now: Timestamp) -> Option<&Person> {
        let mut present = self.present(now);
        let is_it = |person: &Person, watched: &Watched| {
            person.digest() == digest || watched.others.iter().any(|other| other == digest)
        };
        let found = present.find(|(person, watched)| is_it(person, watched));
        found.map(|(person, _)| person)
    }

    /// Finds the place of a person.
    pub(super) fn place_of(&self, person: &Person) -> Option<&Watched> {
        let last = self.0.iter().find(|last| last.person == *person)?;
        last.entry.as_ref()
    }

    fn present(&self, now: Timestamp) -> impl Iterator<Item = (&Person, &Watched)> {
        let entries = self.0.iter().rev();
        let entries = entries.filter_map(|last| Some((&last.person, last.entry.as_ref()?)));
        entries.filter(move |(_, watched)| watched.ends_at.is_none_or(|ends_at| now <= ends_at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::person_of_address;

    fn watched(person: &Person, ends_at: Option<Timestamp>, addresses: &[&str]) -> WatchListEvent {
        let guests = addresses.iter().filter_map(|one| person_of_address(one));
        WatchListEvent::placed(person, Some(Watched::new(person, ends_at, guests)))
    }

    fn lifted(person: &Person) -> WatchListEvent {
        WatchListEvent::placed(person, None)
    }

    #[test]
    fn the_last_word_about_each_person_counts_in_whatever_order_they_turn_up() {
        let ada = Person::Customer("C-1".to_owned());
        let ben = Person::guest("ben@shop.example").unwrap();
        let at = |second: i64| Timestamp::from_second(second).unwrap();
        let events = [
            (1, watched(&ada, None, &["ada@shop.example"])),
            (2, watched(&ben, Some(at(60)), &["ben@shop.example"])),
            (3, lifted(&ada)),
            (
                4,
                watched(&ada, None, &["Ada@Shop.example ", "ada@shop.example"]),
            ),
        ];
        let as_guest = Person::guest("ada@shop.example").unwrap().digest();
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 3, 0, 1]] {
            let mut list = WatchList::default();
            for index in order {
                let (n, event): &(u64, WatchListEvent) = &events[index];
                list.apply(*n, event.clone());
            }
            assert_eq!(list.of_digest(&as_guest, at(0)), Some(&ada), "{order:?}");
            let all: Vec<String> = list.digests(at(60)).collect();
            assert_eq!(all, [ada.digest(), as_guest.clone(), ben.digest()]);
            assert_eq!(list.of_digest(&ben.digest(), at(61)), None);
            list.apply(5, lifted(&ada));
            assert_eq!(list.of_digest(&as_guest, at(0)), None);
        }
    }

    #[test]
    fn a_list_of_very_many_keeps_the_newest() {
        let mut list = WatchList::default();
        let person = |n: u64| Person::Customer(n.to_string());
        for n in 1..=MAX_PEOPLE as u64 + 3 {
            list.apply(n, watched(&person(n), None, &[]));
        }
        let now = Timestamp::UNIX_EPOCH;
        assert_eq!(list.of_digest(&person(3).digest(), now), None);
        assert!(list.of_digest(&person(4).digest(), now).is_some());
        // Those who were taken off give way first.
        let n = MAX_PEOPLE as u64 + 4;
        list.apply(n, lifted(&person(100)));
        list.apply(n + 1, watched(&person(n), None, &[]));
        assert!(list.of_digest(&person(4).digest(), now).is_some());
    }
}
