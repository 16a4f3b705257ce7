//! Deterministic simulation of the log, the notices and the queue.
//!
//! A seed decides everything: the deliveries, the interleaving of handlers,
//! workers and page views at every call, the deaths and their times, the errors
//! of clocks, and the faults of the store and the provider. After each run, and
//! after recovery, the invariants of ARCHITECTURE.md are checked.
//!
//! `WISMO_SEEDS=100000 cargo test -p wismo-domain --test simulation` runs more
//! schedules (from `WISMO_FIRST_SEED` on; with `WISMO_GO_ON`, it names each that
//! breaks an invariant and goes on); `WISMO_SEED=42` replays one and prints its trace.

#![allow(
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::large_futures,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test stops at what it does not expect"
)]

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

mod check;
mod erp;
mod outside;
mod provider;
mod run;
mod scenario;
mod store;
mod tasks;
mod totals;
mod words;
mod world;

fn from_environment(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn no_schedule_breaks_an_invariant() {
    if let Some(seed) = from_environment("WISMO_SEED") {
        let report = run::run(seed, true);
        println!("{}", report.trace.join("\n"));
        if let Err(violation) = report.verdict {
            panic!("seed {seed}: {violation}");
        }
        return;
    }
    let seeds = from_environment("WISMO_SEEDS").unwrap_or(10_000);
    let first = from_environment("WISMO_FIRST_SEED").unwrap_or(0);
    let next = AtomicU64::new(first);
    let violations = AtomicU64::new(0);
    let worker = || {
        let mut totals = totals::Totals::default();
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= first + seeds {
                return Ok(totals);
            }
            let report = run::run(seed, false);
            if let Err(violation) = &report.verdict {
                if std::env::var("WISMO_GO_ON").is_ok() {
                    println!("seed {seed}: {violation}");
                    violations.fetch_add(1, Ordering::Relaxed);
                    continue;
                }
                next.store(first + seeds, Ordering::Relaxed);
                let trace = run::run(seed, true).trace.join("\n");
                return Err(format!(
                    "seed {seed}: {violation}\n{trace}\nseed {seed}: {violation}\n\
                     (WISMO_SEED={seed} replays it)"
                ));
            }
            totals.add(&report.totals);
        }
    };
    let mut totals = totals::Totals::default();
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(worker)).collect();
        for worker in workers {
            match worker.join().expect("a worker") {
                Ok(own) => totals.add(&own),
                Err(violation) => panic!("{violation}"),
            }
        }
    });
    println!("{seeds} schedules: {totals:?}");
    let violations = violations.into_inner();
    assert_eq!(violations, 0, "schedules that break an invariant");
    // A simulation in which nothing goes wrong does not prove anything.
    if seeds >= 1_000 {
        assert!(totals.crashes > seeds / 10, "{totals:?}");
        assert!(totals.lapses > seeds / 20, "{totals:?}");
        assert!(totals.mails > seeds, "{totals:?}");
        assert!(totals.second_copies > 0, "{totals:?}");
        assert!(totals.released > seeds / 20, "{totals:?}");
        assert!(totals.facts > seeds / 2, "{totals:?}");
        assert!(totals.imported > seeds / 2, "{totals:?}");
        assert!(totals.manual_mail > seeds / 4, "{totals:?}");
        assert!(totals.cancelled > seeds / 40, "{totals:?}");
    }
}

#[test]
fn a_seed_replays_to_the_letter() {
    for seed in [1, 7, 99] {
        let trace = run::run(seed, true).trace;
        assert!(trace.len() > 100, "{trace:?}");
        assert_eq!(run::run(seed, true).trace, trace);
    }
}
