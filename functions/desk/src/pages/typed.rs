//! Texts that a member typed.

/// A text without the white space around it, and without the characters that turn the
/// direction of what stands around it.
#[must_use]
pub fn plain(text: &str) -> String {
    let text: String = text.chars().filter(|c| !turns(*c)).collect();
    text.trim().to_owned()
}

/// Tells whether a character turns the direction of the text around it.
#[must_use]
pub const fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_turns_nothing_around_it() {
        assert_eq!(plain(" a\u{202e}b\u{2066} \u{2069}"), "ab");
        assert_eq!(plain("\u{202e}"), "");
        // Marks within a text of two directions stay.
        assert_eq!(plain("א\u{200f}!"), "א\u{200f}!");
    }
}
