//! What can be wrong with the settings of a mail API.

use http::HeaderValue;

/// Why the settings name no provider. It never repeats a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingError {
    /// `mail_provider` is none that we know.
    #[error("mail_provider is none of preview, postmark and resend")]
    Provider,
    /// `mail_api_url` is not an origin.
    #[error("mail_api_url is not an origin: http(s)://host or http(s)://host:port, without a path")]
    Url,
    /// `mail_api_key` is empty.
    #[error("mail_api_key is empty, but the mail_provider needs one")]
    NoKey,
    /// `mail_api_key` cannot stand in a header field.
    #[error("mail_api_key has characters that no key has: white space, or beyond ASCII")]
    Key,
}

/// The setting `mail_api_key` as a header field's value, after `scheme`.
/// It stays out of debug output.
pub(super) fn key(scheme: &str, setting: &str) -> Result<HeaderValue, SettingError> {
    let key = setting.trim();
    if key.is_empty() {
        return Err(SettingError::NoKey);
    }
    if !key.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(SettingError::Key);
    }
    let mut value =
        HeaderValue::try_from(format!("{scheme}{key}")).map_err(|_| SettingError::Key)?;
    value.set_sensitive(true);
    Ok(value)
}
