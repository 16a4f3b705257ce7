//! The variables that mails need, read once per instance.

use std::rc::Rc;

use wismo_domain::access::link::LinkKeys;
use wismo_domain::mail::{Mailbox, capacity};
use wismo_platform::config::{self, ConfigError};
use wismo_platform::once::Once;
use wismo_view::mail::Sender;

/// The sender of mails, and the keys and address of their links.
pub struct Config {
    /// `link_secret`: seals the links in mails.
    pub link_keys: LinkKeys,
    /// `public_url`: the beginning of the links in mails.
    pub public_url: String,
    /// `mail_from`: the sender.
    pub from: Mailbox,
    /// `mail_reply_to`: the address for replies.
    pub reply_to: Option<Mailbox>,
    /// The size of the largest request that the `mail_provider` takes, if it has a limit.
    pub capacity: Option<usize>,
}

thread_local! {
    static CONFIG: Once<Config> = const { Once::new() };
}

impl Config {
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

/// Returns the configuration, and reads it if it has not been read yet.
///
/// # Errors
/// When a variable is missing or malformed; the next request looks again.
pub async fn config() -> Result<Rc<Config>, ConfigError> {
    Once::get(&CONFIG, async || {
        let from = config::mailbox("mail_from").await?;
        Ok(Config {
            link_keys: config::link_keys().await?,
            public_url: config::public_url().await?,
            from: from.ok_or_else(|| ConfigError::new("mail_from", "is not set"))?,
            reply_to: config::mailbox("mail_reply_to").await?,
            capacity: capacity::of_provider(config::text("mail_provider").await?.trim()),
        })
    })
    .await
}
