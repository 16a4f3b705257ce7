//! Finding the shops that have gone silent: their webhooks come no more, for much longer than
//! they ever kept silent lately. WooCommerce switches a webhook off after five failures, and
//! tells nobody.

use serde::{Deserialize, Serialize};

use super::{Task, TaskReason};
use crate::context::{Context, Environment};
use crate::shop::Shop;
use crate::storage::keys::{hooks_heard, tasks_index};
use crate::storage::record::{self, Record, encode};
use crate::storage::{Store, StoreError};
use crate::time::{Date, Duration, Timestamp};

/// The shortest time after which another webhook is noted.
const NOTED_AFTER: Duration = Duration::minutes(10);

/// The shortest silence that is told.
const SHORTEST: Duration = Duration::hours(6);

/// The time for which a shop must be known before its silence means anything.
const KNOWN_FOR: Duration = Duration::days(3);

/// The number of days whose longest silence is kept.
const DAYS: usize = 14;

/// The webhooks of a shop, as far as they were heard: a cache.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Heard {
    /// The time of the first one.
    since: Timestamp,
    /// The time of the last one that was noted.
    last: Timestamp,
    /// The longest silence before a webhook of each of the last days, in seconds.
    longest: Vec<(Date, i64)>,
    /// True once somebody was told of the present silence.
    is_told: bool,
}

impl Record for Heard {
    const VERSION: u32 = 1;
}

impl Heard {
    /// Notes the webhooks between two times. Tells whether there is anything to note of them.
    fn note(&mut self, (first, last): (Timestamp, Timestamp), day: Date) -> bool {
        if last.duration_since(self.last) < NOTED_AFTER {
            return false;
        }
        let silence = first.duration_since(self.last);
        match self.longest.last_mut() {
            Some((last, longest)) if *last == day => {
                *longest = silence.whole_seconds().max(*longest);
            }
            Some(_) | None => self.longest.push((day, silence.whole_seconds())),
        }
        let more = self.longest.len().saturating_sub(DAYS);
        self.longest.drain(..more);
        (self.last, self.is_told) = (last, false);
        true
    }

    /// Tells whether the present silence is an unusual one: twice as long as any of late.
    fn is_silent(&self, now: Timestamp) -> bool {
        let longest = self.longest.iter().map(|(_, longest)| *longest).max();
        let usual = Duration::seconds(longest.unwrap_or_default());
        let silence = now.duration_since(self.last);
        self.last.duration_since(self.since) >= KNOWN_FOR && silence >= SHORTEST.max(usual + usual)
    }
}

/// Notes that webhooks of a shop came: the times of the first and the last of some.
///
/// # Errors
/// When the store fails.
pub async fn note_hooks(
    store: &impl Store,
    shop: &Shop,
    (first, last): (Timestamp, Timestamp),
) -> Result<(), StoreError> {
    let key = hooks_heard(&shop.id);
    let heard: Option<Heard> = record::read(store, &key).await?;
    let is_first = heard.is_none();
    let mut heard = heard.unwrap_or(Heard {
        since: first,
        last: first,
        longest: Vec::new(),
        is_told: false,
    });
    if heard.note((first, last), shop.day(last)) || is_first {
        store.set(&key, encode(&heard)?).await?;
    }
    Ok(())
}

/// Opens a task if a shop has gone silent: one for each silence.
///
/// # Errors
/// When the store fails.
pub async fn look_for_silence(
    context: Context<'_, impl Store, impl Environment>,
    shop: &Shop,
) -> Result<(), StoreError> {
    let key = hooks_heard(&shop.id);
    let heard: Option<Heard> = record::read(context.store, &key).await?;
    let now = context.environment.now();
    let silent = heard.filter(|heard| !heard.is_told && heard.is_silent(now));
    let Some(mut heard) = silent else {
        return Ok(());
    };
    heard.is_told = true;
    let task = Task::of_shop(now, TaskReason::HooksSilent);
    let mut writes = tasks_index(&shop.id)
        .listings(context.store, &[task])
        .await?;
    writes.push((key, encode(&heard)?));
    context.store.set_many(writes).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shop::from_setting;
    use crate::storage::MemoryStore;
    use crate::tasks::{Wanted, open};
    use futures::executor::block_on;
    use std::cell::Cell;

    struct Clock(Cell<Timestamp>);

    impl Environment for Clock {
        fn now(&self) -> Timestamp {
            self.0.get()
        }

        fn random(&self) -> u64 {
            0
        }
    }

    /// The hours at which a shop was told to be silent, with webhooks at these hours.
    fn told(hooks: &[i64], until: i64) -> Vec<i64> {
        let store = MemoryStore::default();
        let shops = r#"[{"id":"north","platform":"woocommerce","secrets":["a secret of the shop with enough bytes"],"name":"North"}]"#;
        let shop = from_setting(shops).unwrap().remove(0);
        let at = |hour: i64| Timestamp::from_second(hour * 3600).unwrap();
        let clock = Clock(Cell::new(at(0)));
        let context = Context::new(&store, &clock);
        let mut told = Vec::new();
        let mut known = 0;
        for hour in 0..until {
            clock.0.set(at(hour));
            if hooks.contains(&hour) {
                block_on(note_hooks(&store, &shop, (at(hour), at(hour)))).unwrap();
            }
            block_on(look_for_silence(context, &shop)).unwrap();
            let len = block_on(store.count(&tasks_index("north").len())).unwrap();
            if len > known {
                told.push(hour);
                known = len;
            }
        }
        let open = block_on(open(context, "north", Wanted::stretch_from(1))).unwrap();
        let is_about_shop = |task: &Task| task.order.is_none() && task.person.is_none();
        assert!(open.tasks.iter().all(|open| is_about_shop(&open.task)));
        told
    }

    #[test]
    fn a_silence_twice_as_long_as_any_of_late_is_told_once() {
        // A shop of six days with an order every four hours, and none for twelve at night.
        let daily: Vec<i64> = (0..6)
            .flat_map(|day| [8, 12, 16, 20].map(|hour| day * 24 + hour))
            .collect();
        assert_eq!(told(&daily, 140), [0; 0]);
        assert_eq!(told(&daily, 240), [140 + 24]);
        // Heard again, it may go silent again.
        let again: Vec<i64> = daily.iter().copied().chain([200, 204]).collect();
        assert_eq!(told(&again, 400), [164, 204 + 2 * 60]);
    }

    #[test]
    fn a_backlog_is_no_silence() {
        let at = |hour: i64| Timestamp::from_second(hour * 3600).unwrap();
        let mut heard = Heard {
            since: at(0),
            last: at(100),
            longest: Vec::new(),
            is_told: false,
        };
        // A day's webhooks are worked off at once.
        assert!(heard.note((at(101), at(124)), "2026-06-01".parse().unwrap()));
        assert!(!heard.is_silent(at(129)) && heard.is_silent(at(130)));
    }

    #[test]
    fn a_shop_that_is_hardly_known_or_busy_is_not_told_too_soon() {
        assert_eq!(told(&[], 100), [0; 0]);
        assert_eq!(told(&[1, 2, 3], 500), [0; 0]);
        // An order each hour: six hours at least.
        let busy: Vec<i64> = (0..100).collect();
        assert_eq!(told(&busy, 120), [99 + 6]);
    }
}
