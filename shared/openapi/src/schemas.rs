//! Schemas from types, as they are read and as they are written.

use std::collections::BTreeSet;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value};

use crate::body::Body;

const PLACE: &str = "#/components/schemas/";

/// The schemas of the types that some routes read and write. A type that is read in another form
/// than it is written in, such as one with defaults, has two: the first is named `...Input`.
pub struct Schemas {
    read: SchemaGenerator,
    written: SchemaGenerator,
}

impl Default for Schemas {
    fn default() -> Self {
        let settings = || {
            SchemaSettings::draft2020_12().with(|settings| {
                settings.definitions_path = "/components/schemas".into();
                settings.meta_schema = None;
            })
        };
        Self {
            read: settings().for_deserialize().into_generator(),
            written: settings().for_serialize().into_generator(),
        }
    }
}

impl Schemas {
    /// Notes that a type is written too, by the routes of another component.
    pub fn note_written<T: JsonSchema>(&mut self) {
        self.written.subschema_for::<T>();
    }

    pub(crate) fn read(&mut self, body: Body) -> Value {
        (body.schema)(&mut self.read).to_value()
    }

    pub(crate) fn written(&mut self, body: Body) -> Value {
        (body.schema)(&mut self.written).to_value()
    }

    /// Returns the schemas by their names, and the names of those that are read in another form.
    pub(crate) fn take(mut self) -> (Map<String, Value>, BTreeSet<String>) {
        let mut written = self.written.take_definitions(true);
        let read = self.read.take_definitions(true);
        let inputs = differing(&read, &written);
        for (name, mut schema) in read {
            rename(&mut schema, &inputs);
            if inputs.contains(&name) {
                written.insert(input(&name), schema);
            } else {
                written.insert(name, schema);
            }
        }
        for (name, schema) in &mut written {
            let is_numbered = name.ends_with(|last: char| last.is_ascii_digit());
            assert!(!is_numbered, "another type has the name {name}: rename one");
            without_links(schema);
        }
        (written, inputs)
    }
}

fn input(name: &str) -> String {
    format!("{name}Input")
}

/// The names of the schemas that differ, or lead to others that do.
fn differing(read: &Map<String, Value>, written: &Map<String, Value>) -> BTreeSet<String> {
    let other = |name: &String, schema: &Value| written.get(name).is_some_and(|own| own != schema);
    let differ = read.iter().filter(|(name, schema)| other(name, schema));
    let mut differ: BTreeSet<String> = differ.map(|(name, _)| name.clone()).collect();
    loop {
        let leads = |schema: &Value| references(schema).iter().any(|name| differ.contains(name));
        let more = read.iter().find(|(name, schema)| {
            written.contains_key(*name) && !differ.contains(*name) && leads(schema)
        });
        let Some((name, _)) = more else {
            return differ;
        };
        differ.insert(name.clone());
    }
}

/// Has the references to some schemas lead to the form in which they are read.
pub(crate) fn rename(value: &mut Value, inputs: &BTreeSet<String>) {
    each(value, &mut |name, text| {
        if name == "$ref"
            && let Some(schema) = text.strip_prefix(PLACE)
            && inputs.contains(schema)
        {
            *text = format!("{PLACE}{}", input(schema));
        }
    });
}

/// The names of the schemas that a value leads to directly.
pub(crate) fn references(value: &Value) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    each(&mut value.clone(), &mut |name, text| {
        if name == "$ref" {
            let schema = text.strip_prefix(PLACE);
            names.insert(schema.expect("it leads to a schema").to_owned());
        }
    });
    names
}

/// Takes the links to our code out of descriptions, which come from comments.
fn without_links(schema: &mut Value) {
    each(schema, &mut |name, text| {
        if name != "description" {
            return;
        }
        while let Some((before, rest)) = text.split_once("[`") {
            let (named, after) = rest.split_once("`]").expect("a link to code ends");
            let after = match after.strip_prefix('(') {
                Some(address) => address.split_once(')').expect("an address ends").1,
                None => after,
            };
            *text = format!("{before}`{named}`{after}");
        }
    });
}

/// Visits every text in a value, with the name of its field.
fn each(value: &mut Value, visit: &mut impl FnMut(&str, &mut String)) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields.iter_mut() {
                if let Value::String(text) = field {
                    visit(name, text);
                }
                each(field, visit);
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|one| each(one, visit)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
