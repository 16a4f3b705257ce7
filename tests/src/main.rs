//! Serves Wismo, or another application that the embedded host can run.

#![forbid(unsafe_code)]

mod demo;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;
use tokio::signal::unix::{SignalKind, signal};
use wismo::{Log, Options, State};

/// Serves Wismo on this machine.
#[derive(Parser)]
struct Arguments {
    /// The address to listen on.
    #[arg(long, default_value = "127.0.0.1:3000", value_name = "ADDRESS")]
    listen: SocketAddr,
    /// The folder of the key-value store [default: .spin beside spin.toml]
    #[arg(long, value_name = "DIR")]
    state: Option<PathBuf>,
    /// The application [default: Wismo]
    #[arg(long, value_name = "SPIN.TOML")]
    manifest: Option<PathBuf>,
    /// Serves the components as they were last built.
    #[arg(long)]
    no_build: bool,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<()> {
    let is_wismo = arguments.manifest.is_none();
    let manifest = arguments.manifest.unwrap_or_else(wismo::manifest);
    let state = arguments
        .state
        .unwrap_or_else(|| manifest.with_file_name(".spin"));
    let mut options = Options {
        manifest,
        listen: arguments.listen,
        state: State::Directory(state),
        variables: wismo::variables_from_env(),
        log: Log::Stderr,
        build: !arguments.no_build,
    };
    let demo = demo::prepare(&mut options)?;
    let variables = &mut options.variables;
    if is_wismo {
        let public_url = demo::public_url(options.listen);
        variables
            .entry("public_url".to_owned())
            .or_insert(public_url);
    }
    let job_secret = variables.get("job_secret").cloned();
    let running = wismo::start(options).await?;
    // Until here, a signal ends the process at once, which does no harm.
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    eprintln!("Serving http://{}", running.address());
    for (route, component) in running.routes() {
        eprintln!("  {component}: {route}");
    }
    let address = running.address();
    let played = async {
        match demo {
            Some(demo) => demo.play(address).await,
            None if is_wismo => serve(address, job_secret.as_deref()).await,
            None => std::future::pending().await,
        }
    };
    let ended = tokio::select! {
        _ = interrupt.recv() => Ok(()),
        _ = terminate.recv() => Ok(()),
        ended = played => ended,
    };
    running.stop().await;
    ended
}

/// Says where the desk of one's own shops begins, and drains mail as a scheduler would.
async fn serve(address: SocketAddr, job_secret: Option<&str>) -> Result<()> {
    eprintln!(
        "\nBecome the first owner of the desk, with your desk_api_key: http://{address}/desk/setup"
    );
    match job_secret {
        Some(secret) => demo::drain_each_minute(address, secret).await,
        None => {
            eprintln!("Mail is not drained: job_secret is not set.");
            std::future::pending().await
        }
    }
}
