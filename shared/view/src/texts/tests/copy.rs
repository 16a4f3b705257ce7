//! Tests that every language says what English says: the same arguments, all forms of
//! its plurals, its own words and its own typography.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast;

use super::super::*;

/// The categories that CLDR has for a language's cardinal plurals, `other` last.
fn categories(language: Language) -> &'static [&'static str] {
    match language {
        Language::Czech => &["one", "few", "many", "other"],
        Language::French => &["one", "many", "other"],
        Language::English
        | Language::Danish
        | Language::Dutch
        | Language::Norwegian
        | Language::Swedish
        | Language::German => &["one", "other"],
    }
}

/// The parts of a message.
#[derive(Debug, Default)]
struct Message {
    /// The arguments that it shows.
    shown: BTreeSet<String>,
    /// The arguments that it chooses a form by.
    chosen: BTreeSet<String>,
    /// The names of each choice's forms.
    forms: Vec<Vec<String>>,
    /// Its own words, with a mark for each argument.
    words: String,
}

impl Message {
    fn read(&mut self, pattern: &ast::Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                ast::PatternElement::TextElement { value } => self.words.push_str(value),
                ast::PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &ast::Expression<&str>) {
        match expression {
            ast::Expression::Inline(inline) => {
                self.shown.insert(variable(inline));
                self.words.push('□');
            }
            ast::Expression::Select { selector, variants } => {
                self.chosen.insert(variable(selector));
                let name = |variant: &ast::Variant<&str>| match variant.key {
                    ast::VariantKey::Identifier { name } => name.to_owned(),
                    ast::VariantKey::NumberLiteral { value } => value.to_owned(),
                };
                self.forms.push(variants.iter().map(name).collect());
                for variant in variants {
                    self.read(&variant.value);
                }
            }
        }
    }
}

fn variable(inline: &ast::InlineExpression<&str>) -> String {
    match inline {
        ast::InlineExpression::VariableReference { id } => id.name.to_owned(),
        ast::InlineExpression::Placeable { .. }
        | ast::InlineExpression::StringLiteral { .. }
        | ast::InlineExpression::NumberLiteral { .. }
        | ast::InlineExpression::FunctionReference { .. }
        | ast::InlineExpression::MessageReference { .. }
        | ast::InlineExpression::TermReference { .. } => panic!("{inline:?}"),
    }
}

fn messages(language: Language) -> BTreeMap<String, Message> {
    let mut messages = BTreeMap::new();
    for file in super::files(language) {
        let parsed = fluent_syntax::parser::parse(file).unwrap();
        for entry in &parsed.body {
            if let ast::Entry::Message(entry) = entry {
                let mut message = Message::default();
                message.read(entry.value.as_ref().unwrap());
                messages.insert(entry.id.name.to_owned(), message);
            }
        }
    }
    messages
}

#[test]
fn every_language_shows_what_english_shows() {
    // A Czech name would have to be in the vocative.
    let excepted = [(Language::Czech, "mail-hello-name")];
    let english = messages(Language::English);
    for language in Language::ALL {
        for (id, message) in messages(language) {
            let original = &english[&id];
            if excepted.contains(&(language, id.as_str())) {
                assert!(message.shown.is_empty(), "{id} in {language:?}");
                continue;
            }
            assert_eq!(message.shown, original.shown, "{id} in {language:?}");
            // The code gives what English asks for; how many of a line, always.
            let mut given = &original.shown | &original.chosen;
            if id.starts_with("words-count-") {
                given.insert("count".to_owned());
            }
            assert!(message.chosen.is_subset(&given), "{id} in {language:?}");
        }
    }
}

#[test]
fn every_choice_has_all_forms_of_its_language() {
    for language in Language::ALL {
        for (id, message) in messages(language) {
            for forms in message.forms {
                assert_eq!(forms, categories(language), "{id} in {language:?}");
            }
        }
    }
}

#[test]
fn nothing_is_left_in_english() {
    // These are the same words in both languages.
    let same = [
        ("page-parcel-state", &["da", "nl", "nb", "sv", "de"][..]),
        ("words-document-other", &["nl", "fr"]),
        ("words-documents", &["fr"]),
        ("words-cost-total", &["fr"]),
        ("desk-code-label", &["de", "fr", "nl"]),
        ("desk-name", &["de"]),
        ("desk-key-name", &["de"]),
        ("desk-shops", &["de"]),
        ("desk-orders-shop", &["de"]),
        ("desk-customers-shop", &["de"]),
        ("desk-signature", &["fr"]),
        ("desk-role-agent", &["fr"]),
        ("desk-role", &["cs"]),
        ("desk-order-status-moved", &["da", "de", "nb", "nl", "sv"]),
        ("desk-order-later", &["nl"]),
        ("desk-order-template-label", &["cs", "de", "sv"]),
        ("desk-orders-filter", &["da", "de", "nb", "nl", "sv"]),
        ("desk-menu", &["da", "fr", "nl"]),
        ("desk-order-actions", &["fr"]),
        ("desk-orders-urgent", &["fr"]),
        ("desk-order-send", &["da", "nb"]),
        ("desk-order-message-label", &["fr"]),
        ("desk-customers-note", &["da"]),
        ("desk-search-mark", &["da", "nb", "nl", "sv"]),
        ("desk-settings-label", &["de"]),
    ];
    let english = messages(Language::English);
    for language in Language::ALL.into_iter().skip(1) {
        for (id, message) in messages(language) {
            let has_words = message.words.chars().any(char::is_alphabetic);
            let is_same = message.words == english[&id].words;
            let may = same
                .iter()
                .any(|(same, codes)| *same == id && codes.contains(&language.code()));
            assert_eq!(has_words && is_same, may, "{id} in {language:?}");
        }
    }
}

#[test]
fn every_language_has_its_own_typography() {
    for language in Language::ALL {
        let quotes = match language {
            Language::English | Language::Danish => ['“', '”'],
            Language::Dutch => ['‘', '’'],
            Language::Czech | Language::German => ['„', '“'],
            Language::Norwegian | Language::French => ['«', '»'],
            Language::Swedish => ['”', '”'],
        };
        for (id, message) in messages(language) {
            let words = message.words;
            let at = || format!("{id} in {language:?}: {words:?}");
            for plain in ["'", "\"", "...", "--", "  ", " \u{a0}", "\u{a0} "] {
                assert!(!words.contains(plain), "{}", at());
            }
            let foreign = |c: char| "“”‘„«»".contains(c) && !quotes.contains(&c);
            assert!(!words.contains(foreign), "{}", at());
            if language == Language::Czech {
                // A word of one letter must not end a line.
                let mut ends = words.split(' ').rev().skip(1);
                let alone = |word: &str| {
                    matches!(
                        word.to_lowercase().as_str(),
                        "k" | "s" | "v" | "z" | "o" | "u" | "a" | "i"
                    )
                };
                assert!(!ends.any(alone), "{}", at());
            }
            if language == Language::French {
                for (place, c) in words.char_indices() {
                    let before = words[..place].chars().next_back();
                    let narrow = matches!(c, ';' | '!' | '?') && before != Some('\u{202f}');
                    let wide = matches!(c, ':' | '»') && before != Some('\u{a0}');
                    assert!(!narrow && !wide, "{}", at());
                }
            }
        }
    }
}

/// Text after a greeting follows its comma here, and a full stop elsewhere.
#[test]
fn what_follows_a_comma_begins_with_a_word_that_is_always_capital() {
    for (language, words) in [
        (
            Language::German,
            &["Ihr", "Ihre", "Ihren", "Ihrem", "Ihnen", "Sie"][..],
        ),
        (Language::Czech, &["Vaše", "Vaši", "Váš", "Vám", "Vás"]),
    ] {
        for (id, message) in messages(language) {
            let first = message.words.split(' ').next().unwrap();
            let follows = id.starts_with("mail-next-")
                || id == "mail-asked-link-why"
                || id == "mail-asked-code-why";
            assert!(!follows || words.contains(&first), "{id}: {first}");
        }
    }
}

/// The plurals of another implementation: see the head of the file.
fn plurals() -> impl Iterator<Item = (Language, &'static str, &'static str)> {
    let lines = include_str!("../../format/intl.tsv").lines();
    lines.filter_map(|line| match line.split('\t').collect::<Vec<_>>()[..] {
        [code, "plural", number, category] => {
            Some((Language::known(code).unwrap(), number, category))
        }
        _ => None,
    })
}

#[test]
fn a_form_is_chosen_as_another_implementation_does() {
    let mut compared = 0;
    for (language, number, expected) in plurals() {
        let forms = "form = { $count ->\n [zero] zero\n [one] one\n [two] two\n [few] few\n \
                     [many] many\n *[other] other\n }\n";
        let bundle = bundle(language, vec![forms]);
        let count = plural(Quantity(number.parse().unwrap()));
        let arguments = FluentArgs::from_iter([("count", count)]);
        let pattern = bundle.get_message("form").unwrap().value().unwrap();
        let form = bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new());
        // Fluent's plurals are those of CLDR 37, which does not have this French form yet.
        let expected = if number == "1000000" {
            "other"
        } else {
            expected
        };
        assert_eq!(form, expected, "{number} in {language:?}");
        assert!(categories(language).contains(&expected));
        compared += 1;
    }
    assert_eq!(compared, 8 * 9);
}

#[test]
fn every_text_can_be_written_with_any_number() {
    for language in Language::ALL {
        for (place, bundles) in [
            ("page-", bundle(language, vec![language.page()])),
            ("mail-", bundle(language, vec![language.mail()])),
        ] {
            for (id, message) in messages(language) {
                if !id.starts_with(place) && !id.starts_with("words-") {
                    continue;
                }
                for number in ["0", "1", "2", "3", "5", "21", "1.5", "99999999999999999999"] {
                    let argument = |name: &String| {
                        let count = plural(Quantity(number.parse().unwrap()));
                        let is_chosen = message.chosen.contains(name);
                        let value = if is_chosen { count } else { "Æ".into() };
                        (name.clone(), value)
                    };
                    let names = &message.shown | &message.chosen;
                    let arguments = FluentArgs::from_iter(names.iter().map(argument));
                    let mut errors = Vec::new();
                    let pattern = bundles.get_message(&id).unwrap().value().unwrap();
                    let text = bundles.format_pattern(pattern, Some(&arguments), &mut errors);
                    assert!(errors.is_empty(), "{id} in {language:?}: {errors:?}");
                    assert!(!text.contains('{'), "{id} in {language:?}: {text}");
                }
            }
        }
    }
}

#[test]
fn numbers_have_their_forms() {
    let items = |language, count: u32| {
        Texts::of_mail(language).with("mail-more-items", [("count", count.into())])
    };
    for (language, forms) in [
        (
            Language::Czech,
            [
                (1, "a\u{a0}1 další položka na stránce objednávky"),
                (3, "a\u{a0}3 další položky na stránce objednávky"),
                (5, "a\u{a0}5 dalších položek na stránce objednávky"),
                (21, "a\u{a0}21 dalších položek na stránce objednávky"),
            ],
        ),
        (
            Language::French,
            [
                (0, "et 0 autre article sur la page de votre commande"),
                (1, "et 1 autre article sur la page de votre commande"),
                (2, "et 2 autres articles sur la page de votre commande"),
                (21, "et 21 autres articles sur la page de votre commande"),
            ],
        ),
        (
            Language::Danish,
            [
                (0, "og 0 varer mere på ordrens side"),
                (1, "og 1 vare mere på ordrens side"),
                (2, "og 2 varer mere på ordrens side"),
                (21, "og 21 varer mere på ordrens side"),
            ],
        ),
    ] {
        for (count, expected) in forms {
            assert_eq!(items(language, count), expected);
        }
    }
    let sent = |language, quantity: &str| {
        let of = Quantity(quantity.parse().unwrap());
        crate::words::counted(Texts::of_page(language), "words-count-sent", of)
    };
    assert_eq!(sent(Language::French, "1.5"), "1,5\u{a0}expédié");
    assert_eq!(sent(Language::French, "2"), "2\u{a0}expédiés");
    assert_eq!(sent(Language::Swedish, "1"), "1\u{a0}skickad");
    assert_eq!(sent(Language::Swedish, "1.5"), "1,5\u{a0}skickade");
    assert_eq!(
        sent(Language::Czech, "1304.5"),
        "odesláno\u{a0}1\u{a0}304,5"
    );
}
