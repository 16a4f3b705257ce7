//! The shop's word about a customer.

use maud::{Markup, html};
use wismo_domain::intake::customer::{CustomerKind, CustomerRecord};
use wismo_domain::people::{Person, PersonView};
use wismo_domain::shop::Shop;

use super::{CustomerPage, is_guest};
use crate::desk::{DeskFrame, path};
use crate::texts::Language;

/// The kind of a customer in words.
pub(in crate::desk) fn kind_text(
    frame: &DeskFrame<'_>,
    person: &Person,
    record: Option<&CustomerRecord>,
) -> String {
    if is_guest(person) {
        return frame.text("desk-customers-guest");
    }
    frame.text(match record.and_then(|record| record.kind) {
        None => "desk-customers-customer",
        Some(CustomerKind::Public) => "desk-customers-public",
        Some(CustomerKind::Retailer) => "desk-customers-retailer",
        Some(CustomerKind::Agent) => "desk-customers-agent",
    })
}

/// The section.
pub(super) fn section(page: &CustomerPage<'_>) -> Markup {
    let frame = &page.frame;
    let list = list(frame, page.shop, page.one);
    html! {
        @if let Some(list) = list {
            section {
                h2 { (frame.text("desk-customers-about")) }
                (list)
            }
        }
    }
}

/// The shop's word about a person; none if it says nothing.
pub(super) fn list(frame: &DeskFrame<'_>, shop: &Shop, one: &PersonView) -> Option<Markup> {
    let record = one.record.as_ref();
    let customer = one.order.as_ref().map(|order| &order.customer);
    let said = |text: Option<&String>| text.map(|text| html! { (text) });
    let of = |field: fn(&CustomerRecord) -> Option<&String>| said(record.and_then(field));
    let id = match &one.person {
        Person::Customer(id) => Some(html! { (id) }),
        Person::Guest(_) => None,
    };
    let group = record
        .and_then(|record| record.group.as_ref())
        .or_else(|| customer?.group.as_ref());
    let locale = record
        .and_then(|record| record.locale.as_ref())
        .or_else(|| customer?.locale.as_ref());
    let before = record.and_then(|record| record.pays_before_dispatch);
    let before = before.map(|is_so| {
        let text = match is_so {
            true => "desk-customers-yes",
            false => "desk-customers-no",
        };
        html! { (frame.text(text)) }
    });
    let rows = [
        ("desk-customers-id", id),
        (
            "desk-customers-trading-name",
            of(|record| record.trading_name.as_ref()),
        ),
        (
            "desk-customers-channel",
            of(|record| record.sales_channel.as_ref()),
        ),
        ("desk-customers-group", said(group)),
        (
            "desk-customers-price-list",
            of(|record| record.price_list.as_ref()),
        ),
        ("desk-customers-language", locale.map(|tag| language(tag))),
        (
            "desk-customers-terms",
            of(|record| record.payment_terms.as_ref()),
        ),
        ("desk-customers-before-dispatch", before),
        (
            "desk-customers-bank",
            of(|record| record.bank_account.as_ref()),
        ),
        (
            "desk-customers-accounts-id",
            of(|record| record.accounts_id.as_ref()),
        ),
        ("desk-customers-subs", subs(frame, shop, one)),
    ];
    let rows: Vec<_> = rows
        .into_iter()
        .filter_map(|(text, value)| Some((text, value?)))
        .collect();
    (!rows.is_empty()).then(|| {
        html! {
            dl.facts {
                @for (text, value) in &rows { div { dt { (frame.text(text)) } dd { (value) } } }
            }
            @if let Some(record) = record {
                p.soft { (frame.text("desk-customers-as-of")) " " (frame.moment(record.updated_at)) }
            }
        }
    })
}

/// The name of a language in itself; its tag where it is not one of ours.
fn language(tag: &str) -> Markup {
    match Language::known(tag) {
        Some(language) => html! { span lang=(language.code()) { (language.own_name()) } },
        None => html! { (tag) },
    }
}

/// The customers of an agent.
fn subs(frame: &DeskFrame<'_>, shop: &Shop, one: &PersonView) -> Option<Markup> {
    let subs = &one.record.as_ref()?.sub_customers;
    let href = |id: &str| frame.at(&path::customer(&shop.id, id));
    (!subs.is_empty()).then(|| {
        html! {
            ul { @for id in subs { li { a href=(href(id)) { (id) } } } }
        }
    })
}
