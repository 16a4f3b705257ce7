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
    format!("orders/{shop}/{}", encoded(id))
}

/// The address of a customer's page.
#[must_use]
pub fn customer(shop: &str, id: &str) -> String {
    format!("customers/{shop}/{}", encoded(id))
}

/// The address of the page of a shop's statuses.
#[must_use]
pub fn statuses(shop: &str) -> String {
    format!("settings/{shop}/statuses")
}

/// The address of the page of one of a shop's statuses.
#[must_use]
pub fn status(shop: &str, code: &str) -> String {
    format!("{}/of/{}", statuses(shop), encoded(code))
}

/// A text as it stands in an address. A browser would take a segment of dots alone for a
/// way up.
#[must_use]
pub fn encoded(text: &str) -> String {
    match text {
        "." | ".." => text.replace('.', "%2E"),
        text => utf8_percent_encode(text, PLAIN).to_string(),
    }
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
}
