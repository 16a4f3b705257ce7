//! What `cargo run` shows when no shops are configured.

use anyhow::Result;
use wismo::{Options, Running};

/// Changes the options before the start.
pub(crate) fn prepare(_options: &mut Options) {}

/// Acts on the running application.
///
/// # Errors
/// None so far.
pub(crate) fn begin(_running: &Running) -> Result<()> {
    Ok(())
}
