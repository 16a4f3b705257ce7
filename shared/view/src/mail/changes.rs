//! The changes: what stood there before, and what stands there now.

use maud::{Markup, html};

use super::localizer::MailLocalizer;
use super::plain::Plain;
use super::style;
use super::summary::MailSummary;
use crate::words::{ChangeText, ItemText};

/// The changes; empty if the heading has said it all.
pub(super) fn html(localizer: &MailLocalizer<'_>, news: &MailSummary) -> Markup {
    if said_by_heading(news) {
        return html! {};
    }
    let alone = news.told.len() == 1;
    style::section(
        &localizer.get("mail-changes"),
        &html! {
            table.w-line role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style=(style::TABLE) {
                @for told in &news.told {
                    (change(localizer, told, alone))
                }
                @if news.more > 0 { (row(&html! { p.w-muted style=(style::MUTED) { (more_changes(localizer, news)) } })) }
            }
        },
    )
}

/// A change in a row; if it is the only one, each of its items in a row of its own.
fn change(localizer: &MailLocalizer<'_>, told: &ChangeText, alone: bool) -> Markup {
    let more = (told.more > 0).then(|| localizer.with("mail-more-items", "count", told.more));
    let more = html! {
        @if let Some(more) = more { p.w-muted style=(style::MUTED) { (more) } }
    };
    if alone && !told.items.is_empty() {
        return html! {
            @for item in &told.items { (row(&self::item(localizer, item, true))) }
            @if told.more > 0 { (row(&more)) }
        };
    }
    row(&html! {
        @if !alone {
            p.w-text style=(style::STRONG) { (told.what) }
        }
        @if let Some((before, now)) = moved(told) {
            (from_to(localizer, before, now))
        } @else if let Some(now) = &told.now {
            p.w-text style=(style::TIGHT) { (now) }
        }
        @for item in &told.items {
            (self::item(localizer, item, false))
        }
        (more)
    })
}

fn more_changes(localizer: &MailLocalizer<'_>, news: &MailSummary) -> String {
    localizer.with("mail-more", "count", news.more)
}

fn row(content: &Markup) -> Markup {
    html! { tr { td.w-text.w-line style=(style::ROW) { (content) } } }
}

/// The meaning of a change to one item: below its name, or beside it if nothing
/// stood there before.
fn item(localizer: &MailLocalizer<'_>, item: &ItemText, alone: bool) -> Markup {
    let (name, line) = if alone {
        (style::STRONG, style::TIGHT)
    } else {
        (style::ITEM, style::ITEM)
    };
    html! {
        @if let (Some(before), Some(now)) = (&item.before, &item.now) {
            p.w-text style=(name) { (item.name) }
            (from_to(localizer, before, now))
        } @else {
            p.w-text style=(line) { (self::line(localizer, item)) }
        }
    }
}

/// An item and its value now.
fn line(localizer: &MailLocalizer<'_>, item: &ItemText) -> String {
    let Some(now) = &item.now else {
        return item.name.clone();
    };
    let values = [
        ("item", item.name.as_str().into()),
        ("now", now.as_str().into()),
    ];
    localizer.texts.with("mail-item", values).into_owned()
}

/// The value before, beside the value now.
fn from_to(localizer: &MailLocalizer<'_>, before: &str, now: &str) -> Markup {
    html! {
        table.w-line role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style=(style::TABLE) {
            tr {
                (cell(&localizer.get("mail-before"), before, style::BEFORE))
                td.w-muted width="8%" align="center" style=(style::ARROW) aria-hidden="true" {
                    (arrow(localizer))
                }
                (cell(&localizer.get("mail-now"), now, style::NOW))
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

/// An arrow in the direction of the text.
fn arrow(localizer: &MailLocalizer<'_>) -> &'static str {
    match localizer.texts.language.direction() {
        "rtl" => "←",
        _ => "→",
    }
}

pub(super) fn text(localizer: &MailLocalizer<'_>, news: &MailSummary, plain: &mut Plain) {
    if said_by_heading(news) {
        return;
    }
    plain.heading(&localizer.get("mail-changes"), '-');
    let alone = news.told.len() == 1;
    for told in &news.told {
        // Below the heading, the items of the only change stand by themselves.
        if !alone || told.items.is_empty() {
            plain.entry(&told.what);
        }
        if let Some((before, now)) = moved(told) {
            pair(localizer, before, now, plain);
        } else if let Some(now) = &told.now {
            plain.below(now);
        }
        for item in &told.items {
            let moved = item.before.as_deref().zip(item.now.as_deref());
            let line = match moved {
                Some(_) => item.name.clone(),
                None => line(localizer, item),
            };
            if alone {
                plain.entry(&line);
            } else {
                plain.below(&line);
            }
            if let Some((before, now)) = moved {
                pair(localizer, before, now, plain);
            }
        }
        if told.more > 0 {
            plain.below(&localizer.with("mail-more-items", "count", told.more));
        }
    }
    if news.more > 0 {
        plain.entry(&more_changes(localizer, news));
    }
}

fn pair(localizer: &MailLocalizer<'_>, before: &str, now: &str, plain: &mut Plain) {
    plain.pairs(&[
        (
            localizer.label(&localizer.get("mail-before")),
            before.to_owned(),
        ),
        (localizer.label(&localizer.get("mail-now")), now.to_owned()),
    ]);
}

/// Tells whether the heading says it all: one change that only happened, to the order
/// or to an item that the heading names.
fn said_by_heading(news: &MailSummary) -> bool {
    let named = |item: &ItemText| {
        item.before.is_none() && item.now.is_none() && news.heading.contains(&item.name)
    };
    match news.told.as_slice() {
        [] => true,
        [told] => moved(told).is_none() && told.more == 0 && told.items.iter().all(named),
        _ => false,
    }
}

/// The values before and now, if something stood there before.
fn moved(told: &ChangeText) -> Option<(&str, &str)> {
    Some((told.before.as_deref()?, told.now.as_deref()?))
}
