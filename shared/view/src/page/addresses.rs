//! The addresses: where the order goes, and who pays.

use maud::{Markup, html};
use wismo_domain::order::{Address, DeliveryMethod, Order};

use super::localizer::PageLocalizer;
use crate::words;

/// The section of the addresses; empty if there are none.
pub(super) fn addresses(localizer: &PageLocalizer<'_>, order: &Order) -> Markup {
    let delivery = delivery_address(order);
    let billing = order.billing_address.as_ref();
    // The same address is shown once.
    let billing = billing.filter(|billing| Some(*billing) != delivery);
    let at = match order.delivery_method {
        Some(DeliveryMethod::PickUp) => "page-address-collect",
        Some(DeliveryMethod::Shipping | DeliveryMethod::None) | None => "page-address-delivery",
    };
    let all = [(delivery, at), (billing, "page-address-billing")];
    let all = all.into_iter().filter_map(|(address, id)| {
        let lines = words::address(localizer.texts.language, address?);
        (!lines.is_empty()).then(|| (localizer.get(id), lines))
    });
    let all: Vec<(String, Vec<String>)> = all.collect();
    html! {
        @if !all.is_empty() {
            section aria-labelledby="addresses" {
                h2 id="addresses" { (localizer.get("page-addresses")) }
                div.addresses {
                    @for (name, lines) in all {
                        div {
                            h3 { (name) }
                            (written(&lines))
                        }
                    }
                }
            }
        }
    }
}

/// An address, line by line.
pub(super) fn written(lines: &[String]) -> Markup {
    html! { address { @for line in lines { span { bdi { (line) } } } } }
}

/// The address that the goods go to, or are collected from; `None` if there is nothing
/// to deliver.
pub(super) fn delivery_address(order: &Order) -> Option<&Address> {
    let is_shipped = order.delivery_method != Some(DeliveryMethod::None);
    order.delivery_address.as_ref().filter(|_| is_shipped)
}
