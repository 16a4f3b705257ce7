//! The addresses of pages about an order, a customer or a status, below the desk's own path.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// The characters that stand in an address as they are, beside letters and digits.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// The address of an order's page.
#[must_use]
pub fn order(shop: &str, id: &str) -> String {
    format!("orders/{shop}/{}", segment(id))
}

/// The address of a customer's page.
#[must_use]
pub fn customer(shop: &str, id: &str) -> String {
    format!("customers/{shop}/{}", segment(id))
}

/// The address of the page of a shop's statuses.
#[must_use]
pub fn statuses(shop: &str) -> String {
    format!("settings/{shop}/statuses")
}

/// The address of the page of one of a shop's statuses.
#[must_use]
pub fn status(shop: &str, code: &str) -> String {
    format!("{}/of/{}", statuses(shop), segment(code))
}

/// A text as it stands in the query of an address.
#[must_use]
pub fn encoded(text: &str) -> String {
    utf8_percent_encode(text, PLAIN).to_string()
}

/// The mark of a segment that would be dots alone: browsers take one for a way up, however it
/// is encoded.
const MARK: char = '~';

/// A text as a segment of a path; [`plain`] reads it.
#[must_use]
pub fn segment(text: &str) -> String {
    match is_dots(text) {
        true => format!("{MARK}{text}"),
        false => encoded(text),
    }
}

/// The text of a segment that was decoded.
#[must_use]
pub fn plain(segment: String) -> String {
    match segment.strip_prefix(MARK) {
        Some(text) if is_dots(text) => text.to_owned(),
        Some(_) | None => segment,
    }
}

/// Tells whether a text is one or two dots, or would be without its marks.
fn is_dots(text: &str) -> bool {
    matches!(text.trim_start_matches(MARK), "." | "..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_an_id_holds_stays_within_its_segment() {
        assert_eq!(
            order("north", "A/7 å?#&"),
            "orders/north/A%2F7%20%C3%A5%3F%23%26"
        );
        assert_eq!(customer("north", "c-4.7_1~"), "customers/north/c-4.7_1~");
    }

    #[test]
    fn no_browser_takes_a_segment_for_a_way_up_and_each_is_read_as_it_was() {
        assert_eq!(order("north", ".."), "orders/north/~..");
        assert_eq!(status("north", "."), "settings/north/statuses/of/~.");
        for text in [
            ".", "..", "~.", "~..", "~~..", "...", "~...", "~", "", "a", "~a", "a..",
        ] {
            let there = segment(text);
            assert!(!matches!(there.as_str(), "." | ".."), "{text}");
            assert_eq!(plain(there), text);
        }
    }
}
