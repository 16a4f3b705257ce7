//! The variables that every request needs, read once per instance.

use std::rc::Rc;

use http::HeaderName;
use wismo_domain::access::secret::Secret;
use wismo_domain::shop::Shop;
use wismo_platform::config::{self, ConfigError};
use wismo_platform::once::Once;

/// The component's configuration: its Spin variables.
pub struct Config {
    /// `shops`.
    pub shops: Vec<Shop>,
    /// `desk_api_key`: guards the desk.
    pub desk_api_key: Secret,
    /// `job_secret`: opens the mail component.
    pub job_secret: Secret,
    /// `client_address_header`: names the client.
    pub client_address_header: Option<HeaderName>,
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
            desk_api_key: config::desk_api_key().await?,
            job_secret: config::job_secret().await?,
            client_address_header: config::client_address_header().await?,
        })
    })
    .await
}
