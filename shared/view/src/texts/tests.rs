mod copy;

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;

use super::*;

/// The prefixes that ids begin with, one for each file.
const PREFIXES: [&str; 4] = ["words-", "page-", "mail-", "desk-"];

/// Every line of code below a folder, without the tests.
fn code_in(folder: &Path) -> String {
    fn collect(folder: &Path, code: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            let of_tests = ["tests", "samples"].map(OsStr::new);
            if path.file_stem().is_none_or(|stem| of_tests.contains(&stem)) {
                continue;
            }
            if path.is_dir() {
                collect(&path, code);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                code.push_str(text.split("#[cfg(test)]\nmod tests {").next().unwrap());
            }
        }
    }
    let mut code = String::new();
    collect(folder, &mut code);
    code
}

/// Every string in the code that is the id of a text.
fn ids_in_code() -> BTreeSet<String> {
    ids_in(&code_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")))
}

fn ids_in(code: &str) -> BTreeSet<String> {
    let id = |text: &&str| {
        PREFIXES
            .iter()
            .any(|prefix| text.starts_with(prefix) && text.len() > prefix.len())
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    code.split('"').filter(id).map(str::to_owned).collect()
}

pub(super) fn files(language: Language) -> Vec<&'static str> {
    let shared = vec![language.words(), language.page(), language.mail()];
    [shared, language.desk().into()].concat()
}

fn ids_of(language: Language) -> BTreeSet<String> {
    let ids: Vec<String> = files(language)
        .iter()
        .flat_map(|file| file.lines())
        .filter_map(|line| line.split_once(" ="))
        .map(|(id, _)| id)
        .filter(|id| id.starts_with(|c: char| c.is_ascii_alphabetic()))
        .map(str::to_owned)
        .collect();
    let distinct: BTreeSet<String> = ids.iter().cloned().collect();
    assert_eq!(
        ids.len(),
        distinct.len(),
        "an id stands twice in {language:?}"
    );
    distinct
}

#[test]
fn every_file_parses() {
    for language in Language::ALL {
        for file in files(language) {
            if let Err((_, errors)) = FluentResource::try_new(file.to_owned()) {
                panic!("{language:?}: {errors:?}");
            }
        }
    }
}

#[test]
fn every_text_that_the_code_names_exists_in_every_language() {
    for language in Language::ALL {
        let ids = ids_of(language);
        let missing: Vec<_> = ids_in_code()
            .into_iter()
            .filter(|id| !ids.contains(id))
            .collect();
        assert!(missing.is_empty(), "{language:?} lacks {missing:?}");
    }
}

#[test]
fn every_text_is_used_and_every_language_has_the_same() {
    let used = ids_in_code();
    for language in Language::ALL {
        let unused: Vec<_> = ids_of(language)
            .into_iter()
            .filter(|id| !used.contains(id))
            .collect();
        assert!(unused.is_empty(), "nothing uses {unused:?}");
        assert_eq!(ids_of(language), ids_of(Language::English));
    }
}

#[test]
fn a_locale_finds_its_language() {
    for (locale, language) in [
        ("en", "en"),
        ("EN_us", "en"),
        ("da-DK", "da"),
        ("nl_BE", "nl"),
        ("cs", "cs"),
        ("nb-NO", "nb"),
        ("no", "nb"),
        ("nn_NO", "nb"),
        ("sv-FI", "sv"),
        (" de-CH-1996", "de"),
        ("fr-CA", "fr"),
    ] {
        let known = Language::known(locale).map(Language::code);
        assert_eq!(known, Some(language), "{locale}");
    }
    for locale in ["", "-", "xx", "dansk", "english"] {
        assert_eq!(Language::known(locale), None, "{locale}");
    }
}

#[test]
fn the_first_language_that_we_have_counts() {
    for (locales, language) in [
        (&["fi", "sv-FI", "en"][..], Language::Swedish),
        (&["", "de"], Language::German),
        (&["fi", "xx"], Language::English),
        (&[], Language::English),
    ] {
        assert_eq!(Language::first_of(locales.iter().copied()), language);
    }
    for (header, language) in [
        ("da-DK,da;q=0.9,en;q=0.8", Language::Danish),
        ("fi, nn;q=0.9, en;q=0.8", Language::Norwegian),
        ("en;q=0.1, de", Language::German),
        ("fr; Q=0.5, da;q=0, cs;q=0.7, nl;q=x", Language::Czech),
        ("fi, de;q=0", Language::Swedish),
        ("*", Language::Swedish),
        ("", Language::Swedish),
    ] {
        assert_eq!(Language::accepted(header, "sv"), language, "{header}");
    }
}

#[test]
fn every_language_has_its_own_place_among_the_bundles() {
    for (place, language) in Language::ALL.into_iter().enumerate() {
        assert_eq!(place, language as usize);
        assert_eq!(Language::known(language.code()), Some(language));
    }
}

#[test]
fn each_place_has_the_texts_that_its_code_names() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (place, other) in [
        ("page", "mail-"),
        ("mail", "page-"),
        ("words", "page-"),
        ("desk", "page-"),
        ("desk", "mail-"),
    ] {
        let code = code_in(&folder.join(place));
        assert!(!ids_in(&code).iter().any(|id| id.starts_with(other)));
    }
    let words = ids_in(&code_in(&folder.join("words")));
    assert!(words.iter().all(|id| id.starts_with("words-")), "{words:?}");
}
