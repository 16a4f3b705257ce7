//! Reads a template: its faults are found here, whichever way its conditions go.

use super::TemplateError;
use super::lex::{TagToken, Token, pieces};
use super::variables::FILTERS;
use super::variables::{Kind, VARIABLES, Variable};

/// The depth to which tags and brackets may nest.
const DEPTH: usize = 8;
/// The depth to which loops may nest: the lists of a mail do not hold lists.
const LOOPS: usize = 2;

/// A part of a template.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Node {
    Text(String),
    Print(Expression),
    /// Conditions, each with what stands there if it holds; then what does if none holds.
    If(Vec<(Expression, Vec<Node>)>, Vec<Node>),
    For {
        name: String,
        list: String,
        body: Vec<Node>,
    },
}

/// An expression, which comes to a value.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Expression {
    Text(String),
    Number(usize),
    Flag(bool),
    /// A variable by its whole name.
    Variable(String),
    Filter(Box<Expression>, Filter),
    Not(Box<Expression>),
    And(Box<Expression>, Box<Expression>),
    Or(Box<Expression>, Box<Expression>),
    Compare(&'static str, Box<Expression>, Box<Expression>),
}

/// A function that turns a value into another.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Filter {
    Join(String),
    Length,
    Lower,
    Upper,
}

/// Parses a template.
///
/// # Errors
/// Names the line and its fault.
pub(super) fn parse(source: &str) -> Result<Vec<Node>, TemplateError> {
    let mut pieces = pieces(source)?;
    pieces.reverse();
    let mut parser = Parser {
        pieces,
        scope: Vec::new(),
        depth: 0,
    };
    match parser.nodes()? {
        (nodes, None) => Ok(nodes),
        (_, Some((mut tag, line))) => {
            let name = tag.next_name().unwrap_or_default();
            Err(TemplateError::at(
                line,
                format!("nothing is open that {name} could end or go on with"),
            ))
        }
    }
}

struct Parser {
    /// The pieces, the last first.
    pieces: Vec<Token>,
    /// The names that loops give, each with the list that the loop goes over.
    scope: Vec<(String, &'static Variable)>,
    depth: usize,
}

/// A tag that ends a block or goes on with it, and its line.
type End = (TagTokens, usize);

impl Parser {
    /// The nodes up to a tag that does not belong to them.
    fn nodes(&mut self) -> Result<(Vec<Node>, Option<End>), TemplateError> {
        let mut nodes = Vec::new();
        while let Some(piece) = self.pieces.pop() {
            match piece {
                Token::Text(text) => nodes.push(Node::Text(text)),
                Token::Print(words, line) => {
                    let mut words = self.words(words, line);
                    let (expression, kind) = words.expression()?;
                    words.end()?;
                    if !matches!(kind, Kind::Text | Kind::Number) {
                        let reason = "only a text or a number can stand in {{ }}: \
                                      put a list into {% for %}, or join it";
                        return Err(TemplateError::at(line, reason));
                    }
                    nodes.push(Node::Print(expression));
                }
                Token::Tag(words, line) => {
                    let words = self.words(words, line);
                    match words.peek_name() {
                        Some("if") => nodes.push(self.condition(words, line)?),
                        Some("for") => nodes.push(self.repetition(words, line)?),
                        Some("elif" | "else" | "endif" | "endfor") => {
                            return Ok((nodes, Some((words, line))));
                        }
                        _ => {
                            let reason = "there are the tags if, elif, else, endif, for, endfor";
                            return Err(words.fault(reason));
                        }
                    }
                }
            }
        }
        Ok((nodes, None))
    }

    fn condition(&mut self, mut words: TagTokens, line: usize) -> Result<Node, TemplateError> {
        self.deeper(line)?;
        words.next_name();
        let (mut condition, _) = words.expression()?;
        words.end()?;
        let mut branches = Vec::new();
        loop {
            let (nodes, end) = self.nodes()?;
            branches.push((condition, nodes));
            let Some((mut words, _)) = end else {
                return Err(TemplateError::at(line, "this if has no endif"));
            };
            match words.next_name().as_deref() {
                Some("elif") => {
                    condition = words.expression()?.0;
                    words.end()?;
                }
                Some("else") => {
                    words.end()?;
                    let (otherwise, end) = self.nodes()?;
                    let end = end.map(|(words, _)| words);
                    let Some(mut words) = end.filter(|words| words.peek_name() == Some("endif"))
                    else {
                        return Err(TemplateError::at(
                            line,
                            "this if has no endif after its else",
                        ));
                    };
                    words.next_name();
                    words.end()?;
                    self.depth -= 1;
                    return Ok(Node::If(branches, otherwise));
                }
                Some("endif") => {
                    words.end()?;
                    self.depth -= 1;
                    return Ok(Node::If(branches, Vec::new()));
                }
                _ => return Err(TemplateError::at(line, "this if has no endif")),
            }
        }
    }

    fn repetition(&mut self, mut words: TagTokens, line: usize) -> Result<Node, TemplateError> {
        self.deeper(line)?;
        let shape = "a loop is written {% for parcel in parcels %}";
        words.next_name();
        let name = words.next_name().filter(|name| is_free(name));
        let Some(name) = name else {
            return Err(words.fault(format!("{shape}, with a name that nothing else has yet")));
        };
        if words.next_name().as_deref() != Some("in") {
            return Err(words.fault(shape));
        }
        let list = words.next_name().unwrap_or_default();
        let variable = VARIABLES.iter().find(|variable| variable.name == list);
        let Some(variable) = variable.filter(|variable| variable.kind == Kind::List) else {
            let lists = VARIABLES
                .iter()
                .filter(|variable| variable.kind == Kind::List);
            let lists: Vec<_> = lists.map(|variable| variable.name).collect();
            return Err(words.fault(format!("there are the lists {}", lists.join(", "))));
        };
        words.end()?;
        if self.scope.len() >= LOOPS {
            return Err(TemplateError::at(
                line,
                format!("loops nest {LOOPS} deep at most"),
            ));
        }
        self.scope.push((name.clone(), variable));
        let (body, end) = self.nodes()?;
        self.scope.pop();
        let end = end.map(|(words, _)| words);
        let Some(mut words) = end.filter(|words| words.peek_name() == Some("endfor")) else {
            return Err(TemplateError::at(line, "this for has no endfor"));
        };
        words.next_name();
        words.end()?;
        self.depth -= 1;
        Ok(Node::For { name, list, body })
    }

    fn deeper(&mut self, line: usize) -> Result<(), TemplateError> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(TemplateError::at(
                line,
                format!("tags nest {DEPTH} deep at most"),
            ));
        }
        Ok(())
    }

    fn words(&self, mut words: Vec<TagToken>, line: usize) -> TagTokens {
        words.reverse();
        TagTokens {
            words,
            line,
            scope: self.scope.clone(),
            depth: 0,
        }
    }
}

/// Tells whether a loop may give this name: no variable begins with it, and it does not
/// mean something else.
fn is_free(name: &str) -> bool {
    let taken = [
        "true", "false", "none", "True", "False", "None", "not", "and", "or", "in", "is", "if",
        "else", "loop", "self",
    ];
    let begins = |variable: &Variable| variable.name.split('.').next() == Some(name);
    let is_name = !name.starts_with(|c: char| c.is_ascii_digit());
    is_name && !taken.contains(&name) && !VARIABLES.iter().any(begins)
}

/// The words of a tag.
struct TagTokens {
    /// The words, the last first.
    words: Vec<TagToken>,
    line: usize,
    scope: Vec<(String, &'static Variable)>,
    depth: usize,
}

/// An expression, and the kind of its value.
type Typed = (Expression, Kind);

impl TagTokens {
    fn fault(&self, reason: impl Into<String>) -> TemplateError {
        TemplateError::at(self.line, reason)
    }

    fn peek_name(&self) -> Option<&str> {
        match self.words.last() {
            Some(TagToken::Name(name)) => Some(name),
            Some(TagToken::Text(_) | TagToken::Sign(_) | TagToken::Odd(_)) | None => None,
        }
    }

    fn next_name(&mut self) -> Option<String> {
        let name = self.peek_name().map(str::to_owned);
        if name.is_some() {
            self.words.pop();
        }
        name
    }

    fn eat_name(&mut self, wanted: &str) -> bool {
        let is_next = self.peek_name() == Some(wanted);
        if is_next {
            self.words.pop();
        }
        is_next
    }

    fn eat(&mut self, sign: &'static str) -> bool {
        let is_next = self.words.last() == Some(&TagToken::Sign(sign));
        if is_next {
            self.words.pop();
        }
        is_next
    }

    /// Checks that no word is left.
    fn end(&self) -> Result<(), TemplateError> {
        match self.words.last() {
            None => Ok(()),
            Some(TagToken::Name(word)) => Err(self.fault(format!("{word} does not belong here"))),
            Some(TagToken::Text(_)) => Err(self.fault("a text in quotes does not belong here")),
            Some(TagToken::Sign(sign)) => Err(self.fault(format!("{sign} does not belong here"))),
            Some(TagToken::Odd(odd)) => Err(self.odd(*odd)),
        }
    }

    fn odd(&self, odd: char) -> TemplateError {
        // Naming a character that cannot be seen would not help.
        match odd {
            '!'..='~' => self.fault(format!("{odd} means nothing here")),
            _ => self.fault("a character means nothing here"),
        }
    }

    fn expression(&mut self) -> Result<Typed, TemplateError> {
        let mut left = self.conjunction()?;
        while self.eat_name("or") {
            let right = self.conjunction()?;
            let kind = both(left.1, right.1);
            left = (Expression::Or(left.0.into(), right.0.into()), kind);
        }
        Ok(left)
    }

    fn conjunction(&mut self) -> Result<Typed, TemplateError> {
        let mut left = self.negation()?;
        while self.eat_name("and") {
            let right = self.negation()?;
            let kind = both(left.1, right.1);
            left = (Expression::And(left.0.into(), right.0.into()), kind);
        }
        Ok(left)
    }

    fn negation(&mut self) -> Result<Typed, TemplateError> {
        if !self.eat_name("not") {
            return self.comparison();
        }
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(self.fault(format!("brackets and not nest {DEPTH} deep at most")));
        }
        let (inner, _) = self.negation()?;
        self.depth -= 1;
        Ok((Expression::Not(inner.into()), Kind::Flag))
    }

    fn comparison(&mut self) -> Result<Typed, TemplateError> {
        let left = self.filtered()?;
        let signs = ["==", "!=", "<=", ">=", "<", ">"];
        let Some(sign) = signs.into_iter().find(|sign| self.eat(sign)) else {
            return Ok(left);
        };
        let right = self.filtered()?;
        let is_order = sign.starts_with(['<', '>']);
        let fits = match left.1 {
            Kind::Number => true,
            Kind::Text | Kind::Flag => !is_order,
            Kind::List | Kind::Record | Kind::Mixed => false,
        };
        if !fits || left.1 != right.1 {
            return Err(self.fault(format!(
                "{sign} compares two numbers{}",
                if is_order { "" } else { ", or two texts" }
            )));
        }
        let compared = Expression::Compare(sign, left.0.into(), right.0.into());
        Ok((compared, Kind::Flag))
    }

    fn filtered(&mut self) -> Result<Typed, TemplateError> {
        let mut value = self.value()?;
        while self.eat("|") {
            value = self.filter(value)?;
        }
        Ok(value)
    }

    fn filter(&mut self, (value, kind): Typed) -> Result<Typed, TemplateError> {
        let name = self.next_name().unwrap_or_default();
        let Some(filter) = FILTERS.iter().find(|filter| filter.name == name) else {
            let names: Vec<_> = FILTERS.iter().map(|filter| filter.name).collect();
            return Err(self.fault(format!("there are the filters {}", names.join(", "))));
        };
        let (filter, to) = match (filter.name, kind) {
            ("join", Kind::List) if self.is_plain_list(&value) => {
                (Filter::Join(self.argument()?), Kind::Text)
            }
            ("length", Kind::List | Kind::Text) => (Filter::Length, Kind::Number),
            ("lower", Kind::Text) => (Filter::Lower, Kind::Text),
            ("upper", Kind::Text) => (Filter::Upper, Kind::Text),
            _ => return Err(self.fault(format!("the filter {}: {}", filter.name, filter.about))),
        };
        Ok((Expression::Filter(value.into(), filter), to))
    }

    /// Tells whether a list holds texts.
    fn is_plain_list(&self, value: &Expression) -> bool {
        let Expression::Variable(name) = value else {
            return false;
        };
        let variable = VARIABLES.iter().find(|variable| variable.name == name);
        variable.is_some_and(|variable| variable.fields.is_empty())
    }

    /// The text in brackets behind a filter.
    fn argument(&mut self) -> Result<String, TemplateError> {
        let is_open = self.eat("(");
        let text = match self.words.pop() {
            Some(TagToken::Text(text)) if is_open => text,
            _ => return Err(self.fault("join needs a text in brackets, such as join(\", \")")),
        };
        if !self.eat(")") {
            return Err(self.fault(") is missing"));
        }
        Ok(text)
    }

    fn value(&mut self) -> Result<Typed, TemplateError> {
        if self.eat("(") {
            self.depth += 1;
            if self.depth > DEPTH {
                return Err(self.fault(format!("brackets and not nest {DEPTH} deep at most")));
            }
            let inner = self.expression()?;
            self.depth -= 1;
            if !self.eat(")") {
                return Err(self.fault(") is missing"));
            }
            return Ok(inner);
        }
        match self.words.pop() {
            Some(TagToken::Text(text)) => Ok((Expression::Text(text), Kind::Text)),
            Some(TagToken::Name(name)) => self.named(name),
            Some(TagToken::Sign(sign)) => Err(self.fault(format!("{sign} does not belong here"))),
            Some(TagToken::Odd(odd)) => Err(self.odd(odd)),
            None => Err(self.fault("a variable is missing")),
        }
    }

    fn named(&mut self, first: String) -> Result<Typed, TemplateError> {
        if first.starts_with(|c: char| c.is_ascii_digit()) {
            let number = first.parse::<u16>().map(usize::from);
            let number = number.map_err(|_| self.fault("a number is at most 65535"))?;
            return Ok((Expression::Number(number), Kind::Number));
        }
        match first.as_str() {
            "true" | "false" => return Ok((Expression::Flag(first == "true"), Kind::Flag)),
            "not" | "and" | "or" | "in" | "is" | "if" | "else" | "elif" => {
                return Err(self.fault(format!("{first} does not belong here")));
            }
            _ => {}
        }
        let mut name = first;
        while self.eat(".") {
            let Some(field) = self.next_name() else {
                return Err(self.fault(format!("a name is missing after {name}.")));
            };
            name = format!("{name}.{field}");
        }
        let Some(kind) = self.kind(&name) else {
            // The name is the merchant's own text, so it may have any length.
            let name: String = name.chars().take(60).collect();
            return Err(self.fault(format!("there is no variable {name}")));
        };
        Ok((Expression::Variable(name), kind))
    }

    /// The kind of a variable; `None` if there is no such variable here.
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
        let variable = VARIABLES.iter().find(|variable| variable.name == name);
        variable.map(|variable| variable.kind)
    }
}

/// The kind of a value that is one of two.
fn both(left: Kind, right: Kind) -> Kind {
    if left == right { left } else { Kind::Mixed }
}
