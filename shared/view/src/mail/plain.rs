//! The plain text of a mail, block by block.

use super::lines::MOST;

/// Characters before which a line is broken (RFC 5322, section 2.1.1 asks for 78,
/// less what quoting an answer adds). A longer word stays whole: a broken link does
/// not lead anywhere.
const WIDTH: usize = 72;

/// A plain text that is being written: blocks with an empty line between them.
#[derive(Default)]
pub(super) struct Plain(String);

impl Plain {
    /// Adds a paragraph.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.gap();
        self.line("", text);
    }

    /// Adds a heading, underlined by `rule`.
    pub(super) fn heading(&mut self, text: &str, rule: char) {
        self.gap();
        self.line("", text);
        let length = text.chars().count().min(WIDTH);
        self.0.extend(std::iter::repeat_n(rule, length));
        self.0.push('\n');
    }

    /// Adds a line right below the block before.
    pub(super) fn bare(&mut self, text: &str) {
        self.line("", text);
    }

    /// Adds an entry of a list.
    pub(super) fn entry(&mut self, text: &str) {
        self.line("* ", text);
    }

    /// Adds a line below an entry.
    pub(super) fn below(&mut self, text: &str) {
        self.line("  ", text);
    }

    /// Adds labels and values below an entry, with the values aligned.
    pub(super) fn pairs(&mut self, pairs: &[(String, String)]) {
        let width = pairs
            .iter()
            .map(|(label, _)| label.chars().count())
            .max()
            .unwrap_or_default();
        for (label, value) in pairs {
            self.below(&format!("{label:<width$} {value}"));
        }
    }

    /// Adds an empty line, unless the text begins here.
    pub(super) fn gap(&mut self) {
        if !self.0.is_empty() && !self.0.ends_with("\n\n") {
            self.0.push('\n');
        }
    }

    pub(super) fn finish(self) -> String {
        self.0
    }

    /// Adds a line, and as many below it as it takes, aligned with its first character.
    fn line(&mut self, mark: &str, text: &str) {
        let indent = mark.chars().count();
        self.0.push_str(mark);
        let mut column = indent;
        // Only spaces separate words: `split` keeps those that align a pair's value.
        for (index, word) in text.split(' ').enumerate() {
            let length = word.chars().count();
            if index > 0 && length > 0 && column > indent && column + 1 + length > WIDTH {
                while self.0.ends_with(' ') {
                    self.0.pop();
                }
                self.0.push('\n');
                self.0.extend(std::iter::repeat_n(' ', indent));
                column = indent;
            } else if index > 0 {
                self.0.push(' ');
                column += 1;
            }
            self.word(word);
            column += length;
        }
        self.0.push('\n');
    }

    /// Adds a word, in as many lines as it takes; a link fits into one.
    fn word(&mut self, word: &str) {
        let mut octets = 0;
        for c in word.chars() {
            octets += c.len_utf8();
            if octets > MOST {
                self.0.push('\n');
                octets = c.len_utf8();
            }
            self.0.push(c);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_have_an_empty_line_between_them() {
        let mut plain = Plain::default();
        plain.paragraph("Hello,");
        plain.heading("Items", '-');
        plain.entry("Blanket");
        plain.pairs(&[
            ("Before:".to_owned(), "one".to_owned()),
            ("Now:".to_owned(), "two".to_owned()),
        ]);
        plain.paragraph("Bye");
        assert_eq!(
            plain.finish(),
            "Hello,\n\nItems\n-----\n* Blanket\n  Before: one\n  Now:    two\n\nBye\n"
        );
    }

    #[test]
    fn a_word_that_no_line_may_hold_is_broken() {
        let mut plain = Plain::default();
        plain.paragraph(&format!("a {} b", "語".repeat(700)));
        let text = plain.finish();
        assert!(text.lines().all(|line| line.len() <= 998), "{text}");
        assert_eq!(text.matches('語').count(), 700);
    }

    #[test]
    fn a_long_line_is_broken_at_spaces_and_a_long_word_is_not() {
        let mut plain = Plain::default();
        let long = "x".repeat(100);
        plain.entry(&format!(
            "{} {long} {}",
            "word ".repeat(20).trim_end(),
            "end"
        ));
        let text = plain.finish();
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines.contains(&format!("  {long}").as_str()), "{text}");
        assert!(
            lines
                .iter()
                .all(|line| line.len() <= WIDTH || line.contains(&long))
        );
        assert!(lines.iter().skip(1).all(|line| line.starts_with("  ")));
        assert!(lines.iter().all(|line| !line.ends_with(' ')));
    }
}
