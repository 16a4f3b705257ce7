//! How often something may be done in an hour of the clock, counted in the store.

use crate::keys::{Counter, OrderKey, asked};
use crate::store::{Store, StoreError};
use crate::time::Timestamp;

const HOUR: i64 = 3600;

/// What may be done only so often in an hour.
#[derive(Clone, Copy, Debug)]
pub enum Limited<'a> {
    /// Answering what an order's second step asks for.
    Answer(&'a OrderKey),
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
        }
    }

    fn counter(self, hour: i64) -> Counter {
        match self {
            Self::Answer(order) => order.in_hour("answers", hour),
            Self::Code(order) => order.in_hour("codes", hour),
            Self::Link(order) => order.in_hour("links", hour),
            Self::Replacement(order) => order.in_hour("replacements", hour),
            Self::Address(shop, address) => asked(shop, address, hour),
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
        let hour = now.as_second().div_euclid(HOUR);
        let count = store.increment(&self.counter(hour)).await?;
        let next = Timestamp::from_second((hour + 1) * HOUR).unwrap_or(now);
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
}
