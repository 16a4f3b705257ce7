//! The address of a mail API.

use http::Uri;

use super::ConfigError;

/// The address of an API's endpoint: at the origin that the setting
/// `mail_api_url` names, or at the API's own if the setting is empty.
///
/// The setting must be an origin without a path, because Spin's
/// `allowed_outbound_hosts`, which holds the same setting, takes nothing else.
pub(super) fn endpoint(config: &str, own: &str, path: &str) -> Result<Uri, ConfigError> {
    let config = config.trim();
    let origin = match (config, own) {
        ("", "") => return Err(ConfigError::NoUrl),
        ("", own) => own.to_owned(),
        _ => origin(config).ok_or(ConfigError::Url)?,
    };
    format!("{origin}{path}")
        .parse()
        .map_err(|_| ConfigError::Url)
}

fn origin(config: &str) -> Option<String> {
    let uri: Uri = config.parse().ok()?;
    let scheme = uri
        .scheme_str()
        .filter(|scheme| matches!(*scheme, "http" | "https"))?;
    let authority = uri.authority()?;
    let host = authority.host();
    let written = match authority.port_u16() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    };
    // Anything beside the host and the port would be a user, or a port out of
    // range.
    let bare = written == authority.as_str() && uri.path() == "/" && uri.query().is_none();
    // To Spin, `*` means any host, but we cannot send to it; a fragment is lost in
    // the parsing.
    (bare && !config.contains(['*', '#'])).then(|| format!("{scheme}://{written}"))
}
