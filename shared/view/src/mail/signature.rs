//! The signature, and the reason why the mail was sent.

use maud::{Markup, html};

use super::localizer::MailLocalizer;
use super::plain::Plain;
use super::readers::Readers;
use super::style;
use super::template::FilledTemplate;

/// The closing and the signature: the shop's own words, else ours.
fn end(localizer: &MailLocalizer<'_>, words: &FilledTemplate) -> Vec<String> {
    let or = |own: &[String], ours: &dyn Fn() -> String| match own {
        [] => vec![ours()],
        own => own.to_vec(),
    };
    let closing = or(&words.closing, &|| localizer.get("mail-regards"));
    let signature = or(&words.signature, &|| localizer.shop());
    [closing, signature].concat()
}

/// The closing.
pub(super) fn html(localizer: &MailLocalizer<'_>, words: &FilledTemplate) -> Markup {
    html! {
        @if localizer.context.reply_to.is_some() {
            p.w-text style=(style::QUESTION) { (localizer.get("mail-reply")) }
        }
        p.w-text style=(style::CLOSING) {
            @for (index, line) in end(localizer, words).iter().enumerate() {
                @if index > 0 { br; }
                (line)
            }
        }
    }
}

/// The reason why the customer gets this mail, below everything else.
pub(super) fn why_html(localizer: &MailLocalizer<'_>) -> Markup {
    html! { p.w-muted style=(style::FOOTER) { (why(localizer)) } }
}

pub(super) fn text(localizer: &MailLocalizer<'_>, words: &FilledTemplate, plain: &mut Plain) {
    if localizer.context.reply_to.is_some() {
        plain.paragraph(&localizer.get("mail-reply"));
    }
    plain.gap();
    for line in end(localizer, words) {
        plain.bare(&line);
    }
    plain.paragraph("--");
    plain.bare(&why(localizer));
}

fn why(localizer: &MailLocalizer<'_>) -> String {
    let arguments = [
        ("number", localizer.number().into()),
        ("shop", localizer.shop().into()),
    ];
    // All recipients read the same text.
    let id = match Readers::of(localizer.context) {
        Readers::Customer => "mail-why",
        Readers::CustomerAndContacts => "mail-why-copied",
        Readers::Contacts => "mail-why-contact",
        Readers::Others => "mail-why-other",
    };
    localizer.texts.with(id, arguments).into_owned()
}
