//! The shop's own words in a mail: text with variables, filled in.
//!
//! The syntax is Jinja's, as far as words in a mail need it: `{{ variable }}`,
//! `if` and `for`, comparisons, `and`, `or`, `not`, and four filters. All of it works
//! as in `MiniJinja`; a test compares the two. It is an engine of our own because
//! `MiniJinja` would be a fifth of a component, and bounds steps but not memory, while
//! a trap takes other requests along. In return, every branch is checked when a
//! template is saved, and so are loops' variables.
//!
//! | module | holds |
//! |---|---|
//! | `variables` | every variable and filter, with an example |
//! | `lex`, `parse` | reading a template, and finding its faults |
//! | `values`, `fill_in` | the values of the variables, and filling them in |
//! | `check` | the check that a template may be saved |
//! | `example` | an order to try templates on, and changes of any kind |

mod check;
mod example;
mod fill_in;
mod lex;
mod parse;
#[cfg(test)]
mod tests;
mod values;
mod variables;

use wismo_domain::check::FieldError;
use wismo_domain::templates::{Field, Template};

use super::clean;

pub use check::{LINK, check};
pub use example::{change, order};
pub use variables::{FILTERS, FilterInfo, Kind, VARIABLES, Variable};

pub(super) use values::values;

/// The value of a variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Text(String),
    Number(usize),
    Flag(bool),
    List(Vec<String>),
    Records(Vec<Record>),
}

/// A member of a list: its values, by the names of its fields.
type Record = Vec<(&'static str, String)>;

/// The values of a mail's variables, by their names.
#[derive(Clone, Debug, Default)]
pub(super) struct Values(Vec<(&'static str, Value)>);

impl Values {
    fn get(&self, name: &str) -> Option<&Value> {
        let found = self.0.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value)
    }
}

/// A fault in a text of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
struct TemplateError(String);

impl TemplateError {
    fn new(reason: impl Into<String>) -> Self {
        Self(reason.into())
    }

    fn at(line: usize, reason: impl Into<String>) -> Self {
        Self(format!("line {line}: {}", reason.into()))
    }

    fn in_field(self, field: Field) -> FieldError {
        FieldError {
            path: field.name().to_owned(),
            reason: self.0,
        }
    }
}

/// The shop's own words, filled in and fit to stand in a mail. Wismo's own words take
/// the place of absent ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct FilledTemplate {
    pub(super) subject: Option<String>,
    pub(super) preheader: Option<String>,
    pub(super) heading: Option<String>,
    pub(super) message: Paragraphs,
    pub(super) closing: Vec<String>,
    pub(super) signature: Vec<String>,
}

/// Paragraphs, each with its lines; an empty line stands between two.
pub(super) type Paragraphs = Vec<Vec<String>>;

/// The most characters of a line before it is cut.
const UNCUT: usize = 5000;

/// Fills a template in. A field that is empty for this mail is absent.
///
/// # Errors
/// Names the first field that cannot be filled in, and why.
pub(super) fn fill_in(template: &Template, values: &Values) -> Result<FilledTemplate, FieldError> {
    let text = |field: Field| {
        let most = if field.is_line() {
            UNCUT
        } else {
            field.most_filled_in()
        };
        let source = template.get(field).unwrap_or_default();
        let filled = parse::parse(source).and_then(|nodes| fill_in::fill_in(&nodes, values, most));
        filled.map_err(|fault| fault.in_field(field))
    };
    let line = |field: Field| {
        let line = clean::line(&text(field)?, field.most_filled_in());
        Ok::<_, FieldError>(Some(line).filter(|line| !line.is_empty()))
    };
    Ok(FilledTemplate {
        subject: line(Field::Subject)?,
        preheader: line(Field::Preheader)?,
        heading: line(Field::Heading)?,
        message: paragraphs(&text(Field::Message)?),
        closing: paragraphs(&text(Field::Closing)?).concat(),
        signature: paragraphs(&text(Field::Signature)?).concat(),
    })
}

fn paragraphs(text: &str) -> Paragraphs {
    let mut paragraphs = vec![Vec::new()];
    for line in text.lines() {
        let line = clean::line(line, Field::Message.most_filled_in());
        if line.is_empty() {
            paragraphs.push(Vec::new());
        } else if let Some(paragraph) = paragraphs.last_mut() {
            paragraph.push(line);
        }
    }
    paragraphs.retain(|lines| !lines.is_empty());
    paragraphs
}
