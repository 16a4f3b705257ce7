//! Several tracking numbers in the field for one.

use super::links::is_link;
use crate::shops::text::is_unseen;

/// The longest field that is taken for several numbers, in bytes.
const MAX_FIELD: usize = 2000;

/// Words that people write where there is no number, in letters and digits.
const NO_NUMBER: &[&str] = &[
    "na",
    "none",
    "no",
    "notracking",
    "notrackingnumber",
    "untracked",
    "withouttracking",
    "unknown",
    "null",
    "nil",
    "tba",
    "tbc",
    "tbd",
    "pending",
    "keine",
    "ingen",
    "intet",
    "inget",
    "geen",
    "aucun",
    "žádné",
    "není",
];

/// Words and signs that people put between numbers, in the languages that Wismo
/// has.
const JOINTS: &[&str] = &["/", "+", "&", "and", "und", "og", "och", "en", "et", "a"];

/// The numbers in a field. Commas, semicolons and line breaks always separate
/// numbers; white space and joining words do so if each part is a number by
/// itself, as many people write one number in groups.
pub(super) fn numbers(field: &str, carrier: Option<&str>) -> Vec<String> {
    if field.len() > MAX_FIELD {
        return vec![field.to_owned()];
    }
    let field = field.replace(is_unseen, "");
    let parts = field.split(|c: char| matches!(c, ',' | ';' | '|') || is_break(c));
    let mut numbers: Vec<String> = Vec::new();
    for part in parts {
        let (links, words): (Vec<&str>, Vec<&str>) = bare(part)
            .split_whitespace()
            .partition(|word| is_link(word));
        let joined = |word: &&&str| !JOINTS.contains(&word.to_lowercase().as_str());
        let alone: Vec<&str> = words.iter().filter(joined).copied().collect();
        if alone.len() > 1 && alone.iter().all(|word| is_number(word, carrier)) {
            numbers.extend(alone.into_iter().map(str::to_owned));
        } else {
            numbers.push(words.join(" "));
        }
        numbers.extend(links.into_iter().map(str::to_owned));
    }
    numbers.retain(|number| is_link(number) || is_told(number));
    numbers
}

/// A number without the text that people write before and after it: "Tracking:
/// 12345", "#12345", "12345 (2 parcels)".
fn bare(part: &str) -> &str {
    let part = match part.split_once(':') {
        Some((label, number))
            if !is_link(part.trim()) && !label.contains(|c: char| c.is_ascii_digit()) =>
        {
            number
        }
        _ => part,
    };
    let part = part.trim().trim_start_matches('#');
    match part.split_once(" (") {
        Some((number, note)) if note.ends_with(')') => number,
        _ => part,
    }
}

/// Tells whether there is a number at all: people put something into a field that must
/// not be empty.
fn is_told(number: &str) -> bool {
    let letters = number.chars().filter(|c| c.is_alphanumeric());
    let letters: String = letters.flat_map(char::to_lowercase).collect();
    let has_digit = number.contains(|c: char| c.is_numeric());
    let is_sentence = !has_digit && number.trim().contains(' ');
    !letters.chars().all(|c| c == '0') && !NO_NUMBER.contains(&letters.as_str()) && !is_sentence
}

fn is_break(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}') || (c.is_control() && c != '\t')
}

/// Tells whether a word alone has the form of the carrier's numbers; for a
/// carrier whose form is not known, whether it is long enough for any.
fn is_number(word: &str, carrier: Option<&str>) -> bool {
    let carrier = carrier.unwrap_or_default().to_lowercase();
    let digits = word.bytes().all(|byte| byte.is_ascii_digit());
    let length = word.len();
    let plain = word.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let has_digit = word.bytes().any(|byte| byte.is_ascii_digit());
    if is_postal(word) {
        return true;
    }
    let is = |name: &str| {
        carrier
            .split(|c: char| !c.is_alphanumeric())
            .any(|part| part == name)
    };
    if is("ups") {
        return length == 18 && plain && word.to_ascii_uppercase().starts_with("1Z");
    }
    if is("fedex") {
        return digits && matches!(length, 12 | 15 | 20 | 22);
    }
    if is("usps") {
        return digits && matches!(length, 20 | 22 | 26 | 30);
    }
    if is("dpd") || is("gls") {
        return plain && has_digit && (11..=28).contains(&length);
    }
    plain && has_digit && length >= 10
}

/// Tells whether it is a postal number (UPU S10): two letters, nine digits,
/// two letters.
fn is_postal(word: &str) -> bool {
    let bytes = word.as_bytes();
    let letters =
        |part: Option<&[u8]>| part.is_some_and(|part| part.iter().all(u8::is_ascii_alphabetic));
    let digits = |part: Option<&[u8]>| part.is_some_and(|part| part.iter().all(u8::is_ascii_digit));
    bytes.len() == 13
        && letters(bytes.get(..2))
        && digits(bytes.get(2..11))
        && letters(bytes.get(11..))
}
