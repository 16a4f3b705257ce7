//! The ways in which an order's page is seen.

use maud::html;
use wismo_domain::order::Order;
use wismo_domain::shop::Shop;

use super::back;
use crate::desk::{DeskFrame, path};
use crate::page::Document;

/// A way in which an order's page is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// By the customer, who has proven who they are.
    Customer,
    /// By whoever has the link alone.
    Link,
    /// By who was given the link to share.
    Gift,
}

impl Sight {
    const ALL: [Self; 3] = [Self::Customer, Self::Link, Self::Gift];

    const fn path(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Link => "link",
            Self::Gift => "gift",
        }
    }

    /// The way of seeing of a path.
    #[must_use]
    pub fn of_path(path: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sight| sight.path() == path)
    }

    const fn text(self) -> &'static str {
        match self {
            Self::Customer => "desk-order-see-customer",
            Self::Link => "desk-order-see-link",
            Self::Gift => "desk-order-see-gift",
        }
    }
}

/// The content of the page that offers them.
pub struct SeenPage<'a> {
    /// The document around it.
    pub frame: DeskFrame<'a>,
    /// The shop.
    pub shop: &'a Shop,
    /// The order.
    pub order: &'a Order,
}

/// The page.
#[must_use]
pub fn page(page: &SeenPage<'_>) -> Document {
    let frame = &page.frame;
    let title = frame.text("desk-order-see-page");
    let order = frame.at(&path::order(&page.shop.id, &page.order.id));
    let content = html! {
        (back(frame, page.shop, page.order))
        h1 { (title) }
        ul.rows {
            @for sight in Sight::ALL {
                li { a href={ (order) "/page/" (sight.path()) } { (frame.text(sight.text())) } }
            }
        }
    };
    frame.document(&title, &content)
}
