//! The links of an order that lead to it.

use serde::{Deserialize, Serialize};

use super::{Actor, Event, EventPayload, Via, note, read};
use crate::access::link::{Kind, Link};
use crate::context::{Context, Environment};
use crate::storage::keys::OrderKey;
use crate::storage::{Store, StoreError};
use crate::time::Timestamp;

/// A decision about an order's links; the last one counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkChange {
    /// There are new links, and the old ones no longer lead anywhere.
    Replaced,
    /// No link leads anywhere.
    Revoked,
    /// The newest links lead to the order again.
    Restored,
}

/// The links of an order that lead to it. A link's rotation is the number of the event
/// that replaced the links before it: if there are two at once, the later counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Links {
    /// The event that replaced them last; 0 for the first links.
    rotation: u64,
    /// The last event about them, and true if it revoked them.
    last: (u64, bool),
    /// The last event that made or restored them, and its time.
    renewed: Option<(u64, Timestamp)>,
}

impl Links {
    pub(super) fn take(&mut self, n: u64, at: Timestamp, change: LinkChange) {
        let is_revoked = change == LinkChange::Revoked;
        self.last = self.last.max((n, is_revoked));
        if !is_revoked {
            self.renewed = self.renewed.max(Some((n, at)));
        }
        if change == LinkChange::Replaced {
            self.rotation = self.rotation.max(n);
        }
    }

    /// Tells whether nothing was ever decided about them.
    #[must_use]
    pub fn are_the_first(&self) -> bool {
        *self == Self::default()
    }

    /// Returns the rotation of the links that mails carry.
    #[must_use]
    pub fn rotation(&self) -> u32 {
        u32::try_from(self.rotation).unwrap_or(u32::MAX)
    }

    /// Returns the rotation of a link that leads to the order; none while all are revoked.
    #[must_use]
    pub fn leading(&self) -> Option<u32> {
        (!self.are_revoked()).then(|| self.rotation())
    }

    /// Tells whether the merchant revoked all of them.
    #[must_use]
    pub const fn are_revoked(&self) -> bool {
        self.last.1
    }

    /// Returns the time when there were last new or restored ones, if ever.
    #[must_use]
    pub fn renewed_at(&self) -> Option<Timestamp> {
        self.renewed.map(|(_, at)| at)
    }

    /// Tells whether a link leads to the order.
    #[must_use]
    pub fn admit(&self, link: &Link) -> bool {
        match link.kind {
            Kind::Customer | Kind::Gift => !self.are_revoked() && link.rotation == self.rotation(),
            // It stands in the headers of mails that were sent long ago, must
            // work there (RFC 8058), and does not show anything of the order.
            Kind::Unsubscribe => true,
            Kind::Mail => false,
        }
    }
}

/// Decides what becomes of an order's links, and returns the event's number and the
/// links that lead to it now. The snapshot is stored too, as each page view reads it.
///
/// # Errors
/// When the store fails; the event may be there all the same.
pub async fn change_links(
    context: Context<'_, impl Store, impl Environment>,
    key: &OrderKey,
    change: LinkChange,
    via: Via,
    by: Option<Actor>,
) -> Result<(u64, Links), StoreError> {
    let event = Event {
        received_at: context.environment.now(),
        payload: EventPayload::Link(change),
        via,
        dropped: Vec::new(),
        by,
    };
    let n = note(context.store, key, &event).await?;
    let reading = read(context, key).await?;
    reading.store(context.store).await?;
    Ok((n, reading.snapshot.links().clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use LinkChange::{Replaced, Restored, Revoked};

    fn links(changes: &[(u64, LinkChange)]) -> Links {
        let mut links = Links::default();
        for (n, change) in changes {
            links.take(*n, Timestamp::UNIX_EPOCH, *change);
        }
        links
    }

    fn admits(links: &Links, kind: Kind, rotation: u32) -> bool {
        links.admit(&Link {
            order: OrderKey::new("north", "1").unwrap(),
            kind,
            rotation,
        })
    }

    #[test]
    fn whatever_order_they_come_in_one_link_is_valid() {
        let changes = [(3, Replaced), (5, Replaced), (4, Revoked)];
        for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
            let links = links(&order.map(|index| changes[index]));
            let valid = (0..9).filter(|rotation| admits(&links, Kind::Customer, *rotation));
            assert_eq!(valid.collect::<Vec<_>>(), [5]);
        }
    }

    #[test]
    fn what_is_revoked_leads_nowhere_until_it_is_restored_or_replaced() {
        let gone = links(&[(2, Replaced), (4, Revoked)]);
        assert!(!admits(&gone, Kind::Customer, 2) && !admits(&gone, Kind::Gift, 2));
        assert!(admits(&gone, Kind::Unsubscribe, 0));
        let back = links(&[(2, Replaced), (4, Revoked), (6, Restored)]);
        assert!(admits(&back, Kind::Customer, 2) && admits(&back, Kind::Gift, 2));
        let new = links(&[(2, Replaced), (4, Revoked), (6, Replaced)]);
        assert!(admits(&new, Kind::Customer, 6) && !admits(&new, Kind::Customer, 2));
        assert!(!admits(&new, Kind::Mail, 6));
    }
}
