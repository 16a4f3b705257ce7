//! Several tracking numbers in the field for one.

/// The longest field that is taken for several numbers, in bytes.
const MAX_FIELD: usize = 2000;

/// The numbers in a field. Commas, semicolons and line breaks stand between
/// numbers; white space does where each part is a number by itself, as many
/// write one number in groups.
pub(super) fn numbers(field: &str, carrier: Option<&str>) -> Vec<String> {
    if field.len() > MAX_FIELD {
        return vec![field.to_owned()];
    }
    let parts = field.split(|c: char| matches!(c, ',' | ';' | '|') || is_break(c));
    let mut numbers: Vec<String> = Vec::new();
    for part in parts {
        let words: Vec<&str> = part.split_whitespace().collect();
        if words.len() > 1 && words.iter().all(|word| is_number(word, carrier)) {
            numbers.extend(words.into_iter().map(str::to_owned));
        } else {
            numbers.push(words.join(" "));
        }
    }
    numbers.retain(|number| number.contains(char::is_alphanumeric));
    numbers
}

fn is_break(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}') || (c.is_control() && c != '\t')
}

/// Whether a word alone has the form of the carrier's numbers; of a carrier
/// whose form we do not know, whether it is long enough for any.
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

/// A post's number (UPU S10): two letters, nine digits, two letters.
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
