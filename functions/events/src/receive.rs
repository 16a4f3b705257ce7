//! The whole way of a delivery: what its check needs is fetched, it is
//! verified, read and recorded. Spin is not needed for it.

use bytes::Bytes;
use wismo_domain::store::StoreError;
use wismo_domain::time::Timestamp;
use wismo_webhook::{Incoming, Unverified};

use super::{BadBody, Fetched, Happening, NotAuthentic, Source};

/// Fetches certificates, and keeps them for a while.
pub trait Fetch {
    /// What lies at an address: `None` where it cannot be had now. It must
    /// follow no redirect, and have limits of size and time.
    fn fetch(&self, address: &str) -> impl Future<Output = Option<Bytes>>;

    /// What was kept of an address.
    fn kept(&self, address: &str) -> Option<Bytes>;

    /// Keeps what lies at an address, for it has proved a signature.
    fn keep(&self, address: &str, body: &Bytes);
}

/// What came of a delivery that was taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Received {
    /// How many happenings were recorded.
    pub recorded: usize,
    /// How many are about mails that are not ours.
    pub foreign: usize,
    /// How many events could not be read.
    pub unread: usize,
    /// Whether a subscription was confirmed.
    pub confirmed: bool,
}

/// Why a delivery was not taken.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Nobody knows who sent it.
    #[error(transparent)]
    NotAuthentic(#[from] NotAuthentic),
    /// It is authentic, and cannot be read.
    #[error(transparent)]
    BadBody(#[from] BadBody),
    /// The signer's certificate, or the address that confirms a subscription,
    /// was not to be had.
    #[error("the signer did not answer: send it again")]
    NotFetched,
    /// What happened could not be recorded.
    #[error("{0}")]
    Store(StoreError),
}

impl Fault {
    /// The kind of fault, in a word: one of few, whatever was sent.
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

/// Takes a delivery. `record` keeps what happened and answers how much of it is
/// of mails of ours; it is not called for nothing.
///
/// # Errors
/// When it is not authentic or cannot be read; when something could not be
/// fetched or recorded, and it should be sent again.
pub async fn receive(
    incoming: Incoming<Unverified>,
    source: &Source,
    network: &impl Fetch,
    now: Timestamp,
    record: impl AsyncFnOnce(Vec<Happening>) -> Result<usize, StoreError>,
) -> Result<Received, Fault> {
    let wanted = source.wants(&incoming, now)?;
    let mut fetched = Fetched::default();
    let mut new = Vec::new();
    for address in wanted {
        let body = match network.kept(&address) {
            Some(body) => body,
            None => {
                let body = network.fetch(&address).await.ok_or(Fault::NotFetched)?;
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
        network.fetch(address).await.ok_or(Fault::NotFetched)?;
    }
    let all = parsed.happenings.len();
    let recorded = match all {
        0 => 0,
        _ => record(parsed.happenings).await.map_err(Fault::Store)?,
    };
    Ok(Received {
        recorded,
        foreign: all.saturating_sub(recorded),
        unread: parsed.unread,
        confirmed: parsed.confirm.is_some(),
    })
}
