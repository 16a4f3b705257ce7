//! The facts that an order's data add up to. Only what the shop told, never a guess.

use rust_decimal::Decimal;
use wismo_domain::log::State;
use wismo_domain::order::{
    DeliveryMethod, Line, Order, Progress, Quantity, Shipment, ShipmentState, Stage,
};

use crate::words::Goods;

/// An order, added up.
pub(super) struct OrderSums<'a> {
    pub(super) order: &'a Order,
    /// True if the shop removed it.
    pub(super) removed: bool,
    /// The stage where it stands, by its status and by what has left the shop.
    pub(super) stage: Stage,
    /// The way in which its goods reach the customer.
    pub(super) goods: Goods,
    /// The number of items that have left the shop, if it is known.
    pub(super) progress: Option<Progress>,
    /// The parcels that mean something to the customer.
    pub(super) parcels: Vec<&'a Shipment>,
    /// The lines, each with the quantity that is still to leave the shop.
    pub(super) lines: Vec<(&'a Line, Quantity)>,
}

impl<'a> OrderSums<'a> {
    pub(super) fn of(state: &'a State) -> Self {
        let order = &state.order;
        let stage = order.standing();
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
            goods: Goods::of(order),
            progress: order.progress(),
            parcels: parcels(order),
            lines: order.lines.iter().zip(order.sent()).map(to_come).collect(),
        }
    }

    /// The number of parcels in a state.
    pub(super) fn count(&self, state: ShipmentState) -> usize {
        self.parcels
            .iter()
            .filter(|parcel| parcel.state == state)
            .count()
    }
}

/// The parcels to show. If the order is not shipped, only those with a number.
fn parcels(order: &Order) -> Vec<&Shipment> {
    let is_shipped = !matches!(
        order.delivery_method,
        Some(DeliveryMethod::PickUp | DeliveryMethod::None)
    );
    let is_parcel = |shipment: &&Shipment| is_shipped || shipment.tracking_number.is_some();
    order.parcels().filter(is_parcel).collect()
}

/// Tells whether nothing more is to come at that stage, whatever was counted.
const fn is_over(stage: Stage) -> bool {
    match stage {
        Stage::Draft
        | Stage::Sent
        | Stage::Delivered
        | Stage::ReadyToCollect
        | Stage::Collected
        | Stage::Completed
        | Stage::Cancelled
        | Stage::Refunded => true,
        Stage::AwaitingPayment
        | Stage::PaymentFailed
        | Stage::Received
        | Stage::Preparing
        | Stage::OnHold
        | Stage::PartDelivered
        | Stage::Other => false,
    }
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
        let mut state = samples::plain();
        state.order.lines = lines.to_vec();
        state.order.shipments = parcels.iter().copied().cloned().collect();
        OrderSums::of(&state).progress
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
        OrderSums::of(&state).stage
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
        assert_eq!(OrderSums::of(&state).stage, Stage::Cancelled);
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
            let lines = OrderSums::of(state).lines.into_iter();
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
        assert_eq!(OrderSums::of(&state).stage, Stage::Preparing);
        state.order.lines = lines(&[(3, Some(0), 0)]);
        assert_eq!(OrderSums::of(&state).stage, Stage::Preparing);
        state.order.status.stage = Stage::OnHold;
        assert_eq!(OrderSums::of(&state).stage, Stage::OnHold);
    }
}
