//! The filters, as a template's author knows them.

/// A filter: `{{ variable|filter }}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilterKind {
    /// `join`.
    Join,
    /// `length`.
    Length,
    /// `lower`.
    Lower,
    /// `upper`.
    Upper,
}

impl FilterKind {
    /// Every filter.
    pub const ALL: [Self; 4] = [Self::Join, Self::Length, Self::Lower, Self::Upper];

    /// Its name, as it stands in a template.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Join => "join",
            Self::Length => "length",
            Self::Lower => "lower",
            Self::Upper => "upper",
        }
    }

    /// Its effect, and the values that it takes.
    #[must_use]
    pub const fn about(self) -> &'static str {
        match self {
            Self::Join => "puts the texts of a list into one, with a text between them",
            Self::Length => "counts the members of a list, or the characters of a text",
            Self::Lower => "puts a text into small letters",
            Self::Upper => "puts a text into capital letters",
        }
    }
}
