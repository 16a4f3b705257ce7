//! Deterministic simulation of the log, the notices and the queue.
//!
//! A seed decides everything: the deliveries, how handlers, workers and page
//! views interleave at every call, who dies and when, how far clocks are off,
//! what the store and the provider do wrong. After each run, and after
//! recovery, the invariants of ARCHITECTURE.md are checked.
//!
//! `WISMO_SEEDS=100000 cargo test -p wismo-domain --test simulation`
//! runs more schedules; `WISMO_SEED=42` replays one and prints its trace.

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

mod check;
mod provider;
mod run;
mod store;
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
    let seeds = from_environment("WISMO_SEEDS").unwrap_or(2_000);
    let mut totals = run::Totals::default();
    for seed in 0..seeds {
        let report = run::run(seed, false);
        if let Err(violation) = &report.verdict {
            println!("seed {seed}: {violation}");
            println!("{}", run::run(seed, true).trace.join("\n"));
            panic!("seed {seed}: {violation}\n(WISMO_SEED={seed} replays it)");
        }
        totals.add(&report.totals);
    }
    println!("{seeds} schedules: {totals:?}");
    // A simulation in which nothing goes wrong proves nothing.
    if seeds >= 1_000 {
        assert!(totals.crashes > seeds / 10, "{totals:?}");
        assert!(totals.lapses > seeds / 20, "{totals:?}");
        assert!(totals.mails > seeds, "{totals:?}");
        assert!(totals.second_copies > 0, "{totals:?}");
        assert!(totals.released > seeds / 20, "{totals:?}");
        assert!(totals.facts > seeds / 2, "{totals:?}");
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
