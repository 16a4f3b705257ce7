//! The signature, and the reason why the mail was sent.

use maud::{Markup, html};

use super::plain::Plain;
use super::readers::Readers;
use super::style;
use super::template::Words;
use super::voice::Voice;

/// The closing and the signature: the shop's own words, else ours.
fn end(voice: &Voice<'_>, words: &Words) -> Vec<String> {
    let or = |own: &[String], ours: &dyn Fn() -> String| match own {
        [] => vec![ours()],
        own => own.to_vec(),
    };
    let closing = or(&words.closing, &|| voice.get("mail-regards"));
    let signature = or(&words.signature, &|| voice.shop());
    [closing, signature].concat()
}

/// The closing.
pub(super) fn html(voice: &Voice<'_>, words: &Words) -> Markup {
    html! {
        @if voice.letter.reply_to.is_some() {
            p.w-text style=(style::QUESTION) { (voice.get("mail-reply")) }
        }
        p.w-text style=(style::CLOSING) {
            @for (index, line) in end(voice, words).iter().enumerate() {
                @if index > 0 { br; }
                (line)
            }
        }
    }
}

/// The reason why the customer gets this mail, below everything else.
pub(super) fn why_html(voice: &Voice<'_>) -> Markup {
    html! { p.w-muted style=(style::FOOTER) { (why(voice)) } }
}

pub(super) fn text(voice: &Voice<'_>, words: &Words, plain: &mut Plain) {
    if voice.letter.reply_to.is_some() {
        plain.paragraph(&voice.get("mail-reply"));
    }
    plain.gap();
    for line in end(voice, words) {
        plain.bare(&line);
    }
    plain.paragraph("--");
    plain.bare(&why(voice));
}

fn why(voice: &Voice<'_>) -> String {
    let arguments = [
        ("number", voice.number().into()),
        ("shop", voice.shop().into()),
    ];
    // All recipients read the same text.
    let id = match Readers::of(voice.letter) {
        Readers::Customer => "mail-why",
        Readers::CustomerAndContacts => "mail-why-copied",
        Readers::Contacts => "mail-why-contact",
        Readers::Others => "mail-why-other",
    };
    voice.texts.with(id, arguments).into_owned()
}
