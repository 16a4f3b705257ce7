//! What waits for the merchant's release.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What waits for the merchant's release.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Hold {
    /// No mail leaves before it is released.
    pub mails: bool,
    /// Pages show what was released last, and no mail leaves either: it would
    /// tell of what its page does not show.
    pub page: bool,
}

impl Hold {
    /// Whether mails wait.
    #[must_use]
    pub const fn holds(self) -> bool {
        self.mails || self.page
    }
}
