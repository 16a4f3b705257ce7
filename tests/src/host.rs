//! The embedded host: a library that does for Wismo what `spin up` does.

mod allowed_hosts;
mod app;
mod bindings;
mod build;
mod clock;
mod component;
mod counts;
mod instances;
mod keyvalue;
mod log;
mod manifest;
mod outbound;
mod request;
mod routes;
mod running;
mod server;
mod stand_ins;
mod start;
mod variables;

pub use counts::StoreCounts;
pub use running::Running;
pub use start::{Log, Options, State, start};
