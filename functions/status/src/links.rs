//! `GET /s/{token}/link`: the link to share; `POST` replaces the order's links.
//! `GET` changes nothing.

use http::{Method, StatusCode};
use spin_sdk::http::Request;
use wismo_domain::access::link::{Kind, Link, Pass};
use wismo_domain::access::rate_limit::RateLimit;
use wismo_domain::log::{LinkChange, Via, change_links};
use wismo_domain::storage::StoreError;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::form::Form;
use wismo_platform::http::response::see_other;
use wismo_platform::http::{Rejection, Response};
use wismo_platform::store::SpinStore;
use wismo_view::page::{self, LinksPage, Visibility};

use crate::access::{OrderAccess, authorize, keep_pass};
use crate::answers::html;
use crate::config::{Config, config};

/// Shows the links, or replaces them.
///
/// # Errors
/// When the link leads nowhere, or the form is at fault.
pub async fn respond(token: &str, request: Request) -> Result<Response, Rejection> {
    let config = config().await?;
    let door = authorize(&config, token, &[Kind::Customer], None, request.headers()).await?;
    match door.visibility {
        Visibility::Full => {}
        Visibility::Gone => return Ok(see_other(&format!("../{token}"))),
        Visibility::Limited | Visibility::Shared => return Ok(see_other("unlock")),
    }
    if request.method() != Method::POST {
        let is_replaced = request.uri().query() == Some("replaced");
        return Ok(show(&config, token, &door, is_replaced));
    }
    Form::own(request).await?;
    Ok(replace(&config, &door).await?)
}

fn show(config: &Config, token: &str, door: &OrderAccess<'_>, is_replaced: bool) -> Response {
    let gift = config.link_keys.seal(&Link {
        kind: Kind::Gift,
        ..door.link.clone()
    });
    let document = page::links(&LinksPage {
        of: door.page(),
        number: door.number(),
        gift_url: &format!("{}/s/{gift}", config.public_url),
        is_replaced,
        back: &format!("../{token}"),
    });
    html(StatusCode::OK, document)
}

async fn replace(config: &Config, door: &OrderAccess<'_>) -> Result<Response, StoreError> {
    let order = &door.link.order;
    let limits = [
        RateLimit::Replacement(order),
        RateLimit::ReplacementInADay(order),
        RateLimit::Shop(&order.shop),
    ];
    let until = RateLimit::check_all(&limits, &SpinStore, door.now).await?;
    if let Some(until) = until {
        return Ok(door.too_many(until));
    }
    let replaced = LinkChange::Replaced;
    let (_, links) = change_links(SPIN_CONTEXT, order, replaced, Via::Page, None).await?;
    let rotation = links.rotation();
    let token = config.link_keys.seal(&Link {
        rotation,
        ..door.link.clone()
    });
    let mut answer = see_other(&format!("../{token}/link?replaced"));
    // Whoever has proved that the order is theirs need not prove it again
    // while the pass holds. Whoever was not asked has proved nothing.
    if let Some(until) = door.pass {
        let pass = Pass {
            order: order.clone(),
            rotation,
            until,
        };
        keep_pass(config, answer.headers_mut(), &token, &pass, door.now);
    }
    Ok(answer)
}
