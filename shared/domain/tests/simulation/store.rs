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
            _ => Err(fault()),
        }
    }

    async fn set(&self, key: &str, value: Vec<u8>) -> Result<(), StoreError> {
        self.set_many(vec![(key.to_owned(), value)]).await
    }

    async fn set_many(&self, entries: Vec<(String, Vec<u8>)>) -> Result<(), StoreError> {
        match self.call(Kind::Set(entries)).await {
            Answer::Done => Ok(()),
            _ => Err(fault()),
        }
    }

    async fn delete(&self, key: &str) -> Result<(), StoreError> {
        match self.call(Kind::Delete(key.to_owned())).await {
            Answer::Done => Ok(()),
            _ => Err(fault()),
        }
    }

    async fn increment_by(&self, counter: &Counter, count: u32) -> Result<u64, StoreError> {
        match self
            .call(Kind::Increment(counter.as_str().to_owned(), count))
            .await
        {
            Answer::Number(number) => Ok(number),
            _ => Err(fault()),
        }
    }
}
