use wismo_domain::changes::{Change, KINDS};
use wismo_domain::mail::Mail;
use wismo_domain::settings::Brand;
use wismo_domain::templates::{Field, Template};
use wismo_template::{FilterKind, Kind, Value};

use super::*;
use crate::mail::localizer::MailLocalizer;
use crate::mail::samples::{self, mail_with, shop};
use crate::mail::summary::MailSummary;
use crate::mail::{MailContext, RenderedMail};
use crate::texts::Language;

/// Does something with the variables of a mail about the example order.
fn with_values<T>(changes: &[Change], then: impl FnOnce(&Values) -> T) -> T {
    let order = order();
    let from = wismo_domain::mail::Mailbox::new("", "a@b.example").unwrap();
    let shop = wismo_domain::shop::Shop {
        name: "North Shop".to_owned(),
        ..shop()
    };
    let brand = Brand {
        site: Some("https://north.example/".to_owned()),
        ..Brand::default()
    };
    let context = MailContext {
        changes,
        page_url: Some(LINK),
        language: Language::English,
        ..MailContext::for_order(&shop, &order, &brand, &from)
    };
    let localizer = MailLocalizer::new(&context);
    then(&values(&localizer, &MailSummary::of(&localizer)))
}

fn every_change() -> Vec<Change> {
    KINDS.map(|kind| change(kind, &order())).into()
}

fn filled(source: &str) -> Result<String, TemplateError> {
    with_values(&every_change(), |values| {
        eval(&parse(source, VARIABLES)?, values, 10_000)
    })
}

fn saying(field: Field, text: &str) -> Template {
    serde_json::from_value(serde_json::json!({ field.name(): text })).unwrap()
}

fn refused(field: Field, text: &str) -> FieldError {
    check(&shop(), &saying(field, text), Language::English, None).unwrap_err()
}

#[test]
fn the_table_of_variables_is_what_templates_have() {
    with_values(&every_change(), |values| {
        let names: Vec<_> = values.iter().map(|(name, _)| name).collect();
        let table: Vec<_> = VARIABLES.iter().map(|variable| variable.name).collect();
        assert_eq!(names, table);
        for variable in VARIABLES {
            let records = match values.get(variable.name).unwrap() {
                Value::Records(records) => records,
                other @ (Value::Text(_) | Value::Number(_) | Value::Flag(_) | Value::List(_)) => {
                    assert!(variable.fields.is_empty(), "{}", variable.name);
                    let is_list = matches!(other, Value::List(_));
                    assert_eq!(is_list, variable.kind == Kind::List, "{}", variable.name);
                    continue;
                }
            };
            let names: Vec<_> = records[0].iter().map(|(name, _)| *name).collect();
            let table: Vec<_> = variable.fields.iter().map(|field| field.name).collect();
            assert_eq!(names, table, "{}", variable.name);
        }
    });
}

#[test]
fn every_example_is_what_its_variable_comes_to() {
    for variable in VARIABLES
        .iter()
        .filter(|variable| variable.kind != Kind::List)
    {
        let text = filled(&format!("{{{{ {} }}}}", variable.name)).unwrap();
        if variable.name == "next" {
            // A mail that tells everything has another sentence.
            assert!(!text.is_empty());
            continue;
        }
        assert_eq!(text, variable.example, "{}", variable.name);
    }
    for list in VARIABLES
        .iter()
        .filter(|variable| variable.kind == Kind::List)
    {
        for field in list.fields {
            let one = format!(
                "{{% for one in {} %}}{{% if loop.first %}}{{{{ one.{} }}}}{{% endif %}}{{% endfor %}}",
                list.name, field.name
            );
            assert_eq!(
                filled(&one).unwrap(),
                field.example,
                "{}.{}",
                list.name,
                field.name
            );
        }
    }
    assert!(
        filled("{{ changes|join('; ') }}")
            .unwrap()
            .starts_with("Order cancelled; ")
    );
    for filter in FilterKind::ALL {
        let example = filter_example(filter);
        assert!(
            example.contains(&format!("|{}", filter.name())),
            "{example}"
        );
        let is_tag = example.starts_with("{%");
        let end = if is_tag { "{% endif %}" } else { "" };
        filled(&format!("{example}{end}")).unwrap();
    }
}

#[test]
fn a_wrong_field_is_named_and_its_line_told() {
    for field in Field::ALL {
        let field_error = refused(field, "{{ order.nubmer }}");
        assert_eq!(field_error.path, field.name());
        let says = "line 1: there is no variable order.nubmer";
        assert_eq!(field_error.reason, says);
    }
    let field_error = refused(Field::Message, "a\n{% for a in link %}{% endfor %}");
    let says = "line 2: there are the lists changes, parcels, lines";
    assert_eq!(field_error.reason, says);
}

#[test]
fn a_subject_or_a_heading_may_not_come_to_nothing() {
    let field_error = refused(Field::Subject, "{{ refund }}");
    assert_eq!(field_error.path, "subject");
    assert!(
        field_error
            .reason
            .contains("an order of which little is known"),
        "{field_error}"
    );
    let field_error = refused(Field::Heading, "{% if invoice == 'x' %}x{% endif %}");
    assert!(
        field_error.reason.contains("the example order"),
        "{field_error}"
    );
    let own = samples::order();
    let subject = saying(
        Field::Subject,
        "{% if order.number == '#1042' %}{% else %}x{% endif %}",
    );
    let field_error = check(&shop(), &subject, Language::English, Some(&own)).unwrap_err();
    assert!(field_error.reason.contains("order 1042"), "{field_error}");
    let fine = saying(Field::Preheader, "{{ refund }}");
    check(&shop(), &fine, Language::English, Some(&own)).unwrap();
    assert_eq!(refused(Field::Subject, "a\nb").path, "subject");
}

/// The mail about a placed order with a template.
fn written(template: &Template) -> RenderedMail {
    samples::written(
        &Brand::default(),
        (&shop(), &samples::order()),
        &[Change::Placed],
        Some(template),
        Vec::new(),
    )
}

#[test]
fn each_field_stands_in_its_place_and_a_missing_one_is_wismos_own() {
    let template: Template = serde_json::from_value(serde_json::json!({
        "subject": "Got it, {{ customer.first_name }}: {{ order.number }}",
        "preheader": "{{ lines|length }} items",
        "heading": "Thanks a lot",
        "message": "You <b>rock</b>.\n\n{{ link }}\nBye {{ shop.name }}",
        "closing": "Yours,",
        "signature": "Bo\nof {{ shop.name }}",
    }))
    .unwrap();
    let RenderedMail {
        mail,
        preheader,
        fault,
    } = written(&template);
    assert_eq!((mail.subject.as_str(), fault), ("Got it, Åse: #1042", None));
    assert_eq!(preheader, "3 items");
    assert!(mail.html.contains("3 items"));
    assert!(mail.html.contains(">Thanks a lot</h1>"));
    assert!(mail.html.contains("You &lt;b&gt;rock&lt;/b&gt;."));
    let link = format!("<a class=\"w-link\" href=\"{}\"", samples::PAGE);
    assert!(mail.html.matches(&link).count() >= 2, "{}", mail.html);
    assert!(
        mail.html.contains("Yours,<br>Bo<br>of Fjord &amp; Fern"),
        "{}",
        mail.html
    );
    let text = &mail.text;
    assert!(text.contains("\n\nYou <b>rock</b>.\n\nhttps://"), "{text}");
    assert!(text.contains("\nYours,\nBo\nof Fjord & Fern\n"), "{text}");
    for gone in [
        "Thank you for your order",
        "We are getting your order ready",
        "Kind regards",
    ] {
        assert!(!text.contains(gone) && !mail.html.contains(gone), "{gone}");
    }
    let subject = written(&saying(Field::Subject, "Only this"));
    let plain = mail_with(
        &shop(),
        &samples::order(),
        &[Change::Placed],
        None,
        Vec::new(),
    );
    assert_eq!(subject.mail.text, plain.text);
    assert_eq!(subject.mail.subject, "Only this");
}

#[test]
fn a_template_that_fails_gives_way_to_wismos_own_words_and_says_why() {
    let plain = mail_with(
        &shop(),
        &samples::order(),
        &[Change::Placed],
        None,
        Vec::new(),
    );
    let loops = "{% for a in lines %}{% for b in lines %}{% if false %}x{% endif %}{% endfor %}{% endfor %}";
    for (field, text, says) in [
        (
            Field::Subject,
            "{{ gone }}",
            "subject: line 1: there is no variable gone",
        ),
        (
            Field::Message,
            "{% if %}",
            "message: line 1: a variable is missing",
        ),
        (
            Field::Signature,
            &"{{ link }}".repeat(50),
            "signature: is too long",
        ),
        (
            Field::Message,
            &loops.repeat(1000),
            "message: takes too long",
        ),
    ] {
        let RenderedMail { mail, fault, .. } = written(&saying(field, text));
        assert!(mail == plain, "{says}");
        assert!(fault.clone().unwrap().contains(says), "{fault:?}");
    }
}

/// Checks that no header field and no single line has a control character.
#[track_caller]
fn is_clean(mail: &Mail, preheader: &str) {
    let lines = [mail.subject.as_str(), &mail.from.name, preheader];
    for line in lines
        .into_iter()
        .chain(mail.headers.iter().map(|(_, value)| value.as_str()))
    {
        assert!(!line.chars().any(char::is_control), "{line:?}");
    }
    assert!(!mail.subject.is_empty() && mail.subject.chars().count() <= 200);
    assert!(!mail.text.chars().any(|c| c.is_control() && c != '\n'));
    let scripts = mail.html.matches("<script").count();
    let data = mail.html.matches(r#"<script type="application/ld+json">"#);
    assert_eq!(scripts, data.count());
}

/// Templates put together by chance from pieces that mean something.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    fn source(&mut self, pieces: &[&str], most: usize) -> String {
        let length = self.below(most);
        (0..length)
            .map(|_| pieces[self.below(pieces.len())])
            .collect()
    }
}

const PIECES: [&str; 48] = [
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "{%-",
    "-%}",
    "{{-",
    "-}}",
    " ",
    "\n",
    "  ",
    "\r\n",
    "\0",
    "\u{202e}",
    "<script>",
    "Bcc: x@y.example",
    "ø🌸",
    "if ",
    "else ",
    "elif ",
    "endif ",
    "for ",
    "endfor ",
    "in ",
    "x ",
    "lines ",
    "parcels ",
    "x.name ",
    "changes ",
    "link ",
    "order.number ",
    "order",
    ".",
    "|",
    "join(', ')",
    "length",
    "upper",
    "(",
    ")",
    "== ",
    "< ",
    "not ",
    "and ",
    "or ",
    "'a' ",
    "12",
];

#[test]
fn no_template_makes_a_mail_fail_or_break_out_of_its_line() {
    let mut chance = Chance(42);
    for _ in 0..1_000 {
        let source = chance.source(&PIECES, 24);
        let field = Field::ALL[chance.below(6)];
        let template = saying(field, &source);
        let RenderedMail {
            mail, preheader, ..
        } = written(&template);
        is_clean(&mail, &preheader);
        let _ = check(&shop(), &template, Language::English, None);
    }
}
