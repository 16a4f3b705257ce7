//! `GET` and `POST /s/{token}/mail`: which mails of an order its customer gets,
//! and in which language; `/s/{token}/unsubscribe`: none, with one click
//! (RFC 8058), by a token that opens nothing else. `GET` changes nothing.

use std::rc::Rc;

use futures::future::try_join;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use spin_sdk::http::Request;
use wismo_domain::environment::Environment;
use wismo_domain::history::{self, SentMail};
use wismo_domain::link::{Kind, Link};
use wismo_domain::log::{Choice, Event, Said, Via, note, read};
use wismo_domain::settings::{Part, Settings as ShopSettings};
use wismo_domain::shop::Shop;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::shop_settings::shop_settings;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, request, response};
use wismo_view::page::{self, Choices, GROUPS, Stop};
use wismo_view::texts::Language;

use crate::access::enter;
use crate::language;
use crate::page::{html, not_found};
use crate::settings::{Settings, settings};

/// The largest form, in bytes.
const MAX_BODY_BYTES: usize = 2000;

/// The page about the mails.
pub async fn respond(token: &str, request: Request) -> Response {
    at(token, Kind::Customer, request).await
}

/// The page that switches them off.
pub async fn unsubscribe(token: &str, request: Request) -> Response {
    at(token, Kind::Unsubscribe, request).await
}

/// What a link leads to, where it leads somewhere.
struct Found<'a> {
    back: String,
    link: Link,
    shop: &'a Shop,
    rules: Rc<ShopSettings>,
    number: String,
    choice: Choice,
    sent: Vec<SentMail>,
    language: Language,
}

async fn at(token: &str, kind: Kind, request: Request) -> Response {
    let settings = match settings().await {
        Ok(settings) => settings,
        Err(fault) => return response::not_set_up("status", &fault),
    };
    let (method, headers) = (request.method().clone(), request.headers().clone());
    let is_saved = request.uri().query() == Some("saved");
    let found = if kind == Kind::Unsubscribe {
        stopping(&settings, token, &headers).await
    } else {
        choosing(&settings, token, &headers).await
    };
    let mut found = match found {
        Ok(found) => found,
        Err(answer) => return answer,
    };
    if method != Method::POST {
        return found.show(kind, is_saved, Stop::Asked);
    }
    let form = match request::body(request, MAX_BODY_BYTES).await {
        Ok(body) => body,
        Err(fault) => return response::error(StatusCode::BAD_REQUEST, fault.to_string()),
    };
    let form: Vec<(String, String)> = form_urlencoded::parse(&form).into_owned().collect();
    let has = |name: &str| form.iter().any(|(other, _)| other == name);
    let (choice, stop) = if kind == Kind::Unsubscribe {
        let none = !has("again");
        let choice = Choice {
            none,
            ..found.choice.clone()
        };
        (choice, if none { Stop::Stopped } else { Stop::Resumed })
    } else {
        (chosen(&form, has), Stop::Asked)
    };
    if choice != found.choice {
        let event = Event {
            received_at: SpinEnvironment.now(),
            said: Said::Chosen(choice.clone()),
            via: Via::Page,
        };
        if let Err(fault) = note(&SpinStore, &found.link.order, &event).await {
            return response::try_again("status", &fault);
        }
        found.choice = choice;
    }
    if kind == Kind::Unsubscribe {
        return found.show(kind, false, stop);
    }
    // So that loading the page again sends nothing again.
    let mut answer = response::answer(StatusCode::SEE_OTHER, "text/html", Vec::new());
    let headers = answer.headers_mut();
    headers.insert(header::LOCATION, HeaderValue::from_static("mail?saved"));
    answer
}

/// What a form says.
fn chosen(form: &[(String, String)], has: impl Fn(&str) -> bool) -> Choice {
    let off = GROUPS.iter().filter(|(field, _, _)| !has(field));
    let without: Vec<_> = off
        .flat_map(|(_, _, kinds)| kinds.iter().copied())
        .collect();
    let language = form.iter().find(|(name, _)| name == "language");
    let language = language.and_then(|(_, code)| Language::known(code));
    Choice {
        none: GROUPS.iter().all(|(field, _, _)| !has(field)),
        without,
        language: language.map(|language| language.code().to_owned()),
    }
}

/// What a customer's link leads to.
async fn choosing<'a>(
    settings: &'a Settings,
    token: &str,
    headers: &HeaderMap,
) -> Result<Found<'a>, Response> {
    let door = enter(settings, token, None, headers).await?;
    let order = door.snapshot.newest().map(|(_, order)| order);
    let order = order.filter(|_| door.link.kind == Kind::Customer);
    let order = order.ok_or_else(|| not_found(headers))?;
    let sent = if door.sight.sees(&door.rules, Part::Mails) {
        let sent = history::sent_mails(&SpinStore, &door.link.order, &door.snapshot).await;
        sent.map_err(|fault| response::try_again("status", &fault))?
    } else {
        Vec::new()
    };
    Ok(Found {
        back: format!("../{token}"),
        number: order.display_number().to_owned(),
        choice: door.snapshot.choice(),
        sent,
        link: door.link,
        shop: door.shop,
        rules: door.rules,
        language: door.language,
    })
}

/// What a link that switches mails off leads to, whatever became of the others:
/// it stands in the headers of mails that were sent long ago (RFC 8058).
async fn stopping<'a>(
    settings: &'a Settings,
    token: &str,
    headers: &HeaderMap,
) -> Result<Found<'a>, Response> {
    let link = settings.link_keys.open(token);
    let link = link.filter(|link| link.kind == Kind::Unsubscribe);
    let found = link.and_then(|link| Some((settings.shop(&link.order.shop)?, link)));
    let (shop, link) = found.ok_or_else(|| not_found(headers))?;
    let reading = read(&SpinStore, &SpinEnvironment, &link.order);
    let reading = try_join(reading, shop_settings(&shop.id)).await;
    let (reading, rules) = reading.map_err(|fault| response::try_again("status", &fault))?;
    let newest = reading.snapshot.newest();
    let (_, order) = newest.ok_or_else(|| not_found(headers))?;
    let choice = reading.snapshot.choice();
    Ok(Found {
        language: language::spoken(None, headers, &choice, order, shop),
        back: String::new(),
        number: order.display_number().to_owned(),
        choice,
        sent: Vec::new(),
        link,
        shop,
        rules,
    })
}

impl Found<'_> {
    fn show(&self, kind: Kind, is_saved: bool, stop: Stop) -> Response {
        let document = if kind == Kind::Unsubscribe {
            let shop = (self.shop, &self.rules.brand);
            page::stop(shop, &self.number, stop, self.language)
        } else {
            page::choices(&Choices {
                shop: self.shop,
                brand: &self.rules.brand,
                number: &self.number,
                choice: &self.choice,
                sent: &self.sent,
                is_saved,
                back: &self.back,
                language: self.language,
            })
        };
        html(StatusCode::OK, document)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wismo_domain::changes::ChangeKind;

    fn of(form: &str) -> Choice {
        let form: Vec<(String, String)> = form_urlencoded::parse(form.as_bytes())
            .into_owned()
            .collect();
        chosen(&form, |name| form.iter().any(|(other, _)| other == name))
    }

    #[test]
    fn a_form_says_what_is_wanted() {
        let all = "status=on&parcels=on&dates=on&cancelled=on&money=on";
        assert_eq!(of(all), Choice::default());
        let some = of("status=on&parcels=on&cancelled=on&money=on&language=da");
        assert_eq!(
            some.without,
            [ChangeKind::ExpectedDateChanged, ChangeKind::BackInStock]
        );
        assert_eq!(some.language.as_deref(), Some("da"));
        assert!(of("language=").none);
        assert_eq!(of("language=xx&status=on").language, None);
    }
}
