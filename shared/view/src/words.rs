//! The words for what happens to an order, shared by the page and the mails.

use std::borrow::Cow;

use wismo_domain::changes::Change;
use wismo_domain::order::{Stage, Status};

use crate::texts::Texts;
use crate::{carriers, format};

/// A change in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What happened: one line, without a full stop.
    pub what: String,
    /// What stood there before, where something did.
    pub before: Option<String>,
    /// What stands there now, where that is more than that it happened.
    pub now: Option<String>,
}

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
        Stage::Cancelled => "words-stage-cancelled",
        Stage::Refunded => "words-stage-refunded",
        Stage::Other => "words-stage-other",
    })
}

/// A status: in the shop's words where it has some; else a code of its own made
/// readable, or the stage's words.
#[must_use]
pub fn status(texts: Texts, status: &Status) -> String {
    own_words(status).unwrap_or_else(|| stage(texts, status.stage).into_owned())
}

/// A change: what happened, and what stood there before and stands there now.
/// `currency` is the order's.
#[must_use]
pub fn change(texts: Texts, change: &Change, currency: &str) -> Told {
    match change {
        Change::Placed => Told::event(texts.get("words-placed")),
        Change::StatusChanged { from, to } => Told::moved(
            status_changed(texts, to),
            Some(status(texts, from)),
            status(texts, to),
        ),
        Change::Cancelled { from } => Told::moved(
            texts.get("words-cancelled"),
            Some(status(texts, from)),
            stage(texts, Stage::Cancelled).into_owned(),
        ),
        Change::TrackingEntered {
            carrier, from, to, ..
        } => Told::moved(
            tracking(texts, carrier.as_deref(), from.is_some()),
            from.clone(),
            to.clone(),
        ),
        Change::Refunded { amount } => {
            let amount = format::money(texts.language, *amount, currency);
            Told::moved(
                texts.with("words-refund", [("amount", amount.as_str().into())]),
                None,
                amount,
            )
        }
        Change::Removed => Told::event(texts.get("words-removed")),
        Change::Restored => Told::event(texts.get("words-restored")),
    }
}

impl Told {
    fn event(what: Cow<'static, str>) -> Self {
        Self {
            what: what.into_owned(),
            before: None,
            now: None,
        }
    }

    /// From one thing to another. Two statuses with the same words look like no
    /// change to the customer, so then there is no "before".
    fn moved(what: Cow<'static, str>, before: Option<String>, now: String) -> Self {
        Self {
            what: what.into_owned(),
            before: before.filter(|before| *before != now),
            now: Some(now),
        }
    }
}

fn status_changed(texts: Texts, to: &Status) -> Cow<'static, str> {
    if let Some(words) = own_words(to) {
        return texts.with("words-status", [("status", words.into())]);
    }
    let id = match to.stage {
        Stage::Draft => "words-draft",
        Stage::AwaitingPayment => "words-awaiting-payment",
        Stage::PaymentFailed => "words-payment-failed",
        Stage::Received => "words-received",
        Stage::Preparing => "words-preparing",
        Stage::OnHold => "words-on-hold",
        Stage::PartDelivered => "words-part-delivered",
        Stage::Sent => "words-sent",
        Stage::Delivered => "words-delivered",
        Stage::Cancelled => "words-cancelled",
        Stage::Refunded => "words-refunded-in-whole",
        Stage::Other => {
            let words = stage(texts, Stage::Other);
            return texts.with("words-status", [("status", words.into())]);
        }
    };
    texts.get(id)
}

fn tracking(texts: Texts, carrier: Option<&str>, corrected: bool) -> Cow<'static, str> {
    let Some(carrier) = carrier.map(carriers::name).filter(|name| !name.is_empty()) else {
        return texts.get(if corrected {
            "words-tracking-corrected-unnamed"
        } else {
            "words-tracking-unnamed"
        });
    };
    let id = if corrected {
        "words-tracking-corrected"
    } else {
        "words-tracking"
    };
    texts.with(id, [("carrier", carrier.into())])
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
    use wismo_domain::order::Amount;

    use super::*;
    use crate::texts::Language;

    fn texts() -> Texts {
        Texts::of(Language::English)
    }

    fn shop_status(code: &str, stage: Stage, label: Option<&str>) -> Status {
        Status {
            code: code.to_owned(),
            stage,
            label: label.map(str::to_owned),
        }
    }

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
            assert_eq!(status(texts(), &shop_status(code, stage, label)), expected);
        }
    }

    #[test]
    fn a_status_change_says_what_stood_there_before() {
        let told = change(
            texts(),
            &Change::StatusChanged {
                from: shop_status("processing", Stage::Preparing, None),
                to: shop_status("wc-engraving", Stage::Other, None),
            },
            "USD",
        );
        assert_eq!(told.what, "Status changed to “Engraving”");
        assert_eq!(told.before.as_deref(), Some("Being prepared"));
        assert_eq!(told.now.as_deref(), Some("Engraving"));
    }

    #[test]
    fn two_codes_with_the_same_words_have_no_before() {
        let told = change(
            texts(),
            &Change::StatusChanged {
                from: shop_status("processing", Stage::Preparing, None),
                to: shop_status("packing", Stage::Preparing, None),
            },
            "USD",
        );
        assert_eq!(told.what, "Order being prepared");
        assert_eq!(
            (told.before, told.now.as_deref()),
            (None, Some("Being prepared"))
        );
    }

    #[test]
    fn a_tracking_number_names_the_carrier_as_it_calls_itself() {
        let entered = |carrier: Option<&str>, from: Option<&str>| {
            let change = Change::TrackingEntered {
                shipment: "1".to_owned(),
                carrier: carrier.map(str::to_owned),
                from: from.map(str::to_owned),
                to: "117579686762".to_owned(),
            };
            super::change(texts(), &change, "USD")
        };
        assert_eq!(
            entered(Some("fed-ex"), None).what,
            "Parcel can be tracked with FedEx"
        );
        assert_eq!(entered(None, None).what, "Parcel has a tracking number");
        assert_eq!(
            entered(Some(" "), None).what,
            "Parcel has a tracking number"
        );
        let corrected = entered(Some("UPS"), Some("1Z0"));
        assert_eq!(
            corrected.what,
            "New tracking number for the parcel with UPS"
        );
        assert_eq!(corrected.before.as_deref(), Some("1Z0"));
        assert_eq!(corrected.now.as_deref(), Some("117579686762"));
    }

    #[test]
    fn a_refund_carries_its_currency() {
        let refund = Change::Refunded {
            amount: Amount("16.2".parse().unwrap()),
        };
        assert_eq!(
            change(texts(), &refund, "USD"),
            Told {
                what: "Refund of $16.20".to_owned(),
                before: None,
                now: Some("$16.20".to_owned())
            }
        );
    }

    #[test]
    fn a_cancellation_moves_to_cancelled() {
        let told = change(
            texts(),
            &Change::Cancelled {
                from: shop_status("on-hold", Stage::OnHold, None),
            },
            "USD",
        );
        assert_eq!(told.what, "Order cancelled");
        assert_eq!(told.before.as_deref(), Some("On hold"));
        assert_eq!(told.now.as_deref(), Some("Cancelled"));
    }
}
