//! A mail that the merchant sends by hand.

use serde::{Deserialize, Serialize};

use crate::mail::Mail;
use crate::templates::TemplateUse;

/// A mail that the merchant sends by hand: complete, as they saw it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManualMail {
    /// The mail.
    pub mail: Mail,
    /// The id by which a second request for the same mail is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The notice whose mail it sends again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resends: Option<u64>,
    /// The template whose words it carries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<TemplateUse>,
}
