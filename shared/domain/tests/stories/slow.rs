//! A store whose answers are long on their way.

use futures::executor::block_on;
use wismo_domain::environment::Environment;
use wismo_domain::jobs::{Sequence, drain};
use wismo_domain::keys::Counter;
use wismo_domain::store::{Store, StoreError};
use wismo_domain::time::Duration;

use crate::shop::Shop;

/// The shop's store; after a call for a key that holds `part`, it is `seconds`
/// later.
pub(crate) struct Slow<'a> {
    pub(crate) shop: &'a Shop,
    pub(crate) part: &'a str,
    pub(crate) seconds: i64,
}

/// A drain of somebody who looked for a value before it was there, and got
/// that answer 200 s later. By then the value is there.
pub(crate) fn drain_that_missed(shop: &Shop, key: &str) {
    let value = block_on(shop.store.get(key)).unwrap().unwrap();
    block_on(shop.store.delete(key)).unwrap();
    let slow = Slow {
        shop,
        part: key,
        seconds: 200,
    };
    let begun = shop.now();
    let until = begun + Duration::seconds(1);
    block_on(drain(&slow, shop, shop, Sequence::ByTurns, until)).unwrap();
    assert_eq!(shop.now(), begun + Duration::seconds(200), "asked for once");
    block_on(shop.store.set(key, value)).unwrap();
}

impl Slow<'_> {
    fn pass(&self, key: &str) {
        if key.contains(self.part) {
            let clock = &self.shop.clock;
            clock.set(clock.get() + self.seconds);
        }
    }
}

impl Store for Slow<'_> {
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let value = self.shop.store.get(key).await;
        self.pass(key);
        value
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
        let next = self.shop.store.increment_by(counter, count).await;
        self.pass(counter.as_str());
        next
    }
}
