//! The variables that this component reads, once per instance.

use std::rc::Rc;

use wismo_domain::access::link::LinkKeys;
use wismo_platform::once::Once;
use wismo_platform::settings::{self, SettingError, hidden, text};

use crate::Source;

/// The variable with the secrets that prove who sends events.
pub const SECRET: &str = "mail_events_secret";

/// The component's settings.
pub struct Settings {
    /// `mail_provider`: the provider whose events are taken.
    pub provider: String,
    /// The provider with its `mail_events_secret`; `None` if that is empty.
    pub source: Option<Source>,
    /// `link_secret`: opens the references of mails.
    pub link_keys: LinkKeys,
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
        let provider = text("mail_provider").await?.trim().to_owned();
        let source = Source::from_settings(&provider, hidden(SECRET).await?.reveal());
        Ok(Settings {
            source: source.map_err(|fault| SettingError::new(SECRET, fault.to_string()))?,
            provider,
            link_keys: settings::link_keys().await?,
        })
    })
    .await
}
