//! Decides who may see which parts of an order: checks that the link still
//! leads there, and that its reader passed the second step.

use std::rc::Rc;

use futures::future::try_join;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use wismo_domain::access::link::{Kind, Link, Pass};
use wismo_domain::context::Environment;
use wismo_domain::intake::customer;
use wismo_domain::log::{MailPreferences, Snapshot, State, read, set_preferences};
use wismo_domain::notices;
use wismo_domain::order::Order;
use wismo_domain::settings::{SecondStep, Settings as ShopSettings};
use wismo_domain::shop::Shop;
use wismo_domain::storage::StoreError;
use wismo_domain::storage::keys::OrderKey;
use wismo_domain::time::Timestamp;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::http::{Rejection, Response};
use wismo_platform::shop_settings::shop_settings;
use wismo_platform::store::SpinStore;
use wismo_view::page::{self, ShopPage, Visibility};
use wismo_view::texts::Language;

use crate::answers::{html, not_found};
use crate::config::Config;
use crate::{cookie, language};

/// The cookie that holds a pass.
const COOKIE: &str = "wismo";

/// An opened link, and everything that its page needs.
pub struct OrderAccess<'a> {
    /// The link's token.
    token: &'a str,
    /// The link.
    pub link: Link,
    /// The order's shop.
    pub shop: &'a Shop,
    /// The shop's settings.
    pub rules: Rc<ShopSettings>,
    /// The fold of the order's log.
    pub snapshot: Snapshot,
    /// The order and its history, as far as they are shown.
    pub state: State,
    /// The part of the order that the reader may see.
    pub visibility: Visibility,
    /// The moment until which the reader need not pass the second step again,
    /// where it is asked for.
    pub pass: Option<Timestamp>,
    /// The reader's language.
    pub language: Language,
    /// The moment of the request.
    pub now: Timestamp,
}

/// Opens a link of these kinds. A forged one costs no store call, and all
/// links that lead nowhere get the same answer.
///
/// # Errors
/// When the link leads nowhere, or does not any more.
pub async fn authorize<'a>(
    config: &'a Config,
    token: &'a str,
    kinds: &[Kind],
    asked: Option<Language>,
    headers: &HeaderMap,
) -> Result<OrderAccess<'a>, Rejection> {
    let opened = config.link_keys.open(token);
    let opened = opened.filter(|link| kinds.contains(&link.kind));
    let found = opened.and_then(|link| Some((config.shop(&link.order.shop)?, link)));
    let Some((shop, link)) = found else {
        return Err(not_found(headers).into());
    };
    let reading = read(SPIN_CONTEXT, &link.order);
    let (reading, rules) = try_join(reading, shop_settings(&shop.id)).await?;
    let snapshot = reading.snapshot;
    let now = SpinEnvironment.now();
    if !snapshot.links().admit(&link) {
        return Err(not_found(headers).into());
    }
    let state = notices::shown(&SpinStore, &link.order, &snapshot, &rules).await?;
    let Some(state) = state else {
        return Err(not_found(headers).into());
    };
    let choice = snapshot.preferences();
    let language = match language::chosen(asked, headers, &choice) {
        Some(language) => language,
        None => {
            let told = told(&link.order, &state.order).await?;
            language::told(told.as_deref(), shop, headers)
        }
    };
    let is_shut = second_step(&rules, &snapshot, now).is_some();
    let pass = pass(config, &link, headers, now).filter(|_| is_shut);
    let visibility = match link.kind {
        _ if state.removed => Visibility::Gone,
        Kind::Gift => Visibility::Shared,
        Kind::Customer if !is_shut || pass.is_some() => Visibility::Full,
        Kind::Customer | Kind::Unsubscribe | Kind::Mail => Visibility::Limited,
    };
    let door = OrderAccess {
        token,
        link,
        shop,
        rules,
        snapshot,
        state,
        visibility,
        pass,
        language,
        now,
    };
    // Whoever has an old mail can stop the mails, however old it is.
    let ends = door.link.kind != Kind::Unsubscribe;
    if ends && door.snapshot.links_have_ended(&door.rules.access, now) {
        let find = format!("{}/s/in/{}", config.public_url, shop.id);
        return Err(html(StatusCode::GONE, page::ended(&door.page(), &find)).into());
    }
    Ok(door)
}

impl OrderAccess<'_> {
    /// The proof that the shop asks for before the link shows everything.
    pub fn second_step(&self) -> Option<&SecondStep> {
        second_step(&self.rules, &self.snapshot, self.now)
    }

    /// The number by which the customer knows the order.
    pub fn number(&self) -> &str {
        self.state.order.display_number()
    }

    /// One of the shop's pages beside the order's own.
    pub fn page(&self) -> ShopPage<'_> {
        ShopPage {
            shop: self.shop,
            brand: &self.rules.brand,
            language: self.language,
        }
    }

    /// Records the customer's choice. If there were too many choices, returns
    /// the moment from which another one is taken.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn choose(&self, choice: MailPreferences) -> Result<Option<Timestamp>, StoreError> {
        let (key, before) = (&self.link.order, self.snapshot.preferences());
        set_preferences(SPIN_CONTEXT, key, &before, choice).await
    }

    /// Answers too many attempts with 429 and the moment of the next possible
    /// one.
    pub fn too_many(&self, until: Timestamp) -> Response {
        let back = (self.link.kind == Kind::Customer).then(|| format!("../{}", self.token));
        let document = page::too_many(&self.page(), until, back.as_deref());
        let mut answer = html(StatusCode::TOO_MANY_REQUESTS, document);
        let seconds = (until.as_second() - self.now.as_second()).max(1);
        let headers = answer.headers_mut();
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        answer
    }
}

fn second_step<'a>(
    rules: &'a ShopSettings,
    snapshot: &Snapshot,
    now: Timestamp,
) -> Option<&'a SecondStep> {
    let changed = snapshot.changed_at().unwrap_or(Timestamp::UNIX_EPOCH);
    rules.access.second_step(changed, now)
}

/// The moment until which the reader's passes for this link hold; the latest
/// counts.
fn pass(config: &Config, link: &Link, headers: &HeaderMap, now: Timestamp) -> Option<Timestamp> {
    let keys = &config.link_keys;
    let passes = cookie::named(headers, COOKIE);
    let until = passes.filter_map(|pass| keys.pass(pass, &link.order, link.rotation, now));
    until.max()
}

/// Keeps a pass for an order in the browser, for this link and no other.
pub fn keep_pass(
    config: &Config,
    headers: &mut HeaderMap,
    token: &str,
    pass: &Pass,
    now: Timestamp,
) {
    let sealed = config.link_keys.seal_pass(pass);
    let life = pass.until.duration_since(now);
    cookie::keep(headers, token, (COOKIE, &sealed), life);
}

/// Returns the language that the shop gave for the order, or else for its
/// customer. The latter costs two more reads.
async fn told(key: &OrderKey, order: &Order) -> Result<Option<String>, StoreError> {
    if order.customer.locale.is_some() || order.customer.id.is_none() {
        return Ok(order.customer.locale.clone());
    }
    let order = customer::known(SPIN_CONTEXT, key, order.clone()).await?;
    Ok(order.customer.locale)
}
