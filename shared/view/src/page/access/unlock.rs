//! The second step before a link shows everything.

use maud::{Markup, html};
use wismo_domain::settings::Verification;

use super::super::localizer::{PageLocalizer, isolate};
use super::super::shell::Document;
use super::super::shop::ShopPage;
use super::super::{Page, Visibility};
use crate::texts::Texts;

/// The content of the page of the second step.
#[derive(Clone, Copy)]
pub struct Unlock<'a> {
    /// The shop's part of the page.
    pub of: ShopPage<'a>,
    /// The number by which the customer knows the order.
    pub number: &'a str,
    /// The proofs that may be asked for.
    pub ways: &'a [Verification],
    /// The step before this page.
    pub asked: UnlockStep,
    /// The address of the order's page.
    pub back: &'a str,
}

/// The step before the page of the second step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnlockStep {
    /// Nothing.
    First,
    /// An answer that does not fit.
    Wrong,
    /// A code was mailed.
    Mailed,
    /// A wrong code.
    WrongCode,
}

/// The part of the order's page that says what is not shown, and leads to this page.
pub(in crate::page) fn section(localizer: &PageLocalizer<'_>, page: &Page<'_>) -> Markup {
    html! {
        @if page.visibility() == Visibility::Limited {
            section {
                h2 { (localizer.get("page-unlock")) }
                p { (localizer.get("page-unlock-why")) }
                p { a href={ (page.token) "/unlock" } { (localizer.get("page-unlock")) } }
            }
        }
    }
}

/// The page of the second step.
#[must_use]
pub fn unlock(page: &Unlock<'_>) -> Document {
    let texts = Texts::of_page(page.of.language);
    let number = [("number", isolate(page.number).into())];
    let order = texts.with("page-order", number);
    let field = super::field(&texts, page.ways, page.asked == UnlockStep::Wrong);
    let by_code = page.ways.contains(&Verification::Code);
    let is_mailed = by_code && matches!(page.asked, UnlockStep::Mailed | UnlockStep::WrongCode);
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
            // A reader who just had a code mailed wants to enter it.
            @if is_mailed { (enter(&texts, page.asked)) }
            @if let Some(field) = field {
                form method="post" {
                    (field)
                    p { button { (texts.get("page-unlock-do")) } }
                }
            }
            @if by_code { (send(&texts)) }
            p { a href=(page.back) { (texts.get("page-mails-back")) } }
        }
    };
    let title = format!("{} – {order}", texts.get("page-unlock"));
    page.of.document(&title, &body)
}

fn became(texts: &Texts, asked: UnlockStep) -> Markup {
    let (text, role) = match asked {
        UnlockStep::First => return html! {},
        UnlockStep::Wrong => ("page-unlock-wrong", "alert"),
        UnlockStep::Mailed => ("page-unlock-code-sent", "status"),
        UnlockStep::WrongCode => ("page-unlock-code-wrong", "alert"),
    };
    html! { p.saved id="wrong" role=(role) { (texts.get(text)) } }
}

/// The form for entering the code that was mailed.
fn enter(texts: &Texts, asked: UnlockStep) -> Markup {
    let wrong = (asked == UnlockStep::WrongCode).then_some("wrong");
    html! {
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
}

/// The form for having a code mailed.
fn send(texts: &Texts) -> Markup {
    html! {
        form method="post" {
            p.field { (texts.get("page-unlock-code-why")) }
            p { button name="send" value="code" { (texts.get("page-unlock-code-send")) } }
        }
    }
}
