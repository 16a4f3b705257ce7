//! The things that can be done with an order: those first that are done most.

use maud::{Markup, html};

use super::{OrderAction, OrderPage};
use crate::desk::path;

/// The actions that change the order, those first that are used most.
const CHANGE: [OrderAction; 7] = [
    OrderAction::Status,
    OrderAction::Tracking,
    OrderAction::Promise,
    OrderAction::Return,
    OrderAction::Refund,
    OrderAction::Document,
    OrderAction::Cancel,
];

/// The actions on the order's mails.
const MAILS: [OrderAction; 2] = [OrderAction::Hold, OrderAction::Drop];

/// The actions that are rare.
const MORE: [OrderAction; 3] = [OrderAction::Print, OrderAction::Urgent, OrderAction::Links];

/// The actions.
pub(super) fn actions(page: &OrderPage<'_>) -> Markup {
    let frame = &page.frame;
    html! {
        nav.actions aria-label=(frame.text("desk-order-actions")) {
            @if page.may_act {
                a.button href=(at(page, "mail")) { (frame.text("desk-order-write")) }
            }
            a.button.quiet href=(at(page, "page")) { (frame.text("desk-order-see-page")) }
            @if let Some(url) = page.shop_url {
                a.button.quiet rel="noopener noreferrer" href=(url) { (frame.text("desk-order-see-shop")) }
            }
            @if page.may_act {
                details.group.unfolds name="actions" {
                    summary { (frame.text("desk-order-change")) }
                    (list(page, &CHANGE))
                }
                details.group name="actions" {
                    summary { (frame.text("desk-order-mails")) }
                    (list(page, &MAILS))
                }
                details.group name="actions" {
                    summary { (frame.text("desk-order-more")) }
                    (list(page, &MORE))
                }
            }
        }
    }
}

fn at(page: &OrderPage<'_>, last: &str) -> String {
    let own = path::order(&page.shop.id, &page.order.id);
    page.frame.at(&format!("{own}/{last}"))
}

fn list(page: &OrderPage<'_>, actions: &[OrderAction]) -> Markup {
    html! {
        ul {
            @for action in actions {
                @let is_alarming = *action == OrderAction::Cancel;
                li {
                    a.alert[is_alarming] href=(at(page, action.path())) {
                        (page.frame.text(action.text(is_on(page, *action))))
                    }
                }
            }
        }
    }
}

/// Tells whether the order is urgent or held already.
const fn is_on(page: &OrderPage<'_>, action: OrderAction) -> bool {
    match action {
        OrderAction::Urgent => page.urgency.is_some(),
        OrderAction::Hold => page.history.held,
        OrderAction::Tracking
        | OrderAction::Status
        | OrderAction::Promise
        | OrderAction::Return
        | OrderAction::Refund
        | OrderAction::Cancel
        | OrderAction::Document
        | OrderAction::Print
        | OrderAction::Drop
        | OrderAction::Links => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_stands_in_one_group() {
        let groups = [&CHANGE[..], &MAILS, &MORE].concat();
        assert_eq!(groups.len(), OrderAction::ALL.len());
        assert!(
            OrderAction::ALL
                .iter()
                .all(|action| groups.contains(action))
        );
    }
}
