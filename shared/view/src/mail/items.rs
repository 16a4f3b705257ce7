//! The items with their quantities, and what the order costs.

use maud::{Markup, html};
use wismo_domain::order::{Line, Quantity};

use super::clean;
use super::plain::Plain;
use super::style;
use super::voice::{NAME, SHORT, Voice};

/// More lines than this are left to the page: mail clients cut long mails off.
const MOST: usize = 40;

pub(super) fn html(voice: &Voice<'_>) -> Markup {
    let lines = &voice.letter.order.lines;
    let total = voice.letter.order.totals.total;
    if lines.is_empty() && total.is_none() {
        return html! {};
    }
    let more = lines.len().saturating_sub(MOST);
    style::section(
        &voice.get("mail-items"),
        &html! {
            table.w-line role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style=(style::TABLE) {
                @for line in lines.iter().take(MOST) {
                    tr {
                        td.w-text.w-line valign="top" style=(style::ROW) {
                            (name(line)) br;
                            span.w-muted style=(style::NOTE) { (note(voice, line)) }
                        }
                        td.w-text.w-line align="right" valign="top" style=(style::AMOUNT) {
                            @if let Some(total) = line.total { (voice.money(total)) }
                        }
                    }
                }
                @if more > 0 {
                    tr { td.w-muted.w-line colspan="2" style=(style::ROW) { (voice.with("mail-more-items", "count", more)) } }
                }
                @if let Some(total) = total {
                    tr {
                        td.w-text.w-line valign="top" style=(style::TOTAL) { (voice.get("mail-total")) }
                        td.w-text.w-line align="right" valign="top" style=(style::TOTAL_AMOUNT) { (voice.money(total)) }
                    }
                }
            }
        },
    )
}

pub(super) fn text(voice: &Voice<'_>, plain: &mut Plain) {
    let lines = &voice.letter.order.lines;
    let total = voice.letter.order.totals.total;
    if lines.is_empty() && total.is_none() {
        return;
    }
    plain.heading(&voice.get("mail-items"), '-');
    for line in lines.iter().take(MOST) {
        plain.entry(&name(line));
        let amount = line.total.map(|total| voice.money(total));
        let note = [Some(note(voice, line)), amount];
        plain.below(&note.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    }
    let more = lines.len().saturating_sub(MOST);
    if more > 0 {
        plain.entry(&voice.with("mail-more-items", "count", more));
    }
    if let Some(total) = total {
        plain.paragraph(&format!(
            "{}: {}",
            voice.get("mail-total"),
            voice.money(total)
        ));
    }
}

fn name(line: &Line) -> String {
    clean::line(&line.name, NAME)
}

/// How many were ordered, and what became of them, as far as the shop told; and
/// the item's number. That nothing was sent is told once something else was.
fn note(voice: &Voice<'_>, line: &Line) -> String {
    let sent = |line: &Line| line.delivered.is_some_and(|sent| sent > Quantity::ZERO);
    let any = voice.letter.order.lines.iter().any(sent);
    let count = |id, quantity| voice.with(id, "quantity", voice.quantity(quantity));
    let mut parts = vec![count("mail-ordered", line.quantity)];
    parts.extend(
        line.delivered
            .filter(|_| any)
            .map(|sent| count("mail-sent", sent)),
    );
    let cancelled = line
        .cancelled
        .filter(|cancelled| *cancelled > Quantity::ZERO);
    parts.extend(cancelled.map(|cancelled| count("mail-cancelled", cancelled)));
    parts.extend(
        line.sku
            .as_deref()
            .map(|sku| clean::line(sku, SHORT))
            .filter(|sku| !sku.is_empty()),
    );
    parts.join(" · ")
}
