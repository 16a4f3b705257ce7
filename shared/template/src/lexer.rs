//! Cuts a template into text and tags, and tags into tokens.

use crate::TemplateError;
use crate::ast::Comparison;

/// A piece of a template.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Text that stands in the result as it is.
    Text(String),
    /// `{{ ... }}`, with the line that it stands on.
    Print(Vec<Token>, usize),
    /// `{% ... %}`.
    Tag(Vec<Token>, usize),
}

/// A token of a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// A name, a number, `true`.
    Name(String),
    /// A text in quotes.
    Text(String),
    /// `==`, `<` and their like.
    Comparison(Comparison),
    /// `.`, `|`, `(` or `)`.
    Sign(char),
    /// A character that means nothing.
    Unknown(char),
}

/// Cuts a template into its pieces. A line that holds only tags does not leave a line
/// behind (Jinja's `trim_blocks` and `lstrip_blocks`); `{%-` and `-%}` take away all
/// the space on their side.
pub(crate) fn pieces(source: &str) -> Result<Vec<Piece>, TemplateError> {
    let mut pieces = Vec::new();
    let mut lexer = Lexer {
        source,
        at: 0,
        line: 1,
    };
    // The space that the tag before takes away from the text that follows.
    let mut trim = Trim::Nothing;
    loop {
        let from = lexer.at;
        let ahead = lexer.ahead();
        let next = ["{{", "{%", "{#"]
            .iter()
            .filter_map(|mark| ahead.find(mark))
            .min();
        let mut text = ahead.get(..next.unwrap_or(ahead.len())).unwrap_or_default();
        match trim {
            Trim::All => text = text.trim_start(),
            Trim::Line => text = text.strip_prefix('\n').unwrap_or(text),
            Trim::Nothing => {}
        }
        let Some(next) = next else {
            pieces.push(Piece::Text(text.to_owned()));
            return Ok(pieces);
        };
        lexer.advance(next);
        let line = lexer.line;
        let mark = lexer.advance(2);
        if lexer.eat("-") {
            text = text.trim_end();
        } else if mark != "{{" && is_blank_line(source.get(..from + next).unwrap_or_default()) {
            text = text.trim_end_matches(|c: char| c.is_whitespace() && c != '\n');
        }
        if !text.is_empty() {
            pieces.push(Piece::Text(text.to_owned()));
        }
        let (piece, trims) = match mark {
            "{{" => {
                let (tokens, trims) = lexer.tokens("}}")?;
                (Some(Piece::Print(tokens, line)), trims)
            }
            "{%" => {
                let (tokens, trims) = lexer.tokens("%}")?;
                (Some(Piece::Tag(tokens, line)), trims)
            }
            _ => (None, lexer.comment()?),
        };
        pieces.extend(piece);
        trim = match (mark, trims) {
            (_, true) => Trim::All,
            ("{{", false) => Trim::Nothing,
            _ => Trim::Line,
        };
    }
}

/// The space behind a tag that is taken away.
enum Trim {
    /// None of it.
    Nothing,
    /// The line's end, if it comes at once.
    Line,
    /// All of it.
    All,
}

/// Tells whether only space stands on the last line of a text.
fn is_blank_line(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.trim().is_empty()
}

/// A template, and the position up to which it was read.
struct Lexer<'a> {
    source: &'a str,
    at: usize,
    /// The number of the line that comes next, from 1.
    line: usize,
}

impl<'a> Lexer<'a> {
    fn ahead(&self) -> &'a str {
        self.source.get(self.at..).unwrap_or_default()
    }

    /// Passes over `length` bytes and returns them.
    fn advance(&mut self, length: usize) -> &'a str {
        let passed = self.ahead().get(..length).unwrap_or_default();
        self.at += passed.len();
        self.line += passed.matches('\n').count();
        passed
    }

    /// Passes over a text if it comes next; tells whether it did.
    fn eat(&mut self, text: &str) -> bool {
        let is_next = self.ahead().starts_with(text);
        if is_next {
            self.advance(text.len());
        }
        is_next
    }

    fn error(&self, reason: impl Into<String>) -> TemplateError {
        TemplateError::at(self.line, reason)
    }

    /// Passes over a comment; tells whether it takes away the space behind it.
    fn comment(&mut self) -> Result<bool, TemplateError> {
        let Some(end) = self.ahead().find("#}") else {
            return Err(self.error("a comment has no end: #} is missing"));
        };
        let comment = self.advance(end);
        self.advance(2);
        Ok(comment.ends_with('-'))
    }

    /// Reads the tokens up to `end`; tells whether it takes away the space behind it.
    fn tokens(&mut self, end: &str) -> Result<(Vec<Token>, bool), TemplateError> {
        let mut tokens = Vec::new();
        loop {
            let space = self.ahead().len() - self.ahead().trim_start().len();
            self.advance(space);
            if self.eat(end) {
                return Ok((tokens, false));
            }
            if self
                .ahead()
                .strip_prefix('-')
                .is_some_and(|rest| rest.starts_with(end))
            {
                self.advance(1 + end.len());
                return Ok((tokens, true));
            }
            let Some(token) = self.token()? else {
                return Err(self.error(format!("{end} is missing")));
            };
            tokens.push(token);
        }
    }

    /// Reads the next token; `None` at the end.
    fn token(&mut self) -> Result<Option<Token>, TemplateError> {
        let ahead = self.ahead();
        let Some(first) = ahead.chars().next() else {
            return Ok(None);
        };
        if first == '"' || first == '\'' {
            self.advance(1);
            let Some(length) = self.ahead().find(first) else {
                return Err(self.error("a text in quotes has no end"));
            };
            let text = self.advance(length).to_owned();
            self.advance(1);
            if text.contains('\\') {
                return Err(self.error("a text in quotes may not have a backslash"));
            }
            return Ok(Some(Token::Text(text)));
        }
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let length = ahead.find(|c| !is_name(c)).unwrap_or(ahead.len());
        if length > 0 {
            return Ok(Some(Token::Name(self.advance(length).to_owned())));
        }
        for comparison in Comparison::ALL {
            if self.eat(comparison.operator()) {
                return Ok(Some(Token::Comparison(comparison)));
            }
        }
        self.advance(first.len_utf8());
        Ok(Some(match first {
            '.' | '|' | '(' | ')' => Token::Sign(first),
            _ => Token::Unknown(first),
        }))
    }
}
