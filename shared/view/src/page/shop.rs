//! The shop's own part of the page: its sign, its words, how to reach it.

use maud::{Markup, html};
use wismo_domain::settings::{Brand, BrandTexts};
use wismo_domain::shop::Shop;

use super::localizer::PageLocalizer;
use super::shell::{Document, Frame};
use crate::texts::Language;

/// A page of a shop's other than an order's whole page.
#[derive(Clone, Copy)]
pub struct ShopPage<'a> {
    /// The shop that sells.
    pub shop: &'a Shop,
    /// The shop's looks.
    pub brand: &'a Brand,
    /// The language to show it in.
    pub language: Language,
}

impl ShopPage<'_> {
    /// The document around the body of a page, which may hold a form.
    pub(super) fn document(&self, title: &str, body: &Markup) -> Document {
        self.with_footer(title, body, None)
    }

    /// The same, with a footer.
    pub(super) fn with_footer(&self, title: &str, body: &Markup, end: Option<&Markup>) -> Document {
        let body = html! {
            (sign(self.shop, self.brand))
            main { (body) }
            @if let Some(end) = end { footer.screen { (end) } }
        };
        let frame = Frame::new(self.language, title).of(self.brand);
        frame.with_form().document(&body)
    }
}

/// The shop's logo or name, which leads to its site if it has told one.
pub(super) fn sign(shop: &Shop, brand: &Brand) -> Markup {
    let name = brand.name_of(shop);
    let mark = html! {
        @match &brand.logo {
            // The height at which it is shown, so that nothing moves when it arrives.
            Some(logo) => img.logo src=(logo) alt=(name) height="40";,
            None => bdi { (name) },
        }
    };
    html! {
        header {
            p {
                @match &brand.site {
                    Some(site) => a href=(site) { (mark) },
                    None => (mark),
                }
            }
        }
    }
}

/// The shop's messages to the customer: `own` about this order, and the one to everybody.
pub(super) fn message(
    localizer: &PageLocalizer<'_>,
    own: Option<&str>,
    texts: Option<&BrandTexts>,
) -> Markup {
    let general = texts.and_then(|texts| texts.message.as_deref());
    let messages = [own, general];
    let mut messages = messages.into_iter().flatten().map(str::trim).peekable();
    html! {
        @if messages.peek().is_some() {
            section.message aria-labelledby="message" {
                h2 id="message" { (localizer.get("page-message")) }
                @for message in messages { (lines(message)) }
            }
        }
    }
}

/// The ways to reach the shop, and its other links.
pub(super) fn contact(
    localizer: &PageLocalizer<'_>,
    brand: &Brand,
    texts: Option<&BrandTexts>,
) -> Markup {
    let links = [
        (&brand.contact_url, "page-contact-ask"),
        (&brand.returns_url, "page-contact-return"),
        (&brand.site, "page-contact-site"),
    ];
    let links = links.into_iter().filter_map(|(url, id)| {
        let url = url.as_deref()?;
        Some((url, localizer.get(id)))
    });
    let own = texts.into_iter().flat_map(|texts| &texts.links);
    let own = own.map(|link| (link.url.as_str(), link.text.clone()));
    let links: Vec<(&str, String)> = links.chain(own).collect();
    let is_known = brand.email.is_some() || brand.phone.is_some() || !links.is_empty();
    html! {
        @if is_known {
            section aria-labelledby="contact" {
                h2 id="contact" { (localizer.get("page-contact")) }
                ul.links {
                    @if let Some(email) = &brand.email {
                        li { a href={ "mailto:" (email) } { bdi { (email) } } }
                    }
                    @if let Some(phone) = &brand.phone {
                        li { a href={ "tel:" (dialled(phone)) } { bdi { (phone) } } }
                    }
                    @for (url, text) in links { li { a href=(url) { bdi { (text) } } } }
                }
            }
        }
    }
}

/// The shop's words at the very end.
pub(super) fn footer(texts: Option<&BrandTexts>) -> Markup {
    let footer = texts.and_then(|texts| texts.footer.as_deref());
    html! { @if let Some(footer) = footer { (lines(footer)) } }
}

/// A text of a few lines, each in a paragraph of its own.
fn lines(text: &str) -> Markup {
    let lines = text.lines().map(str::trim);
    html! {
        @for line in lines.filter(|line| !line.is_empty()) { p dir="auto" { (line) } }
    }
}

/// A number as it is dialled (RFC 3966): digits, and a plus before them.
fn dialled(phone: &str) -> String {
    let digits = phone.chars().filter(char::is_ascii_digit);
    let plus = phone.trim_start().starts_with('+').then_some('+');
    plus.into_iter().chain(digits).collect()
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;

    #[test]
    fn a_shop_that_tells_nothing_has_no_sections() {
        let localizer = samples::localizer();
        assert_eq!(message(&localizer, None, None).into_string(), "");
        let none = contact(&localizer, &Brand::default(), Some(&BrandTexts::default()));
        assert_eq!(none.into_string(), "");
    }

    #[test]
    fn what_the_shop_says_stays_text_and_its_links_lead_there() {
        let localizer = samples::localizer();
        let texts = BrandTexts {
            message: Some("Closed on Monday.\n\nBack on Tuesday.".to_owned()),
            ..BrandTexts::default()
        };
        let shown = message(&localizer, Some("Thanks, <b>Bo</b>!"), Some(&texts)).into_string();
        assert!(shown.contains("&lt;b&gt;Bo&lt;/b&gt;"), "{shown}");
        assert!(shown.contains("Closed on Monday.</p><p"), "{shown}");
        let brand = Brand {
            phone: Some("+47 (22) 33-44".to_owned()),
            email: Some("bo@shop.example".to_owned()),
            ..Brand::default()
        };
        let shown = contact(&localizer, &brand, None).into_string();
        assert!(shown.contains("tel:+47223344"), "{shown}");
        assert!(shown.contains("mailto:bo@shop.example"), "{shown}");
    }
}
