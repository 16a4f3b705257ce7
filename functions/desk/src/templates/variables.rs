//! `GET /desk/api/{shop}/templates/variables`: the variables and filters that
//! a template may use.

use http::StatusCode;
use serde::Serialize;
use wismo_domain::templates::Field;
use wismo_platform::http::{Response, response};
use wismo_template::{FilterKind, Variable};
use wismo_view::mail::template::{VARIABLES, filter_example};

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "TemplateVariables"))]
pub(crate) struct All {
    fields: Vec<Limits>,
    variables: Vec<Described>,
    filters: Vec<Filter>,
}

/// A field of a template.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "TemplateField"))]
pub(crate) struct Limits {
    name: &'static str,
    one_line: bool,
    max_length: usize,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "TemplateVariable"))]
pub(crate) struct Described {
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    description: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    example: &'static str,
    /// The fields of each member, for a list.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<Described>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "TemplateFilter"))]
pub(crate) struct Filter {
    name: &'static str,
    description: &'static str,
    example: &'static str,
}

/// Answers with the fields and their limits, the variables and the filters.
#[must_use]
pub fn read() -> Response {
    let fields = Field::ALL.map(|field| Limits {
        name: field.name(),
        one_line: field.is_line(),
        max_length: field.most_written(),
    });
    let all = All {
        fields: fields.into(),
        variables: VARIABLES.iter().map(described).collect(),
        filters: FilterKind::ALL.map(filter).into(),
    };
    response::json(StatusCode::OK, &all)
}

fn described(variable: &Variable) -> Described {
    Described {
        name: variable.name,
        kind: variable.kind.name(),
        description: variable.about,
        example: variable.example,
        fields: variable.fields.iter().map(described).collect(),
    }
}

const fn filter(kind: FilterKind) -> Filter {
    Filter {
        name: kind.name(),
        description: kind.about(),
        example: filter_example(kind),
    }
}
