//! Components, compiled and linked.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::SystemTime;

use anyhow::{Context, Result};
use wasmtime::component::{Accessor, Component, HasData, Linker, ResourceTable};
use wasmtime::{Cache, Config, Engine};
use wasmtime_wasi::{WasiCtx, WasiCtxView, WasiView};
use wasmtime_wasi_http::p3::bindings::ServicePre;
use wasmtime_wasi_http::{WasiHttpCtx, WasiHttpCtxView, WasiHttpView};

use super::bindings::spin::variables::variables;
use super::counts::Growth;
use super::keyvalue::guest::{KeyValue, add_to_linker as add_key_value};
use super::outbound::Outbound;
use super::variables::check_name;

/// The data that the host keeps for one instance.
pub(crate) struct InstanceState {
    pub(crate) table: ResourceTable,
    pub(crate) wasi: WasiCtx,
    pub(crate) http: WasiHttpCtx,
    pub(crate) outbound: Outbound,
    pub(crate) key_value: KeyValue,
    pub(crate) variables: Arc<BTreeMap<String, String>>,
    pub(crate) growth: Growth,
}

impl WasiView for InstanceState {
    fn ctx(&mut self) -> WasiCtxView<'_> {
        WasiCtxView {
            ctx: &mut self.wasi,
            table: &mut self.table,
        }
    }
}

impl WasiHttpView for InstanceState {
    fn http(&mut self) -> WasiHttpCtxView<'_> {
        WasiHttpCtxView {
            hooks: &mut self.outbound,
            table: &mut self.table,
            ctx: &mut self.http,
        }
    }
}

impl InstanceState {
    fn key_value(&mut self) -> &mut KeyValue {
        &mut self.key_value
    }
}

/// The type that tells wasmtime about [`InstanceState`], for the variables.
struct HasState;

impl HasData for HasState {
    type Data<'a> = &'a mut InstanceState;
}

impl variables::Host for &mut InstanceState {}

impl<T: Send> variables::HostWithStore<T> for HasState {
    async fn get(accessor: &Accessor<T, Self>, name: String) -> Result<String, variables::Error> {
        check_name(&name).map_err(variables::Error::InvalidName)?;
        accessor.with(|mut access| {
            let state = access.get();
            state.variables.get(&name).cloned().ok_or_else(|| {
                let component = &state.outbound.component;
                variables::Error::Undefined(format!("no variable for {component:?}.{name:?}"))
            })
        })
    }
}

/// Everything that a component may import, to be linked with any component.
pub(crate) fn linker() -> Result<Linker<InstanceState>> {
    let mut linker = Linker::new(engine()?);
    let add = |linker: &mut Linker<InstanceState>| -> wasmtime::Result<()> {
        wasmtime_wasi::p2::add_to_linker_async(linker)?;
        wasmtime_wasi::p3::add_to_linker(linker)?;
        wasmtime_wasi_http::p3::add_to_linker(linker)?;
        variables::add_to_linker::<_, HasState>(linker, |state| state)?;
        add_key_value(linker, InstanceState::key_value)
    };
    add(&mut linker)?;
    Ok(linker)
}

/// Compiles the component at `path`, unless this process has already compiled the
/// same file, and links it.
pub(crate) fn load(
    path: &Path,
    linker: &Linker<InstanceState>,
) -> Result<ServicePre<InstanceState>> {
    let component = compile(path)?;
    let linked = linker
        .instantiate_pre(&component)
        .map_err(anyhow::Error::from)
        .with_context(|| {
            format!(
                "{} imports what the embedded host does not have",
                path.display()
            )
        })?;
    ServicePre::new(linked)
        .map_err(anyhow::Error::from)
        .with_context(|| format!("{} does not export wasi:http/handler@0.3", path.display()))
}

fn engine() -> Result<&'static Engine> {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    if let Some(engine) = ENGINE.get() {
        return Ok(engine);
    }
    let mut config = Config::new();
    config
        .wasm_component_model(true)
        .wasm_component_model_async(true)
        // Compiled code serves the next start too, where wasmtime may keep it, as
        // with Spin.
        .cache(Cache::from_file(None).ok());
    let engine = Engine::new(&config)?;
    Ok(ENGINE.get_or_init(|| engine))
}

/// A file as it was at a moment.
type FileVersion = (PathBuf, SystemTime, u64);

fn compile(path: &Path) -> Result<Component> {
    static COMPILED: Mutex<BTreeMap<FileVersion, Component>> = Mutex::new(BTreeMap::new());
    let metadata = std::fs::metadata(path)
        .with_context(|| format!("no component at {}: has it been built?", path.display()))?;
    let version = (path.to_owned(), metadata.modified()?, metadata.len());
    // Held while compiling, so that hosts that start at the same time compile once.
    let mut compiled = COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(component) = compiled.get(&version) {
        return Ok(component.clone());
    }
    let component = Component::from_file(engine()?, path)
        .map_err(anyhow::Error::from)
        .with_context(|| format!("cannot compile {}", path.display()))?;
    compiled.insert(version, component.clone());
    Ok(component)
}
