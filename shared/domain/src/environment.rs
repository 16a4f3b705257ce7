//! Time and chance, as an argument.

use crate::time::Timestamp;

/// The inputs that a host gives beside storage: time and chance.
pub trait Environment {
    /// The time now, by this host's clock.
    fn now(&self) -> Timestamp;

    /// Returns any number, each as likely as the next.
    fn random(&self) -> u64;
}
