//! The localizer of a mail: the mail's words, names and numbers.

use fluent_bundle::FluentValue;
use wismo_domain::changes::Change;
use wismo_domain::order::Amount;
use wismo_domain::time::Date;

use super::caps::Caps;
use super::theme::Theme;
use super::{MailContext, clean};
use crate::format;
use crate::texts::Texts;
use crate::words::{self, Handed};

/// Longest name of a shop, an item or a carrier, in characters.
pub(super) const NAME: usize = 100;
/// Longest number of an order or a parcel, or words for a status.
pub(super) const SHORT: usize = 60;

/// The localizer of a mail.
pub(super) struct MailLocalizer<'a> {
    pub(super) context: &'a MailContext<'a>,
    pub(super) texts: Texts,
    pub(super) look: Theme,
    pub(super) room: Caps,
    /// The shop's day; the mail is not sent before it.
    pub(super) today: Date,
    /// The words in which the order's lines are counted.
    pub(super) handed: Handed,
}

impl<'a> MailLocalizer<'a> {
    pub(super) fn new(context: &'a MailContext<'a>) -> Self {
        Self {
            context,
            texts: Texts::of_mail(context.language),
            look: Theme::of(context.brand),
            room: Caps::default(),
            today: Date::from(context.shop.timezone.local(context.now).date()),
            handed: Handed::of(context.order),
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

    /// A text about what is left to the page, by its id; without a page, one that only says
    /// how much more there is.
    pub(super) fn more(&self, id: &str, count: usize) -> String {
        let id = self.context.page_url.map_or("mail-more", |_| id);
        self.with(id, "count", count)
    }

    /// A label before a value: "Total:".
    pub(super) fn label(&self, label: &str) -> String {
        self.with("mail-label", "label", label)
    }

    pub(super) fn shop(&self) -> String {
        clean::line(self.context.brand.name_of(self.context.shop), NAME)
    }

    pub(super) fn number(&self) -> String {
        clean::line(self.context.order.display_number(), SHORT)
    }

    /// An amount; `None` if the shop hides its prices.
    pub(super) fn money(&self, amount: Option<Amount>) -> Option<String> {
        let amount = amount.filter(|_| !self.context.hides_prices)?;
        let language = self.texts.language;
        Some(format::money(language, amount, &self.currency()))
    }

    /// A change in words, fit to show, with at most `most` of its items. The words about an
    /// item are ours.
    pub(super) fn told(&self, change: &Change, most: usize) -> words::ChangeText {
        if matches!(change, Change::Refunded { .. }) && self.context.hides_prices {
            return words::ChangeText {
                what: self.get("words-refund-unsaid"),
                ..words::ChangeText::default()
            };
        }
        let told = words::change(self.texts, change, self.context.order, most);
        let short = |text: Option<String>| text.map(|text| clean::line(&text, SHORT));
        let item = |item: words::ItemText| words::ItemText {
            name: clean::line(&item.name, NAME),
            ..item
        };
        words::ChangeText {
            what: clean::line(&told.what, NAME),
            before: short(told.before),
            now: short(told.now),
            items: told.items.into_iter().map(item).collect(),
            more: told.more,
        }
    }

    pub(super) fn currency(&self) -> String {
        clean::line(&self.context.order.currency, 10)
    }
}
