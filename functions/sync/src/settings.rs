//! The variables that this component reads, once per instance.

use std::rc::Rc;

use wismo_domain::access::secret::Secret;
use wismo_domain::shop::Shop;
use wismo_platform::once::Once;
use wismo_platform::settings::{self, SettingError};

/// The component's settings.
#[derive(Debug)]
pub struct Settings {
    /// `shops`.
    pub shops: Vec<Shop>,
    /// `job_secret`: opens the mail component.
    pub job_secret: Secret,
}

thread_local! {
    static SETTINGS: Once<Settings> = const { Once::new() };
}

/// Returns the settings, and reads them if they have not been read yet.
///
/// # Errors
/// When a variable is missing or malformed; the next request looks again.
pub async fn settings() -> Result<Rc<Settings>, SettingError> {
    Once::get(&SETTINGS, async || {
        Ok(Settings {
            shops: settings::shops().await?,
            job_secret: settings::job_secret().await?,
        })
    })
    .await
}
