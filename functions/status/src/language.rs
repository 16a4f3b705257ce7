//! The language that a reader reads: what they chose here, kept in a cookie of
//! this link alone; else what they chose for their mails, the order's, the
//! shop's; else what their browser asks for.

use http::{HeaderMap, header};
use wismo_domain::log::Choice;
use wismo_domain::order::Order;
use wismo_domain::shop::Shop;
use wismo_domain::time::Duration;
use wismo_view::texts::Language;

use crate::cookie;

/// The cookie's name.
const COOKIE: &str = "language";

/// What a query asks for: `?language=da`.
#[must_use]
pub fn asked(query: &str) -> Option<Language> {
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let (_, code) = pairs.find(|(name, _)| name == COOKIE)?;
    Language::known(&code)
}

/// The language to answer in.
#[must_use]
pub fn spoken(
    asked: Option<Language>,
    headers: &HeaderMap,
    choice: &Choice,
    order: &Order,
    shop: &Shop,
) -> Language {
    let own = asked.or_else(|| chosen(headers));
    let told = [
        choice.language.as_deref(),
        order.customer.locale.as_deref(),
        shop.locale.as_deref(),
    ];
    let mut told = told.into_iter().flatten();
    own.or_else(|| told.find_map(Language::known))
        .unwrap_or_else(|| accepted(headers))
}

/// What the browser asks for.
#[must_use]
pub fn accepted(headers: &HeaderMap) -> Language {
    let accepted = headers.get(header::ACCEPT_LANGUAGE);
    let accepted = accepted.and_then(|value| value.to_str().ok());
    Language::accepted(accepted.unwrap_or_default())
}

/// Keeps a choice with the link, for a year.
pub fn keep(headers: &mut HeaderMap, token: &str, language: Language) {
    let chosen = (COOKIE, language.code());
    cookie::keep(headers, token, chosen, Duration::days(365));
}

/// What the cookie says.
fn chosen(headers: &HeaderMap) -> Option<Language> {
    cookie::named(headers, COOKIE).find_map(Language::known)
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;
    use wismo_domain::order::{Stage, Status};
    use wismo_domain::shop::from_setting;
    use wismo_domain::time::Timestamp;

    #[test]
    fn the_readers_own_choice_wins_and_the_browser_comes_last() {
        let shops = |locale: &str| {
            let setting = format!(
                r#"[{{"id":"a","platform":"shopify","secrets":["sixteen or more."]{locale}}}]"#
            );
            from_setting(&setting).unwrap().remove(0)
        };
        let (silent, german) = (shops(""), shops(r#","locale":"de""#));
        let status = Status::new("new", Stage::Received);
        let mut order = Order::new("1", Timestamp::UNIX_EPOCH, status, "EUR");
        let mut headers = HeaderMap::new();
        headers.insert(
            header::ACCEPT_LANGUAGE,
            HeaderValue::from_static("fr-CH, en"),
        );
        let mut choice = Choice::default();
        let say = |asked, headers: &HeaderMap, choice: &Choice, order: &Order, shop: &Shop| {
            spoken(asked, headers, choice, order, shop).code()
        };
        assert_eq!(say(None, &headers, &choice, &order, &silent), "fr");
        assert_eq!(say(None, &headers, &choice, &order, &german), "de");
        order.customer.locale = Some("nb-NO".to_owned());
        assert_eq!(say(None, &headers, &choice, &order, &german), "nb");
        choice.language = Some("sv".to_owned());
        assert_eq!(say(None, &headers, &choice, &order, &german), "sv");
        let cookie = HeaderValue::from_static("other=x; language=cs");
        headers.insert(header::COOKIE, cookie);
        assert_eq!(say(None, &headers, &choice, &order, &german), "cs");
        let da = asked("x=1&language=da");
        assert_eq!(say(da, &headers, &choice, &order, &german), "da");
        assert_eq!(asked("language=xx"), None);
    }
}
