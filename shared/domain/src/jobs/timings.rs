//! The timing by which each shop's news wait now: a change of settings reaches
//! news that waited before it.

use super::cursor::bucket;
use crate::context::Environment;
use crate::notices::Mailer;
use crate::settings::Timing;
use crate::storage::Numbered;
use crate::storage::together::join_all;
use crate::time::Timestamp;

/// The number of shops that are asked at once.
const AT_ONCE: usize = 8;

/// The timings of the shops of each bucket, if all of them are known.
#[derive(Debug, Default)]
pub(super) struct Timings(Numbered<Option<Vec<Timing>>>);

impl Timings {
    /// Reads the timings of some buckets' shops, until `until`. A timing
    /// that is not known by then, or that could not be read, is left to a later
    /// drain: until then, what waits by it waits on.
    pub(super) async fn of(
        mailer: &impl Mailer,
        environment: &impl Environment,
        mut buckets: Vec<u8>,
        until: Timestamp,
    ) -> Self {
        buckets.sort_unstable();
        buckets.dedup();
        let mut shops = mailer.shops();
        shops.retain(|shop| buckets.binary_search(&bucket(shop)).is_ok());
        // Starts anywhere, so that of very many shops it is not always the same that are asked.
        if shops.len() > AT_ONCE {
            let first = environment.random() % (shops.len() as u64);
            shops.rotate_left(usize::try_from(first).unwrap_or_default());
        }
        let mut timings = Self::default();
        for some in shops.chunks(AT_ONCE) {
            let has_time = environment.now() < until;
            let asked = some.iter().map(|shop| async move {
                let rules = match has_time {
                    true => mailer.rules(shop).await.unwrap_or_default(),
                    false => None,
                };
                rules.map(|rules| rules.timing(shop))
            });
            for (shop, timing) in some.iter().zip(join_all(asked).await) {
                timings.note(bucket(shop), timing);
            }
        }
        timings
    }

    /// Tells whether no shop of a bucket has this timing any more.
    pub(super) fn is_past(&self, bucket: u8, timing: Timing) -> bool {
        match self.0.get(&bucket.into()) {
            Some(Some(known)) => !known.contains(&timing),
            Some(None) | None => false,
        }
    }

    /// Notes a shop's timing, or that it is not known.
    pub(super) fn note(&mut self, bucket: u8, timing: Option<Timing>) {
        let others = self
            .0
            .remove(&bucket.into())
            .unwrap_or_else(|| Some(Vec::new()));
        let all = others.zip(timing).map(|(mut all, timing)| {
            all.push(timing);
            all
        });
        self.0.insert(bucket.into(), all);
    }
}
