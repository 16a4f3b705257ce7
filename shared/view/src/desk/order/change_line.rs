//! A change in a line: what happened, what was before, and what is now.

use maud::{Markup, html};
use wismo_domain::changes::Change;

use crate::desk::DeskFrame;
use crate::words::ChangeText;

/// The line. A status says by its two values what happened.
pub(super) fn change_line(frame: &DeskFrame<'_>, change: &Change, text: &ChangeText) -> Markup {
    let what = if let Change::StatusChanged { from: Some(_), .. } = change {
        frame.text("desk-order-status-moved")
    } else {
        text.what.clone()
    };
    html! { (what) " " (moved(text.before.as_deref(), text.now.as_deref())) }
}

/// A value before and the one now.
pub(super) fn moved(before: Option<&str>, now: Option<&str>) -> Markup {
    html! {
        @if let Some(before) = before { bdi { (before) } " → " }
        @if let Some(now) = now { bdi { (now) } }
    }
}
