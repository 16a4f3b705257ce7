//! Choosing files, and those that were chosen.

use maud::{Markup, html};

use crate::desk::DeskFrame;
use crate::desk::field::WrongField;

/// The name of the field for files; its id too.
pub const FILE: &str = "file";

/// The name of the field by which a file that came before is known.
pub const UPLOAD: &str = "upload";

/// The value of that field for a file that came and was not kept: no upload has this number.
pub const GONE: &str = "0";

/// The endings of the files that are accepted. The content decides; these only help to
/// choose.
const ACCEPTED: &str = ".pdf,.png,.jpg,.jpeg,.txt,.csv,.xml";

/// A file that came with an earlier form, and is kept for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFile {
    /// The number by which it is known.
    pub number: u64,
    /// The name.
    pub name: String,
}

/// The field for one file.
pub(super) fn one(frame: &DeskFrame<'_>, wrong: &[WrongField], is_required: bool) -> Markup {
    let input = html! {
        input id=(FILE) name=(FILE) type="file" accept=(ACCEPTED) required[is_required]
            aria-invalid=[invalid(wrong)] aria-describedby=(described(wrong));
    };
    field(
        frame,
        wrong,
        ("desk-order-file-label", "desk-order-file-hint"),
        &input,
    )
}

/// The field for several files.
pub(super) fn several(frame: &DeskFrame<'_>, wrong: &[WrongField]) -> Markup {
    let input = html! {
        input id=(FILE) name=(FILE) type="file" accept=(ACCEPTED) multiple
            aria-invalid=[invalid(wrong)] aria-describedby=(described(wrong));
    };
    field(
        frame,
        wrong,
        ("desk-order-files-label", "desk-order-files-hint"),
        &input,
    )
}

fn field(
    frame: &DeskFrame<'_>,
    wrong: &[WrongField],
    (label, hint): (&str, &str),
    input: &Markup,
) -> Markup {
    html! {
        div.field {
            label for=(FILE) { (frame.text(label)) }
            p.hint id="file-hint" { (frame.text(hint)) }
            @if let Some(wrong) = at_fault(wrong) {
                p.error id="file-error" { (frame.text(wrong.why.text())) }
            }
            (input)
        }
    }
}

fn at_fault(wrong: &[WrongField]) -> Option<&WrongField> {
    wrong.iter().find(|wrong| wrong.field == FILE)
}

fn invalid(wrong: &[WrongField]) -> Option<&'static str> {
    at_fault(wrong).map(|_| "true")
}

fn described(wrong: &[WrongField]) -> &'static str {
    match at_fault(wrong) {
        Some(_) => "file-error file-hint",
        None => "file-hint",
    }
}
