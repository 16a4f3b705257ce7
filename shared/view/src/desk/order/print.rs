//! An order on paper, in the customer's language and with the shop's sign.

use maud::{DOCTYPE, Markup, html};
use wismo_domain::log::Printout;
use wismo_domain::order::{Address, Line, Order, Quantity};
use wismo_domain::settings::Brand;
use wismo_domain::shop::Shop;

use super::{OrderAction, back};
use crate::desk::DeskFrame;
use crate::desk::files::STYLE;
use crate::format;
use crate::page::Document;
use crate::texts::{Language, Texts};
use crate::words;

/// The text id of what is printed.
#[must_use]
pub const fn printout_text(printout: Printout) -> &'static str {
    match printout {
        Printout::PackingSlip => "desk-order-packing-slip",
        Printout::Summary => "desk-order-summary",
    }
}

/// The page that offers what can be printed.
#[must_use]
pub fn choose(frame: &DeskFrame<'_>, shop: &Shop, order: &Order) -> Document {
    let title = frame.text(OrderAction::Print.text(false));
    let content = html! {
        (back(frame, shop, order))
        h1 { (title) }
        p { (frame.text("desk-order-print-why")) }
        @for printout in Printout::ALL {
            form method="post" {
                p { button.quiet name="print" value=(printout.name()) { (frame.text(printout_text(printout))) } }
            }
        }
    };
    frame.document(&title, &content)
}

/// A sheet to be printed.
pub struct Sheet<'a> {
    /// The document around it, for the style.
    pub frame: DeskFrame<'a>,
    /// The shop.
    pub shop: &'a Shop,
    /// The shop's look.
    pub brand: &'a Brand,
    /// The order.
    pub order: &'a Order,
    /// The thing that is printed.
    pub printout: Printout,
    /// The language of the customer.
    pub language: Language,
}

/// The sheet. A packing slip says what to pack, and no prices.
#[must_use]
pub fn sheet(sheet: &Sheet<'_>) -> Document {
    let Sheet {
        frame,
        shop,
        brand,
        order,
        printout,
        language,
    } = sheet;
    let texts = Texts::of_desk(*language);
    let own = Texts::of_desk(frame.language);
    let title = format!(
        "{} {}",
        texts.get(printout_text(*printout)),
        order.display_number()
    );
    let style = frame.file(STYLE.name);
    let has_prices = *printout == Printout::Summary;
    let html = html! {
        (DOCTYPE)
        html lang=(language.code()) dir=(language.direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { (title) }
                link rel="icon" href="data:,";
                link rel="stylesheet" href=(style);
            }
            body.sheet {
                aside.hint.screen lang=(frame.language.code()) { p { (own.get("desk-order-print-hint")) } }
                main {
                    p.sign {
                        @match &brand.logo {
                            Some(logo) => img src=(logo) alt=(brand.name_of(shop)) height="40";,
                            None => bdi { (brand.name_of(shop)) },
                        }
                    }
                    h1 { (title) }
                    @if let Some(at) = order.placed_at { p { (format::date(*language, at, &shop.timezone)) } }
                    div.addresses {
                        (address(texts, "desk-order-delivery-address", order.delivery_address.as_ref()))
                        @if has_prices { (address(texts, "desk-order-billing-address", order.billing_address.as_ref())) }
                    }
                    (lines(texts, order, has_prices))
                    @if has_prices { (costs(texts, order)) }
                    (contact(brand))
                }
            }
        }
    };
    Document {
        html: html.into_string(),
        policy: "default-src 'none'; style-src 'self'; img-src https: data:; base-uri 'none'; \
                 form-action 'none'; frame-ancestors 'none'"
            .to_owned(),
        renewed_after: None,
    }
}

fn address(texts: Texts, title: &str, address: Option<&Address>) -> Markup {
    let lines = address.map(|address| words::address(texts.language, address));
    html! {
        @if let Some(lines) = lines.filter(|lines| !lines.is_empty()) {
            div {
                h2 { (texts.get(title)) }
                p { @for line in lines { bdi { (line) } br; } }
            }
        }
    }
}

/// The quantity of a line that goes into a parcel now; of a summary, all that was ordered.
fn quantity(line: &Line, is_summary: bool) -> Quantity {
    if is_summary {
        line.quantity
    } else {
        line.to_come()
    }
}

fn lines(texts: Texts, order: &Order, is_summary: bool) -> Markup {
    let lines = order
        .lines
        .iter()
        .map(|line| (line, quantity(line, is_summary)));
    let lines: Vec<_> = lines
        .filter(|(_, quantity)| *quantity > Quantity::ZERO)
        .collect();
    html! {
        table.costs {
            thead {
                tr {
                    th scope="col" { (texts.get("desk-order-items")) }
                    th.sum scope="col" { (texts.get("desk-order-quantity")) }
                    @if is_summary { th.sum scope="col" { (texts.get("desk-order-amount-label")) } }
                }
            }
            tbody {
                @for (line, quantity) in lines {
                    tr {
                        th scope="row" {
                            bdi { (words::item(texts, Some(line))) }
                            @if let Some(sku) = &line.sku { br; span.soft { bdi { (sku) } } }
                        }
                        td { (format::quantity(texts.language, quantity)) }
                        @if is_summary {
                            td { @if let Some(total) = line.total { (format::money(texts.language, total, &order.currency)) } }
                        }
                    }
                }
            }
        }
    }
}

fn costs(texts: Texts, order: &Order) -> Markup {
    html! {
        table.costs {
            tbody {
                @for row in words::rows(order) {
                    tr class=[row.is_sum().then_some("sum")] {
                        th scope="row" { bdi { (row.name(texts, str::to_owned)) } }
                        td { (row.shown(texts, &order.currency)) }
                    }
                }
            }
        }
    }
}

fn contact(brand: &Brand) -> Markup {
    let ways = [&brand.site, &brand.email, &brand.phone];
    html! { p.soft { @for way in ways.into_iter().flatten() { bdi { (way) } br; } } }
}

#[cfg(test)]
mod tests {
    use wismo_domain::order::{Stage, Status};
    use wismo_domain::time::Timestamp;

    use super::*;

    #[test]
    fn a_packing_slip_lists_what_is_still_to_leave_and_no_price() {
        let status = Status::new("preparing", Stage::Preparing);
        let mut order = Order::new("1", Timestamp::UNIX_EPOCH, status, "EUR");
        let line = |id: &str, name: &str, delivered: i64| Line {
            delivered: Some(delivered.into()),
            total: Some(wismo_domain::order::Amount(7.into())),
            ..Line::new(id, name, 2.into())
        };
        order.lines = vec![line("1", "Socks", 2), line("2", "Hat", 1)];
        let texts = Texts::of_desk(Language::English);
        let slip = lines(texts, &order, false).into_string();
        assert!(
            slip.contains("Hat") && slip.contains("<td>1</td>"),
            "{slip}"
        );
        assert!(!slip.contains("Socks") && !slip.contains('7'), "{slip}");
        let summary = lines(texts, &order, true).into_string();
        assert!(
            summary.contains("Socks") && summary.contains("€7.00"),
            "{summary}"
        );
    }
}
