//! Links and steps that are used once: invitations, signing in by a link, and the step between
//! a password and the second factor. They are sealed like links, so a forged one costs no
//! store call, and each is void once the member's sessions were ended.

use serde::{Deserialize, Serialize};

use super::member::{Member, MemberId};
use super::session::random_text;
use crate::access::link::LinkKeys;
use crate::context::Environment;
use crate::storage::keys::used;
use crate::storage::{Store, StoreError};
use crate::time::{Duration, Timestamp};

/// The context that binds a ticket to its use of the keys.
const TICKET: &[u8] = b"wismo desk ticket 1";

/// The use of a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Takes an invitation.
    Invitation,
    /// Signs in without the password, or sets a new one.
    SignIn,
    /// Shows the second factor, after the password.
    SecondFactor,
    /// Sets a second factor up: it carries the new secret.
    Enrolment,
}

impl Purpose {
    /// The time for which a ticket counts.
    #[must_use]
    pub const fn life(self) -> Duration {
        match self {
            Self::Invitation => Duration::days(7),
            Self::SignIn => Duration::hours(1),
            Self::SecondFactor => Duration::minutes(10),
            Self::Enrolment => Duration::minutes(30),
        }
    }
}

/// A ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    /// The use.
    #[serde(rename = "p")]
    pub purpose: Purpose,
    /// The member.
    #[serde(rename = "m")]
    pub member: MemberId,
    #[serde(rename = "e")]
    epoch: u64,
    #[serde(rename = "t")]
    made_at: i64,
    /// Random: the ticket's name, or what it carries.
    #[serde(rename = "r")]
    pub content: String,
}

impl Ticket {
    /// Makes a ticket for a member, with random content.
    #[must_use]
    pub fn new(
        purpose: Purpose,
        id: &MemberId,
        member: &Member,
        environment: &impl Environment,
    ) -> Self {
        Self {
            purpose,
            member: id.clone(),
            epoch: member.epoch(),
            made_at: environment.now().as_second(),
            content: random_text(environment),
        }
    }

    /// Seals it as a text that fits in a link.
    #[must_use]
    pub fn seal(&self, keys: &LinkKeys) -> String {
        // Ours can always be written as JSON.
        keys.seal_in(TICKET, &serde_json::to_vec(self).unwrap_or_default())
    }

    /// Opens a sealed ticket for this use, if its time is not over.
    #[must_use]
    pub fn open(keys: &LinkKeys, sealed: &str, purpose: Purpose, now: Timestamp) -> Option<Self> {
        let ticket: Self = serde_json::from_slice(&keys.open_in(TICKET, sealed)?).ok()?;
        let age = Duration::seconds(now.as_second().saturating_sub(ticket.made_at));
        (ticket.purpose == purpose && age < purpose.life()).then_some(ticket)
    }

    /// Tells whether nothing has voided it since.
    #[must_use]
    pub fn is_valid_for(&self, member: &Member) -> bool {
        self.epoch == member.epoch() && !member.is_suspended()
    }

    /// Tells whether it was used up.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn is_spent(&self, store: &impl Store) -> Result<bool, StoreError> {
        Ok(store.count(&used(&self.member, &self.content)).await? > 0)
    }

    /// Uses it up, and tells whether this was the first time.
    ///
    /// # Errors
    /// When the store fails; it may be used up all the same.
    pub async fn spend(&self, store: &impl Store) -> Result<bool, StoreError> {
        spend(store, &self.member, &self.content).await
    }
}

/// Uses up something of a member's by its name, and tells whether this was the first time.
///
/// # Errors
/// When the store fails; it may be used up all the same.
pub async fn spend(store: &impl Store, member: &MemberId, name: &str) -> Result<bool, StoreError> {
    Ok(store.increment(&used(member, name)).await? == 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::MemoryStore;
    use futures::executor::block_on;

    struct At(i64);

    impl Environment for At {
        fn now(&self) -> Timestamp {
            Timestamp::from_second(self.0).unwrap()
        }

        fn random(&self) -> u64 {
            7
        }
    }

    #[test]
    fn a_ticket_is_for_one_use_one_time_and_one_epoch() {
        let keys = LinkKeys::from_setting("a-link-secret-of-32-bytes-or-more").unwrap();
        let id = MemberId::of_address("ada@example.com");
        let member = Member::default();
        let ticket = Ticket::new(Purpose::SignIn, &id, &member, &At(1000));
        let sealed = ticket.seal(&keys);
        let open = |purpose, second| Ticket::open(&keys, &sealed, purpose, At(second).now());
        assert_eq!(open(Purpose::SignIn, 1000 + 3599), Some(ticket.clone()));
        assert_eq!(open(Purpose::SignIn, 1000 + 3600), None);
        assert_eq!(open(Purpose::Invitation, 1000), None);
        let others = LinkKeys::from_setting("another-link-secret-of-32-bytes-ok").unwrap();
        assert_eq!(
            Ticket::open(&others, &sealed, Purpose::SignIn, At(1000).now()),
            None
        );
        assert!(ticket.is_valid_for(&member));
        let store = MemoryStore::default();
        assert_eq!(block_on(ticket.is_spent(&store)), Ok(false));
        assert_eq!(block_on(ticket.spend(&store)), Ok(true));
        assert_eq!(block_on(ticket.is_spent(&store)), Ok(true));
        assert_eq!(block_on(ticket.spend(&store)), Ok(false));
    }
}
