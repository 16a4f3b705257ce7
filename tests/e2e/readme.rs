//! The examples of the README and of the book in `docs`: their shell blocks run as
//! they stand, on fresh shops, in the order of the pages; their JSON is taken where
//! they say that it is.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Output};

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::harness::{DESK_API_KEY, Wismo};

/// The tools that the examples say they need.
const TOOLS: [&str; 4] = ["bash", "curl", "openssl", "jq"];

/// The address of Wismo in the examples, in whose place these tests stand.
const URL: &str = "http://127.0.0.1:3000";

/// The command that serves Wismo: these tests start it themselves.
const SERVES: &str = "spin up --build";

/// Commands whose blocks are not run: they take minutes, or are these tests themselves.
const NOT_RUN: [&str; 2] = ["spin", "cargo"];

/// The script before the examples: it stops at the first failure, tells what each
/// request was answered, and calls the scheduler's route between the blocks.
const PRELUDE: &str = r#"
set -euo pipefail
curl() {
  command curl --write-out '%{stderr}answered %{http_code} %{url_effective}\n' "$@"
}
scheduler() {
  local answer
  for _ in $(seq 100); do
    answer=$(command curl -sS -X POST "$wismo_at/mail/drain" \
      -H "authorization: Bearer $JOB_SECRET" -d '{"until":"2000-01-01T00:00:00Z"}')
    case "$answer" in *'"more":false'*) return ;; esac
    sleep 0.1
  done
  echo "the work does not end: $answer" >&2
  return 1
}
"#;

/// A fenced block.
struct Block {
    /// Its page and the number of its first line, such as `README.md:20`.
    place: String,
    /// The language that it is written in.
    language: String,
    /// Its content.
    text: String,
}

impl Block {
    fn is_run(&self) -> bool {
        // A command may have variables before it and options behind it.
        let mut words = self.text.split_whitespace();
        self.language == "sh" && !words.any(|word| NOT_RUN.contains(&word))
    }
}

/// A file of the repository.
pub(crate) fn read(path: &str) -> String {
    let file = wismo::manifest().with_file_name(path);
    std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The README, then the pages of the book in the order of its summary.
fn pages() -> Vec<String> {
    let summary = read("docs/SUMMARY.md");
    let listed = summary.lines().filter_map(|line| {
        let (_, page) = line.strip_suffix(')')?.split_once("](")?;
        Some(format!("docs/{page}"))
    });
    std::iter::once("README.md".to_owned())
        .chain(listed)
        .collect()
}

/// The blocks of all pages, in their order.
fn blocks() -> Vec<Block> {
    let pages = pages();
    pages.iter().flat_map(|page| blocks_of(page)).collect()
}

fn blocks_of(page: &str) -> Vec<Block> {
    let text = read(page);
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for (index, line) in text.lines().enumerate() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some(language), None) => {
                open = Some(Block {
                    place: format!("{page}:{}", index + 2),
                    language: language.to_owned(),
                    text: String::new(),
                });
            }
            (None, Some(block)) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "{page}: a block is not closed");
    blocks
}

/// The Markdown files of a folder and of those in it, as paths in the repository.
pub(crate) fn markdown(folder: &str) -> BTreeSet<String> {
    let entries = std::fs::read_dir(wismo::manifest().with_file_name(folder)).unwrap();
    let files = entries.flat_map(|entry| {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            return markdown(&path);
        }
        let is_markdown = Path::new(&path).extension().is_some_and(|end| end == "md");
        is_markdown.then_some(path).into_iter().collect()
    });
    files.collect()
}

/// Runs a script in a folder; what it has written.
async fn bash(script: String, folder: &Path, variables: BTreeMap<String, String>) -> Output {
    let mut command = Command::new("bash");
    command.arg("-c").arg(script).current_dir(folder);
    command.envs(variables);
    let output = tokio::task::spawn_blocking(move || command.output().unwrap());
    output.await.unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn the_summary_lists_every_page_once() {
    let pages = pages();
    let mut listed: BTreeSet<_> = pages[1..].iter().cloned().collect();
    assert_eq!(listed.len(), pages.len() - 1, "{pages:?}");
    listed.insert("docs/SUMMARY.md".to_owned());
    assert_eq!(listed, markdown("docs"));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_example_runs_as_it_stands() {
    let is_missing = |tool: &&&str| Command::new(tool).arg("--version").output().is_err();
    if let Some(tool) = TOOLS.iter().find(is_missing) {
        eprintln!("SKIPPED: the examples were not run, as there is no {tool}");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let blocks = blocks();
    let serve = blocks.iter().position(|block| block.text.trim() == SERVES);
    let (before, after) = blocks.split_at(serve.expect("an example serves Wismo"));
    // What is exported before it serves is what it serves with.
    let exports = before.iter().filter(|block| block.is_run());
    let exports: String = exports.map(|block| block.text.as_str()).collect();
    let script = format!("set -euo pipefail\n{exports}\nenv -0");
    let output = bash(script, folder.path(), BTreeMap::new()).await;
    assert!(output.status.success(), "{}", text(&output.stderr));
    let exported = text(&output.stdout);
    let exported: BTreeMap<String, String> = exported
        .split('\0')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let variables = exported.iter().filter_map(|(name, value)| {
        let name = name.strip_prefix("SPIN_VARIABLE_")?.to_lowercase();
        Some((name, value.clone()))
    });
    let wismo = Wismo::unsettled(variables.collect()).await;
    let mut script = PRELUDE.replace("$wismo_at", &wismo.url(""));
    let mut count = 0;
    for block in after.iter().filter(|block| block.is_run()) {
        let (place, text) = (&block.place, block.text.replace(URL, &wismo.url("")));
        script += &format!("echo '@@ {place}'\necho '{place}' >&2\n{text}\nscheduler\n");
        count += 1;
    }
    assert!(count >= 18, "only {count} examples were found");
    let output = bash(script, folder.path(), exported).await;
    let (said, errors) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success(), "{errors}\n{said}");
    let answers = errors.lines().filter_map(|line| {
        let (status, url) = line.strip_prefix("answered ")?.split_once(' ')?;
        Some((status.to_owned(), url.to_owned()))
    });
    let answers: Vec<_> = answers.collect();
    assert!(answers.len() >= count, "{errors}");
    for (status, url) in answers {
        // That an address is not suppressed is a 404, as the example says.
        let is_fine = status.starts_with('2') || status == "404" && url.contains("/suppressions/");
        assert!(is_fine, "{status} {url}\n{errors}\n{said}");
    }
    for pair in after.windows(2) {
        let [example, answer] = pair else { continue };
        if answer.language != "ndjson" {
            continue;
        }
        let (_, rest) = said.split_once(&format!("@@ {}\n", example.place)).unwrap();
        let said = rest.split("@@ ").next().unwrap();
        for line in answer.text.lines() {
            assert!(said.contains(line), "{}: {line}\n{said}", answer.place);
        }
    }
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_messages_and_settings_of_the_examples_are_taken() {
    let wismo = Wismo::start().await;
    let (mut messages, mut settings) = (0, 0);
    for block in blocks().iter().filter(|block| block.language == "json") {
        let Ok(example) = serde_json::from_str::<Value>(&block.text) else {
            continue;
        };
        let place = &block.place;
        if example["type"].is_string() {
            // An order in part is for a shop with an ERP beside it.
            let is_part = example["type"] == "order.changed" && example["data"]["status"].is_null();
            let shop = if is_part { "north" } else { "erp" };
            let path = format!("/sync/{shop}/import");
            let (status, answer) = wismo.import(&path, &[example]).await;
            assert_eq!(status, StatusCode::OK, "{place}: {answer:?}");
            messages += 1;
        } else if ["rules", "display", "brand", "access"]
            .iter()
            .any(|field| example.get(field).is_some())
        {
            let request = wismo.request("POST", "/desk/api/erp/settings/preview");
            let request = request.bearer_auth(DESK_API_KEY);
            let answer = request.json(&json!({ "settings": example })).send().await;
            let answer = answer.unwrap();
            let status = answer.status();
            let answer = answer.text().await.unwrap();
            assert_eq!(status, StatusCode::OK, "{place}: {answer}");
            settings += 1;
        }
    }
    assert_eq!(messages, 6);
    assert!(settings >= 5, "{settings}");
    wismo.stop().await;
}
