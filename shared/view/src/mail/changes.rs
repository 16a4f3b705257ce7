//! What changed: what stood there before, and what stands there now.

use maud::{Markup, html};

use super::news::News;
use super::plain::Plain;
use super::style;
use super::voice::Voice;
use crate::words::Told;

/// The changes; nothing where the heading has said it all.
pub(super) fn html(voice: &Voice<'_>, news: &News) -> Markup {
    if said_by_heading(news) {
        return html! {};
    }
    let alone = news.told.len() == 1;
    style::section(
        &voice.get("mail-changes"),
        &html! {
            table.w-line role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style=(style::TABLE) {
                @for told in &news.told {
                    (change(voice, told, alone))
                }
            }
        },
    )
}

fn change(voice: &Voice<'_>, told: &Told, alone: bool) -> Markup {
    let moved = moved(told);
    html! {
        tr {
            td.w-text.w-line style=(style::ROW) {
                @if !alone {
                    p.w-text style=(style::STRONG) { (told.what) }
                }
                @if let Some((before, now)) = moved {
                    table.w-line role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style=(style::TABLE) {
                        tr {
                            (cell(&voice.get("mail-before"), before, style::BEFORE))
                            td.w-muted width="8%" align="center" style=(style::ARROW) aria-hidden="true" {
                                (arrow(voice))
                            }
                            (cell(&voice.get("mail-now"), now, style::NOW))
                        }
                    }
                } @else if let Some(now) = &told.now {
                    p.w-text style=(style::TIGHT) { (now) }
                }
            }
        }
    }
}

fn cell(label: &str, value: &str, style: &str) -> Markup {
    html! {
        td.w-text width="46%" valign="top" style=(style::HALF) {
            span.w-muted style=(style::LABEL) { (label) }
            br;
            span.w-text style=(style) { (value) }
        }
    }
}

/// The way the text runs.
fn arrow(voice: &Voice<'_>) -> &'static str {
    match voice.texts.language.direction() {
        "rtl" => "←",
        _ => "→",
    }
}

pub(super) fn text(voice: &Voice<'_>, news: &News, plain: &mut Plain) {
    if said_by_heading(news) {
        return;
    }
    plain.heading(&voice.get("mail-changes"), '-');
    for told in &news.told {
        plain.entry(&told.what);
        if let Some((before, now)) = moved(told) {
            plain.pairs(&[
                (voice.get("mail-before"), before.to_owned()),
                (voice.get("mail-now"), now.to_owned()),
            ]);
        } else if let Some(now) = &told.now {
            plain.below(now);
        }
    }
}

/// One change that only happened: the heading is about nothing else.
fn said_by_heading(news: &News) -> bool {
    match news.told.as_slice() {
        [] => true,
        [told] => moved(told).is_none(),
        _ => false,
    }
}

/// Before and now, where something stood there before.
fn moved(told: &Told) -> Option<(&str, &str)> {
    Some((told.before.as_deref()?, told.now.as_deref()?))
}
