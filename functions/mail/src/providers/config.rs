//! The configuration of a mail API, and its possible errors.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::HeaderValue;

/// The reason why the configuration names no provider. It never repeats a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// `mail_provider` is not one that we know.
    #[error(
        "mail_provider must be one of preview, postmark, resend, sendgrid, mailgun, brevo, ses, \
         mailjet, sparkpost, mailtrap, scaleway and mailpit"
    )]
    Provider,
    /// `mail_api_url` is not an origin.
    #[error("mail_api_url is not an origin: http(s)://host or http(s)://host:port, without a path")]
    Url,
    /// `mail_api_url` is empty, and the provider has no default address.
    #[error("mail_api_url is empty, but the mail_provider has no address of its own")]
    NoUrl,
    /// `mail_api_key` is empty.
    #[error("mail_api_key is empty, but the mail_provider needs one")]
    NoKey,
    /// `mail_api_key` cannot stand in a header field.
    #[error("mail_api_key has characters that no key has: white space, or beyond ASCII")]
    Key,
    /// `mail_api_key` is not two parts.
    #[error("mail_api_key is not two parts with a colon between them: {0}")]
    KeyPair(&'static str),
    /// `mail_account` is empty.
    #[error("mail_account is empty, but the mail_provider needs it: {0}")]
    NoAccount(&'static str),
    /// `mail_account` is malformed.
    #[error("mail_account is not what the mail_provider needs: {0}")]
    Account(&'static str),
}

/// The configuration of a mail API. It has no `Debug`: it holds a secret.
#[derive(Clone, Copy)]
pub struct ProviderConfig<'a> {
    /// `mail_provider`.
    pub provider: &'a str,
    /// `mail_api_url`.
    pub api_url: &'a str,
    /// `mail_api_key`.
    pub api_key: &'a str,
    /// `mail_account`.
    pub account: &'a str,
}

impl<'a> ProviderConfig<'a> {
    /// `mail_api_key` as the value of a header field, after `scheme`. It stays
    /// out of debug output.
    pub(super) fn key(&self, scheme: &str) -> Result<HeaderValue, ConfigError> {
        sensitive(&format!("{scheme}{}", self.graphic_key()?))
    }

    /// The two parts of `mail_api_key`, which a colon separates; `form` says
    /// what they are.
    pub(super) fn key_pair(&self, form: &'static str) -> Result<(&'a str, &'a str), ConfigError> {
        let pair = self.graphic_key()?.split_once(':');
        pair.filter(|(id, secret)| !id.is_empty() && !secret.is_empty())
            .ok_or(ConfigError::KeyPair(form))
    }

    /// `mail_account`, if `fits` accepts it; `form` describes the form that it
    /// must have.
    pub(super) fn account(
        &self,
        form: &'static str,
        fits: impl FnOnce(&str) -> bool,
    ) -> Result<&'a str, ConfigError> {
        match self.account.trim() {
            "" => Err(ConfigError::NoAccount(form)),
            account if fits(account) => Ok(account),
            _ => Err(ConfigError::Account(form)),
        }
    }

    fn graphic_key(&self) -> Result<&'a str, ConfigError> {
        let key = self.api_key.trim();
        if key.is_empty() {
            return Err(ConfigError::NoKey);
        }
        let is_graphic = key.bytes().all(|byte| byte.is_ascii_graphic());
        is_graphic.then_some(key).ok_or(ConfigError::Key)
    }
}

/// The value of an `Authorization` field for Basic authentication (RFC 7617).
pub(super) fn basic(user: &str, password: &str) -> Result<HeaderValue, ConfigError> {
    let pair = STANDARD.encode(format!("{user}:{password}"));
    sensitive(&format!("Basic {pair}"))
}

fn sensitive(text: &str) -> Result<HeaderValue, ConfigError> {
    let mut value = HeaderValue::try_from(text).map_err(|_| ConfigError::Key)?;
    value.set_sensitive(true);
    Ok(value)
}
