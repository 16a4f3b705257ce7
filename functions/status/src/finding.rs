//! `GET` and `POST /s` and `/s/in/{shop}`: finding an order by its number. The
//! answer is always the same, and the order is looked for some time after it:
//! neither the answer, nor its timing, nor that of the next request tells whether
//! there is such an order.

use std::rc::Rc;
use std::time::Duration;

use http::{Method, StatusCode};
use spin_sdk::http::Request;
use wismo_domain::context::Environment;
use wismo_domain::finding::{self, Question};
use wismo_domain::shop::Shop;
use wismo_domain::storage::StoreError;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::http::form::Form;
use wismo_platform::http::{Rejection, Response};
use wismo_platform::shop_settings::shop_settings;
use wismo_view::mail::RequestedMail;
use wismo_view::page::{self, ShopPage};

use crate::answers::{html, not_found};
use crate::config::{Config, config};
use crate::mailing::{self, Mailing};
use crate::{COMPONENT, language};

/// Serves the page for the shop of this id; without one, for the only shop. If
/// there are several, it answers 404, as nobody needs to know which shops they
/// are.
///
/// # Errors
/// When there is no such shop, or the form is at fault.
pub async fn respond(shop: Option<&str>, request: Request) -> Result<Response, Rejection> {
    let config = config().await?;
    let found = match (shop, config.shops.as_slice()) {
        (Some(id), _) => config.shop(id),
        (None, [only]) => Some(only),
        (None, _) => None,
    };
    match found {
        Some(shop) => at(&config, shop, request).await,
        None => Err(not_found(request.headers()).into()),
    }
}

async fn at(config: &Rc<Config>, shop: &Shop, request: Request) -> Result<Response, Rejection> {
    let rules = shop_settings(&shop.id).await?;
    let chosen = language::asked(request.uri().query().unwrap_or_default());
    let page = ShopPage {
        shop,
        brand: &rules.brand,
        language: chosen.unwrap_or_else(|| language::of_shop(shop, request.headers())),
    };
    if request.method() != Method::POST {
        let document = page::find(&page, &rules.access.find_by);
        return Ok(html(StatusCode::OK, document));
    }
    // Any page may send this form, such as one of the shop's own: no cookie
    // counts.
    let mut again = format!("{}/s/in/{}", config.public_url, shop.id);
    if let Some(language) = chosen {
        again = format!("{again}?language={}", language.code());
    }
    let document = page::found(&page, &again);
    let form = Form::read(request).await?;
    let field = |name| form.get(name).unwrap_or_default().to_owned();
    let (number, answer) = (field("number"), field("answer"));
    let (config, shop) = (Rc::clone(config), shop.id.clone());
    // Not at once: whoever asks for something else right away could tell by its
    // timing whether there was something to do.
    let later = Duration::from_millis(100 + SpinEnvironment.random() % 900);
    spin_sdk::wasip3::spawn(async move {
        spin_sdk::time::sleep(later).await;
        if let Err(fault) = find(&config, &shop, &number, &answer).await {
            COMPONENT.log(format_args!("no link was mailed: {fault}"));
        }
    });
    Ok(html(StatusCode::OK, document))
}

/// Mails the link, if an order matches.
async fn find(config: &Config, shop: &str, number: &str, answer: &str) -> Result<(), StoreError> {
    let Some(shop) = config.shop(shop) else {
        return Ok(());
    };
    let rules = shop_settings(&shop.id).await?;
    let question = Question { number, answer };
    let found = finding::find(SPIN_CONTEXT, &shop.id, &rules, question).await?;
    let Some(found) = found else {
        return Ok(());
    };
    let mailing = Mailing {
        config,
        shop,
        rules: &rules,
        key: &found.key,
        rotation: found.rotation,
        order: &found.order,
        choice: &found.snapshot.preferences(),
    };
    mailing::send(&mailing, RequestedMail::Link).await
}
