//! The words for what happens to an order, shared by the page and the mails.

mod address;
mod change;
mod costs;
mod goods;
mod line;

use std::borrow::Cow;

use wismo_domain::order::{DocumentKind, Quantity, Stage, Status, built_in};

use crate::format;
use crate::texts::{Language, Texts, plural};

pub use address::{address, collected_from};
pub use change::{ChangeText, ItemText, change};
pub use costs::{Row, What, due, due_on, is_unpaid, rows};
pub use goods::{Goods, Handed};
pub use line::{counts, item, out_of_stock, promise};

/// A stage as a short label: "Being prepared".
#[must_use]
pub fn stage(texts: Texts, goods: Goods, stage: Stage) -> Cow<'static, str> {
    texts.get(match goods.stage(stage) {
        Stage::Draft => "words-stage-draft",
        Stage::AwaitingPayment => "words-stage-awaiting-payment",
        Stage::PaymentFailed => "words-stage-payment-failed",
        Stage::Received => "words-stage-received",
        Stage::Preparing => "words-stage-preparing",
        Stage::OnHold => "words-stage-on-hold",
        Stage::PartDelivered if goods.is_shipped() => "words-stage-part-delivered",
        Stage::PartDelivered => "words-stage-part-ready",
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

/// A status: in the shop's words if it has some; else its own code made readable,
/// or the stage's words.
#[must_use]
pub fn status(texts: Texts, goods: Goods, status: &Status) -> String {
    let ours = || {
        if is_unresolved(status) {
            return texts.get("words-stage-unresolved");
        }
        stage(texts, goods, status.stage)
    };
    own_words(texts.language, status).unwrap_or_else(|| ours().into_owned())
}

/// Tells whether a status is the built-in one that nobody has given a meaning.
pub(crate) fn is_unresolved(status: &Status) -> bool {
    status.stage == Stage::Other && is_ours(status)
}

/// Tells whether a status is built in, and does not have words of the shop's.
fn is_ours(status: &Status) -> bool {
    !status.has_words() && built_in(&status.code) == Some(status.stage)
}

/// A line's quantity in words: "2 sent". `id` is one of the texts for that.
pub(crate) fn counted(texts: Texts, id: &str, quantity: Quantity) -> String {
    let shown = format::quantity(texts.language, quantity);
    let values = [("quantity", shown.into()), ("count", plural(quantity))];
    texts.with(id, values).into_owned()
}

/// The shop's words for a status in a language: its label, or a code that does not mean
/// anything to us, made readable: `wc-engraving` is "Engraving".
pub(crate) fn own_words(language: Language, status: &Status) -> Option<String> {
    let mut labels = status.labels.iter();
    let spoken = labels.find(|(tag, _)| Language::known(tag) == Some(language));
    let spoken = spoken.map(|(_, words)| words.as_str());
    let labels = [spoken, status.label.as_deref()].into_iter().flatten();
    if let Some(label) = labels.map(str::trim).find(|label| !label.is_empty()) {
        return Some(label.to_owned());
    }
    if status.stage != Stage::Other || is_ours(status) {
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
            let texts = Texts::of_page(Language::English);
            assert_eq!(status(texts, Goods::Shipped, &of), expected);
        }
    }

    #[test]
    fn a_status_speaks_the_readers_language_where_the_shop_does() {
        let of = Status {
            label: Some("Engraving".to_owned()),
            labels: [("da", "Graveres"), ("nb-NO", "Graveres nå"), ("sv", " ")]
                .map(|(tag, words)| (tag.to_owned(), words.to_owned()))
                .into(),
            ..Status::new("engraving", Stage::Preparing)
        };
        for (language, expected) in [
            (Language::Danish, "Graveres"),
            (Language::Norwegian, "Graveres nå"),
            (Language::Swedish, "Engraving"),
            (Language::German, "Engraving"),
        ] {
            let texts = Texts::of_page(language);
            assert_eq!(status(texts, Goods::Shipped, &of), expected);
        }
        let alone = Status { label: None, ..of };
        let texts = Texts::of_page(Language::German);
        assert_eq!(status(texts, Goods::Shipped, &alone), "In Bearbeitung");
    }

    #[test]
    fn a_status_that_nobody_gave_a_meaning_has_words_in_every_language() {
        let of = Status::new("unresolved", Stage::Other);
        assert!(is_unresolved(&of));
        for language in Language::ALL {
            let texts = Texts::of_page(language);
            let words = status(texts, Goods::Shipped, &of);
            assert_eq!(words, texts.get("words-stage-unresolved"));
            assert_ne!(words, "Unresolved");
        }
        let named = Status {
            label: Some("Ask Bo".to_owned()),
            ..of
        };
        let texts = Texts::of_page(Language::English);
        assert_eq!(status(texts, Goods::Shipped, &named), "Ask Bo");
        assert!(!is_unresolved(&named));
    }

    #[test]
    fn no_stage_is_called_sent_of_what_is_not_shipped() {
        let texts = Texts::of_page(Language::English);
        let words = |goods, at| stage(texts, goods, at).into_owned();
        assert_eq!(words(Goods::Shipped, Stage::PartDelivered), "Partly sent");
        assert_eq!(words(Goods::Collected, Stage::Sent), "Ready to collect");
        assert_eq!(
            words(Goods::Collected, Stage::PartDelivered),
            "Partly ready"
        );
        assert_eq!(words(Goods::Unshipped, Stage::Sent), "Complete");
        assert_eq!(
            words(Goods::Unshipped, Stage::PartDelivered),
            "Partly ready"
        );
    }
}
