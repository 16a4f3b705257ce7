//! The key-value store `default`, opened once per instance.
//!
//! Spin offers it through two interfaces, and both are needed: `spin:key-value` has
//! reads that run at once, `wasi:keyvalue` has the counter and the batch. Opening is
//! the expensive part, so an instance keeps the handles.

use std::rc::Rc;

use spin_sdk::experimental::wasi::keyvalue::{atomics, batch, store as wasi};
use spin_sdk::key_value;
use wismo_domain::storage::{Counter, Store, StoreError};

use crate::once::Once;

/// The label of the store. Any other label would need a runtime configuration.
const LABEL: &str = "default";

thread_local! {
    static READER: Once<key_value::Store> = const { Once::new() };
    static WRITER: Once<wasi::Bucket> = const { Once::new() };
}

/// The application's store.
#[derive(Clone, Copy, Debug, Default)]
pub struct SpinStore;

async fn reader() -> Result<Rc<key_value::Store>, StoreError> {
    Once::get(&READER, async || {
        key_value::Store::open(LABEL)
            .await
            .map_err(|error| StoreError(format!("it does not open: {error}")))
    })
    .await
}

async fn writer() -> Result<Rc<wasi::Bucket>, StoreError> {
    Once::get(&WRITER, async || {
        wasi::open(LABEL).map_err(|error| fault("it does not open", &error))
    })
    .await
}

impl Store for SpinStore {
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        reader()
            .await?
            .get(key)
            .await
            .map_err(|error| StoreError(error.to_string()))
    }

    async fn set(&self, key: &str, value: Vec<u8>) -> Result<(), StoreError> {
        reader()
            .await?
            .set(key, value)
            .await
            .map_err(|error| StoreError(error.to_string()))
    }

    async fn set_many(&self, entries: Vec<(String, Vec<u8>)>) -> Result<(), StoreError> {
        batch::set_many(&*writer().await?, &entries).map_err(|error| fault("set_many", &error))
    }

    async fn delete(&self, key: &str) -> Result<(), StoreError> {
        reader()
            .await?
            .delete(key)
            .await
            .map_err(|error| StoreError(error.to_string()))
    }

    async fn delete_many(&self, keys: Vec<String>) -> Result<(), StoreError> {
        batch::delete_many(&*writer().await?, &keys).map_err(|error| fault("delete_many", &error))
    }

    async fn increment_by(&self, counter: &Counter, count: u32) -> Result<u64, StoreError> {
        let value = atomics::increment(&*writer().await?, counter.as_str(), count.into())
            .map_err(|error| fault("increment", &error))?;
        u64::try_from(value).map_err(|_| StoreError("a counter is negative".to_owned()))
    }
}

fn fault(what: &str, error: &wasi::Error) -> StoreError {
    StoreError(format!("{what}: {error:?}"))
}
