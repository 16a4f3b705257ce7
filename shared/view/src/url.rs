//! The links that others give: where they lead, and which of them a customer may follow.

/// A link of the shop's own, if a customer may follow it: https, to a named host,
/// without a user name, white space or control characters.
pub(crate) fn https(url: &str) -> Option<&str> {
    let url = url.trim();
    let plain =
        |c: char| !c.is_control() && !c.is_whitespace() && !matches!(c, '\\' | '"' | '<' | '>');
    let rest = strip_https(url).filter(|_| url.chars().all(plain) && url.len() <= 2000)?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    let named = host
        .split('.')
        .all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-'));
    let in_the_world = host.contains('.') && port.parse::<u16>().is_ok();
    (named && in_the_world).then_some(url)
}

/// Removes the scheme from a link, in whatever case it is written.
pub(crate) fn strip_https(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_at_checked("https://".len())?;
    scheme.eq_ignore_ascii_case("https://").then_some(rest)
}

/// The host that a link leads to.
pub(crate) fn host(url: &str) -> Option<&str> {
    let rest = strip_https(url)?;
    let authority = rest.split(['/', '?', '#']).next()?;
    authority.split(':').next().filter(|host| !host.is_empty())
}

/// The origin of a link, for a `Content-Security-Policy`; `None` if it holds a
/// character that would end the list there.
pub(crate) fn origin(url: &str) -> Option<String> {
    let rest = strip_https(url)?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let fits = |c: char| c.is_ascii_alphanumeric() || "-._:[]".contains(c);
    let fits = !authority.is_empty() && authority.chars().all(fits);
    fits.then(|| format!("https://{authority}"))
}
