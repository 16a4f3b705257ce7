//! The generic source: [Standard Webhooks] that carry neutral orders, for ERPs and for platforms
//! that have no adapter of their own.
//!
//! | `type` | `data` |
//! |---|---|
//! | `order.changed` | the whole [`Order`](wismo_domain::order::Order) as it is now; from an ERP beside another platform's shop, the part that it adds: [`OrderPart`](wismo_domain::order::OrderPart) |
//! | `order.deleted` | `{"id": "..."}`: the order is gone from the shop; ignored from such an ERP |
//! | `stock.changed` | the stock of an item: [`Stock`](wismo_domain::intake::item::Stock) |
//! | `purchase.changed` | a purchase of the shop's own: [`Purchase`](wismo_domain::intake::item::Purchase) |
//! | `customer.changed` | the record of a customer: [`CustomerRecord`](wismo_domain::intake::customer::CustomerRecord) |
//!
//! `schema/messages.json` describes them all. Other types are taken and ignored.
//!
//! [Standard Webhooks]: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md

mod parse;
mod verify;

#[cfg(test)]
mod tests;

pub(super) use parse::{parse, path_of};
#[cfg(test)]
pub(crate) use tests::Message;
pub(super) use verify::{claim, verify};
