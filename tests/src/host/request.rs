//! The request as a component sees it: with the full URL and Spin's own headers.
//!
//! Rules: Spin's `crates/trigger-http/src/headers.rs` and `set_req_uri` in its
//! `server.rs`.

use std::net::SocketAddr;

use anyhow::{Context, Result, bail, ensure};
use http::header::{CONNECTION, HOST, HeaderName};
use http::uri::{Authority, PathAndQuery, Scheme};
use http::{HeaderValue, Request, Uri};

use super::allowed_hosts::chaining_target;
use super::routes::RouteMatch;

/// Removes headers that only matter to the server, or that only a chained request
/// may carry. For requests from the network.
pub(crate) fn strip<B>(request: &mut Request<B>) {
    let headers = request.headers_mut();
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let name = host.map(|host| host.rsplit_once(':').map_or(host, |(name, _)| name));
    if name.and_then(chaining_target).is_some() {
        headers.remove(HOST);
    }
    headers.remove(CONNECTION);
}

/// Completes the request's path to a full URL.
///
/// # Errors
/// When the host is missing or contradicts the URL: Spin closes the connection.
pub(crate) fn complete_url<B>(request: &mut Request<B>) -> Result<()> {
    let host = request.headers().get(HOST);
    let from_header = host
        .map(|host| -> Result<Authority> { Ok(host.to_str()?.parse()?) })
        .transpose()
        .context("the Host header is not a host")?;
    let mut parts = request.uri().clone().into_parts();
    let authority = match (from_header, parts.authority.take()) {
        (Some(header), Some(uri)) => {
            ensure!(header == uri, "the Host header is not the URL's host");
            header
        }
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => bail!("no Host header"),
    };
    parts.scheme = Some(Scheme::HTTP);
    parts.authority = Some(authority);
    *request.uri_mut() = Uri::from_parts(parts).context("the URL is not valid")?;
    Ok(())
}

/// Adds Spin's headers for the component of `matched`.
///
/// # Errors
/// When a header is not UTF-8: Spin answers 500.
pub(crate) fn add_headers<B>(
    request: &mut Request<B>,
    matched: &RouteMatch,
    client: SocketAddr,
) -> Result<()> {
    for (name, value) in request.headers() {
        std::str::from_utf8(value.as_bytes())
            .with_context(|| format!("the header {name} is not UTF-8"))?;
    }
    let path = request
        .uri()
        .path_and_query()
        .map_or("/", PathAndQuery::as_str);
    let host = request
        .headers()
        .get(HOST)
        .and_then(|host| host.to_str().ok());
    let host = host.unwrap_or("localhost");
    let mut added = vec![
        ("spin-path-info".to_owned(), matched.path_info.clone()),
        ("spin-full-url".to_owned(), format!("http://{host}{path}")),
        ("spin-matched-route".to_owned(), matched.route.clone()),
        ("spin-base-path".to_owned(), "/".to_owned()),
        ("spin-raw-component-route".to_owned(), matched.route.clone()),
        (
            "spin-component-route".to_owned(),
            matched.prefix().to_owned(),
        ),
        ("spin-client-addr".to_owned(), client.to_string()),
    ];
    for (name, value) in &matched.named {
        added.push((
            format!("spin-path-match-{}", name.to_ascii_lowercase()),
            value.clone(),
        ));
    }
    // Added, not replaced, as in Spin: a header of this name from the client stays,
    // and comes first.
    for (name, value) in added {
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::from_str(&value)) {
            request.headers_mut().append(name, value);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLIENT: &str = "127.0.0.1:8777";

    fn matched() -> RouteMatch {
        RouteMatch {
            component: "status".into(),
            route: "/s/:shop/...".into(),
            path_info: "/token".into(),
            named: vec![("shop".into(), "a".into())],
        }
    }

    #[test]
    fn headers_are_spins() {
        let mut request = Request::get("/s/a/token?x=1")
            .header("host", "shop.example:3000")
            .header("spin-client-addr", "forged")
            .body(())
            .unwrap();
        complete_url(&mut request).unwrap();
        add_headers(&mut request, &matched(), CLIENT.parse().unwrap()).unwrap();
        assert_eq!(request.uri(), "http://shop.example:3000/s/a/token?x=1");
        for (name, value) in [
            ("spin-path-info", "/token"),
            ("spin-full-url", "http://shop.example:3000/s/a/token?x=1"),
            ("spin-matched-route", "/s/:shop/..."),
            ("spin-base-path", "/"),
            ("spin-raw-component-route", "/s/:shop/..."),
            ("spin-component-route", "/s/:shop"),
            ("spin-path-match-shop", "a"),
        ] {
            assert_eq!(request.headers()[name], value, "{name}");
        }
        let addresses: Vec<_> = request
            .headers()
            .get_all("spin-client-addr")
            .iter()
            .collect();
        assert_eq!(addresses, ["forged", CLIENT]);
    }

    #[test]
    fn a_chained_request_has_no_host_header() {
        let mut request = Request::post("http://mail.spin.internal/mail/wake?a")
            .body(())
            .unwrap();
        let matched = RouteMatch::chained("mail", "/mail/wake");
        complete_url(&mut request).unwrap();
        add_headers(&mut request, &matched, "0.0.0.0:0".parse().unwrap()).unwrap();
        assert_eq!(
            request.headers()["spin-full-url"],
            "http://localhost/mail/wake?a"
        );
        assert_eq!(request.headers()["spin-path-info"], "/mail/wake");
        assert_eq!(request.headers()["spin-component-route"], "");
        assert_eq!(request.headers()["spin-client-addr"], "0.0.0.0:0");
    }

    #[test]
    fn the_host_must_be_clear() {
        for (uri, host) in [("/", None), ("http://a/", Some("b")), ("/", Some("a b"))] {
            let mut request = Request::get(uri);
            if let Some(host) = host {
                request = request.header("host", host);
            }
            let mut request = request.body(()).unwrap();
            complete_url(&mut request).unwrap_err();
        }
    }

    #[test]
    fn nobody_outside_looks_like_a_component() {
        let mut request = Request::get("/")
            .header("host", "mail.spin.internal:80")
            .header("connection", "close")
            .body(())
            .unwrap();
        strip(&mut request);
        assert!(request.headers().is_empty());
    }
}
