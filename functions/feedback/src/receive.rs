//! The whole processing of a delivery: fetches what its check needs, verifies,
//! reads and records it. It does not need Spin.

use bytes::Bytes;
use wismo_domain::storage::StoreError;
use wismo_domain::time::Timestamp;
use wismo_webhook::{Incoming, Unverified};

use super::{BadBody, Fetched, Happening, NotAuthentic, Source};

/// Fetches certificates, and keeps them for a while.
pub trait Fetch {
    /// Fetches the content at an address; `None` if it cannot be had now. It
    /// must follow no redirect, and limit size and time.
    fn fetch(&self, address: &str) -> impl Future<Output = Option<Bytes>>;

    /// The content that was kept for an address.
    fn kept(&self, address: &str) -> Option<Bytes>;

    /// Keeps the content of an address, which has proved a signature.
    fn keep(&self, address: &str, body: &Bytes);
}

/// The result of a delivery that was taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Received {
    /// The number of happenings that were recorded.
    pub recorded: usize,
    /// The number of happenings that are about mails that are not ours.
    pub foreign: usize,
    /// The number of events that could not be read.
    pub unread: usize,
    /// True if a subscription was confirmed.
    pub confirmed: bool,
}

/// The reason why a delivery was not taken.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    /// Its sender is not proved.
    #[error(transparent)]
    NotAuthentic(#[from] NotAuthentic),
    /// The delivery is authentic, but cannot be read.
    #[error(transparent)]
    BadBody(#[from] BadBody),
    /// The signer's certificate, or the address that confirms a subscription,
    /// could not be fetched.
    #[error("the signer did not answer: send it again")]
    NotFetched,
    /// The happenings could not be recorded.
    #[error("{0}")]
    Store(StoreError),
}

impl NotTaken {
    /// The kind of fault, in a word: one of a few, whatever was sent.
    #[must_use]
    pub const fn cause(&self) -> &'static str {
        match self {
            Self::NotAuthentic(fault) => fault.cause(),
            Self::BadBody(_) => "body",
            Self::NotFetched => "fetch",
            Self::Store(_) => "store",
        }
    }
}

/// Takes a delivery. `record` keeps what happened and returns how many
/// happenings are about mails of ours; it is not called if nothing happened.
///
/// # Errors
/// When the delivery is not authentic or cannot be read; or when something
/// could not be fetched or recorded, so that it should be sent again.
pub async fn receive(
    incoming: Incoming<Unverified>,
    source: &Source,
    network: &impl Fetch,
    now: Timestamp,
    record: impl AsyncFnOnce(Vec<Happening>) -> Result<usize, StoreError>,
) -> Result<Received, NotTaken> {
    let wanted = source.wants(&incoming, now)?;
    let mut fetched = Fetched::default();
    let mut new = Vec::new();
    for address in wanted {
        let body = match network.kept(&address) {
            Some(body) => body,
            None => {
                let body = network.fetch(&address).await.ok_or(NotTaken::NotFetched)?;
                new.push((address.clone(), body.clone()));
                body
            }
        };
        fetched.insert(address, body);
    }
    let verified = source.verify(incoming, &fetched, now)?;
    for (address, body) in &new {
        network.keep(address, body);
    }
    let parsed = source.parse(&verified, now)?;
    if let Some(address) = &parsed.confirm {
        network.fetch(address).await.ok_or(NotTaken::NotFetched)?;
    }
    let all = parsed.happenings.len();
    let recorded = match all {
        0 => 0,
        _ => record(parsed.happenings).await.map_err(NotTaken::Store)?,
    };
    Ok(Received {
        recorded,
        foreign: all.saturating_sub(recorded),
        unread: parsed.unread,
        confirmed: parsed.confirm.is_some(),
    })
}
