//! The statuses that a shop's orders were seen with, in the words of whoever sent them: so
//! that those which nobody has named can be looked for, and named.
//!
//! A job that ends notes the status of its order. That is one read where the status is
//! another than before, and a write where it is the first order of the shop with it.

use serde::{Deserialize, Serialize};

use crate::context::{Context, Environment};
use crate::order::{BUILT_IN, Stage, Status};
use crate::settings::Settings;
use crate::storage::event_log::{Projected, Projection};
use crate::storage::keys::seen_statuses_log;
use crate::storage::record::Record;
use crate::storage::{Store, StoreError};

/// The most statuses of a shop that are kept, the first ones: as many as its settings name,
/// and as many again.
const MOST: usize = 200;

/// The longest words for a status that are kept, in characters.
const MAX_WORDS: usize = 100;

/// An order had a status that no order of its shop was known to have had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusSeen(Status);

impl Record for StatusSeen {
    const VERSION: u32 = 1;
}

/// A status, and the number of the first event with its code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Seen {
    n: u64,
    status: Status,
}

/// The statuses that a shop's orders were seen with, in the order in which they came up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SeenStatuses(Vec<Seen>);

impl Record for SeenStatuses {
    const VERSION: u32 = 1;
}

impl Projection for SeenStatuses {
    type Event = StatusSeen;

    fn apply(&mut self, n: u64, StatusSeen(status): StatusSeen) {
        let is_earlier = |seen: &Seen| seen.status.code == status.code && seen.n < n;
        if self.0.iter().any(is_earlier) {
            return;
        }
        self.0.retain(|seen| seen.status.code != status.code);
        let place = self.0.partition_point(|seen| seen.n < n);
        self.0.insert(place, Seen { n, status });
        self.0.truncate(MOST);
    }
}

impl SeenStatuses {
    /// Reads the statuses of a shop, with one call.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn of_shop(store: &impl Store, shop: &str) -> Result<Self, StoreError> {
        let kept: Projected<Self> = seen_statuses_log(shop).kept(store).await?;
        Ok(kept.projection)
    }

    /// Iterates over the statuses, in the order in which they came up.
    pub fn iter(&self) -> impl Iterator<Item = &Status> {
        self.0.iter().map(|seen| &seen.status)
    }

    /// Iterates over those that nobody has named and that do not speak for themselves, as
    /// one does whose code is a stage's own word: members set those by hand.
    pub fn unnamed(&self, settings: &Settings) -> impl Iterator<Item = &Status> {
        let is_plain = |status: &&Status| status.code == status.stage.word();
        self.others(settings).filter(move |one| !is_plain(one))
    }

    /// Iterates over those that a shop's settings do not name.
    fn others(&self, settings: &Settings) -> impl Iterator<Item = &Status> {
        self.iter()
            .filter(|status| settings.status(&status.code).is_none())
    }

    /// Lists the statuses by which orders are looked for, as the merchant reads them: those
    /// that the settings name, in their order, those that nobody has named, and the built-in
    /// ones.
    #[must_use]
    pub fn offered(&self, settings: &Settings) -> Vec<Status> {
        let named = settings.statuses.iter().map(|rule| {
            let mut seen = self.iter();
            let seen = seen.find(|status| status.code == rule.code).cloned();
            let mut status = seen.unwrap_or_else(|| Status::new(&rule.code, Stage::Other));
            rule.apply(&mut status);
            status
        });
        let built_in = BUILT_IN.map(|(code, stage)| Status::new(code, stage));
        let all = named.chain(self.others(settings).cloned());
        all.chain(built_in).collect()
    }

    fn has(&self, code: &str) -> bool {
        self.iter().any(|status| status.code == code)
    }

    fn is_full(&self) -> bool {
        self.0.len() >= MOST
    }
}

/// Notes statuses that orders of a shop have. Two who note one at once note it twice, which
/// is the same as once.
///
/// # Errors
/// When the store fails; whoever notes it next does so again.
pub(super) async fn note_statuses(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    statuses: Vec<Status>,
) -> Result<(), StoreError> {
    if statuses.is_empty() {
        return Ok(());
    }
    let known = SeenStatuses::of_shop(context.store, shop).await?;
    if known.is_full() {
        return Ok(());
    }
    let log = seen_statuses_log(shop);
    let mut is_new = false;
    for mut status in statuses {
        if known.has(&status.code) {
            continue;
        }
        let is_short = |words: &String| words.chars().count() <= MAX_WORDS;
        status.label = status.label.filter(is_short);
        status.labels.clear();
        log.append(context.store, &StatusSeen(status)).await?;
        is_new = true;
    }
    if is_new {
        log.keep::<SeenStatuses>(context).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use futures::executor::block_on;

    use super::*;
    use crate::settings::StatusRule;
    use crate::storage::MemoryStore;
    use crate::time::Timestamp;

    struct Clock;

    impl Environment for Clock {
        fn now(&self) -> Timestamp {
            Timestamp::UNIX_EPOCH
        }

        fn random(&self) -> u64 {
            0
        }
    }

    fn seen(code: &str) -> StatusSeen {
        StatusSeen(Status::new(code, Stage::Other))
    }

    fn codes(seen: &SeenStatuses) -> Vec<&str> {
        seen.iter().map(|status| status.code.as_str()).collect()
    }

    #[test]
    fn each_code_is_kept_once_in_whatever_order_the_events_turn_up() {
        let events = [(1, "a"), (2, "b"), (3, "a"), (4, "c")];
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
            let mut all = SeenStatuses::default();
            for index in order {
                let (n, code) = events[index];
                all.apply(n, seen(code));
            }
            assert_eq!(codes(&all), ["a", "b", "c"], "{order:?}");
        }
    }

    #[test]
    fn a_shop_of_very_many_codes_keeps_the_first_in_whatever_order_they_turn_up() {
        let many = MOST as u64 + 50;
        let (mut up, mut down) = (SeenStatuses::default(), SeenStatuses::default());
        for n in 1..=many {
            up.apply(n, seen(&n.to_string()));
            down.apply(many + 1 - n, seen(&(many + 1 - n).to_string()));
        }
        assert_eq!((up.0.len(), up.is_full()), (MOST, true));
        assert_eq!(up, down);
        let (first, last) = (codes(&up)[0], codes(&up)[MOST - 1]);
        assert_eq!((first, last), ("1", MOST.to_string().as_str()));
    }

    #[test]
    fn those_that_are_named_come_first_in_their_order_and_no_code_comes_twice() {
        let mut all = SeenStatuses::default();
        for (n, code) in [(1, "a"), (2, "b"), (3, "c"), (4, "on_hold")] {
            all.apply(n, StatusSeen(Status::new(code, Stage::OnHold)));
        }
        let mut named = StatusRule::new("c");
        named.label = Some("Cut".to_owned());
        let settings = Settings {
            statuses: vec![named, StatusRule::new("x")],
            ..Settings::default()
        };
        let unnamed: Vec<&str> = all
            .unnamed(&settings)
            .map(|one| one.code.as_str())
            .collect();
        assert_eq!(unnamed, ["a", "b"]);
        let offered = all.offered(&settings);
        let codes: Vec<&str> = offered.iter().map(|one| one.code.as_str()).collect();
        assert_eq!(
            codes,
            ["c", "x", "a", "b", "on_hold", "received", "unresolved"]
        );
        let words = (offered[0].label.as_deref(), offered[0].stage);
        assert_eq!(words, (Some("Cut"), Stage::OnHold));
    }

    #[test]
    fn a_status_is_written_when_it_is_first_seen_and_not_again() {
        let store = MemoryStore::default();
        let context = Context::new(&store, &Clock);
        let note = |status: Status| block_on(note_statuses(context, "north", vec![status]));
        let len = || block_on(store.count(&seen_statuses_log("north").len())).unwrap();
        let mut first = Status::new("wc-engraving", Stage::Other);
        first.label = Some("Engraving".to_owned());
        note(first.clone()).unwrap();
        note(Status::new("wc-engraving", Stage::Other)).unwrap();
        assert_eq!(len(), 1);
        let mut wordy = Status::new("b", Stage::OnHold);
        wordy.label = Some("x".repeat(MAX_WORDS + 1));
        note(wordy).unwrap();
        assert_eq!(len(), 2);
        let read = block_on(SeenStatuses::of_shop(&store, "north")).unwrap();
        let all: Vec<&Status> = read.iter().collect();
        assert_eq!(all, [&first, &Status::new("b", Stage::OnHold)]);
        let other = block_on(SeenStatuses::of_shop(&store, "south")).unwrap();
        assert_eq!(other, SeenStatuses::default());
    }
}
