//! The document around every page.

use std::collections::BTreeSet;

use base64::{Engine, engine::general_purpose::STANDARD};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};
use wismo_domain::settings::Brand;

use super::theme;
use crate::texts::Language;
use crate::url::origin;

/// The style of every page, inline, so that a page is one answer.
const STYLE: &str = include_str!("page.css");

/// A page and the `Content-Security-Policy` that lets it show only what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The whole HTML document.
    pub html: String,
    /// The value of that header.
    pub policy: String,
    /// Seconds after which a page left open asks for itself again, by the `Refresh`
    /// header: a reader who is disturbed by it could not switch off a `meta` element
    /// (WCAG 2.2, technique F41).
    pub renewed_after: Option<u32>,
}

/// The parts around a page's body.
pub(super) struct Frame<'a> {
    language: Language,
    title: &'a str,
    description: Option<&'a str>,
    brand: Option<&'a Brand>,
    pictures: BTreeSet<String>,
    has_form: bool,
    renewed_after: Option<u32>,
}

impl<'a> Frame<'a> {
    pub(super) const fn new(language: Language, title: &'a str) -> Self {
        Self {
            language,
            title,
            description: None,
            brand: None,
            pictures: BTreeSet::new(),
            has_form: false,
            renewed_after: None,
        }
    }

    /// Describes the page in a sentence; without one, its title does.
    pub(super) const fn says(mut self, description: &'a str) -> Self {
        self.description = Some(description);
        self
    }

    /// Adds the colours of a shop, and its logo.
    pub(super) fn of(mut self, brand: &'a Brand) -> Self {
        self.brand = Some(brand);
        self.with_pictures(brand.logo.iter().map(String::as_str))
    }

    /// Allows the pictures that the body shows.
    pub(super) fn with_pictures<'b>(mut self, urls: impl Iterator<Item = &'b str>) -> Self {
        self.pictures.extend(urls.filter_map(origin));
        self
    }

    /// Allows the body's form, which comes back to where it was.
    pub(super) const fn with_form(mut self) -> Self {
        self.has_form = true;
        self
    }

    /// Makes a page left open ask for itself again, after so many seconds.
    pub(super) const fn renewed_after(mut self, seconds: Option<u32>) -> Self {
        self.renewed_after = seconds;
        self
    }

    /// The document around a body.
    pub(super) fn document(self, body: &Markup) -> Document {
        let style = match self.brand.and_then(theme::colours) {
            Some(colours) => format!("{STYLE}{colours}"),
            None => STYLE.to_owned(),
        };
        let policy = self.policy(&style);
        let renewed_after = self.renewed_after;
        let html = html! {
            (DOCTYPE)
            html lang=(self.language.code()) dir=(self.language.direction()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="robots" content="noindex";
                    meta name="referrer" content="no-referrer";
                    title { (self.title) }
                    meta name="description" content=(self.description.unwrap_or(self.title));
                    // With this, browsers do not ask for an icon beside the page.
                    link rel="icon" href="data:,";
                    style { (PreEscaped(style)) }
                }
                body { (body) }
            }
        };
        Document {
            html: html.into_string(),
            policy,
            renewed_after,
        }
    }

    /// The policy: nothing but the inline style, by its hash; pictures from the origins of
    /// the page's own, and forms back to where they came from.
    fn policy(&self, style: &str) -> String {
        let hash = STANDARD.encode(Sha256::digest(style));
        let mut policy = format!("default-src 'none'; style-src 'sha256-{hash}'; img-src data:");
        for origin in &self.pictures {
            policy.push(' ');
            policy.push_str(origin);
        }
        let forms = if self.has_form { "'self'" } else { "'none'" };
        policy.push_str("; base-uri 'none'; form-action ");
        policy.push_str(forms);
        policy.push_str("; frame-ancestors 'none'");
        policy
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allows_its_style(document: &Document) {
        let (_, rest) = document.html.split_once("<style>").unwrap();
        let (style, _) = rest.split_once("</style>").unwrap();
        let hash = STANDARD.encode(Sha256::digest(style));
        let allowed = format!("style-src 'sha256-{hash}';");
        assert!(document.policy.contains(&allowed), "{}", document.policy);
    }

    #[test]
    fn the_policy_allows_the_very_style_of_the_page() {
        let frame = || Frame::new(Language::English, "");
        let plain = frame().document(&html! {});
        allows_its_style(&plain);
        assert!(plain.policy.starts_with("default-src 'none';"));
        assert!(plain.policy.contains("img-src data:; "));
        assert!(plain.policy.contains("form-action 'none';"));
        let brand = Brand {
            accent: Some("#ff5500".parse().unwrap()),
            logo: Some("https://cdn.shop.example:8443/logo.png?v=1".to_owned()),
            ..Brand::default()
        };
        let branded = frame().of(&brand).with_form().document(&html! {});
        allows_its_style(&branded);
        assert_ne!(branded.html, plain.html);
        let pictures = "img-src data: https://cdn.shop.example:8443;";
        assert!(branded.policy.contains(pictures), "{}", branded.policy);
        assert!(branded.policy.contains("form-action 'self';"));
    }

    #[test]
    fn the_style_is_the_same_text_to_a_browser() {
        // A browser drops carriage returns before it hashes.
        assert!(!STYLE.contains(['\r', '\0', '<']));
        assert!(!STYLE.contains("url(") && !STYLE.contains("@import"));
    }
}
