//! The variables that mails need, read once per instance.

use std::rc::Rc;

use wismo_domain::access::link::LinkKeys;
use wismo_domain::mail::Mailbox;
use wismo_platform::once::Once;
use wismo_platform::settings::{self, SettingError};
use wismo_view::mail::Sender;

/// The sender of mails, and the keys and address of their links.
pub struct Settings {
    /// `link_secret`: seals the links in mails.
    pub link_keys: LinkKeys,
    /// `public_url`: the beginning of the links in mails.
    pub public_url: String,
    /// `mail_from`: the sender.
    pub from: Mailbox,
    /// `mail_reply_to`: the address for replies.
    pub reply_to: Option<Mailbox>,
}

thread_local! {
    static SETTINGS: Once<Settings> = const { Once::new() };
}

impl Settings {
    /// The sender as the view needs it.
    #[must_use]
    pub fn sender(&self) -> Sender<'_> {
        Sender {
            link_keys: &self.link_keys,
            public_url: &self.public_url,
            from: &self.from,
        }
    }
}

/// Returns the settings, and reads them if they have not been read yet.
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
