//! The links that the heading promises: the carrier's page if it is about a parcel, then
//! the order's page. The first is a button; without a parcel, the page's address stands
//! below it for readers who do not see one.

use maud::{Markup, html};

use super::parcels::Parcel;
use super::plain::Plain;
use super::style;
use super::voice::Voice;

pub(super) fn html(voice: &Voice<'_>, parcel: Option<&Parcel>) -> Markup {
    let look = voice.look;
    let page = voice.letter.page_url;
    let track = parcel.and_then(|parcel| Some((parcel.url.as_deref()?, parcel.track(voice))));
    if let Some((url, track)) = track {
        return html! {
            (button(voice, url, &track))
            @if let Some(page) = page {
                p.w-text style=(style::PARAGRAPH) {
                    a.w-link href=(page) style={ (style::LINK) (look.ink()) } { (voice.get("mail-button")) }
                }
            }
        };
    }
    html! {
        @if let Some(url) = page {
            (button(voice, url, &voice.get("mail-button")))
            p.w-muted style=(style::SMALL) {
                (voice.get("mail-address")) br;
                a.w-link href=(url) style={ (style::ADDRESS) (look.ink()) } { (url) }
            }
        }
    }
}

fn button(voice: &Voice<'_>, url: &str, words: &str) -> Markup {
    let look = voice.look;
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

pub(super) fn text(voice: &Voice<'_>, parcel: Option<&Parcel>, plain: &mut Plain) {
    if let Some(parcel) = parcel
        && let Some(url) = &parcel.url
    {
        plain.paragraph(&voice.label(&parcel.track(voice)));
        plain.bare(url);
    }
    if let Some(url) = voice.letter.page_url {
        plain.paragraph(&voice.get("mail-see"));
        plain.bare(url);
    }
}
