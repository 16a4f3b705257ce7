//! Mails from an order: writing one, and looking at one that was sent.

use maud::{Markup, html};
use wismo_domain::changes::Change;
use wismo_domain::mail::Mail;
use wismo_domain::order::Order;
use wismo_domain::shop::Shop;
use wismo_domain::time::Timestamp;

use super::upload::{self, KeptFile, UPLOAD};
use super::{back, removed, sent_mail};
use crate::desk::field::{Done, Field, FieldKind, WrongField, carried, done, summary, typed};
use crate::desk::{DeskFrame, path};
use crate::page::Document;
use crate::words;

/// A mail that is shown, whole.
#[derive(Clone, Copy)]
pub struct ShownMail<'a> {
    /// The mail.
    pub mail: &'a Mail,
    /// The warnings about it: text ids, and the addresses that they are about.
    pub warnings: &'a [(MailWarning, Option<String>)],
}

/// A warning about a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailWarning {
    /// The recipient is set to get no mails.
    NotSetToReceive,
    /// The recipient switched such mails off.
    Unsubscribed,
    /// Mails do not reach the address.
    Suppressed,
    /// A link in the mail leads nowhere.
    DeadLink,
}

impl MailWarning {
    const fn text(self) -> &'static str {
        match self {
            Self::NotSetToReceive => "desk-order-warn-not-set-to-receive",
            Self::Unsubscribed => "desk-order-warn-unsubscribed",
            Self::Suppressed => "desk-order-warn-suppressed",
            Self::DeadLink => "desk-order-warn-dead-link",
        }
    }
}

/// Words that a mail may have: the shop's template, or Wismo's own about a kind of change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateChoice {
    /// The name of the template.
    pub name: String,
    /// The change that it tells, if Wismo has words for that and the shop has none.
    pub standard: Option<Change>,
}

/// The content of the page on which a mail is written.
pub struct WritePage<'a> {
    /// The document around it.
    pub frame: DeskFrame<'a>,
    /// The shop.
    pub shop: &'a Shop,
    /// The order.
    pub order: &'a Order,
    /// True if the shop deleted the order.
    pub is_removed: bool,
    /// The words to choose from.
    pub templates: &'a [TemplateChoice],
    /// The fields as they were filled in, or as they are offered.
    pub fields: &'a [(&'a str, &'a str)],
    /// The files that were chosen before.
    pub files: &'a [KeptFile],
    /// The fields that were wrong.
    pub wrong: &'a [WrongField],
    /// The mail as it would leave, if it was asked for.
    pub shown: Option<ShownMail<'a>>,
}

impl WritePage<'_> {
    fn typed(&self, name: &str) -> &str {
        typed(self.fields, name)
    }

    fn has(&self, name: &str, value: &str) -> bool {
        self.fields.contains(&(name, value))
    }
}

/// The page on which a mail is written, with the mail as it would leave beside the form.
#[must_use]
pub fn write(page: &WritePage<'_>) -> Document {
    let frame = &page.frame;
    let title = frame.text("desk-order-write");
    // What comes back from being shown, or refused, has not left yet.
    let is_typed = page.shown.is_some() || !page.wrong.is_empty();
    let content = html! {
        (back(frame, page.shop, page.order))
        h1 { (title) }
        (removed(frame, page.is_removed))
        div.columns.even {
            div {
                (summary(frame, page.wrong))
                form method="post" enctype="multipart/form-data" data-preview data-unsaved[is_typed] {
                    (carried([("id", page.typed("id"))]))
                    (form_fields(page))
                    p.buttons {
                        button.quiet[page.shown.is_some()] name="do" value="show" { (frame.text("desk-order-show")) }
                        @if page.shown.is_some() {
                            " " button name="do" value="send" { (frame.text("desk-order-send")) }
                        }
                        " " a href=(frame.at(&path::order(&page.shop.id, &page.order.id))) { (frame.text("desk-cancel")) }
                    }
                }
            }
            div id="preview" {
                @if let Some(shown) = page.shown { (self::shown(frame, page.order, shown)) }
                @else { p.soft { (frame.text("desk-order-show-first")) } }
            }
        }
    };
    with_mail(frame.document(&title, &content))
}

fn form_fields(page: &WritePage<'_>) -> Markup {
    let frame = &page.frame;
    let texts = frame.texts();
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
    let documents = page.order.documents.iter();
    let (files, numbers): (Vec<_>, Vec<_>) = documents.partition(|document| document.has_file());
    let name = |document: &wismo_domain::order::Document| {
        words::document(texts, document.kind, document.display_number())
    };
    html! {
        (field("to", "desk-order-to-label", None, FieldKind::Text))
        (field("cc", "desk-order-cc-label", Some("desk-order-cc-hint"), FieldKind::Optional))
        label.choice {
            input type="checkbox" name="copy" value="yes" checked[page.has("copy", "yes")];
            span { (frame.text("desk-order-copy-to-me")) }
        }
        div.field {
            label for="template" { (frame.text("desk-order-template-label")) }
            select id="template" name="template" {
                option value="" selected[page.typed("template").is_empty()] { (frame.text("desk-order-own-words")) }
                @for choice in page.templates {
                    option value=(choice.name) selected[page.typed("template") == choice.name] {
                        (template(page, choice))
                    }
                }
            }
        }
        // The style leaves them out while a template is chosen.
        div.own-words {
            (field("subject", "desk-order-subject-label", Some("desk-order-subject-hint"), FieldKind::Optional))
            (field("message", "desk-order-message-label", None, FieldKind::Lines))
        }
        @if !page.order.documents.is_empty() || !page.files.is_empty() {
            fieldset {
                legend { (frame.text("desk-order-attach-label")) }
                @for document in files {
                    label.choice {
                        input type="checkbox" name="document" value=(document.id) checked[page.has("document", &document.id)];
                        span { bdi { (name(document)) } }
                    }
                }
                @for document in numbers {
                    p.hint { bdi { (name(document)) } ": " (frame.text("desk-order-number-only")) }
                }
                @for file in page.files {
                    label.choice {
                        input type="checkbox" name=(UPLOAD) value=(file.number) checked;
                        span { bdi { (file.name) } }
                    }
                }
            }
        }
        // The files come last: of a form that is too large, what stands before them is kept.
        (upload::several(frame, page.wrong))
    }
}

/// The name of a template, or what Wismo's own words tell.
fn template(page: &WritePage<'_>, choice: &TemplateChoice) -> String {
    let texts = page.frame.texts();
    let change = choice.standard.as_ref();
    let what = change.map(|change| words::change(texts, change, page.order, 0).what);
    match what.filter(|what| !what.is_empty()) {
        Some(what) => texts
            .with("desk-order-standard-text", [("change", what.into())])
            .into_owned(),
        None => choice.name.clone(),
    }
}

/// The content of the page of a mail that was sent, or waits.
pub struct MailPage<'a> {
    /// The document around it.
    pub frame: DeskFrame<'a>,
    /// The shop.
    pub shop: &'a Shop,
    /// The order.
    pub order: &'a Order,
    /// True if the shop deleted the order.
    pub is_removed: bool,
    /// The mail, with what is to be known before it is sent again.
    pub shown: ShownMail<'a>,
    /// The time when it was written, if that is known.
    pub at: Option<Timestamp>,
    /// True if it may still be called back.
    pub waits: bool,
    /// The address to send it to again, as it was filled in.
    pub to: &'a str,
    /// The id by which a form that is sent twice is known.
    pub id: &'a str,
    /// The fields that were wrong.
    pub wrong: &'a [WrongField],
    /// The deed before this page.
    pub done: Option<Done>,
}

/// The page of a mail that was sent, or waits.
#[must_use]
pub fn kept(page: &MailPage<'_>) -> Document {
    let frame = &page.frame;
    let title = &page.shown.mail.subject;
    let content = html! {
        (back(frame, page.shop, page.order))
        h1 { bdi { (title) } }
        (removed(frame, page.is_removed))
        (done(frame, page.done))
        @if let Some(at) = page.at { p.soft.when { (frame.moment(at)) } }
        (shown(frame, page.order, page.shown))
        @if page.waits {
                section {
                    h2 { (frame.text("desk-order-call-back")) }
                    form method="post" {
                        p { button.quiet name="do" value="recall" { (frame.text("desk-order-call-back-do")) } }
                    }
                }
            }
            (again(page))
    };
    with_mail(frame.document(title, &content))
}

fn again(page: &MailPage<'_>) -> Markup {
    let frame = &page.frame;
    let to = Field {
        name: "to",
        label: "desk-order-to-label",
        hint: None,
        kind: FieldKind::Text,
        value: page.to,
    };
    html! {
        section {
            h2 { (frame.text("desk-order-send-again")) }
            (summary(frame, page.wrong))
            form method="post" {
                (carried([("id", page.id)]))
                (to.html(frame, page.wrong))
                label.choice {
                    input type="checkbox" name="correct" value="yes";
                    span { (frame.text("desk-order-correct-address")) }
                }
                p { button name="do" value="again" { (frame.text("desk-order-send-again")) } }
            }
        }
    }
}

/// A mail as its reader gets it.
fn shown(frame: &DeskFrame<'_>, order: &Order, shown: ShownMail<'_>) -> Markup {
    let mail = shown.mail;
    let cc: Vec<&str> = mail.cc.iter().map(|cc| cc.address.as_str()).collect();
    html! {
        section.mail aria-label=(frame.text("desk-order-the-mail")) {
            @for (warning, address) in shown.warnings {
                p.error {
                    @if let Some(address) = address { bdi { (address) } ": " }
                    (frame.text(warning.text()))
                }
            }
            dl.facts {
                div { dt { (frame.text("desk-order-to-label")) } dd { bdi { (mail.to.address) } } }
                @if !cc.is_empty() {
                    div { dt { (frame.text("desk-order-cc-label")) } dd { bdi { (cc.join(", ")) } } }
                }
                div { dt { (frame.text("desk-order-subject-label")) } dd { bdi { (mail.subject) } } }
                @for file in &mail.attachments {
                    div { dt { (frame.text("desk-order-attached")) } dd { bdi { (sent_mail::file(frame.texts(), order, file)) } } }
                }
            }
            // Nothing in it runs, and it cannot reach the page around it.
            iframe sandbox="" srcdoc=(mail.html) title=(frame.text("desk-order-the-mail")) {}
            details {
                summary { (frame.text("desk-order-as-text")) }
                pre { (mail.text) }
            }
        }
    }
}

/// Lets a page show a mail, which brings its style along.
fn with_mail(document: Document) -> Document {
    Document {
        policy: document
            .policy
            .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
            .replace("img-src 'self'", "img-src 'self' data: https:"),
        ..document
    }
}
