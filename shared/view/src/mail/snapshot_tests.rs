//! Every mail in every language, as it was when somebody last looked at it.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use wismo_domain::mail::Mail;

use super::samples;
use crate::texts::Language;
use crate::texts::spoken::speaking;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots")
}

/// Compares with what is kept in a file, or keeps it there.
fn is_kept(file: &str, now: &str) {
    let path = folder().join(file);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::create_dir_all(folder()).unwrap();
        std::fs::write(&path, now).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let mut lines = kept.lines().zip(now.lines()).enumerate();
    let differs = lines.find(|(_, (kept, now))| kept != now);
    assert!(
        kept == now,
        "{file} differs, at first here: {differs:?}. If that is as it should be: UPDATE_SNAPSHOTS=1 cargo test -p wismo-view snapshot, and look at the difference"
    );
}

fn in_words(name: &str, mail: &Mail) -> String {
    let mut words = format!("===== {name}\n");
    let to = [("From", mail.from.to_string()), ("To", mail.to.to_string())];
    for (field, value) in to {
        let _ = writeln!(words, "{field}: {value}");
    }
    let _ = writeln!(words, "Subject: {}", mail.subject);
    for (field, value) in &mail.headers {
        let _ = writeln!(words, "{field}: {value}");
    }
    let _ = writeln!(words, "\n{}", mail.text);
    words
}

#[test]
fn every_mail_in_every_language_is_its_snapshot() {
    for language in Language::ALL {
        let words = speaking(language, || {
            let mails = samples::all().into_iter();
            let mails = mails.map(|(name, mail)| in_words(name, &mail));
            mails.collect::<String>()
        });
        is_kept(&format!("{}.txt", language.code()), &words);
    }
}

#[test]
fn the_html_of_telling_mails_is_its_snapshot() {
    let several = samples::all()
        .into_iter()
        .find(|(name, _)| *name == "several");
    let (_, several) = several.unwrap();
    for (name, mail) in [("several", several), ("branded", samples::branded())] {
        is_kept(&format!("{name}.html"), &mail.html);
    }
}
