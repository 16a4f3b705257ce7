//! Documents with one thing changed.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

/// More than any text or list may have.
const BEYOND: usize = 20_000;
/// More members than any list may have, and few enough to be tried for each of them.
const MOST_MEMBERS: usize = 2_500;

/// A document with one thing changed, and the place of that.
pub(crate) struct Probe {
    pub(crate) path: String,
    pub(crate) value: Value,
}

/// Every limit that a schema names.
pub(crate) struct Limits {
    /// The limits of texts and lists.
    pub(crate) lengths: BTreeSet<usize>,
    /// The limits of numbers.
    numbers: BTreeSet<i64>,
}

impl Limits {
    /// One limit of texts and lists alone.
    pub(crate) fn around(length: usize) -> Self {
        Self {
            lengths: BTreeSet::from([length]),
            numbers: BTreeSet::new(),
        }
    }
}

/// Collects the limits that a schema names.
pub(crate) fn limits(schema: &Value) -> Limits {
    let mut limits = Limits {
        lengths: BTreeSet::new(),
        numbers: BTreeSet::new(),
    };
    each_object(schema, &mut |object| {
        for (key, value) in object {
            match (key.as_str(), value.as_u64(), value.as_i64()) {
                ("minLength" | "maxLength" | "minItems" | "maxItems", Some(limit), _) => {
                    limits.lengths.insert(usize::try_from(limit).unwrap());
                }
                ("minimum" | "maximum", _, Some(limit)) => {
                    limits.numbers.insert(limit);
                }
                _ => {}
            }
        }
    });
    limits
}

/// Raises a limit by one, wherever a schema has it.
pub(crate) fn raise(schema: &mut Value, limit: usize) {
    match schema {
        Value::Object(object) => {
            for (key, value) in object {
                if matches!(key.as_str(), "maxLength" | "maxItems") && *value == json!(limit) {
                    *value = json!(limit + 1);
                }
                raise(value, limit);
            }
        }
        Value::Array(members) => members.iter_mut().for_each(|member| raise(member, limit)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn each_object(value: &Value, then: &mut impl FnMut(&Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            then(object);
            object.values().for_each(|inner| each_object(inner, then));
        }
        Value::Array(members) => members.iter().for_each(|inner| each_object(inner, then)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Iterates over the document with each of its values changed in every way.
pub(crate) fn probes<'a>(
    full: &'a Value,
    limits: &'a Limits,
) -> impl Iterator<Item = Probe> + use<'a> {
    let mut pointers = Vec::new();
    places(full, String::new(), &mut pointers);
    pointers.into_iter().flat_map(move |pointer| {
        let old = full.pointer(&pointer).unwrap();
        // Members of a list keep the same rules.
        let path: Vec<&str> = pointer
            .split('/')
            .map(|part| part.parse::<u8>().map_or(part, |_| "*"))
            .collect();
        let path = path.join("/");
        changed(old, limits).into_iter().map(move |(what, new)| {
            let mut value = full.clone();
            *value.pointer_mut(&pointer).unwrap() = new;
            let path = format!("{path}{what}");
            Probe { path, value }
        })
    })
}

/// Lists the places of all values within a value.
fn places(value: &Value, at: String, pointers: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                places(inner, format!("{at}/{key}"), pointers);
            }
        }
        Value::Array(members) => {
            for (index, inner) in members.iter().enumerate() {
                places(inner, format!("{at}/{index}"), pointers);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    pointers.push(at);
}

/// Changes a value in every way, and says where within it.
fn changed(value: &Value, limits: &Limits) -> Vec<(String, Value)> {
    let lengths = limits.lengths.iter();
    let mut lengths: BTreeSet<usize> = lengths
        .flat_map(|limit| [limit.saturating_sub(1), *limit, limit + 1])
        .collect();
    lengths.extend([0, 1, BEYOND]);
    let mut all: Vec<(String, Value)> = vec![(String::new(), Value::Null)];
    match value {
        Value::String(text) => {
            let texts = lengths.iter().map(|length| json!(stretched(text, *length)));
            all.extend(texts.map(|text| (String::new(), text)));
        }
        Value::Number(_) => {
            let numbers = limits.numbers.iter();
            let numbers = numbers.flat_map(|limit| [limit - 1, *limit, limit + 1]);
            all.extend(numbers.map(|number| (String::new(), json!(number))));
        }
        Value::Array(members) => {
            let lengths = lengths.into_iter().filter(|length| *length <= MOST_MEMBERS);
            let lists = lengths.chain([MOST_MEMBERS]).map(|length| {
                let members = members.iter().cycle().take(length).enumerate();
                members
                    .map(|(index, member)| unlike(member, index))
                    .collect()
            });
            all.extend(lists.map(|list| (String::new(), list)));
        }
        Value::Object(object) => {
            for key in object.keys() {
                let mut less = object.clone();
                less.remove(key);
                all.push((format!("/{key} left out"), less.into()));
            }
            let mut more = object.clone();
            more.insert("unknown".to_owned(), json!({}));
            all.push(("/unknown".to_owned(), more.into()));
        }
        Value::Bool(_) => all.push((String::new(), json!("true"))),
        Value::Null => {}
    }
    all
}

/// Makes a text that long: its own beginning, or its last character again and again.
fn stretched(text: &str, length: usize) -> String {
    let last = text.chars().last().unwrap_or('x');
    let longer = text.chars().chain(std::iter::repeat(last));
    longer.take(length).collect()
}

/// Makes a member of a list that is not the same as another.
fn unlike(member: &Value, index: usize) -> Value {
    let mut member = member.clone();
    if let Some(object) = member.as_object_mut() {
        for name in ["id", "sku", "code"] {
            if object.contains_key(name) {
                object.insert(name.to_owned(), json!(format!("n{index}")));
            }
        }
    }
    member
}

/// Lists the fields of a schema that a document does not have, in any member of a list.
pub(crate) fn untried(schema: &Value, full: &Value) -> Vec<String> {
    let mut untried = Vec::new();
    compare(schema, schema, &[full], String::new(), &mut untried);
    untried
}

fn compare(root: &Value, schema: &Value, values: &[&Value], at: String, untried: &mut Vec<String>) {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = root.pointer(reference.trim_start_matches('#')).unwrap();
        return compare(root, target, values, at, untried);
    }
    for either in schema["anyOf"].as_array().into_iter().flatten() {
        if either["type"] != "null" && either.get("required").is_none() {
            compare(root, either, values, at.clone(), untried);
        }
    }
    for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
        let at = format!("{at}/{name}");
        let values: Vec<&Value> = values.iter().filter_map(|value| value.get(name)).collect();
        match values.is_empty() {
            true => untried.push(at),
            false => compare(root, inner, &values, at, untried),
        }
    }
    let members: Vec<&Value> = values
        .iter()
        .filter_map(|value| value.as_array())
        .flatten()
        .collect();
    if let (Some(items), false) = (schema.get("items"), members.is_empty()) {
        compare(root, items, &members, format!("{at}/*"), untried);
    }
    let named: Vec<&Value> = values
        .iter()
        .filter_map(|value| value.as_object())
        .flat_map(Map::values)
        .collect();
    if let Some(inner) = schema
        .get("additionalProperties")
        .filter(|inner| inner.is_object())
    {
        compare(root, inner, &named, format!("{at}/*"), untried);
    }
}
