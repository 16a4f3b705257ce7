//! The watch list of a shop as a whole: who is on it, and by what their orders are found.

use serde::{Deserialize, Serialize};

use super::Person;
use crate::search::person_of_address;
use crate::storage::event_log::{Projected, Projection};
use crate::storage::keys::watch_list_log;
use crate::storage::record::Record;
use crate::storage::{Store, StoreError};
use crate::time::Timestamp;

/// The most people whose last word is kept, those on the list or not: the newest.
const MAX_PEOPLE: usize = 500;

/// The most addresses of a person by which their orders as a guest are found.
const MAX_ADDRESSES: usize = 5;

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
    /// Puts a person on the list, to the end of a time if one is given. Orders of guests with
    /// one of these addresses are theirs too.
    pub(super) fn watched(
        person: &Person,
        ends_at: Option<Timestamp>,
        addresses: &[String],
    ) -> Self {
        let guests = addresses.iter().filter_map(|one| person_of_address(one));
        Self {
            person: person.clone(),
            entry: Some(Watched {
                ends_at,
                guests: guests.take(MAX_ADDRESSES).collect(),
            }),
        }
    }

    /// Takes a person off the list.
    pub(super) fn lifted(person: &Person) -> Self {
        Self {
            person: person.clone(),
            entry: None,
        }
    }
}

/// The place of a person on the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Watched {
    /// The last second for which it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ends_at: Option<Timestamp>,
    /// The digests of guests who have their addresses.
    guests: Vec<String>,
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

    /// Lists the digests by which the orders of people on the list are found: of so many, the
    /// newest first.
    pub fn digests(&self, people: usize, now: Timestamp) -> impl Iterator<Item = String> {
        self.present(now)
            .take(people)
            .flat_map(|(person, watched)| {
                let guests = watched.guests.iter().cloned();
                std::iter::once(person.digest()).chain(guests)
            })
    }

    /// Finds the person on the list whose orders are found by a digest.
    #[must_use]
    pub fn of_digest(&self, digest: &str, now: Timestamp) -> Option<&Person> {
        let mut present = self.present(now);
        let is_it = |person: &Person, watched: &Watched| {
            person.digest() == digest || watched.guests.iter().any(|guest| guest == digest)
        };
        let found = present.find(|(person, watched)| is_it(person, watched));
        found.map(|(person, _)| person)
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

    #[test]
    fn the_last_word_about_each_person_counts_in_whatever_order_they_turn_up() {
        let ada = Person::Customer("C-1".to_owned());
        let ben = Person::guest("ben@shop.example").unwrap();
        let at = |second: i64| Timestamp::from_second(second).unwrap();
        let events = [
            (
                1,
                WatchListEvent::watched(&ada, None, &["ada@shop.example".to_owned()]),
            ),
            (2, WatchListEvent::watched(&ben, Some(at(60)), &[])),
            (3, WatchListEvent::lifted(&ada)),
            (
                4,
                WatchListEvent::watched(&ada, None, &["Ada@Shop.example ".to_owned()]),
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
            let all: Vec<String> = list.digests(9, at(60)).collect();
            assert_eq!(all, [ada.digest(), as_guest.clone(), ben.digest()]);
            assert_eq!(list.of_digest(&ben.digest(), at(61)), None);
            list.apply(5, WatchListEvent::lifted(&ada));
            assert_eq!(list.of_digest(&as_guest, at(0)), None);
        }
    }

    #[test]
    fn a_list_of_very_many_keeps_the_newest() {
        let mut list = WatchList::default();
        let person = |n: u64| Person::Customer(n.to_string());
        for n in 1..=MAX_PEOPLE as u64 + 3 {
            list.apply(n, WatchListEvent::watched(&person(n), None, &[]));
        }
        let now = Timestamp::UNIX_EPOCH;
        assert_eq!(list.of_digest(&person(3).digest(), now), None);
        assert!(list.of_digest(&person(4).digest(), now).is_some());
        // Those who were taken off give way first.
        let n = MAX_PEOPLE as u64 + 4;
        list.apply(n, WatchListEvent::lifted(&person(100)));
        list.apply(n + 1, WatchListEvent::watched(&person(n), None, &[]));
        assert!(list.of_digest(&person(4).digest(), now).is_some());
    }
}
