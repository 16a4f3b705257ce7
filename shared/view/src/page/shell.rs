//! The document around every page.

use std::sync::OnceLock;

use base64::{Engine, engine::general_purpose::STANDARD};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use crate::texts::Language;

/// The one style, inline: a page is one answer and asks for nothing more.
const STYLE: &str = include_str!("page.css");

/// The whole document.
pub(super) fn document(language: Language, title: &str, body: &Markup) -> String {
    html! {
        (DOCTYPE)
        html lang=(language.code()) dir=(language.direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body { (body) }
        }
    }
    .into_string()
}

/// The `Content-Security-Policy` of every page here: nothing but the inline
/// style, by its hash.
#[must_use]
pub fn content_security_policy() -> &'static str {
    static POLICY: OnceLock<String> = OnceLock::new();
    POLICY.get_or_init(|| policy("'none'"))
}

/// The same for a page whose form comes back to where it was.
#[must_use]
pub fn form_security_policy() -> String {
    policy("'self'")
}

fn policy(form_action: &str) -> String {
    let hash = STANDARD.encode(Sha256::digest(STYLE));
    format!(
        "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; \
         form-action {form_action}; frame-ancestors 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_allows_the_very_style_of_the_page() {
        let document = document(Language::English, "", &html! {});
        let (_, rest) = document.split_once("<style>").unwrap();
        let (style, _) = rest.split_once("</style>").unwrap();
        let hash = STANDARD.encode(Sha256::digest(style));
        let policy = content_security_policy();
        assert!(
            policy.contains(&format!("style-src 'sha256-{hash}';")),
            "{policy}"
        );
        assert!(policy.starts_with("default-src 'none';"));
    }

    #[test]
    fn the_style_is_the_same_text_to_a_browser() {
        // A browser drops carriage returns before it hashes.
        assert!(!STYLE.contains(['\r', '\0', '<']));
        assert!(!STYLE.contains("url(") && !STYLE.contains("@import"));
    }
}
