//! The words for what happens to an order, shared by the page and the mails.

mod change;
mod costs;
mod line;

use std::borrow::Cow;

use wismo_domain::order::{DocumentKind, Quantity, Stage, Status};

use crate::format;
use crate::texts::{Texts, plural};

pub use change::{Item, Told, change};
pub use costs::{Row, What, is_unpaid, rows};
pub use line::{counts, item, out_of_stock, promise};

/// A stage as a short label: "Being prepared".
#[must_use]
pub fn stage(texts: Texts, stage: Stage) -> Cow<'static, str> {
    texts.get(match stage {
        Stage::Draft => "words-stage-draft",
        Stage::AwaitingPayment => "words-stage-awaiting-payment",
        Stage::PaymentFailed => "words-stage-payment-failed",
        Stage::Received => "words-stage-received",
        Stage::Preparing => "words-stage-preparing",
        Stage::OnHold => "words-stage-on-hold",
        Stage::PartDelivered => "words-stage-part-delivered",
        Stage::Sent => "words-stage-sent",
        Stage::Delivered => "words-stage-delivered",
        Stage::ReadyToCollect => "words-stage-ready-to-collect",
        Stage::Collected => "words-stage-collected",
        Stage::Completed => "words-stage-completed",
        Stage::Cancelled => "words-stage-cancelled",
        Stage::Refunded => "words-stage-refunded",
        Stage::Other => "words-stage-other",
    })
}

/// A document: "Invoice 1041".
#[must_use]
pub fn document(texts: Texts, kind: DocumentKind, number: &str) -> String {
    let id = match kind {
        DocumentKind::Invoice => "words-document-invoice",
        DocumentKind::CreditNote => "words-document-credit-note",
        DocumentKind::PackingSlip => "words-document-packing-slip",
        DocumentKind::Other => "words-document-other",
    };
    texts.with(id, [("number", number.into())]).into_owned()
}

/// A status: in the shop's words where it has some; else a code of its own made
/// readable, or the stage's words.
#[must_use]
pub fn status(texts: Texts, status: &Status) -> String {
    own_words(status).unwrap_or_else(|| stage(texts, status.stage).into_owned())
}

/// How many of a line: "2 sent". `id` is one of the texts for that.
pub(crate) fn counted(texts: Texts, id: &str, quantity: Quantity) -> String {
    let shown = format::quantity(texts.language, quantity);
    let values = [("quantity", shown.into()), ("count", plural(quantity))];
    texts.with(id, values).into_owned()
}

/// The shop's words for a status: its label, or a code that we have no meaning
/// for, made readable: `wc-engraving` is "Engraving".
pub(crate) fn own_words(status: &Status) -> Option<String> {
    let label = status.label.as_deref().map(str::trim).unwrap_or_default();
    if !label.is_empty() {
        return Some(label.to_owned());
    }
    if status.stage != Stage::Other {
        return None;
    }
    let code = status.code.strip_prefix("wc-").unwrap_or(&status.code);
    let words = code
        .split(|c: char| matches!(c, '-' | '_') || c.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let mut letters = words.chars();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Language;

    #[test]
    fn a_status_speaks_the_shops_words_then_its_code_then_ours() {
        for (code, stage, label, expected) in [
            ("processing", Stage::Preparing, None, "Being prepared"),
            ("processing", Stage::Preparing, Some(" "), "Being prepared"),
            ("processing", Stage::Preparing, Some("Packing"), "Packing"),
            ("wc-engraving", Stage::Other, None, "Engraving"),
            ("in_the_oven", Stage::Other, None, "In the oven"),
            ("øl-tapping", Stage::Other, None, "Øl tapping"),
            ("wc-", Stage::Other, None, "In progress"),
        ] {
            let of = Status {
                label: label.map(str::to_owned),
                ..Status::new(code, stage)
            };
            assert_eq!(status(Texts::of_page(Language::English), &of), expected);
        }
    }
}
