//! Fetches certificates from signers, and keeps those that proved a signature.

use std::cell::RefCell;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, StatusCode};
use wismo_platform::outbound;

use crate::receive::Fetch;

/// Time limit for fetching a certificate. SNS waits 15 s for an answer.
const TIMEOUT: Duration = Duration::from_secs(5);

/// The most certificates that an instance keeps; signers change theirs once a
/// year.
const MAX_KEPT: usize = 8;

thread_local! {
    /// Certificates that have proved a signature, by their address.
    static KEPT: RefCell<Vec<(String, Bytes)>> = const { RefCell::new(Vec::new()) };
}

/// The network, through Spin.
#[derive(Clone, Copy, Debug)]
pub struct Network;

impl Fetch for Network {
    async fn fetch(&self, address: &str) -> Option<Bytes> {
        let request = Request::get(address).body(Bytes::new()).ok()?;
        let response = outbound::request(request, TIMEOUT).await.ok()?;
        // A redirect is not followed: it could lead anywhere.
        (response.status() == StatusCode::OK).then(|| response.into_body())
    }

    fn kept(&self, address: &str) -> Option<Bytes> {
        KEPT.with_borrow(|kept| {
            let found = kept.iter().find(|(at, _)| at == address);
            found.map(|(_, body)| body.clone())
        })
    }

    fn keep(&self, address: &str, body: &Bytes) {
        KEPT.with_borrow_mut(|kept| {
            kept.retain(|(at, _)| at != address);
            if kept.len() >= MAX_KEPT {
                kept.remove(0);
            }
            kept.push((address.to_owned(), body.clone()));
        });
    }
}
