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

/// Waits until it is one's turn. Everybody draws a number of this second; whoever draws a
/// high one sleeps, which holds no thread.
async fn wait_for_turn(
    context: Context<'_, impl Store, impl Environment>,
) -> Result<(), NotHashed> {
    let second = context.environment.now().as_second();
    let drawn = context.store.increment(&hashes_in_second(second)).await?;
    if drawn == 1 {
        // The store lists nothing, so whoever comes first clears what is surely over.
        let old = hashes_in_second(second - OLD);
        context.store.delete(old.as_str()).await?;
    }
    let wait = (drawn - 1) / IN_A_SECOND;
    if wait > MAX_WAIT {
        return Err(NotHashed::Busy);
    }
    if wait > 0 {
        spin_sdk::time::sleep(Duration::from_secs(wait)).await;
    }
    Ok(())
}
