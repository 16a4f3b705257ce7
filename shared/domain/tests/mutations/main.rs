//! The test that the simulation finds bugs. Each of the list's is planted in a
//! copy of the domain's source, one at a time, and some schedule must then break
//! an invariant. A bug that no schedule finds is a weakness of the simulation.
//!
//! `cargo test -p wismo-domain --test mutations -- --ignored --nocapture`
//! tries them all; `WISMO_MUTATION='lease|hold'` those with any of it in their name.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect"
)]

mod list;
mod search;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::thread;
use std::time::Instant;

use list::{MUTATIONS, Mutation, OF_STORIES};
use search::OF_SEARCH;

/// The number of schedules that may run before a planted bug must be found.
fn seeds() -> String {
    std::env::var("WISMO_SEEDS").unwrap_or_else(|_| "10000".to_owned())
}

/// The number of bugs that are tried at once.
const AT_ONCE: usize = 2;

/// The result of a planted bug.
enum Verdict {
    /// A schedule broke an invariant: the seed, and the invariant.
    Caught(String),
    /// No schedule broke an invariant.
    Missed,
    /// The simulation did not come to a verdict.
    Broken(String),
}

fn crate_folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the file with the bug planted in it.
fn patched(mutation: &Mutation) -> Result<String, String> {
    let path = crate_folder().join(mutation.file);
    let source = fs::read_to_string(&path)
        .map_err(|error| format!("{}: {}: {error}", mutation.name, mutation.file))?;
    match source.matches(mutation.from).count() {
        1 => Ok(source.replace(mutation.from, mutation.to)),
        times => Err(format!(
            "{}: its text is {times} times in {}",
            mutation.name, mutation.file
        )),
    }
}

#[test]
fn every_mutation_still_fits_the_source() {
    let all = || MUTATIONS.iter().chain(OF_STORIES).chain(OF_SEARCH);
    let misfits: Vec<String> = all().filter_map(|m| patched(m).err()).collect();
    assert!(misfits.is_empty(), "{}", misfits.join("\n"));
    for (index, mutation) in all().enumerate() {
        assert_ne!(mutation.from, mutation.to, "{}", mutation.name);
        let mut others = all().skip(index + 1);
        assert!(others.all(|other| other.name != mutation.name));
    }
}

#[test]
#[ignore = "takes a quarter of an hour: run it by its name"]
fn the_simulation_finds_all_mutations() {
    try_all("schedules", MUTATIONS, simulate);
}

#[test]
#[ignore = "takes minutes: run it by its name"]
fn the_stories_find_theirs() {
    try_all("stories", OF_STORIES, tell_stories);
}

#[test]
#[ignore = "takes minutes: run it by its name"]
fn the_simulation_of_the_search_index_finds_theirs() {
    try_all("search", OF_SEARCH, search);
}

/// Plants each of the wanted bugs; all must be found.
fn try_all(by: &str, all: &'static [Mutation], find: fn(&Path) -> Verdict) {
    let wanted = std::env::var("WISMO_MUTATION").unwrap_or_default();
    let wanted: Vec<&Mutation> = all
        .iter()
        .filter(|mutation| wanted.split('|').any(|part| mutation.name.contains(part)))
        .collect();
    let queue = Mutex::new(wanted.iter());
    let missed: Mutex<Vec<String>> = Mutex::default();
    thread::scope(|scope| {
        for slot in 0..AT_ONCE {
            let (queue, missed) = (&queue, &missed);
            scope.spawn(move || {
                let workspace = copy(&format!("{by}-{slot}"));
                loop {
                    let Some(mutation) = queue.lock().unwrap().next() else {
                        return;
                    };
                    let begun = Instant::now();
                    let verdict = attempt(&workspace, mutation, find);
                    let seconds = begun.elapsed().as_secs();
                    let line = match &verdict {
                        Verdict::Caught(by) => by.clone(),
                        Verdict::Missed => format!("not found in {} schedules", seeds()),
                        Verdict::Broken(why) => format!("NO VERDICT: {why}"),
                    };
                    println!("{:<62} {seconds:>4} s  {line}", mutation.name);
                    if !matches!(verdict, Verdict::Caught(_)) {
                        let line = format!("{}: {line}", mutation.name);
                        missed.lock().unwrap().push(line);
                    }
                }
            });
        }
    });
    let missed = missed.into_inner().unwrap();
    assert!(missed.is_empty(), "\n{}", missed.join("\n"));
}

/// Plants a bug, looks for it, and mends the source again.
fn attempt(workspace: &Path, mutation: &Mutation, find: fn(&Path) -> Verdict) -> Verdict {
    let file = workspace.join("shared/domain").join(mutation.file);
    let original = fs::read(&file).unwrap();
    match patched(mutation) {
        Ok(source) => fs::write(&file, source).unwrap(),
        Err(misfit) => return Verdict::Broken(misfit),
    }
    let verdict = find(workspace);
    fs::write(&file, original).unwrap();
    verdict
}

fn simulate(workspace: &Path) -> Verdict {
    test(workspace, &["simulation", "no_schedule"], |line| {
        line.starts_with("seed ")
    })
}

fn search(workspace: &Path) -> Verdict {
    test(workspace, &["search", "no_schedule"], |line| {
        line.starts_with("seed ")
    })
}

fn tell_stories(workspace: &Path) -> Verdict {
    test(workspace, &["stories"], |line| line.ends_with("... FAILED"))
}

/// Runs a test; a line for which `tells` is true says that the test found something.
fn test(workspace: &Path, test: &[&str], tells: fn(&&str) -> bool) -> Verdict {
    let output = Command::new(env!("CARGO"))
        .args(["test", "--offline", "-p", "wismo-domain", "--test"])
        .args(test)
        .current_dir(workspace)
        // The target folder lies beside the workspace, as cargo tells packages apart by their
        // place in the workspace: two copies in one target folder would be taken for one.
        .env("CARGO_TARGET_DIR", workspace.with_extension("target"))
        .env("WISMO_SEEDS", seeds())
        .env_remove("WISMO_SEED")
        .output()
        .expect("cargo runs");
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    let violation = said.lines().find(tells);
    match violation {
        Some(line) => Verdict::Caught(line.to_owned()),
        None if output.status.success() => Verdict::Missed,
        None => {
            let end: Vec<&str> = said.lines().rev().take(30).collect();
            Verdict::Broken(end.into_iter().rev().collect::<Vec<_>>().join("\n"))
        }
    }
}

/// Makes a workspace with the domain alone, with this workspace's lock and profiles.
fn copy(name: &str) -> PathBuf {
    let from = crate_folder().join("../..");
    let to = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("mutations")
        .join(name);
    let _ = fs::remove_dir_all(&to);
    copy_folder(crate_folder(), &to.join("shared/domain"));
    for file in ["Cargo.lock", "rust-toolchain.toml"] {
        fs::copy(from.join(file), to.join(file)).unwrap();
    }
    let manifest = fs::read_to_string(from.join("Cargo.toml")).unwrap();
    let alone = |line: &str| match line.starts_with("members = ") {
        true => "members = [\"shared/domain\"]\n".to_owned(),
        false => format!("{line}\n"),
    };
    let manifest: String = manifest.lines().map(alone).collect();
    fs::write(to.join("Cargo.toml"), manifest).unwrap();
    to
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_folder(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}
