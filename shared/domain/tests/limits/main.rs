//! The published JSON Schema and the checks agree on every limit.
//!
//! Each document is tried with everything in it that the schema knows, and then with
//! one thing wrong: texts, lists and numbers at and beyond every limit that any schema
//! names, fields left out, set to null or unknown. Schema and check must give the same
//! verdict. What a schema cannot say is listed, and a line that is not needed any more
//! fails the test.
//!
//! `garde` could check by the attributes that the schema reads. But it visits every
//! member of a list that is far too long and keeps an error for each, it has one message
//! for texts and lists, and most rules are more than a limit. So the checks are written
//! out, and this test holds the two together.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect"
)]

mod documents;
mod probe;

use std::collections::BTreeSet;

use documents::{CHECK, Document, SCHEMA, documents};
use probe::{Limits, Probe, limits, probes, raise, untried};

/// Returns the disagreements of a document's schema and its check.
fn disagreements(document: &Document, limits: &Limits) -> BTreeSet<(String, &'static str)> {
    let options = jsonschema::options().should_validate_formats(true);
    let schema = options.build(&document.schema).unwrap();
    let mut found = BTreeSet::new();
    for Probe { path, value } in probes(&document.full, limits) {
        match (schema.is_valid(&value), (document.read)(value)) {
            (true, Err(_)) => found.insert((path, CHECK)),
            (false, Ok(())) => found.insert((path, SCHEMA)),
            (true, Ok(())) | (false, Err(_)) => continue,
        };
    }
    found
}

#[test]
fn schema_and_check_agree_on_every_limit() {
    let mut differences = Vec::new();
    for document in documents() {
        let name = document.name;
        assert_eq!((document.read)(document.full.clone()), Ok(()), "{name}");
        let unsaid = document.unsaid.iter();
        let unsaid: BTreeSet<_> = unsaid
            .map(|(path, who)| ((*path).to_owned(), *who))
            .collect();
        let found = disagreements(&document, &limits(&document.schema));
        let all = found.symmetric_difference(&unsaid);
        differences.extend(all.map(|(path, who)| format!("{name}{path}: {who}")));
    }
    assert!(differences.is_empty(), "{differences:#?}");
}

#[test]
fn every_field_of_a_schema_is_tried() {
    for document in documents() {
        let untried = untried(&document.schema, &document.full);
        assert_eq!(untried, Vec::<String>::new(), "{}", document.name);
    }
}

/// Checks that the comparison notices a limit that one side alone has raised.
#[test]
fn a_limit_that_drifts_is_found() {
    let mut missed = Vec::new();
    for document in documents() {
        for limit in limits(&document.schema).lengths {
            let mut drifted = document.clone();
            raise(&mut drifted.schema, limit);
            let around = Limits::around(limit);
            if drifted.schema != document.schema
                && disagreements(&drifted, &around) == disagreements(&document, &around)
            {
                missed.push((document.name, limit));
            }
        }
    }
    // The check reads mail addresses, and counts the bytes that Base64 stands for.
    let unsaid = [("settings", 254), ("order", 699_052), ("part", 699_052)];
    assert_eq!(missed, unsaid);
}
