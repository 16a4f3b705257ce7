//! The variables that a template may use.

/// A variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variable {
    /// Its name, as it stands in a template: `link`, or `order.number`.
    pub name: &'static str,
    /// Its kind.
    pub kind: Kind,
    /// Its meaning.
    pub about: &'static str,
    /// A value that it may have.
    pub example: &'static str,
    /// The fields of each member of a list, which are texts; empty if the members
    /// themselves are texts.
    pub fields: &'static [Variable],
}

impl Variable {
    /// Creates a variable that holds a text.
    #[must_use]
    pub const fn text(name: &'static str, about: &'static str, example: &'static str) -> Self {
        Self {
            name,
            kind: Kind::Text,
            about,
            example,
            fields: &[],
        }
    }
}

/// The kind of a variable or an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text, empty if nothing is known.
    Text,
    /// A whole number.
    Number,
    /// True or false.
    Flag,
    /// A list, for a loop to go over.
    List,
    /// A member of a list that has fields.
    Record,
    /// One kind or another, as with `or`: good for conditions alone.
    Mixed,
}

impl Kind {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Flag => "flag",
            Self::List => "list",
            Self::Record => "record",
            Self::Mixed => "mixed",
        }
    }
}
