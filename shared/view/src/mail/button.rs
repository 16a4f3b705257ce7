//! The way to the order's page: a button, and the address for who sees none.

use maud::{Markup, html};

use super::plain::Plain;
use super::style;
use super::voice::Voice;

pub(super) fn html(voice: &Voice<'_>) -> Markup {
    let Some(url) = voice.letter.page_url else {
        return html! {};
    };
    let look = voice.look;
    html! {
        table role="presentation" cellpadding="0" cellspacing="0" border="0" style=(style::SPACED) {
            tr {
                td.w-button bgcolor=(look.accent) style={ (style::BUTTON) (look.fill()) } {
                    a.w-button href=(url) style={ (style::BUTTON_LINK) (look.fill()) } { (voice.get("mail-button")) }
                }
            }
        }
        p.w-muted style=(style::SMALL) {
            (voice.get("mail-address")) br;
            a.w-link href=(url) style={ (style::ADDRESS) (look.ink()) } { (url) }
        }
    }
}

pub(super) fn text(voice: &Voice<'_>, plain: &mut Plain) {
    if let Some(url) = voice.letter.page_url {
        plain.paragraph(&voice.get("mail-see"));
        plain.bare(url);
    }
}
