//! Limits on how often something may be done in an hour or a day of the clock,
//! counted in the store.

use std::ops::RangeInclusive;

use super::client_network::ClientNetwork;
use crate::staff::MemberId;
use crate::storage::keys::{OrderKey, asked, in_period, tried_from, tried_in_period};
use crate::storage::{Counter, Store, StoreError};
use crate::time::Timestamp;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// The least and the most links that a shop's customers may ask for in a day.
const FOUND_IN_A_DAY: RangeInclusive<u64> = 30..=1000;

/// The things that may be done only so often.
#[derive(Clone, Copy, Debug)]
pub enum RateLimit<'a> {
    /// Answering what an order's second step asks for.
    Answer(&'a OrderKey),
    /// The same in a day: somebody who knows the town could otherwise try all of its postcodes.
    AnswerInADay(&'a OrderKey),
    /// Having a code mailed.
    Code(&'a OrderKey),
    /// The same in a day.
    CodeInADay(&'a OrderKey),
    /// Having an order's link mailed.
    Link(&'a OrderKey),
    /// The same in a day.
    LinkInADay(&'a OrderKey),
    /// Having a link to any order mailed to an address of a shop's customers.
    Address(&'a str, &'a str),
    /// The same in a day.
    AddressInADay(&'a str, &'a str),
    /// Having a link to any order of a shop mailed: somebody who has found out
    /// how to guess would otherwise have the shop mail all of its customers.
    Found(&'a str),
    /// The same in a day, by the number of the shop's orders.
    FoundInADay(&'a str, u64),
    /// Telling a shop's merchant that too many links are asked for.
    Alarm(&'a str),
    /// Replacing an order's links.
    Replacement(&'a OrderKey),
    /// The same in a day.
    ReplacementInADay(&'a OrderKey),
    /// Choosing about an order's mails: each choice is stored.
    Choice(&'a OrderKey),
    /// The same in a day.
    ChoiceInADay(&'a OrderKey),
    /// Any write on account of a shop's pages.
    Shop(&'a str),
    /// Trying a member's password.
    SignIn(&'a MemberId),
    /// Trying any password from a network: one that is tried on everybody counts here.
    SignInFrom(&'a ClientNetwork),
    /// Trying a code of a member's second factor.
    SecondFactor(&'a MemberId),
    /// Uploading files: each is kept for a day.
    Upload(&'a MemberId),
    /// Having a link mailed by which a member's password is set anew.
    PasswordReset(&'a MemberId),
    /// The same for anybody, from a network.
    PasswordResetFrom(&'a ClientNetwork),
}

/// The terms of a limit.
struct Terms<'a> {
    /// The most times that it may be done in a period.
    most: u64,
    /// The length of the period, in seconds.
    period: i64,
    /// The thing whose counter it is.
    of: Of<'a>,
    /// The name of the counter.
    name: &'static str,
}

/// The thing that a counter is of.
enum Of<'a> {
    Order(&'a OrderKey),
    Shop(&'a str),
    Address(&'a str, &'a str),
    Member(&'a MemberId),
    Network(&'a ClientNetwork),
}

impl Terms<'_> {
    /// Returns the counter of a period, by the period's number.
    fn counter(&self, number: i64) -> Counter {
        match self.of {
            Of::Order(order) => order.in_period(self.name, number),
            Of::Shop(shop) => in_period(shop, self.name, number),
            Of::Address(shop, address) => asked(shop, address, self.name, number),
            Of::Member(member) => tried_in_period(member, self.name, number),
            Of::Network(network) => tried_from(network.digest(), self.name, number),
        }
    }

    /// Tells whether counters of periods that are over are deleted: those that anybody can
    /// cause without knowing of an order.
    const fn is_cleared(&self) -> bool {
        match self.of {
            Of::Member(_) | Of::Network(_) => true,
            Of::Order(_) | Of::Shop(_) | Of::Address(..) => false,
        }
    }
}

impl<'a> RateLimit<'a> {
    fn terms(self) -> Terms<'a> {
        let (most, period, of, name) = match self {
            Self::Answer(order) => (5, HOUR, Of::Order(order), "answers"),
            Self::AnswerInADay(order) => (20, DAY, Of::Order(order), "answers-in-a-day"),
            Self::Code(order) => (3, HOUR, Of::Order(order), "codes"),
            Self::CodeInADay(order) => (10, DAY, Of::Order(order), "codes-in-a-day"),
            Self::Link(order) => (3, HOUR, Of::Order(order), "links"),
            Self::LinkInADay(order) => (5, DAY, Of::Order(order), "links-in-a-day"),
            Self::Replacement(order) => (5, HOUR, Of::Order(order), "replacements"),
            Self::ReplacementInADay(order) => (20, DAY, Of::Order(order), "replacements-in-a-day"),
            Self::Choice(order) => (20, HOUR, Of::Order(order), "choices"),
            Self::ChoiceInADay(order) => (60, DAY, Of::Order(order), "choices-in-a-day"),
            Self::Address(shop, address) => (5, HOUR, Of::Address(shop, address), "hour"),
            Self::AddressInADay(shop, address) => (10, DAY, Of::Address(shop, address), "day"),
            Self::Found(shop) => (60, HOUR, Of::Shop(shop), "found"),
            Self::FoundInADay(shop, orders) => {
                // One in a hundred orders: no more customers than that lose their links in a day.
                let most = (orders / 100).clamp(*FOUND_IN_A_DAY.start(), *FOUND_IN_A_DAY.end());
                (most, DAY, Of::Shop(shop), "found-in-a-day")
            }
            Self::Alarm(shop) => (1, DAY, Of::Shop(shop), "found-too-often"),
            Self::Shop(shop) => (3000, HOUR, Of::Shop(shop), "pages"),
            Self::SignIn(member) => (10, HOUR, Of::Member(member), "sign-ins"),
            Self::SignInFrom(network) => (30, HOUR, Of::Network(network), "sign-ins"),
            Self::SecondFactor(member) => (10, HOUR, Of::Member(member), "codes"),
            Self::Upload(member) => (100, HOUR, Of::Member(member), "uploads"),
            Self::PasswordReset(member) => (3, HOUR, Of::Member(member), "resets"),
            Self::PasswordResetFrom(network) => (30, HOUR, Of::Network(network), "resets"),
        };
        Terms {
            most,
            period,
            of,
            name,
        }
    }

    /// Counts that it is to be done, and, if the limit is reached, returns the time until
    /// which it may not be done. It is counted first, so that no number of concurrent requests
    /// gets past the limit; if the counter is over the limit already, nothing is written.
    ///
    /// # Errors
    /// When the store fails; it may be counted all the same.
    pub async fn check(
        self,
        store: &impl Store,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, StoreError> {
        let terms = self.terms();
        let current = now.as_second().div_euclid(terms.period);
        let counter = terms.counter(current);
        let mut is_over = store.count(&counter).await? > terms.most;
        if !is_over {
            let drawn = store.increment(&counter).await?;
            if drawn == 1 && terms.is_cleared() {
                // The store lists nothing, so whoever comes first clears what is over.
                store.delete(terms.counter(current - 2).as_str()).await?;
            }
            is_over = drawn > terms.most;
        }
        let next = Timestamp::from_second((current + 1) * terms.period).unwrap_or(now);
        Ok(is_over.then_some(next))
    }

    /// Does the same for several limits: those after the first that is reached
    /// are not counted.
    ///
    /// # Errors
    /// As for [`check`](Self::check).
    pub async fn check_all(
        all: &[Self],
        store: &impl Store,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, StoreError> {
        for limit in all {
            let until = limit.check(store, now).await?;
            if until.is_some() {
                return Ok(until);
            }
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::MemoryStore;
    use futures::executor::block_on;

    #[test]
    fn five_answers_an_hour_and_five_more_in_the_next() {
        let store = MemoryStore::default();
        let order = OrderKey::new("north", "1").unwrap();
        let other = OrderKey::new("north", "2").unwrap();
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let spend = |order, now| block_on(RateLimit::Answer(order).check(&store, at(now))).unwrap();
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
            block_on(RateLimit::AnswerInADay(&order).check(&store, now)).unwrap()
        };
        assert!((0..20).all(|hour| spend(hour).is_none()));
        assert_eq!(spend(20), Some("2026-06-02T00:00:00Z".parse().unwrap()));
    }

    #[test]
    fn over_a_limit_nothing_is_written_any_more() {
        let store = MemoryStore::default();
        let now: Timestamp = "2026-06-01T08:30:00Z".parse().unwrap();
        let until: Timestamp = "2026-06-02T00:00:00Z".parse().unwrap();
        let spend = || block_on(RateLimit::FoundInADay("north", 4500).check(&store, now)).unwrap();
        assert!((0..45).all(|_| spend().is_none()));
        assert!((0..100).all(|_| spend() == Some(until)));
        let counter = RateLimit::FoundInADay("north", 0)
            .terms()
            .counter(now.as_second() / DAY);
        assert_eq!(block_on(store.count(&counter)).unwrap(), 46);
    }

    #[test]
    fn a_shop_with_few_orders_may_find_some_and_one_with_many_not_all() {
        for (orders, most) in [(0, 30), (2000, 30), (20_000, 200), (9_000_000, 1000)] {
            assert_eq!(RateLimit::FoundInADay("north", orders).terms().most, most);
        }
    }

    #[test]
    fn what_the_order_may_not_does_not_cost_the_shop() {
        let store = MemoryStore::default();
        let order = OrderKey::new("north", "1").unwrap();
        let now: Timestamp = "2026-06-01T08:30:00Z".parse().unwrap();
        let all = [RateLimit::Choice(&order), RateLimit::Shop("north")];
        for _ in 0..50 {
            block_on(RateLimit::check_all(&all, &store, now)).unwrap();
        }
        let counter = RateLimit::Shop("north")
            .terms()
            .counter(now.as_second() / HOUR);
        assert_eq!(block_on(store.count(&counter)).unwrap(), 20);
    }
}
