//! A shop's settings and templates, kept by each instance for a moment: a change
//! holds everywhere within two seconds, and costs each instance one read.

use std::cell::RefCell;
use std::rc::Rc;

use wismo_domain::context::{Context, Environment};
use wismo_domain::settings::Settings;
use wismo_domain::storage::event_log::{EventLog, Projected};
use wismo_domain::storage::keys::{settings_log, templates_log};
use wismo_domain::storage::versions::{Current, Document};
use wismo_domain::storage::{Store, StoreError};
use wismo_domain::templates::Templates;
use wismo_domain::time::{Duration, Timestamp};

use crate::context::SPIN_CONTEXT;

/// Time for which kept settings are used without a look at the store. With the time
/// that a request takes to read them, a change holds everywhere within 2 s.
const FRESH: Duration = Duration::milliseconds(1500);

/// A document of a shop, as an instance has seen it.
#[derive(Clone)]
struct CachedDocument<D> {
    ledger: EventLog,
    folded: Projected<Current<D>>,
    document: Rc<D>,
    /// The time when the look at the store began.
    looked_at: Timestamp,
}

/// The documents of each shop that an instance was asked about.
///
/// Requests of an instance cannot wait for each other, so each of those that come at
/// once looks at the store, and the latest look is kept.
struct Cache<D>(RefCell<Vec<CachedDocument<D>>>);

thread_local! {
    static SETTINGS: Rc<Cache<Settings>> = Rc::new(Cache::new());
    static TEMPLATES: Rc<Cache<Templates>> = Rc::new(Cache::new());
}

/// Returns the settings of a configured shop. (What is kept is never thrown away, so
/// do not ask for a shop that is only named in a request.)
///
/// # Errors
/// When the store fails.
pub async fn shop_settings(shop: &str) -> Result<Rc<Settings>, StoreError> {
    let cache = SETTINGS.with(Rc::clone);
    let ledger = settings_log(shop);
    cache.get(SPIN_CONTEXT, ledger).await
}

/// Returns the templates of a configured shop, kept in the same way.
///
/// # Errors
/// When the store fails.
pub async fn shop_templates(shop: &str) -> Result<Rc<Templates>, StoreError> {
    let cache = TEMPLATES.with(Rc::clone);
    let ledger = templates_log(shop);
    cache.get(SPIN_CONTEXT, ledger).await
}

impl<D: Document> Cache<D> {
    const fn new() -> Self {
        Self(RefCell::new(Vec::new()))
    }

    async fn get(
        &self,
        context: Context<'_, impl Store, impl Environment>,
        ledger: EventLog,
    ) -> Result<Rc<D>, StoreError> {
        let now = context.environment.now();
        let kept = self.kept(&ledger);
        let known = match kept {
            Some(kept) if is_fresh(kept.looked_at, now) => return Ok(kept.document),
            known => known,
        };
        let folded: Projected<Current<D>> = match &known {
            Some(kept) => {
                let folded = kept.folded.clone();
                ledger.catch_up(context, folded).await?
            }
            None => ledger.read(context).await?,
        };
        let document = match known {
            Some(kept) if kept.folded.projection.version == folded.projection.version => {
                kept.document
            }
            _ => Rc::new(folded.projection.document.clone()),
        };
        self.keep(CachedDocument {
            ledger,
            folded,
            document: Rc::clone(&document),
            looked_at: now,
        });
        Ok(document)
    }

    fn kept(&self, ledger: &EventLog) -> Option<CachedDocument<D>> {
        let all = self.0.borrow();
        all.iter().find(|kept| kept.ledger == *ledger).cloned()
    }

    fn keep(&self, new: CachedDocument<D>) {
        let mut all = self.0.borrow_mut();
        match all.iter_mut().find(|kept| kept.ledger == new.ledger) {
            // A look that began later may have ended earlier.
            Some(kept) if kept.looked_at > new.looked_at => {}
            Some(kept) => *kept = new,
            None => all.push(new),
        }
    }
}

/// Tells whether a look is recent. Setting the clock back does not make it last longer.
fn is_fresh(looked_at: Timestamp, now: Timestamp) -> bool {
    (Duration::ZERO..FRESH).contains(&now.duration_since(looked_at))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use futures::executor::block_on;
    use futures::future::join;
    use wismo_domain::settings::write;
    use wismo_domain::storage::{Counter, MemoryStore};

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

    /// A store that counts its reads.
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
        let cache = Cache::<Settings>::new();
        let settle = |milliseconds: i64| {
            clock.0.set(1_000_000 + milliseconds);
            store.1.set(0);
            let settings =
                block_on(cache.get(Context::new(&store, &clock), settings_log("a"))).unwrap();
            (settings.settle_seconds, store.1.get())
        };
        let standard = Settings::default().settle_seconds;
        assert_eq!(settle(0), (standard, 2));
        let changed = Settings {
            settle_seconds: 7,
            ..Settings::default()
        };
        block_on(write(Context::new(&store, &clock), "a", 0, &changed)).unwrap();
        assert_eq!(settle(1499), (standard, 0));
        // The counter, and the event that it counted.
        assert_eq!(settle(1500), (7, 2));
        assert_eq!(settle(2999), (7, 0));
        assert_eq!(settle(3000), (7, 1));
        // Another shop has its own; when the clock goes back, the store is asked again.
        let other = block_on(cache.get(Context::new(&store, &clock), settings_log("b"))).unwrap();
        assert_eq!(other.settle_seconds, standard);
        assert_eq!(settle(0), (7, 1));
    }

    #[test]
    fn requests_at_once_each_look_and_the_latest_look_is_kept() {
        let (store, clock) = (Counted::default(), Clock(Cell::new(0)));
        let cache = Cache::<Settings>::new();
        let get = || cache.get(Context::new(&store, &clock), settings_log("a"));
        let (one, two) = block_on(join(get(), get()));
        assert_eq!(one.unwrap(), two.unwrap());
        let kept = |milliseconds, seconds| CachedDocument {
            ledger: settings_log("a"),
            folded: Projected::default(),
            document: Rc::new(Settings {
                settle_seconds: seconds,
                ..Settings::default()
            }),
            looked_at: Timestamp::UNIX_EPOCH + Duration::milliseconds(milliseconds),
        };
        cache.keep(kept(20, 2));
        cache.keep(kept(10, 1));
        assert_eq!(
            cache
                .kept(&settings_log("a"))
                .unwrap()
                .document
                .settle_seconds,
            2
        );
        assert_eq!(cache.0.borrow().len(), 1);
    }
}
