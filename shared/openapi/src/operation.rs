//! One route, with one method: what it takes and what it answers.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use wismo_platform::http::response::Problem;

use crate::access::{Access, Topic};
use crate::body::Body;
use crate::parameter::{in_path, named};
use crate::schemas::Schemas;

/// One route, with one method.
pub struct Operation {
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    topic: Topic,
    id: &'static str,
    summary: &'static str,
    description: Option<&'static str>,
    access: &'static [Access],
    parameters: Vec<Value>,
    body: Option<Request>,
    answers: BTreeMap<u16, Answer>,
}

struct Request {
    is_required: bool,
    forms: Vec<Body>,
}

struct Answer {
    description: &'static str,
    forms: Vec<Body>,
    has_tag: bool,
}

impl Operation {
    /// Begins the description of a route, as in `("GET /desk/api/{shop}/mail", "readSending")`,
    /// whose summary says in a line what it does.
    #[must_use]
    pub fn new(
        topic: Topic,
        (route, id): (&'static str, &'static str),
        summary: &'static str,
    ) -> Self {
        let (method, path) = route.split_once(' ').unwrap();
        Self {
            method,
            path,
            topic,
            id,
            summary,
            description: None,
            access: &[],
            parameters: in_path(path),
            body: None,
            answers: BTreeMap::new(),
        }
    }

    /// Says more.
    #[must_use]
    pub fn more(mut self, description: &'static str) -> Self {
        self.description = Some(description);
        self
    }

    /// Asks for one of these proofs.
    #[must_use]
    pub const fn asks(mut self, access: &'static [Access]) -> Self {
        self.access = access;
        self
    }

    /// Takes a parameter in the query.
    #[must_use]
    pub fn query(self, name: &str, schema: Value, description: &str) -> Self {
        self.parameter(named("query", name, schema, false, description))
    }

    /// Needs a parameter in the query.
    #[must_use]
    pub fn needs_query(self, name: &str, schema: Value, description: &str) -> Self {
        self.parameter(named("query", name, schema, true, description))
    }

    /// Takes a number in the query.
    #[must_use]
    pub fn number(self, name: &str, description: &str) -> Self {
        let schema = json!({ "type": "integer", "minimum": 0 });
        self.query(name, schema, description)
    }

    /// Takes a header field.
    #[must_use]
    pub fn header(self, name: &str, description: &str) -> Self {
        let schema = json!({ "type": "string" });
        self.parameter(named("header", name, schema, false, description))
    }

    /// Needs a header field.
    #[must_use]
    pub fn needs_header(self, name: &str, description: &str) -> Self {
        let schema = json!({ "type": "string" });
        self.parameter(named("header", name, schema, true, description))
    }

    fn parameter(mut self, parameter: Value) -> Self {
        self.parameters.push(parameter);
        self
    }

    /// Needs a body, in one of these forms.
    #[must_use]
    pub fn needs(mut self, forms: &[Body]) -> Self {
        let (is_required, forms) = (true, forms.to_vec());
        self.body = Some(Request { is_required, forms });
        self
    }

    /// Takes a body, and needs none.
    #[must_use]
    pub fn takes(mut self, forms: &[Body]) -> Self {
        let (is_required, forms) = (false, forms.to_vec());
        self.body = Some(Request { is_required, forms });
        self
    }

    /// Answers with a status, and a body in one of these forms.
    #[must_use]
    pub fn answers(mut self, status: u16, description: &'static str, forms: &[Body]) -> Self {
        let answer = Answer {
            description,
            forms: forms.to_vec(),
            has_tag: false,
        };
        self.answers.insert(status, answer);
        self
    }

    /// Answers with a status, a body in JSON and the version as `ETag`.
    #[must_use]
    pub fn answers_version(
        mut self,
        status: u16,
        description: &'static str,
        forms: &[Body],
    ) -> Self {
        self = self.answers(status, description, forms);
        self.answers.get_mut(&status).unwrap().has_tag = true;
        self
    }

    /// Refuses what is wrong with one of these statuses.
    #[must_use]
    pub fn refuses(mut self, statuses: &[u16]) -> Self {
        for status in statuses {
            self = self.refuses_with(*status, refusal(*status));
        }
        self
    }

    /// Refuses something with a status, and a reason of its own.
    #[must_use]
    pub fn refuses_with(self, status: u16, description: &'static str) -> Self {
        self.answers(status, description, &[Body::json::<Problem>()])
    }

    pub(crate) fn value(&self, schemas: &mut Schemas) -> Value {
        let mut value = Map::new();
        let mut put = |name: &str, part: Value| drop(value.insert(name.to_owned(), part));
        put("tags", json!([self.topic.name()]));
        put("operationId", self.id.into());
        put("summary", self.summary.into());
        if let Some(description) = self.description {
            put("description", description.into());
        }
        let access = self.access.iter();
        let access: Vec<_> = access.map(|one| json!({ one.name(): [] })).collect();
        put("security", access.into());
        if !self.parameters.is_empty() {
            put("parameters", self.parameters.clone().into());
        }
        if let Some(Request { is_required, forms }) = &self.body {
            let content = content(forms, |form| schemas.read(*form));
            put(
                "requestBody",
                json!({ "required": is_required, "content": content }),
            );
        }
        let answers = self.answers.iter().map(|(status, answer)| {
            let mut value = json!({ "description": answer.description });
            if answer.has_tag {
                value["headers"] = json!({ "ETag": {
                    "description": "The version, in quotes.",
                    "schema": { "type": "string" }
                } });
            }
            if !answer.forms.is_empty() {
                value["content"] = content(&answer.forms, |form| schemas.written(*form));
            }
            (status.to_string(), value)
        });
        let answers: Map<_, _> = answers.collect();
        put("responses", answers.into());
        Value::Object(value)
    }
}

fn content(forms: &[Body], mut schema: impl FnMut(&Body) -> Value) -> Value {
    let forms = forms.iter().map(|form| {
        let schema = schema(form);
        (form.media_type.to_owned(), json!({ "schema": schema }))
    });
    Value::Object(forms.collect())
}

/// The reason for a status where nothing more is to be said about it.
fn refusal(status: u16) -> &'static str {
    match status {
        400 => "The request is wrong: the error says what to mend.",
        401 => "The key, the secret or the signature is missing or wrong.",
        403 => "The key's role may not do this.",
        404 => "There is no such shop, order or thing.",
        408 => "The body did not arrive in time.",
        409 => "It conflicts with how things stand: the error says how.",
        412 => "Another version is in force.",
        413 => "The body is too large.",
        415 => "The body is of another media type.",
        428 => "`If-Match` is missing.",
        503 => {
            "A setting is at fault, which the error names, or the store did not answer: send it again."
        }
        unknown => panic!("say what {unknown} means"),
    }
}
