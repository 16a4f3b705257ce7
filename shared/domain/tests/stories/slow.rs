//! A store whose answers take long to arrive.

use std::cell::Cell;

use futures::executor::block_on;
use wismo_domain::context::{Context, Environment};
use wismo_domain::jobs::{Fairness, drain};
use wismo_domain::storage::{Counter, Store, StoreError};
use wismo_domain::time::Duration;

use crate::shop::Shop;

/// The shop's store; after a call for a key that contains `part`, the time is
/// `seconds` later.
pub(crate) struct Slow<'a> {
    shop: &'a Shop,
    part: &'a str,
    seconds: i64,
    /// The number of such calls that it answers before it fails.
    pub(crate) answers: Cell<u32>,
}

/// Drains as somebody who looked for a value before it was there, and got that
/// answer 200 s later. By then, the value is there.
pub(crate) fn drain_that_missed(shop: &Shop, key: &str) {
    let value = block_on(shop.store.get(key)).unwrap().unwrap();
    block_on(shop.store.delete(key)).unwrap();
    let slow = Slow::new(shop, key, 200);
    let begun = shop.now();
    let until = begun + Duration::seconds(1);
    block_on(drain(
        Context::new(&slow, shop),
        shop,
        Fairness::RoundRobin,
        until,
    ))
    .unwrap();
    assert_eq!(shop.now(), begun + Duration::seconds(200), "asked for once");
    block_on(shop.store.set(key, value)).unwrap();
}

impl<'a> Slow<'a> {
    pub(crate) const fn new(shop: &'a Shop, part: &'a str, seconds: i64) -> Self {
        Self {
            shop,
            part,
            seconds,
            answers: Cell::new(u32::MAX),
        }
    }

    fn pass<T>(&self, key: &str, answer: T) -> Result<T, StoreError> {
        if key.contains(self.part) {
            let left = self.answers.get().checked_sub(1);
            self.answers
                .set(left.ok_or_else(|| StoreError("it is away".to_owned()))?);
            let clock = &self.shop.clock;
            clock.set(clock.get() + self.seconds);
        }
        Ok(answer)
    }
}

impl Store for Slow<'_> {
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.pass(key, self.shop.store.get(key).await?)
    }

    async fn set(&self, key: &str, value: Vec<u8>) -> Result<(), StoreError> {
        self.shop.store.set(key, value).await
    }

    async fn set_many(&self, entries: Vec<(String, Vec<u8>)>) -> Result<(), StoreError> {
        self.shop.store.set_many(entries).await
    }

    async fn delete(&self, key: &str) -> Result<(), StoreError> {
        self.shop.store.delete(key).await
    }

    async fn increment_by(&self, counter: &Counter, count: u32) -> Result<u64, StoreError> {
        let next = self.shop.store.increment_by(counter, count).await?;
        self.pass(counter.as_str(), next)
    }
}
