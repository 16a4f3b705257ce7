//! The localizer of the page: its language, the shop's clock, the order's currency.

use maud::{Markup, html};
use wismo_domain::order::{Amount, Quantity};
use wismo_domain::time::zone::TimeZone;
use wismo_domain::time::{Date, Timestamp};

use crate::direction::runs_right_to_left;
use crate::format;
use crate::texts::{Language, Texts};

/// The localizer of the page.
pub(super) struct PageLocalizer<'a> {
    pub(super) texts: Texts,
    pub(super) zone: &'a TimeZone,
    /// The shop's day at the time when the page is looked at.
    pub(super) today: Date,
    pub(super) currency: &'a str,
}

impl<'a> PageLocalizer<'a> {
    pub(super) fn new(
        language: Language,
        zone: &'a TimeZone,
        now: Timestamp,
        currency: &'a str,
    ) -> Self {
        Self {
            texts: Texts::of_page(language),
            zone,
            today: Date::from(zone.local(now).date()),
            currency,
        }
    }

    pub(super) fn get(&self, id: &str) -> String {
        self.texts.get(id).into_owned()
    }

    pub(super) fn date(&self, at: Timestamp) -> String {
        format::date(self.texts.language, at, self.zone)
    }

    pub(super) fn date_time(&self, at: Timestamp) -> String {
        format::date_time(self.texts.language, at, self.zone)
    }

    /// A promised day.
    pub(super) fn weekday(&self, day: Date) -> String {
        format::day(self.texts.language, day)
    }

    /// A text with another argument and a day that machines can read too, whatever stands
    /// around it, and in whatever order.
    pub(super) fn dated(&self, id: &str, name: &str, value: &str, at: Timestamp) -> Markup {
        const HERE: &str = "\u{fffc}";
        let value = value.replace(HERE, "");
        let values = [(name, value.into()), ("date", HERE.into())];
        let text = self.texts.with(id, values);
        let (before, after) = text.split_once(HERE).unwrap_or((&text, ""));
        html! { (before) (self.day(at)) (after) }
    }

    /// A day on the page.
    pub(super) fn day(&self, at: Timestamp) -> Markup {
        html! { time datetime=(machine(at)) { (self.date(at)) } }
    }

    /// A moment on the page.
    pub(super) fn moment(&self, at: Timestamp) -> Markup {
        html! { time datetime=(machine(at)) { (self.date_time(at)) } }
    }

    pub(super) fn money(&self, amount: Amount) -> String {
        format::money(self.texts.language, amount, self.currency)
    }

    pub(super) fn quantity(&self, quantity: Quantity) -> String {
        format::quantity(self.texts.language, quantity)
    }
}

/// A moment for the `datetime` attribute: to the second, in UTC.
pub(super) fn machine(at: Timestamp) -> String {
    // HTML does not take more than three digits of a second's fraction.
    let second = Timestamp::from_second(at.as_second());
    second.unwrap_or(at).to_string()
}

/// Text from others, made fit to stand in a sentence of ours: it keeps its direction to
/// itself. (Where it has an element of its own, `<bdi>` does the same.)
pub(super) fn isolate(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let control = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let plain: String = text.chars().filter(|c| !control(*c)).collect();
    if runs_right_to_left(&plain) {
        return format!("\u{2068}{plain}\u{2069}");
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_text_keeps_its_direction_to_itself() {
        assert_eq!(isolate("FedEx"), "FedEx");
        assert_eq!(isolate("متجر"), "\u{2068}متجر\u{2069}");
        assert_eq!(isolate("é\u{202e}\u{2069}x"), "éx");
    }

    #[test]
    fn a_moment_is_machine_readable_in_utc() {
        let at: Timestamp = "2026-06-06T22:30:00.123456789+02:00".parse().unwrap();
        assert_eq!(machine(at), "2026-06-06T20:30:00Z");
    }
}
