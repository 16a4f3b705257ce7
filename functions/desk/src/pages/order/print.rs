//! `.../print`: an order on paper. Printing is noted in its log; the first packing slip is
//! told by the shop's rules, as the shop's own is.

use http::StatusCode;
use wismo_domain::context::Environment;
use wismo_domain::log::{Event, EventPayload, Fact, Printout, append_all};
use wismo_domain::order::OrderPart;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::http::{Rejection, Response};
use wismo_view::desk::order::print::{Sheet, choose, sheet};
use wismo_view::desk::path;
use wismo_view::texts::Language;

use super::Looked;
use crate::pages::PageRequest;
use crate::pages::desk::Desk;
use crate::pages::gate::Visit;
use crate::wake;

/// Offers what can be printed, or notes that it is, and leads to the sheet.
///
/// # Errors
/// When the store fails.
pub async fn respond(
    desk: &Desk,
    visit: &Visit,
    looked: &Looked<'_>,
    request: &PageRequest,
) -> Result<Response, Rejection> {
    let chosen = request.form.get("print").and_then(Printout::of_name);
    let Some(printout) = chosen.filter(|_| request.is_post()) else {
        let frame = desk.frame(Some(visit.member()), None);
        let page = choose(&frame, looked.shop, &looked.found.order);
        return Ok(desk.html(StatusCode::OK, page));
    };
    let now = SpinEnvironment.now();
    let event = |payload| {
        let event = Event::at_desk(now, payload, Some(visit.actor()), false);
        (looked.key.clone(), event)
    };
    let mut batch = vec![event(EventPayload::Printed(printout))];
    let order = &looked.found.order;
    if printout == Printout::PackingSlip && !order.has_packing_slip() {
        let mut part = OrderPart::new(&order.id, now);
        part.packing_slip_printed = true;
        batch.push(event(EventPayload::Fact {
            at: now,
            n: None,
            fact: Fact::Part(Box::new(part)),
        }));
    }
    append_all(SPIN_CONTEXT, &batch, Vec::new()).await?;
    wake().await;
    let key = &looked.key;
    let own = path::order(&key.shop, &key.order);
    Ok(desk.see(&format!("{own}/print/{}", printout.name())))
}

/// Shows a sheet. It does not write anything.
#[must_use]
pub fn show(desk: &Desk, visit: &Visit, looked: &Looked<'_>, name: &str) -> Response {
    let Some(printout) = Printout::of_name(name) else {
        return desk.nothing_here(visit.member());
    };
    let order = &looked.found.order;
    let locales = [order.customer.locale.as_deref(), Some(looked.shop.locale())];
    let document = sheet(&Sheet {
        frame: desk.frame(Some(visit.member()), None),
        shop: looked.shop,
        brand: &looked.decided.settings.brand,
        order,
        printout,
        language: Language::first_of(locales.into_iter().flatten()),
    });
    desk.html(StatusCode::OK, document)
}
