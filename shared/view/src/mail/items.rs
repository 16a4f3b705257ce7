//! The items with their quantities, and what the order costs.

use maud::{Markup, html};
use wismo_domain::order::{Amount, Line, PaymentState, Quantity};

use super::clean;
use super::localizer::{MailLocalizer, NAME, SHORT};
use super::plain::Plain;
use super::style;
use crate::format;
use crate::words::{self, What};

pub(super) fn html(localizer: &MailLocalizer<'_>) -> Markup {
    let lines = &localizer.context.order.lines;
    let costs = costs(localizer);
    if lines.is_empty() && costs.is_empty() {
        return html! {};
    }
    let more = lines.len().saturating_sub(localizer.room.items);
    style::section(
        &localizer.get("mail-items"),
        &html! {
            table.w-line role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style=(style::TABLE) {
                @for line in lines.iter().take(localizer.room.items) {
                    tr {
                        td.w-text.w-line valign="top" style=(style::ROW) {
                            (name(localizer, line)) br;
                            span.w-muted style=(style::NOTE) { (note(localizer, line)) }
                            @if let Some(promise) = promise(localizer, line) {
                                br; span.w-muted style=(style::NOTE) { (promise) }
                            }
                        }
                        td.w-text.w-line align="right" valign="top" style=(style::AMOUNT) {
                            @if let Some(total) = localizer.money(line.total) { (total) }
                        }
                    }
                }
                @if more > 0 {
                    tr { td.w-muted.w-line colspan="2" style=(style::ROW) { (localizer.more("mail-more-items", more)) } }
                }
                @for (index, cost) in costs.iter().enumerate() {
                    @let (name, amount) = cost.looks(index == 0 && !lines.is_empty());
                    tr {
                        td.w-text.w-line valign="top" style=(name) { (cost.name) }
                        td.w-text.w-line align="right" valign="top" style=(amount) { (cost.amount) }
                    }
                }
            }
            @for line in unpaid(localizer) { p.w-muted style=(style::NOTE) { (line) } }
        },
    )
}

/// A row of the costs.
struct Cost {
    name: String,
    amount: String,
    is_sum: bool,
}

impl Cost {
    /// The looks of its name and its amount. The first row below the items has a stronger
    /// rule above it, since it is not one of them.
    const fn looks(&self, is_below_items: bool) -> (&'static str, &'static str) {
        match (is_below_items, self.is_sum) {
            (false, false) => (style::ROW, style::AMOUNT),
            (false, true) => (style::TOTAL, style::TOTAL_AMOUNT),
            (true, false) => (style::FIRST_ROW, style::FIRST_AMOUNT),
            (true, true) => (style::FIRST_TOTAL, style::FIRST_TOTAL_AMOUNT),
        }
    }

    /// Its name as a label before its amount. The shop's name for it may have a stop already.
    fn label(&self, localizer: &MailLocalizer<'_>) -> String {
        let name = self
            .name
            .trim_end_matches(['.', ',', ':', ';', ' ', '\u{a0}']);
        match name.ends_with(['!', '?', '…']) {
            true => name.to_owned(),
            false => localizer.label(name),
        }
    }
}

/// The costs, as the page has them, but without the sum of the lines if nothing
/// lies between that and the total.
fn costs(localizer: &MailLocalizer<'_>) -> Vec<Cost> {
    if localizer.context.hides_prices {
        return Vec::new();
    }
    let mut rows = words::rows(localizer.context.order);
    let is_items = |row: &words::Row<'_>| row.what == What::Items;
    let follows = rows.get(1).map(|row| row.what);
    if rows.first().is_some_and(is_items) && matches!(follows, None | Some(What::Total)) {
        rows.remove(0);
    }
    let cost = |row: &words::Row<'_>| Cost {
        name: row.name(localizer.texts, |foreign| clean::line(foreign, SHORT)),
        amount: row.shown(localizer.texts, &localizer.currency()),
        is_sum: row.is_sum(),
    };
    let (shown, rest) = first_refunds(&rows, localizer.room.refunds);
    let mut costs: Vec<Cost> = shown.into_iter().map(cost).collect();
    if !rest.0.is_zero() {
        let has_sum = costs.last().is_some_and(|cost| cost.is_sum);
        let at = costs.len().saturating_sub(usize::from(has_sum));
        let sum = Cost {
            name: localizer.get("words-cost-refund"),
            amount: format::money(localizer.texts.language, rest, &localizer.currency()),
            is_sum: false,
        };
        // Above the rest, which is what all refunds leave.
        costs.insert(at, sum);
    }
    costs
}

/// The rows with as many refunds as there is room for, and the sum of the other refunds.
fn first_refunds<'a, 'b>(
    rows: &'a [words::Row<'b>],
    most: usize,
) -> (Vec<&'a words::Row<'b>>, Amount) {
    let mut refunds = 0;
    let (shown, others): (Vec<_>, Vec<_>) = rows.iter().partition(|row| {
        refunds += usize::from(row.refund().is_some());
        row.refund().is_none() || refunds <= most
    });
    let rest = others
        .iter()
        .map(|row: &&words::Row<'_>| row.amount.0)
        .sum();
    (shown, Amount(rest))
}

/// A note that it is not paid yet, and when it is due, if prices are shown.
fn unpaid(localizer: &MailLocalizer<'_>) -> Vec<String> {
    let order = localizer.context.order;
    if localizer.context.hides_prices || !words::is_unpaid(order) {
        return Vec::new();
    }
    let Some(payment) = &order.payment else {
        return Vec::new();
    };
    let state = localizer.get(match payment.state {
        PaymentState::Unpaid | PaymentState::Authorized | PaymentState::Paid => {
            "words-payment-unpaid"
        }
        PaymentState::PartPaid => "words-payment-part-paid",
    });
    let due = words::due_on(order).map(|day| words::due(localizer.texts, day));
    [Some(state), due].into_iter().flatten().collect()
}

pub(super) fn text(localizer: &MailLocalizer<'_>, plain: &mut Plain) {
    let lines = &localizer.context.order.lines;
    let costs = costs(localizer);
    if lines.is_empty() && costs.is_empty() {
        return;
    }
    plain.heading(&localizer.get("mail-items"), '-');
    for line in lines.iter().take(localizer.room.items) {
        plain.entry(&name(localizer, line));
        let amount = localizer.money(line.total);
        let note = [Some(note(localizer, line)), amount];
        plain.below(&note.into_iter().flatten().collect::<Vec<_>>().join(" · "));
        if let Some(promise) = promise(localizer, line) {
            plain.below(&promise);
        }
    }
    let more = lines.len().saturating_sub(localizer.room.items);
    if more > 0 {
        plain.entry(&localizer.more("mail-more-items", more));
    }
    let costs: Vec<(String, String)> = costs
        .into_iter()
        .map(|cost| (cost.label(localizer), cost.amount))
        .collect();
    match costs.as_slice() {
        [] => {}
        [(label, amount)] => plain.paragraph(&format!("{label} {amount}")),
        several => {
            plain.gap();
            plain.pairs(several);
        }
    }
    let unpaid = unpaid(localizer);
    if !unpaid.is_empty() {
        plain.paragraph(&format!("{}.", unpaid.join(". ")));
    }
}

fn name(localizer: &MailLocalizer<'_>, line: &Line) -> String {
    clean::line(&words::item(localizer.texts, Some(line)), NAME)
}

/// The quantity ordered, and what became of it, as far as the shop told; and the
/// item's number. That nothing was sent is told only once something else was.
fn note(localizer: &MailLocalizer<'_>, line: &Line) -> String {
    let order = localizer.context.order;
    let sent = |line: &Line| line.delivered > Some(Quantity::ZERO);
    let under_way = order.lines.iter().any(sent);
    let to_come = if order.is_waiting_for(line) {
        line.to_come()
    } else {
        Quantity::ZERO
    };
    let mut parts = words::counts(localizer.texts, localizer.handed, line, to_come, under_way);
    parts.extend(
        line.sku
            .as_deref()
            .map(|sku| clean::line(sku, SHORT))
            .filter(|sku| !sku.is_empty()),
    );
    parts.join(" · ")
}

/// The day promised for what is still to come of a line. A mail may be read on any later
/// day: what is late when it is written is late then, too.
fn promise(localizer: &MailLocalizer<'_>, line: &Line) -> Option<String> {
    let is_waited_for = localizer.context.order.is_waiting_for(line);
    words::promise(localizer.texts, line, localizer.today).filter(|_| is_waited_for)
}
