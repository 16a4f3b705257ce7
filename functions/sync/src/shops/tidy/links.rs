//! Links to parcels, as people enter them.

use wismo_domain::order::MAX_URL;

/// Words by which a merchant's placeholder stands for the tracking number.
const WORDS: [&str; 7] = [
    "number", "track", "parcel", "shipment", "consign", "awb", "barcode",
];

/// Words by which a placeholder stands for another number, or for none.
const OTHER_WORDS: [&str; 11] = [
    "order", "post", "zip", "country", "customer", "invoice", "phone", "date", "mail", "url",
    "link",
];

/// The bounds of a placeholder.
const BOUNDS: [(&str, &str); 11] = [
    ("{{", "}}"),
    ("${", "}"),
    ("{", "}"),
    ("[", "]"),
    ("<", ">"),
    ("%", "%"),
    ("#", "#"),
    // The bounds as a browser encodes them.
    ("%7B", "%7D"),
    ("%5B", "%5D"),
    ("%3C", "%3E"),
    ("%25", "%25"),
];

/// Tells whether a text is a link and nothing else.
pub(super) fn is_link(text: &str) -> bool {
    let begins = |with: &str| starts_with(text, with);
    (begins("https://") || begins("http://") || begins("www."))
        && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// Tells whether a text is a link without its scheme: a public host, and a path or a
/// query.
pub(super) fn is_address(text: &str) -> bool {
    let Some(at) = text.find(['/', '?']) else {
        return false;
    };
    let host = text.get(..at).unwrap_or_default();
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let is_label = |label: &str| !label.is_empty() && label.chars().all(fits);
    let last = host.rsplit('.').next().unwrap_or_default();
    host.contains('.')
        && host.split('.').all(is_label)
        && last.len() > 1
        && last.bytes().all(|byte| byte.is_ascii_alphabetic())
        && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}

fn starts_with(text: &str, start: &str) -> bool {
    let head = text.get(..start.len());
    head.is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// The https link that is meant; `None` if the text is not a link, or if it
/// has a placeholder that cannot be filled.
pub(super) fn meant(link: &str, number: Option<&str>) -> Option<String> {
    let link = link.trim();
    if !is_link(link) && !is_address(link) {
        return None;
    }
    let rest = ["https://", "http://"].iter().find_map(|scheme| {
        let rest = link.get(scheme.len()..)?;
        starts_with(link, scheme).then_some(rest)
    });
    let rest = rest.unwrap_or(link);
    let number = number.map(bare).filter(|number| !number.is_empty());
    let filled = format!("https://{}", filled(rest, number.as_deref())?);
    (filled.chars().count() <= MAX_URL).then_some(filled)
}

/// A number without its spaces.
fn bare(number: &str) -> String {
    number.split_whitespace().collect()
}

/// Puts the number into each placeholder for it; `None` if another placeholder
/// is left, or if the number cannot be put into a link as it is.
fn filled(link: &str, number: Option<&str>) -> Option<String> {
    let mut link = link.to_owned();
    // A link has few placeholders; each turn fills one.
    for _ in 0..8 {
        let Some((from, to)) = place(&link, number) else {
            return Some(link);
        };
        let mark = link.get(from..to).unwrap_or_default();
        let waits = mark == "@" || mark == "%s" || mark == "%1$s" || is_for_number(mark);
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._~".contains(c);
        let number = number.filter(|number| waits && number.chars().all(plain))?;
        link.replace_range(from..to, number);
    }
    None
}

fn is_for_number(mark: &str) -> bool {
    let mark = mark.to_ascii_lowercase();
    let inner = mark.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let has = |words: &[&str]| words.iter().any(|word| inner.contains(word));
    matches!(inner, "0" | "no" | "code") || (has(&WORDS) && !has(&OTHER_WORDS))
}

/// The position of the first placeholder.
fn place(link: &str, number: Option<&str>) -> Option<(usize, usize)> {
    let bounded = BOUNDS
        .iter()
        .filter_map(|(open, close)| bounded(link, open, close));
    let printed = ["%s", "%1$s", "%2$s", "%3$s"]
        .into_iter()
        .filter_map(|mark| {
            let from = link.find(mark)?;
            Some((from, from + mark.len()))
        });
    // PrestaShop's placeholder, which must be a whole part of the link.
    let holds_number = number.is_some_and(|number| link.contains(number));
    let at = link.match_indices('@').find_map(|(from, _)| {
        let before = link.get(..from)?.ends_with(['/', '=']);
        let after = link.get(from + 1..)?;
        let ends = after.is_empty() || after.starts_with(['/', '&', '?', '#']);
        (before && ends && !holds_number).then_some((from, from + 1))
    });
    bounded
        .chain(printed)
        .chain(at)
        .min_by_key(|(from, to)| (*from, usize::MAX - to))
}

fn bounded(link: &str, open: &str, close: &str) -> Option<(usize, usize)> {
    // Only ASCII letters change, so positions stay the same.
    let upper = link.to_ascii_uppercase();
    upper.match_indices(open).find_map(|(from, _)| {
        let rest = link.get(from + open.len()..)?;
        let inner = rest.get(..upper.get(from + open.len()..)?.find(close)?)?;
        let is_mark = match open {
            // These also occur in links without placeholders.
            "%" | "#" | "%25" => is_word(inner),
            _ => !inner.contains(['/', '{']),
        };
        is_mark.then(|| (from, from + open.len() + inner.len() + close.len()))
    })
}

/// Tells whether a text is a placeholder's word, and not the text between two encoded
/// characters (`%20and%20`).
fn is_word(inner: &str) -> bool {
    let word = |c: char| c.is_ascii_alphanumeric() || "_- .$".contains(c);
    let small = inner.to_ascii_lowercase();
    let names_other = OTHER_WORDS.iter().any(|word| small.contains(word));
    let is_encoded = inner.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
    let is_name = inner
        .bytes()
        .all(|byte| byte.is_ascii_alphabetic() || byte == b'_');
    inner.len() > 2
        && inner.chars().all(word)
        && (is_for_number(inner) || (is_name && (names_other || !is_encoded)))
}
