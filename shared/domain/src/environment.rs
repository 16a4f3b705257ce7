//! The time and chance, as an argument.

use crate::time::Timestamp;

/// What a host gives beside storage: the time, and chance.
pub trait Environment {
    /// Now, by this host's clock.
    fn now(&self) -> Timestamp;

    /// Any number, each as likely as the next.
    fn random(&self) -> u64;
}
