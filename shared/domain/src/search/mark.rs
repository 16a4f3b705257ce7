//! The marks by which the list of orders is narrowed.

use serde::{Deserialize, Serialize};

use crate::log::Snapshot;
use crate::order::{Order, Stage};
use crate::settings::{Settings, StatusRule};
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
    /// The shop deleted it.
    Deleted,
}

impl Flag {
    /// All of them, as they are offered.
    pub const ALL: [Self; 4] = [Self::Late, Self::Urgent, Self::Held, Self::Deleted];

    /// Returns the word for it in an address.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Held => "held",
            Self::Urgent => "urgent",
            Self::Deleted => "deleted",
        }
    }

    /// Tells whether an order has it on a day.
    #[must_use]
    pub fn is_on(self, order: &Order, snapshot: &Snapshot, today: Date) -> bool {
        let is_overdue = || order.promised_for().is_some_and(|day| day < today);
        self.may_be_on(order, snapshot) && (self != Self::Late || is_overdue())
    }

    /// Tells whether an order has it on some day, if nothing else happens: this is what the
    /// index holds, as nobody enters an order when a day has passed.
    fn may_be_on(self, order: &Order, snapshot: &Snapshot) -> bool {
        // Nothing is to be done for an order that is gone.
        let is_there = !snapshot.is_removed();
        match self {
            Self::Late => is_there && order.promised_for().is_some(),
            Self::Held => is_there && snapshot.is_held(),
            Self::Urgent => is_there && snapshot.urgency().is_some(),
            Self::Deleted => !is_there,
        }
    }

    /// Lists those that an order has on some day.
    pub(crate) fn possible(order: &Order, snapshot: &Snapshot) -> Vec<Self> {
        let mut all = Self::ALL.to_vec();
        all.retain(|flag| flag.may_be_on(order, snapshot));
        all
    }
}

/// Tells whether an order may stand at a stage by a status that means another, as its goods
/// move it on ([`Order::standing`]).
fn leads_to(meant: Stage, stage: Stage) -> bool {
    let is_moved = matches!(
        stage,
        Stage::Preparing
            | Stage::PartDelivered
            | Stage::Sent
            | Stage::Delivered
            | Stage::Completed
            | Stage::ReadyToCollect
            | Stage::Collected
    );
    let may_move = matches!(
        meant,
        Stage::Received | Stage::Preparing | Stage::PartDelivered | Stage::Sent | Stage::Delivered
    );
    meant == stage || is_moved && may_move
}

/// The most statuses with a meaning of the merchant's that are looked for at once: each costs
/// a read per segment.
const MOST_MEANINGS: usize = 30;

/// A mark of an order. No word that somebody types is its token, which has a colon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The digest of who ordered.
    Person(String),
    /// The code of the order's status, by one of those who may decide it.
    Status(String),
    /// The stage at which the order stands, before the merchant gave its status a meaning.
    Stage(Stage),
    /// Something else of it.
    Flag(Flag),
}

impl Mark {
    /// Lists the marks of orders that may stand at a stage: those that do by the shop's
    /// word, and those whose status the merchant gave such a meaning.
    #[must_use]
    pub fn of_stage(stage: Stage, settings: &Settings) -> Vec<Self> {
        let may_mean = |rule: &&StatusRule| rule.stage.is_some_and(|meant| leads_to(meant, stage));
        let rules = settings.statuses.iter().filter(may_mean);
        let mut marks = vec![Self::Stage(stage)];
        let rules = rules.take(MOST_MEANINGS);
        marks.extend(rules.map(|rule| Self::Status(rule.code.clone())));
        marks
    }

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
