//! The page where the customer chooses which mails of an order to get, and the
//! one that switches them off. Both are plain forms.

use maud::{Markup, html};
use wismo_domain::changes::ChangeKind;
use wismo_domain::log::MailPreferences;
use wismo_domain::reports::history::SentMail;

use super::localizer::{isolate, machine};
use super::shell::Document;
use super::shop::ShopPage;
use crate::format;
use crate::texts::{Language, Texts};

/// Kinds of change that a customer thinks of as one: the form's field, the
/// text's id, and the kinds.
pub const MAIL_CATEGORIES: [(&str, &str, &[ChangeKind]); 5] = [
    (
        "status",
        "page-mails-status",
        &[
            ChangeKind::Placed,
            ChangeKind::StatusChanged,
            ChangeKind::PackingSlipPrinted,
            ChangeKind::Picked,
        ],
    ),
    (
        "parcels",
        "page-mails-parcels",
        &[
            ChangeKind::TrackingEntered,
            ChangeKind::PartDelivered,
            ChangeKind::Delivered,
            ChangeKind::DeliveryCorrected,
        ],
    ),
    (
        "dates",
        "page-mails-dates",
        &[ChangeKind::ExpectedDateChanged, ChangeKind::BackInStock],
    ),
    (
        "cancelled",
        "page-mails-cancelled",
        &[
            ChangeKind::Cancelled,
            ChangeKind::LinesCancelled,
            ChangeKind::Returned,
        ],
    ),
    (
        "money",
        "page-mails-money",
        &[
            ChangeKind::Invoiced,
            ChangeKind::Credited,
            ChangeKind::Refunded,
        ],
    ),
];

/// The content of the page about the mails.
#[derive(Clone, Copy)]
pub struct PreferencesPage<'a> {
    /// The shop's part of the page.
    pub of: ShopPage<'a>,
    /// The number by which the customer knows the order.
    pub number: &'a str,
    /// The choice that they made so far.
    pub choice: &'a MailPreferences,
    /// The mails that were sent so far, the last first.
    pub sent: &'a [SentMail],
    /// True if they have just made one.
    pub is_saved: bool,
    /// The address of the order's page.
    pub back: &'a str,
}

/// Renders the page where the customer chooses.
#[must_use]
pub fn preferences(page: &PreferencesPage<'_>) -> Document {
    let texts = Texts::of_page(page.of.language);
    let form = html! {
        form method="post" {
            fieldset {
                legend { (texts.get("page-mails-ask")) }
                @for (field, id, kinds) in MAIL_CATEGORIES {
                    @let is_on = kinds.iter().any(|kind| page.choice.wants(*kind));
                    label {
                        input type="checkbox" name=(field) checked[is_on];
                        (texts.get(id))
                    }
                }
            }
            p.field {
                label for="language" { (texts.get("page-mails-language")) }
                select id="language" name="language" {
                    option value="" { (texts.get("page-mails-language-shop")) }
                    @for language in Language::ALL {
                        @let is_chosen = page.choice.language.as_deref() == Some(language.code());
                        option value=(language.code()) lang=(language.code()) selected[is_chosen] {
                            (language.own_name())
                        }
                    }
                }
            }
            p { button { (texts.get("page-mails-save")) } }
        }
        p.soft { (texts.get("page-mails-always")) }
        @if !page.sent.is_empty() {
            h2 id="sent" { (texts.get("page-mails-sent")) }
            ol.history {
                @for mail in page.sent {
                    @let at = format::date_time(page.of.language, mail.at, &page.of.shop.timezone);
                    li {
                        p.soft { time datetime=(machine(mail.at)) { (at) } }
                        p dir="auto" { (mail.subject) }
                    }
                }
            }
        }
        p { a href=(page.back) { (texts.get("page-mails-back")) } }
    };
    let saved = page.is_saved.then_some("page-mails-saved");
    document(&page.of, page.number, None, saved, &form)
}

/// The state of the mails on the page that switches them off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnsubscribePage {
    /// The page asks whether they shall stop.
    Asked,
    /// The mails stopped.
    Stopped,
    /// The mails come again.
    Resumed,
}

/// Renders the page that switches the mails of an order off.
#[must_use]
pub fn unsubscribe(page: &ShopPage<'_>, number: &str, state: UnsubscribePage) -> Document {
    let texts = Texts::of_page(page.language);
    let (heading, form) = match state {
        UnsubscribePage::Asked => (
            "page-mails-stop",
            html! {
                p { (texts.get("page-mails-stop-why")) }
                form method="post" {
                    p { button { (texts.get("page-mails-stop-do")) } }
                }
            },
        ),
        UnsubscribePage::Stopped => (
            "page-mails-stopped",
            html! {
                p { (texts.get("page-mails-stop-why")) }
                p.soft { (texts.get("page-mails-mistake")) }
                form method="post" {
                    p { button name="again" value="yes" { (texts.get("page-mails-again")) } }
                }
            },
        ),
        UnsubscribePage::Resumed => ("page-mails-again-done", html! {}),
    };
    document(page, number, Some(heading), None, &form)
}

fn document(
    page: &ShopPage<'_>,
    number: &str,
    heading: Option<&str>,
    saved: Option<&str>,
    form: &Markup,
) -> Document {
    let texts = Texts::of_page(page.language);
    let title = texts.with("page-mails-title", [("number", isolate(number).into())]);
    let body = html! {
        section.answer {
            @match heading {
                Some(heading) => {
                    p.soft { (title) }
                    h1 { (texts.get(heading)) }
                }
                None => h1 { (title) },
            }
            @if let Some(saved) = saved {
                p.saved role="status" { (texts.get(saved)) }
            }
            (form)
        }
    };
    page.document(&title, &body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::samples;
    use wismo_domain::settings::Brand;

    fn page(choice: &MailPreferences, is_saved: bool, language: Language) -> String {
        let page = preferences(&PreferencesPage {
            of: ShopPage {
                shop: &samples::shop("Fjord & Fern"),
                brand: &Brand::default(),
                language,
            },
            number: "#1042",
            choice,
            sent: &[SentMail {
                at: samples::now(),
                subject: "Sent <today>".to_owned(),
            }],
            is_saved,
            back: "../token",
        });
        page.html
    }

    #[test]
    fn what_was_chosen_is_what_is_checked() {
        let choice = MailPreferences {
            without: vec![ChangeKind::ExpectedDateChanged, ChangeKind::BackInStock],
            language: Some("da".to_owned()),
            ..MailPreferences::default()
        };
        let html = page(&choice, true, Language::English);
        assert_eq!(html.matches(" checked").count(), 4);
        assert!(html.contains(r#"name="dates">"#), "{html}");
        assert!(html.contains(r#"<option value="da" lang="da" selected>Dansk</option>"#));
        assert!(html.contains("Your choice is saved"));
        assert!(html.contains("10\u{a0}June 2026 at 14:00</time>"), "{html}");
        assert!(html.contains("Sent &lt;today&gt;"));
        let none = MailPreferences {
            none: true,
            ..MailPreferences::default()
        };
        let html = page(&none, false, Language::German);
        assert_eq!(html.matches(" checked").count(), 0);
        assert!(html.contains("Welche E-Mails möchten Sie bekommen?"));
        assert!(!html.contains("gespeichert"));
    }

    #[test]
    fn every_kind_is_in_one_category() {
        let kinds: Vec<ChangeKind> = MAIL_CATEGORIES
            .iter()
            .flat_map(|(_, _, kinds)| *kinds)
            .copied()
            .collect();
        assert_eq!(kinds.len(), ChangeKind::ALL.len());
        assert!(ChangeKind::ALL.iter().all(|kind| kinds.contains(kind)));
    }

    #[test]
    fn the_page_that_stops_the_mails_asks_first_and_takes_it_back() {
        let page = |state| {
            let shop = samples::shop("Fjord & Fern");
            let brand = Brand::default();
            let page = ShopPage {
                shop: &shop,
                brand: &brand,
                language: Language::English,
            };
            unsubscribe(&page, "#1042", state).html
        };
        assert!(page(UnsubscribePage::Asked).contains("<button>Stop the emails</button>"));
        let stopped = page(UnsubscribePage::Stopped);
        assert!(stopped.contains("no more emails about this order"));
        assert!(stopped.contains(r#"<button name="again" value="yes">"#));
        assert!(!page(UnsubscribePage::Resumed).contains("<form"));
    }
}
