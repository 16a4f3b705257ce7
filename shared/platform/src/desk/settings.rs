//! The variables that the desk's components read, once per instance.

use std::rc::Rc;

use crate::once::Once;
use crate::settings::{self, SettingError};
use wismo_domain::secret::Secret;
use wismo_domain::shop::Shop;

/// A component's settings.
pub struct Settings {
    /// `shops`.
    pub shops: Vec<Shop>,
    /// `desk_api_key`: guards the desk.
    pub desk_api_key: Secret,
    /// `job_secret`: opens the mail component.
    pub job_secret: Secret,
}

thread_local! {
    static SETTINGS: Once<Settings> = const { Once::new() };
}

/// Reads the settings.
///
/// # Errors
/// When a variable is missing or malformed; the next request looks again.
pub async fn settings() -> Result<Rc<Settings>, SettingError> {
    Once::get(&SETTINGS, async || {
        Ok(Settings {
            shops: settings::shops().await?,
            desk_api_key: settings::desk_api_key().await?,
            job_secret: settings::job_secret().await?,
        })
    })
    .await
}
