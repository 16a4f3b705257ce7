//! Joining a customer with another one: finding the other, and deciding.

use maud::{Markup, html};
use wismo_domain::people::{Person, PersonView};
use wismo_domain::search::StoredRecord;
use wismo_domain::shop::Shop;

use super::joined::{kind, name};
use super::mails::cause;
use super::{Suppressed, facts, kind_text};
use crate::desk::customers::Names;
use crate::desk::field::{Field, FieldKind, WrongField, carried, summary};
use crate::desk::search::Found;
use crate::desk::{DeskFrame, path};
use crate::page::Document;

/// The content of the page on which the other customer is looked for.
pub struct FindPage<'a> {
    /// The document around it.
    pub frame: DeskFrame<'a>,
    /// The shop.
    pub shop: &'a Shop,
    /// The customer who is to be joined with another one.
    pub one: &'a PersonView,
    /// The words that were typed.
    pub typed: &'a str,
    /// The others who were found by them.
    pub found: &'a [Found<'a>],
    /// The fields that were wrong.
    pub wrong: &'a [WrongField],
}

/// The page on which the other customer is looked for.
#[must_use]
pub fn find(page: &FindPage<'_>) -> Document {
    let frame = &page.frame;
    let title = frame.text("desk-customers-join");
    let field = Field {
        name: "with",
        label: "desk-customers-join-with",
        hint: Some("desk-customers-join-with-hint"),
        kind: FieldKind::Text,
        value: page.typed,
    };
    let content = html! {
        h1 { (title) }
        (summary(frame, page.wrong))
        (name(frame, page.one))
        form method="get" action=(at(frame, page.shop, &page.one.person)) {
            (field.html(frame, page.wrong))
            p { button { (frame.text("desk-customers-join-find")) } }
        }
        @if !page.found.is_empty() {
            section {
                h2 { (frame.text("desk-customers-join-choose")) }
                ul.rows { @for found in page.found { (row(page, found)) } }
            }
        }
        (back(frame, page.shop, page.one))
    };
    frame.document(&title, &content)
}

/// Somebody who was found, as a link that goes on with them.
fn row(page: &FindPage<'_>, found: &Found<'_>) -> Markup {
    let frame = &page.frame;
    let Some(person) = found.person() else {
        return html! {};
    };
    let (record, order) = match &found.hit.record {
        StoredRecord::Customer(record) => (Some((**record).clone()), None),
        StoredRecord::Order(record) => (None, Some((*record.order).clone())),
    };
    let with = path::encoded(&person.to_string());
    let view = PersonView {
        person,
        record,
        order,
        watch: None,
    };
    let own = at(frame, page.shop, &page.one.person);
    html! {
        li {
            div { (name(frame, &view)) }
            a.aside href={ (own) "?with=" (with) } { (frame.text("desk-customers-join-compare")) }
        }
    }
}

/// One of two customers who may be one person.
pub struct Side<'a> {
    /// The record that stands for them so far.
    pub one: &'a PersonView,
    /// The records that are joined with it already.
    pub others: &'a [PersonView],
    /// The number of notes on them.
    pub notes: usize,
    /// True if they are on the watch list.
    pub is_watched: bool,
    /// Those of their addresses that get no mails.
    pub suppressed: &'a [Suppressed],
}

/// The two sides of a join.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// The record on whose page it began.
    This,
    /// The other one.
    Other,
}

impl Stands {
    const ALL: [Self; 2] = [Self::This, Self::Other];

    /// The word for it in a form.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::This => "this",
            Self::Other => "other",
        }
    }

    /// The side of this word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|side| side.word() == word)
    }
}

/// The content of the page that shows two customers side by side, before they are joined.
pub struct JoinPage<'a> {
    /// The document around it.
    pub frame: DeskFrame<'a>,
    /// The shop.
    pub shop: &'a Shop,
    /// The customer on whose page it began.
    pub this: Side<'a>,
    /// The other one.
    pub other: Side<'a>,
    /// The side that was chosen to stand.
    pub stands: Stands,
    /// The fields that were wrong.
    pub wrong: &'a [WrongField],
}

/// The page that shows two customers side by side, and says what joining them leads to.
#[must_use]
pub fn join(page: &JoinPage<'_>) -> Document {
    let frame = &page.frame;
    let title = frame.text("desk-customers-join-check");
    let other = page.other.one.person.to_string();
    let content = html! {
        h1 { (title) }
        (summary(frame, page.wrong))
        div.columns.even {
            (side(page, &page.this))
            (side(page, &page.other))
        }
        section {
            h2 { (frame.text("desk-customers-join-happens")) }
            ul.plain {
                li { (frame.text("desk-customers-join-effect-page")) }
                li { (frame.text("desk-customers-join-effect-mails")) }
                li { (frame.text("desk-customers-join-effect-private")) }
                li { (frame.text("desk-customers-join-effect-undo")) }
            }
            (refusals(page))
            form method="post" action=(at(frame, page.shop, &page.this.one.person)) {
                (carried([("with", other.as_str())]))
                (choice(page))
                p { button name="do" value="join" { (frame.text("desk-customers-join-do")) } }
            }
        }
        (back(frame, page.shop, page.this.one))
    };
    frame.document(&title, &content)
}

fn side(page: &JoinPage<'_>, side: &Side<'_>) -> Markup {
    let frame = &page.frame;
    let count = [("count", side.notes.into())];
    html! {
        section {
            h2 { bdi { (Names::of(side.one).title(frame, &side.one.person)) } }
            (kind(frame, side.one))
            @for other in side.others { (name(frame, other)) }
            @if side.is_watched { p { strong { (frame.text("desk-customers-watch")) } } }
            p { (frame.texts().with("desk-customers-notes-count", count)) }
            @if let Some(facts) = facts::list(frame, page.shop, side.one) { (facts) }
        }
    }
}

/// The people who want no mails, and the addresses that get none: that stays so.
fn refusals(page: &JoinPage<'_>) -> Markup {
    let frame = &page.frame;
    let sides = [&page.this, &page.other];
    let records = sides
        .iter()
        .flat_map(|side| std::iter::once(side.one).chain(side.others));
    let unwilling: Vec<&PersonView> = records
        .filter(|one| one.wants_mail() == Some(false))
        .collect();
    let suppressed: Vec<&Suppressed> = sides.iter().flat_map(|side| side.suppressed).collect();
    html! {
        @if !unwilling.is_empty() || !suppressed.is_empty() {
            h3 { (frame.text("desk-customers-join-stays-no")) }
            ul.rows {
                @for one in unwilling {
                    li {
                        div { (name(frame, one)) }
                        p { (frame.text("desk-customers-no-mails")) }
                    }
                }
                @for one in suppressed {
                    li {
                        p { bdi { (one.address) } }
                        p { (frame.text(cause(one.suppression.cause))) }
                    }
                }
            }
        }
    }
}

/// The choice of the record that stands.
fn choice(page: &JoinPage<'_>) -> Markup {
    let frame = &page.frame;
    let wrong = page.wrong.iter().find(|wrong| wrong.field == "stands");
    html! {
        fieldset id="stands" aria-describedby=(if wrong.is_some() { "stands-error stands-hint" } else { "stands-hint" }) {
            legend { (frame.text("desk-customers-join-stands")) }
            p.hint id="stands-hint" { (frame.text("desk-customers-join-stands-hint")) }
            @if let Some(wrong) = wrong { p.error id="stands-error" { (frame.text(wrong.why.text())) } }
            @for stands in Stands::ALL {
                @let one = match stands { Stands::This => page.this.one, Stands::Other => page.other.one };
                label.choice {
                    input type="radio" name="stands" value=(stands.word()) checked[stands == page.stands] required;
                    span { (label(frame, one)) }
                }
            }
        }
    }
}

/// The name of a record, and the kind and the number that tell it from the other.
fn label(frame: &DeskFrame<'_>, one: &PersonView) -> Markup {
    html! {
        bdi { (Names::of(one).title(frame, &one.person)) }
        span.hint {
            (kind_text(frame, &one.person, one.record.as_ref()))
            @if let Person::Customer(id) = &one.person { " – " bdi { (id) } }
        }
    }
}

fn at(frame: &DeskFrame<'_>, shop: &Shop, person: &Person) -> String {
    frame.at(&format!(
        "{}/join",
        path::customer(&shop.id, &person.to_string())
    ))
}

fn back(frame: &DeskFrame<'_>, shop: &Shop, one: &PersonView) -> Markup {
    let to = frame.at(&path::customer(&shop.id, &one.person.to_string()));
    html! { p { a href=(to) { (frame.text("desk-customers-back")) } } }
}
