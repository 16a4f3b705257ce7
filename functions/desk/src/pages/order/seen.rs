//! `.../page`: the order's page as others see it.

use http::StatusCode;
use wismo_domain::log::State;
use wismo_platform::http::{Response, response};
use wismo_view::desk::order::seen::{SeenPage, Sight, page};
use wismo_view::page::{Page, Visibility, render};
use wismo_view::texts::Language;

use super::Looked;
use crate::pages::desk::Desk;
use crate::pages::gate::Visit;

/// Shows the ways in which the page may be looked at.
#[must_use]
pub fn choose(desk: &Desk, visit: &Visit, looked: &Looked<'_>) -> Response {
    let content = SeenPage {
        frame: desk.frame(Some(visit.member()), None),
        shop: looked.shop,
        order: &looked.found.order,
    };
    desk.html(StatusCode::OK, page(&content))
}

/// Shows the order's page as somebody sees it. Its links and forms lead nowhere.
#[must_use]
pub fn respond(desk: &Desk, visit: &Visit, looked: &Looked<'_>, sight: &str) -> Response {
    let Some(sight) = Sight::of_path(sight) else {
        return desk.nothing_here(visit.member());
    };
    let Looked {
        shop,
        decided,
        found,
        ..
    } = looked;
    let locales = [found.order.customer.locale.as_deref(), Some(shop.locale())];
    let is_removed = found.snapshot.is_removed();
    let visibility = match sight {
        _ if is_removed => Visibility::Gone,
        Sight::Customer => Visibility::Full,
        Sight::Link => Visibility::Limited,
        Sight::Gift => Visibility::Shared,
    };
    let document = render(&Page {
        shop,
        settings: &decided.settings,
        visibility,
        state: &State {
            order: found.order.clone(),
            removed: is_removed,
            timeline: found.timeline.clone(),
        },
        now: desk.now,
        token: "#",
        is_still: false,
        language: Language::first_of(locales.into_iter().flatten()),
    });
    response::html(StatusCode::OK, document.html, &document.policy)
}
