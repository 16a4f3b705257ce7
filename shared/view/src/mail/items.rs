//! The items with their quantities, and what the order costs.

use maud::{Markup, html};
use wismo_domain::order::{Line, Quantity};

use super::clean;
use super::plain::Plain;
use super::style;
use super::voice::{NAME, SHORT, Voice};
use crate::words;

pub(super) fn html(voice: &Voice<'_>) -> Markup {
    let lines = &voice.letter.order.lines;
    let total = voice.money(voice.letter.order.totals.total);
    if lines.is_empty() && total.is_none() {
        return html! {};
    }
    let more = lines.len().saturating_sub(voice.room.items);
    style::section(
        &voice.get("mail-items"),
        &html! {
            table.w-line role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style=(style::TABLE) {
                @for line in lines.iter().take(voice.room.items) {
                    tr {
                        td.w-text.w-line valign="top" style=(style::ROW) {
                            (name(line)) br;
                            span.w-muted style=(style::NOTE) { (note(voice, line)) }
                            @if let Some(promise) = promise(voice, line) {
                                br; span.w-muted style=(style::NOTE) { (promise) }
                            }
                        }
                        td.w-text.w-line align="right" valign="top" style=(style::AMOUNT) {
                            @if let Some(total) = voice.money(line.total) { (total) }
                        }
                    }
                }
                @if more > 0 {
                    tr { td.w-muted.w-line colspan="2" style=(style::ROW) { (voice.more("mail-more-items", more)) } }
                }
                @if let Some(total) = total {
                    tr {
                        td.w-text.w-line valign="top" style=(style::TOTAL) { (voice.get("mail-total")) }
                        td.w-text.w-line align="right" valign="top" style=(style::TOTAL_AMOUNT) { (total) }
                    }
                }
            }
        },
    )
}

pub(super) fn text(voice: &Voice<'_>, plain: &mut Plain) {
    let lines = &voice.letter.order.lines;
    let total = voice.money(voice.letter.order.totals.total);
    if lines.is_empty() && total.is_none() {
        return;
    }
    plain.heading(&voice.get("mail-items"), '-');
    for line in lines.iter().take(voice.room.items) {
        plain.entry(&name(line));
        let amount = voice.money(line.total);
        let note = [Some(note(voice, line)), amount];
        plain.below(&note.into_iter().flatten().collect::<Vec<_>>().join(" · "));
        if let Some(promise) = promise(voice, line) {
            plain.below(&promise);
        }
    }
    let more = lines.len().saturating_sub(voice.room.items);
    if more > 0 {
        plain.entry(&voice.more("mail-more-items", more));
    }
    if let Some(total) = total {
        let label = voice.label(&voice.get("mail-total"));
        plain.paragraph(&format!("{label} {total}"));
    }
}

fn name(line: &Line) -> String {
    clean::line(&line.name, NAME)
}

/// How many were ordered, and what became of them, as far as the shop told; and
/// the item's number. That nothing was sent is told once something else was.
fn note(voice: &Voice<'_>, line: &Line) -> String {
    let order = voice.letter.order;
    let sent = |line: &Line| line.delivered > Some(Quantity::ZERO);
    let under_way = order.lines.iter().any(sent);
    let to_come = if order.is_waiting_for(line) {
        line.to_come()
    } else {
        Quantity::ZERO
    };
    let mut parts = words::counts(voice.texts, line, to_come, under_way);
    parts.extend(
        line.sku
            .as_deref()
            .map(|sku| clean::line(sku, SHORT))
            .filter(|sku| !sku.is_empty()),
    );
    parts.join(" · ")
}

/// When what is still to come of it is promised. A mail is read on any day, so
/// it does not say what is late.
fn promise(voice: &Voice<'_>, line: &Line) -> Option<String> {
    let is_waited_for = voice.letter.order.is_waiting_for(line);
    words::promise(voice.texts, line, None).filter(|_| is_waited_for)
}
