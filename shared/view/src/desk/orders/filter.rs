//! The filter of a list of orders: all of it stands in the address.

use wismo_domain::order::Stage;
use wismo_domain::search::{Flag, Mark};
use wismo_domain::settings::Settings;
use wismo_domain::time::Date;

use crate::desk::path::encoded;

/// A flag by which orders are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// Orders that have it.
    With(Flag),
    /// Orders of people on the watch list.
    Watched,
    /// Orders with an open task, as a mail failed.
    MailFailed,
}

impl Listed {
    /// Iterates over all of them, as they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        let flags = Flag::ALL.into_iter().map(Self::With);
        flags.chain([Self::Watched, Self::MailFailed])
    }

    /// Returns the word for it in an address.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::With(flag) => flag.word(),
            Self::Watched => "watched",
            Self::MailFailed => "failed-mail",
        }
    }
}

/// The filter of a list of orders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrdersFilter {
    /// The id of the only shop.
    pub shop: Option<String>,
    /// The code of the status.
    pub status: Option<String>,
    /// The stage.
    pub stage: Option<Stage>,
    /// The flag.
    pub flag: Option<Listed>,
    /// The day since which they were placed.
    pub since: Option<Date>,
    /// The words that somebody typed.
    pub typed: Option<String>,
}

impl OrdersFilter {
    /// Reads the fields of an address. What it does not know narrows nothing.
    #[must_use]
    pub fn of_fields<'a>(get: impl Fn(&str) -> Option<&'a str>) -> Self {
        let text = |name: &str| {
            let text = get(name).map(str::trim).filter(|text| !text.is_empty());
            text.map(str::to_owned)
        };
        let word = |name: &str| text(name).unwrap_or_default();
        let (stage, flag) = (word("stage"), word("flag"));
        Self {
            shop: text("shop"),
            status: text("status"),
            stage: Stage::ALL.into_iter().find(|known| known.word() == stage),
            flag: Listed::all().find(|known| known.word() == flag),
            since: word("since").parse().ok(),
            typed: text("q"),
        }
    }

    /// Tells whether it narrows anything.
    #[must_use]
    pub fn is_narrow(&self) -> bool {
        *self != Self::default()
    }

    /// Lists the groups of marks of which every order must have one each, at a shop with
    /// these settings.
    #[must_use]
    pub fn marks(&self, settings: &Settings) -> Vec<Vec<Mark>> {
        let mut groups = Vec::new();
        groups.extend(self.status.clone().map(|code| vec![Mark::Status(code)]));
        groups.extend(self.stage.map(|stage| Mark::of_stage(stage, settings)));
        if let Some(Listed::With(flag)) = self.flag {
            groups.push(vec![Mark::Flag(flag)]);
        }
        groups
    }

    /// The address of the list, below the desk's own path, or of the page of it that begins
    /// at a place.
    #[must_use]
    pub fn path(&self, from: Option<&str>) -> String {
        let since = self.since.map(|day| day.to_string());
        let fields = [
            ("shop", self.shop.as_deref()),
            ("status", self.status.as_deref()),
            ("stage", self.stage.map(Stage::word)),
            ("flag", self.flag.map(Listed::word)),
            ("since", since.as_deref()),
            ("q", self.typed.as_deref()),
            ("from", from),
        ];
        let fields = fields.into_iter().filter_map(|(name, value)| {
            let value = encoded(value?);
            Some(format!("{name}={value}"))
        });
        let query: Vec<String> = fields.collect();
        match query.is_empty() {
            true => "orders".to_owned(),
            false => format!("orders?{}", query.join("&")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_holds_all_of_it() {
        let fields = [
            ("shop", "north"),
            ("status", "wc-my status&"),
            ("stage", "part_delivered"),
            ("flag", "failed-mail"),
            ("since", "2026-06-06"),
            ("q", " SKU 7 "),
        ];
        let get = |name: &str| {
            let mut all = fields.iter();
            all.find(|(other, _)| *other == name)
                .map(|(_, value)| *value)
        };
        let filter = OrdersFilter::of_fields(get);
        assert_eq!(
            filter.path(Some("north.7")),
            "orders?shop=north&status=wc-my%20status%26&stage=part_delivered&flag=failed-mail\
             &since=2026-06-06&q=SKU%207&from=north.7"
        );
        assert_eq!(filter.marks(&Settings::default()).len(), 2);
        let odd = OrdersFilter::of_fields(|_| Some("x y"));
        assert_eq!((odd.stage, odd.flag, odd.since), (None, None, None));
        assert_eq!(OrdersFilter::of_fields(|_| Some(" ")).path(None), "orders");
    }
}
