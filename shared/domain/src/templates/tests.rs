use std::cell::Cell;

use futures::executor::block_on;

use super::*;
use crate::changes::Change;
use crate::context::Context;
use crate::order::{Stage, Status};
use crate::storage::MemoryStore;
use crate::storage::versions::NotWritten;
use crate::time::Duration;

struct Clock(Cell<i64>);

impl Environment for Clock {
    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH + Duration::seconds(self.0.get())
    }

    fn random(&self) -> u64 {
        0
    }
}

struct Desk(MemoryStore, Clock);

impl Desk {
    fn new() -> Self {
        Self(MemoryStore::default(), Clock(Cell::new(0)))
    }

    fn edit(&self, at: &str, base: u64, template: Option<&Template>) -> Result<u64, NotEdited> {
        let (name, language) = at.split_once('/').unwrap_or((at, ""));
        let language: Option<Tag> = language.parse().ok();
        block_on(edit(
            Context::new(&self.0, &self.1),
            "a",
            &name.parse().unwrap(),
            language.as_ref(),
            base,
            template,
        ))
    }

    fn all(&self) -> Templates {
        let read = block_on(current(Context::new(&self.0, &self.1), "a")).unwrap();
        read.projection.document
    }
}

fn saying(message: &str) -> Template {
    Template {
        message: Some(message.to_owned()),
        ..Template::default()
    }
}

fn at(entry: Option<&StoredTemplate>) -> String {
    let entry = entry.unwrap();
    let language = entry.language.as_ref().map(Tag::as_str).unwrap_or_default();
    format!("{}/{language}", entry.name)
}

#[test]
fn a_template_is_edited_by_its_own_version_whatever_happens_to_others() {
    let desk = Desk::new();
    assert_eq!(desk.edit("placed", 0, Some(&saying("one"))).unwrap(), 1);
    assert_eq!(desk.edit("placed/nb", 0, Some(&saying("en"))).unwrap(), 2);
    // The first one has not changed since.
    assert_eq!(desk.edit("placed", 1, Some(&saying("two"))).unwrap(), 3);
    for stale in [0, 1, 2, 4] {
        let refused = desk.edit("placed", stale, Some(&saying("x")));
        let is_told = matches!(refused, Err(NotEdited::NotWritten(NotWritten::Changed(3))));
        assert!(is_told, "{stale}: {refused:?}");
    }
    let all = desk.all();
    let entry = all.get(&"placed".parse().unwrap(), None).unwrap();
    assert_eq!((entry.version, entry.before), (3, 1));
    assert_eq!(entry.template, saying("two"));
    // The words of an earlier version are still there.
    let first = block_on(version(&desk.0, "a", 1)).unwrap().unwrap();
    assert_eq!(first.iter().count(), 1);
    assert_eq!(first.iter().next().unwrap().template, saying("one"));
    assert_eq!(block_on(version(&desk.0, "a", 9)).unwrap(), None);
    // Back to the built-in one, and then a new one: the old version's number is of no use.
    assert_eq!(desk.edit("placed", 3, None).unwrap(), 4);
    assert!(!desk.all().iter().any(|entry| entry.language.is_none()));
    assert!(desk.edit("placed", 3, Some(&saying("x"))).is_err());
    assert_eq!(desk.edit("placed", 0, Some(&saying("new"))).unwrap(), 5);
}

#[test]
fn templates_that_are_too_many_or_too_large_are_refused() {
    let desk = Desk::new();
    let large = saying(&"ø".repeat(5000));
    let mut written = 0;
    let refused = loop {
        match desk.edit(&format!("t-{written}"), 0, Some(&large)) {
            Ok(_) => written += 1,
            Err(refused) => break refused,
        }
    };
    assert!(matches!(refused, NotEdited::Full), "{refused}");
    assert!(written > 30 && serde_json::to_vec(&desk.all()).unwrap().len() <= MAX_BYTES);
    // A template that takes up less room than before still fits.
    assert!(desk.edit("t-0", 1, Some(&saying("short"))).is_ok());
}

#[test]
fn a_mail_has_the_words_of_its_rule_then_of_the_status_then_of_the_kind() {
    let desk = Desk::new();
    for name in [
        "thanks",
        "thanks/nb",
        "status:packed",
        "status_changed",
        "status_changed/pt",
        "status_changed/pt-br",
        "placed/da",
    ] {
        desk.edit(name, 0, Some(&saying(name))).unwrap();
    }
    let all = desk.all();
    let to = |code: &str| Change::StatusChanged {
        from: None,
        to: Status::new(code, Stage::Preparing),
    };
    let chosen = |named, change: &Change, locale| at(all.choose(named, change, locale));
    assert_eq!(chosen(Some("thanks"), &to("packed"), "nb_NO"), "thanks/nb");
    assert_eq!(chosen(Some("thanks"), &to("packed"), "sv"), "thanks/");
    assert_eq!(chosen(None, &to("packed"), "nb"), "status:packed/");
    assert_eq!(chosen(Some("gone"), &to("packed"), "nb"), "status:packed/");
    assert_eq!(chosen(None, &to("sent"), "nb"), "status_changed/");
    assert_eq!(chosen(None, &to("sent"), "pt-BR"), "status_changed/pt-br");
    assert_eq!(chosen(None, &to("sent"), "pt-PT"), "status_changed/pt");
    assert_eq!(chosen(None, &Change::Placed, "da"), "placed/da");
    // It does not serve any other language.
    assert!(all.choose(None, &Change::Placed, "en").is_none());
    assert!(all.choose(None, &Change::Picked, "en").is_none());
    assert!(all.has("thanks") && all.has("placed") && !all.has("gone"));
}

#[test]
fn what_does_not_fit_is_named_by_its_field() {
    let template = |json: &str| serde_json::from_str::<Template>(json).unwrap();
    let long = |field: &str, length: usize| format!(r#"{{"{field}":"{}"}}"#, "x".repeat(length));
    for (json, path) in [
        ("{}".to_owned(), ""),
        (r#"{"subject":""}"#.to_owned(), "subject"),
        (r#"{"subject":" "}"#.to_owned(), "subject"),
        (
            r#"{"subject":"a\r\nBcc: b@c.example"}"#.to_owned(),
            "subject",
        ),
        (r#"{"preheader":"a\nb"}"#.to_owned(), "preheader"),
        (r#"{"heading":"a\u0000"}"#.to_owned(), "heading"),
        (r#"{"message":"a\rb"}"#.to_owned(), "message"),
        (r#"{"closing":"\u0007"}"#.to_owned(), "closing"),
        (r#"{"signature":"\n"}"#.to_owned(), "signature"),
        (long("subject", 501), "subject"),
        (long("message", 5001), "message"),
        (long("signature", 1001), "signature"),
    ] {
        assert_eq!(template(&json).check().unwrap_err().path, path, "{json}");
    }
    for fine in [
        r#"{"subject":"News of {{ order.number }}"}"#.to_owned(),
        r#"{"message":"One\n\nTwo","closing":"Yours,\nBo"}"#.to_owned(),
        long("message", 5000),
    ] {
        template(&fine).check().unwrap();
    }
    assert!(serde_json::from_str::<Template>(r#"{"body":"x"}"#).is_err());
}
