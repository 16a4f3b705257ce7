//! Instances of one component, and the way in which requests share them.
//!
//! wasmtime-wasi-http's `ProxyHandler` does the work, in Spin too; the numbers
//! are Spin's defaults (`crates/trigger-http/src/lib.rs`).

use std::collections::BTreeMap;
use std::future::pending;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use tokio::sync::watch;
use tokio::time::Sleep;
use tokio_util::sync::{CancellationToken, WaitForCancellationFutureOwned};
use wasmtime::component::{GuestTaskId, ResourceTable};
use wasmtime::{Store, StoreContextMut};
use wasmtime_wasi::WasiCtxBuilder;
use wasmtime_wasi_http::handler::{
    HandlerState, Instance, Proxy, ShouldAccept, WorkerExpiration, WorkerState, WorkerStatus,
};
use wasmtime_wasi_http::p3::bindings::ServicePre;
use wasmtime_wasi_http::{WasiHttpCtx, WasiHttpView};

use super::clock::Clock;
use super::component::InstanceState;
use super::counts::{Growth, add_one};
use super::keyvalue::guest::KeyValue;
use super::log::{Lines, LogSink};
use super::outbound::Outbound;

/// Requests that one instance serves before it is dropped.
const MAX_REQUESTS: usize = 128;
/// Requests that one instance serves at once.
const MAX_CONCURRENT_REQUESTS: usize = 16;
/// Time for which an instance waits for another request.
const IDLE_TIMEOUT: Duration = Duration::from_secs(1);

/// Makes the instances of one component.
pub(crate) struct Instances {
    pub(crate) pre: ServicePre<InstanceState>,
    pub(crate) outbound: Outbound,
    pub(crate) key_value: KeyValue,
    pub(crate) variables: Arc<BTreeMap<String, String>>,
    pub(crate) stop: Stop,
    pub(crate) clock: Clock,
}

/// The means to ask instances to end, and to wait for them.
#[derive(Clone, Default)]
pub(crate) struct Stop {
    /// The request to end when there is nothing left to do.
    pub(crate) when_idle: CancellationToken,
    /// The request to end at once.
    pub(crate) now: CancellationToken,
    /// The number of instances.
    alive: watch::Sender<usize>,
    /// The number of those that are at work.
    busy: watch::Sender<usize>,
}

impl Stop {
    /// Waits until there are no instances.
    pub(crate) async fn all_ended(&self) {
        // The sender is alive, so waiting cannot fail.
        let _ = self.alive.subscribe().wait_for(|&alive| alive == 0).await;
    }

    /// Waits until no instance is at work, on a request or after its response.
    pub(crate) async fn all_idle(&self) {
        let _ = self.busy.subscribe().wait_for(|&busy| busy == 0).await;
    }
}

/// Counts an instance as long as this lives.
struct Counted(watch::Sender<usize>);

impl Counted {
    fn new(count: &watch::Sender<usize>) -> Self {
        count.send_modify(|instances| *instances = instances.saturating_add(1));
        Self(count.clone())
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0
            .send_modify(|instances| *instances = instances.saturating_sub(1));
    }
}

impl HandlerState for Instances {
    type StoreData = InstanceState;
    type WorkerExpiration = Expiration;
    type WorkerState = Worker;

    async fn instantiate(&self) -> wasmtime::Result<Instance<InstanceState, Expiration, Worker>> {
        add_one(&self.key_value.counters.instances);
        let log = &self.outbound.log;
        let state = InstanceState {
            table: ResourceTable::new(),
            wasi: WasiCtxBuilder::new()
                .stdout(Lines::new(log.clone()))
                .stderr(Lines::new(log.clone()))
                .wall_clock(self.clock.clone())
                .build(),
            http: WasiHttpCtx::new(),
            outbound: self.outbound.clone(),
            key_value: self.key_value.clone(),
            variables: Arc::clone(&self.variables),
            growth: Growth(Arc::clone(&self.key_value.counters)),
        };
        let mut store = Store::new(self.pre.engine(), state);
        store.limiter(|state| &mut state.growth);
        let service = self.pre.instantiate_async(&mut store).await?;
        Ok(Instance {
            store,
            proxy: Proxy::P3(service),
            view: InstanceState::http,
            expiration: Expiration {
                idle: Box::pin(tokio::time::sleep(IDLE_TIMEOUT)),
                stop_when_idle: Box::pin(self.stop.when_idle.clone().cancelled_owned()),
                stop_now: Box::pin(self.stop.now.clone().cancelled_owned()),
                all_busy: self.stop.busy.clone(),
                busy: None,
            },
            state: Worker {
                component: self.outbound.component.clone(),
                log: log.clone(),
                _alive: Counted::new(&self.stop.alive),
            },
        })
    }
}

/// The end of an instance. As in Spin, there is no time limit for a request.
pub(crate) struct Expiration {
    idle: Pin<Box<Sleep>>,
    stop_when_idle: Pin<Box<WaitForCancellationFutureOwned>>,
    stop_now: Pin<Box<WaitForCancellationFutureOwned>>,
    all_busy: watch::Sender<usize>,
    /// Is there while the instance is at work.
    busy: Option<Counted>,
}

impl WorkerExpiration for Expiration {
    fn poll(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        status: WorkerStatus,
        start: Instant,
    ) -> Poll<()> {
        if self.stop_now.as_mut().poll(cx).is_ready() {
            return Poll::Ready(());
        }
        match status {
            // `PostReturn` is work that a component spawned to run after its
            // response: the instance lives until it is done.
            WorkerStatus::Requests | WorkerStatus::PostReturn => {
                if self.busy.is_none() {
                    self.busy = Some(Counted::new(&self.all_busy));
                }
                Poll::Pending
            }
            WorkerStatus::Idle => {
                self.busy = None;
                if self.stop_when_idle.as_mut().poll(cx).is_ready() {
                    return Poll::Ready(());
                }
                if let Some(deadline) = start.checked_add(IDLE_TIMEOUT) {
                    self.idle.as_mut().reset(deadline.into());
                }
                self.idle.as_mut().poll(cx)
            }
        }
    }
}

/// One instance at work.
pub(crate) struct Worker {
    component: String,
    log: LogSink,
    _alive: Counted,
}

impl WorkerState for Worker {
    type StoreData = InstanceState;
    type RequestData = ();

    fn should_accept_request(&self, concurrent: usize, total: usize) -> ShouldAccept {
        if total >= MAX_REQUESTS {
            ShouldAccept::Never
        } else if concurrent >= MAX_CONCURRENT_REQUESTS {
            ShouldAccept::No
        } else {
            ShouldAccept::Yes
        }
    }

    fn on_request_start(
        &self,
        _: StoreContextMut<'_, InstanceState>,
        (): (),
        _: GuestTaskId,
    ) -> Pin<Box<dyn Future<Output = ()> + Send + Sync>> {
        Box::pin(pending())
    }

    fn drop(&self, store: Store<InstanceState>, result: wasmtime::Result<()>) {
        if let Err(error) = result {
            self.log
                .line(&format!("{}: worker failed: {error:#}", self.component));
        }
        drop(store);
    }
}
