//! The marks by which the list of orders is narrowed.

use serde::{Deserialize, Serialize};

use crate::log::Snapshot;
use crate::order::{Order, Stage};
use crate::time::Date;

/// Something of an order that a member of the staff looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// A promised day has passed, and something is still to come.
    Late,
    /// The merchant holds back what there is to tell.
    Held,
    /// A member of the staff said that it is urgent.
    Urgent,
}

impl Flag {
    /// All of them, as they are offered.
    pub const ALL: [Self; 3] = [Self::Late, Self::Urgent, Self::Held];

    /// Returns the word for it in an address.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Held => "held",
            Self::Urgent => "urgent",
        }
    }

    /// Tells whether an order has it on a day.
    #[must_use]
    pub fn is_on(self, order: &Order, snapshot: &Snapshot, today: Date) -> bool {
        match self {
            Self::Late => order.promised_for().is_some_and(|day| day < today),
            Self::Held => snapshot.is_held(),
            Self::Urgent => snapshot.urgency().is_some(),
        }
    }

    /// Tells whether an order has it on some day, if nothing else happens: this is what the
    /// index holds, as nobody enters an order when a day has passed.
    fn may_be_on(self, order: &Order, snapshot: &Snapshot) -> bool {
        match self {
            Self::Late => order.promised_for().is_some(),
            Self::Held => snapshot.is_held(),
            Self::Urgent => snapshot.urgency().is_some(),
        }
    }

    /// Lists those that an order has on some day.
    pub(crate) fn possible(order: &Order, snapshot: &Snapshot) -> Vec<Self> {
        let mut all = Self::ALL.to_vec();
        all.retain(|flag| flag.may_be_on(order, snapshot));
        all
    }
}

/// A mark of an order. No word that somebody types is its token, which has a colon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The digest of who ordered.
    Person(String),
    /// The code of the order's status.
    Status(String),
    /// The stage at which the order stands.
    Stage(Stage),
    /// Something else of it.
    Flag(Flag),
}

impl Mark {
    /// Makes the token by which the orders with this mark are found.
    pub(super) fn token(&self) -> String {
        match self {
            Self::Person(digest) => format!("p:{digest}"),
            Self::Status(code) => format!("s:{code};"),
            Self::Stage(stage) => format!("g:{};", stage.word()),
            Self::Flag(flag) => format!("f:{};", flag.word()),
        }
    }
}
