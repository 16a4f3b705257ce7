//! The values that fill a template in.

/// The value of a variable or an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A whole number.
    Number(usize),
    /// True or false.
    Flag(bool),
    /// A list of texts.
    List(Vec<String>),
    /// A list whose members have fields.
    Records(Vec<Record>),
}

/// A member of a list: its values, by the names of its fields.
pub type Record = Vec<(&'static str, String)>;

/// The values of variables, by their names.
#[derive(Clone, Debug, Default)]
pub struct Values(Vec<(&'static str, Value)>);

impl Values {
    /// Creates the values from pairs of a variable's name and its value.
    #[must_use]
    pub const fn new(values: Vec<(&'static str, Value)>) -> Self {
        Self(values)
    }

    /// Returns the value of a variable, if it has one.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        let mut values = self.iter();
        values.find_map(|(known, value)| (known == name).then_some(value))
    }

    /// Iterates over the names and values.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Value)> {
        self.0.iter().map(|(name, value)| (*name, value))
    }
}

impl Value {
    /// Tells whether a condition counts it as true, as Jinja does.
    pub(crate) fn is_truthy(&self) -> bool {
        match self {
            Self::Text(text) => !text.is_empty(),
            Self::Number(number) => *number > 0,
            Self::Flag(flag) => *flag,
            Self::List(_) | Self::Records(_) => self.length() > 0,
        }
    }

    /// Counts the members of a list, or the characters of a text.
    pub(crate) fn length(&self) -> usize {
        match self {
            Self::List(texts) => texts.len(),
            Self::Records(records) => records.len(),
            Self::Text(text) => text.chars().count(),
            Self::Number(_) | Self::Flag(_) => 0,
        }
    }
}
