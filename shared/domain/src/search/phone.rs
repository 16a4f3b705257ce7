//! Phone numbers, as people write them: with the country's code or without, with the zero of
//! a call within the country or without.

/// The fewest digits of what may be a phone number.
const SHORTEST: usize = 6;

/// The fewest digits of two numbers that are the same although one has more.
const SHORTEST_SAME: usize = 8;

/// Calling codes of two digits. Those of North America and of Russia have one, all others three.
const TWO_DIGITS: [&str; 42] = [
    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47",
    "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65",
    "66", "81", "82", "84", "86", "90", "91", "92", "93", "94",
];

/// Reads the digits that two spellings of a number have in common: without what is dialled
/// to call another country.
pub(super) fn digits(text: &str) -> String {
    let all: String = text.chars().filter(char::is_ascii_digit).collect();
    match all.strip_prefix("00") {
        Some(rest) => rest.to_owned(),
        None => all,
    }
}

/// Tells whether a text is written as a phone number is.
pub(super) fn is_one(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+-/().".contains(c);
    let count = text.chars().filter(char::is_ascii_digit).count();
    text.chars().all(is_part) && count >= SHORTEST
}

/// Lists the digits by which the number that somebody typed may be found: as it is dialled
/// from abroad, and from within the country.
pub(super) fn spellings(text: &str) -> Vec<String> {
    if !is_one(text) {
        return Vec::new();
    }
    let whole = digits(text);
    let text = text.trim();
    let is_foreign = text.starts_with('+') || text.starts_with("(+") || text.starts_with("00");
    let within = match is_foreign {
        true => whole.get(code_len(&whole)..).unwrap_or_default(),
        false => whole.as_str(),
    };
    let within = within.strip_prefix('0').unwrap_or(within).to_owned();
    let mut all = vec![whole];
    if within.len() >= SHORTEST && !all.contains(&within) {
        all.push(within);
    }
    all
}

fn code_len(digits: &str) -> usize {
    let begins = |codes: &[&str]| codes.iter().any(|code| digits.starts_with(code));
    match (begins(&["1", "7"]), begins(&TWO_DIGITS)) {
        (true, _) => 1,
        (false, true) => 2,
        (false, false) => 3,
    }
}

/// Tells whether two spellings are of one number: one may lack the country's code.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(digits);
    let [within, other_within] = [&one, &other].map(|digits| digits.trim_start_matches('0'));
    let is_long = within.len().min(other_within.len()) >= SHORTEST_SAME;
    is_long && (one.ends_with(other_within) || other.ends_with(within))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_one_spelling_from_abroad_and_one_from_within() {
        for (text, all) in [
            ("+45 12 34 56 78", "4512345678 12345678"),
            ("0045 12345678", "4512345678 12345678"),
            ("12 34 56 78", "12345678"),
            ("(+44) 020-7946 0958", "4402079460958 2079460958"),
            ("030/901820", "030901820 30901820"),
            ("+1 (212) 555-0100", "12125550100 2125550100"),
            ("+420 601 123 456", "420601123456 601123456"),
            ("12345", ""),
            ("INV 123456", ""),
        ] {
            assert_eq!(spellings(text).join(" "), all, "{text}");
        }
        assert!(is_same("+45 12345678", "12 34 56 78"));
        assert!(is_same("030 901820", "+49 30 901820"));
        assert!(!is_same("+45 12345678", "12345679"));
        assert!(!is_same("+45 12345678", "345678"));
    }
}
