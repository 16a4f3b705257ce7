//! The variables that this component reads, once per instance.

use std::rc::Rc;

use wismo_domain::access::link::LinkKeys;
use wismo_domain::shop::Shop;
use wismo_platform::once::Once;
use wismo_platform::settings::{self, SettingError};

/// The component's settings.
pub struct Settings {
    /// `shops`.
    pub shops: Vec<Shop>,
    /// `link_secret`: opens the links.
    pub link_keys: LinkKeys,
    /// `public_url`: the address of this installation, without a slash at the
    /// end.
    pub public_url: String,
}

impl Settings {
    /// The shop of this id.
    #[must_use]
    pub fn shop(&self, id: &str) -> Option<&Shop> {
        self.shops.iter().find(|shop| shop.id == id)
    }
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
            link_keys: settings::link_keys().await?,
            public_url: settings::public_url().await?,
        })
    })
    .await
}
