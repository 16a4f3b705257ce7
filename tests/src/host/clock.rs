//! The components' clock: this machine's, which tests may set forward.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Duration;

use wasmtime_wasi::HostWallClock;
use wasmtime_wasi::clocks::WallClock;

/// The time of day, as every component of a host sees it. Durations are measured
/// by another clock, which is not changed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clock {
    /// Milliseconds by which it is ahead.
    ahead: Arc<AtomicU64>,
}

impl Clock {
    pub(crate) fn set_forward(&self, by: Duration) {
        let by = u64::try_from(by.as_millis()).unwrap_or(u64::MAX);
        self.ahead.fetch_add(by, Relaxed);
    }

    pub(crate) fn ahead(&self) -> Duration {
        Duration::from_millis(self.ahead.load(Relaxed))
    }
}

impl HostWallClock for Clock {
    fn resolution(&self) -> Duration {
        WallClock.resolution()
    }

    fn now(&self) -> Duration {
        WallClock.now().saturating_add(self.ahead())
    }
}
