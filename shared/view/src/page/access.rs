//! The pages that decide who may see an order. All of them are plain forms.
//!
//! | module | holds |
//! |---|---|
//! | `unlock` | the second step before a link shows everything |
//! | `links` | the link to share, and replacing the links |
//! | `refused` | the pages for a link that has ended, and for too many attempts |
//! | `find` | finding an order by its number |

mod find;
mod links;
mod refused;
mod unlock;

pub use find::{find, found};
pub use links::{LinksPage, links};
pub use refused::{ended, too_many};
pub use unlock::{Unlock, UnlockStep, unlock};

pub(super) use links::offer;
pub(super) use unlock::section;

use maud::{Markup, html};
use wismo_domain::settings::Verification;

use crate::texts::Texts;

/// The field for a proof that an order is one's own; `None` if only a code is such
/// a proof.
fn field(texts: &Texts, ways: &[Verification], is_wrong: bool) -> Option<Markup> {
    let has = |way| ways.contains(&way);
    // Browsers fill in what they know: the first, if it may be either of two things.
    let (label, kind, known) = match (has(Verification::Postcode), has(Verification::Email)) {
        (true, true) => ("page-unlock-either", "text", "postal-code"),
        (true, false) => ("page-unlock-postcode", "text", "postal-code"),
        (false, true) => ("page-unlock-email", "email", "email"),
        (false, false) => return None,
    };
    let wrong = is_wrong.then_some("wrong");
    Some(html! {
        p.field {
            label for="answer" { (texts.get(label)) }
            input id="answer" name="answer" type=(kind) autocomplete=(known)
                autocapitalize="none" spellcheck="false" maxlength="200" required
                aria-invalid=[wrong.map(|_| "true")] aria-describedby=[wrong];
        }
    })
}

#[cfg(test)]
mod tests;
