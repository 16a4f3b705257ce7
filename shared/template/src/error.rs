//! Errors of a template.

/// An error of a template: its line where it has one, and a reason for its author.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct TemplateError(String);

impl TemplateError {
    pub(crate) fn new(reason: impl Into<String>) -> Self {
        Self(reason.into())
    }

    pub(crate) fn at(line: usize, reason: impl Into<String>) -> Self {
        Self(format!("line {line}: {}", reason.into()))
    }
}
