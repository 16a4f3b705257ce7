//! Who may see what of an order: whether its link still leads there, and
//! whether its reader passed the second step.

use std::rc::Rc;

use futures::future::try_join;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use wismo_domain::customer::Known;
use wismo_domain::environment::Environment;
use wismo_domain::keys::{OrderKey, customer_ledger};
use wismo_domain::ledger::Folded;
use wismo_domain::link::{Kind, Link, PASS_LIFE, Pass};
use wismo_domain::log::{Snapshot, read};
use wismo_domain::order::Order;
use wismo_domain::settings::{SecondStep, Settings as ShopSettings};
use wismo_domain::shop::Shop;
use wismo_domain::store::StoreError;
use wismo_domain::time::Timestamp;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::shop_settings::shop_settings;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, response};
use wismo_view::page::{self, ShopPage, Sight};
use wismo_view::texts::Language;

use crate::page::{html, not_found};
use crate::settings::Settings;
use crate::{cookie, language};

/// The cookie that holds a pass.
const COOKIE: &str = "wismo";

/// What a link leads to.
pub struct Door<'a> {
    /// The link.
    pub link: Link,
    /// The order's shop.
    pub shop: &'a Shop,
    /// What it decided.
    pub rules: Rc<ShopSettings>,
    /// The fold of the order's log.
    pub snapshot: Snapshot,
    /// How much the reader may see.
    pub sight: Sight,
    /// What they read.
    pub language: Language,
    /// When they came.
    pub now: Timestamp,
}

/// Opens a link of these kinds. A forged one costs no store call, and all that
/// lead nowhere get the same answer.
///
/// # Errors
/// The answer to give where it leads nowhere, or not any more.
pub async fn enter<'a>(
    settings: &'a Settings,
    token: &str,
    kinds: &[Kind],
    asked: Option<Language>,
    headers: &HeaderMap,
) -> Result<Door<'a>, Response> {
    let opened = settings.link_keys.open(token);
    let opened = opened.filter(|link| kinds.contains(&link.kind));
    let found = opened.and_then(|link| Some((settings.shop(&link.order.shop)?, link)));
    let Some((shop, link)) = found else {
        return Err(not_found(headers));
    };
    let reading = read(&SpinStore, &SpinEnvironment, &link.order);
    let (reading, rules) = try_join(reading, shop_settings(&shop.id))
        .await
        .map_err(|fault| response::try_again("status", &fault))?;
    let snapshot = reading.snapshot;
    let now = SpinEnvironment.now();
    let Some((_, order)) = snapshot.newest().filter(|_| snapshot.links().admit(&link)) else {
        return Err(not_found(headers));
    };
    let language = language::spoken(asked, headers, &snapshot.choice(), order, shop);
    let is_shut = second_step(&rules, &snapshot, now).is_some();
    let sight = match link.kind {
        Kind::Gift => Sight::Gift,
        Kind::Customer if !is_shut || has_pass(settings, &link, headers, now) => Sight::Whole,
        Kind::Customer | Kind::Unsubscribe | Kind::Mail => Sight::Safe,
    };
    let door = Door {
        link,
        shop,
        rules,
        snapshot,
        sight,
        language,
        now,
    };
    // Who has an old mail can stop the mails, however old it is.
    let ends = door.link.kind != Kind::Unsubscribe;
    if ends && has_ended(&door.rules, &door.snapshot, now) {
        let find = format!("{}/s/in/{}", settings.public_url, shop.id);
        return Err(html(StatusCode::GONE, page::ended(&door.page(), &find)));
    }
    Ok(door)
}

impl Door<'_> {
    /// What the shop asks for before the link shows everything.
    pub fn second_step(&self) -> Option<&SecondStep> {
        second_step(&self.rules, &self.snapshot, self.now)
    }

    /// What the customer knows the order by.
    pub fn number(&self) -> &str {
        let newest = self.snapshot.newest();
        newest.map_or("", |(_, order)| order.display_number())
    }

    /// A page of the shop's, beside the order's.
    pub fn page(&self) -> ShopPage<'_> {
        ShopPage {
            shop: self.shop,
            brand: &self.rules.brand,
            language: self.language,
        }
    }

    /// Too many attempts: 429, and when there may be more.
    pub fn too_many(&self, until: Timestamp) -> Response {
        let document = page::too_many(&self.page(), until);
        let mut answer = html(StatusCode::TOO_MANY_REQUESTS, document);
        let seconds = (until.as_second() - self.now.as_second()).max(1);
        let headers = answer.headers_mut();
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        answer
    }
}

/// Whether an order's links were good for a time that is over. A new link, or
/// one that the merchant restored, begins it anew.
pub fn has_ended(rules: &ShopSettings, snapshot: &Snapshot, now: Timestamp) -> bool {
    let changed = snapshot.newest().map(|(_, order)| order.updated_at);
    let since = changed.max(snapshot.links().renewed_at());
    since.is_some_and(|since| rules.access.has_ended(since, now))
}

fn second_step<'a>(
    rules: &'a ShopSettings,
    snapshot: &Snapshot,
    now: Timestamp,
) -> Option<&'a SecondStep> {
    let placed = snapshot.newest().and_then(|(_, order)| order.placed_at);
    // An order whose age nobody knows is not a new one.
    let placed = placed.or_else(|| snapshot.since());
    let placed = placed.unwrap_or(Timestamp::UNIX_EPOCH);
    rules.access.second_step(placed, now)
}

fn has_pass(settings: &Settings, link: &Link, headers: &HeaderMap, now: Timestamp) -> bool {
    let keys = &settings.link_keys;
    let mut passes = cookie::named(headers, COOKIE);
    passes.any(|pass| keys.has_pass(pass, &link.order, link.rotation, now))
}

/// Keeps a pass for an order with the browser: under this link, and no other.
pub fn keep_pass(
    settings: &Settings,
    headers: &mut HeaderMap,
    token: &str,
    (order, rotation): (&OrderKey, u32),
    now: Timestamp,
) {
    let pass = settings.link_keys.seal_pass(&Pass {
        order: order.clone(),
        rotation,
        until: now + PASS_LIFE,
    });
    cookie::keep(headers, token, (COOKIE, &pass), PASS_LIFE);
}

/// An order as it stands, with what is known of its customer.
///
/// # Errors
/// When the store fails.
pub async fn known(key: &OrderKey, snapshot: &Snapshot) -> Result<Option<Order>, StoreError> {
    let Some(mut order) = snapshot.order() else {
        return Ok(None);
    };
    if let Some(customer) = order.customer.id.clone() {
        let ledger = customer_ledger(&key.shop, &customer);
        let known: Folded<Known> = ledger.read(&SpinStore, &SpinEnvironment).await?;
        known.fold.apply(&mut order);
    }
    Ok(Some(order))
}
