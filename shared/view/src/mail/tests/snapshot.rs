//! Every mail in every language, as it was when somebody last looked at it.

use std::fmt::Write;

use wismo_domain::mail::Mail;

use crate::mail::samples;
use crate::snapshots::is_kept;
use crate::texts::Language;
use crate::texts::spoken::speaking;

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
