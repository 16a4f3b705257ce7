//! Proof that an order belongs to whoever looks at it, by what they know.

use sha2::{Digest, Sha256};
use subtle::{Choice, ConstantTimeEq};

use crate::order::{Address, DeliveryMethod, Order};
use crate::settings::Verification;

/// Finds those of these ways that an order offers: what the shop did not tell
/// cannot be asked for.
#[must_use]
pub fn offered(order: &Order, ways: &[Verification]) -> Vec<Verification> {
    let is_known = |way: &&Verification| match way {
        Verification::Postcode => postcodes(order).next().is_some(),
        Verification::Email | Verification::Code => email(order).is_some(),
    };
    ways.iter().filter(is_known).copied().collect()
}

/// Tells whether an answer is what one of these ways asks for; a code is checked with
/// the link's keys instead. The time that it takes does not reveal which part was right.
#[must_use]
pub fn matches(order: &Order, ways: &[Verification], answer: &str) -> bool {
    let postcode = as_postcode(answer);
    let address = as_email(answer);
    let mut fits_any = Choice::from(0);
    if ways.contains(&Verification::Postcode) {
        for known in postcodes(order) {
            fits_any |= same(&known, &postcode);
        }
    }
    if ways.contains(&Verification::Email)
        && let Some(known) = email(order)
    {
        fits_any |= same(&known, &address);
    }
    fits_any.into()
}

/// Tells whether two texts are the same, in a time that does not reveal where they differ.
#[must_use]
pub fn is_same(one: &str, other: &str) -> bool {
    same(one, other).into()
}

fn same(one: &str, other: &str) -> Choice {
    Sha256::digest(one).ct_eq(&Sha256::digest(other))
}

/// Lists the customer's postcodes. If an order is collected, everybody knows
/// the place, so its postcode does not count.
fn postcodes(order: &Order) -> impl Iterator<Item = String> {
    let is_collected = order.delivery_method == Some(DeliveryMethod::PickUp);
    let delivery = match is_collected {
        true => &None,
        false => &order.delivery_address,
    };
    let addresses = [delivery, &order.billing_address];
    let postcode = |address: &Address| address.postcode.as_deref().map(as_postcode);
    let known = addresses.into_iter().flatten().filter_map(postcode);
    known.filter(|postcode| !postcode.is_empty())
}

fn email(order: &Order) -> Option<String> {
    let email = order.customer.email.as_deref().map(as_email);
    email.filter(|email| !email.is_empty())
}

/// Reduces a postcode to what all spellings have in common: letters and digits.
fn as_postcode(text: &str) -> String {
    let plain = text.chars().map(half_width).filter(|c| c.is_alphanumeric());
    plain.flat_map(char::to_lowercase).collect()
}

/// Brings an email address to the form in which it is compared: case does not
/// count, nor do spaces around it.
fn as_email(text: &str) -> String {
    let plain = text.trim().chars().map(half_width);
    plain.flat_map(char::to_lowercase).collect()
}

/// Returns the plain form of a letter or digit that East Asian keyboards make wide.
fn half_width(c: char) -> char {
    let plain = match c {
        '\u{ff01}'..='\u{ff5e}' => u32::from(c).checked_sub(0xfee0),
        _ => None,
    };
    plain.and_then(char::from_u32).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::Stage;
    use crate::order::Status;
    use crate::time::Timestamp;

    const ALL: [Verification; 3] = [
        Verification::Postcode,
        Verification::Email,
        Verification::Code,
    ];

    fn order(postcode: &str, email: &str) -> Order {
        let mut order = Order::new(
            "1",
            Timestamp::UNIX_EPOCH,
            Status::new("new", Stage::Received),
            "EUR",
        );
        order.billing_address = Some(Address {
            postcode: Some(postcode.to_owned()),
            ..Address::default()
        });
        order.customer.email = Some(email.to_owned());
        order
    }

    #[test]
    fn what_is_written_differently_fits_and_what_differs_does_not() {
        let order = order("SW1A 1AA", " Ada.Nilsen@Example.com");
        for right in [
            "sw1a1aa",
            " SW1A-1AA ",
            "ＳＷ１Ａ 1AA",
            "ada.nilsen@example.COM ",
        ] {
            assert!(matches(&order, &ALL, right), "{right}");
        }
        for wrong in [
            "",
            " ",
            "SW1A 1AB",
            "SW1A",
            "adanilsen@example.com",
            "@",
            "-",
        ] {
            assert!(!matches(&order, &ALL, wrong), "{wrong}");
        }
        assert!(!matches(&order, &[Verification::Email], "SW1A 1AA"));
        assert!(!matches(
            &order,
            &[Verification::Postcode, Verification::Code],
            "ada.nilsen@example.com"
        ));
    }

    #[test]
    fn the_postcode_of_the_place_where_it_is_collected_opens_nothing() {
        let mut order = order("0155", "");
        let theirs = order.billing_address.take();
        order.delivery_address = theirs;
        assert!(matches(&order, &ALL, "0155"));
        order.delivery_method = Some(DeliveryMethod::PickUp);
        assert_eq!(offered(&order, &ALL), []);
        assert!(!matches(&order, &ALL, "0155"));
    }

    #[test]
    fn what_the_shop_did_not_say_is_not_asked_for_and_fits_nothing() {
        let empty = order(" - ", "");
        assert_eq!(offered(&empty, &ALL), []);
        for answer in ["", "-", " "] {
            assert!(!matches(&empty, &ALL, answer));
        }
        assert_eq!(offered(&order("0155", ""), &ALL), [Verification::Postcode]);
        assert_eq!(
            offered(&order("", "a@b.example"), &ALL),
            [Verification::Email, Verification::Code]
        );
    }
}
