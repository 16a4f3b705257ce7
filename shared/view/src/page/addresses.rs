//! Where the order goes, and who pays.

use maud::{Markup, html};
use wismo_domain::order::{Address, DeliveryMethod, Order};

use super::voice::Voice;

/// The section of the addresses; nothing without any.
pub(super) fn addresses(voice: &Voice<'_>, order: &Order) -> Markup {
    let delivery = delivery_address(order);
    let billing = order.billing_address.as_ref();
    // The same twice is said once.
    let billing = billing.filter(|billing| Some(*billing) != delivery);
    let at = match order.delivery_method {
        Some(DeliveryMethod::PickUp) => "page-address-collect",
        Some(DeliveryMethod::Shipping | DeliveryMethod::None) | None => "page-address-delivery",
    };
    let all = [(delivery, at), (billing, "page-address-billing")];
    let all = all.into_iter().filter_map(|(address, id)| {
        let lines = lines(address?);
        (!lines.is_empty()).then(|| (voice.get(id), lines))
    });
    let all: Vec<(String, Vec<String>)> = all.collect();
    html! {
        @if !all.is_empty() {
            section aria-labelledby="addresses" {
                h2 id="addresses" { (voice.get("page-addresses")) }
                div.addresses {
                    @for (name, lines) in all {
                        div {
                            h3 { (name) }
                            address { @for line in lines { span { bdi { (line) } } } }
                        }
                    }
                }
            }
        }
    }
}

/// The address that the goods go to, or are collected from; none where nothing is
/// shipped.
pub(super) fn delivery_address(order: &Order) -> Option<&Address> {
    let is_shipped = order.delivery_method != Some(DeliveryMethod::None);
    order.delivery_address.as_ref().filter(|_| is_shipped)
}

/// An address line by line, as it stands on a parcel: the place's order is that
/// of most of Europe, the country by its code.
fn lines(address: &Address) -> Vec<String> {
    let place = [address.postcode.as_deref(), address.city.as_deref()];
    let place: Vec<&str> = place.into_iter().flatten().collect();
    let place = place.join(" ");
    let street = address.street.iter().map(String::as_str);
    let before = [address.name.as_deref(), address.company.as_deref()];
    let after = [
        Some(place.as_str()),
        address.region.as_deref(),
        address.country.as_deref(),
    ];
    before
        .into_iter()
        .flatten()
        .chain(street)
        .chain(after.into_iter().flatten())
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}
