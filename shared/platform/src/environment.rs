//! Time and random numbers, from the host.

use wismo_domain::context::Environment;
use wismo_domain::time::Timestamp;

/// The host's clock and its source of random numbers.
#[derive(Clone, Copy, Debug, Default)]
pub struct SpinEnvironment;

impl Environment for SpinEnvironment {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn random(&self) -> u64 {
        spin_sdk::wasip3::random::random::get_random_u64()
    }
}
