//! The greeting, with the name if it looks like one.

use maud::{Markup, html};

use super::clean;
use super::localizer::{MailLocalizer, SHORT};
use super::plain::Plain;
use super::readers;
use super::style;

pub(super) fn html(localizer: &MailLocalizer<'_>) -> Markup {
    html! { p.w-text style=(style::PARAGRAPH) { (greeting(localizer)) } }
}

pub(super) fn text(localizer: &MailLocalizer<'_>, plain: &mut Plain) {
    plain.paragraph(&greeting(localizer));
}

fn greeting(localizer: &MailLocalizer<'_>) -> String {
    let context = localizer.context;
    let name = match readers::is_to_customer(context) {
        true => context.order.customer.name.as_deref().unwrap_or_default(),
        false => &context.to.name,
    };
    if !is_name(name) {
        return localizer.get("mail-hello");
    }
    localizer.with("mail-hello-name", "name", clean::line(name, SHORT))
}

/// Tells whether a text may be used in the greeting. Anyone can order in the name of "You
/// won! See evil.example" with somebody else's address. So a text is not repeated if it
/// could become a link or markup, if a mail client would decode it (`=?UTF-8?B?...?=`,
/// RFC 2047), or if it is too long for a name.
pub(super) fn is_name(text: &str) -> bool {
    let text = text.trim();
    // A dot followed by two letters is a domain to many mail clients.
    let is_domain = text.split('.').skip(1).any(|rest| {
        let mut letters = rest.chars();
        matches!((letters.next(), letters.next()), (Some(a), Some(b))
            if a.is_alphanumeric() && b.is_alphanumeric())
    });
    !text.is_empty()
        && text.chars().count() <= SHORT
        && !text.contains("=?")
        && !text.contains(['<', '>', '@', '/', '\\', ':', '[', ']', '{', '}'])
        && !text
            .chars()
            .any(|c| c.is_control() || clean::is_invisible(c))
        && !is_domain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_greeted_and_what_could_mislead_is_not() {
        for name in [
            "Åse Nordmann",
            "Dr. J. R. Smith-O'Neil",
            "J.R. Ewing",
            "محمد علي",
            "Bee 🐝",
        ] {
            assert!(is_name(name), "{name}");
        }
        for name in [
            "",
            " ",
            "<script>alert(1)</script>",
            "A\r\nBcc: b@c.example",
            "You won! See evil.example",
            "http://evil",
            "me@you",
            "=?UTF-8?B?WW91IHdvbiE=?=",
            "Ada =?utf-8?q?You_won?=",
            "a\u{202e}b",
            &"x".repeat(300),
        ] {
            assert!(!is_name(name), "{name}");
        }
    }
}
