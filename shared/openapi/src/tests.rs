//! The document as a whole: what its parts have in common, and the pages that name routes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::document::{Document, head, is_to_be_written};
use crate::schemas::references;
use crate::slice::HINT;

/// Routes that pages name and that are nothing for programs: two that Wismo calls itself, and the
/// one for browsers that know the host alone.
const OTHERS: [&str; 3] = ["POST /mail/wake", "POST /mail/staff", "GET /"];

/// The document, unless its parts are just being written.
fn document() -> Option<Document> {
    (!is_to_be_written()).then(Document::read)
}

/// Every operation, with its method and its path as one text.
fn operations(document: &Document) -> Vec<(String, &Value)> {
    let paths = document.paths().iter();
    let all = paths.flat_map(|(path, methods)| {
        let methods = methods.as_object().unwrap().iter();
        methods.map(move |(method, operation)| {
            (format!("{} {path}", method.to_uppercase()), operation)
        })
    });
    all.collect()
}

#[test]
fn the_openapi_document_begins_as_it_is_meant_to() {
    let Some(document) = document() else { return };
    assert_eq!(document.without_routes(), head(), "{HINT}");
}

#[test]
fn every_reference_leads_to_a_schema_and_every_schema_is_led_to() {
    let Some(document) = document() else { return };
    let mut used = references(&Value::Object(document.paths().clone()));
    used.extend(document.schemas().values().flat_map(references));
    let schemas: BTreeSet<String> = document.schemas().keys().cloned().collect();
    let missing: Vec<_> = used.difference(&schemas).collect();
    assert!(missing.is_empty(), "{missing:?}: {HINT}");
    assert_eq!(schemas, document.used_schemas(), "{HINT}");
}

#[test]
fn every_operation_has_an_id_of_its_own_a_summary_and_answers() {
    let Some(document) = document() else { return };
    let operations = operations(&document);
    assert!(operations.len() > 35, "{}", operations.len());
    let mut ids = BTreeSet::new();
    for (route, operation) in &operations {
        let id = operation["operationId"].as_str().unwrap();
        assert!(!id.is_empty() && ids.insert(id), "{route}: {id}");
        let summary = operation["summary"].as_str().unwrap();
        let is_line = !summary.contains('\n') && summary.chars().count() <= 80;
        assert!(!summary.is_empty() && is_line, "{route}: {summary}");
        let answers = operation["responses"].as_object().unwrap();
        assert!(
            answers.keys().any(|status| status.starts_with('2')),
            "{route}"
        );
    }
}

/// The pages of the manual.
fn pages(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let all = entries.flat_map(|entry| {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => pages(&path),
            false => vec![path],
        }
    });
    all.filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect()
}

/// The routes that a page names, with braces in place of what varies. `...` stands for the
/// paths of the desk or of an order there.
#[derive(Default)]
struct Named {
    routes: Vec<String>,
    /// Forms of the status page, in whose table paths stand alone.
    forms: Vec<String>,
}

fn named(page: &str) -> Named {
    let mut named = Named::default();
    let mut is_code = false;
    for line in page.lines() {
        is_code ^= line.trim_start().starts_with("```");
        if is_code {
            continue;
        }
        for code in line.split('`').skip(1).step_by(2) {
            if code.starts_with("/s/") {
                named.forms.push(format!("GET {}", varying(code)));
            }
            let Some((method, path)) = code.split_once(' ') else {
                continue;
            };
            let is_method = ["GET", "PUT", "POST", "DELETE"].contains(&method);
            if is_method && (path.starts_with('/') || path.starts_with(".../")) {
                let path = path.split(['?', ' ']).next().unwrap();
                named.routes.push(format!("{method} {}", varying(path)));
            }
        }
    }
    named
}

/// A path whose parameters have no names.
fn varying(path: &str) -> String {
    let segments = path
        .split('/')
        .map(|segment| match segment.split_once('{') {
            Some((before, rest)) => format!("{before}{{}}{}", rest.split_once('}').unwrap().1),
            None => segment.to_owned(),
        });
    segments.collect::<Vec<_>>().join("/")
}

#[test]
fn the_document_has_every_route_that_a_page_names_and_a_page_names_every_route() {
    let docs = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs");
    let Some(document) = document() else { return };
    let routes: BTreeSet<String> = operations(&document)
        .iter()
        .map(|(route, _)| varying(route))
        .collect();
    let mut seen = BTreeSet::new();
    for path in pages(Path::new(docs)) {
        let page = std::fs::read_to_string(&path).unwrap();
        let Named {
            routes: named,
            forms,
        } = named(&page);
        seen.extend(forms.into_iter().filter(|form| routes.contains(form)));
        for named in named {
            if OTHERS.contains(&named.as_str()) {
                continue;
            }
            let fits: Vec<_> = match named.split_once(" ...") {
                Some((method, end)) => {
                    let fits = |route: &&String| {
                        route.starts_with(&format!("{method} ")) && route.ends_with(end)
                    };
                    routes.iter().filter(fits).cloned().collect()
                }
                None => routes.get(&named).cloned().into_iter().collect(),
            };
            assert!(!fits.is_empty(), "{}: {named}", path.display());
            seen.extend(fits);
        }
    }
    let unseen: Vec<_> = routes.difference(&seen).collect();
    assert!(unseen.is_empty(), "no page names {unseen:?}");
}
