//! Shopify's webhooks: the REST Admin API's order, refund and fulfilment, whose signature covers
//! the body alone.
//!
//! | topic | body | what it says |
//! |---|---|---|
//! | `orders/create`, `updated`, `paid`, `cancelled`, `fulfilled`, `partially_fulfilled` | the order | the order |
//! | `orders/delete` | `{"id": N}` | it is deleted |
//! | `refunds/create` | the refund | a refund of the order |
//! | `fulfillments/create`, `fulfillments/update` | the fulfilment | a parcel of the order |
//! | `orders/edited` | what was added and removed | nothing: `orders/updated` comes with it |
//!
//! The body's shape decides what it is, as the headers that name the topic are not signed. Ids go
//! beyond 2^53 and stay exact as text.

mod delivery;
mod fulfillment;
mod money;
mod parse;
mod payload;
mod payment;
mod quantities;
mod references;
mod refund;
mod status;
mod to_order;
mod totals;
mod verify;

#[cfg(test)]
mod tests;

pub(super) use parse::{parse, path_of};
pub(super) use verify::{claim, verify};
