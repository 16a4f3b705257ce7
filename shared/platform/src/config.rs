//! The application's variables, read and checked once per instance.
//!
//! If a variable is missing or malformed, the operator reads it in the log, and the
//! caller gets a 503 that names it and no more. No secret has a default, and none is
//! ever shown.

use std::net::IpAddr;

use http::HeaderName;
use spin_sdk::variables;
use wismo_domain::access::link::LinkKeys;
use wismo_domain::access::secret::Secret;
use wismo_domain::mail::{Mailbox, MailboxError};
use wismo_domain::shop::{self, Shop};

use crate::{Component, seldom};

/// The shortest secret that guards a component, in bytes.
const MIN_SECRET_BYTES: usize = 32;

/// A variable that Wismo cannot work with.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the variable `{variable}` {why}")]
pub struct ConfigError {
    /// The variable's name in spin.toml.
    pub variable: &'static str,
    /// The fault; never the value.
    pub why: String,
}

impl ConfigError {
    /// A fault of a variable.
    #[must_use]
    pub fn new(variable: &'static str, why: impl Into<String>) -> Self {
        Self {
            variable,
            why: why.into(),
        }
    }
}

/// Reads the text of a variable.
///
/// # Errors
/// When the component has no such variable, or its provider fails.
pub async fn text(variable: &'static str) -> Result<String, ConfigError> {
    variables::get(variable).await.map_err(|error| match error {
        variables::Error::Undefined(_) => ConfigError::new(variable, "is not set"),
        // The provider's message may hold the value.
        variables::Error::InvalidName(_)
        | variables::Error::Provider(_)
        | variables::Error::Other(_) => ConfigError::new(variable, "could not be read"),
    })
}

/// Reads the text of a variable that holds secrets.
///
/// # Errors
/// As for [`text`].
pub async fn hidden(variable: &'static str) -> Result<Secret, ConfigError> {
    text(variable).await.map(Secret::new)
}

/// `shops`: the sales channels.
///
/// # Errors
/// When it is not a JSON list of shops.
pub async fn shops() -> Result<Vec<Shop>, ConfigError> {
    shop::from_setting(hidden("shops").await?.reveal())
        .map_err(|error| ConfigError::new("shops", error.to_string()))
}

/// `client_address_header`: the name of the header field in which the proxy in front of Wismo
/// names the client; none if no proxy does.
///
/// # Errors
/// When it is no name of a header field.
pub async fn client_address_header() -> Result<Option<HeaderName>, ConfigError> {
    const VARIABLE: &str = "client_address_header";
    let name = text(VARIABLE).await?;
    let name = Some(name.trim()).filter(|name| !name.is_empty());
    let parsed = name.map(str::parse::<HeaderName>);
    parsed
        .transpose()
        .map_err(|_| ConfigError::new(VARIABLE, "is no name of a header field"))
}

/// `link_secret`: the keys that seal the customers' links.
///
/// # Errors
/// When there is none, or one is too short.
pub async fn link_keys() -> Result<LinkKeys, ConfigError> {
    LinkKeys::from_setting(hidden("link_secret").await?.reveal())
        .map_err(|error| ConfigError::new("link_secret", error.to_string()))
}

/// `job_secret`: the secret that guards the mail component.
///
/// # Errors
/// When it is missing or too short.
pub async fn job_secret() -> Result<Secret, ConfigError> {
    secret("job_secret").await
}

/// `desk_api_key`: the secret that guards the desk.
///
/// # Errors
/// When it is missing or too short.
pub async fn desk_api_key() -> Result<Secret, ConfigError> {
    secret("desk_api_key").await
}

async fn secret(variable: &'static str) -> Result<Secret, ConfigError> {
    checked(variable, hidden(variable).await?)
}

fn checked(variable: &'static str, secret: Secret) -> Result<Secret, ConfigError> {
    let why = match secret.reveal().len() {
        MIN_SECRET_BYTES.. => return Ok(secret),
        0 => "is not set",
        _ => "is too short",
    };
    let why = format!("{why}; it needs at least {MIN_SECRET_BYTES} bytes");
    Err(ConfigError::new(variable, why))
}

/// `public_url`: the address at which customers reach Wismo, without a slash at its end.
///
/// # Errors
/// When it is not an `https` URL without query and fragment. Only for this machine
/// may it be `http`.
pub async fn public_url() -> Result<String, ConfigError> {
    public(&text("public_url").await?)
}

fn public(url: &str) -> Result<String, ConfigError> {
    let uri = url.parse::<http::Uri>().ok();
    let fits = uri.is_some_and(|uri| {
        let host = uri.host().unwrap_or_default();
        let is_safe = match uri.scheme_str() {
            Some("https") => !host.is_empty(),
            Some("http") => is_loopback(host),
            Some(_) | None => false,
        };
        is_safe && uri.query().is_none()
    });
    if !fits || url.contains('#') {
        return Err(ConfigError::new(
            "public_url",
            "is not an https URL; http is for this machine alone, such as http://127.0.0.1:3000",
        ));
    }
    Ok(url.trim_end_matches('/').to_owned())
}

/// Tells whether a host is this machine. On the way to any other, anybody can read links
/// that travel in clear, and browsers do not keep a cookie that is `Secure`.
fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || address
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

/// A variable that is a mailbox; `None` where it is empty.
///
/// # Errors
/// When it is neither a mailbox nor empty.
pub async fn mailbox(variable: &'static str) -> Result<Option<Mailbox>, ConfigError> {
    let text = text(variable).await?;
    if text.trim().is_empty() {
        return Ok(None);
    }
    text.parse()
        .map(Some)
        .map_err(|error: MailboxError| ConfigError::new(variable, error.to_string()))
}

/// Tells the operator of a setting at fault.
pub fn report(component: Component, error: &ConfigError) {
    seldom::tell(component, error.variable, error);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_travel_in_clear_on_this_machine_alone() {
        for (url, kept) in [
            ("https://orders.example.com/", "https://orders.example.com"),
            ("https://example.com/wismo", "https://example.com/wismo"),
            ("http://127.0.0.1:3000", "http://127.0.0.1:3000"),
            ("http://localhost:3000/", "http://localhost:3000"),
            ("http://[::1]:80", "http://[::1]:80"),
        ] {
            assert_eq!(public(url).as_deref(), Ok(kept));
        }
        for wrong in [
            "",
            "orders.example.com",
            "http://orders.example.com",
            "http://10.0.0.7:3000",
            "http://0.0.0.0",
            "http://localhost.example.com",
            "http://127.0.0.1.example.com",
            "http://127.0.0.1@example.com",
            "http://[::2]",
            "ftp://127.0.0.1",
            "https://",
            "https://example.com/?x",
            "https://example.com/#x",
        ] {
            assert_eq!(public(wrong).unwrap_err().variable, "public_url", "{wrong}");
        }
    }

    #[test]
    fn a_short_secret_is_refused_without_a_word_of_it() {
        for short in ["k3yk3yk3y", "\u{e9}\"{k3yk3yk3y"] {
            let error = checked("job_secret", Secret::new(short)).unwrap_err();
            assert!(!format!("{error} {error:?}").contains("k3"), "{error}");
            assert!(error.to_string().contains("at least 32 bytes"));
        }
        assert!(checked("job_secret", Secret::new("k3y".repeat(11))).is_ok());
    }
}
