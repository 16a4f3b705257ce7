//! The records that are joined as one person.
//!
//! Each record refers to at most one other. A record that refers to none stands for all that
//! lead to it. Two members who join the same records the other way round at once make a
//! circle: there, the reference of the first record by its name does not count. So every
//! reader of the same logs finds the same records under the same one, however they came
//! there, and asks for no more than so many.

use std::collections::BTreeMap;

use super::{Join, KnownPerson, Person, Source, WatchNote};
use crate::context::{Context, Environment};
use crate::storage::together::join_all;
use crate::storage::{Store, StoreError};
use crate::time::Timestamp;

/// The most records that are one person.
pub const MAX_RECORDS: usize = 10;

/// The most records that are asked whether they lead to one, and the most that are passed on
/// the way to it.
const MAX_ASKED: usize = 30;

/// A record of a person who may have several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JoinedRecord {
    /// The person, as this record names them.
    pub person: Person,
    /// The desk's word about this record.
    pub known: KnownPerson,
    /// The join into another of the records; none of the one that stands.
    pub join: Option<Join>,
}

/// The records that are joined as one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JoinedRecords {
    /// The one that stands.
    pub standing: JoinedRecord,
    /// The others; none for most people.
    pub others: Vec<JoinedRecord>,
    /// True if more records lead here than can be one person: those stand alone.
    pub(super) is_over_full: bool,
    /// True if the record leads to others which do not have it: there is no room, or somebody
    /// undoes it right now.
    pub(super) is_cut_off: bool,
}

impl JoinedRecords {
    /// Reads the records that are joined with one of them: one alone costs nothing more than
    /// that one.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn of(
        context: Context<'_, impl Store, impl Environment>,
        shop: &str,
        person: &Person,
        source: Source,
    ) -> Result<Self, StoreError> {
        let mut reader = Reader {
            context,
            shop,
            source,
            known: BTreeMap::new(),
        };
        reader.read([person]).await?;
        let standing = reader.standing(person).await?;
        let joined = reader
            .leading_to(standing.as_ref().unwrap_or(person))
            .await?;
        match standing.is_some() && joined.of_person(person).is_some() {
            true => Ok(joined),
            // One that leads nowhere, or has no room left, stands for itself.
            false => Ok(Self {
                standing: reader.record(person, None),
                others: Vec::new(),
                is_over_full: joined.is_over_full,
                is_cut_off: true,
            }),
        }
    }

    /// Lists the records, the one that stands first.
    pub fn all(&self) -> impl Iterator<Item = &JoinedRecord> {
        std::iter::once(&self.standing).chain(&self.others)
    }

    /// Counts the records.
    pub(super) const fn count(&self) -> usize {
        self.others.len() + 1
    }

    /// Finds the record that names a person so.
    #[must_use]
    pub fn of_person(&self, person: &Person) -> Option<&JoinedRecord> {
        self.all().find(|record| record.person == *person)
    }

    /// The reason why the person is on the watch list, if one of the records is.
    #[must_use]
    pub fn watch(&self, now: Timestamp) -> Option<&WatchNote> {
        self.all().find_map(|record| record.known.watch(now))
    }
}

/// The logs of persons, each read once.
struct Reader<'a, S, E> {
    context: Context<'a, S, E>,
    shop: &'a str,
    source: Source,
    known: BTreeMap<Person, KnownPerson>,
}

impl<S: Store, E: Environment> Reader<'_, S, E> {
    /// Reads those that were not read yet.
    async fn read<'p>(
        &mut self,
        people: impl IntoIterator<Item = &'p Person>,
    ) -> Result<(), StoreError> {
        let (context, shop, source) = (self.context, self.shop, self.source);
        let mut new: Vec<&Person> = people.into_iter().collect();
        new.retain(|person| !self.known.contains_key(person));
        new.sort_unstable();
        new.dedup();
        let reads = new.iter().map(|person| async move {
            let known = KnownPerson::read(context, shop, person, source).await?;
            Ok::<_, StoreError>(((*person).clone(), known))
        });
        for read in join_all(reads).await {
            let (person, known) = read?;
            self.known.insert(person, known);
        }
        Ok(())
    }

    fn join_of(&self, person: &Person) -> Option<&Join> {
        let (_, join) = self.known.get(person)?.join()?;
        Some(join)
    }

    fn record(&self, person: &Person, join: Option<Join>) -> JoinedRecord {
        JoinedRecord {
            person: person.clone(),
            known: self.known.get(person).cloned().unwrap_or_default(),
            join,
        }
    }

    /// Finds the record that a person's leads to; none if the way is too long.
    async fn standing(&mut self, person: &Person) -> Result<Option<Person>, StoreError> {
        let (mut last, mut way) = (person.clone(), Vec::new());
        while let Some(into) = self.join_of(&last).map(|join| join.into.clone()) {
            way.push(last);
            if let Some(at) = way.iter().position(|passed| *passed == into) {
                return Ok(way.split_off(at).into_iter().min());
            }
            if way.len() >= MAX_ASKED {
                return Ok(None);
            }
            self.read([&into]).await?;
            last = into;
        }
        Ok(Some(last))
    }

    /// Finds the records that lead to one, those with the shortest way first.
    async fn leading_to(&mut self, standing: &Person) -> Result<JoinedRecords, StoreError> {
        let mut joined = JoinedRecords {
            standing: self.record(standing, None),
            others: Vec::new(),
            is_over_full: false,
            is_cut_off: false,
        };
        let mut level = vec![joined.standing.clone()];
        let mut asked = 0;
        while !level.is_empty() {
            let mut taken: Vec<(&Person, u64, &Person)> = Vec::new();
            for record in &level {
                let present = record.known.joins.taken.present();
                let present = present.filter(|(_, person)| *person != standing);
                taken.extend(present.map(|(n, person)| (&record.person, n, person)));
            }
            joined.is_over_full |= asked + taken.len() > MAX_ASKED;
            taken.truncate(MAX_ASKED - asked);
            asked += taken.len();
            self.read(taken.iter().map(|(_, _, person)| *person))
                .await?;
            let mut next = Vec::new();
            for (into, n, person) in taken {
                let join = self.join_of(person);
                let join = join.filter(|join| join.into == *into && join.taken == n);
                if let Some(join) = join.cloned() {
                    next.push(self.record(person, Some(join)));
                }
            }
            let room = MAX_RECORDS - joined.count();
            joined.is_over_full |= next.len() > room;
            next.truncate(room);
            joined.others.extend(next.iter().cloned());
            level = next;
        }
        Ok(joined)
    }
}
