//! The upkeep of the indexes of several shops, between other work.

use std::collections::VecDeque;

use super::{Index, Step, step};
use crate::context::{Context, Environment};
use crate::storage::{Store, StoreError};
use crate::time::Timestamp;

/// The most steps of one call.
const AT_MOST: usize = 8;

/// Works on the indexes of these shops, a step of each in turn, until a time: a call that
/// comes late makes one step, so that an index is kept up however busy its hosts are.
/// Returns true if something may be left to do.
///
/// # Errors
/// When the store fails. The next call goes on.
pub async fn keep_up(
    context: Context<'_, impl Store, impl Environment>,
    shops: impl Iterator<Item = &str>,
    until: Timestamp,
) -> Result<bool, StoreError> {
    let mut left: VecDeque<Index> = shops.map(Index::of).collect();
    // Any shop may be the first, or the last ones would wait for ever where time is short.
    let shops = u64::try_from(left.len()).unwrap_or(u64::MAX).max(1);
    let first = usize::try_from(context.environment.random() % shops);
    left.rotate_left(first.unwrap_or_default());
    let mut steps = 0;
    while let Some(index) = left.pop_front() {
        match Box::pin(step(context, &index)).await? {
            Step::Idle => {}
            Step::Known | Step::Packed | Step::PartMerged | Step::Merged | Step::Swept => {
                steps += 1;
                left.push_back(index);
            }
        }
        if steps >= AT_MOST || context.environment.now() >= until {
            return Ok(steps > 0);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use futures::executor::block_on;

    use super::*;
    use crate::search::{Entry, Subject, enter};
    use crate::storage::MemoryStore;
    use crate::time::Duration;

    /// A clock that moves on with each look at it, and chance that has each shop's turn come.
    #[derive(Default)]
    struct Host {
        now: Cell<i64>,
        pace: i64,
        turn: Cell<u64>,
    }

    impl Environment for Host {
        fn now(&self) -> Timestamp {
            self.now.set(self.now.get() + self.pace);
            Timestamp::UNIX_EPOCH + Duration::milliseconds(self.now.get())
        }

        fn random(&self) -> u64 {
            self.turn.set(self.turn.get() + 1);
            self.turn.get()
        }
    }

    /// Enters as much in two shops' indexes as makes ten segments of the first level and one
    /// of the next in each.
    fn entered(host: &Host, store: &MemoryStore) {
        let context = Context::new(store, host);
        for shop in ["north", "south"] {
            let entry = |n: u64| Entry {
                subject: Subject::Order(n.to_string()),
                tokens: vec!["word".to_owned()],
            };
            let entries: Vec<Entry> = (0..640).map(entry).collect();
            block_on(enter(context, &Index::of(shop), &entries, Vec::new())).unwrap();
        }
    }

    /// Makes one call that has some time, and tells whether something may be left.
    fn call(host: &Host, store: &MemoryStore, milliseconds: i64) -> bool {
        let until = host.now.get() + milliseconds;
        let until = Timestamp::UNIX_EPOCH + Duration::milliseconds(until);
        let shops = ["north", "south", "empty"].into_iter();
        block_on(keep_up(Context::new(store, host), shops, until)).unwrap()
    }

    #[test]
    fn every_shop_has_its_turn_and_no_call_makes_many_steps() {
        let (host, store) = (Host::default(), MemoryStore::default());
        entered(&host, &store);
        let calls = [0; 4].map(|_| call(&host, &store, 1000));
        assert_eq!(calls, [true, true, false, false]);
    }

    #[test]
    fn a_call_that_comes_late_makes_one_step() {
        let (host, store) = (
            Host {
                pace: 1,
                ..Host::default()
            },
            MemoryStore::default(),
        );
        entered(&host, &store);
        let steps = (0..60).filter(|_| call(&host, &store, 0)).count();
        assert_eq!(steps, 22);
        assert!(!call(&host, &store, 1_000_000));
    }
}
