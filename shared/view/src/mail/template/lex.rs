//! Cuts a template into text and tags, and tags into words.

use super::TemplateError;

/// A piece of a template.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// Text that stands in the mail as it is.
    Text(String),
    /// `{{ ... }}`, with the line that it stands on.
    Print(Vec<TagToken>, usize),
    /// `{% ... %}`.
    Tag(Vec<TagToken>, usize),
}

/// A word of a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TagToken {
    /// A name, a number, `true`.
    Name(String),
    /// A text in quotes.
    Text(String),
    /// `.`, `|`, `(`, `)` or a comparison.
    Sign(&'static str),
    /// A character that means nothing.
    Odd(char),
}

/// The signs, longer ones first, so that none is taken for the beginning of another.
const SIGNS: [&str; 10] = ["==", "!=", "<=", ">=", "<", ">", ".", "|", "(", ")"];

/// The pieces of a template. A line that holds only tags does not leave a line behind
/// (Jinja's `trim_blocks` and `lstrip_blocks`); `{%-` and `-%}` take away all the
/// space on their side.
pub(super) fn pieces(source: &str) -> Result<Vec<Token>, TemplateError> {
    let mut pieces = Vec::new();
    let mut rest = Cursor {
        source,
        at: 0,
        line: 1,
    };
    // The space that the tag before takes away from the text that follows.
    let mut trim = "";
    loop {
        let from = rest.at;
        let ahead = rest.ahead();
        let next = ["{{", "{%", "{#"]
            .iter()
            .filter_map(|mark| ahead.find(mark))
            .min();
        let mut text = ahead.get(..next.unwrap_or(ahead.len())).unwrap_or_default();
        match trim {
            "-" => text = text.trim_start(),
            "%" => text = text.strip_prefix('\n').unwrap_or(text),
            _ => {}
        }
        let Some(next) = next else {
            pieces.push(Token::Text(text.to_owned()));
            return Ok(pieces);
        };
        rest.take(next);
        let line = rest.line;
        let mark = rest.take(2);
        if rest.eat("-") {
            text = text.trim_end();
        } else if mark != "{{" && is_first(source.get(..from + next).unwrap_or_default()) {
            text = text.trim_end_matches(|c: char| c.is_whitespace() && c != '\n');
        }
        if !text.is_empty() {
            pieces.push(Token::Text(text.to_owned()));
        }
        let (piece, end) = match mark {
            "{{" => {
                let words = rest.words("}}")?;
                (Some(Token::Print(words.0, line)), words.1)
            }
            "{%" => {
                let words = rest.words("%}")?;
                (Some(Token::Tag(words.0, line)), words.1)
            }
            _ => (None, rest.comment()?),
        };
        pieces.extend(piece);
        trim = match (mark, end) {
            (_, true) => "-",
            ("{{", false) => "",
            _ => "%",
        };
    }
}

/// Tells whether only space stands on the line so far.
fn is_first(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.trim().is_empty()
}

/// The position in a template up to which it was read.
struct Cursor<'a> {
    source: &'a str,
    at: usize,
    /// The number of the line that comes next, from 1.
    line: usize,
}

impl<'a> Cursor<'a> {
    fn ahead(&self) -> &'a str {
        self.source.get(self.at..).unwrap_or_default()
    }

    fn take(&mut self, length: usize) -> &'a str {
        let taken = self.ahead().get(..length).unwrap_or_default();
        self.at += taken.len();
        self.line += taken.matches('\n').count();
        taken
    }

    fn eat(&mut self, text: &str) -> bool {
        let is_next = self.ahead().starts_with(text);
        if is_next {
            self.take(text.len());
        }
        is_next
    }

    fn fault(&self, reason: impl Into<String>) -> TemplateError {
        TemplateError::at(self.line, reason)
    }

    /// Passes over a comment; tells whether it takes away the space behind it.
    fn comment(&mut self) -> Result<bool, TemplateError> {
        let Some(end) = self.ahead().find("#}") else {
            return Err(self.fault("a comment has no end: #} is missing"));
        };
        let comment = self.take(end);
        self.take(2);
        Ok(comment.ends_with('-'))
    }

    /// The words up to `end`, and whether it takes away the space behind it.
    fn words(&mut self, end: &str) -> Result<(Vec<TagToken>, bool), TemplateError> {
        let mut words = Vec::new();
        loop {
            let space = self.ahead().len() - self.ahead().trim_start().len();
            self.take(space);
            if self.eat(end) {
                return Ok((words, false));
            }
            if self
                .ahead()
                .strip_prefix('-')
                .is_some_and(|rest| rest.starts_with(end))
            {
                self.take(1 + end.len());
                return Ok((words, true));
            }
            let word = self.word()?;
            let Some(word) = word else {
                return Err(self.fault(format!("{end} is missing")));
            };
            words.push(word);
        }
    }

    /// The next word; `None` at the end.
    fn word(&mut self) -> Result<Option<TagToken>, TemplateError> {
        let ahead = self.ahead();
        let Some(first) = ahead.chars().next() else {
            return Ok(None);
        };
        if first == '"' || first == '\'' {
            self.take(1);
            let Some(length) = self.ahead().find(first) else {
                return Err(self.fault("a text in quotes has no end"));
            };
            let text = self.take(length).to_owned();
            self.take(1);
            if text.contains('\\') {
                return Err(self.fault("a text in quotes may not have a backslash"));
            }
            return Ok(Some(TagToken::Text(text)));
        }
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let length = ahead.find(|c| !is_name(c)).unwrap_or(ahead.len());
        if length > 0 {
            return Ok(Some(TagToken::Name(self.take(length).to_owned())));
        }
        for sign in SIGNS {
            if self.eat(sign) {
                return Ok(Some(TagToken::Sign(sign)));
            }
        }
        self.take(first.len_utf8());
        Ok(Some(TagToken::Odd(first)))
    }
}
