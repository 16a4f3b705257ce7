//! The shop's own words in a mail, filled in by the engine in `shared/template`.
//!
//! | module | holds |
//! |---|---|
//! | `variables` | every variable, and an example of every filter |
//! | `values` | the values of the variables |
//! | `check` | the check that a template may be saved |
//! | `example` | an order to try templates on, and changes of any kind |

mod check;
mod example;
#[cfg(test)]
mod tests;
mod values;
mod variables;

use wismo_domain::check::FieldError;
use wismo_domain::templates::{Field, Template};
use wismo_template::{TemplateError, Values, eval, parse};

use super::clean;

pub use check::{LINK, check};
pub use example::{change, order};
pub use variables::{VARIABLES, filter_example};

pub(super) use values::values;

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
        let filled = parse(source, VARIABLES).and_then(|nodes| eval(&nodes, values, most));
        filled.map_err(|error| in_field(field, &error))
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
        closing: lines(&text(Field::Closing)?),
        signature: lines(&text(Field::Signature)?),
    })
}

fn in_field(field: Field, error: &TemplateError) -> FieldError {
    FieldError {
        path: field.name().to_owned(),
        reason: error.to_string(),
    }
}

/// The lines of a text that stand below one another, fit to stand in a mail.
pub(super) fn lines(text: &str) -> Vec<String> {
    paragraphs(text).concat()
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
