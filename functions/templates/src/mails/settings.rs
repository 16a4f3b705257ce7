//! The variables that mails need, read once per instance.

use std::rc::Rc;

use wismo_domain::link::LinkKeys;
use wismo_domain::mail::Mailbox;
use wismo_platform::once::Once;
use wismo_platform::settings::{self, SettingError};
use wismo_view::mail::Sender;

/// Who sends mails, and what their links rest on.
pub struct Settings {
    /// `link_secret`: seals the links in mails.
    pub link_keys: LinkKeys,
    /// `public_url`: what the links in mails begin with.
    pub public_url: String,
    /// `mail_from`: who sends.
    pub from: Mailbox,
    /// `mail_reply_to`: where answers go.
    pub reply_to: Option<Mailbox>,
}

thread_local! {
    static SETTINGS: Once<Settings> = const { Once::new() };
}

impl Settings {
    /// Who sends.
    #[must_use]
    pub fn sender(&self) -> Sender<'_> {
        Sender {
            link_keys: &self.link_keys,
            public_url: &self.public_url,
            from: &self.from,
        }
    }
}

/// The settings.
///
/// # Errors
/// When a variable is missing or malformed; the next request looks again.
pub async fn settings() -> Result<Rc<Settings>, SettingError> {
    Once::get(&SETTINGS, async || {
        let from = settings::mailbox("mail_from").await?;
        Ok(Settings {
            link_keys: settings::link_keys().await?,
            public_url: settings::public_url().await?,
            from: from.ok_or_else(|| SettingError::new("mail_from", "is not set"))?,
            reply_to: settings::mailbox("mail_reply_to").await?,
        })
    })
    .await
}
