//! Wismo end to end: what goes in and comes out through HTTP, a file per route.
//!
//! The tests run on the embedded host; with `WISMO_RUNTIME=spin` they run on
//! the `spin` that is on the PATH. Those that look inside the host (what a
//! request asked of the store) are in `store_calls.rs` and need the embedded one.

mod browser;
mod harness;
mod hooks;
mod invariants;
mod kill;
mod mail_drain;
mod mail_preview;
mod settings;
mod status;
mod store_calls;
