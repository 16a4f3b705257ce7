//! A member of the staff, and what happens to one.

#[cfg(test)]
mod tests;

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Access;
use super::newest::Newest;
use super::password::StoredPassword;
use super::second_factor::SecondFactor;
use crate::context::{Context, Environment};
use crate::storage::event_log::{Projected, Projection};
use crate::storage::keys::{digest, member_log};
use crate::storage::record::Record;
use crate::storage::{Store, StoreError};
use crate::time::{Duration, Timestamp};

/// The most sessions that a member has at once: a further one ends the oldest.
const MAX_SESSIONS: usize = 50;

/// The longest time that a session lasts, however much it is used.
pub const SESSION_LIFE: Duration = Duration::days(7);

/// The name of a member: a digest of their address, so that whoever is invited twice is one
/// member, and that nothing has to be looked up.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(try_from = "String", into = "String")]
pub struct MemberId(String);

impl MemberId {
    /// The member with this address, whatever its case.
    #[must_use]
    pub fn of_address(address: &str) -> Self {
        Self(digest(address.trim().to_lowercase()))
    }

    /// Reads an id: 32 hexadecimal digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        (text.len() == 32 && text.bytes().all(is_hex)).then(|| Self(text.to_owned()))
    }
}

impl fmt::Display for MemberId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for MemberId {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a member's id is 32 hexadecimal digits")
    }
}

impl From<MemberId> for String {
    fn from(id: MemberId) -> Self {
        id.0
    }
}

/// Something that happened to a member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberEvent {
    /// The time when it happened.
    pub at: Timestamp,
    /// The change.
    pub change: MemberChange,
}

impl Record for MemberEvent {
    const VERSION: u32 = 1;
}

/// A change of a member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MemberChange {
    /// They were invited, or made the first owner.
    Invited {
        /// The address, as it was typed.
        address: String,
        /// The name, until they say how they wish to be called.
        name: String,
        /// The permissions.
        access: Access,
    },
    /// They have another password now. It ends every session.
    Password(StoredPassword),
    /// The password is the same, behind a newer key.
    PasswordRenewed(StoredPassword),
    /// They may do something else now. It ends every session.
    Access(Access),
    /// They said how they wish to be called and spoken to.
    Profile(Profile),
    /// They have a second factor now; none: they have none any more.
    SecondFactor(Option<SecondFactor>),
    /// They signed in.
    SessionBegan(Session),
    /// One session ended.
    SessionEnded(String),
    /// Every session ended.
    SessionsEnded,
    /// True: they may not sign in any more. It ends every session.
    Suspended(bool),
}

/// The part of a member that they decide themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// The name.
    pub name: String,
    /// The language as a BCP 47 tag; none: the browser's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The last lines of mails that they write.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub signature: String,
    /// True: single keys do nothing at the desk.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub without_shortcuts: bool,
}

/// A signed-in browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// The session's id: a digest of what its cookie holds.
    pub id: String,
    /// The time when it began.
    pub began_at: Timestamp,
    /// The browser's name for itself, cut.
    pub user_agent: String,
}

/// A member as they are now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    address: Newest<Option<String>>,
    profile: Newest<Profile>,
    access: Newest<Access>,
    password: Newest<Option<StoredPassword>>,
    second_factor: Newest<Option<SecondFactor>>,
    suspended: Newest<bool>,
    /// The event that ended all sessions before it.
    epoch: u64,
    sessions: Vec<(u64, Session)>,
    /// The sessions that ended, whose beginning may turn up later.
    ended: Vec<(u64, String)>,
}

impl Record for Member {
    const VERSION: u32 = 1;
}

impl Projection for Member {
    type Event = MemberEvent;

    fn apply(&mut self, n: u64, event: MemberEvent) {
        match event.change {
            MemberChange::Invited {
                address,
                name,
                access,
            } => {
                self.address.take(n, Some(address));
                self.access.take(n, access);
                let profile = Profile {
                    name,
                    ..self.profile.value.clone()
                };
                // Whoever has a password already keeps the name they gave themselves.
                if self.password.value.is_none() {
                    self.profile.take(n, profile);
                }
            }
            MemberChange::Password(password) => {
                self.password.take(n, Some(password));
                self.epoch = self.epoch.max(n);
            }
            MemberChange::PasswordRenewed(password) => self.password.take(n, Some(password)),
            MemberChange::Access(access) => {
                self.access.take(n, access);
                self.epoch = self.epoch.max(n);
            }
            MemberChange::Profile(profile) => self.profile.take(n, profile),
            MemberChange::SecondFactor(factor) => {
                // Sessions from before have shown no code.
                if factor.is_some() {
                    self.epoch = self.epoch.max(n);
                }
                self.second_factor.take(n, factor);
            }
            MemberChange::SessionBegan(session) => self.sessions.push((n, session)),
            MemberChange::SessionEnded(id) => self.ended.push((n, id)),
            MemberChange::SessionsEnded => self.epoch = self.epoch.max(n),
            MemberChange::Suspended(suspended) => {
                self.suspended.take(n, suspended);
                self.epoch = self.epoch.max(n);
            }
        }
        let (epoch, ended) = (self.epoch, &self.ended);
        self.sessions
            .retain(|(n, session)| *n > epoch && ended.iter().all(|(_, id)| *id != session.id));
        self.sessions.sort_unstable_by_key(|(n, _)| *n);
        let more = self.sessions.len().saturating_sub(MAX_SESSIONS);
        self.sessions.drain(..more);
        self.ended.sort_unstable();
        let more = self.ended.len().saturating_sub(MAX_SESSIONS);
        self.ended.drain(..more);
    }
}

impl Member {
    /// Reads a member; an unknown one has no address.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn read(
        context: Context<'_, impl Store, impl Environment>,
        id: &MemberId,
    ) -> Result<Self, StoreError> {
        let projected: Projected<Self> = member_log(id).read_and_keep(context).await?;
        Ok(projected.projection)
    }

    /// The address; none if nobody was invited under it.
    #[must_use]
    pub fn address(&self) -> Option<&str> {
        self.address.value.as_deref()
    }

    /// The name, or the address where there is none.
    #[must_use]
    pub fn name(&self) -> &str {
        match self.profile.value.name.trim() {
            "" => self.address().unwrap_or_default(),
            name => name,
        }
    }

    /// The part that they decide themselves.
    #[must_use]
    pub const fn profile(&self) -> &Profile {
        &self.profile.value
    }

    /// The permissions.
    #[must_use]
    pub const fn access(&self) -> &Access {
        &self.access.value
    }

    /// The password; none until they took the invitation.
    #[must_use]
    pub const fn password(&self) -> Option<&StoredPassword> {
        self.password.value.as_ref()
    }

    /// The second factor, if they have one.
    #[must_use]
    pub const fn second_factor(&self) -> Option<&SecondFactor> {
        self.second_factor.value.as_ref()
    }

    /// Tells whether they may not sign in any more.
    #[must_use]
    pub const fn is_suspended(&self) -> bool {
        self.suspended.value
    }

    /// Tells whether they can sign in.
    #[must_use]
    pub fn is_active(&self) -> bool {
        self.address().is_some() && self.password().is_some() && !self.is_suspended()
    }

    /// The number of the event that ended all sessions, and voided all tickets, before it.
    #[must_use]
    pub const fn epoch(&self) -> u64 {
        self.epoch
    }

    /// The sessions that may still count, the newest first.
    pub fn sessions(&self, now: Timestamp) -> impl Iterator<Item = &Session> {
        let sessions = self.sessions.iter().rev().map(|(_, session)| session);
        sessions.filter(move |session| now.duration_since(session.began_at) < SESSION_LIFE)
    }
}

/// Appends an event to a member's log.
///
/// # Errors
/// When the store fails; the event may be there all the same.
pub async fn change(
    context: Context<'_, impl Store, impl Environment>,
    id: &MemberId,
    change: MemberChange,
) -> Result<u64, StoreError> {
    let event = MemberEvent {
        at: context.environment.now(),
        change,
    };
    member_log(id).append(context.store, &event).await
}
