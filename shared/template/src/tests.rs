use super::*;

mod minijinja;

/// The variables of these tests: each kind that a template can use.
const VARIABLES: &[Variable] = &[
    Variable::text("order.number", "its number", "1042"),
    Variable::text("order.status", "where it stands", "Partly sent"),
    Variable::text("customer.first_name", "the first name", "Ada"),
    Variable::text("link", "an address", "https://example.com/"),
    Variable::text("invoice", "a number", "F-88"),
    Variable::text("credit_note", "a number", "C-17"),
    Variable::text("refund", "an amount", "€24.95"),
    Variable {
        name: "changes",
        kind: Kind::List,
        about: "texts",
        example: "",
        fields: &[],
    },
    Variable {
        name: "parcels",
        kind: Kind::List,
        about: "records",
        example: "",
        fields: &[
            Variable::text("carrier", "its carrier", "DHL"),
            Variable::text("number", "its number", "00340434161094042557"),
        ],
    },
    Variable {
        name: "lines",
        kind: Kind::List,
        about: "records",
        example: "",
        fields: &[
            Variable::text("name", "its name", "Wool blanket"),
            Variable::text("number", "its number", "WB-12"),
        ],
    },
];

/// Every text has its example; the lists have one, two and three members.
fn values() -> Values {
    let texts = VARIABLES.iter().filter(|one| one.kind == Kind::Text);
    let texts = texts.map(|one| (one.name, Value::Text(one.example.to_owned())));
    let record = |fields: [(&'static str, &str); 2]| -> Record {
        fields.map(|(name, text)| (name, text.to_owned())).into()
    };
    let lists = [
        (
            "changes",
            Value::List(["Cancelled", "Sent", ""].map(str::to_owned).into()),
        ),
        (
            "parcels",
            Value::Records(vec![record([
                ("carrier", "DHL"),
                ("number", "00340434161094042557"),
            ])]),
        ),
        (
            "lines",
            Value::Records(vec![
                record([("name", "Wool blanket"), ("number", "WB-12")]),
                record([("name", "Birch tea tray"), ("number", "")]),
            ]),
        ),
    ];
    Values::new(texts.chain(lists).collect())
}

fn filled(source: &str) -> Result<String, TemplateError> {
    parse(source, VARIABLES).and_then(|nodes| eval(&nodes, &values(), 10_000))
}

#[test]
fn text_is_filled_in_and_lines_of_tags_leave_no_line_behind() {
    let list = "Parcels:\n{% for parcel in parcels %}\n  {% if parcel.number %}\n* {{ parcel.carrier }}: {{ parcel.number }}\n  {% endif %}\n{% endfor %}\nYours";
    assert_eq!(
        filled(list).unwrap(),
        "Parcels:\n* DHL: 00340434161094042557\nYours"
    );
    for (source, text) in [
        ("Hello {{customer.first_name}}!", "Hello Ada!"),
        ("a {#- gone -#} b", "ab"),
        ("a\n{%- if true -%}\n b {% endif %}", "ab "),
        ("{{ invoice or 'none' }}", "F-88"),
        (
            "{% if not refund %}a{% elif lines|length == 2 %}b{% else %}c{% endif %}",
            "b",
        ),
        (
            "{% if order.status == \"Partly sent\" and 1 < 2 %}x{% endif %}",
            "x",
        ),
        (
            "{% for line in lines %}{{ loop.index }} {{ line.name }}{% if not loop.last %}, {% endif %}{% endfor %}",
            "1 Wool blanket, 2 Birch tea tray",
        ),
        (
            "{{ order.status|upper|lower }} {{ order.status|length }}",
            "partly sent 11",
        ),
        ("{ { } } {", "{ { } } {"),
        ("{{ '}}' }}", "}}"),
    ] {
        assert_eq!(filled(source).unwrap(), text, "{source}");
    }
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    let deep = "{% if true %}".repeat(9);
    let brackets = format!("{{{{ {} 1 }}}}", "(".repeat(9));
    for (source, says) in [
        (
            "{{ order.nubmer }}",
            "line 1: there is no variable order.nubmer",
        ),
        ("{{ order }}", "there is no variable order"),
        ("a\nb {{ x }}", "line 2: there is no variable x"),
        (
            "{% if false %}{{ hidden }}{% endif %}",
            "there is no variable hidden",
        ),
        (
            "{% for line in lines %}{{ line.prize }}{% endfor %}",
            "no variable line.prize",
        ),
        (
            "{% for line in lines %}{% endfor %}{{ line.name }}",
            "no variable line.name",
        ),
        ("{{ loop.index }}", "no variable loop.index"),
        ("{{ link", "}} is missing"),
        ("{{ link }", "}} is missing"),
        ("{{ 'a }}", "has no end"),
        ("{# a", "#} is missing"),
        ("{{ }}", "a variable is missing"),
        ("{{ link link }}", "link does not belong here"),
        (
            "{{ link | safe }}",
            "there are the filters join, length, lower, upper",
        ),
        ("{{ changes }}", "only a text or a number"),
        ("{{ lines|join(',') }}", "the filter join"),
        ("{{ link|join(',') }}", "the filter join"),
        ("{{ changes|join }}", "join needs a text"),
        ("{{ link < invoice }}", "compares two numbers"),
        ("{{ 1 == invoice }}", "compares two numbers, or two texts"),
        ("{{ 70000 }}", "65535"),
        ("{{ 'a\\n' }}", "backslash"),
        ("{{ 2 * 3 }}", "* means nothing here"),
        ("{% if true %}", "has no endif"),
        ("{% if true %}{% endfor %}", "has no endif"),
        (
            "{% if true %}{% else %}{% else %}{% endif %}",
            "no endif after its else",
        ),
        ("{% endif %}", "nothing is open"),
        ("{% for a in parcels %}", "has no endfor"),
        (
            "{% for parcels in parcels %}{% endfor %}",
            "a name that nothing else has",
        ),
        (
            "{% for a in link %}{% endfor %}",
            "there are the lists changes, parcels, lines",
        ),
        ("{% set a = 1 %}", "there are the tags if"),
        ("{% include 'x' %}", "there are the tags if"),
        (&deep, "8 deep"),
        (&brackets, "8 deep"),
        (
            "{% for a in lines %}{% for b in lines %}{% for c in lines %}{% endfor %}{% endfor %}{% endfor %}",
            "2 deep",
        ),
    ] {
        let error = filled(source).unwrap_err().to_string();
        assert!(error.contains(says), "{source}: {error}");
    }
}

#[test]
fn results_and_steps_are_bounded() {
    for (source, says) in [
        ("x".repeat(10_001), "is too long"),
        ("{{ link }}".repeat(600), "is too long"),
        (
            "{% for a in lines %}{% for b in lines %}{% if false %}x{% endif %}{% endfor %}{% endfor %}"
                .repeat(2000),
            "takes too long",
        ),
    ] {
        let error = filled(&source).unwrap_err().to_string();
        assert!(error.contains(says), "{error}");
    }
    assert_eq!(filled(&"x".repeat(10_000)).unwrap().len(), 10_000);
}

#[test]
fn a_variable_without_a_value_is_an_empty_text() {
    let source = "a{{ link }}{% for x in lines %}b{% endfor %}{% if changes %}c{% endif %}";
    let nodes = parse(source, VARIABLES).unwrap();
    assert_eq!(eval(&nodes, &Values::default(), 10), Ok("a".to_owned()));
}

/// Sources put together by chance from pieces that mean something.
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
fn no_source_panics_or_gives_more_than_it_may() {
    let values = values();
    let mut chance = Chance(42);
    let mut parsed = 0;
    for _ in 0..20_000 {
        let source = chance.source(&PIECES, 24);
        let Ok(nodes) = parse(&source, VARIABLES) else {
            continue;
        };
        parsed += 1;
        if let Ok(text) = eval(&nodes, &values, 20) {
            assert!(text.chars().count() <= 20, "{source}");
        }
    }
    assert!(parsed > 1000, "{parsed}");
}
