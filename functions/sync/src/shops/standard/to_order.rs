//! The generic source's order: it is the neutral one.

use serde_json::Value;
use wismo_domain::order::Order;

use crate::shops::BadBody;
use crate::shops::bad_body::read;

/// Reads an order.
pub(super) fn to_order(data: Value) -> Result<Order, BadBody> {
    read(data, "data")
}
