//! Hosts that a test plays on this machine. Spin does not have this: it stands in for
//! the name, the address and the certificate that such a host would have.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use http::Request;
use http::uri::{Authority, Scheme, Uri};

/// The hosts that are played, each with its address.
#[derive(Clone, Debug, Default)]
pub(crate) struct StandIns(Arc<Mutex<BTreeMap<String, SocketAddr>>>);

impl StandIns {
    /// Has `host` played at `address` from now on, in plain HTTP.
    pub(crate) fn play(&self, host: &str, address: SocketAddr) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(host.to_owned(), address);
    }

    /// Redirects a request to an `https` host that is played to the address that plays it.
    pub(crate) fn lead<B>(&self, request: &mut Request<B>) -> Result<()> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let uri = request.uri();
        let played = uri.host().and_then(|host| all.get(host));
        let Some(address) = played.filter(|_| uri.scheme() == Some(&Scheme::HTTPS)) else {
            return Ok(());
        };
        let mut parts = uri.clone().into_parts();
        parts.scheme = Some(Scheme::HTTP);
        parts.authority = Some(address.to_string().parse::<Authority>()?);
        *request.uri_mut() = Uri::from_parts(parts)?;
        Ok(())
    }
}
