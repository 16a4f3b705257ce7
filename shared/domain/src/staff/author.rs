//! The member who did something.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Member, MemberId};

/// A member, and their name as of then: it stands there when they have left, or are called
/// otherwise.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Author {
    /// The member.
    pub id: MemberId,
    /// Their name at that time.
    pub name: String,
}

impl Author {
    /// Names a member as they are called now.
    #[must_use]
    pub fn of(id: &MemberId, member: &Member) -> Self {
        Self {
            id: id.clone(),
            name: member.name().to_owned(),
        }
    }
}
