//! `wasi:keyvalue@0.2.0-draft2`: store, atomics and batch. These calls block
//! the instance that makes them, as in Spin.

use wasmtime::component::{Linker, Resource};

use super::guest::{HasKeyValue, KeyValue, THE_STORE};
use super::{StoreError, StoreResult};
use crate::host::bindings::wasi::keyvalue::{atomics, batch, store};
use crate::host::counts::add_one;
use store::{Bucket, Error, KeyResponse};

pub(super) fn add_to_linker<T: Send + 'static>(
    linker: &mut Linker<T>,
    view: fn(&mut T) -> &mut KeyValue,
) -> wasmtime::Result<()> {
    store::add_to_linker::<T, HasKeyValue>(linker, view)?;
    atomics::add_to_linker::<T, HasKeyValue>(linker, view)?;
    batch::add_to_linker::<T, HasKeyValue>(linker, view)
}

fn answer<T>(result: StoreResult<T>) -> Result<T, Error> {
    result.map_err(|error| Error::Other(error.to_string()))
}

impl store::Host for &mut KeyValue {
    fn open(&mut self, identifier: String) -> Result<Resource<Bucket>, Error> {
        if !self.may_open(&identifier) {
            return Err(Error::AccessDenied);
        }
        Ok(Resource::new_own(THE_STORE))
    }
}

impl store::HostBucket for &mut KeyValue {
    fn get(&mut self, _: Resource<Bucket>, key: String) -> Result<Option<Vec<u8>>, Error> {
        let _under_way = self.counters.start_get();
        answer(self.backend.get(&key))
    }

    fn set(&mut self, _: Resource<Bucket>, key: String, value: Vec<u8>) -> Result<(), Error> {
        add_one(&self.counters.set);
        answer(self.backend.set(&key, &value))
    }

    fn delete(&mut self, _: Resource<Bucket>, key: String) -> Result<(), Error> {
        add_one(&self.counters.delete);
        answer(self.backend.delete(&key))
    }

    fn exists(&mut self, _: Resource<Bucket>, key: String) -> Result<bool, Error> {
        add_one(&self.counters.exists);
        answer(self.backend.exists(&key))
    }

    fn list_keys(
        &mut self,
        _: Resource<Bucket>,
        cursor: Option<String>,
    ) -> Result<KeyResponse, Error> {
        add_one(&self.counters.get_keys);
        if cursor.is_some() {
            return Err(Error::Other("list_keys: cursor not supported".to_owned()));
        }
        Ok(KeyResponse {
            keys: answer(self.backend.keys())?,
            cursor: None,
        })
    }

    fn drop(&mut self, _: Resource<Bucket>) -> wasmtime::Result<()> {
        Ok(())
    }
}

impl atomics::Host for &mut KeyValue {
    fn increment(
        &mut self,
        _: Resource<Bucket>,
        key: String,
        delta: i64,
    ) -> wasmtime::Result<Result<i64, Error>> {
        add_one(&self.counters.increment);
        match self.backend.increment(&key, delta) {
            // Here Spin's host panics, and so the component's instance ends.
            Err(error @ StoreError::NotACounter { .. }) => Err(error.into()),
            result => Ok(answer(result)),
        }
    }
}

impl batch::Host for &mut KeyValue {
    fn get_many(
        &mut self,
        _: Resource<Bucket>,
        keys: Vec<String>,
    ) -> Result<Vec<(String, Option<Vec<u8>>)>, Error> {
        add_one(&self.counters.get_many);
        let found = answer(self.backend.get_many(&keys))?;
        Ok(found
            .into_iter()
            .map(|(key, value)| (key, Some(value)))
            .collect())
    }

    fn set_many(
        &mut self,
        _: Resource<Bucket>,
        key_values: Vec<(String, Vec<u8>)>,
    ) -> Result<(), Error> {
        add_one(&self.counters.set_many);
        if key_values.is_empty() {
            return Ok(());
        }
        answer(self.backend.set_many(&key_values))
    }

    fn delete_many(&mut self, _: Resource<Bucket>, keys: Vec<String>) -> Result<(), Error> {
        add_one(&self.counters.delete_many);
        if keys.is_empty() {
            return Ok(());
        }
        answer(self.backend.delete_many(&keys))
    }
}
