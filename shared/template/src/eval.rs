//! Fills in a template's variables. It takes a bounded number of steps and gives a
//! bounded number of characters, whatever the template is.

use std::cell::Cell;
use std::cmp::Ordering;

use crate::ast::{Comparison, Expression, Filter, Node};
use crate::{TemplateError, Value, Values};

/// The most steps that filling in a text may take: a loop within a loop over 40 records
/// takes about half of them.
const STEPS: usize = 20_000;

/// Fills in the variables, with a result of at most `most` characters. A variable
/// without a value counts as an empty text.
///
/// # Errors
/// The result would be too long, or would take too many steps.
pub fn eval(nodes: &[Node], values: &Values, most: usize) -> Result<String, TemplateError> {
    let mut evaluator = Evaluator {
        values,
        scope: Vec::new(),
        output: String::new(),
        room: most,
        steps: Cell::new(STEPS),
    };
    evaluator.all(nodes)?;
    Ok(evaluator.output)
}

/// A loop's name, and the member of its list that stands for it now.
struct LoopVariable<'a> {
    name: &'a str,
    list: &'a Value,
    index: usize,
}

struct Evaluator<'a> {
    values: &'a Values,
    scope: Vec<LoopVariable<'a>>,
    output: String,
    room: usize,
    steps: Cell<usize>,
}

/// An empty value, in place of one that is not there.
static NOTHING: Value = Value::Text(String::new());

impl<'a> Evaluator<'a> {
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
                        self.value(condition).is_truthy()
                    };
                    let nodes = branches.iter().find(holds).map(|(_, nodes)| nodes);
                    self.all(nodes.unwrap_or(otherwise))?;
                }
                Node::For { name, list, body } => {
                    let list = self.values.get(list).unwrap_or(&NOTHING);
                    for index in 0..list.length() {
                        self.scope.push(LoopVariable { name, list, index });
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
            Expression::Not(value) => Value::Flag(!self.value(value).is_truthy()),
            Expression::And(left, right) => {
                let left = self.value(left);
                if left.is_truthy() {
                    self.value(right)
                } else {
                    left
                }
            }
            Expression::Or(left, right) => {
                let left = self.value(left);
                if left.is_truthy() {
                    left
                } else {
                    self.value(right)
                }
            }
            Expression::Compare(comparison, left, right) => {
                Value::Flag(holds(*comparison, &self.value(left), &self.value(right)))
            }
        }
    }

    fn variable(&self, name: &str) -> Value {
        let (first, rest) = name.split_once('.').unwrap_or((name, ""));
        if let (Some(current), "loop") = (self.scope.last(), first) {
            return match rest {
                "index" => Value::Number(current.index + 1),
                "first" => Value::Flag(current.index == 0),
                _ => Value::Flag(current.index + 1 == current.list.length()),
            };
        }
        let named = |given: &&LoopVariable<'_>| given.name == first;
        if let Some(given) = self.scope.iter().rev().find(named) {
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

fn filtered(value: Value, filter: &Filter) -> Value {
    match (filter, value) {
        (Filter::Join(between), Value::List(texts)) => Value::Text(texts.join(between)),
        (Filter::Length, value) => Value::Number(value.length()),
        (Filter::Lower, Value::Text(text)) => Value::Text(text.to_lowercase()),
        (Filter::Upper, Value::Text(text)) => Value::Text(text.to_uppercase()),
        // The parser does not let any other pair through.
        (Filter::Join(_) | Filter::Lower | Filter::Upper, value) => value,
    }
}

fn holds(comparison: Comparison, left: &Value, right: &Value) -> bool {
    let order = match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.cmp(right),
        _ if left == right => Ordering::Equal,
        // The parser lets only numbers be asked which of two is more.
        _ => Ordering::Less,
    };
    match comparison {
        Comparison::Equal => order.is_eq(),
        Comparison::Unequal => order.is_ne(),
        Comparison::AtMost => order.is_le(),
        Comparison::AtLeast => order.is_ge(),
        Comparison::Less => order.is_lt(),
        Comparison::Greater => order.is_gt(),
    }
}
