//! An address, line by line.

use wismo_domain::order::{Address, DeliveryMethod, Order, Stage};

use crate::format::Country;
use crate::texts::Language;

/// The form in which most of Europe writes an address, with the region, since nobody
/// says to leave it out.
const USUAL: &str = "A|Z C|S";

/// Writes an address line by line as its country does, with the country's name in
/// the reader's language.
#[must_use]
pub fn address(language: Language, address: &Address) -> Vec<String> {
    let code = address.country.as_deref().map(str::trim);
    let country = code.and_then(Country::of);
    let pattern = country.as_ref().map_or("", |country| country.pattern);
    let pattern = if pattern.is_empty() { USUAL } else { pattern };
    let name = country.and_then(|country| country.name(language)).or(code);
    let mut lines: Vec<String> = Vec::new();
    let mut add = |line: &str| {
        let line = line.trim();
        if !line.is_empty() {
            lines.push(line.to_owned());
        }
    };
    add(address.name.as_deref().unwrap_or_default());
    add(address.company.as_deref().unwrap_or_default());
    for part in pattern.split('|') {
        if part == "A" {
            address.street.iter().for_each(|line| add(line));
        } else {
            add(&place(part, address));
        }
    }
    add(name.unwrap_or_default());
    lines
}

/// A line of the pattern with its parts filled in. The text before a part is written only
/// if that part is there and is not the first.
fn place(pattern: &str, address: &Address) -> String {
    let city = text(address.city.as_ref());
    let mut line = String::new();
    let mut between = String::new();
    for letter in pattern.chars() {
        let part = match letter {
            'Z' => text(address.postcode.as_ref()),
            'C' => city,
            // "Madrid, Madrid": once is enough.
            'S' => text(address.region.as_ref()).filter(|region| Some(*region) != city),
            other => {
                between.push(other);
                continue;
            }
        };
        let part = part.unwrap_or_default();
        if !part.is_empty() {
            if !line.is_empty() {
                line.push_str(&between);
            }
            line.push_str(part);
        }
        between.clear();
    }
    line
}

fn text(part: Option<&String>) -> Option<&str> {
    part.map(|part| part.trim())
}

/// The place where an order lies ready, line by line; empty if it does not lie ready, or
/// nobody said where. An order that is shipped has the customer's own address instead.
#[must_use]
pub fn collected_from(language: Language, order: &Order) -> Vec<String> {
    let is_there = order.delivery_method == Some(DeliveryMethod::PickUp)
        && order.standing() == Stage::ReadyToCollect;
    let place = order.delivery_address.as_ref().filter(|_| is_there);
    place
        .map(|place| address(language, place))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(country: &str, region: &str) -> String {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let address = Address {
            name: some("Ada Nilsen"),
            street: vec!["1 High Street".to_owned()],
            postcode: some("12345"),
            city: some("Town"),
            region: some(region),
            country: some(country),
            ..Address::default()
        };
        super::address(Language::German, &address).join("; ")
    }

    #[test]
    fn an_address_is_written_as_in_its_country() {
        for (country, region, expected) in [
            ("NO", "", "12345 Town; Norwegen"),
            ("DE", "BY", "12345 Town; Deutschland"),
            ("US", "NY", "Town, NY 12345; Vereinigte Staaten"),
            ("US", "", "Town 12345; Vereinigte Staaten"),
            ("GB", "", "Town; 12345; Vereinigtes Königreich"),
            ("IT", "RM", "12345 Town RM; Italien"),
            ("IT", "Town", "12345 Town; Italien"),
            ("us", "NY", "Town, NY 12345; Vereinigte Staaten"),
            ("", "Region", "12345 Town; Region"),
            ("QQ", "Region", "12345 Town; Region; QQ"),
        ] {
            let expected = format!("Ada Nilsen; 1 High Street; {expected}");
            assert_eq!(written(country, region), expected, "{country}");
        }
        let hungarian = "Ada Nilsen; Town; 1 High Street; 12345; Ungarn";
        assert_eq!(written("HU", ""), hungarian);
    }

    #[test]
    fn nothing_of_an_address_but_its_region_is_lost_in_any_country() {
        for first in 'A'..='Z' {
            for second in 'A'..='Z' {
                let written = written(&format!("{first}{second}"), "");
                for part in ["Ada Nilsen", "1 High Street", "12345", "Town"] {
                    assert_eq!(written.matches(part).count(), 1, "{written}");
                }
            }
        }
    }
}
