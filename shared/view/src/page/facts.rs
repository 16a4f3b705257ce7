//! What an order's data adds up to. Only what the shop told, never a guess.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use wismo_domain::log::State;
use wismo_domain::order::{Line, Order, Shipment, ShipmentState, Stage};

/// An order, added up.
pub(super) struct Facts<'a> {
    pub(super) order: &'a Order,
    /// Whether the shop removed it.
    pub(super) removed: bool,
    /// Where it stands, by its status and by what has left the shop.
    pub(super) stage: Stage,
    /// How many items have left the shop, where that is known.
    pub(super) progress: Option<Progress>,
    /// The parcels that mean something to the customer.
    pub(super) parcels: Vec<&'a Shipment>,
}

/// How many of the items that are still to come have left the shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Progress {
    pub(super) sent: u64,
    pub(super) total: u64,
}

impl<'a> Facts<'a> {
    pub(super) fn of(state: &'a State) -> Self {
        let order = &state.order;
        let parcels: Vec<&Shipment> = order
            .shipments
            .iter()
            .filter(|shipment| shipment.state != ShipmentState::Failed)
            .collect();
        let progress = progress(&order.lines, &parcels);
        Self {
            order,
            removed: state.removed,
            stage: stage(order, progress, &parcels),
            progress,
            parcels,
        }
    }

    /// How many parcels are that far.
    pub(super) fn count(&self, state: ShipmentState) -> usize {
        self.parcels
            .iter()
            .filter(|parcel| parcel.state == state)
            .count()
    }
}

/// The stage of the status; but shops often leave the status behind, so what
/// has left the shop, and arrived, counts too. It only ever moves an order on.
fn stage(order: &Order, progress: Option<Progress>, parcels: &[&Shipment]) -> Stage {
    if order.is_cancelled() {
        return Stage::Cancelled;
    }
    let told = order.status.stage;
    let arrived = !parcels.is_empty()
        && parcels
            .iter()
            .all(|parcel| parcel.state == ShipmentState::Delivered);
    let moving = matches!(
        told,
        Stage::Received | Stage::Preparing | Stage::PartDelivered
    );
    match progress {
        Some(Progress { sent, total }) if moving && sent >= total => {
            if arrived {
                Stage::Delivered
            } else {
                Stage::Sent
            }
        }
        Some(Progress { sent, .. }) if moving && sent > 0 => Stage::PartDelivered,
        Some(Progress { sent, total }) if sent < total => told,
        _ if told == Stage::Sent && arrived => Stage::Delivered,
        _ => told,
    }
}

/// Known when the shop told it for every line, or every parcel says what it holds.
fn progress(lines: &[Line], parcels: &[&Shipment]) -> Option<Progress> {
    let gone: Vec<&&Shipment> = parcels
        .iter()
        .filter(|parcel| parcel.state != ShipmentState::Pending)
        .collect();
    let by_parcel = !gone.is_empty() && gone.iter().all(|parcel| !parcel.lines.is_empty());
    let sent = |line: &Line| match line.delivered {
        Some(delivered) => Some(delivered.0),
        None if by_parcel => Some(
            gone.iter()
                .flat_map(|parcel| &parcel.lines)
                .filter(|content| content.line == line.id)
                .map(|content| content.quantity.0)
                .sum(),
        ),
        None => None,
    };
    let mut all = Progress { sent: 0, total: 0 };
    for line in lines {
        let wanted = line.quantity.0 - line.cancelled.unwrap_or_default().0;
        if wanted <= Decimal::ZERO {
            continue;
        }
        let sent = sent(line)?.clamp(Decimal::ZERO, wanted);
        // Two and a half metres of cloth are one item: all of it, or not yet.
        let (sent, wanted) = if wanted.is_integer() && sent.is_integer() {
            (sent.to_u64()?, wanted.to_u64()?)
        } else {
            (u64::from(sent == wanted), 1)
        };
        all.sent = all.sent.checked_add(sent)?;
        all.total = all.total.checked_add(wanted)?;
    }
    (all.total > 0).then_some(all)
}

#[cfg(test)]
mod tests {
    use wismo_domain::order::Quantity;

    use super::super::samples;
    use super::*;

    fn lines(lines: &[(i64, Option<i64>, i64)]) -> Vec<Line> {
        lines
            .iter()
            .enumerate()
            .map(|(index, (quantity, delivered, cancelled))| Line {
                delivered: delivered.map(Quantity::from),
                cancelled: Some((*cancelled).into())
                    .filter(|cancelled: &Quantity| cancelled.0 > Decimal::ZERO),
                ..samples::line(&index.to_string(), "Socks", *quantity)
            })
            .collect()
    }

    fn facts_stage(
        told: Stage,
        of: &[(i64, Option<i64>, i64)],
        parcels: &[ShipmentState],
    ) -> Stage {
        let mut state = samples::plain();
        state.order.status.stage = told;
        state.order.lines = lines(of);
        state.order.shipments = parcels
            .iter()
            .map(|parcel| Shipment {
                state: *parcel,
                lines: Vec::new(),
                ..samples::parcel()
            })
            .collect();
        Facts::of(&state).stage
    }

    #[test]
    fn what_has_left_the_shop_moves_an_order_on_and_never_back() {
        use ShipmentState::{Delivered, Failed, Pending, Sent};
        for (told, of, parcels, expected) in [
            (
                Stage::Preparing,
                &[(3, Some(0), 0)][..],
                &[][..],
                Stage::Preparing,
            ),
            (
                Stage::Preparing,
                &[(3, Some(2), 0)],
                &[],
                Stage::PartDelivered,
            ),
            (Stage::Preparing, &[(3, Some(3), 0)], &[Sent], Stage::Sent),
            (
                Stage::Preparing,
                &[(3, Some(3), 0)],
                &[Delivered, Failed],
                Stage::Delivered,
            ),
            (Stage::Preparing, &[(3, Some(2), 1)], &[], Stage::Sent),
            (Stage::Preparing, &[(3, None, 0)], &[Sent], Stage::Preparing),
            (Stage::PartDelivered, &[(3, Some(3), 0)], &[], Stage::Sent),
            (
                Stage::PartDelivered,
                &[(3, Some(0), 0)],
                &[],
                Stage::PartDelivered,
            ),
            (Stage::Sent, &[(3, Some(1), 0)], &[Delivered], Stage::Sent),
            (
                Stage::Sent,
                &[(3, None, 0)],
                &[Delivered, Delivered],
                Stage::Delivered,
            ),
            (
                Stage::Sent,
                &[(3, None, 0)],
                &[Delivered, Pending],
                Stage::Sent,
            ),
            (Stage::Sent, &[(3, None, 0)], &[Failed], Stage::Sent),
            (
                Stage::OnHold,
                &[(3, Some(3), 0)],
                &[Delivered],
                Stage::OnHold,
            ),
            (
                Stage::Refunded,
                &[(3, Some(3), 0)],
                &[Delivered],
                Stage::Refunded,
            ),
        ] {
            assert_eq!(
                facts_stage(told, of, parcels),
                expected,
                "{told:?} {of:?} {parcels:?}"
            );
        }
    }

    #[test]
    fn a_cancelled_order_is_cancelled_whatever_its_status() {
        let mut state = samples::plain();
        state.order.cancelled_at = Some(state.order.updated_at);
        assert_eq!(Facts::of(&state).stage, Stage::Cancelled);
    }

    #[test]
    fn progress_is_known_only_when_every_line_is() {
        assert_eq!(
            progress(&lines(&[(2, Some(1), 0), (3, None, 0)]), &[]),
            None
        );
        assert_eq!(
            progress(
                &lines(&[(2, Some(1), 0), (3, Some(9), 1), (1, None, 1)]),
                &[]
            ),
            Some(Progress { sent: 3, total: 4 })
        );
        assert_eq!(progress(&[], &[]), None);
    }

    #[test]
    fn progress_is_read_from_parcels_that_say_what_they_hold() {
        let lines = lines(&[(2, None, 0), (3, None, 0)]);
        let full = samples::parcel_of(&[("0", 2), ("1", 1)]);
        assert_eq!(
            progress(&lines, &[&full]),
            Some(Progress { sent: 3, total: 5 })
        );
        let closed = samples::parcel();
        assert_eq!(progress(&lines, &[&full, &closed]), None);
    }

    #[test]
    fn cloth_by_the_metre_is_one_item() {
        let cloth = Line {
            quantity: Quantity("2.5".parse().unwrap()),
            delivered: Some(Quantity("1".parse().unwrap())),
            ..samples::line("1", "Cloth", 1)
        };
        assert_eq!(
            progress(&[cloth], &[]),
            Some(Progress { sent: 0, total: 1 })
        );
    }
}
