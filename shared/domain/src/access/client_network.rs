//! The network that a request comes from, as a proxy in front of Wismo names it.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use crate::storage::keys::digest;

/// A network of one client: an IPv4 address, or the first 64 bits of an IPv6 address, of
/// which whoever has one has all (RFC 6177). It is known by a digest alone.
#[derive(Clone, PartialEq, Eq)]
pub struct ClientNetwork(String);

impl fmt::Debug for ClientNetwork {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ClientNetwork")
    }
}

impl ClientNetwork {
    /// Reads the value of a header field: an address, with a port or without, or a list of
    /// them, of which the proxy itself wrote the last. None if it holds no address.
    #[must_use]
    pub fn parse(value: &str) -> Option<Self> {
        let last = value.rsplit(',').next().unwrap_or_default().trim();
        let bare = last.trim_start_matches('[').trim_end_matches(']');
        let with_port = || last.parse().map(|address: SocketAddr| address.ip());
        let address: IpAddr = bare.parse().or_else(|_| with_port()).ok()?;
        let network = match address.to_canonical() {
            IpAddr::V4(address) => IpAddr::V4(address),
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
            }
        };
        Some(Self(digest(network.to_string())))
    }

    /// The digest by which it is known.
    pub(super) fn digest(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_client_are_one_network() {
        let network = |text| ClientNetwork::parse(text);
        for (one, other) in [
            ("192.0.2.7", "192.0.2.7:51234"),
            ("192.0.2.7", "::ffff:192.0.2.7"),
            ("192.0.2.7", "198.51.100.1, 192.0.2.7"),
            ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9"),
            ("2001:db8:1:2::1", "[2001:db8:1:2::1]:443"),
            ("2001:db8:1:2::1", "[2001:db8:1:2::1]"),
        ] {
            assert!(network(one).is_some(), "{one}");
            assert_eq!(network(one), network(other), "{one} {other}");
        }
        assert_ne!(network("192.0.2.7"), network("192.0.2.8"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        for nothing in ["", "unknown", "192.0.2", "192.0.2.7, ", "_hidden"] {
            assert_eq!(network(nothing), None, "{nothing}");
        }
    }
}
