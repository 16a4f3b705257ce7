//! Deterministic simulation of the search index: writers, workers and searches at once, on a
//! store with faults.
//!
//! A seed decides everything: what is written when, how long each call takes, who dies, what
//! a late call does, how old a read is, and how far the hosts' clocks are apart. Every search
//! must find all that was acknowledged before, and nothing that does not fit.
//!
//! `WISMO_SEEDS=100000 cargo test -p wismo-domain --test search` runs more schedules (from
//! `WISMO_FIRST_SEED` on); `WISMO_SEED=42` replays one and prints its trace.

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::large_futures,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect"
)]

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

mod run;
mod shop;
mod store;
mod tasks;
mod world;

use run::Totals;

fn from_environment(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn no_schedule_loses_what_was_listed() {
    if let Some(seed) = from_environment("WISMO_SEED") {
        let report = run::run(seed, true);
        println!("{}", report.trace.join("\n"));
        if let Some(violation) = report.violation {
            panic!("seed {seed}: {violation}");
        }
        return;
    }
    let seeds = from_environment("WISMO_SEEDS").unwrap_or(10_000);
    let first = from_environment("WISMO_FIRST_SEED").unwrap_or(0);
    let next = AtomicU64::new(first);
    let worker = || {
        let mut totals = Totals::default();
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= first + seeds {
                return Ok(totals);
            }
            let report = run::run(seed, false);
            if let Some(violation) = report.violation {
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
    let mut totals = Totals::default();
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
    // A simulation in which nothing goes wrong does not prove anything.
    if seeds >= 1_000 {
        assert!(totals.searches > seeds * 3, "{totals:?}");
        assert!(totals.deaths > seeds, "{totals:?}");
        assert!(totals.late > seeds / 2, "{totals:?}");
        assert!(totals.packed > seeds * 2, "{totals:?}");
        assert!(totals.merged > seeds, "{totals:?}");
        assert!(totals.swept > seeds, "{totals:?}");
        assert!(totals.parts_merged > seeds / 10, "{totals:?}");
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
