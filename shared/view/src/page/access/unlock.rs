//! The second step before a link shows everything.

use maud::{Markup, html};
use wismo_domain::settings::{Brand, Way};
use wismo_domain::shop::Shop;

use super::super::shell::Document;
use super::super::voice::{Voice, isolate};
use super::super::{Page, Sight};
use crate::texts::{Language, Texts};

/// What the page of the second step shows.
#[derive(Clone, Copy)]
pub struct Unlock<'a> {
    /// The shop that sells.
    pub shop: &'a Shop,
    /// How it looks.
    pub brand: &'a Brand,
    /// What the customer knows the order by.
    pub number: &'a str,
    /// What may be asked for.
    pub ways: &'a [Way],
    /// What came before.
    pub asked: Asked,
    /// Where the order's page is.
    pub back: &'a str,
    /// The language to show it in.
    pub language: Language,
}

/// What came before the page of the second step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Nothing.
    First,
    /// An answer that does not fit.
    Wrong,
    /// A code was mailed.
    Mailed,
    /// A code that is none.
    WrongCode,
}

/// On the order's page: what is not shown, and the way there.
pub(in crate::page) fn section(voice: &Voice<'_>, page: &Page<'_>) -> Markup {
    html! {
        @if page.sight == Sight::Safe {
            section {
                h2 { (voice.get("page-unlock")) }
                p { (voice.get("page-unlock-why")) }
                p { a href={ (page.token) "/unlock" } { (voice.get("page-unlock")) } }
            }
        }
    }
}

/// The page of the second step.
#[must_use]
pub fn unlock(page: &Unlock<'_>) -> Document {
    let texts = Texts::of_page(page.language);
    let number = [("number", isolate(page.number).into())];
    let order = texts.with("page-order", number);
    let field = super::field(&texts, page.ways, page.asked == Asked::Wrong);
    let by_code = page.ways.contains(&Way::Code);
    let body = html! {
        section.answer {
            p.soft { (order) }
            h1 { (texts.get("page-unlock")) }
            (became(&texts, page.asked))
            @if page.ways.is_empty() {
                p { (texts.get("page-unlock-none")) }
            } @else {
                p { (texts.get("page-unlock-why")) }
            }
            @if let Some(field) = field {
                form method="post" {
                    (field)
                    p { button { (texts.get("page-unlock-do")) } }
                }
            }
            @if by_code { (code(&texts, page.asked)) }
            p { a href=(page.back) { (texts.get("page-mails-back")) } }
        }
    };
    let title = format!("{} – {order}", texts.get("page-unlock"));
    super::page(page.language, (page.shop, page.brand), &title, &body)
}

fn became(texts: &Texts, asked: Asked) -> Markup {
    let (text, role) = match asked {
        Asked::First => return html! {},
        Asked::Wrong => ("page-unlock-wrong", "alert"),
        Asked::Mailed => ("page-unlock-code-sent", "status"),
        Asked::WrongCode => ("page-unlock-code-wrong", "alert"),
    };
    html! { p.saved id="wrong" role=(role) { (texts.get(text)) } }
}

/// Entering the code that was mailed, and having one mailed.
fn code(texts: &Texts, asked: Asked) -> Markup {
    let is_mailed = matches!(asked, Asked::Mailed | Asked::WrongCode);
    let wrong = (asked == Asked::WrongCode).then_some("wrong");
    html! {
        @if is_mailed {
            form method="post" {
                p.field {
                    label for="code" { (texts.get("page-unlock-code")) }
                    input id="code" name="code" type="text" inputmode="numeric"
                        autocomplete="one-time-code" maxlength="20" required
                        aria-invalid=[wrong.map(|_| "true")] aria-describedby=[wrong];
                }
                p { button { (texts.get("page-unlock-do")) } }
            }
        }
        form method="post" {
            p { (texts.get("page-unlock-code-why")) }
            p { button name="send" value="code" { (texts.get("page-unlock-code-send")) } }
        }
    }
}
