//! The end of the page: how fresh it is, and what its reader can choose.

use maud::{Markup, html};
use wismo_domain::settings::BrandTexts;

use super::languages::languages;
use super::sight::Sight;
use super::voice::{self, Voice};
use super::{Page, access, shop};

pub(super) fn footer(
    voice: &Voice<'_>,
    page: &Page<'_>,
    renews: bool,
    texts: Option<&BrandTexts>,
) -> Markup {
    let token = page.token;
    let sight = page.sight();
    html! {
        @if sight != Sight::Gone { (freshness(voice, page, renews)) }
        @match sight {
            Sight::Whole => p.screen { a href={ (token) "/mail" } { (voice.get("page-mails-choose")) } },
            // A reader who got a copy of a mail may be the customer.
            Sight::Gift => p { a href={ "in/" (page.shop.id) } { (voice.get("page-find")) } },
            Sight::Safe | Sight::Gone => {},
        }
        (access::offer(voice, page))
        (languages(voice.texts, page.token))
        @let words = shop::footer(texts);
        @if !words.0.is_empty() { div { (words) } }
    }
}

/// The time when the order last changed, and whether the page renews itself.
fn freshness(voice: &Voice<'_>, page: &Page<'_>, renews: bool) -> Markup {
    let token = page.token;
    let changed = page.state.order.updated_at;
    let values = [("date", voice.date_time(changed).into())];
    html! {
        div {
            p {
                time datetime=(voice::machine(changed)) {
                    (voice.texts.with("page-changed", values))
                }
            }
            @if renews {
                p.screen {
                    @if page.is_still {
                        (voice.get("page-renews-stopped")) " "
                        a href=(token) { (voice.get("page-renews-start")) }
                    } @else {
                        (voice.get("page-renews")) " "
                        a href={ (token) "?still" } { (voice.get("page-renews-stop")) }
                    }
                }
            }
        }
    }
}
