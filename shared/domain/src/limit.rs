//! How often something may be done in an hour or a day of the clock, counted in
//! the store.

use crate::keys::{Counter, OrderKey, asked};
use crate::store::{Store, StoreError};
use crate::time::Timestamp;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// What may be done only so often.
#[derive(Clone, Copy, Debug)]
pub enum Limited<'a> {
    /// Answering what an order's second step asks for.
    Answer(&'a OrderKey),
    /// The same in a day: who knows the town would get through its postcodes.
    AnswerInADay(&'a OrderKey),
    /// Having a code mailed.
    Code(&'a OrderKey),
    /// Having an order's link mailed.
    Link(&'a OrderKey),
    /// Having a link to any order mailed to an address of a shop's customers.
    Address(&'a str, &'a str),
    /// Replacing an order's links.
    Replacement(&'a OrderKey),
}

impl Limited<'_> {
    /// How often.
    const fn most(self) -> u64 {
        match self {
            Self::Answer(_) | Self::Address(..) | Self::Replacement(_) => 5,
            Self::Code(_) | Self::Link(_) => 3,
            Self::AnswerInADay(_) => 20,
        }
    }

    /// In how many seconds.
    const fn period(self) -> i64 {
        match self {
            Self::AnswerInADay(_) => DAY,
            Self::Answer(_)
            | Self::Code(_)
            | Self::Link(_)
            | Self::Address(..)
            | Self::Replacement(_) => HOUR,
        }
    }

    /// The counter of a period, by its number.
    fn counter(self, number: i64) -> Counter {
        match self {
            Self::Answer(order) => order.in_period("answers", number),
            Self::AnswerInADay(order) => order.in_period("answers-in-a-day", number),
            Self::Code(order) => order.in_period("codes", number),
            Self::Link(order) => order.in_period("links", number),
            Self::Replacement(order) => order.in_period("replacements", number),
            Self::Address(shop, address) => asked(shop, address, number),
        }
    }

    /// Counts that it is to be done, and answers until when it may not. It is
    /// counted first, so that no number of requests at once gets past it.
    ///
    /// # Errors
    /// When the store fails; it may be counted all the same.
    pub async fn spend(
        self,
        store: &impl Store,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, StoreError> {
        let period = self.period();
        let current = now.as_second().div_euclid(period);
        let count = store.increment(&self.counter(current)).await?;
        let next = Timestamp::from_second((current + 1) * period).unwrap_or(now);
        Ok((count > self.most()).then_some(next))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::MemoryStore;
    use futures::executor::block_on;

    #[test]
    fn five_answers_an_hour_and_five_more_in_the_next() {
        let store = MemoryStore::default();
        let order = OrderKey::new("north", "1").unwrap();
        let other = OrderKey::new("north", "2").unwrap();
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let spend = |order, now| block_on(Limited::Answer(order).spend(&store, at(now))).unwrap();
        for _ in 0..5 {
            assert_eq!(spend(&order, "2026-06-01T08:59:59Z"), None);
        }
        let next = Some(at("2026-06-01T09:00:00Z"));
        assert_eq!(spend(&order, "2026-06-01T08:00:00Z"), next);
        assert_eq!(spend(&other, "2026-06-01T08:00:00Z"), None);
        assert_eq!(spend(&order, "2026-06-01T09:00:00Z"), None);
    }

    #[test]
    fn twenty_answers_a_day() {
        let store = MemoryStore::default();
        let order = OrderKey::new("north", "1").unwrap();
        let spend = |hour: u8| {
            let now: Timestamp = format!("2026-06-01T{hour:02}:30:00Z").parse().unwrap();
            block_on(Limited::AnswerInADay(&order).spend(&store, now)).unwrap()
        };
        assert!((0..20).all(|hour| spend(hour).is_none()));
        assert_eq!(spend(20), Some("2026-06-02T00:00:00Z".parse().unwrap()));
    }
}
