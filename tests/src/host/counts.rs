//! The calls that a component made to its host, seen from outside, for tests.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use wasmtime::ResourceLimiter;

/// Calls that one component has made since the host started, or since
/// [`Running::reset_counts`](super::Running::reset_counts).
///
/// A call counts when the component makes it, whatever the answer is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StoreCounts {
    /// Stores opened.
    pub open: u64,
    /// Single keys read.
    pub get: u64,
    /// Single keys written.
    pub set: u64,
    /// Single keys deleted.
    pub delete: u64,
    /// Checks whether a key exists.
    pub exists: u64,
    /// Listings of all keys.
    pub get_keys: u64,
    /// Atomic increments.
    pub increment: u64,
    /// Batch reads, whatever the number of keys.
    pub get_many: u64,
    /// Batch writes, whatever the number of keys.
    pub set_many: u64,
    /// Batch deletes, whatever the number of keys.
    pub delete_many: u64,
    /// The most `get` calls that were under way at one moment.
    pub max_concurrent_gets: u64,
    /// Instances of the component that were made.
    pub instances: u64,
    /// The most memory that an instance had, in bytes.
    pub most_memory: u64,
}

/// The live counters of one component.
#[derive(Debug, Default)]
pub(crate) struct Counters {
    pub(crate) open: AtomicU64,
    pub(crate) get: AtomicU64,
    pub(crate) set: AtomicU64,
    pub(crate) delete: AtomicU64,
    pub(crate) exists: AtomicU64,
    pub(crate) get_keys: AtomicU64,
    pub(crate) increment: AtomicU64,
    pub(crate) get_many: AtomicU64,
    pub(crate) set_many: AtomicU64,
    pub(crate) delete_many: AtomicU64,
    pub(crate) instances: AtomicU64,
    most_memory: AtomicU64,
    max_concurrent_gets: AtomicU64,
    gets_under_way: AtomicU64,
}

impl Counters {
    pub(crate) fn snapshot(&self) -> StoreCounts {
        StoreCounts {
            open: self.open.load(Relaxed),
            get: self.get.load(Relaxed),
            set: self.set.load(Relaxed),
            delete: self.delete.load(Relaxed),
            exists: self.exists.load(Relaxed),
            get_keys: self.get_keys.load(Relaxed),
            increment: self.increment.load(Relaxed),
            get_many: self.get_many.load(Relaxed),
            set_many: self.set_many.load(Relaxed),
            delete_many: self.delete_many.load(Relaxed),
            max_concurrent_gets: self.max_concurrent_gets.load(Relaxed),
            instances: self.instances.load(Relaxed),
            most_memory: self.most_memory.load(Relaxed),
        }
    }

    pub(crate) fn reset(&self) {
        for counter in [
            &self.open,
            &self.get,
            &self.set,
            &self.delete,
            &self.exists,
            &self.get_keys,
            &self.increment,
            &self.get_many,
            &self.set_many,
            &self.delete_many,
            &self.instances,
            &self.most_memory,
        ] {
            counter.store(0, Relaxed);
        }
        self.max_concurrent_gets
            .store(self.gets_under_way.load(Relaxed), Relaxed);
    }

    /// Counts a `get`, which is under way until the returned value is dropped.
    pub(crate) fn start_get(self: &Arc<Self>) -> GetUnderWay {
        add_one(&self.get);
        let under_way = self.gets_under_way.fetch_add(1, Relaxed).saturating_add(1);
        self.max_concurrent_gets.fetch_max(under_way, Relaxed);
        GetUnderWay(Arc::clone(self))
    }
}

/// Records how large an instance's memory grows, without setting a limit.
pub(crate) struct Growth(pub(crate) Arc<Counters>);

impl ResourceLimiter for Growth {
    fn memory_growing(
        &mut self,
        _: usize,
        desired: usize,
        _: Option<usize>,
    ) -> wasmtime::Result<bool> {
        let desired = u64::try_from(desired).unwrap_or(u64::MAX);
        self.0.most_memory.fetch_max(desired, Relaxed);
        Ok(true)
    }

    fn table_growing(&mut self, _: usize, _: usize, _: Option<usize>) -> wasmtime::Result<bool> {
        Ok(true)
    }
}

pub(crate) fn add_one(counter: &AtomicU64) {
    counter.fetch_add(1, Relaxed);
}

/// A `get` that has not answered yet.
pub(crate) struct GetUnderWay(Arc<Counters>);

impl Drop for GetUnderWay {
    fn drop(&mut self) {
        self.0.gets_under_way.fetch_sub(1, Relaxed);
    }
}
