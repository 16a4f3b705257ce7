//! Wismo on its own host: `cargo run` serves the application of `spin.toml`
//! with nothing installed but Rust, and the end-to-end tests run on it.
//!
//! The host follows the behaviour of Spin 4.1 and does not have any feature that
//! Spin lacks; where a rule is Spin's, the code names the source it comes from.

#![forbid(unsafe_code)]

mod host;
pub mod recorder;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use host::{Log, Options, Running, State, StoreCounts, start};

/// Wismo's own `spin.toml`.
pub fn manifest() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("spin.toml")
}

/// The values that environment variables `SPIN_VARIABLE_NAME` give to
/// variables `name`, as for Spin.
pub fn variables_from_env() -> BTreeMap<String, String> {
    std::env::vars_os()
        .filter_map(|(name, value)| {
            let name = name.to_str()?.strip_prefix("SPIN_VARIABLE_")?;
            Some((name.to_ascii_lowercase(), value.into_string().ok()?))
        })
        .collect()
}
