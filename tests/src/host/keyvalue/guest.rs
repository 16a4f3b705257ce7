//! `spin:key-value/key-value@3.0.0`: the asynchronous interface.
//!
//! Rules: Spin's `crates/factor-key-value/src/host.rs`.

use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use wasmtime::component::{Accessor, FutureReader, HasData, Linker, Resource, StreamReader};

use super::{Backend, StoreResult, wasi};
use crate::host::bindings::spin::key_value::key_value::{self, Error, Store};
use crate::host::counts::{Counters, add_one};

/// The handle that a component gets: every handle stands for the one store.
pub(super) const THE_STORE: u32 = 0;

/// The key-value store as one component sees it.
#[derive(Clone)]
pub(crate) struct KeyValue {
    pub(crate) backend: Arc<Backend>,
    pub(crate) counters: Arc<Counters>,
    /// True if the manifest lets the component open `default`.
    pub(crate) allowed: bool,
}

/// The type that tells wasmtime about [`KeyValue`].
pub(crate) struct HasKeyValue;

impl HasData for HasKeyValue {
    type Data<'a> = &'a mut KeyValue;
}

/// Adds every key-value interface to a linker.
pub(crate) fn add_to_linker<T: Send + 'static>(
    linker: &mut Linker<T>,
    view: fn(&mut T) -> &mut KeyValue,
) -> wasmtime::Result<()> {
    key_value::add_to_linker::<T, HasKeyValue>(linker, view)?;
    wasi::add_to_linker(linker, view)
}

impl KeyValue {
    /// Counts an attempt to open `label` and tells whether it may succeed. Only
    /// labels in the manifest can be opened, and the manifest can only name `default`.
    pub(super) fn may_open(&self, label: &str) -> bool {
        add_one(&self.counters.open);
        self.allowed && label == "default"
    }
}

fn store<T>(accessor: &Accessor<T, HasKeyValue>) -> KeyValue {
    accessor.with(|mut access| access.get().clone())
}

/// Makes one call. It yields once before that, as a store over a network would, so
/// that a component which makes two calls at once has both under way.
async fn call<T, R>(
    accessor: &Accessor<T, HasKeyValue>,
    counter: fn(&Counters) -> &AtomicU64,
    call: impl FnOnce(&Backend) -> StoreResult<R>,
) -> Result<R, Error> {
    let KeyValue {
        backend, counters, ..
    } = store(accessor);
    add_one(counter(&counters));
    tokio::task::yield_now().await;
    call(&backend).map_err(|error| Error::Other(error.to_string()))
}

impl<T: Send> key_value::HostStoreWithStore<T> for HasKeyValue {
    async fn open(accessor: &Accessor<T, Self>, label: String) -> Result<Resource<Store>, Error> {
        if !store(accessor).may_open(&label) {
            return Err(Error::AccessDenied);
        }
        Ok(Resource::new_own(THE_STORE))
    }

    async fn get(
        accessor: &Accessor<T, Self>,
        _: Resource<Store>,
        key: String,
    ) -> Result<Option<Vec<u8>>, Error> {
        let KeyValue {
            backend, counters, ..
        } = store(accessor);
        let _under_way = counters.start_get();
        tokio::task::yield_now().await;
        backend
            .get(&key)
            .map_err(|error| Error::Other(error.to_string()))
    }

    async fn set(
        accessor: &Accessor<T, Self>,
        _: Resource<Store>,
        key: String,
        value: Vec<u8>,
    ) -> Result<(), Error> {
        call(
            accessor,
            |counters| &counters.set,
            |store| store.set(&key, &value),
        )
        .await
    }

    async fn delete(
        accessor: &Accessor<T, Self>,
        _: Resource<Store>,
        key: String,
    ) -> Result<(), Error> {
        call(
            accessor,
            |counters| &counters.delete,
            |store| store.delete(&key),
        )
        .await
    }

    async fn exists(
        accessor: &Accessor<T, Self>,
        _: Resource<Store>,
        key: String,
    ) -> Result<bool, Error> {
        call(
            accessor,
            |counters| &counters.exists,
            |store| store.exists(&key),
        )
        .await
    }

    async fn get_keys(
        accessor: &Accessor<T, Self>,
        _: Resource<Store>,
    ) -> wasmtime::Result<(StreamReader<String>, FutureReader<Result<(), Error>>)> {
        let (keys, result) = match call(accessor, |c| &c.get_keys, Backend::keys).await {
            Ok(keys) => (keys, Ok(())),
            Err(error) => (Vec::new(), Err(error)),
        };
        accessor.with(|mut access| {
            let result = async move { wasmtime::error::Ok(result) };
            Ok((
                StreamReader::new(&mut access, keys)?,
                FutureReader::new(&mut access, result)?,
            ))
        })
    }
}

impl key_value::HostStore for &mut KeyValue {
    fn drop(&mut self, _: Resource<Store>) -> wasmtime::Result<()> {
        Ok(())
    }
}

impl key_value::Host for &mut KeyValue {}
