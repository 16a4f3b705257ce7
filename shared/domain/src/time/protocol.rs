//! The times that the protocol rests on: how long work may take, and from when it
//! counts as given up.

use crate::time::Duration;

/// The time for which an attempt is left alone before it counts as dead. It
/// must exceed [`GIVE_UP`], [`SEND_TIMEOUT`], one call to the store, and twice
/// the difference between two hosts' clocks, together.
pub const LEASE: Duration = Duration::seconds(60);

/// The time for which a worker may act on what it read: begin to write or to send.
pub const GIVE_UP: Duration = Duration::seconds(20);

/// The time that one call to a provider may take: the caller ends it then.
pub const SEND_TIMEOUT: Duration = Duration::seconds(15);
