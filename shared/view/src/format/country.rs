//! Countries: their names, and the form in which an address is written there.

use crate::texts::Language;

/// A line for each country, with its names in the order of [`Language::ALL`].
const COUNTRIES: &str = include_str!("countries.tsv");

/// A country by its code.
pub(crate) struct Country {
    /// The form of an address there: `A` for the street, `Z` for the postcode,
    /// `C` for the city, `S` for the region, `|` between lines. Empty if it is
    /// not known.
    pub(crate) pattern: &'static str,
    names: &'static str,
}

impl Country {
    /// Finds a country by its code of ISO 3166-1; `None` for any other text.
    pub(crate) fn of(code: &str) -> Option<Self> {
        let mut countries = COUNTRIES.lines().filter(|line| !line.starts_with('#'));
        countries.find_map(|line| {
            let (of, rest) = line.split_once('\t')?;
            let (pattern, names) = rest.split_once('\t')?;
            of.eq_ignore_ascii_case(code)
                .then_some(Self { pattern, names })
        })
    }

    /// The country's name in a language.
    pub(crate) fn name(&self, language: Language) -> Option<&'static str> {
        self.names.split('\t').nth(language as usize)
    }
}
