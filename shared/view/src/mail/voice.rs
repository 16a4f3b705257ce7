//! How a mail speaks: the letter's words, names and numbers.

use fluent_bundle::FluentValue;
use wismo_domain::changes::Change;
use wismo_domain::order::{Amount, Quantity};

use super::{Letter, clean};
use crate::texts::Texts;
use crate::{format, words};

/// Longest name of a shop, an item or a carrier, in characters.
pub(super) const NAME: usize = 100;
/// Longest number of an order or a parcel, or words for a status.
pub(super) const SHORT: usize = 60;

/// How a mail speaks.
pub(super) struct Voice<'a> {
    pub(super) letter: &'a Letter<'a>,
    pub(super) texts: Texts,
}

impl<'a> Voice<'a> {
    pub(super) fn new(letter: &'a Letter<'a>) -> Self {
        Self {
            letter,
            texts: Texts::of(letter.language),
        }
    }

    pub(super) fn get(&self, id: &str) -> String {
        self.texts.get(id).into_owned()
    }

    /// A text with one argument.
    pub(super) fn with<'v>(
        &self,
        id: &str,
        name: &'v str,
        value: impl Into<FluentValue<'v>>,
    ) -> String {
        self.texts.with(id, [(name, value.into())]).into_owned()
    }

    pub(super) fn shop(&self) -> String {
        clean::line(&self.letter.shop.name, NAME)
    }

    pub(super) fn number(&self) -> String {
        clean::line(self.letter.order.display_number(), SHORT)
    }

    pub(super) fn money(&self, amount: Amount) -> String {
        format::money(self.texts.language, amount, &self.currency())
    }

    pub(super) fn quantity(&self, quantity: Quantity) -> String {
        format::quantity(self.texts.language, quantity)
    }

    /// A change in words, fit to show.
    pub(super) fn told(&self, change: &Change) -> words::Told {
        let told = words::change(self.texts, change, &self.currency());
        words::Told {
            what: clean::line(&told.what, NAME),
            before: told.before.map(|before| clean::line(&before, SHORT)),
            now: told.now.map(|now| clean::line(&now, SHORT)),
        }
    }

    fn currency(&self) -> String {
        clean::line(&self.letter.order.currency, 3)
    }
}
