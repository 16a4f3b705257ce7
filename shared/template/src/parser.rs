//! Parses a template. All its errors are found here, whichever way its conditions go.

mod expression;

use crate::TemplateError;
use crate::ast::Node;
use crate::lexer::{Piece, Token, pieces};
use crate::variable::{Kind, Variable};
use expression::Tag;

/// The depth to which tags and brackets may nest.
const DEPTH: usize = 8;
/// The depth to which loops may nest: lists do not hold lists.
const LOOPS: usize = 2;

/// Parses a template that may use `variables`.
///
/// # Errors
/// Names the line and its error.
pub fn parse(source: &str, variables: &[Variable]) -> Result<Vec<Node>, TemplateError> {
    let mut pieces = pieces(source)?;
    pieces.reverse();
    let mut parser = Parser {
        pieces,
        variables,
        scope: Vec::new(),
        depth: 0,
    };
    match parser.nodes()? {
        (nodes, None) => Ok(nodes),
        (_, Some(mut tag)) => {
            let name = tag.next_name().unwrap_or_default();
            Err(tag.error(format!(
                "nothing is open that {name} could end or go on with"
            )))
        }
    }
}

struct Parser<'a> {
    /// The pieces, the last first.
    pieces: Vec<Piece>,
    variables: &'a [Variable],
    /// The names that loops give, each with the list that the loop goes over.
    scope: Vec<(String, &'a Variable)>,
    depth: usize,
}

impl<'a> Parser<'a> {
    /// Parses up to a tag that ends a block or goes on with it, and returns that, too.
    fn nodes(&mut self) -> Result<(Vec<Node>, Option<Tag<'a>>), TemplateError> {
        let mut nodes = Vec::new();
        while let Some(piece) = self.pieces.pop() {
            match piece {
                Piece::Text(text) => nodes.push(Node::Text(text)),
                Piece::Print(tokens, line) => {
                    let mut tag = self.tag(tokens, line);
                    let (expression, kind) = tag.expression()?;
                    tag.end()?;
                    if !matches!(kind, Kind::Text | Kind::Number) {
                        let reason = "only a text or a number can stand in {{ }}: \
                                      put a list into {% for %}, or join it";
                        return Err(tag.error(reason));
                    }
                    nodes.push(Node::Print(expression));
                }
                Piece::Tag(tokens, line) => {
                    let tag = self.tag(tokens, line);
                    match tag.peek_name() {
                        Some("if") => nodes.push(self.condition(tag)?),
                        Some("for") => nodes.push(self.repetition(tag)?),
                        Some("elif" | "else" | "endif" | "endfor") => {
                            return Ok((nodes, Some(tag)));
                        }
                        _ => {
                            let reason = "there are the tags if, elif, else, endif, for, endfor";
                            return Err(tag.error(reason));
                        }
                    }
                }
            }
        }
        Ok((nodes, None))
    }

    fn condition(&mut self, mut tag: Tag<'a>) -> Result<Node, TemplateError> {
        self.deeper(&tag)?;
        tag.next_name();
        let (mut condition, _) = tag.expression()?;
        tag.end()?;
        let mut branches = Vec::new();
        loop {
            let (nodes, next) = self.nodes()?;
            branches.push((condition, nodes));
            let Some(mut next) = next else {
                return Err(tag.error("this if has no endif"));
            };
            match next.next_name().as_deref() {
                Some("elif") => {
                    condition = next.expression()?.0;
                    next.end()?;
                }
                Some("else") => {
                    next.end()?;
                    let (otherwise, end) = self.nodes()?;
                    close(end, "endif", || {
                        tag.error("this if has no endif after its else")
                    })?;
                    self.depth -= 1;
                    return Ok(Node::If(branches, otherwise));
                }
                Some("endif") => {
                    next.end()?;
                    self.depth -= 1;
                    return Ok(Node::If(branches, Vec::new()));
                }
                _ => return Err(tag.error("this if has no endif")),
            }
        }
    }

    fn repetition(&mut self, mut tag: Tag<'a>) -> Result<Node, TemplateError> {
        self.deeper(&tag)?;
        let shape = "a loop is written {% for name in list %}";
        tag.next_name();
        let name = tag.next_name().filter(|name| self.is_free(name));
        let Some(name) = name else {
            return Err(tag.error(format!("{shape}, with a name that nothing else has yet")));
        };
        if tag.next_name().as_deref() != Some("in") {
            return Err(tag.error(shape));
        }
        let list = tag.next_name().unwrap_or_default();
        let lists = self.variables.iter();
        let mut lists = lists.filter(|variable| variable.kind == Kind::List);
        let Some(variable) = lists.clone().find(|variable| variable.name == list) else {
            let lists: Vec<_> = lists.by_ref().map(|variable| variable.name).collect();
            return Err(tag.error(format!("there are the lists {}", lists.join(", "))));
        };
        tag.end()?;
        if self.scope.len() >= LOOPS {
            return Err(tag.error(format!("loops nest {LOOPS} deep at most")));
        }
        self.scope.push((name.clone(), variable));
        let (body, end) = self.nodes()?;
        self.scope.pop();
        close(end, "endfor", || tag.error("this for has no endfor"))?;
        self.depth -= 1;
        Ok(Node::For { name, list, body })
    }

    fn deeper(&mut self, tag: &Tag<'_>) -> Result<(), TemplateError> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(tag.error(format!("tags nest {DEPTH} deep at most")));
        }
        Ok(())
    }

    fn tag(&self, tokens: Vec<Token>, line: usize) -> Tag<'a> {
        Tag::new(tokens, line, self.variables, self.scope.clone())
    }

    /// Tells whether a loop may give this name: no variable begins with it, and it does
    /// not mean something else.
    fn is_free(&self, name: &str) -> bool {
        let taken = [
            "true", "false", "none", "True", "False", "None", "not", "and", "or", "in", "is", "if",
            "else", "loop", "self",
        ];
        let begins = |variable: &Variable| variable.name.split('.').next() == Some(name);
        let is_name = !name.starts_with(|c: char| c.is_ascii_digit());
        is_name && !taken.contains(&name) && !self.variables.iter().any(begins)
    }
}

/// Checks that a block's last tag is `name`, and nothing else.
fn close(
    end: Option<Tag<'_>>,
    name: &str,
    error: impl FnOnce() -> TemplateError,
) -> Result<(), TemplateError> {
    let Some(mut end) = end.filter(|end| end.peek_name() == Some(name)) else {
        return Err(error());
    };
    end.next_name();
    end.end()
}
