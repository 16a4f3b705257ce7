//! The language that the samples speak: English, unless a test asks for another.

use std::cell::Cell;

use super::Language;

thread_local! {
    static SPOKEN: Cell<Language> = const { Cell::new(Language::English) };
}

/// The language to make samples in.
pub(crate) fn spoken() -> Language {
    SPOKEN.get()
}

/// Makes samples in a language.
pub(crate) fn speaking<T>(language: Language, make: impl FnOnce() -> T) -> T {
    SPOKEN.set(language);
    let made = make();
    SPOKEN.set(Language::English);
    made
}
