//! Fills in a template's variables. It takes a bounded number of steps and
//! gives a bounded number of characters, whatever the template is.

use std::cell::Cell;

use super::parse::{Expression, Filter, Node};
use super::{TemplateError, Value, Values};

/// The most steps that filling in a text may take: a loop in a loop over the lines of
/// a long order takes about half of them.
const STEPS: usize = 20_000;

/// Fills in the variables, with a result of at most `most` characters.
pub(super) fn fill_in(
    nodes: &[Node],
    values: &Values,
    most: usize,
) -> Result<String, TemplateError> {
    let mut filler = Filler {
        values,
        scope: Vec::new(),
        output: String::new(),
        room: most,
        steps: Cell::new(STEPS),
    };
    filler.all(nodes)?;
    Ok(filler.output)
}

/// The thing that a loop gives its name to.
struct Given<'a> {
    name: &'a str,
    list: &'a Value,
    index: usize,
}

struct Filler<'a> {
    values: &'a Values,
    scope: Vec<Given<'a>>,
    output: String,
    room: usize,
    steps: Cell<usize>,
}

/// An empty value, in place of one that is not there.
static NOTHING: Value = Value::Text(String::new());

impl<'a> Filler<'a> {
    fn all(&mut self, nodes: &'a [Node]) -> Result<(), TemplateError> {
        for node in nodes {
            if self.steps.get() == 0 {
                let reason = "takes too long to fill in: there are too many loops";
                return Err(TemplateError::new(reason));
            }
            self.step();
            match node {
                Node::Text(text) => self.write(text)?,
                Node::Print(expression) => match self.value(expression) {
                    Value::Text(text) => self.write(&text)?,
                    Value::Number(number) => self.write(&number.to_string())?,
                    // The parser does not let any other kind be printed.
                    Value::Flag(_) | Value::List(_) | Value::Records(_) => {}
                },
                Node::If(branches, otherwise) => {
                    let holds = |(condition, _): &&(Expression, Vec<Node>)| {
                        is_something(&self.value(condition))
                    };
                    let nodes = branches.iter().find(holds).map(|(_, nodes)| nodes);
                    self.all(nodes.unwrap_or(otherwise))?;
                }
                Node::For { name, list, body } => {
                    let list = self.values.get(list).unwrap_or(&NOTHING);
                    for index in 0..length(list) {
                        self.scope.push(Given { name, list, index });
                        self.all(body)?;
                        self.scope.pop();
                    }
                }
            }
        }
        Ok(())
    }

    fn step(&self) {
        self.steps.set(self.steps.get().saturating_sub(1));
    }

    fn write(&mut self, text: &str) -> Result<(), TemplateError> {
        let room = self.room.checked_sub(text.chars().count());
        self.room = room.ok_or_else(|| TemplateError::new("is too long once it is filled in"))?;
        self.output.push_str(text);
        Ok(())
    }

    fn value(&self, expression: &Expression) -> Value {
        self.step();
        match expression {
            Expression::Text(text) => Value::Text(text.clone()),
            Expression::Number(number) => Value::Number(*number),
            Expression::Flag(flag) => Value::Flag(*flag),
            Expression::Variable(name) => self.variable(name),
            Expression::Filter(value, filter) => filtered(self.value(value), filter),
            Expression::Not(value) => Value::Flag(!is_something(&self.value(value))),
            Expression::And(left, right) => {
                let left = self.value(left);
                if is_something(&left) {
                    self.value(right)
                } else {
                    left
                }
            }
            Expression::Or(left, right) => {
                let left = self.value(left);
                if is_something(&left) {
                    left
                } else {
                    self.value(right)
                }
            }
            Expression::Compare(sign, left, right) => {
                Value::Flag(holds(sign, &self.value(left), &self.value(right)))
            }
        }
    }

    fn variable(&self, name: &str) -> Value {
        let (first, rest) = name.split_once('.').unwrap_or((name, ""));
        if let (Some(given), "loop") = (self.scope.last(), first) {
            return match rest {
                "index" => Value::Number(given.index + 1),
                "first" => Value::Flag(given.index == 0),
                _ => Value::Flag(given.index + 1 == length(given.list)),
            };
        }
        if let Some(given) = self.scope.iter().rev().find(|given| given.name == first) {
            return match given.list {
                Value::List(texts) => texts.get(given.index).cloned().map(Value::Text),
                Value::Records(records) => records.get(given.index).map(|record| {
                    let mut fields = record.iter();
                    match fields.find(|(field, _)| *field == rest) {
                        Some((_, text)) => Value::Text(text.clone()),
                        // The record itself can only be asked whether it exists.
                        None => Value::Flag(rest.is_empty()),
                    }
                }),
                Value::Text(_) | Value::Number(_) | Value::Flag(_) => None,
            }
            .unwrap_or_else(|| NOTHING.clone());
        }
        self.values.get(name).unwrap_or(&NOTHING).clone()
    }
}

/// Tells whether a condition counts a value as true, as Jinja does.
fn is_something(value: &Value) -> bool {
    match value {
        Value::Text(text) => !text.is_empty(),
        Value::Number(number) => *number > 0,
        Value::Flag(flag) => *flag,
        Value::List(_) | Value::Records(_) => length(value) > 0,
    }
}

fn length(value: &Value) -> usize {
    match value {
        Value::List(texts) => texts.len(),
        Value::Records(records) => records.len(),
        Value::Text(text) => text.chars().count(),
        Value::Number(_) | Value::Flag(_) => 0,
    }
}

fn filtered(value: Value, filter: &Filter) -> Value {
    match (filter, value) {
        (Filter::Join(between), Value::List(texts)) => Value::Text(texts.join(between)),
        (Filter::Length, value) => Value::Number(length(&value)),
        (Filter::Lower, Value::Text(text)) => Value::Text(text.to_lowercase()),
        (Filter::Upper, Value::Text(text)) => Value::Text(text.to_uppercase()),
        // The parser does not let any other pair through.
        (Filter::Join(_) | Filter::Lower | Filter::Upper, value) => value,
    }
}

fn holds(sign: &str, left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => match sign {
            "<" => left < right,
            "<=" => left <= right,
            ">" => left > right,
            ">=" => left >= right,
            "!=" => left != right,
            _ => left == right,
        },
        _ => (left == right) == (sign == "=="),
    }
}
