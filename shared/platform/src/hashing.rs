//! Hashes of passwords, by the component `sign`, and no more of them in a second than
//! this machine should spend on strangers.

use std::time::Duration;

use bytes::Bytes;
use http::{StatusCode, header};
use serde::Deserialize;
use serde_json::json;
use wismo_domain::access::secret::Secret;
use wismo_domain::context::{Context, Environment};
use wismo_domain::storage::keys::hashes_in_second;
use wismo_domain::storage::{Store, StoreError};

use crate::outbound;

/// The hashes that are begun in a second: with about a tenth of a second of computing
/// each, they take a fifth of a core, whoever asks.
const IN_A_SECOND: u64 = 2;

/// The longest wait for one's turn, in seconds.
const MAX_WAIT: u64 = 10;

/// The age of the counters that are deleted, in seconds: nobody waits for them any more.
const OLD: i64 = 30;

/// Time that a hash may take, with what waits before it in its instance.
const TIMEOUT: Duration = Duration::from_secs(30);

/// The reason why nothing was hashed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotHashed {
    /// Too many others wait.
    #[error("too many passwords are being checked")]
    Busy,
    /// The component `sign` did not answer as it should.
    #[error("the component `sign` did not answer")]
    NoAnswer,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Hashes a text, with a new salt.
///
/// # Errors
/// When it is not one's turn in time, or nobody answers.
pub async fn hash(
    context: Context<'_, impl Store, impl Environment>,
    text: &Secret,
) -> Result<String, NotHashed> {
    #[derive(Deserialize)]
    struct Made {
        hash: String,
    }
    let Made { hash } = ask(context, &json!({ "text": text.reveal() })).await?;
    Ok(hash)
}

/// Tells whether a hash is that of a text.
///
/// # Errors
/// As for [`hash`].
pub async fn fits(
    context: Context<'_, impl Store, impl Environment>,
    text: &Secret,
    hash: &str,
) -> Result<bool, NotHashed> {
    #[derive(Deserialize)]
    struct Compared {
        fits: bool,
    }
    let body = json!({ "text": text.reveal(), "hash": hash });
    let Compared { fits } = ask(context, &body).await?;
    Ok(fits)
}

async fn ask<T: serde::de::DeserializeOwned>(
    context: Context<'_, impl Store, impl Environment>,
    body: &serde_json::Value,
) -> Result<T, NotHashed> {
    wait_for_turn(context).await?;
    let request = http::Request::post("http://sign.spin.internal/hash")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Bytes::from(body.to_string()))
        .map_err(|_| NotHashed::NoAnswer)?;
    let answer = outbound::request(request, TIMEOUT).await;
    let answer = answer.map_err(|_| NotHashed::NoAnswer)?;
    if answer.status() != StatusCode::OK {
        return Err(NotHashed::NoAnswer);
    }
    serde_json::from_slice(answer.body()).map_err(|_| NotHashed::NoAnswer)
}

/// Waits until it is one's turn. Whoever waits sleeps, which holds no thread.
async fn wait_for_turn(
    context: Context<'_, impl Store, impl Environment>,
) -> Result<(), NotHashed> {
    let second = context.environment.now().as_second();
    match turn(context.store, second).await? {
        Some(0) => Ok(()),
        Some(wait) => {
            spin_sdk::time::sleep(Duration::from_secs(wait)).await;
            Ok(())
        }
        None => Err(NotHashed::Busy),
    }
}

/// Takes a turn in the first second that has one left, and returns the seconds until then;
/// none if all of them are taken.
async fn turn(store: &impl Store, second: i64) -> Result<Option<u64>, StoreError> {
    for wait in 0..=MAX_WAIT {
        let at = second.saturating_add_unsigned(wait);
        let counter = hashes_in_second(at);
        // Of the seconds to come, those that are full are only looked at.
        if wait > 0 && store.count(&counter).await? >= IN_A_SECOND {
            continue;
        }
        let drawn = store.increment(&counter).await?;
        if drawn == 1 {
            // The store lists nothing, so whoever comes first clears what is surely over.
            store.delete(hashes_in_second(at - OLD).as_str()).await?;
        }
        if drawn <= IN_A_SECOND {
            return Ok(Some(wait));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures::executor::block_on;
    use wismo_domain::storage::MemoryStore;

    #[test]
    fn of_any_number_who_ask_two_begin_in_each_second() {
        let store = MemoryStore::default();
        let mut begun = std::collections::BTreeMap::new();
        for second in 1000..1060 {
            for _ in 0..20 {
                if let Some(wait) = block_on(turn(&store, second)).unwrap() {
                    assert!(wait <= MAX_WAIT, "{wait}");
                    *begun
                        .entry(second.saturating_add_unsigned(wait))
                        .or_insert(0) += 1;
                }
            }
        }
        assert_eq!(begun.len(), 70);
        assert!(begun.values().all(|begun| *begun == 2), "{begun:?}");
    }

    #[test]
    fn who_comes_alone_waits_for_nobody_and_counts_once() {
        let store = MemoryStore::default();
        for _ in 0..2 {
            assert_eq!(block_on(turn(&store, 1000)).unwrap(), Some(0));
        }
        assert_eq!(block_on(turn(&store, 1000)).unwrap(), Some(1));
        let counted = |second| block_on(store.count(&hashes_in_second(second))).unwrap();
        assert_eq!((counted(1000), counted(1001), counted(1002)), (3, 1, 0));
    }
}
