//! The variables that this component reads, once per instance.

use std::rc::Rc;

use sha2::{Digest, Sha256};
use wismo_domain::access::link::LinkKeys;
use wismo_domain::access::secret::Secret;
use wismo_domain::mail::Mailbox;
use wismo_domain::shop::Shop;
use wismo_platform::config::{self, ConfigError, hidden, text};
use wismo_platform::once::Once;

use crate::providers::{self, Provider};

/// The component's configuration: its Spin variables.
pub struct Config {
    /// `shops`.
    pub shops: Vec<Shop>,
    /// `job_secret`: opens the queue.
    pub job_secret: Secret,
    /// `link_secret`: seals the links in mails.
    pub link_keys: LinkKeys,
    /// `public_url`: the beginning of the links in mails.
    pub public_url: String,
    /// `mail_from`: the sender.
    pub from: Mailbox,
    /// `mail_reply_to`: the address for replies.
    pub reply_to: Option<Mailbox>,
    /// `mail_provider`, `mail_api_url`, `mail_api_key` and `mail_account`.
    pub provider: Provider,
    /// A digest of these four variables: it changes when the merchant mends one
    /// of them.
    pub digest: String,
}

thread_local! {
    static CONFIG: Once<Config> = const { Once::new() };
    static DESK_API_KEY: Once<Secret> = const { Once::new() };
}

/// Returns the configuration, and reads it if it has not been read yet.
///
/// # Errors
/// When a variable is missing or malformed; the next request looks again.
pub async fn config() -> Result<Rc<Config>, ConfigError> {
    Once::get(&CONFIG, read).await
}

/// `desk_api_key`: opens the mails that are kept. Mails are sent even without
/// it.
///
/// # Errors
/// When it is missing or too short; the next request looks again.
pub async fn desk_api_key() -> Result<Rc<Secret>, ConfigError> {
    Once::get(&DESK_API_KEY, config::desk_api_key).await
}

async fn read() -> Result<Config, ConfigError> {
    let from = config::mailbox("mail_from").await?;
    let provider = text("mail_provider").await?;
    let (api_url, api_key) = (text("mail_api_url").await?, hidden("mail_api_key").await?);
    let account = text("mail_account").await?;
    let api = providers::ProviderConfig {
        provider: &provider,
        api_url: &api_url,
        api_key: api_key.reveal(),
        account: &account,
    };
    let mut digest = Sha256::new();
    for text in [provider.as_str(), &api_url, api_key.reveal(), &account] {
        digest.update(text);
        digest.update([0]);
    }
    let digest = digest.finalize();
    Ok(Config {
        digest: base16ct::lower::encode_string(digest.get(..8).unwrap_or_default()),
        shops: config::shops().await?,
        job_secret: config::job_secret().await?,
        link_keys: config::link_keys().await?,
        public_url: config::public_url().await?,
        from: from.ok_or_else(|| ConfigError::new("mail_from", "is not set"))?,
        reply_to: config::mailbox("mail_reply_to").await?,
        provider: Provider::from_config(api)
            .map_err(|error| ConfigError::new(variable(error), error.to_string()))?,
    })
}

const fn variable(error: providers::ConfigError) -> &'static str {
    match error {
        providers::ConfigError::Provider => "mail_provider",
        providers::ConfigError::Url | providers::ConfigError::NoUrl => "mail_api_url",
        providers::ConfigError::NoKey
        | providers::ConfigError::Key
        | providers::ConfigError::KeyPair(_) => "mail_api_key",
        providers::ConfigError::NoAccount(_) | providers::ConfigError::Account(_) => "mail_account",
    }
}
