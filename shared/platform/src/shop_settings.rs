//! What a shop's merchant decided, kept by each instance for a moment: a change
//! holds everywhere within two seconds, and costs each of them one read.

use std::cell::RefCell;
use std::rc::Rc;

use wismo_domain::environment::Environment;
use wismo_domain::ledger::Folded;
use wismo_domain::settings::{Current, Settings, current, refreshed};
use wismo_domain::store::{Store, StoreError};
use wismo_domain::time::{Duration, Timestamp};

use crate::environment::SpinEnvironment;
use crate::store::SpinStore;

/// How long kept settings are used without a look at the store. With the time
/// that a request takes to read them, a change holds everywhere within 2 s.
const FRESH: Duration = Duration::milliseconds(1500);

/// A shop's settings, as an instance has seen them.
#[derive(Clone)]
struct Kept {
    shop: String,
    folded: Folded<Current>,
    settings: Rc<Settings>,
    /// When the look at the store began.
    looked_at: Timestamp,
}

/// The settings of each shop that an instance was asked about.
///
/// Requests of an instance must not wait for each other, so those that come at
/// once each look, and the latest look is kept.
#[derive(Default)]
struct Cache(RefCell<Vec<Kept>>);

thread_local! {
    static CACHE: Rc<Cache> = Rc::default();
}

/// The settings of a configured shop. (What is kept is never thrown away, so
/// never ask for a shop that is only named in a request.)
///
/// # Errors
/// When the store fails.
pub async fn shop_settings(shop: &str) -> Result<Rc<Settings>, StoreError> {
    let cache = CACHE.with(Rc::clone);
    cache.get(&SpinStore, &SpinEnvironment, shop).await
}

impl Cache {
    async fn get(
        &self,
        store: &impl Store,
        environment: &impl Environment,
        shop: &str,
    ) -> Result<Rc<Settings>, StoreError> {
        let now = environment.now();
        let kept = self.kept(shop);
        let known = match kept {
            Some(kept) if is_fresh(kept.looked_at, now) => return Ok(kept.settings),
            known => known,
        };
        let folded = match &known {
            Some(kept) => refreshed(store, environment, shop, kept.folded.clone()).await?,
            None => current(store, environment, shop).await?,
        };
        let settings = match known {
            Some(kept) if kept.folded.fold.version == folded.fold.version => kept.settings,
            _ => Rc::new(folded.fold.settings.clone()),
        };
        self.keep(Kept {
            shop: shop.to_owned(),
            folded,
            settings: Rc::clone(&settings),
            looked_at: now,
        });
        Ok(settings)
    }

    fn kept(&self, shop: &str) -> Option<Kept> {
        let all = self.0.borrow();
        all.iter().find(|kept| kept.shop == shop).cloned()
    }

    fn keep(&self, new: Kept) {
        let mut all = self.0.borrow_mut();
        match all.iter_mut().find(|kept| kept.shop == new.shop) {
            // A look that began later may have come back earlier.
            Some(kept) if kept.looked_at > new.looked_at => {}
            Some(kept) => *kept = new,
            None => all.push(new),
        }
    }
}

/// A clock that was set back makes nothing last longer.
fn is_fresh(looked_at: Timestamp, now: Timestamp) -> bool {
    (Duration::ZERO..FRESH).contains(&now.duration_since(looked_at))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use futures::executor::block_on;
    use futures::future::join;
    use wismo_domain::keys::Counter;
    use wismo_domain::settings::write;
    use wismo_domain::store::MemoryStore;

    use super::*;

    struct Clock(Cell<i64>);

    impl Environment for Clock {
        fn now(&self) -> Timestamp {
            Timestamp::UNIX_EPOCH + Duration::milliseconds(self.0.get())
        }

        fn random(&self) -> u64 {
            0
        }
    }

    /// Counts what is read.
    #[derive(Default)]
    struct Counted(MemoryStore, Cell<u32>);

    impl Store for Counted {
        async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
            self.1.set(self.1.get() + 1);
            self.0.get(key).await
        }
        async fn set(&self, key: &str, value: Vec<u8>) -> Result<(), StoreError> {
            self.0.set(key, value).await
        }
        async fn set_many(&self, entries: Vec<(String, Vec<u8>)>) -> Result<(), StoreError> {
            self.0.set_many(entries).await
        }
        async fn delete(&self, key: &str) -> Result<(), StoreError> {
            self.0.delete(key).await
        }
        async fn increment_by(&self, counter: &Counter, count: u32) -> Result<u64, StoreError> {
            self.0.increment_by(counter, count).await
        }
    }

    #[test]
    fn a_change_is_seen_after_a_second_and_a_half_and_costs_one_read_when_there_is_none() {
        let (store, clock) = (Counted::default(), Clock(Cell::new(1_000_000)));
        let cache = Cache::default();
        let settle = |milliseconds: i64| {
            clock.0.set(1_000_000 + milliseconds);
            store.1.set(0);
            let settings = block_on(cache.get(&store, &clock, "a")).unwrap();
            (settings.settle_seconds, store.1.get())
        };
        let standard = Settings::default().settle_seconds;
        assert_eq!(settle(0), (standard, 2));
        let changed = Settings {
            settle_seconds: 7,
            ..Settings::default()
        };
        block_on(write(&store, &clock, "a", 0, &changed)).unwrap();
        assert_eq!(settle(1499), (standard, 0));
        // The counter, and the event that it counted.
        assert_eq!(settle(1500), (7, 2));
        assert_eq!(settle(2999), (7, 0));
        assert_eq!(settle(3000), (7, 1));
        // Another shop's are its own; a clock that goes back looks again.
        let other = block_on(cache.get(&store, &clock, "b")).unwrap();
        assert_eq!(other.settle_seconds, standard);
        assert_eq!(settle(0), (7, 1));
    }

    #[test]
    fn requests_at_once_each_look_and_the_latest_look_is_kept() {
        let (store, clock) = (Counted::default(), Clock(Cell::new(0)));
        let cache = Cache::default();
        let get = || cache.get(&store, &clock, "a");
        let (one, two) = block_on(join(get(), get()));
        assert_eq!(one.unwrap(), two.unwrap());
        let kept = |milliseconds, seconds| Kept {
            shop: "a".to_owned(),
            folded: Folded::default(),
            settings: Rc::new(Settings {
                settle_seconds: seconds,
                ..Settings::default()
            }),
            looked_at: Timestamp::UNIX_EPOCH + Duration::milliseconds(milliseconds),
        };
        cache.keep(kept(20, 2));
        cache.keep(kept(10, 1));
        assert_eq!(cache.kept("a").unwrap().settings.settle_seconds, 2);
        assert_eq!(cache.0.borrow().len(), 1);
    }
}
