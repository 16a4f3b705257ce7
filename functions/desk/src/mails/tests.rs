//! The mail that a request leads to, before anything is kept.

use serde_json::{Value, json};
use wismo_domain::access::link::LinkKeys;
use wismo_domain::check::FieldError;
use wismo_domain::log::Snapshot;
use wismo_domain::mail::{FileSource, capacity};
use wismo_domain::order::{Document, DocumentKind};
use wismo_domain::settings::Settings as Rules;
use wismo_domain::shop::{Shop, from_setting};
use wismo_domain::storage::keys::OrderKey;
use wismo_domain::templates::Templates;
use wismo_view::mail::template::order;

use super::config::Config;
use super::send::{Ready, Wish};
use super::write::{read, told, written};
use crate::decided::Decided;
use crate::order::Found;

fn shop() -> Shop {
    let shops = r#"[{ "id": "north", "platform": "standard", "secrets": ["whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3"], "name": "North" }]"#;
    from_setting(shops).unwrap().remove(0)
}

fn asked(body: &Value) -> Result<Ready, FieldError> {
    asked_by(None, body)
}

/// Writes the mail of a member whose signature this is.
fn asked_by(signature: Option<&str>, body: &Value) -> Result<Ready, FieldError> {
    let config = Config {
        link_keys: LinkKeys::from_setting("0123456789abcdef0123456789abcdef").unwrap(),
        public_url: "https://wismo.example".to_owned(),
        from: "orders@north.example".parse().unwrap(),
        reply_to: None,
        capacity: capacity::of_provider("scaleway"),
    };
    let decided = Decided {
        settings: Rules::default(),
        templates: Templates::default(),
    };
    let mut order = order();
    order.customer.email = Some("ada@example.com".to_owned());
    order.documents = vec![
        Document {
            url: Some("https://files.example/1".to_owned()),
            ..Document::new("F-1", DocumentKind::Invoice)
        },
        Document::new("F-2", DocumentKind::Invoice),
    ];
    let found = Found {
        order,
        timeline: Vec::new(),
        snapshot: Snapshot::default(),
    };
    let wish = Wish {
        preview: false,
        id: None,
        by: None,
    };
    let (_, read) = read(body.to_string().as_bytes(), wish)?;
    let read = read.signed(signature.map(str::to_owned));
    let key = OrderKey::new("north", "1").unwrap();
    let changes = told(&found, read.name())?;
    written(&config, &shop(), &key, (&decided, found, &changes), read)
}

#[test]
fn a_mail_has_the_words_the_recipients_and_the_files_that_were_asked_for() {
    let body = json!({
        "words": { "subject": "About {{ order.number }}", "message": "Please <call> us.\n\n{{ link }}" },
        "cc": ["Bo Berg <bo@example.com>"],
        "documents": ["F-1"],
        "attachments": [{ "name": "Guide", "media_type": "application/pdf", "content": "JVBERg==" }],
    });
    let ready = asked(&body).ok().unwrap();
    let mail = ready.by_hand.mail;
    assert!(mail.subject.starts_with("About "), "{}", mail.subject);
    assert!(mail.text.contains("Please <call> us."), "{}", mail.text);
    assert!(mail.html.contains("Please &lt;call&gt; us."));
    assert!(mail.text.contains("https://wismo.example/s/"));
    assert_eq!(mail.to.address, "ada@example.com");
    assert_eq!(mail.cc[0].address, "bo@example.com");
    // Whoever gets the copy must not be able to switch the customer's mails
    // off.
    let switches_off = |mail: &wismo_domain::mail::Mail| {
        let mut names = mail.headers.iter().map(|(name, _)| name.as_str());
        names.any(|name| name == "List-Unsubscribe")
    };
    assert!(!switches_off(&mail));
    let alone = json!({ "words": { "message": "Please call us." } });
    assert!(switches_off(&mail_of(&alone)));
    assert_eq!(mail.attachments.len(), 2);
    assert!(matches!(&mail.attachments[0].source, FileSource::Url(_)));
    assert!(matches!(&mail.attachments[1].source, FileSource::File(_)));
    assert_eq!(ready.files, [b"%PDF".to_vec()]);
    // The same request gives the same mail, so the preview is the mail that is
    // sent.
    assert_eq!(mail, mail_of(&body));
}

fn mail_of(body: &Value) -> wismo_domain::mail::Mail {
    asked(body).ok().unwrap().by_hand.mail
}

#[test]
fn who_is_not_the_customer_cannot_switch_the_mails_off() {
    let body = json!({ "template": "placed", "to": "Office <office@north.example>" });
    let mail = mail_of(&body);
    assert_eq!(mail.to.address, "office@north.example");
    assert!(
        mail.headers
            .iter()
            .all(|(name, _)| !name.starts_with("List-"))
    );
}

#[test]
fn what_is_wrong_is_named_by_its_path() {
    let words = |field: &str, text: &str| json!({ "words": { field: text } });
    let with = |field: &str, value: Value| {
        let mut asked = words("message", "Hello");
        asked[field] = value;
        asked
    };
    let file = |name: &str, kind: &str, content: &str| {
        let file = json!({ "name": name, "media_type": kind, "content": content });
        with("attachments", json!([file]))
    };
    let pdf = "application/pdf";
    let many: Vec<Value> = (0..6).map(|_| json!("F-1")).collect();
    for (body, path) in [
        (json!({}), ""),
        (json!([]), ""),
        (with("template", json!("placed")), ""),
        (with("subject", json!("x")), "subject"),
        (json!({ "template": "A b" }), "template"),
        (json!({ "template": "missing" }), "template"),
        (words("subject", "a\r\nBcc: b@c.example"), "words.subject"),
        (words("message", "{{ order.nubmer }}"), "words.message"),
        (words("body", "x"), "words.body"),
        (with("to", json!("a@b\r\nBcc: c@d")), "to"),
        (with("to", json!("A\r\nBcc: c@d <a@b.example>")), "to"),
        (with("cc", json!(["a@b.example", "c"])), "cc[1]"),
        (with("language", json!("!")), "language"),
        (with("id", json!("")), "id"),
        (with("documents", json!(["F-2"])), "documents[0]"),
        (with("documents", json!(many)), "attachments"),
        (file("a/b", pdf, "JVBERg=="), "attachments[0].name"),
        (
            file("a", "text/html", "JVBERg=="),
            "attachments[0].media_type",
        ),
        (file("a", pdf, "?"), "attachments[0].content"),
        (file("a", pdf, ""), "attachments[0].content"),
    ] {
        let field_error = asked(&body).err().unwrap();
        assert_eq!(field_error.path, path, "{body}: {}", field_error.reason);
    }
}

#[test]
fn a_mail_that_the_provider_would_refuse_for_its_size_is_refused_at_once() {
    let content = "JVBE".repeat(512 * 1024 / 3);
    let with = |count: usize| {
        let file = json!({ "name": "Guide", "media_type": "application/pdf", "content": content });
        asked(&json!({ "words": { "subject": "x" }, "attachments": vec![file; count] }))
    };
    assert!(with(2).is_ok());
    assert_eq!(with(3).err().unwrap().path, "attachments");
}

#[test]
fn a_members_signature_is_plain_text_whatever_it_looks_like() {
    let body = json!({ "words": { "message": "Please call us." } });
    let signature = format!("{{{{7*7}}}}\nAda {{% if %}} {{# <b>\n{}", "{".repeat(450));
    let mail = asked_by(Some(&signature), &body).ok().unwrap().by_hand.mail;
    assert!(
        mail.text.contains("{{7*7}}\nAda {% if %} {# <b>\n{{{"),
        "{}",
        mail.text
    );
    assert!(
        mail.html
            .contains("{{7*7}}<br>Ada {% if %} {# &lt;b&gt;<br>{{{")
    );
}
