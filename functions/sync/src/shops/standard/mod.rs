//! The generic source: [Standard Webhooks] that carry neutral orders. For ERPs,
//! and for platforms that have no adapter of their own.
//!
//! | `type` | `data` |
//! |---|---|
//! | `order.changed` | the whole [`Order`](wismo_domain::order::Order) as it is now |
//! | `order.deleted` | `{"id": "..."}`: the order is gone from the shop |
//!
//! `schema/order.json` describes both. Other types are taken and ignored.
//!
//! [Standard Webhooks]: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md

mod parse;
mod to_order;
mod verify;

#[cfg(test)]
mod schema_tests;
#[cfg(test)]
mod tests;

pub(super) use parse::{parse, path_of};
pub(super) use verify::verify;
