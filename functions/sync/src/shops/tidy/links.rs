//! Links to parcels, as people enter them.

use wismo_domain::order::MAX_URL;

/// What a merchant writes where a number belongs, by a word in it.
const WORDS: [&str; 7] = [
    "number", "track", "parcel", "shipment", "consign", "awb", "barcode",
];

/// And by which words it is another number, or none.
const OTHER_WORDS: [&str; 11] = [
    "order", "post", "zip", "country", "customer", "invoice", "phone", "date", "mail", "url",
    "link",
];

/// The bounds of a mark that stands for something else.
const BOUNDS: [(&str, &str); 11] = [
    ("{{", "}}"),
    ("${", "}"),
    ("{", "}"),
    ("[", "]"),
    ("<", ">"),
    ("%", "%"),
    ("#", "#"),
    // As a browser encodes them.
    ("%7B", "%7D"),
    ("%5B", "%5D"),
    ("%3C", "%3E"),
    ("%25", "%25"),
];

/// Whether a text is a link and nothing else.
pub(super) fn is_link(text: &str) -> bool {
    let begins = |with: &str| starts_with(text, with);
    (begins("https://") || begins("http://") || begins("www."))
        && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// Tells whether a text is a link without its scheme: a host in the world, and a path or a
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

/// The https link that is meant; none where it is none, or where a place in it
/// waits for what nobody knows.
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

/// The link with the number in each place that waits for it; none where another
/// place is left, or the number is one that no link holds as it is.
fn filled(link: &str, number: Option<&str>) -> Option<String> {
    let mut link = link.to_owned();
    // A link holds few places; each turn fills one.
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

/// Where the first place stands that waits for something.
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
    // PrestaShop's mark, where a whole part of the link is nothing else.
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
    // Only ASCII letters change, so places stay what they are.
    let upper = link.to_ascii_uppercase();
    upper.match_indices(open).find_map(|(from, _)| {
        let rest = link.get(from + open.len()..)?;
        let inner = rest.get(..upper.get(from + open.len()..)?.find(close)?)?;
        let is_mark = match open {
            // These stand in links that wait for nothing, too.
            "%" | "#" | "%25" => is_word(inner),
            _ => !inner.contains(['/', '{']),
        };
        is_mark.then(|| (from, from + open.len() + inner.len() + close.len()))
    })
}

/// Tells whether a text is a word that waits for something, and not what stands between two
/// encoded characters (`%20and%20`).
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
