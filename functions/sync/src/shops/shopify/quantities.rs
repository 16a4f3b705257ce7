//! The quantities of a line that were sent, cancelled and returned.

use rust_decimal::Decimal;
use wismo_domain::order::{LineQuantity, Quantity};

use super::fulfillment::is_sent;
use super::payload::{LineItem, Payload, Refunded};

/// The quantities of a line that were sent, cancelled and returned.
pub(super) struct Quantities {
    pub(super) delivered: Option<Quantity>,
    pub(super) cancelled: Option<Quantity>,
    pub(super) returned: Option<Quantity>,
}

/// Works out how many units of a line were sent, cancelled and returned.
///
/// Shopify lowers `current_quantity` by all units that were removed, and each refund
/// says what became of its units:
///
/// | `restock_type` | here |
/// |---|---|
/// | `return`: they were sent and came back | returned |
/// | `cancel`: they were never sent | cancelled |
/// | `no_restock`: they were paid back, wherever they are | cancelled, unless they were sent |
/// | none: they were removed by editing the order | cancelled |
/// | any, once the order is `fulfilled` | cancelled, at most as many as were not sent |
///
/// Units that were sent are never counted as cancelled.
pub(super) fn quantities(order: &Payload, line: &LineItem) -> Quantities {
    let ordered = line.quantity.0;
    let within = |quantity: Option<Decimal>, most: Decimal| {
        // A sum that is too large for a number is larger than the quantity
        // ordered, too.
        quantity.unwrap_or(most).min(most).max(Decimal::ZERO)
    };
    let delivered = order.fulfillments.as_ref().map(|fulfillments| {
        let sent = fulfillments.iter().filter(|attempt| is_sent(attempt));
        let lines = sent.flat_map(|attempt| attempt.line_items.iter().flatten());
        let of_this = lines.filter(|sent| sent.id == line.id);
        within(sum(of_this.map(|sent| sent.quantity.0)), ordered)
    });
    let refunds = order.refunds.as_deref().unwrap_or_default();
    let refunded = |how: &str| within(refunded(refunds, line, how), ordered);
    let returned = refunded("return");
    let unsent = within(
        ordered.checked_sub(delivered.unwrap_or_default()),
        ordered.max(Decimal::ZERO),
    );
    let removed = line
        .current_quantity
        .map(|current| within(ordered.checked_sub(current.0), ordered));
    let is_done = order.fulfillment_status.as_deref() == Some("fulfilled");
    let cancelled = match removed {
        // Nothing is to come any more: units that were removed and not sent
        // never will.
        Some(removed) if is_done && delivered.is_some() => removed.min(unsent),
        Some(removed) => {
            // Units that were sent, paid back and kept are not in the current
            // quantity either.
            let sent = delivered.unwrap_or_default();
            let kept = refunded("no_restock").min(within(sent.checked_sub(returned), sent));
            within(removed.checked_sub(returned), ordered)
                .checked_sub(kept)
                .unwrap_or_default()
        }
        None => refunded("cancel"),
    };
    let told = |quantity: Decimal| Some(Quantity(quantity)).filter(|told| *told > Quantity::ZERO);
    Quantities {
        delivered: delivered.map(Quantity),
        cancelled: told(within(Some(cancelled), unsent)),
        returned: told(returned),
    }
}

fn refunded(refunds: &[Refunded], line: &LineItem, how: &str) -> Option<Decimal> {
    let lines = refunds
        .iter()
        .flat_map(|refund| refund.refund_line_items.iter().flatten())
        .filter(|refunded| refunded.line_item_id == line.id)
        .filter(|refunded| refunded.restock_type.as_deref() == Some(how));
    sum(lines.map(|refunded| refunded.quantity.0))
}

/// The quantity of each line, with each line once.
pub(super) fn line_quantities<'a>(
    lines: impl Iterator<Item = (&'a str, Quantity)>,
) -> Vec<LineQuantity> {
    let mut line_quantities: Vec<LineQuantity> = Vec::new();
    for (line, quantity) in lines {
        match line_quantities
            .iter_mut()
            .find(|line_quantity| line_quantity.line == line)
        {
            // A sum that is too large for a number is refused later as too
            // much.
            Some(line_quantity) => {
                line_quantity.quantity.0 = line_quantity.quantity.0.saturating_add(quantity.0);
            }
            None => line_quantities.push(LineQuantity {
                line: line.to_owned(),
                quantity,
            }),
        }
    }
    line_quantities
}

fn sum(mut quantities: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    quantities.try_fold(Decimal::ZERO, Decimal::checked_add)
}
