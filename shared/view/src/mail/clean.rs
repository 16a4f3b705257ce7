//! Text of the shop's or the customer's, made fit to stand in a mail.

use crate::direction::runs_right_to_left;

/// One line of at most `most` characters, without control characters, line breaks,
/// or anything that turns the direction of what follows.
pub(super) fn line(text: &str, most: usize) -> String {
    let shown: String = text
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let mut line = shown
        .split(|c: char| c.is_whitespace() && !is_no_break_space(c))
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
        .trim()
        .to_owned();
    if line.chars().count() > most {
        let kept: String = line.chars().take(most.saturating_sub(1)).collect();
        line = format!("{}…", kept.trim_end());
    }
    isolated(line)
}

/// The spaces in amounts and dates, and before French colons.
fn is_no_break_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}')
}

/// Tells whether a character has no shape of its own and only misleads: overrides and
/// isolates of the direction, zero-width spaces. Joiners stay, since Persian names
/// and emoji need them.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
    )
}

/// Keeps the direction of a right-to-left text to itself, so that it does not
/// reorder the sentence that it stands in. Other texts need no marks, and old
/// clients show them as boxes.
fn isolated(line: String) -> String {
    if runs_right_to_left(&line) {
        return format!("\u{2068}{line}\u{2069}");
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(line(" a\r\nBcc:\tb\u{0}c\u{2028}d ", 80), "a Bcc: b c d");
        assert_eq!(line("a\u{202e}b\u{200b}c\u{feff}", 80), "abc");
        assert_eq!(
            line("1\u{202f}304,45\u{a0}€ \u{a0}", 80),
            "1\u{202f}304,45\u{a0}€"
        );
        assert_eq!(line("", 80), "");
        assert_eq!(line("\r\n\u{200f}", 80), "");
    }

    #[test]
    fn a_line_is_no_longer_than_it_may() {
        assert_eq!(line("abcde", 5), "abcde");
        assert_eq!(line("abcdef", 5), "abcd…");
        assert_eq!(line(&"é".repeat(300), 100).chars().count(), 100);
        assert_eq!(line("ab cd", 4), "ab…");
    }

    #[test]
    fn right_to_left_text_keeps_its_direction_to_itself() {
        assert_eq!(line("متجر", 80), "\u{2068}متجر\u{2069}");
        assert_eq!(line("Åse 👩‍🚀", 80), "Åse 👩‍🚀");
    }
}
