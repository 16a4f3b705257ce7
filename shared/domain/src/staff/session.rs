//! Signed-in browsers.
//!
//! A cookie holds the member, the session's secret and the times that count, sealed like
//! a link: a forged one costs no store call, and a store that leaks opens no session. It
//! counts as long as the member's log says so, and is sealed anew as it is used.

use serde::{Deserialize, Serialize};

use super::member::{Member, MemberChange, MemberId, Session, change};
use crate::access::link::LinkKeys;
use crate::context::{Context, Environment};
use crate::storage::keys::digest;
use crate::storage::{Store, StoreError};
use crate::time::{Duration, Timestamp};

pub use super::member::SESSION_LIFE;

/// The context that binds a sealed session to its use of the keys.
const SESSION: &[u8] = b"wismo desk session 1";

/// The longest time between two requests of one session.
pub const IDLE_LIFE: Duration = Duration::hours(12);

/// The time after which a used session is sealed anew.
const RENEW_AFTER: Duration = Duration::minutes(10);

/// The time for which a password or code counts for what is sensitive.
pub const CONFIRMED_LIFE: Duration = Duration::minutes(15);

/// The most bytes of a browser's name that are kept.
const MAX_USER_AGENT: usize = 200;

/// The content of a session's cookie.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Sealed {
    #[serde(rename = "m")]
    member: MemberId,
    #[serde(rename = "s")]
    secret: String,
    /// The second when the session was last used, about.
    #[serde(rename = "u")]
    used_at: i64,
    /// The second when the member last proved who they are.
    #[serde(rename = "c")]
    confirmed_at: i64,
}

/// A session that counts, and whose it is.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The member's id.
    pub id: MemberId,
    /// The member.
    pub member: Member,
    sealed: Sealed,
    now: Timestamp,
}

/// Begins a session, and returns what its cookie holds.
///
/// # Errors
/// When the store fails; the session may have begun all the same.
pub async fn begin(
    context: Context<'_, impl Store, impl Environment>,
    keys: &LinkKeys,
    member: &MemberId,
    user_agent: &str,
) -> Result<String, StoreError> {
    let now = context.environment.now();
    let secret = random_text(context.environment);
    let session = Session {
        id: id_of(&secret),
        began_at: now,
        user_agent: cut(user_agent),
    };
    change(context, member, MemberChange::SessionBegan(session)).await?;
    let sealed = Sealed {
        member: member.clone(),
        secret,
        used_at: now.as_second(),
        confirmed_at: now.as_second(),
    };
    Ok(seal(keys, &sealed))
}

/// Tells whether a cookie holds a session of ours, whether it counts or not: without asking
/// the store.
#[must_use]
pub fn is_sealed(keys: &LinkKeys, cookie: &str) -> bool {
    keys.open_in(SESSION, cookie).is_some()
}

/// Opens what a cookie holds; `None` if it is no session that counts now.
///
/// # Errors
/// When the store fails.
pub async fn open(
    context: Context<'_, impl Store, impl Environment>,
    keys: &LinkKeys,
    cookie: &str,
) -> Result<Option<SignedIn>, StoreError> {
    let plain = keys.open_in(SESSION, cookie);
    let sealed = plain.and_then(|plain| serde_json::from_slice::<Sealed>(&plain).ok());
    let now = context.environment.now();
    let Some(sealed) = sealed.filter(|sealed| age(sealed.used_at, now) < IDLE_LIFE) else {
        return Ok(None);
    };
    let member = Member::read(context, &sealed.member).await?;
    let id = id_of(&sealed.secret);
    let counts = member.is_active() && member.sessions(now).any(|session| session.id == id);
    Ok(counts.then(|| SignedIn {
        id: sealed.member.clone(),
        member,
        sealed,
        now,
    }))
}

impl SignedIn {
    /// The session's id.
    #[must_use]
    pub fn session(&self) -> String {
        id_of(&self.sealed.secret)
    }

    /// Tells whether the member proved who they are a short while ago.
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        age(self.sealed.confirmed_at, self.now) < CONFIRMED_LIFE
    }

    /// The cookie to keep in the place of one that was used for a while; none if it is
    /// too early for that.
    #[must_use]
    pub fn renewed(&self, keys: &LinkKeys) -> Option<String> {
        (age(self.sealed.used_at, self.now) >= RENEW_AFTER).then(|| {
            let mut sealed = self.sealed.clone();
            sealed.used_at = self.now.as_second();
            seal(keys, &sealed)
        })
    }

    /// The cookie to keep once the member has proved again who they are.
    #[must_use]
    pub fn confirmed(&self, keys: &LinkKeys) -> String {
        let mut sealed = self.sealed.clone();
        sealed.used_at = self.now.as_second();
        sealed.confirmed_at = self.now.as_second();
        seal(keys, &sealed)
    }
}

fn seal(keys: &LinkKeys, sealed: &Sealed) -> String {
    // Ours can always be written as JSON.
    keys.seal_in(SESSION, &serde_json::to_vec(sealed).unwrap_or_default())
}

fn age(second: i64, now: Timestamp) -> Duration {
    Duration::seconds(now.as_second().saturating_sub(second))
}

fn id_of(secret: &str) -> String {
    digest(secret)
}

/// A text of 128 random bits.
pub(super) fn random_text(environment: &impl Environment) -> String {
    format!("{:016x}{:016x}", environment.random(), environment.random())
}

fn cut(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_control()).collect();
    let mut end = plain.len().min(MAX_USER_AGENT);
    while !plain.is_char_boundary(end) {
        end -= 1;
    }
    plain.get(..end).unwrap_or_default().to_owned()
}
