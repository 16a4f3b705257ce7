//! Rules for the sources that no lint knows: each doc comment begins with a verb or a noun, and
//! tests stand in the module `tests` of what they test.

use std::path::{Path, PathBuf};

/// Words that begin a clause in place of a name.
const CLAUSES: [&str; 12] = [
    "what", "who", "whose", "whom", "whether", "of", "how", "when", "where", "which", "that", "why",
];

/// The Rust files of a folder and of those in it.
pub(crate) fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let files = entries.flat_map(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() {
            return sources(&path);
        }
        let is_rust = path.extension().is_some_and(|end| end == "rs");
        is_rust.then_some(path).into_iter().collect()
    });
    files.collect()
}

/// The first line of each doc comment, with its number.
fn beginnings(source: &str) -> impl Iterator<Item = (usize, &str)> {
    let marks = ["///", "//!"];
    let comment = move |line: &'_ str| {
        let line = line.trim_start();
        marks.into_iter().find(|mark| line.starts_with(mark))
    };
    let lines = source
        .lines()
        .zip(std::iter::once("").chain(source.lines()));
    lines
        .enumerate()
        .filter_map(move |(index, (line, before))| {
            let mark = comment(line)?;
            let is_first = comment(before) != Some(mark);
            is_first.then_some((index + 1, line.trim_start().trim_start_matches(mark).trim()))
        })
}

#[test]
fn every_doc_comment_begins_with_a_verb_or_a_noun() {
    let mut count = 0;
    let mut faults = Vec::new();
    for folder in ["shared", "functions", "tests"] {
        for path in sources(&wismo::manifest().with_file_name(folder)) {
            let source = std::fs::read_to_string(&path).unwrap();
            for (number, line) in beginnings(&source) {
                count += 1;
                let first = line.split(|c: char| !c.is_alphabetic()).next();
                let first = first.unwrap_or_default().to_lowercase();
                if CLAUSES.contains(&first.as_str()) {
                    faults.push(format!("{}:{number}: {line}", path.display()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(count > 3000, "{count}");
}

#[test]
fn no_file_of_tests_stands_beside_its_module() {
    let folders = ["shared", "functions"].map(|name| wismo::manifest().with_file_name(name));
    let files = folders.iter().flat_map(|folder| sources(folder));
    let is_beside = |path: &PathBuf| path.to_string_lossy().ends_with("_tests.rs");
    let beside: Vec<PathBuf> = files.filter(is_beside).collect();
    assert!(beside.is_empty(), "{beside:?}");
}
