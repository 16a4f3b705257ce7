//! The other records of a person, and undoing what joined them.

use maud::{Markup, html};
use wismo_domain::people::{Person, PersonView};

use super::{CustomerPage, JoinedView, account, facts, kind_text};
use crate::desk::DeskFrame;
use crate::desk::customers::Names;
use crate::desk::field::carried;

/// The section; empty for a person who has one record.
pub(super) fn section(page: &CustomerPage<'_>) -> Markup {
    let frame = &page.frame;
    html! {
        @if !page.others.is_empty() {
            section id="joined" {
                h2 { (frame.text("desk-customers-joined-records")) }
                p.soft { (frame.text("desk-customers-joined-why")) }
                ul.rows { @for other in page.others { (row(page, other)) } }
                @if page.may_act { p.hint { (frame.text("desk-customers-separate-hint")) } }
            }
        }
    }
}

fn row(page: &CustomerPage<'_>, JoinedView { view, join }: &JoinedView) -> Markup {
    let frame = &page.frame;
    let person = view.person.to_string();
    let by = [("name", join.by.name.as_str().into())];
    let into = page.records().find(|one| one.person == join.into);
    let into = into.filter(|one| one.person != page.one.person);
    let facts = facts::list(frame, page.shop, view);
    let account = account::content(frame, view);
    html! {
        li {
            div { (name(frame, view)) }
            div {
                p.soft { (frame.texts().with("desk-customers-joined-by", by)) " – " (frame.moment(join.at)) }
                @if let Some(into) = into {
                    p.soft { (frame.text("desk-customers-joined-into")) " " bdi { (Names::of(into).title(frame, &into.person)) } }
                }
            }
            @if page.may_act {
                form method="post" {
                    (carried([("of", person.as_str())]))
                    button.quiet name="do" value="separate" { (frame.text("desk-customers-separate")) }
                }
            }
            @if facts.is_some() || account.is_some() {
                details {
                    summary { (frame.text("desk-customers-about")) }
                    @if let Some(facts) = facts { (facts) }
                    @if let Some(account) = account {
                        h3 { (frame.text("desk-customers-account")) }
                        (account)
                    }
                }
            }
        }
    }
}

/// The name of a person, and what tells them from others of that name.
pub(super) fn name(frame: &DeskFrame<'_>, one: &PersonView) -> Markup {
    html! {
        p { bdi { (Names::of(one).title(frame, &one.person)) } }
        (kind(frame, one))
    }
}

/// The kind of a customer, with what tells them from others of the same name.
pub(super) fn kind(frame: &DeskFrame<'_>, one: &PersonView) -> Markup {
    let names = Names::of(one);
    let title = names.title(frame, &one.person);
    let email = names.email.filter(|email| *email != title);
    html! {
        p.soft {
            (kind_text(frame, &one.person, one.record.as_ref()))
            @if let Person::Customer(id) = &one.person { " – " bdi { (id) } }
            @if let Some(email) = email { " – " bdi { (email) } }
        }
    }
}
