//! The forms by which a member decides something about an order, and the page that says
//! beforehand what would change and whom that mails.

mod confirm;

use maud::{Markup, html};
use wismo_domain::order::{DocumentKind, Order, Quantity, Status};
use wismo_domain::shop::Shop;

use super::upload::{self, KeptFile, UPLOAD};
use super::{OrderAction, back, change_nothing, removed};
use crate::desk::DeskFrame;
use crate::desk::field::{Field, FieldKind, WrongField, carried, summary, typed};
use crate::format;
use crate::page::Document;
use crate::words::{self, Goods};

pub use confirm::confirm;

/// The content of the page of an action.
pub struct DecidePage<'a> {
    /// The document around it.
    pub frame: DeskFrame<'a>,
    /// The shop.
    pub shop: &'a Shop,
    /// The order, as the merchant reads it.
    pub order: &'a Order,
    /// The action.
    pub action: OrderAction,
    /// The statuses to choose from.
    pub statuses: &'a [Status],
    /// True if it is so already: the order is urgent or held, its links are revoked, or
    /// documents of the chosen kind are shown to the customer.
    pub is_on: bool,
    /// True if the shop deleted the order.
    pub is_removed: bool,
    /// True if it refunds more than is left of what the order cost.
    pub is_more_than_left: bool,
    /// The file that was chosen before.
    pub file: Option<&'a KeptFile>,
    /// The fields that were filled in.
    pub fields: &'a [(&'a str, &'a str)],
    /// The fields that were wrong.
    pub wrong: &'a [WrongField],
}

impl DecidePage<'_> {
    fn typed(&self, name: &str) -> &str {
        typed(self.fields, name)
    }

    fn title(&self) -> String {
        self.frame.text(self.action.text(self.is_on))
    }

    /// The word for a kind of documents in the form.
    #[must_use]
    pub const fn kind_word(kind: DocumentKind) -> &'static str {
        match kind {
            DocumentKind::Invoice => "invoice",
            DocumentKind::CreditNote => "credit_note",
            DocumentKind::PackingSlip => "packing_slip",
            DocumentKind::Other => "other",
        }
    }

    /// The name of the field of how many of a line came back.
    #[must_use]
    pub fn returned_field(index: usize) -> String {
        format!("returned-{}", index + 1)
    }
}

/// The page with the form.
#[must_use]
pub fn form(page: &DecidePage<'_>) -> Document {
    let frame = &page.frame;
    let content = html! {
        div.narrow {
            (back(frame, page.shop, page.order))
            h1 { (page.title()) }
            (removed(frame, page.is_removed))
            p { (frame.text(why(page))) }
            (summary(frame, page.wrong))
            form method="post" enctype=[enctype(page.action)] {
                (fields(page))
                (buttons(page))
            }
        }
    };
    frame.document(&page.title(), &content)
}

/// The form of the body of a form with files.
const fn enctype(action: OrderAction) -> Option<&'static str> {
    match action {
        OrderAction::Document => Some("multipart/form-data"),
        OrderAction::Tracking
        | OrderAction::Status
        | OrderAction::Promise
        | OrderAction::Return
        | OrderAction::Refund
        | OrderAction::Cancel
        | OrderAction::Print
        | OrderAction::Urgent
        | OrderAction::Hold
        | OrderAction::Drop
        | OrderAction::Links => None,
    }
}

/// The text id of what the action does.
const fn why(page: &DecidePage<'_>) -> &'static str {
    match page.action {
        OrderAction::Tracking => "desk-order-tracking-why",
        OrderAction::Status => "desk-order-status-why",
        OrderAction::Promise => "desk-order-promise-why",
        OrderAction::Return => "desk-order-return-why",
        OrderAction::Refund => "desk-order-refund-why",
        OrderAction::Cancel => "desk-order-cancel-why",
        OrderAction::Document => "desk-order-document-why",
        OrderAction::Print => "desk-order-print-why",
        OrderAction::Urgent if page.is_on => "desk-order-urgent-end-why",
        OrderAction::Urgent => "desk-order-urgent-why",
        OrderAction::Hold if page.is_on => "desk-order-release-why",
        OrderAction::Hold => "desk-order-hold-why",
        OrderAction::Drop => "desk-order-drop-why",
        OrderAction::Links if page.is_on => "desk-order-links-revoked-why",
        OrderAction::Links => "desk-order-links-why",
    }
}

fn fields(page: &DecidePage<'_>) -> Markup {
    let frame = &page.frame;
    let field = |name, label, hint, kind| {
        let field = Field {
            name,
            label,
            hint,
            kind,
            value: page.typed(name),
        };
        field.html(frame, page.wrong)
    };
    match page.action {
        OrderAction::Tracking => html! {
            (field("number", "desk-order-number-label", None, FieldKind::Text))
            (field("carrier", "desk-order-carrier-label", Some("desk-order-carrier-hint"), FieldKind::Optional))
        },
        OrderAction::Status => statuses(page),
        OrderAction::Promise => field("day", "desk-order-day-label", None, FieldKind::Day),
        OrderAction::Return => returned(page),
        OrderAction::Refund => {
            let label = "desk-order-amount-label";
            html! {
                (field("amount", label, Some("desk-order-amount-hint"), FieldKind::Text))
                p.hint { (page.order.currency) }
                (field("reason", "desk-order-refund-reason-label", None, FieldKind::Optional))
            }
        }
        OrderAction::Document => {
            let (label, hint) = (
                "desk-order-document-number-label",
                Some("desk-order-document-number-hint"),
            );
            // The file comes last: of a form that is too large, what stands before it is kept.
            html! {
                (kinds(page))
                (field("number", label, hint, FieldKind::Optional))
                (chosen_file(page))
                (upload::one(frame, page.wrong, page.file.is_none()))
            }
        }
        OrderAction::Urgent if !page.is_on => {
            field("reason", "desk-order-reason-label", None, FieldKind::Text)
        }
        OrderAction::Urgent
        | OrderAction::Print
        | OrderAction::Cancel
        | OrderAction::Hold
        | OrderAction::Drop
        | OrderAction::Links => html! {},
    }
}

fn statuses(page: &DecidePage<'_>) -> Markup {
    let texts = page.frame.texts();
    let goods = Goods::of(page.order);
    let chosen = match page.typed("status") {
        "" => page.order.status.code.as_str(),
        typed => typed,
    };
    html! {
        fieldset id="status" {
            legend { (page.frame.text("desk-order-status-label")) }
            @for status in page.statuses {
                label.choice {
                    input type="radio" name="status" value=(status.code) required checked[status.code == chosen];
                    span { bdi { (words::status(texts, goods, status)) } }
                }
            }
        }
    }
}

/// The kinds of documents to choose from.
fn kinds(page: &DecidePage<'_>) -> Markup {
    let chosen = page.typed("kind");
    html! {
        fieldset id="kind" {
            legend { (page.frame.text("desk-order-kind-label")) }
            @for kind in [DocumentKind::Other, DocumentKind::Invoice, DocumentKind::CreditNote, DocumentKind::PackingSlip] {
                @let word = DecidePage::kind_word(kind);
                @let is_first = chosen.is_empty() && kind == DocumentKind::Other;
                label.choice {
                    input type="radio" name="kind" value=(word) required checked[word == chosen || is_first];
                    span { (page.frame.text(kind_text(kind))) }
                }
            }
        }
    }
}

const fn kind_text(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Invoice => "desk-order-kind-invoice",
        DocumentKind::CreditNote => "desk-order-kind-credit-note",
        DocumentKind::PackingSlip => "desk-order-packing-slip",
        DocumentKind::Other => "desk-order-kind-other",
    }
}

/// The file that was chosen before, which another one replaces.
fn chosen_file(page: &DecidePage<'_>) -> Markup {
    html! {
        @if let Some(file) = page.file {
            (carried([(UPLOAD, file.number.to_string().as_str())]))
            p { (page.frame.text("desk-order-file-chosen")) " " bdi { (file.name) } }
        }
    }
}

/// The items, each with a field for how many of it came back in all.
fn returned(page: &DecidePage<'_>) -> Markup {
    let texts = page.frame.texts();
    html! {
        @for (index, line) in page.order.lines.iter().enumerate() {
            @let name = DecidePage::returned_field(index);
            @let before = format::quantity(texts.language, line.returned.unwrap_or(Quantity::ZERO));
            @let wrong = page.wrong.iter().any(|wrong| wrong.field == "returned" && !page.typed(&name).is_empty());
            div.field {
                label for=(name) { bdi { (words::item(texts, Some(line))) } }
                p.hint id={ (name) "-hint" } {
                    (texts.with("desk-order-returned-hint", [
                        ("ordered", format::quantity(texts.language, line.quantity).into()),
                        ("returned", before.into()),
                    ]))
                }
                input id=(name) name=(name) type="text" inputmode="decimal" value=(page.typed(&name))
                    autocomplete="off" maxlength="20" aria-describedby={ (name) "-hint" }
                    aria-invalid=[wrong.then_some("true")];
            }
        }
    }
}

fn buttons(page: &DecidePage<'_>) -> Markup {
    let frame = &page.frame;
    let leave = change_nothing(frame, page.shop, page.order);
    let button = |value: &str, text: &str| {
        html! { p.buttons { button name="do" value=(value) { (frame.text(text)) } " " (leave) } }
    };
    match page.action {
        OrderAction::Tracking
        | OrderAction::Status
        | OrderAction::Promise
        | OrderAction::Return
        | OrderAction::Refund
        | OrderAction::Cancel
        | OrderAction::Document => button("ask", "desk-order-go-on"),
        // It has a page of its own.
        OrderAction::Print => html! {},
        OrderAction::Urgent if page.is_on => button("off", "desk-order-urgent-end"),
        OrderAction::Urgent => button("on", "desk-order-urgent-do"),
        OrderAction::Hold if page.is_on => button("off", "desk-order-release-do"),
        OrderAction::Hold => button("on", "desk-order-hold-do"),
        OrderAction::Drop => button("on", "desk-order-drop-do"),
        OrderAction::Links if page.is_on => button("restore", "desk-order-links-restore"),
        OrderAction::Links => html! {
            p.buttons {
                button name="do" value="replace" { (frame.text("desk-order-links-replace")) } " "
                // It is asked once more.
                button.quiet.alert name="do" value="ask" { (frame.text("desk-order-links-revoke")) } " "
                (leave)
            }
        },
    }
}

/// The page that asks once more before all links are revoked.
#[must_use]
pub fn confirm_revocation(page: &DecidePage<'_>) -> Document {
    let frame = &page.frame;
    let content = html! {
        div.narrow {
            (back(frame, page.shop, page.order))
            h1 { (frame.text("desk-order-links-revoke")) }
            p { (frame.text("desk-order-revoke-sure")) }
            form method="post" {
                p.buttons {
                    button.alert name="do" value="revoke" { (frame.text("desk-order-links-revoke")) } " "
                    (change_nothing(frame, page.shop, page.order))
                }
            }
        }
    };
    frame.document(&page.title(), &content)
}
