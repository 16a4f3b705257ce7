//! The order in which a walk processes what is due.

use crate::context::Environment;
use crate::storage::Numbered;
use crate::storage::keys::IMPORTS;

/// An entry that is due.
pub(super) struct Due {
    pub(super) shard: u8,
    pub(super) q: u64,
    /// The bucket of shops whose work it is, if that is known.
    pub(super) bucket: Option<u8>,
}

/// The order in which a walk processes what is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fairness {
    /// One entry of each shop, then a second of each, so that no shop waits
    /// behind another's backlog.
    RoundRobin,
    /// A random order. A job that traps its worker may be among the first of
    /// every turn; whoever drains after a drain that died gets past it by chance.
    Random,
}

/// Puts what is due in the order in which it is processed.
pub(super) fn arrange(
    mut due: Vec<Due>,
    fairness: Fairness,
    environment: &impl Environment,
) -> Vec<Due> {
    shuffle(&mut due, environment);
    if fairness == Fairness::Random {
        return due;
    }
    // A shop's imports come before its jobs: each batch brings many jobs, and the
    // pages of the orders in the remaining batches would wait for them all.
    due.sort_by_key(|one| one.shard != IMPORTS);
    let mut turns: Numbered<usize> = Numbered::default();
    let mut in_turn: Vec<(usize, Due)> = Vec::with_capacity(due.len());
    for one in due {
        let bucket = one.bucket.map_or(u64::MAX, u64::from);
        let turn = turns.entry(bucket).or_default();
        in_turn.push((*turn, one));
        *turn += 1;
    }
    in_turn.sort_by_key(|(turn, _)| *turn);
    in_turn.into_iter().map(|(_, one)| one).collect()
}

/// Shuffles by the method of Fisher and Yates.
fn shuffle<T>(things: &mut [T], environment: &impl Environment) {
    for last in (1..things.len()).rev() {
        let other = environment.random() % (last as u64 + 1);
        things.swap(last, usize::try_from(other).unwrap_or_default());
    }
}
