//! The way from a token to the page and its other forms.

use http::HeaderMap;
use wismo_domain::access::link::Kind;
use wismo_domain::settings::Part;
use wismo_platform::http::cached::cached;
use wismo_platform::http::entity_tag::digest;
use wismo_platform::http::{Rejection, Response};
use wismo_view::page::{self, Page};

use crate::access::authorize;
use crate::answers::{not_found, shown};
use crate::config::config;
use crate::{file, language};

/// The form in which an order is asked for.
#[derive(Clone, Copy)]
pub enum Wanted<'a> {
    /// The page.
    Page,
    /// The same in JSON.
    Json,
    /// The expected day as an event.
    Calendar,
    /// A document, by its number.
    Document(&'a str),
}

/// Answers with the page or file that a token leads to. A forged token costs no
/// store call, and every wrong one gets the same answer.
///
/// # Errors
/// When the token leads nowhere, or to nothing of this form.
pub async fn respond(
    token: &str,
    wanted: Wanted<'_>,
    query: &str,
    headers: &HeaderMap,
) -> Result<Response, Rejection> {
    let config = config().await?;
    let asked = language::asked(query);
    let kinds = [Kind::Customer, Kind::Gift];
    let door = authorize(&config, token, &kinds, asked, headers).await?;
    let state = &door.state;
    let page = Page {
        shop: door.shop,
        settings: &door.rules,
        visibility: door.visibility,
        state,
        now: door.now,
        token,
        is_still: query.split('&').any(|pair| pair == "still"),
        language: door.language,
    };
    match wanted {
        Wanted::Page => {
            let mut answer = shown(page::render(&page), headers);
            if let Some(language) = asked {
                language::keep(answer.headers_mut(), token, language);
            }
            Ok(answer)
        }
        Wanted::Json => Ok(cached("application/json", page::machine(&page), headers)),
        Wanted::Calendar => {
            let url = format!("{}/s/{token}", config.public_url);
            // Derived from the order, not from a link that may be replaced.
            let order = &door.link.order;
            let order = [&*order.shop, &*order.order].join("\n");
            let uid = format!("{}@wismo", digest(order.as_bytes()));
            let calendar = page::calendar(&page, &uid, &url);
            let calendar = calendar.ok_or_else(|| not_found(headers))?;
            let media_type = "text/calendar; charset=utf-8";
            Ok(cached(media_type, calendar.into(), headers))
        }
        Wanted::Document(index) if door.visibility.sees(&door.rules, Part::Documents) => {
            file::respond(&door.shop.id, &state.order, index, headers).await
        }
        Wanted::Document(_) => Err(not_found(headers).into()),
    }
}
