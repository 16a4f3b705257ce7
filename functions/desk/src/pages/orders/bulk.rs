//! `/desk/orders/status`: many orders get a status at once.

use std::rc::Rc;

use http::StatusCode;
use wismo_domain::context::Environment;
use wismo_domain::log::{Event, EventPayload, Fact, Skip, append_all};
use wismo_domain::notices::Rules;
use wismo_domain::order::Status;
use wismo_domain::reports::forecast::{Forecast, forecast};
use wismo_domain::settings::Settings;
use wismo_domain::shop::Shop;
use wismo_domain::storage::keys::OrderKey;
use wismo_domain::time::{Duration, Timestamp};
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::http::{Rejection, Response};
use wismo_view::desk::Entry;
use wismo_view::desk::orders::bulk::{ASKED_AT, BulkForecast, ORDER, Selected, Step, page};

use crate::decided::{Decided, decided};
use crate::order::find;
use crate::pages::PageRequest;
use crate::pages::desk::Desk;
use crate::pages::gate::Visit;
use crate::pages::order::decide::statuses;
use crate::wake;

/// The most orders that are changed at once: as many as two pages of the list have.
const AT_MOST: usize = 50;

/// The longest time for which a member may look at what a status would do.
const LONGEST: Duration = Duration::hours(1);

/// Shows the statuses to choose from, what the chosen one would do, or sets it.
///
/// # Errors
/// When the store fails.
pub async fn respond(
    desk: &Desk,
    visit: &Visit,
    request: &PageRequest,
) -> Result<Response, Rejection> {
    let orders = Orders::selected(desk, visit, request).await?;
    let frame = desk.frame(Some(visit.member()), Some(Entry::Orders));
    let offered = orders.offered();
    let code = request.form.get("status").unwrap_or_default();
    let chosen = offered.iter().find(|status| status.code == code);
    let pressed = request.form.get("do").unwrap_or_default();
    let Some(status) = chosen.filter(|_| matches!(pressed, "ask" | "tell" | "quiet")) else {
        let shown = page(&frame, &orders.selected, Step::Choose(&offered));
        return Ok(desk.html(StatusCode::OK, shown));
    };
    let now = SpinEnvironment.now();
    // The moment when the member saw what it would do: loading the page again says the
    // same, and not more than the shop has said since.
    let asked = request.form.get(ASKED_AT).and_then(|at| at.parse().ok());
    let at = asked.filter(|at| *at <= now && now.duration_since(*at) < LONGEST);
    let at: Timestamp = at.unwrap_or(now);
    let fact = Fact::Status(Box::new(status.clone()));
    let payload = EventPayload::Fact { at, n: None, fact };
    let event = Event::at_desk(now, payload, Some(visit.actor()), pressed == "quiet");
    if pressed == "ask" {
        let forecast = Box::pin(orders.forecast(&event)).await?;
        let shown = page(
            &frame,
            &orders.selected,
            Step::Confirm(status, forecast, now),
        );
        return Ok(desk.html(StatusCode::OK, shown));
    }
    let is_other = |one: &Selected<'_>| one.order.status.code != status.code;
    let changed: Vec<bool> = orders.selected.iter().map(is_other).collect();
    let batch = orders.keys.iter().zip(&changed).filter(|(_, is)| **is);
    let batch: Vec<(OrderKey, Event)> =
        batch.map(|(key, _)| (key.clone(), event.clone())).collect();
    append_all(SPIN_CONTEXT, &batch, Vec::new()).await?;
    wake().await;
    let shown = page(&frame, &orders.selected, Step::Done(&changed));
    Ok(desk.html(StatusCode::OK, shown))
}

/// The orders that were selected, of the shops that the member sees.
struct Orders<'a> {
    selected: Vec<Selected<'a>>,
    /// The key of each.
    keys: Vec<OrderKey>,
    /// The decisions of each shop.
    decided: Vec<(&'a Shop, Decided)>,
}

impl<'a> Orders<'a> {
    /// Reads the orders that a form names, each once.
    async fn selected(
        desk: &'a Desk,
        visit: &Visit,
        request: &PageRequest,
    ) -> Result<Self, Rejection> {
        let mut orders = Self {
            selected: Vec::new(),
            keys: Vec::new(),
            decided: Vec::new(),
        };
        let names = request.form.fields().filter(|(name, _)| *name == ORDER);
        for (_, name) in names.take(AT_MOST) {
            let Some((shop, id)) = name.split_once('/') else {
                continue;
            };
            let Some(shop) = desk.shop_of(visit.member(), shop) else {
                continue;
            };
            let Ok(key) = OrderKey::new(&shop.id, id) else {
                continue;
            };
            if orders.keys.contains(&key) {
                continue;
            }
            if orders.of(shop).is_none() {
                orders.decided.push((shop, decided(&shop.id).await?));
            }
            let Some(decided) = orders.of(shop) else {
                continue;
            };
            let found = find(&key, &decided.settings).await?;
            // One that the shop deleted has no status any more.
            if let Some(found) = found.filter(|found| !found.snapshot.is_removed()) {
                let order = found.order;
                orders.selected.push(Selected { shop, order });
                orders.keys.push(key);
            }
        }
        Ok(orders)
    }

    fn of(&self, shop: &Shop) -> Option<&Decided> {
        let mut all = self.decided.iter();
        all.find(|(own, _)| own.id == shop.id)
            .map(|(_, decided)| decided)
    }

    /// Lists the statuses that all of them may get: a shop's own only if all are of it.
    fn offered(&self) -> Vec<Status> {
        match self.decided.as_slice() {
            [(_, decided)] => statuses(None, &decided.settings),
            _ => statuses(None, &Settings::default()),
        }
    }

    /// Adds up what an event would do to each of them.
    async fn forecast(&self, event: &Event) -> Result<BulkForecast, Rejection> {
        let mut all = BulkForecast::default();
        for (one, key) in self.selected.iter().zip(&self.keys) {
            let Some(decided) = self.of(one.shop) else {
                continue;
            };
            let rules = Rules {
                settings: Rc::new(decided.settings.clone()),
                templates: Rc::new(decided.templates.clone()),
                timezone: one.shop.timezone.clone(),
                locale: one.shop.locale().to_owned(),
            };
            let events = std::slice::from_ref(event);
            add(
                &mut all,
                &forecast(SPIN_CONTEXT, key, &rules, events).await?,
            );
        }
        Ok(all)
    }
}

fn add(all: &mut BulkForecast, one: &Forecast) {
    let is_changed = !one.changes.is_empty();
    all.changed += usize::from(is_changed);
    all.unchanged += usize::from(!is_changed);
    all.held += usize::from(one.held);
    let mails = one.notices.iter().filter(|notice| notice.skipped.is_none());
    all.mails += mails.count();
    let mut skips = one.notices.iter().filter_map(|notice| notice.skipped);
    let without = skips.any(|skip| matches!(skip, Skip::NoAddress | Skip::BadAddress));
    all.without_address += usize::from(without);
}
