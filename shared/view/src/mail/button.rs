//! The links that the heading promises: the carrier's page if it is about a parcel, then
//! the order's page. The first is a button; without a parcel, the page's address stands
//! below it for readers who do not see one.

use maud::{Markup, html};

use super::localizer::MailLocalizer;
use super::parcels::Parcel;
use super::plain::Plain;
use super::style;

pub(super) fn html(localizer: &MailLocalizer<'_>, parcel: Option<&Parcel>) -> Markup {
    let look = localizer.look;
    let page = localizer.context.page_url;
    let track = parcel.and_then(|parcel| Some((parcel.url.as_deref()?, parcel.track(localizer))));
    if let Some((url, track)) = track {
        return html! {
            (button(localizer, url, &track))
            @if let Some(page) = page {
                p.w-text style=(style::PARAGRAPH) {
                    a.w-link href=(page) style={ (style::LINK) (look.ink()) } { (localizer.get("mail-button")) }
                }
            }
        };
    }
    html! {
        @if let Some(url) = page {
            (button(localizer, url, &localizer.get("mail-button")))
            p.w-muted style=(style::SMALL) {
                (localizer.get("mail-address")) br;
                a.w-link href=(url) style={ (style::ADDRESS) (look.ink()) } { (url) }
            }
        }
    }
}

fn button(localizer: &MailLocalizer<'_>, url: &str, words: &str) -> Markup {
    let look = localizer.look;
    html! {
        table role="presentation" cellpadding="0" cellspacing="0" border="0" style=(style::SPACED) {
            tr {
                td.w-button bgcolor=(look.accent) style={ (style::BUTTON) (look.fill()) } {
                    a.w-button href=(url) style={ (style::BUTTON_LINK) (look.fill()) } { (words) }
                }
            }
        }
    }
}

pub(super) fn text(localizer: &MailLocalizer<'_>, parcel: Option<&Parcel>, plain: &mut Plain) {
    if let Some(parcel) = parcel
        && let Some(url) = &parcel.url
    {
        plain.paragraph(&localizer.label(&parcel.track(localizer)));
        plain.bare(url);
    }
    if let Some(url) = localizer.context.page_url {
        plain.paragraph(&localizer.get("mail-see"));
        plain.bare(url);
    }
}
