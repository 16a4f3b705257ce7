//! Parses what stands inside of a tag, and finds the kind of each expression.

use super::DEPTH;
use crate::ast::{Expression, Filter};
use crate::lexer::Token;
use crate::variable::{Kind, Variable};
use crate::{FilterKind, TemplateError};

/// An expression, and the kind of its value.
type Typed = (Expression, Kind);

/// The rest of a tag's tokens, and the names that mean something in it.
pub(super) struct Tag<'a> {
    /// The tokens, the last first.
    tokens: Vec<Token>,
    line: usize,
    variables: &'a [Variable],
    scope: Vec<(String, &'a Variable)>,
    depth: usize,
}

impl<'a> Tag<'a> {
    pub(super) fn new(
        mut tokens: Vec<Token>,
        line: usize,
        variables: &'a [Variable],
        scope: Vec<(String, &'a Variable)>,
    ) -> Self {
        tokens.reverse();
        Self {
            tokens,
            line,
            variables,
            scope,
            depth: 0,
        }
    }

    /// Creates an error of this tag's line.
    pub(super) fn error(&self, reason: impl Into<String>) -> TemplateError {
        TemplateError::at(self.line, reason)
    }

    pub(super) fn peek_name(&self) -> Option<&str> {
        match self.tokens.last() {
            Some(Token::Name(name)) => Some(name),
            Some(Token::Text(_) | Token::Comparison(_) | Token::Sign(_) | Token::Unknown(_))
            | None => None,
        }
    }

    pub(super) fn next_name(&mut self) -> Option<String> {
        let name = self.peek_name().map(str::to_owned);
        if name.is_some() {
            self.tokens.pop();
        }
        name
    }

    fn eat_name(&mut self, wanted: &str) -> bool {
        let is_next = self.peek_name() == Some(wanted);
        if is_next {
            self.tokens.pop();
        }
        is_next
    }

    fn eat(&mut self, sign: char) -> bool {
        let is_next = self.tokens.last() == Some(&Token::Sign(sign));
        if is_next {
            self.tokens.pop();
        }
        is_next
    }

    /// Checks that no token is left.
    pub(super) fn end(&self) -> Result<(), TemplateError> {
        self.tokens
            .last()
            .map_or(Ok(()), |token| Err(self.stray(token)))
    }

    /// Creates the error of a token that stands where none of its kind may.
    fn stray(&self, token: &Token) -> TemplateError {
        match token {
            Token::Name(name) => self.error(format!("{name} does not belong here")),
            Token::Text(_) => self.error("a text in quotes does not belong here"),
            Token::Comparison(comparison) => {
                self.error(format!("{} does not belong here", comparison.operator()))
            }
            Token::Sign(sign) => self.error(format!("{sign} does not belong here")),
            // Naming a character that cannot be seen would not help.
            Token::Unknown(unknown @ '!'..='~') => {
                self.error(format!("{unknown} means nothing here"))
            }
            Token::Unknown(_) => self.error("a character means nothing here"),
        }
    }

    pub(super) fn expression(&mut self) -> Result<Typed, TemplateError> {
        let mut left = self.conjunction()?;
        while self.eat_name("or") {
            let right = self.conjunction()?;
            let kind = either(left.1, right.1);
            left = (Expression::Or(left.0.into(), right.0.into()), kind);
        }
        Ok(left)
    }

    fn conjunction(&mut self) -> Result<Typed, TemplateError> {
        let mut left = self.negation()?;
        while self.eat_name("and") {
            let right = self.negation()?;
            let kind = either(left.1, right.1);
            left = (Expression::And(left.0.into(), right.0.into()), kind);
        }
        Ok(left)
    }

    fn negation(&mut self) -> Result<Typed, TemplateError> {
        if !self.eat_name("not") {
            return self.comparison();
        }
        self.deeper()?;
        let (inner, _) = self.negation()?;
        self.depth -= 1;
        Ok((Expression::Not(inner.into()), Kind::Flag))
    }

    fn comparison(&mut self) -> Result<Typed, TemplateError> {
        let left = self.filtered()?;
        let Some(Token::Comparison(comparison)) = self.tokens.last() else {
            return Ok(left);
        };
        let comparison = *comparison;
        self.tokens.pop();
        let right = self.filtered()?;
        let fits = match left.1 {
            Kind::Number => true,
            Kind::Text | Kind::Flag => !comparison.is_order(),
            Kind::List | Kind::Record | Kind::Mixed => false,
        };
        if !fits || left.1 != right.1 {
            return Err(self.error(format!(
                "{} compares two numbers{}",
                comparison.operator(),
                if comparison.is_order() {
                    ""
                } else {
                    ", or two texts"
                }
            )));
        }
        let compared = Expression::Compare(comparison, left.0.into(), right.0.into());
        Ok((compared, Kind::Flag))
    }

    fn filtered(&mut self) -> Result<Typed, TemplateError> {
        let mut value = self.value()?;
        while self.eat('|') {
            value = self.filter(value)?;
        }
        Ok(value)
    }

    fn filter(&mut self, (value, kind): Typed) -> Result<Typed, TemplateError> {
        let name = self.next_name().unwrap_or_default();
        let Some(filter) = FilterKind::ALL.into_iter().find(|one| one.name() == name) else {
            let names = FilterKind::ALL.map(FilterKind::name);
            return Err(self.error(format!("there are the filters {}", names.join(", "))));
        };
        let (filter, to) = match (filter, kind) {
            (FilterKind::Join, Kind::List) if self.is_list_of_texts(&value) => {
                (Filter::Join(self.argument()?), Kind::Text)
            }
            (FilterKind::Length, Kind::List | Kind::Text) => (Filter::Length, Kind::Number),
            (FilterKind::Lower, Kind::Text) => (Filter::Lower, Kind::Text),
            (FilterKind::Upper, Kind::Text) => (Filter::Upper, Kind::Text),
            _ => {
                let reason = format!("the filter {}: {}", filter.name(), filter.about());
                return Err(self.error(reason));
            }
        };
        Ok((Expression::Filter(value.into(), filter), to))
    }

    fn is_list_of_texts(&self, value: &Expression) -> bool {
        let Expression::Variable(name) = value else {
            return false;
        };
        let variable = self.variables.iter().find(|variable| variable.name == name);
        variable.is_some_and(|variable| variable.fields.is_empty())
    }

    /// Parses the text in brackets behind a filter.
    fn argument(&mut self) -> Result<String, TemplateError> {
        let is_open = self.eat('(');
        let text = match self.tokens.pop() {
            Some(Token::Text(text)) if is_open => text,
            _ => return Err(self.error("join needs a text in brackets, such as join(\", \")")),
        };
        if !self.eat(')') {
            return Err(self.error(") is missing"));
        }
        Ok(text)
    }

    fn value(&mut self) -> Result<Typed, TemplateError> {
        if self.eat('(') {
            self.deeper()?;
            let inner = self.expression()?;
            self.depth -= 1;
            if !self.eat(')') {
                return Err(self.error(") is missing"));
            }
            return Ok(inner);
        }
        match self.tokens.pop() {
            Some(Token::Text(text)) => Ok((Expression::Text(text), Kind::Text)),
            Some(Token::Name(name)) => self.named(name),
            Some(token) => Err(self.stray(&token)),
            None => Err(self.error("a variable is missing")),
        }
    }

    fn deeper(&mut self) -> Result<(), TemplateError> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(self.error(format!("brackets and not nest {DEPTH} deep at most")));
        }
        Ok(())
    }

    fn named(&mut self, first: String) -> Result<Typed, TemplateError> {
        if first.starts_with(|c: char| c.is_ascii_digit()) {
            let number = first.parse::<u16>().map(usize::from);
            let number = number.map_err(|_| self.error("a number is at most 65535"))?;
            return Ok((Expression::Number(number), Kind::Number));
        }
        match first.as_str() {
            "true" | "false" => return Ok((Expression::Flag(first == "true"), Kind::Flag)),
            "not" | "and" | "or" | "in" | "is" | "if" | "else" | "elif" => {
                return Err(self.error(format!("{first} does not belong here")));
            }
            _ => {}
        }
        let mut name = first;
        while self.eat('.') {
            let Some(field) = self.next_name() else {
                return Err(self.error(format!("a name is missing after {name}.")));
            };
            name = format!("{name}.{field}");
        }
        let Some(kind) = self.kind(&name) else {
            // The name is the author's own text, so it may have any length.
            let name: String = name.chars().take(60).collect();
            return Err(self.error(format!("there is no variable {name}")));
        };
        Ok((Expression::Variable(name), kind))
    }

    /// Finds the kind of a variable; `None` if there is no such variable here.
    fn kind(&self, name: &str) -> Option<Kind> {
        let (first, rest) = name.split_once('.').unwrap_or((name, ""));
        if first == "loop" && !self.scope.is_empty() {
            return match rest {
                "index" => Some(Kind::Number),
                "first" | "last" => Some(Kind::Flag),
                _ => None,
            };
        }
        let given = self.scope.iter().rev().find(|(given, _)| given == first);
        if let Some((_, list)) = given {
            return match (list.fields, rest) {
                ([], "") => Some(Kind::Text),
                (_, "") => Some(Kind::Record),
                (fields, field) => {
                    let known = fields.iter().any(|known| known.name == field);
                    known.then_some(Kind::Text)
                }
            };
        }
        let variable = self.variables.iter().find(|variable| variable.name == name);
        variable.map(|variable| variable.kind)
    }
}

/// The kind of a value that is one of two.
fn either(left: Kind, right: Kind) -> Kind {
    if left == right { left } else { Kind::Mixed }
}
