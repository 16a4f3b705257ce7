//! The store as a host sees it: every call goes through the world.

use wismo_domain::storage::{Counter, Store, StoreError};

use crate::world::{Answer, Host, Kind};

fn fault() -> StoreError {
    StoreError("simulated".to_owned())
}

impl Store for Host {
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        match self.call(Kind::Get(key.to_owned())).await {
            Answer::Value(value) => Ok(value),
            Answer::Done | Answer::Number(_) | Answer::Fault => Err(fault()),
        }
    }

    async fn set(&self, key: &str, value: Vec<u8>) -> Result<(), StoreError> {
        self.set_many(vec![(key.to_owned(), value)]).await
    }

    async fn set_many(&self, entries: Vec<(String, Vec<u8>)>) -> Result<(), StoreError> {
        self.done(Kind::Set(entries)).await
    }

    async fn delete(&self, key: &str) -> Result<(), StoreError> {
        self.delete_many(vec![key.to_owned()]).await
    }

    async fn delete_many(&self, keys: Vec<String>) -> Result<(), StoreError> {
        self.done(Kind::Delete(keys)).await
    }

    async fn increment_by(&self, counter: &Counter, count: u32) -> Result<u64, StoreError> {
        let key = counter.as_str().to_owned();
        match self.call(Kind::Increment(key, count)).await {
            Answer::Number(number) => Ok(number),
            Answer::Done | Answer::Value(_) | Answer::Fault => Err(fault()),
        }
    }
}

impl Host {
    async fn done(&self, kind: Kind) -> Result<(), StoreError> {
        match self.call(kind).await {
            Answer::Done => Ok(()),
            Answer::Number(_) | Answer::Value(_) | Answer::Fault => Err(fault()),
        }
    }
}
