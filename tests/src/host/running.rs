//! A running application.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::app::App;
use super::clock::Clock;
use super::counts::StoreCounts;
use super::instances::Stop;
use super::log::LogSink;
use super::stand_ins::StandIns;
use super::start::AllCounters;

/// Time that requests, and then work after responses, may take after
/// [`Running::stop`].
const GRACE: Duration = Duration::from_secs(5);

/// A running application. It ends with [`Running::stop`], or, abruptly, with
/// the tokio runtime.
pub struct Running {
    pub(super) address: SocketAddr,
    pub(super) app: Arc<App>,
    pub(super) counters: AllCounters,
    pub(super) log: LogSink,
    pub(super) stand_ins: StandIns,
    pub(super) stop: Stop,
    pub(super) clock: Clock,
    /// The server, until it is stopped.
    pub(super) serving: Mutex<Option<JoinHandle<()>>>,
}

impl Running {
    /// The address where the application listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The public routes, each with its component.
    pub fn routes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.app.routes.iter()
    }

    /// The calls that a component made to the host; `None` if the manifest does not
    /// have the component.
    pub fn counts(&self, component: &str) -> Option<StoreCounts> {
        self.counters
            .get(component)
            .map(|counters| counters.snapshot())
    }

    /// Starts the counts of every component from 0.
    pub fn reset_counts(&self) {
        for counters in self.counters.values() {
            counters.reset();
        }
    }

    /// Sets the components' clock forward, for tests that cannot wait.
    pub fn set_forward(&self, by: Duration) {
        self.clock.set_forward(by);
    }

    /// Waits until no component is at work, on a request or after its response, or
    /// until `patience` is over.
    pub async fn idle(&self, patience: Duration) {
        let _ = timeout(patience, self.stop.all_idle()).await;
    }

    /// Time by which the components' clock is ahead of this machine's.
    pub fn ahead(&self) -> Duration {
        self.clock.ahead()
    }

    /// The lines of the components, and of the host about them, with
    /// [`Log::Capture`](super::Log::Capture); else nothing.
    pub fn log(&self) -> String {
        self.log.captured()
    }

    /// Sends requests of components to `https://{host}` to `address` instead, in plain
    /// HTTP: for tests, which do not have a certificate for such a host.
    pub fn play(&self, host: &str, address: SocketAddr) {
        self.stand_ins.play(host, address);
    }

    /// Ends the application: there are no new connections; requests that are under way,
    /// and then work that components do after their responses, have 5 s each.
    pub async fn stop(&self) {
        self.stop.when_idle.cancel();
        let serving = self
            .serving
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(mut serving) = serving
            && timeout(GRACE, &mut serving).await.is_err()
        {
            serving.abort();
        }
        if timeout(GRACE, self.stop.all_ended()).await.is_err() {
            self.stop.now.cancel();
            let _ = timeout(GRACE, self.stop.all_ended()).await;
        }
    }
}
