//! Builds the components, as `spin build` does.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, anyhow, bail, ensure};

use super::manifest::Manifest;

/// The target of every component.
const TARGET: &str = "wasm32-wasip2";

/// Variables that `cargo run` and `cargo test` set, or that are meant for the
/// host's own build, and that would send a nested cargo to another folder,
/// target or set of flags. All others stay: `CARGO_HOME`, proxies, the toolchain.
const CONFUSING: &[&str] = &[
    "CARGO_BUILD_RUSTFLAGS",
    "CARGO_BUILD_TARGET",
    "CARGO_BUILD_TARGET_DIR",
    "CARGO_ENCODED_RUSTFLAGS",
    // The manifest expects the built files in `target/`.
    "CARGO_TARGET_DIR",
    "CARGO_TARGET_TMPDIR",
    "RUSTC_WORKSPACE_WRAPPER",
    "RUSTFLAGS",
];

/// Prefixes of such variables.
const CONFUSING_PREFIXES: &[&str] = &["CARGO_BIN_", "CARGO_CFG_", "CARGO_MANIFEST_", "CARGO_PKG_"];

/// Runs the build command of every component of the manifest in `dir`. Later
/// calls for the same folder return the result of the first.
pub(crate) fn build(manifest: &Manifest, dir: &Path) -> Result<()> {
    static DONE: Mutex<BTreeMap<PathBuf, Result<(), String>>> = Mutex::new(BTreeMap::new());
    // Held while building, so that hosts that start at the same time build once.
    let mut done = DONE.lock().unwrap_or_else(PoisonError::into_inner);
    done.entry(dir.to_owned())
        .or_insert_with(|| run(manifest, dir).map_err(|error| format!("{error:#}")))
        .clone()
        .map_err(|error| anyhow!(error))
}

fn run(manifest: &Manifest, dir: &Path) -> Result<()> {
    ensure_target(dir)?;
    for (id, component) in &manifest.component {
        let Some(build) = &component.build else {
            continue;
        };
        let workdir = build
            .workdir
            .as_ref()
            .map_or(dir.to_owned(), |sub| dir.join(sub));
        for command in build.command.as_slice() {
            let status = clean(
                Command::new("sh")
                    .arg("-c")
                    .arg(command)
                    .current_dir(&workdir),
            )
            .status()
            .with_context(|| format!("cannot run the build command of `{id}`"))?;
            ensure!(
                status.success(),
                "the build of `{id}` failed ({status}): {command}"
            );
        }
    }
    Ok(())
}

/// Installs the target's standard library if the toolchain lacks it.
fn ensure_target(dir: &Path) -> Result<()> {
    let libdir = clean(Command::new("rustc").current_dir(dir))
        .args(["--print", "target-libdir", "--target", TARGET])
        .output()
        .context("cannot run rustc")?;
    let path = String::from_utf8_lossy(&libdir.stdout);
    if libdir.status.success() && Path::new(path.trim()).is_dir() {
        return Ok(());
    }
    let added = clean(Command::new("rustup").current_dir(dir))
        .args(["target", "add", TARGET])
        .status();
    match added {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => bail!("`rustup target add {TARGET}` failed ({status})"),
        Err(error) => bail!(
            "the Rust toolchain has no target {TARGET}, and rustup, which would add it, \
             cannot be run ({error}): install rustup or the target"
        ),
    }
}

/// Removes variables that would confuse a nested cargo.
fn clean(command: &mut Command) -> &mut Command {
    for (name, _) in std::env::vars_os() {
        let Some(text) = name.to_str() else { continue };
        if CONFUSING.contains(&text) || CONFUSING_PREFIXES.iter().any(|p| text.starts_with(p)) {
            command.env_remove(&name);
        }
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(build: &str) -> Manifest {
        Manifest::parse(&format!(
            "spin_manifest_version = 2\n[application]\nname = \"a\"\n[trigger]\nhttp = []\n\
             [component.one]\nsource = \"one.wasm\"\n[component.one.build]\n{build}"
        ))
        .unwrap()
    }

    #[test]
    fn runs_the_commands_once_and_without_cargos_variables() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("sub")).unwrap();
        // Tests run under cargo, which sets CARGO_MANIFEST_DIR.
        let manifest = manifest(
            r#"command = ["echo \"$CARGO_MANIFEST_DIR\" >> out", "pwd >> out"]
               workdir = "sub""#,
        );
        build(&manifest, dir.path()).unwrap();
        build(&manifest, dir.path()).unwrap();
        let out = std::fs::read_to_string(dir.path().join("sub/out")).unwrap();
        let lines: Vec<_> = out.lines().collect();
        assert_eq!(lines.len(), 2, "{out}");
        assert_eq!(lines[0], "");
        assert!(lines[1].ends_with("/sub"));
    }

    #[test]
    fn a_failed_build_says_which_and_stays_failed() {
        let dir = tempfile::tempdir().unwrap();
        let manifest = manifest("command = \"echo x >> out; exit 3\"");
        for _ in 0..2 {
            let error = build(&manifest, dir.path()).unwrap_err().to_string();
            assert!(error.contains("`one`") && error.contains('3'), "{error}");
        }
        assert_eq!(
            std::fs::read_to_string(dir.path().join("out")).unwrap(),
            "x\n"
        );
    }
}
