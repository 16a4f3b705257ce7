//! The values of a mail's variables.

use wismo_domain::changes::Change;
use wismo_domain::order::{Amount, Line, Quantity};
use wismo_domain::time::Date;
use wismo_template::{Record, Value, Values};

use crate::format;
use crate::mail::localizer::{MailLocalizer, NAME, SHORT};
use crate::mail::summary::MailSummary;
use crate::mail::{clean, greeting, parcels};
use crate::words::{self, Goods};

/// The most lines of an order that a template sees.
const MOST: usize = 40;

/// The value of each variable; a text is empty if nothing is known.
pub(in crate::mail) fn values(localizer: &MailLocalizer<'_>, news: &MailSummary) -> Values {
    let context = localizer.context;
    let order = context.order;
    let goods = Goods::of(order);
    let text = |text: Option<String>| Value::Text(text.unwrap_or_default());
    let language = localizer.texts.language;
    let placed = order
        .placed_at
        .map(|at| format::date(language, at, &context.shop.timezone));
    let money = |amount: Option<Amount>| localizer.money(amount);
    let name = order
        .customer
        .name
        .as_deref()
        .filter(|name| greeting::is_name(name));
    let first = name.and_then(|name| name.split_whitespace().next());
    let clean = |name: &str| clean::line(name, SHORT);
    let told = ChangeValues::of(context.changes);
    let from = told
        .from
        .map(|from| clean(&words::status(localizer.texts, goods, from)));
    Values::new(vec![
        ("order.number", Value::Text(localizer.number())),
        ("order.id", Value::Text(clean(&order.id))),
        (
            "order.status",
            Value::Text(clean(&words::status(localizer.texts, goods, &order.status))),
        ),
        ("order.status_before", text(from)),
        ("order.date", text(placed)),
        ("order.total", text(money(order.totals.total))),
        (
            "order.expected",
            text(expected(localizer).map(|day| format::day(language, day))),
        ),
        ("customer.name", text(name.map(clean))),
        ("customer.first_name", text(first.map(clean))),
        ("shop.name", Value::Text(localizer.shop())),
        ("shop.url", text(context.brand.site.clone())),
        ("link", text(context.page_url.map(str::to_owned))),
        ("heading", Value::Text(news.heading.clone())),
        ("next", Value::Text(news.next.whole())),
        (
            "changes",
            Value::List(news.told.iter().map(|told| told.what.clone()).collect()),
        ),
        ("invoice", text(told.invoice.map(clean))),
        ("credit_note", text(told.credit_note.map(clean))),
        ("refund", text(money(told.refund))),
        ("parcels", Value::Records(parcels(localizer))),
        (
            "lines",
            Value::Records(
                order
                    .lines
                    .iter()
                    .take(MOST)
                    .map(|one| line(localizer, one))
                    .collect(),
            ),
        ),
    ])
}

/// The values that single changes hold.
#[derive(Default)]
struct ChangeValues<'a> {
    from: Option<&'a wismo_domain::order::Status>,
    invoice: Option<&'a str>,
    credit_note: Option<&'a str>,
    refund: Option<Amount>,
}

impl<'a> ChangeValues<'a> {
    fn of(changes: &'a [Change]) -> Self {
        let mut told = Self::default();
        for change in changes {
            match change {
                Change::StatusChanged { from, .. } | Change::Cancelled { from } => {
                    told.from = told.from.or(from.as_ref());
                }
                Change::Invoiced { document, .. } => {
                    told.invoice = told.invoice.or(document.as_deref());
                }
                Change::Credited { document, .. } => {
                    told.credit_note = told.credit_note.or(document.as_deref());
                }
                Change::Refunded { amount } => told.refund = Some(*amount),
                Change::Placed
                | Change::LinesCancelled { .. }
                | Change::PackingSlipPrinted
                | Change::Picked
                | Change::TrackingEntered { .. }
                | Change::PartDelivered { .. }
                | Change::Delivered { .. }
                | Change::DeliveryCorrected { .. }
                | Change::ExpectedDateChanged { .. }
                | Change::BackInStock { .. }
                | Change::OutOfStock { .. }
                | Change::Returned { .. }
                | Change::Removed
                | Change::Restored => {}
            }
        }
        told
    }
}

/// The last day on which something is expected: a line's, else the order's.
fn expected(localizer: &MailLocalizer<'_>) -> Option<Date> {
    let order = localizer.context.order;
    let waiting = || order.lines.iter().filter(|line| order.is_waiting_for(line));
    let last = waiting().filter_map(|line| line.expected_on).max();
    last.or_else(|| waiting().next().and(order.expected_on))
}

fn parcels(localizer: &MailLocalizer<'_>) -> Vec<Record> {
    let (parcels, _) = parcels::parcels(localizer);
    let record = |parcel: parcels::Parcel| {
        vec![
            ("carrier", parcel.carrier.unwrap_or_default()),
            ("number", parcel.number.unwrap_or_default()),
            ("link", parcel.url.unwrap_or_default()),
        ]
    };
    parcels.into_iter().map(record).collect()
}

fn line(localizer: &MailLocalizer<'_>, line: &Line) -> Record {
    let language = localizer.texts.language;
    let is_waited_for = localizer.context.order.is_waiting_for(line);
    let count = |quantity: Option<Quantity>| {
        let some = quantity.filter(|quantity| *quantity != Quantity::ZERO);
        some.map(|some| format::quantity(language, some))
            .unwrap_or_default()
    };
    let day = line.expected_on.filter(|_| is_waited_for);
    let money = localizer.money(line.total);
    vec![
        ("name", clean::line(&line.name, NAME)),
        (
            "sku",
            clean::line(line.sku.as_deref().unwrap_or_default(), SHORT),
        ),
        ("quantity", format::quantity(language, line.quantity)),
        ("sent", count(line.delivered)),
        (
            "to_come",
            count(Some(line.to_come()).filter(|_| is_waited_for)),
        ),
        (
            "expected",
            day.map(|day| format::day(language, day))
                .unwrap_or_default(),
        ),
        ("total", money.unwrap_or_default()),
    ]
}
