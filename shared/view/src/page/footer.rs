//! The end of the page: how fresh it is, and what its reader can choose.

use maud::{Markup, html};
use wismo_domain::settings::BrandTexts;

use super::languages::languages;
use super::localizer::{self, PageLocalizer};
use super::visibility::Visibility;
use super::{Page, access, shop};

pub(super) fn footer(
    localizer: &PageLocalizer<'_>,
    page: &Page<'_>,
    renews: bool,
    texts: Option<&BrandTexts>,
) -> Markup {
    let token = page.token;
    let visibility = page.visibility();
    html! {
        @if visibility != Visibility::Gone { (freshness(localizer, page, renews)) }
        @match visibility {
            Visibility::Full => p.screen { a href={ (token) "/mail" } { (localizer.get("page-mails-choose")) } },
            // A reader who got a copy of a mail may be the customer.
            Visibility::Shared => p { a href={ "in/" (page.shop.id) } { (localizer.get("page-find")) } },
            Visibility::Limited | Visibility::Gone => {},
        }
        (access::offer(localizer, page))
        (languages(localizer.texts, page.token))
        @let words = shop::footer(texts);
        @if !words.0.is_empty() { div { (words) } }
    }
}

/// The time when the order last changed, and whether the page renews itself.
fn freshness(localizer: &PageLocalizer<'_>, page: &Page<'_>, renews: bool) -> Markup {
    let token = page.token;
    let changed = page.state.order.updated_at;
    let values = [("date", localizer.date_time(changed).into())];
    html! {
        div {
            p {
                time datetime=(localizer::machine(changed)) {
                    (localizer.texts.with("page-changed", values))
                }
            }
            @if renews {
                p.screen {
                    @if page.is_still {
                        (localizer.get("page-renews-stopped")) " "
                        a href=(token) { (localizer.get("page-renews-start")) }
                    } @else {
                        (localizer.get("page-renews")) " "
                        a href={ (token) "?still" } { (localizer.get("page-renews-stop")) }
                    }
                }
            }
        }
    }
}
