//! Who writes, and why.

use maud::{Markup, html};

use super::plain::Plain;
use super::style;
use super::voice::Voice;

/// The closing.
pub(super) fn html(voice: &Voice<'_>) -> Markup {
    html! {
        @if voice.letter.reply_to.is_some() {
            p.w-text style=(style::QUESTION) { (voice.get("mail-reply")) }
        }
        p.w-text style=(style::CLOSING) { (voice.get("mail-regards")) br; (voice.shop()) }
    }
}

/// Why the customer gets this mail: below everything else.
pub(super) fn why_html(voice: &Voice<'_>) -> Markup {
    html! { p.w-muted style=(style::FOOTER) { (why(voice)) } }
}

pub(super) fn text(voice: &Voice<'_>, plain: &mut Plain) {
    if voice.letter.reply_to.is_some() {
        plain.paragraph(&voice.get("mail-reply"));
    }
    plain.paragraph(&voice.get("mail-regards"));
    plain.bare(&voice.shop());
    plain.paragraph("--");
    plain.bare(&why(voice));
}

fn why(voice: &Voice<'_>) -> String {
    let arguments = [
        ("number", voice.number().into()),
        ("shop", voice.shop().into()),
    ];
    // A copy tells the same to who did not order.
    let id = if voice.letter.cc.is_empty() {
        "mail-why"
    } else {
        "mail-why-copied"
    };
    voice.texts.with(id, arguments).into_owned()
}
