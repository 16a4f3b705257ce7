//! The words that somebody looks for.

use super::mark::Mark;
use super::matches::Matches;
use super::phone;
use super::reason::{Fit, Searchable};
use super::tokens::{SHORTEST_PART, fold, joined, pieces};

/// The longest query that is read, in characters.
const LONGEST: usize = 200;

/// The most words of a query that count; each costs a read per segment.
const MAX_WORDS: usize = 5;

/// The most pieces of a word that are looked for apart.
const MAX_PIECES: usize = 4;

/// The most characters of a token that the index holds. Longer ones are told apart by
/// the present records.
const LONGEST_TOKEN: usize = 24;

/// A query: one of each group of marks must be there, and every word must fit, or the whole,
/// as one number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// The groups of marks of which one each must be there.
    marks: Vec<Vec<Term>>,
    words: Vec<Word>,
    /// All of it joined, where it may be one number that is written with spaces.
    as_one: Option<Term>,
    /// All of it as the digits of a phone number, where it may be one.
    phones: Vec<Term>,
}

/// One word: it fits as a whole, or all of its pieces do.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    joined: Term,
    pieces: Vec<Term>,
}

/// The text that a token begins with; or is, if it is too short to be the beginning
/// of one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Term {
    text: String,
    is_whole: bool,
}

impl Term {
    fn new(text: String) -> Self {
        let is_whole = text.chars().count() < SHORTEST_PART;
        Self { text, is_whole }
    }

    /// Tells whether it finds a token.
    pub(super) fn fits(&self, token: &str) -> bool {
        match self.is_whole {
            true => token == self.text,
            false => token.starts_with(&self.text),
        }
    }

    /// Makes the term that finds the same tokens where they are cut.
    fn cut(&self) -> Self {
        Self {
            text: cut(&self.text).to_owned(),
            is_whole: self.is_whole,
        }
    }

    /// Returns the text that all its tokens begin with.
    pub(super) fn text(&self) -> &str {
        &self.text
    }
}

/// Cuts a token as the index holds it.
pub(super) fn cut(token: &str) -> &str {
    let end = token.char_indices().nth(LONGEST_TOKEN);
    end.and_then(|(end, _)| token.get(..end)).unwrap_or(token)
}

impl Query {
    /// Reads what somebody typed; none if there is nothing to look for.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text: String = text.chars().take(LONGEST).collect();
        let text = fold(&text);
        let words = text.split_whitespace().filter_map(Word::parse);
        let words: Vec<Word> = words.take(MAX_WORDS).collect();
        let has_digit = text.contains(|c: char| c.is_ascii_digit());
        let as_one = (words.len() > 1 && has_digit).then(|| Term::new(joined(&text)));
        let phones = phone::spellings(&text).into_iter().map(Term::new);
        (!words.is_empty()).then(|| Self {
            marks: Vec::new(),
            words,
            as_one,
            phones: phones.collect(),
        })
    }

    /// Looks for the orders that have one mark of each of these groups, and fit what
    /// somebody typed. Each mark costs a read per segment.
    #[must_use]
    pub fn marked(marks: &[Vec<Mark>], typed: Option<Self>) -> Self {
        let typed = typed.unwrap_or_else(|| Self {
            marks: Vec::new(),
            words: Vec::new(),
            as_one: None,
            phones: Vec::new(),
        });
        let term = |mark: &Mark| Term::new(fold(&mark.token()));
        let marks = marks.iter().map(|group| group.iter().map(term).collect());
        Self {
            marks: marks.collect(),
            ..typed
        }
    }

    /// Tells whether a word is so short that it is found only where it is a whole one.
    #[must_use]
    pub fn has_short_word(&self) -> bool {
        self.words.iter().any(|word| word.joined.is_whole)
    }

    /// Lists the terms that the index is asked for, each once.
    pub(super) fn terms(&self) -> Vec<Term> {
        let mut terms: Vec<Term> = Vec::new();
        let words = self.words.iter();
        let all = words.flat_map(|word| std::iter::once(&word.joined).chain(&word.pieces));
        let all = self.marks.iter().flatten().chain(all);
        for term in all.chain(&self.as_one).chain(&self.phones) {
            let term = term.cut();
            if !terms.contains(&term) {
                terms.push(term);
            }
        }
        terms
    }

    /// Puts together what each of the terms finds.
    pub(super) fn evaluate(&self, found: impl Fn(&Term) -> Matches) -> Matches {
        let find = |term: &Term| found(&term.cut());
        let all_of = |mut all: Box<dyn Iterator<Item = Matches> + '_>| {
            let first = all.next().unwrap_or_default();
            all.fold(first, |both, next| both.and(&next))
        };
        let word = |word: &Word| {
            let whole = find(&word.joined);
            match word.pieces.is_empty() {
                true => whole,
                false => whole.or(all_of(Box::new(word.pieces.iter().map(&find)))),
            }
        };
        let any_of = |group: &Vec<Term>| {
            let mut all = group.iter().map(find);
            let first = all.next().unwrap_or_default();
            all.fold(first, Matches::or)
        };
        let groups = self.marks.iter().map(any_of);
        let marks = (!self.marks.is_empty()).then(|| all_of(Box::new(groups)));
        let typed = (!self.words.is_empty()).then(|| {
            let words = all_of(Box::new(self.words.iter().map(word)));
            let whole = self.as_one.iter().chain(&self.phones);
            whole.fold(words, |all, term| all.or(find(term)))
        });
        match (marks, typed) {
            (Some(marks), Some(typed)) => marks.and(&typed),
            (marks, typed) => marks.or(typed).unwrap_or_default(),
        }
    }

    /// Finds why these texts fit, if they do.
    pub(super) fn fit(&self, texts: &[Searchable]) -> Option<Fit> {
        let with = |term: &Term| texts.iter().find(|text| text.is_found_by(term));
        let is_there = |group: &Vec<Term>| group.iter().any(|mark| with(mark).is_some());
        if !self.marks.iter().all(is_there) {
            return None;
        }
        if let Some(term) = &self.as_one
            && let Some(text) = with(term)
        {
            return Some(Fit {
                reasons: vec![text.reason],
                is_exact: text.is(&term.text),
            });
        }
        let mut numbers = texts.iter().filter(|text| text.is_phone());
        let is_named = |text: &Searchable| match self.words.as_slice() {
            [word] => text.is(&word.joined.text),
            _ => false,
        };
        let is_called = |text: &&Searchable| self.phones.iter().any(|term| text.is_found_by(term));
        if let Some(text) = numbers.find(is_called)
            && !texts.iter().any(is_named)
        {
            return Some(Fit {
                reasons: vec![text.reason],
                is_exact: self.phones.iter().any(|term| text.is(&term.text)),
            });
        }
        let mut reasons = Vec::new();
        let mut is_exact = false;
        for word in &self.words {
            // What is exactly so says more than what begins so.
            let exact = texts.iter().find(|text| text.is(&word.joined.text));
            is_exact = exact.is_some() && self.words.len() == 1;
            match exact.or_else(|| with(&word.joined)) {
                Some(text) => reasons.push(text.reason),
                None if word.pieces.is_empty() => return None,
                None => {
                    for piece in &word.pieces {
                        reasons.push(with(piece)?.reason);
                    }
                }
            }
        }
        let mut once = Vec::new();
        for reason in reasons {
            if !once.contains(&reason) {
                once.push(reason);
            }
        }
        Some(Fit {
            reasons: once,
            is_exact,
        })
    }
}

impl Word {
    /// Reads a word of a folded text; none if it has neither letters nor digits.
    fn parse(text: &str) -> Option<Self> {
        let mut pieces = pieces(text);
        let text = text.trim_matches(|c: char| !c.is_alphanumeric());
        // Addresses are kept whole, as they are where they are found.
        let joined = match text.contains('@') {
            true => text.to_owned(),
            false => joined(text),
        };
        if pieces.len() < 2 || pieces.len() > MAX_PIECES {
            pieces.clear();
        }
        let pieces = pieces.into_iter().map(Term::new).collect();
        (!joined.is_empty()).then(|| Self {
            joined: Term::new(joined),
            pieces,
        })
    }
}
