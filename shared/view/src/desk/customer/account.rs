//! A customer's account, as the shop's ERP keeps it.

use maud::{Markup, html};
use wismo_domain::intake::customer::Account;
use wismo_domain::order::Amount;
use wismo_domain::people::PersonView;
use wismo_domain::time::Date;

use super::CustomerPage;
use crate::desk::DeskFrame;
use crate::format;

/// The section; empty where the ERP sends no account.
pub(super) fn section(page: &CustomerPage<'_>) -> Markup {
    let frame = &page.frame;
    let content = content(frame, page.one);
    html! {
        @if let Some(content) = content {
            section {
                h2 { (frame.text("desk-customers-account")) }
                (content)
            }
        }
    }
}

/// The account of a person; none where the ERP sends none.
pub(super) fn content(frame: &DeskFrame<'_>, one: &PersonView) -> Option<Markup> {
    let record = one.record.as_ref()?;
    let account = record.account.as_ref()?;
    let money = |amount: Amount| format::money(frame.language, amount, &account.currency);
    Some(html! {
        p.soft {
            (frame.text("desk-customers-as-of")) " " (frame.moment(account.at.unwrap_or(record.updated_at)))
        }
        @if let Some(balance) = account.balance {
            dl.facts { div { dt { (frame.text("desk-customers-balance")) } dd { (money(balance)) } } }
        }
        (invoices(frame, account, &money))
        (payments(frame, account, &money))
    })
}

fn invoices(frame: &DeskFrame<'_>, account: &Account, money: &dyn Fn(Amount) -> String) -> Markup {
    html! {
        @if !account.invoices.is_empty() {
            h3 { (frame.text("desk-customers-invoices")) }
            ul.rows {
                @for invoice in &account.invoices {
                    li {
                        p { (invoice.number) }
                        p { (money(invoice.amount)) }
                        p.soft { (day(frame, invoice.issued_on)) }
                        p {
                            @if let Some(open) = invoice.open {
                                (frame.texts().with("desk-customers-open", [("amount", money(open).into())]))
                            }
                            @if let Some(due) = invoice.due_on {
                                " "
                                span.soft { (frame.texts().with("desk-customers-due", [("day", format::day(frame.language, due).into())])) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn payments(frame: &DeskFrame<'_>, account: &Account, money: &dyn Fn(Amount) -> String) -> Markup {
    html! {
        @if !account.payments.is_empty() {
            h3 { (frame.text("desk-customers-payments")) }
            ul.rows {
                @for payment in &account.payments {
                    li {
                        p { (money(payment.amount)) }
                        p.soft { (day(frame, payment.paid_on)) }
                        p { (payment.reference.as_deref().unwrap_or_default()) }
                    }
                }
            }
        }
    }
}

fn day(frame: &DeskFrame<'_>, day: Option<Date>) -> String {
    day.map_or_else(String::new, |day| format::day(frame.language, day))
}
