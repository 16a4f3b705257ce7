//! `GET` and `POST /s` and `/s/in/{shop}`: finding an order by its number. The
//! answer is always the same, and what there is to find is looked for after it:
//! neither it nor its time tells whether there is such an order.

use std::rc::Rc;

use http::{HeaderMap, Method, StatusCode};
use spin_sdk::http::Request;
use wismo_domain::environment::Environment;
use wismo_domain::limit::Limited;
use wismo_domain::log::{LinkChange, Via, change_links, read};
use wismo_domain::settings::Way;
use wismo_domain::shop::Shop;
use wismo_domain::store::StoreError;
use wismo_domain::{lookup, proof};
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::shop_settings::shop_settings;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, response};
use wismo_view::mail::Asked;
use wismo_view::page::{self, ShopPage};

use crate::access::{has_ended, known};
use crate::form::Form;
use crate::language;
use crate::mailing::{self, Mailing};
use crate::page::{html, not_found};
use crate::settings::{Settings, settings};

/// What shows whose an order is.
const WAYS: [Way; 2] = [Way::Postcode, Way::Email];

/// The page for the shop of this id; without one, for the only shop, or the
/// one where a reader chooses among several.
pub async fn respond(shop: Option<&str>, request: Request) -> Response {
    let settings = match settings().await {
        Ok(settings) => settings,
        Err(fault) => return response::not_set_up("status", &fault),
    };
    let found = match (shop, settings.shops.as_slice()) {
        (Some(id), _) => settings.shop(id),
        (None, [only]) => Some(only),
        (None, []) => None,
        (None, all) => return which(all, request.headers()),
    };
    match found {
        Some(shop) => at(&settings, shop, request).await,
        None => not_found(request.headers()),
    }
}

fn which(shops: &[Shop], headers: &HeaderMap) -> Response {
    let address = |shop: &Shop| format!("s/in/{}", shop.id);
    let document = page::which(shops.iter(), address, language::accepted(headers));
    html(StatusCode::OK, document)
}

async fn at(settings: &Rc<Settings>, shop: &Shop, request: Request) -> Response {
    let rules = match shop_settings(&shop.id).await {
        Ok(rules) => rules,
        Err(fault) => return response::try_again("status", &fault),
    };
    let page = ShopPage {
        shop,
        brand: &rules.brand,
        language: language::accepted(request.headers()),
    };
    if request.method() != Method::POST {
        return html(StatusCode::OK, page::find(&page));
    }
    // Any page may send it, such as one of the shop's own: no cookie counts.
    let again = format!("{}/s/in/{}", settings.public_url, shop.id);
    let document = page::found(&page, &again);
    let form = match Form::read(request).await {
        Ok(form) => form,
        Err(answer) => return answer,
    };
    let field = |name| form.get(name).unwrap_or_default().to_owned();
    let (number, answer) = (field("number"), field("answer"));
    let (settings, shop) = (Rc::clone(settings), shop.id.clone());
    spin_sdk::wasip3::spawn(async move {
        if let Err(fault) = find(&settings, &shop, &number, &answer).await {
            eprintln!(
                "{} status: no link was mailed: {fault}",
                SpinEnvironment.now()
            );
        }
    });
    html(StatusCode::OK, document)
}

/// Mails the link, if an order fits. Only what fits is counted, so that nobody
/// fills the store with what they type.
async fn find(
    settings: &Settings,
    shop: &str,
    number: &str,
    answer: &str,
) -> Result<(), StoreError> {
    let Some(shop) = settings.shop(shop) else {
        return Ok(());
    };
    let Some(key) = lookup::by(&SpinStore, &shop.id, number).await? else {
        return Ok(());
    };
    let snapshot = read(&SpinStore, &SpinEnvironment, &key).await?.snapshot;
    let order = known(&key, &snapshot).await?;
    let fitting = order.filter(|order| proof::fits(order, &WAYS, answer));
    let Some(order) = fitting.filter(|_| !snapshot.links().are_revoked()) else {
        return Ok(());
    };
    let now = SpinEnvironment.now();
    let email = order.customer.email.as_deref().unwrap_or_default();
    for limited in [Limited::Link(&key), Limited::Address(&shop.id, email)] {
        if limited.spend(&SpinStore, now).await?.is_some() {
            return Ok(());
        }
    }
    let rules = shop_settings(&shop.id).await?;
    let rotation = if has_ended(&rules, &snapshot, now) {
        let new = LinkChange::Replaced;
        let change = change_links(&SpinStore, &SpinEnvironment, &key, new, Via::Page);
        change.await?.1.rotation()
    } else {
        snapshot.links().rotation()
    };
    let mailing = Mailing {
        settings,
        shop,
        rules: &rules,
        key: &key,
        rotation,
        order: &order,
        choice: &snapshot.choice(),
    };
    mailing::send(&mailing, Asked::Link).await
}
