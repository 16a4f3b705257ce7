//! The pages of what a merchant decides.
//!
//! | module | holds |
//! |---|---|
//! | [`statuses`] | the list of a shop's statuses |
//! | [`status`] | the form of one of them |
//! | [`removal`] | taking one off the list |

pub mod removal;
pub mod status;
pub mod statuses;

use maud::{Markup, html};
use wismo_domain::shop::Shop;

use super::{DeskFrame, path};
use crate::page::Document;

/// The reason why settings were not written, though nothing in them is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// Somebody else has changed them since they were read.
    Changed,
    /// Somebody else is writing.
    Busy,
}

impl NotSaved {
    /// The sentence that says so.
    fn html(self, frame: &DeskFrame<'_>) -> Markup {
        let text = match self {
            Self::Changed => "desk-settings-changed",
            Self::Busy => "desk-settings-busy",
        };
        html! { div.summary role="alert" tabindex="-1" { p { (frame.text(text)) } } }
    }
}

/// The list of shops, each with the pages that there are.
#[must_use]
pub fn shops(frame: &DeskFrame<'_>, shops: &[&Shop]) -> Document {
    let title = frame.text("desk-settings");
    let content = html! {
        h1 { (title) }
        ul.rows {
            @for shop in shops {
                li {
                    p { (shop.name) }
                    p { a href=(frame.at(&path::statuses(&shop.id))) { (frame.text("desk-settings-statuses")) } }
                }
            }
        }
    };
    frame.document(&title, &content)
}

#[cfg(test)]
mod tests;
