//! Wismo end to end: the requests and answers over HTTP, a file per route.
//!
//! The tests run on the embedded host; with `WISMO_RUNTIME=spin` they run on
//! the `spin` that is on the PATH. Those that look inside the host (at what a
//! request asked of the store) are in `store_calls.rs` and need the embedded one.

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

mod bodies;
mod browser;
mod cases_input;
mod cases_order;
mod cases_platforms;
mod cost;
mod dates;
mod desk_attacks;
mod desk_customers;
mod desk_doors;
mod desk_join;
mod desk_mails;
mod desk_notes;
mod desk_odd_forms;
mod desk_order_list;
mod desk_order_page;
mod desk_orders;
mod desk_people;
mod desk_rehearse;
mod desk_roles;
mod desk_script;
mod desk_search;
mod desk_settings;
mod desk_sign_in;
mod desk_statuses;
mod desk_tasks;
mod desk_templates;
mod desk_uploads;
mod desk_walk;
mod docs;
mod documents;
mod growth;
mod harness;
mod hooks;
mod hooks_shopify;
mod invariants;
mod kill;
mod mail_drain;
mod mail_events;
mod mail_faults;
mod mail_moto;
mod mail_outage;
mod mail_preview;
mod mail_providers;
mod openapi;
mod readme;
mod settings;
mod sign_ins;
mod sources;
mod status;
mod status_access;
mod status_headers;
mod status_lookup;
mod status_mails;
mod status_page;
mod status_tokens;
mod store_calls;
mod sync_bulk;
mod sync_import;
mod sync_part;
mod sync_release;
mod told_days;
mod told_first_seen;
mod told_first_word;
mod told_held;
mod told_many;
mod told_once;
