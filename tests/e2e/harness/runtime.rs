//! The host that Wismo runs on: in this process, in one of its own, or a real `spin`.

use std::collections::BTreeMap;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, OnceLock};
use std::time::{Duration, Instant};

use wismo::{Log, Options, Running, State, StoreCounts};

/// Tells whether the tests run on the `spin` that is on the PATH.
pub(crate) fn is_spin() -> bool {
    std::env::var("WISMO_RUNTIME").is_ok_and(|runtime| runtime == "spin")
}

/// A host that serves Wismo.
pub(crate) enum Process {
    /// The embedded host, in this process.
    Here(Running),
    /// A process of its own.
    There {
        child: Child,
        url: String,
        log: PathBuf,
    },
}

impl Process {
    pub(crate) async fn start(variables: &BTreeMap<String, String>, state: &Path) -> Self {
        if is_spin() {
            return Self::spawn(variables, state).await;
        }
        let options = Options {
            manifest: wismo::manifest(),
            listen: ([127, 0, 0, 1], 0).into(),
            state: State::Directory(state.to_owned()),
            variables: variables.clone(),
            log: Log::Capture,
            build: true,
        };
        Self::Here(wismo::start(options).await.unwrap())
    }

    pub(crate) async fn spawn(variables: &BTreeMap<String, String>, state: &Path) -> Self {
        build_once().await;
        let port = free_port();
        let listen = format!("127.0.0.1:{port}");
        let mut command = if is_spin() {
            let mut command = Command::new("spin");
            command.args(["up", "--quiet", "--listen", &listen, "--state-dir"]);
            command.arg(state).arg("--from").arg(wismo::manifest());
            if let Some(config) = redis_config(state) {
                command.arg("--runtime-config-file").arg(config);
            }
            command
        } else {
            let mut command = Command::new(env!("CARGO_BIN_EXE_wismo"));
            command
                .args(["--no-build", "--listen", &listen, "--state"])
                .arg(state);
            command
        };
        for (name, value) in variables {
            command.env(format!("SPIN_VARIABLE_{}", name.to_uppercase()), value);
        }
        let log = state.join("output.log");
        let output = std::fs::File::options()
            .create(true)
            .append(true)
            .open(&log)
            .unwrap();
        command.process_group(0).env("RUST_BACKTRACE", "0");
        command
            .stdin(Stdio::null())
            .stdout(output.try_clone().unwrap())
            .stderr(output);
        let mut child = command.spawn().expect("the host starts");
        let url = format!("http://{listen}");
        let until = Instant::now() + Duration::from_secs(60);
        while reqwest::get(&url).await.is_err() {
            let output = || std::fs::read_to_string(&log).unwrap_or_default();
            assert!(child.try_wait().unwrap().is_none(), "{}", output());
            assert!(
                Instant::now() < until,
                "no answer within 60 s: {}",
                output()
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Self::There { child, url, log }
    }

    /// Plays `https://{host}` at an address, in plain HTTP.
    pub(crate) fn play(&self, host: &str, address: std::net::SocketAddr) {
        match self {
            Self::Here(running) => running.play(host, address),
            Self::There { .. } => panic!("only the embedded host plays hosts"),
        }
    }

    pub(crate) fn url(&self) -> String {
        match self {
            Self::Here(running) => format!("http://{}", running.address()),
            Self::There { url, .. } => url.clone(),
        }
    }

    /// The lines that the components have written.
    pub(crate) fn log(&self) -> String {
        match self {
            Self::Here(running) => running.log(),
            Self::There { log, .. } => {
                // Spin writes the components' lines to files of their own.
                let folder = log.with_file_name("logs");
                let said = std::fs::read_dir(folder).into_iter().flatten().flatten();
                let files = said.map(|file| file.path()).chain([log.clone()]);
                files
                    .filter_map(|file| std::fs::read_to_string(file).ok())
                    .collect()
            }
        }
    }

    /// The calls that a component made to the store; on the embedded host only.
    pub(crate) fn counts(&self, component: &str) -> StoreCounts {
        match self {
            Self::Here(running) => running.counts(component).unwrap(),
            Self::There { .. } => panic!("only the embedded host counts"),
        }
    }

    pub(crate) fn reset_counts(&self) {
        match self {
            Self::Here(running) => running.reset_counts(),
            Self::There { .. } => panic!("only the embedded host counts"),
        }
    }

    /// Sets the components' clock forward; on the embedded host only.
    pub(crate) fn set_forward(&self, by: Duration) {
        match self {
            Self::Here(running) => running.set_forward(by),
            Self::There { .. } => panic!("only the embedded host has a clock of its own"),
        }
    }

    /// Sets the components' clock forward once they have ended what they do after their
    /// answers, for which they have a minute: a worker whose time leaps is late, and others
    /// wait for its lease. On the embedded host only.
    pub(crate) async fn leap(&self, by: Duration) {
        self.idle().await;
        self.set_forward(by);
    }

    /// Waits until no component is at work, after its answers either. A process of its own
    /// cannot be asked: there, the time passes that this usually takes.
    pub(crate) async fn idle(&self) {
        match self {
            Self::Here(running) => running.idle(Duration::from_secs(60)).await,
            Self::There { .. } => tokio::time::sleep(Duration::from_secs(2)).await,
        }
    }

    /// Time by which the components' clock is ahead.
    pub(crate) fn ahead(&self) -> Duration {
        match self {
            Self::Here(running) => running.ahead(),
            Self::There { .. } => Duration::ZERO,
        }
    }

    /// Sends SIGKILL to the host and what it started: `spin up` serves from a child.
    pub(crate) fn kill(&mut self) {
        let Self::There { child, .. } = self else {
            return;
        };
        // Once it was waited for, its number may belong to another process.
        if matches!(child.try_wait(), Ok(None)) {
            let group = format!("kill -9 -{}", child.id());
            let _ = Command::new("sh").args(["-c", &group]).status();
            let _ = child.wait();
        }
    }

    pub(crate) async fn stop(mut self) {
        self.kill();
        if let Self::Here(running) = &self {
            running.stop().await;
        }
    }
}

/// Kills the process, so that no test leaves one behind.
impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The runtime configuration that keeps a state in the Redis of `WISMO_REDIS`,
/// if that is set: each state in a database of its own.
fn redis_config(state: &Path) -> Option<PathBuf> {
    static DATABASES: Mutex<BTreeMap<PathBuf, usize>> = Mutex::new(BTreeMap::new());
    let url = std::env::var("WISMO_REDIS").ok()?;
    let mut databases = DATABASES.lock().unwrap();
    let next = databases.len();
    let database = databases.entry(state.to_owned()).or_insert(next);
    let config = state.join("runtime-config.toml");
    let store =
        format!("[key_value_store.default]\ntype = \"redis\"\nurl = \"{url}/{database}\"\n");
    std::fs::write(&config, store).unwrap();
    Some(config)
}

/// Builds the components once: with `spin build`, or by starting the embedded
/// host, which does the same.
async fn build_once() {
    static BUILT: OnceLock<tokio::sync::OnceCell<()>> = OnceLock::new();
    let build = async {
        if is_spin() {
            let mut command = Command::new("spin");
            command.arg("build").arg("--from").arg(wismo::manifest());
            assert!(command.status().expect("spin is on the PATH").success());
        } else {
            let options = Options {
                manifest: wismo::manifest(),
                listen: ([127, 0, 0, 1], 0).into(),
                state: State::Memory,
                variables: BTreeMap::new(),
                log: Log::Capture,
                build: true,
            };
            wismo::start(options).await.unwrap().stop().await;
        }
    };
    BUILT
        .get_or_init(tokio::sync::OnceCell::new)
        .get_or_init(|| build)
        .await;
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}
