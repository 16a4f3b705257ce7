//! How many of a line were sent, cancelled and returned.

use rust_decimal::Decimal;
use wismo_domain::order::{Portion, Quantity};

use super::fulfillment::is_sent;
use super::payload::{LineItem, Payload, Refunded};

/// What became of a line.
pub(super) struct Quantities {
    pub(super) delivered: Option<Quantity>,
    pub(super) cancelled: Option<Quantity>,
    pub(super) returned: Option<Quantity>,
}

/// What became of a line.
///
/// Shopify lowers `current_quantity` by all that was removed, and each refund
/// says how its units went:
///
/// | `restock_type` | here |
/// |---|---|
/// | `return`: they were sent and came back | returned |
/// | `cancel`: they were never sent | cancelled |
/// | `no_restock`: paid back, wherever they are | cancelled, as far as fewer were sent |
/// | none: removed by editing the order | cancelled |
/// | any, once the order is `fulfilled` | cancelled, as far as not sent |
///
/// Nobody's units are cancelled that were sent.
pub(super) fn quantities(order: &Payload, line: &LineItem) -> Quantities {
    let ordered = line.quantity.0;
    let within = |quantity: Option<Decimal>, most: Decimal| {
        // What adds up to more than a number holds is more than was ordered.
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
        // Nothing is to come: what was removed and not sent never will.
        Some(removed) if is_done && delivered.is_some() => removed.min(unsent),
        Some(removed) => {
            // Sent units that were paid back and kept are no longer current either.
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

/// Quantities per line, each line once.
pub(super) fn portions<'a>(lines: impl Iterator<Item = (&'a str, Quantity)>) -> Vec<Portion> {
    let mut portions: Vec<Portion> = Vec::new();
    for (line, quantity) in lines {
        match portions.iter_mut().find(|portion| portion.line == line) {
            // What a number no longer holds is refused as too much.
            Some(portion) => portion.quantity.0 = portion.quantity.0.saturating_add(quantity.0),
            None => portions.push(Portion {
                line: line.to_owned(),
                quantity,
            }),
        }
    }
    portions
}

fn sum(mut quantities: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    quantities.try_fold(Decimal::ZERO, Decimal::checked_add)
}
