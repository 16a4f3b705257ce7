//! The HTML document of a mail.
//!
//! Tables and inline styles, since mail clients know little else; no scripts,
//! and nothing that is fetched but the shop's own logo. The style sheet holds only
//! what cannot be inline: the colours of dark mode, and more room on wide screens.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::lines;
use super::localizer::MailLocalizer;
use super::signature;
use super::style;

/// Fills the rest of the line beside the subject, which would otherwise show
/// the beginning of the mail: invisible characters that do not collapse.
const FILLER: &str = "&#847; &zwnj; &nbsp; ";

/// The whole document; `orders` is the part for mail clients that show orders.
pub(super) fn document(
    localizer: &MailLocalizer<'_>,
    title: &str,
    preheader: &str,
    orders: &Markup,
    body: &Markup,
) -> String {
    let language = localizer.texts.language;
    let (ground, paper) = (localizer.look.ground, localizer.look.paper());
    let document = html! {
        (DOCTYPE)
        html lang=(language.code()) dir=(language.direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="x-apple-disable-message-reformatting" content="";
                meta name="format-detection" content="telephone=no, date=no, address=no, email=no";
                meta name="color-scheme" content="light dark";
                meta name="supported-color-schemes" content="light dark";
                title { (title) }
                style { (PreEscaped(style::SHEET)) (PreEscaped(style::accent_sheet(localizer.look.accent_in_the_dark))) }
                (orders)
            }
            body.w-page bgcolor=(ground) style={ (style::BODY) (paper) } {
                div style=(style::PREHEADER) {
                    (preheader) " " @for _ in 0..30 { (PreEscaped(FILLER)) }
                }
                table.w-page role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor=(ground) style={ (style::OUTER) (paper) } {
                    tr {
                        td.w-page.w-margin align="center" style={ (style::MARGIN) (paper) } {
                            (sheet(localizer, body))
                        }
                    }
                }
            }
        }
    };
    lines::broken(&document.into_string())
}

/// The sheet in the middle. Outlook reads the width from the attribute, the
/// others from the style.
fn sheet(localizer: &MailLocalizer<'_>, body: &Markup) -> Markup {
    let paper = localizer.look.paper();
    html! {
        table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style=(style::INNER) {
            tr { td.w-page.w-text align="left" style={ (style::SHOP) (paper) } { (shop(localizer)) } }
            tr { td.w-card.w-pad align="left" bgcolor=(style::CARD) style=(style::SHEET_CELL) { (body) } }
            tr { td.w-page align="left" style={ (style::FOOT) (paper) } { (signature::why_html(localizer)) } }
        }
    }
}

/// The shop's logo or name, which lead to its site.
fn shop(localizer: &MailLocalizer<'_>) -> Markup {
    let brand = localizer.context.brand;
    let shop = match brand.logo.as_ref().filter(|logo| lines::has_room_for(logo)) {
        Some(logo) => html! {
            img.w-text src=(logo) alt=(localizer.shop()) height="48" style=(style::LOGO);
        },
        None => html! { (localizer.shop()) },
    };
    match brand.site.as_ref().filter(|site| lines::has_room_for(site)) {
        Some(site) => html! { a.w-text href=(site) style=(style::SITE) { (shop) } },
        None => shop,
    }
}
