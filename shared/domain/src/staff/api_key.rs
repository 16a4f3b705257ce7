//! The keys of the desk's API: made by owners, for programs. A key is sealed like a
//! link, so a forged one costs no store call.

use serde::{Deserialize, Serialize};

use super::Access;
use super::member::{Member, MemberId};
use super::session::random_text;
use crate::access::link::LinkKeys;
use crate::access::secret::Secret;
use crate::context::{Context, Environment};
use crate::storage::event_log::{Projected, Projection};
use crate::storage::keys::{api_key_used, api_keys_log, digest};
use crate::storage::record::{self, Record, encode};
use crate::storage::{Numbered, Store, StoreError};
use crate::time::{Duration, Timestamp};

/// The beginning of every key, by which scanners for leaked secrets know it.
const PREFIX: &str = "wismo_";

/// The context that binds a key to its use of the keys.
const API_KEY: &[u8] = b"wismo api key 1";

/// The time for which a use is not noted again: so a busy key costs few writes.
const NOTED_FOR: Duration = Duration::hours(1);

/// A key as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiKey {
    /// The name that its owner gave it.
    pub name: String,
    /// The permissions that it gives.
    pub access: Access,
    /// The member who made it.
    pub made_by: MemberId,
    /// The time when it was made.
    pub made_at: Timestamp,
    digest: String,
}

impl ApiKey {
    /// Tells whether its maker can sign in, and may do all that it may.
    #[must_use]
    pub fn is_covered_by(&self, maker: &Member) -> bool {
        maker.is_active() && self.access.is_within(maker.access())
    }
}

/// Something that happened to the keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApiKeyEvent {
    /// A key was made.
    Made(ApiKey),
    /// The key of this number was revoked.
    Revoked(u64),
}

impl Record for ApiKeyEvent {
    const VERSION: u32 = 1;
}

/// The keys that count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiKeys {
    keys: Numbered<ApiKey>,
    revoked: Vec<u64>,
}

impl Record for ApiKeys {
    const VERSION: u32 = 1;
}

impl Projection for ApiKeys {
    type Event = ApiKeyEvent;

    fn apply(&mut self, n: u64, event: ApiKeyEvent) {
        match event {
            ApiKeyEvent::Made(key) => {
                self.keys.insert(n, key);
            }
            ApiKeyEvent::Revoked(key) => self.revoked.push(key),
        }
        let revoked = &self.revoked;
        self.keys.retain(|n, _| !revoked.contains(n));
    }
}

impl ApiKeys {
    /// Reads the keys.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn read(
        context: Context<'_, impl Store, impl Environment>,
    ) -> Result<Self, StoreError> {
        let projected: Projected<Self> = api_keys_log().read_and_keep(context).await?;
        Ok(projected.projection)
    }

    /// The keys by their numbers, the oldest first.
    pub fn all(&self) -> impl Iterator<Item = (u64, &ApiKey)> {
        self.keys.iter().map(|(n, key)| (*n, key))
    }
}

/// Makes a key, and returns its text, which is shown once.
///
/// # Errors
/// When the store fails; the key may be there all the same, but nobody knows it.
pub async fn make(
    context: Context<'_, impl Store, impl Environment>,
    keys: &LinkKeys,
    made_by: &MemberId,
    name: &str,
    access: Access,
) -> Result<Secret, StoreError> {
    let secret = random_text(context.environment);
    let key = ApiKey {
        name: name.to_owned(),
        access,
        made_by: made_by.clone(),
        made_at: context.environment.now(),
        digest: digest(&secret),
    };
    api_keys_log()
        .append(context.store, &ApiKeyEvent::Made(key))
        .await?;
    let sealed = keys.seal_in(API_KEY, secret.as_bytes());
    Ok(Secret::new(format!("{PREFIX}{sealed}")))
}

/// Revokes a key. One that is revoked stays so.
///
/// # Errors
/// When the store fails; the key may be revoked all the same.
pub async fn revoke(
    context: Context<'_, impl Store, impl Environment>,
    key: u64,
) -> Result<(), StoreError> {
    let event = ApiKeyEvent::Revoked(key);
    api_keys_log().append(context.store, &event).await?;
    Ok(())
}

/// Tells whether a text has the form of a key.
#[must_use]
pub fn is_one(text: &str) -> bool {
    text.starts_with(PREFIX)
}

/// Finds the key that somebody shows, and notes that it was used. A key counts only as long
/// as the member who made it can sign in and may do all that it may: whoever is suspended
/// keeps no way in.
///
/// # Errors
/// When the store fails.
pub async fn shown(
    context: Context<'_, impl Store, impl Environment>,
    keys: &LinkKeys,
    text: &str,
) -> Result<Option<ApiKey>, StoreError> {
    let sealed = text.strip_prefix(PREFIX);
    let Some(secret) = sealed.and_then(|sealed| keys.open_in(API_KEY, sealed)) else {
        return Ok(None);
    };
    let secret = digest(&secret);
    let known = ApiKeys::read(context).await?;
    let found = known.all().find(|(_, key)| key.digest == secret);
    let Some((n, key)) = found else {
        return Ok(None);
    };
    let maker = Member::read(context, &key.made_by).await?;
    if !key.is_covered_by(&maker) {
        return Ok(None);
    }
    note(context, n).await?;
    Ok(Some(key.clone()))
}

/// The time of a key's last use.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Used(Timestamp);

impl Record for Used {
    const VERSION: u32 = 1;
}

async fn note(
    context: Context<'_, impl Store, impl Environment>,
    key: u64,
) -> Result<(), StoreError> {
    let now = context.environment.now();
    let last = used_at(context.store, key).await?;
    if last.is_some_and(|last| now.duration_since(last) < NOTED_FOR) {
        return Ok(());
    }
    let stored = encode(&Used(now))?;
    context.store.set(&api_key_used(key), stored).await
}

/// Reads when a key was last used, to the hour.
///
/// # Errors
/// When the store fails.
pub async fn used_at(store: &impl Store, key: u64) -> Result<Option<Timestamp>, StoreError> {
    let used = record::read(store, &api_key_used(key)).await?;
    Ok(used.map(|Used(at)| at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::staff::Role;
    use crate::staff::member::{MemberChange, change};
    use crate::staff::password::Password;
    use crate::storage::MemoryStore;
    use futures::executor::block_on;

    struct Still;

    impl Environment for Still {
        fn now(&self) -> Timestamp {
            Timestamp::UNIX_EPOCH
        }

        fn random(&self) -> u64 {
            7
        }
    }

    #[test]
    fn a_key_counts_as_long_as_its_maker_may_do_as_much() {
        let store = MemoryStore::default();
        let context = Context::new(&store, &Still);
        let keys = LinkKeys::from_setting("a-link-secret-of-32-bytes-or-more").unwrap();
        let ada = MemberId::of_address("ada@example.com");
        let becomes = |event| block_on(change(context, &ada, event)).unwrap();
        let of = |role, shop: &str| Access {
            role,
            shops: Some(vec![shop.to_owned()]),
            ..Access::default()
        };
        becomes(MemberChange::Invited {
            address: "ada@example.com".to_owned(),
            name: "Ada".to_owned(),
            access: Access::everything(),
        });
        let peppered = Password::typed("four words on paper").peppered(&keys);
        becomes(MemberChange::Password(peppered.stored("hash".to_owned())));
        let north = of(Role::Agent, "north");
        let made = block_on(make(context, &keys, &ada, "ERP", north)).unwrap();
        let counts = || {
            let found = block_on(shown(context, &keys, made.reveal())).unwrap();
            found.is_some()
        };
        assert!(counts());
        for (event, still) in [
            (MemberChange::Suspended(true), false),
            (MemberChange::Suspended(false), true),
            (MemberChange::Access(of(Role::Viewer, "north")), false),
            (MemberChange::Access(of(Role::Owner, "south")), false),
            (MemberChange::Access(of(Role::Owner, "north")), true),
        ] {
            let name = format!("{event:?}");
            becomes(event);
            assert_eq!(counts(), still, "{name}");
        }
    }
}
