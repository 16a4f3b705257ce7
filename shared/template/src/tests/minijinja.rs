//! A comparison with `MiniJinja`: whatever both engines can read, both fill in alike.

use super::*;

/// Whole tags, so that most templates can be read.
const TAGS: [&str; 30] = [
    "{{ link }}",
    "{{ invoice or 'none' }}",
    "{{ lines|length }}",
    "{{- order.number -}}",
    "{{ changes|join(', ') }}",
    "{% if refund %}",
    "{%- if not refund -%}",
    "{% endif %}",
    "{% endif %}",
    "{%- endif -%}",
    "{% else %}",
    "{% elif invoice == 'F-88' %}",
    "{% for x in parcels %}",
    "{% for x in lines %}",
    "{{ x.name }}",
    "{{ x.number|lower }}",
    "{% for x in changes %}",
    "{{ x }}",
    "{{ loop.index }}",
    "{% endfor %}",
    "{% endfor %}",
    "{% if lines|length > 1 and (refund or credit_note) %}",
    "{# gone #}",
    "{#- gone -#}",
    "\n",
    "  ",
    "text ",
    "\n\n",
    "{% if 1 <= 2 == true %}",
    "{% if loop.last %}",
];

/// A template that both engines can read is filled in alike by both.
#[test]
fn what_we_fill_in_minijinja_fills_in_alike() {
    use ::minijinja::{Environment, UndefinedBehavior, syntax::SyntaxConfig};
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let mut syntax = SyntaxConfig::builder();
    let syntax = syntax
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true);
    environment.set_syntax(syntax.build().unwrap());
    let values = values();
    let context = context(&values);
    let mut chance = Chance(7);
    let mut compared = 0;
    for _ in 0..40_000 {
        let source = chance.source(&TAGS, 12);
        let Ok(ours) = filled(&source) else {
            continue;
        };
        let theirs = environment.render_str(&source, context.clone());
        assert_eq!(
            theirs.unwrap_or_else(|error| panic!("{source}: {error}")),
            ours,
            "{source}"
        );
        compared += 1;
    }
    assert!(compared > 1000, "{compared}");
}

/// The variables as `MiniJinja` takes them.
fn context(values: &Values) -> ::minijinja::Value {
    use std::collections::BTreeMap;
    let texts = |record: &Record| -> ::minijinja::Value {
        let fields = record.iter();
        let fields: BTreeMap<&str, ::minijinja::Value> = fields
            .map(|(name, text)| (*name, text.clone().into()))
            .collect();
        fields.into()
    };
    let mut all: BTreeMap<&str, ::minijinja::Value> = BTreeMap::new();
    let mut groups: BTreeMap<&str, BTreeMap<&str, ::minijinja::Value>> = BTreeMap::new();
    for (name, value) in values.iter() {
        let value: ::minijinja::Value = match value {
            Value::Text(text) => text.clone().into(),
            Value::Number(number) => (*number).into(),
            Value::Flag(flag) => (*flag).into(),
            Value::List(list) => list.clone().into(),
            Value::Records(records) => records.iter().map(texts).collect::<Vec<_>>().into(),
        };
        match name.split_once('.') {
            Some((group, name)) => {
                groups.entry(group).or_default().insert(name, value);
            }
            None => {
                all.insert(name, value);
            }
        }
    }
    all.extend(groups.into_iter().map(|(name, group)| (name, group.into())));
    all.into()
}
