//! `GET` and `POST /s/{token}/unsubscribe`: no mail of an order any more, with
//! one click (RFC 8058), by a token that opens nothing else. `GET` changes
//! nothing.

use futures::future::try_join;
use http::{Method, StatusCode};
use spin_sdk::http::Request;
use wismo_domain::link::Kind;
use wismo_domain::log::{Choice, read};
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::shop_settings::shop_settings;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, response};
use wismo_view::page::{self, ShopPage, Stop};

use crate::choices::choose;
use crate::form::Form;
use crate::language;
use crate::page::{html, not_found};
use crate::settings::settings;

/// Asks whether the mails shall stop, or stops them.
pub async fn respond(token: &str, request: Request) -> Response {
    let settings = match settings().await {
        Ok(settings) => settings,
        Err(fault) => return response::not_set_up("status", &fault),
    };
    let headers = request.headers().clone();
    let link = settings.link_keys.open(token);
    let link = link.filter(|link| link.kind == Kind::Unsubscribe);
    let found = link.and_then(|link| Some((settings.shop(&link.order.shop)?, link)));
    let Some((shop, link)) = found else {
        return not_found(&headers);
    };
    let reading = read(&SpinStore, &SpinEnvironment, &link.order);
    let (snapshot, rules) = match try_join(reading, shop_settings(&shop.id)).await {
        Ok((reading, rules)) => (reading.snapshot, rules),
        Err(fault) => return response::try_again("status", &fault),
    };
    let admitted = snapshot.newest().filter(|_| snapshot.links().admit(&link));
    let Some((_, order)) = admitted else {
        return not_found(&headers);
    };
    let choice = snapshot.choice();
    let page = ShopPage {
        shop,
        brand: &rules.brand,
        language: language::spoken(None, &headers, &choice, order, shop),
    };
    let stop = if request.method() == Method::POST {
        let none = match Form::of_any_kind(request).await {
            Ok(form) => form.get("again").is_none(),
            Err(answer) => return answer,
        };
        let chosen = Choice {
            none,
            ..choice.clone()
        };
        if let Err(fault) = choose(&link.order, &choice, chosen).await {
            return response::try_again("status", &fault);
        }
        if none { Stop::Stopped } else { Stop::Resumed }
    } else {
        Stop::Asked
    };
    html(
        StatusCode::OK,
        page::stop(&page, order.display_number(), stop),
    )
}
