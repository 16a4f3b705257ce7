//! The links from the desk into the shop's other systems.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::check::{FieldError, ensure};
use crate::order::{MAX_URL, Order};
use crate::people::Person;

/// The place in a link that the customer's id takes.
const CUSTOMER: &str = "{customer}";

/// The place in a link that the order's id takes.
const ORDER: &str = "{order}";

/// The place in a link that the order's number takes.
const NUMBER: &str = "{number}";

/// The form of a link, as far as a pattern says it: its host is a fixed one.
const LINK: &str = r"^https://[^/?#\s{}]+([/?#]\S*)?$";

/// The links from the desk into the shop's other systems. In those about a customer,
/// `{customer}` stands for the shop's identifier of the customer; in the one about an order,
/// `{order}` for the shop's identifier of the order, and `{number}` for its number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Desk {
    /// The URL at which an order from stock is entered (https).
    #[schemars(length(max = MAX_URL), regex(pattern = LINK))]
    pub stock_order_url: Option<String>,
    /// The URL at which a pre-order is entered (https).
    #[schemars(length(max = MAX_URL), regex(pattern = LINK))]
    pub pre_order_url: Option<String>,
    /// The URL at which the shop shows an order to its own people (https).
    #[schemars(length(max = MAX_URL), regex(pattern = LINK))]
    pub order_url: Option<String>,
}

impl Desk {
    pub(super) fn check(&self) -> Result<(), FieldError> {
        for (path, url) in [
            ("desk.stock_order_url", &self.stock_order_url),
            ("desk.pre_order_url", &self.pre_order_url),
            ("desk.order_url", &self.order_url),
        ] {
            let Some(url) = url else { continue };
            ensure(path, url.chars().count() <= MAX_URL, || {
                format!("must have at most {MAX_URL} characters")
            })?;
            ensure(path, is_link(url), || {
                "must be an https:// link to a host of its own, without spaces; {customer}, or \
                 {order} and {number}, may stand behind the host"
                    .to_owned()
            })?;
        }
        Ok(())
    }
}

/// Fills a person into a link; none if it names a customer, and the person is a guest.
#[must_use]
pub fn link_for(url: &str, person: &Person) -> Option<String> {
    let id = match person {
        Person::Customer(id) => id.as_str(),
        Person::Guest(_) if url.contains(CUSTOMER) => return None,
        Person::Guest(_) => "",
    };
    let id = utf8_percent_encode(id, NON_ALPHANUMERIC).to_string();
    Some(url.replace(CUSTOMER, &id))
}

/// Fills an order into a link.
#[must_use]
pub fn link_for_order(url: &str, order: &Order) -> String {
    let filled = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    // An id that holds the name of another place does not get that filled in: braces are encoded.
    url.replace(ORDER, &filled(&order.id))
        .replace(NUMBER, &filled(order.display_number()))
}

fn is_link(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("https://") else {
        return false;
    };
    let ends = |c: char| matches!(c, '/' | '?' | '#');
    let host = rest.split(ends).next().unwrap_or_default();
    let is_plain = |c: char| !c.is_whitespace() && !c.is_control();
    !host.is_empty() && !host.contains(['{', '}']) && rest.chars().all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::{Stage, Status};
    use crate::time::Timestamp;

    #[test]
    fn an_orders_id_and_number_are_filled_in_each_in_its_place() {
        let status = Status::new("new", Stage::Received);
        let mut order = Order::new("7{number}&", Timestamp::UNIX_EPOCH, status, "EUR");
        order.number = Some("#10/42".to_owned());
        let url = "https://shop.example/admin?post={order}&action=edit#{number}";
        let filled = "https://shop.example/admin?post=7%7Bnumber%7D%26&action=edit#%2310%2F42";
        assert_eq!(link_for_order(url, &order), filled);
    }

    #[test]
    fn an_id_is_filled_in_so_that_it_stays_in_its_place() {
        let link = |url, person: &str| link_for(url, &Person::from(person.to_owned()));
        let url = "https://erp.example/new?for={customer}&kind=stock";
        let filled = "https://erp.example/new?for=C%20%261%2Fø&kind=stock".replace('ø', "%C3%B8");
        assert_eq!(link(url, "C &1/ø"), Some(filled));
        assert_eq!(link(url, "guest:0123456789abcdef"), None);
        let fixed = "https://erp.example/new";
        assert_eq!(
            link(fixed, "guest:0123456789abcdef").as_deref(),
            Some(fixed)
        );
        for (url, fits) in [
            (url, true),
            (fixed, true),
            ("https://erp.example?{customer}", true),
            ("http://erp.example/", false),
            ("javascript:alert(1)", false),
            ("https://{customer}.erp.example/", false),
            ("https:///x", false),
            ("https://erp.example/a b", false),
        ] {
            assert_eq!(is_link(url), fits, "{url}");
        }
    }
}
