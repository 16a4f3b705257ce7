//! The variables that this component reads, once per instance.

use std::rc::Rc;

use wismo_domain::access::link::LinkKeys;
use wismo_domain::shop::Shop;
use wismo_platform::config::{self, ConfigError};
use wismo_platform::once::Once;

/// The component's configuration: its Spin variables.
pub struct Config {
    /// `shops`.
    pub shops: Vec<Shop>,
    /// `link_secret`: opens the links.
    pub link_keys: LinkKeys,
    /// `public_url`: the address of this installation, without a slash at the
    /// end.
    pub public_url: String,
}

impl Config {
    /// The shop of this id.
    #[must_use]
    pub fn shop(&self, id: &str) -> Option<&Shop> {
        self.shops.iter().find(|shop| shop.id == id)
    }
}

thread_local! {
    static CONFIG: Once<Config> = const { Once::new() };
}

/// Returns the configuration, and reads it if it has not been read yet.
///
/// # Errors
/// When a variable is missing or malformed; the next request looks again.
pub async fn config() -> Result<Rc<Config>, ConfigError> {
    Once::get(&CONFIG, async || {
        Ok(Config {
            shops: config::shops().await?,
            link_keys: config::link_keys().await?,
            public_url: config::public_url().await?,
        })
    })
    .await
}
