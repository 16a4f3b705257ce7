//! Starting an application.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, Weak};

use anyhow::{Context, Result, ensure};
use tokio::runtime::{Handle, RuntimeFlavor};
use wasmtime_wasi_http::handler::ProxyHandler;

use super::allowed_hosts::AllowedHosts;
use super::app::{App, Info};
use super::clock::Clock;
use super::component::{self, linker};
use super::counts::Counters;
use super::instances::{Instances, Stop};
use super::keyvalue::Backend;
use super::keyvalue::guest::KeyValue;
use super::log::LogSink;
use super::manifest::{Application, Manifest};
use super::outbound::Outbound;
use super::routes::Routes;
use super::running::Running;
use super::stand_ins::StandIns;
use super::variables::Variables;
use super::{build, server};

/// The application to run, and the way to run it.
#[derive(Clone, Debug)]
pub struct Options {
    /// The application's `spin.toml`. Paths in it are relative to its folder.
    pub manifest: PathBuf,
    /// The address to listen on; port 0 takes any free port.
    pub listen: SocketAddr,
    /// The place of the key-value store.
    pub state: State,
    /// Values for the application's variables, by their name in the manifest.
    pub variables: BTreeMap<String, String>,
    /// The place for the components' output.
    pub log: Log,
    /// True if the components' build commands run first (once per process).
    pub build: bool,
}

/// The place of the key-value store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Memory, which is gone when the host stops.
    Memory,
    /// Spin's SQLite file in this folder, as `spin up --state-dir` has it.
    /// The folder is made if need be.
    Directory(PathBuf),
}

/// The place for the components' stdout and stderr, and for the host's own lines
/// about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Log {
    /// The host's stderr.
    Stderr,
    /// Memory, for [`Running::log`].
    Capture,
}

/// Starts the application of a manifest. It serves when this returns.
///
/// Must be called in tokio's multi-thread runtime: calls to the store block
/// their thread.
///
/// # Errors
/// When the address is taken, the manifest asks for something that the host does not
/// implement, a required variable has no value, a component does not build, compile
/// or link, or the store does not open.
pub async fn start(options: Options) -> Result<Running> {
    ensure!(
        Handle::current().runtime_flavor() == RuntimeFlavor::MultiThread,
        "the host needs tokio's multi-thread runtime"
    );
    let listener = server::bind(options.listen).await?;
    let address = listener.local_addr()?;
    let log = match options.log {
        Log::Stderr => LogSink::Stderr,
        Log::Capture => LogSink::Captured(Arc::default()),
    };
    let stop = Stop::default();
    let (stand_ins, clock) = (StandIns::default(), Clock::default());
    let loaded = || load(&options, &log, &stop, (&stand_ins, &clock));
    let (app, counters) = tokio::task::block_in_place(loaded)?;
    let serving = tokio::spawn(server::serve(
        listener,
        Arc::clone(&app),
        stop.when_idle.clone(),
    ));
    Ok(Running {
        address,
        app,
        counters,
        log,
        stand_ins,
        stop,
        clock,
        serving: Mutex::new(Some(serving)),
    })
}

/// The counters of every component, by its id.
pub(super) type AllCounters = BTreeMap<String, Arc<Counters>>;

fn load(
    options: &Options,
    log: &LogSink,
    stop: &Stop,
    (stand_ins, clock): (&StandIns, &Clock),
) -> Result<(Arc<App>, AllCounters)> {
    let path = std::path::absolute(&options.manifest)?;
    let dir = path.parent().unwrap_or(Path::new("/"));
    let manifest = Manifest::read(&path)?;
    let routes = Routes::new(manifest.triggers())?;
    for name in options.variables.keys() {
        if !manifest.variables.contains_key(name) {
            log.line(&format!(
                "`{name}` has a value, but no variable has that name"
            ));
        }
    }
    let variables = Variables::new(&manifest, &options.variables)?;
    if options.build {
        build::build(&manifest, dir)?;
    }
    let backend = Arc::new(match &options.state {
        State::Memory => Backend::memory(),
        State::Directory(dir) => Backend::sqlite(dir)?,
    });
    let linker = linker()?;
    let mut components = BTreeMap::new();
    for (id, component) in &manifest.component {
        let context = || format!("component `{id}`");
        let instances = Instances {
            pre: component::load(&dir.join(&component.source), &linker).with_context(context)?,
            outbound: Outbound {
                component: id.clone(),
                allowed: Arc::new(allowed_hosts(&manifest, id, &variables).with_context(context)?),
                app: Weak::new(),
                log: log.clone(),
                stand_ins: stand_ins.clone(),
            },
            key_value: KeyValue {
                backend: Arc::clone(&backend),
                counters: Arc::default(),
                allowed: component.key_value_stores.contains("default"),
            },
            variables: Arc::new(
                variables
                    .of_component(&component.variables)
                    .with_context(context)?,
            ),
            stop: stop.clone(),
            clock: clock.clone(),
        };
        components.insert(id.clone(), instances);
    }
    let counters = components
        .iter()
        .map(|(id, instances)| (id.clone(), Arc::clone(&instances.key_value.counters)))
        .collect();
    let app = Arc::new_cyclic(|app| {
        let components = components.into_iter().map(|(id, mut instances)| {
            instances.outbound.app = Weak::clone(app);
            (id, ProxyHandler::new(instances))
        });
        let Application { name, version, .. } = manifest.application;
        App {
            info: Info { name, version },
            routes,
            components: components.collect(),
            log: log.clone(),
        }
    });
    Ok((app, counters))
}

/// The hosts that the component `id` may request. Components that it may call must
/// exist: Spin finds out when the request is made, and traps the caller.
fn allowed_hosts(manifest: &Manifest, id: &str, variables: &Variables) -> Result<AllowedHosts> {
    let ids: Vec<_> = manifest.component.keys().collect();
    let hosts = manifest
        .component
        .get(id)
        .map_or(&[][..], |c| &c.allowed_outbound_hosts);
    let allowed = AllowedHosts::parse(hosts, variables, &ids)?;
    for target in allowed.chained() {
        ensure!(
            manifest
                .triggers()
                .iter()
                .any(|trigger| trigger.component == target),
            "it may call the component `{target}`, which no [[trigger.http]] names"
        );
    }
    Ok(allowed)
}
