//! The spelling of a carrier that we do not know: shops' plugins give codes for some,
//! such as `new-zealand-couriers`.

use super::table::CARRIERS;

/// Words for a carrier's code; a name that is not a code stays as the shop writes it.
pub(super) fn spelled(name: &str) -> String {
    if !is_code(name) {
        return name.to_owned();
    }
    let words: Vec<String> = name.split('-').map(word).collect();
    words.join(" ")
}

/// Tells whether a name consists of words of small letters and digits, with hyphens between.
fn is_code(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let is_word = |word: &str| !word.is_empty() && word.chars().all(fits);
    name.contains('-') && name.split('-').all(is_word)
}

/// A carrier's own spelling; an abbreviation in capitals; another word with a capital.
fn word(word: &str) -> String {
    let is_it = |name: &&str| name.to_lowercase() == word;
    let mut names = CARRIERS.iter().map(|carrier| carrier.name);
    if let Some(name) = names.find(is_it) {
        return name.to_owned();
    }
    if word.len() == 2 || !word.contains(['a', 'e', 'i', 'o', 'u', 'y']) {
        return word.to_uppercase();
    }
    let mut letters = word.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_written_as_a_name() {
        for (code, name) in [
            ("gls-italy", "GLS Italy"),
            ("new-zealand-couriers", "New Zealand Couriers"),
            ("brt-bartolini", "BRT Bartolini"),
            ("dhl-parcel-nl", "DHL Parcel NL"),
            ("aramex-au", "Aramex AU"),
            ("inpost-24", "InPost 24"),
            ("sky-net", "Sky Net"),
        ] {
            assert_eq!(spelled(code), name);
        }
    }

    #[test]
    fn a_name_stays_as_the_shop_writes_it() {
        for name in [
            "GLS Italy",
            "Norby-Cargo",
            "norby",
            "-norby",
            "norby--cargo",
            "norby-cargo ",
            "ålesund-frakt",
            "",
        ] {
            assert_eq!(spelled(name), name);
        }
    }
}
