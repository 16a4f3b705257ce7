//! The documents, against what they name: links, paths, tests and variables.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use crate::readme::{markdown, read};
use crate::sources::sources;

/// Every document of the repository.
fn documents() -> Vec<String> {
    let root = [
        "README.md",
        "ARCHITECTURE.md",
        "SECURITY.md",
        "CHANGELOG.md",
    ];
    root.map(str::to_owned)
        .into_iter()
        .chain(markdown("docs"))
        .collect()
}

/// A document's lines outside its blocks of code.
fn prose(text: &str) -> Vec<&str> {
    let mut is_code = false;
    let lines = text.lines().filter(|line| {
        let is_fence = line.trim_start().starts_with("```");
        is_code ^= is_fence;
        !is_code && !is_fence
    });
    lines.collect()
}

/// The texts between two marks in a line.
fn between<'a>(line: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    let parts = line.split(open).skip(1);
    parts
        .filter_map(|part| Some(part.split_once(close)?.0))
        .collect()
}

/// The texts of a line that are set as code.
fn code(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// The anchor of a heading, as GitHub and mdBook make it.
fn anchor(heading: &str) -> String {
    let heading = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = heading
        .chars()
        .filter(|c| c.is_alphanumeric() || [' ', '-', '_'].contains(c));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// A path without its `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(plain.pop()),
            other => plain.push(other),
        }
    }
    plain
}

fn root() -> PathBuf {
    wismo::manifest().with_file_name("")
}

#[test]
fn every_link_leads_somewhere() {
    let mut count = 0;
    let mut broken = Vec::new();
    for document in documents() {
        let text = read(&document);
        let folder = Path::new(&document).parent().unwrap();
        for line in prose(&text) {
            // An example in code is no link.
            let line: String = line.split('`').step_by(2).collect();
            let links = between(&line, "](", ")");
            for link in links.into_iter().chain(between(&line, "src=\"", "\"")) {
                if link.contains("://") || link.starts_with("mailto:") {
                    continue;
                }
                count += 1;
                let (path, heading) = link.split_once('#').unwrap_or((link, ""));
                let target = match path {
                    "" => PathBuf::from(&document),
                    path => plain(&folder.join(path)),
                };
                let is_there = root().join(&target).exists();
                let has_heading = || {
                    let text = read(target.to_str().unwrap());
                    let mut lines = prose(&text).into_iter();
                    lines.any(|line| line.starts_with('#') && anchor(line) == heading)
                };
                if !is_there || !(heading.is_empty() || has_heading()) {
                    broken.push(format!("{document}: {link}"));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    assert!(count > 200, "{count}");
}

/// Writes the name of a variant as the API does.
fn snake(variant: &str) -> String {
    let mut name = String::new();
    for c in variant.chars() {
        if c.is_ascii_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.push(c.to_ascii_lowercase());
    }
    name
}

#[test]
fn every_path_test_and_variable_that_a_document_names_is_there() {
    let mut words = BTreeSet::new();
    let mut add = |text: &str| {
        let all = text.split(|c: char| !(c.is_alphanumeric() || c == '_'));
        words.extend(all.filter(|word| word.contains('_')).map(str::to_owned));
        // Closed words of the API are variants in the source.
        let all = text.split(|c: char| !c.is_alphanumeric());
        let is_variant = |word: &&str| word.starts_with(|c: char| c.is_ascii_uppercase());
        words.extend(all.filter(is_variant).map(snake));
    };
    for folder in ["shared", "functions", "tests"] {
        for path in sources(&root().join(folder)) {
            add(&std::fs::read_to_string(path).unwrap());
        }
    }
    let manifest = read("spin.toml");
    add(&manifest);
    for file in [".ci/run", "Cargo.toml"] {
        add(&read(file));
    }
    let mut missing = Vec::new();
    let (mut paths, mut names) = (0, 0);
    // What is gone may stand in the changelog.
    for document in documents()
        .into_iter()
        .filter(|path| path != "CHANGELOG.md")
    {
        let text = read(&document);
        for name in prose(&text).into_iter().flat_map(code) {
            let is_path = [
                "shared/",
                "functions/",
                "tests/",
                "docs/",
                "deploy/",
                ".ci/",
            ]
            .iter()
            .any(|folder| name.starts_with(folder));
            let is_plain = |name: &str| {
                let plain = |c: char| c.is_ascii_alphanumeric() || "_-./".contains(c);
                name.chars().all(plain)
            };
            if is_path && is_plain(name) {
                paths += 1;
                if !root().join(name).exists() {
                    missing.push(format!("{document}: {name}"));
                }
            }
            let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
            let is_name = name.matches('_').count() > 1 && name.chars().all(is_word);
            // The prefix may stand alone.
            let variable = name.strip_prefix("SPIN_VARIABLE_").unwrap_or("shops");
            let has_variable = || manifest.contains(&format!("\n{} = {{", variable.to_lowercase()));
            if is_name {
                names += 1;
                let is_known = name.starts_with("SPIN_VARIABLE_") || words.contains(name);
                if !is_known || !(variable.is_empty() || has_variable()) {
                    missing.push(format!("{document}: {name}"));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert!(paths > 50 && names > 50, "{paths} {names}");
}
