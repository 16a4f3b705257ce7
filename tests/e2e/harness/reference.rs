//! The API's reference, `docs/api/openapi.json`, with which answers are compared.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex};

use jsonschema::Validator;
use reqwest::StatusCode;
use serde_json::{Map, Value, json};

/// The committed reference.
pub(crate) static REFERENCE: LazyLock<Reference> = LazyLock::new(|| {
    let path = wismo::manifest().with_file_name("docs/api/openapi.json");
    let text = std::fs::read_to_string(path).unwrap();
    Reference {
        document: serde_json::from_str(&text).unwrap(),
        validators: Mutex::default(),
    }
});

/// The API's reference.
pub(crate) struct Reference {
    document: Value,
    /// By the schemas, as text.
    validators: Mutex<BTreeMap<String, Arc<Validator>>>,
}

/// A route of the reference, with one method.
#[derive(Clone, Copy)]
pub(crate) struct Operation<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    value: &'a Value,
}

/// An answer, as far as the reference says something of it.
pub(crate) struct Answer<'a> {
    pub(crate) status: StatusCode,
    pub(crate) media_type: &'a str,
    pub(crate) has_tag: bool,
    pub(crate) body: &'a str,
}

impl<'a> Operation<'a> {
    pub(crate) fn id(self) -> &'a str {
        self.value["operationId"].as_str().unwrap()
    }

    pub(crate) fn has_answer(self, status: u16) -> bool {
        !self.value["responses"][status.to_string()].is_null()
    }

    /// Tells whether it asks for this proof.
    pub(crate) fn asks(self, access: &str) -> bool {
        let all = self.value["security"].as_array().unwrap();
        all.iter().any(|one| !one[access].is_null())
    }
}

impl Reference {
    /// Every operation.
    pub(crate) fn operations(&self) -> Vec<Operation<'_>> {
        let paths = self.document["paths"].as_object().unwrap().iter();
        let all = paths.flat_map(|(path, methods)| {
            let methods = methods.as_object().unwrap().iter();
            methods.map(move |(method, value)| Operation {
                method,
                path,
                value,
            })
        });
        all.collect()
    }

    /// The operation that a request is for: the one of the path with the fewest parameters.
    #[track_caller]
    pub(crate) fn operation(&self, method: &str, path: &str) -> Operation<'_> {
        let mut fitting = self.operations();
        let method = method.to_lowercase();
        fitting.retain(|one| one.method == method && fits(one.path, path));
        let found = fitting
            .into_iter()
            .min_by_key(|one| one.path.matches('{').count());
        found.unwrap_or_else(|| panic!("the reference has no {method} {path}"))
    }

    /// Checks that the reference says of an answer what it is.
    #[track_caller]
    pub(crate) fn check(&self, operation: Operation<'_>, answer: &Answer<'_>) {
        let Answer {
            status,
            media_type,
            has_tag,
            body,
        } = answer;
        let of = format!("{}, {status}", operation.id());
        let said = &operation.value["responses"][status.as_str()];
        assert!(said.is_object(), "{of}: it is not in the reference: {body}");
        assert!(*has_tag || said["headers"]["ETag"].is_null(), "{of}: ETag");
        let Some(content) = said["content"].as_object() else {
            assert!(body.is_empty(), "{of}: {body}");
            return;
        };
        self.check_body(&of, content, media_type, body);
    }

    /// Checks that the reference allows a request that was taken.
    #[track_caller]
    pub(crate) fn check_taken(&self, operation: Operation<'_>, media_type: &str, body: &str) {
        let of = format!("{}, which was taken", operation.id());
        let said = &operation.value["requestBody"];
        if body.is_empty() {
            assert_ne!(said["required"], true, "{of}");
            return;
        }
        let content = said["content"].as_object();
        let content = content.unwrap_or_else(|| panic!("{of}: it takes no body"));
        self.check_body(&of, content, media_type, body);
    }

    #[track_caller]
    fn check_body(&self, of: &str, content: &Map<String, Value>, media_type: &str, body: &str) {
        let media_type = media_type.split(';').next().unwrap().trim();
        let form = content.get(media_type).or_else(|| content.get("*/*"));
        let form = form.unwrap_or_else(|| panic!("{of}: {media_type} is not in the reference"));
        let texts: Vec<&str> = match media_type {
            "application/json" => vec![body],
            "application/x-ndjson" => body.lines().filter(|line| !line.is_empty()).collect(),
            _ => return,
        };
        let validator = self.validator(&form["schema"]);
        for text in texts {
            let value: Value = serde_json::from_str(text).unwrap();
            let faults = validator.iter_errors(&value);
            let faults: Vec<_> = faults
                .map(|fault| format!("{}: {fault}", fault.instance_path()))
                .collect();
            assert!(faults.is_empty(), "{of}: {faults:#?}\n{text}");
        }
    }

    /// Checks what a route answered with 200 in JSON.
    #[track_caller]
    pub(crate) fn check_json(&self, method: &str, path: &str, body: &Value) {
        let answer = Answer {
            status: StatusCode::OK,
            media_type: "application/json",
            has_tag: true,
            body: &body.to_string(),
        };
        self.check(self.operation(method, path), &answer);
    }

    fn validator(&self, schema: &Value) -> Arc<Validator> {
        let mut validators = self.validators.lock().unwrap();
        let made = validators.entry(schema.to_string()).or_insert_with(|| {
            let components = &self.document["components"];
            let whole = json!({ "allOf": [schema], "components": components });
            let options = jsonschema::options().should_validate_formats(true);
            Arc::new(options.build(&whole).unwrap())
        });
        Arc::clone(made)
    }
}

/// Tells whether a path, without its query, is one of a template.
fn fits(template: &str, path: &str) -> bool {
    let path = path.split('?').next().unwrap();
    let (template, path) = (template.split('/'), path.split('/'));
    let mut pairs = template.clone().zip(path.clone());
    template.count() == path.count() && pairs.all(|(wanted, segment)| is_segment(wanted, segment))
}

fn is_segment(wanted: &str, segment: &str) -> bool {
    match wanted.split_once('{') {
        None => wanted == segment,
        Some((before, rest)) => {
            let after = rest.split_once('}').unwrap().1;
            let middle = segment.strip_prefix(before);
            middle
                .and_then(|rest| rest.strip_suffix(after))
                .is_some_and(|value| !value.is_empty())
        }
    }
}
