//! The variables that this component reads, once per instance.

use std::rc::Rc;

use wismo_domain::access::link::LinkKeys;
use wismo_platform::config::{self, ConfigError, hidden, text};
use wismo_platform::once::Once;

use crate::Source;

/// The variable with the secrets that prove who sends events.
pub const SECRET: &str = "mail_events_secret";

/// The component's configuration: its Spin variables.
pub struct Config {
    /// `mail_provider`: the provider whose events are taken.
    pub provider: String,
    /// The provider with its `mail_events_secret`; `None` if that is empty.
    pub source: Option<Source>,
    /// `link_secret`: opens the references of mails.
    pub link_keys: LinkKeys,
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
        let provider = text("mail_provider").await?.trim().to_owned();
        let source = Source::from_config(&provider, hidden(SECRET).await?.reveal());
        Ok(Config {
            source: source.map_err(|fault| ConfigError::new(SECRET, fault.to_string()))?,
            provider,
            link_keys: config::link_keys().await?,
        })
    })
    .await
}
