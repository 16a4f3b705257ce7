//! The reader's language: the one that they chose here, kept in a cookie of this
//! link alone; else the one that they chose for their mails; else the one that
//! the shop gave for the order, its customer or itself; else the one that their
//! browser asks for. Except for the cookie and the browser, it is also the
//! language of the order's mails.

use http::{HeaderMap, header};
use wismo_domain::log::MailPreferences;
use wismo_domain::shop::Shop;
use wismo_domain::time::Duration;
use wismo_view::texts::Language;

use crate::cookie;

/// The cookie's name.
const COOKIE: &str = "language";

/// The language that a query asks for: `?language=da`.
#[must_use]
pub fn asked(query: &str) -> Option<Language> {
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let (_, code) = pairs.find(|(name, _)| name == COOKIE)?;
    Language::known(&code)
}

/// The language that the reader chose, for themselves or for their mails.
#[must_use]
pub fn chosen(
    asked: Option<Language>,
    headers: &HeaderMap,
    choice: &MailPreferences,
) -> Option<Language> {
    let kept = || cookie::named(headers, COOKIE).find_map(Language::known);
    let mails = || choice.language.as_deref().and_then(Language::known);
    asked.or_else(kept).or_else(mails)
}

/// The language that the shop gave for the customer or for itself; else the
/// one that their browser asks for.
#[must_use]
pub fn told(told: Option<&str>, shop: &Shop, headers: &HeaderMap) -> Language {
    let mut told = [told, shop.locale.as_deref()].into_iter().flatten();
    told.find_map(Language::known)
        .unwrap_or_else(|| accepted(headers))
}

/// The language that the browser asks for, as far as Wismo has it; else the shop's own.
#[must_use]
pub fn of_shop(shop: &Shop, headers: &HeaderMap) -> Language {
    let asked = headers.get(header::ACCEPT_LANGUAGE);
    let asked = asked
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let own = shop.locale.as_deref().unwrap_or_default();
    Language::accepted(asked, own)
}

/// The language that the browser asks for.
#[must_use]
pub fn accepted(headers: &HeaderMap) -> Language {
    let accepted = headers.get(header::ACCEPT_LANGUAGE);
    let accepted = accepted.and_then(|value| value.to_str().ok());
    Language::accepted(accepted.unwrap_or_default(), "")
}

/// Keeps the choice for this link, for a year.
pub fn keep(headers: &mut HeaderMap, token: &str, language: Language) {
    let chosen = (COOKIE, language.code());
    cookie::keep(headers, token, chosen, Duration::days(365));
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;
    use wismo_domain::shop::from_setting;

    #[test]
    fn the_readers_own_choice_wins_and_the_browser_comes_last() {
        let shops = |locale: &str| {
            let setting = format!(
                r#"[{{"id":"a","platform":"shopify","secrets":["sixteen or more."]{locale}}}]"#
            );
            from_setting(&setting).unwrap().remove(0)
        };
        let (silent, german) = (shops(""), shops(r#","locale":"de""#));
        let mut headers = HeaderMap::new();
        headers.insert(
            header::ACCEPT_LANGUAGE,
            HeaderValue::from_static("fr-CH, en"),
        );
        let mut choice = MailPreferences::default();
        let say = |asked, headers: &HeaderMap, choice: &MailPreferences, order, shop: &Shop| {
            let chosen = chosen(asked, headers, choice);
            chosen.unwrap_or_else(|| told(order, shop, headers)).code()
        };
        assert_eq!(say(None, &headers, &choice, None, &silent), "fr");
        assert_eq!(say(None, &headers, &choice, None, &german), "de");
        let order = Some("nb-NO");
        assert_eq!(say(None, &headers, &choice, order, &german), "nb");
        choice.language = Some("sv".to_owned());
        assert_eq!(say(None, &headers, &choice, order, &german), "sv");
        let cookie = HeaderValue::from_static("other=x; language=cs");
        headers.insert(header::COOKIE, cookie);
        assert_eq!(say(None, &headers, &choice, order, &german), "cs");
        let da = asked("x=1&language=da");
        assert_eq!(say(da, &headers, &choice, order, &german), "da");
        assert_eq!(asked("language=xx"), None);
    }
}
