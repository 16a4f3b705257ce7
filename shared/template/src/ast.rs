//! The tree of a template.

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Text that stands in the result as it is.
    Text(String),
    /// `{{ ... }}`.
    Print(Expression),
    /// Conditions, each with what stands there if it holds; then what does if none holds.
    If(Vec<(Expression, Vec<Node>)>, Vec<Node>),
    /// A loop over a list.
    For {
        /// The name that the loop gives each member.
        name: String,
        /// The list's variable.
        list: String,
        /// The nodes that stand there for each member.
        body: Vec<Node>,
    },
}

/// An expression, which comes to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// A text in quotes.
    Text(String),
    /// A whole number.
    Number(usize),
    /// `true` or `false`.
    Flag(bool),
    /// A variable by its whole name.
    Variable(String),
    /// A value with a filter behind it.
    Filter(Box<Expression>, Filter),
    /// `not`.
    Not(Box<Expression>),
    /// `and`.
    And(Box<Expression>, Box<Expression>),
    /// `or`.
    Or(Box<Expression>, Box<Expression>),
    /// A comparison.
    Compare(Comparison, Box<Expression>, Box<Expression>),
}

/// A filter with its argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// `join`, with the text that stands between two members.
    Join(String),
    /// `length`.
    Length,
    /// `lower`.
    Lower,
    /// `upper`.
    Upper,
}

/// A comparison's operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `==`.
    Equal,
    /// `!=`.
    Unequal,
    /// `<=`.
    AtMost,
    /// `>=`.
    AtLeast,
    /// `<`.
    Less,
    /// `>`.
    Greater,
}

impl Comparison {
    /// Every operator, longer ones first.
    pub(crate) const ALL: [Self; 6] = [
        Self::Equal,
        Self::Unequal,
        Self::AtMost,
        Self::AtLeast,
        Self::Less,
        Self::Greater,
    ];

    /// Its operator, as it stands in a template.
    pub(crate) const fn operator(self) -> &'static str {
        match self {
            Self::Equal => "==",
            Self::Unequal => "!=",
            Self::AtMost => "<=",
            Self::AtLeast => ">=",
            Self::Less => "<",
            Self::Greater => ">",
        }
    }

    /// Tells whether it asks which of two is more.
    pub(crate) const fn is_order(self) -> bool {
        match self {
            Self::Equal | Self::Unequal => false,
            Self::AtMost | Self::AtLeast | Self::Less | Self::Greater => true,
        }
    }
}
