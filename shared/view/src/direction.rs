//! Text that runs in another direction than the sentence that it stands in.

/// Tells whether a text has letters that run from right to left. Without isolation
/// they would reorder what stands around them (Unicode Bidirectional Algorithm,
/// section 2.4); all our languages run from left to right.
pub(crate) fn runs_right_to_left(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    })
}
