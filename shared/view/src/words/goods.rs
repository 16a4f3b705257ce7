//! The way in which an order's goods reach the customer: what is not shipped is not
//! called sent.

use wismo_domain::order::{DeliveryMethod, Order, Stage};

/// The way in which an order's goods reach the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goods {
    /// They are shipped, to the customer or to where they are collected.
    Shipped,
    /// The customer collects them from the shop.
    Collected,
    /// Nothing is shipped: downloads, gift cards, services.
    Unshipped,
}

impl Goods {
    /// Reads from an order how its goods reach the customer. A parcel on its way to the
    /// place where it will be collected counts as sent.
    #[must_use]
    pub fn of(order: &Order) -> Self {
        match order.delivery_method {
            Some(DeliveryMethod::None) => Self::Unshipped,
            Some(DeliveryMethod::PickUp) if !order.is_under_way() => Self::Collected,
            Some(DeliveryMethod::PickUp | DeliveryMethod::Shipping) | None => Self::Shipped,
        }
    }

    /// The meaning of a stage to the customer, in line with [`Order::standing`].
    #[must_use]
    pub fn stage(self, stage: Stage) -> Stage {
        match self {
            Self::Collected if stage == Stage::Sent => Stage::ReadyToCollect,
            Self::Collected if stage == Stage::Delivered => Stage::Collected,
            Self::Unshipped if matches!(stage, Stage::Sent | Stage::Delivered) => Stage::Completed,
            Self::Shipped | Self::Collected | Self::Unshipped => stage,
        }
    }

    /// Tells whether goods that have left the shop are called sent.
    #[must_use]
    pub const fn is_shipped(self) -> bool {
        matches!(self, Self::Shipped)
    }
}

/// The words in which a line's quantities are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handed {
    /// Quantities are sent.
    Sent,
    /// Quantities are ready.
    Ready,
    /// Quantities are not told: nothing is shipped, or nothing lies ready any more.
    Uncounted,
}

impl Handed {
    /// Reads from an order how its lines are counted.
    #[must_use]
    pub fn of(order: &Order) -> Self {
        let is_over = || matches!(order.standing(), Stage::Collected | Stage::Completed);
        match Goods::of(order) {
            Goods::Shipped => Self::Sent,
            Goods::Collected if !is_over() => Self::Ready,
            Goods::Collected | Goods::Unshipped => Self::Uncounted,
        }
    }
}

#[cfg(test)]
mod tests {
    use wismo_domain::order::{Shipment, ShipmentState, Status};
    use wismo_domain::time::Timestamp;

    use super::*;

    fn order(way: Option<DeliveryMethod>, stage: Stage) -> Order {
        let status = Status::new("code", stage);
        Order {
            delivery_method: way,
            ..Order::new("1", Timestamp::UNIX_EPOCH, status, "EUR")
        }
    }

    #[test]
    fn a_stage_means_what_the_order_stands_at() {
        for way in [
            None,
            Some(DeliveryMethod::Shipping),
            Some(DeliveryMethod::PickUp),
            Some(DeliveryMethod::None),
        ] {
            for stage in [
                Stage::Preparing,
                Stage::PartDelivered,
                Stage::Sent,
                Stage::Delivered,
                Stage::Collected,
            ] {
                let order = order(way, stage);
                assert_eq!(Goods::of(&order).stage(stage), order.standing(), "{way:?}");
            }
        }
    }

    #[test]
    fn a_parcel_on_its_way_to_the_place_is_sent_there() {
        let mut order = order(Some(DeliveryMethod::PickUp), Stage::Sent);
        assert_eq!(Handed::of(&order), Handed::Ready);
        order.shipments = vec![Shipment {
            tracking_number: Some("1Z0".to_owned()),
            ..Shipment::new("p", ShipmentState::Sent)
        }];
        assert_eq!(Handed::of(&order), Handed::Sent);
        order.shipments[0].state = ShipmentState::Delivered;
        assert_eq!(Goods::of(&order), Goods::Collected);
        order.status.stage = Stage::Collected;
        assert_eq!(Handed::of(&order), Handed::Uncounted);
    }
}
