//! The list of members.

use serde::{Deserialize, Serialize};

use super::member::{Member, MemberId};
use crate::context::{Context, Environment};
use crate::storage::event_log::{Projected, Projection};
use crate::storage::keys::members_log;
use crate::storage::record::Record;
use crate::storage::together::join_all;
use crate::storage::{Store, StoreError};

/// A member joined the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Listed(MemberId);

impl Record for Listed {
    const VERSION: u32 = 1;
}

/// Every member's id, in the order in which they were invited.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Directory(Vec<(u64, MemberId)>);

impl Record for Directory {
    const VERSION: u32 = 1;
}

impl Projection for Directory {
    type Event = Listed;

    fn apply(&mut self, n: u64, Listed(id): Listed) {
        match self.0.iter_mut().find(|(_, other)| *other == id) {
            Some((first, _)) => *first = n.min(*first),
            None => self.0.push((n, id)),
        }
        self.0.sort_unstable_by_key(|(n, _)| *n);
    }
}

/// Puts a member on the list. Somebody who is on it stays on it.
///
/// # Errors
/// When the store fails; the member may be listed all the same.
pub async fn list(
    context: Context<'_, impl Store, impl Environment>,
    id: &MemberId,
) -> Result<(), StoreError> {
    let known: Projected<Directory> = members_log().read(context).await?;
    if known.projection.0.iter().any(|(_, other)| other == id) {
        return Ok(());
    }
    let listed = Listed(id.clone());
    members_log().append(context.store, &listed).await?;
    Ok(())
}

/// Reads every member, in the order in which they were invited.
///
/// # Errors
/// When the store fails.
pub async fn members(
    context: Context<'_, impl Store, impl Environment>,
) -> Result<Vec<(MemberId, Member)>, StoreError> {
    let known: Projected<Directory> = members_log().read_and_keep(context).await?;
    let read = known.projection.0.into_iter().map(|(_, id)| async move {
        let member = Member::read(context, &id).await?;
        Ok((id, member))
    });
    join_all(read).await.into_iter().collect()
}
