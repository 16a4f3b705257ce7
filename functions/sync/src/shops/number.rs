//! Numbers as people and their programs write them, in texts.

use rust_decimal::Decimal;

/// The number that a text means; `None` if it could mean two numbers, or none.
///
/// If there are both commas and points, the last mark begins the decimals. A
/// single point begins them, as the platforms write it; a single comma does if
/// one or two digits follow. Marks between thousands must stand between groups
/// of three digits.
pub(super) fn decimal(text: &str) -> Option<Decimal> {
    let plain = |c: char| !c.is_whitespace() && c != '\'' && c != '’';
    let (spaced, text) = (
        text.trim(),
        text.chars().filter(|c| plain(*c)).collect::<String>(),
    );
    let (sign, digits) = match text.strip_prefix(['-', '−']) {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(&text)),
    };
    let (commas, points) = (digits.matches(',').count(), digits.matches('.').count());
    let (whole, decimals) = match (commas, points) {
        (0, 0) => (digits.to_owned(), ""),
        (0, 1) => split(digits, '.')?,
        (1, 0) => {
            let (whole, decimals) = split(digits, ',')?;
            matches!(decimals.len(), 1 | 2).then_some((whole, decimals))?
        }
        (0, _) => (grouped(digits, '.')?, ""),
        (_, 0) => (grouped(digits, ',')?, ""),
        (_, 1) if digits.rfind(',') < digits.find('.') => {
            let (whole, decimals) = split(digits, '.')?;
            (grouped(&whole, ',')?, decimals)
        }
        (1, _) if digits.rfind('.') < digits.find(',') => {
            let (whole, decimals) = split(digits, ',')?;
            (grouped(&whole, '.')?, decimals)
        }
        _ => return None,
    };
    // White space between digits separates thousands, or else two numbers.
    let words = spaced.split(|c| !plain(c)).skip(1);
    let whole_words = words.map(|word| word.split([',', '.']).next().unwrap_or_default());
    if !whole_words.clone().all(|word| word.len() == 3) {
        return None;
    }
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + decimals.len() == 0 || !is_digits(&whole) || !is_digits(decimals) {
        return None;
    }
    let whole = if whole.is_empty() { "0" } else { &whole };
    let number = match decimals {
        "" => format!("{sign}{whole}"),
        decimals => format!("{sign}{whole}.{decimals}"),
    };
    number.parse().ok()
}

fn split(digits: &str, mark: char) -> Option<(String, &str)> {
    let (whole, decimals) = digits.split_once(mark)?;
    Some((whole.to_owned(), decimals))
}

/// Joins the digits of groups of three, the first of which may be shorter.
fn grouped(digits: &str, mark: char) -> Option<String> {
    let mut groups = digits.split(mark);
    let first = groups
        .next()
        .filter(|first| (1..=3).contains(&first.len()))?;
    let mut whole = first.to_owned();
    for group in groups {
        whole.push_str(Some(group).filter(|group| group.len() == 3)?);
    }
    Some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_right_one_or_none() {
        for (text, number) in [
            ("5", "5"),
            ("5.00", "5"),
            ("-0.00", "0"),
            (" 12.345678 ", "12.345678"),
            (".5", "0.5"),
            ("5,00", "5"),
            ("5,5", "5.5"),
            ("1,234.50", "1234.5"),
            ("1.234,50", "1234.5"),
            ("1,234,567", "1234567"),
            ("1.234.567", "1234567"),
            ("1,234,567.8", "1234567.8"),
            ("1 234,50", "1234.5"),
            ("1\u{a0}234\u{202f}567.5", "1234567.5"),
            ("1'234.50", "1234.5"),
            ("−4,20", "-4.2"),
            ("+3", "3"),
        ] {
            assert_eq!(decimal(text), Some(number.parse().unwrap()), "{text}");
        }
        for odd in [
            "",
            "-",
            ".",
            ",",
            "1,234",
            "12,34.5",
            "1,23,456",
            "1.234.5",
            "1,2,3",
            "12 34",
            "1 2",
            "9.4e+21",
            "0x10",
            "NaN",
            "EUR 5",
            "5 €",
            "--5",
            "1.2.3,4,5",
            "1;5",
            "999999999999999999999999999999999999",
        ] {
            assert_eq!(decimal(odd), None, "{odd}");
        }
    }
}
