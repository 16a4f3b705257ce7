//! The news that wait for the merchant's release.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The news that wait for the merchant's release.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Hold {
    /// True if no mail leaves before it is released.
    pub mails: bool,
    /// True if pages show what was released last. No mail leaves then either:
    /// it would tell what its page does not show.
    pub page: bool,
}

impl Hold {
    /// Tells whether mails wait.
    #[must_use]
    pub const fn holds(self) -> bool {
        self.mails || self.page
    }
}
