//! The words for why something was found.

use wismo_domain::order::DocumentKind;
use wismo_domain::search::{AddressUse, Reason};

use crate::texts::Texts;

/// A reason: "tracking number of parcel 2".
pub(super) fn words(texts: Texts, reason: Reason) -> String {
    let counted = |id: &str, number: usize| {
        let number = number.to_string();
        texts.with(id, [("number", number.into())]).into_owned()
    };
    let id = match reason {
        Reason::TrackingNumber { parcel } => return counted("desk-search-tracking", parcel),
        Reason::Sku { line } => return counted("desk-search-sku", line),
        Reason::OrderNumber => "desk-search-order-number",
        Reason::OrderId => "desk-search-order-id",
        Reason::Reference => "desk-search-reference",
        Reason::MarketplaceOrder => "desk-search-marketplace-order",
        Reason::MarketplaceUser => "desk-search-marketplace-user",
        Reason::DocumentNumber { kind } => match kind {
            DocumentKind::Invoice => "desk-search-invoice",
            DocumentKind::CreditNote => "desk-search-credit-note",
            DocumentKind::PackingSlip => "desk-search-packing-slip",
            DocumentKind::Other => "desk-search-document",
        },
        // What is looked for by a mark is not typed.
        Reason::Mark => "desk-search-mark",
        Reason::Name => "desk-search-name",
        Reason::TradingName => "desk-search-trading-name",
        Reason::Email => "desk-search-email",
        Reason::Phone => "desk-search-phone",
        Reason::CustomerId => "desk-search-customer-id",
        Reason::ContactName { role: _ } => "desk-search-contact-name",
        Reason::ContactEmail { role: _ } => "desk-search-contact-email",
        Reason::AddressName { of } => match of {
            AddressUse::Delivery => "desk-search-delivery-name",
            AddressUse::Billing => "desk-search-billing-name",
        },
        Reason::Company { of } => match of {
            AddressUse::Delivery => "desk-search-delivery-company",
            AddressUse::Billing => "desk-search-billing-company",
        },
        Reason::Postcode { of } => match of {
            AddressUse::Delivery => "desk-search-delivery-postcode",
            AddressUse::Billing => "desk-search-billing-postcode",
        },
    };
    texts.get(id).into_owned()
}
