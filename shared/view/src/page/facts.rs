//! What an order's data adds up to. Only what the shop told, never a guess.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use wismo_domain::log::State;
use wismo_domain::order::{Line, Order, Quantity, Shipment, ShipmentState, Stage};

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
    /// The lines, each with how many of it are still to leave the shop.
    pub(super) lines: Vec<(&'a Line, Quantity)>,
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
        let sent = sent(&order.lines, &parcels);
        let progress = progress(&order.lines, &sent);
        let stage = stage(order, progress, &parcels);
        let is_over = state.removed || is_over(stage);
        let to_come = |(line, sent): (&'a Line, Option<Decimal>)| {
            let waits = !is_over && order.is_waiting_for(line);
            let to_come = line.due().0 - sent.unwrap_or_default();
            let to_come = to_come.max(Decimal::ZERO);
            (line, Quantity(if waits { to_come } else { Decimal::ZERO }))
        };
        Self {
            order,
            removed: state.removed,
            stage,
            progress,
            parcels,
            lines: order.lines.iter().zip(sent).map(to_come).collect(),
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
/// has left the shop, and arrived, counts too. That moves an order on; it moves
/// one back only from "everything is sent", where the shop's own counts of every
/// line say that something is still to come.
fn stage(order: &Order, progress: Option<Progress>, parcels: &[&Shipment]) -> Stage {
    if order.is_cancelled() {
        return Stage::Cancelled;
    }
    let readied = order.picked || order.has_packing_slip();
    let told = if order.status.stage == Stage::Received && readied {
        Stage::Preparing
    } else {
        order.status.stage
    };
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
        Some(Progress { sent, total }) if sent < total => {
            let counted = |line: &Line| line.delivered.is_some() || line.due() == Quantity::ZERO;
            if told == Stage::Sent && sent > 0 && order.lines.iter().all(counted) {
                Stage::PartDelivered
            } else {
                told
            }
        }
        _ if told == Stage::Sent && arrived => Stage::Delivered,
        _ => told,
    }
}

/// Whether nothing more is to come at that stage, whatever was counted.
const fn is_over(stage: Stage) -> bool {
    match stage {
        Stage::Draft | Stage::Sent | Stage::Delivered | Stage::Cancelled | Stage::Refunded => true,
        Stage::AwaitingPayment
        | Stage::PaymentFailed
        | Stage::Received
        | Stage::Preparing
        | Stage::OnHold
        | Stage::PartDelivered
        | Stage::Other => false,
    }
}

/// How many of each line have left the shop: as the line counts them, or as the
/// parcels hold them, where every parcel that is gone says what it holds.
fn sent(lines: &[Line], parcels: &[&Shipment]) -> Vec<Option<Decimal>> {
    let gone: Vec<&&Shipment> = parcels
        .iter()
        .filter(|parcel| parcel.state != ShipmentState::Pending)
        .collect();
    let by_parcel = !gone.is_empty() && gone.iter().all(|parcel| !parcel.lines.is_empty());
    let held = |line: &Line| -> Decimal {
        gone.iter()
            .flat_map(|parcel| &parcel.lines)
            .filter(|content| content.line == line.id)
            .map(|content| content.quantity.0)
            .sum()
    };
    let sent = |line: &Line| match line.delivered {
        Some(delivered) => Some(delivered.0),
        None => by_parcel.then(|| held(line)),
    };
    lines.iter().map(sent).collect()
}

/// Known when it is known of every line how many of it have left the shop.
fn progress(lines: &[Line], sent: &[Option<Decimal>]) -> Option<Progress> {
    let mut all = Progress { sent: 0, total: 0 };
    for (line, sent) in lines.iter().zip(sent) {
        let wanted = line.due().0;
        if wanted <= Decimal::ZERO {
            continue;
        }
        let sent = sent.as_ref()?.clamp(&Decimal::ZERO, &wanted);
        // Two and a half metres of cloth are one item: all of it, or not yet.
        let (sent, wanted) = if wanted.is_integer() && sent.is_integer() {
            (sent.to_u64()?, wanted.to_u64()?)
        } else {
            (u64::from(*sent == wanted), 1)
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

    fn progress(lines: &[Line], parcels: &[&Shipment]) -> Option<Progress> {
        super::progress(lines, &sent(lines, parcels))
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
            (
                Stage::Sent,
                &[(3, Some(1), 0)],
                &[Delivered],
                Stage::PartDelivered,
            ),
            (Stage::Sent, &[(3, Some(0), 0)], &[], Stage::Sent),
            (
                Stage::Sent,
                &[(3, Some(3), 0), (1, None, 0)],
                &[],
                Stage::Sent,
            ),
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

    #[test]
    fn what_is_to_come_is_read_from_the_lines_or_the_parcels() {
        let mut state = samples::plain();
        state.order.status.stage = Stage::PartDelivered;
        state.order.lines = lines(&[(5, Some(2), 1), (3, None, 0)]);
        let to_come = |state: &State| {
            let lines = Facts::of(state).lines.into_iter();
            lines.map(|(_, to_come)| to_come).collect::<Vec<_>>()
        };
        assert_eq!(to_come(&state), [2.into(), 3.into()]);
        state.order.shipments = vec![samples::parcel_of(&[("1", 1)])];
        assert_eq!(to_come(&state), [2.into(), 2.into()]);
        state.order.status.stage = Stage::Delivered;
        assert_eq!(to_come(&state), [Quantity::ZERO; 2]);
        state.order.status.stage = Stage::PartDelivered;
        state.removed = true;
        assert_eq!(to_come(&state), [Quantity::ZERO; 2]);
    }

    #[test]
    fn what_was_picked_is_being_prepared() {
        let mut state = samples::plain();
        state.order.picked = true;
        assert_eq!(Facts::of(&state).stage, Stage::Preparing);
        state.order.lines = lines(&[(3, Some(0), 0)]);
        assert_eq!(Facts::of(&state).stage, Stage::Preparing);
        state.order.status.stage = Stage::OnHold;
        assert_eq!(Facts::of(&state).stage, Stage::OnHold);
    }
}
