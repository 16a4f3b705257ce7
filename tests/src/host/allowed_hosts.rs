//! `allowed_outbound_hosts`: the URLs that a component may request.
//!
//! Rules: Spin's `crates/outbound-networking-config/src/allowed_hosts.rs`.

use std::ops::RangeInclusive;

use anyhow::{Context, Result, bail, ensure};
use url::{Host, Url};

use super::variables::{Variables, is_template};

/// Requests to `{component}.spin.internal` stay in the host.
const CHAINING_SUFFIX: &str = ".spin.internal";

/// The list of one component.
#[derive(Debug, Default)]
pub(crate) struct AllowedHosts(Vec<Rule>);

#[derive(Debug, Clone, PartialEq)]
struct Rule {
    /// `None` is `*`.
    scheme: Option<String>,
    host: HostRule,
    /// `None` is `*`.
    ports: Option<RangeInclusive<u16>>,
}

#[derive(Debug, Clone, PartialEq)]
enum HostRule {
    Any,
    /// `*.example.com`, kept as `.example.com`.
    Subdomains(String),
    One(Host),
}

impl AllowedHosts {
    /// Parses a component's list. `components` are the ids of the application's
    /// components, for which `http://*.spin.internal` stands.
    pub(crate) fn parse(
        hosts: &[String],
        variables: &Variables,
        components: &[&String],
    ) -> Result<Self> {
        let mut rules = Vec::new();
        for host in hosts {
            let rule = if is_template(host) {
                let resolved = variables.resolve(host)?;
                // This is an optional endpoint: Spin skips what an empty variable leaves
                // (`parse_or_skip`).
                if matches!(resolved.as_str(), "" | "http://" | "https://") {
                    continue;
                }
                Rule::parse(&resolved).with_context(|| format!("from the template {host:?}"))
            } else {
                Rule::parse(host)
            };
            let rule = rule.with_context(|| format!("allowed_outbound_hosts: {host:?}"))?;
            if rule.host == HostRule::Subdomains(CHAINING_SUFFIX.to_owned()) {
                rules.extend(components.iter().map(|id| Rule {
                    host: HostRule::One(Host::Domain(format!("{id}{CHAINING_SUFFIX}"))),
                    ..rule.clone()
                }));
            } else {
                rules.push(rule);
            }
        }
        Ok(Self(rules))
    }

    /// Tells whether a request to `url` may go out.
    pub(crate) fn allows(&self, url: &str) -> bool {
        let Ok(url) = Url::parse(url) else {
            return false;
        };
        // Only for `http` URLs is the host parsed as a domain or an address.
        let Some(host) = url.host_str().and_then(|host| Host::parse(host).ok()) else {
            return false;
        };
        self.0.iter().any(|rule| rule.allows(&url, &host))
    }

    /// The components that the list names for service chaining.
    pub(crate) fn chained(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|rule| {
            let HostRule::One(Host::Domain(domain)) = &rule.host else {
                return None;
            };
            chaining_target(domain)
        })
    }
}

impl Rule {
    fn parse(text: &str) -> Result<Self> {
        let Some((scheme, rest)) = text.trim().split_once("://") else {
            bail!("no scheme: hosts have the form <scheme>://<host>[:<port>], each may be `*`");
        };
        ensure!(
            scheme == "*" || scheme.chars().all(char::is_alphabetic),
            "the scheme may hold letters alone"
        );
        let (host, port) = match rest.rsplit_once(':') {
            // `[::1]` holds colons, but not a port.
            Some((host, port)) if HostRule::parse(rest).is_err() => {
                let (port, path) = port.split_once('/').unwrap_or((port, ""));
                ensure!(path.is_empty(), "a path is not allowed");
                (host, port)
            }
            _ => (rest, ""),
        };
        Ok(Self {
            scheme: (scheme != "*").then(|| scheme.to_owned()),
            host: HostRule::parse(host)?,
            ports: parse_ports(port, scheme)?,
        })
    }

    fn allows(&self, url: &Url, host: &Host) -> bool {
        let scheme = self
            .scheme
            .as_deref()
            .is_none_or(|scheme| scheme == url.scheme());
        let host = match (&self.host, host) {
            (HostRule::Any, _) => true,
            (HostRule::Subdomains(suffix), Host::Domain(domain)) => domain.ends_with(suffix),
            (HostRule::Subdomains(_), Host::Ipv4(_) | Host::Ipv6(_)) => false,
            (HostRule::One(allowed), host) => allowed == host,
        };
        let port = self.ports.as_ref().is_none_or(|ports| {
            url.port()
                .or_else(|| known_port(url.scheme()))
                .is_some_and(|port| ports.contains(&port))
        });
        scheme && host && port
    }
}

impl HostRule {
    fn parse(host: &str) -> Result<Self> {
        let host = host.trim();
        if host == "*" {
            return Ok(Self::Any);
        }
        ensure!(
            host != "self" && host != "self.alt",
            "requests of a component to its own application by relative URL are not implemented \
             in the embedded host: use http://<component>.spin.internal"
        );
        let host = host.strip_suffix('/').unwrap_or(host);
        ensure!(
            !host.contains('/'),
            "a path is not allowed, and address ranges are not implemented in the embedded host"
        );
        if let Some(domain) = host.strip_prefix("*.") {
            ensure!(
                !domain.contains('*'),
                "`*` stands for subdomains only at the start"
            );
            let Host::Domain(domain) = Host::parse(domain)? else {
                bail!("`*.` needs a domain after it");
            };
            return Ok(Self::Subdomains(format!(".{domain}")));
        }
        ensure!(
            !host.contains('*'),
            "`*` stands for a whole host or for its subdomains"
        );
        Ok(Self::One(Host::parse(host)?))
    }
}

fn parse_ports(port: &str, scheme: &str) -> Result<Option<RangeInclusive<u16>>> {
    let number = |text: &str| -> Result<u16> {
        text.parse()
            .with_context(|| format!("{text:?} is not a port number"))
    };
    let one = |port: u16| Some(port..=port);
    Ok(match port {
        "" => one(known_port(scheme).with_context(|| {
            format!("no port is given and the scheme {scheme:?} has no port of its own")
        })?),
        "*" => None,
        _ => match port.split_once("..") {
            // As in Spin, the end is not part of the range.
            Some((start, end)) => Some(number(start)?..=number(end)?.saturating_sub(1)),
            None => one(number(port)?),
        },
    })
}

fn known_port(scheme: &str) -> Option<u16> {
    match scheme {
        "http" => Some(80),
        "https" => Some(443),
        _ => None,
    }
}

/// The component that a host name stands for, if it is one for service chaining.
pub(crate) fn chaining_target(host: &str) -> Option<&str> {
    host.strip_suffix(CHAINING_SUFFIX)
        .filter(|id| !id.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(hosts: &[&str]) -> Result<AllowedHosts> {
        let hosts: Vec<_> = hosts.iter().map(|&host| host.to_owned()).collect();
        let (one, two) = ("one".to_owned(), "two".to_owned());
        AllowedHosts::parse(&hosts, &Variables::default(), &[&one, &two])
    }

    fn allows(host: &str, url: &str) -> bool {
        list(&[host]).unwrap().allows(url)
    }

    #[test]
    fn scheme_host_and_port_must_match() {
        let host = "https://api.example.com";
        assert!(allows(host, "https://api.example.com/a?b"));
        assert!(allows(host, "https://api.example.com:443/"));
        assert!(allows(host, "https://API.example.com/"));
        assert!(!allows(host, "http://api.example.com/"));
        assert!(!allows(host, "https://api.example.com:444/"));
        assert!(!allows(host, "https://example.com/"));
        assert!(!allows(host, "https://api.example.com.evil.com/"));
        assert!(!allows(host, "https://user@evil.com/api.example.com"));
        assert!(!list(&[]).unwrap().allows("https://api.example.com/"));
    }

    #[test]
    fn ports_and_addresses() {
        assert!(allows("http://127.0.0.1:8025", "http://127.0.0.1:8025/"));
        assert!(!allows("http://127.0.0.1:8025", "http://localhost:8025/"));
        assert!(allows("http://127.0.0.1:*", "http://127.0.0.1:1/"));
        assert!(allows("http://a:8000..8003", "http://a:8002/"));
        assert!(!allows("http://a:8000..8003", "http://a:8003/"));
        assert!(allows("http://[::1]:8080", "http://[::1]:8080/"));
        assert!(allows("http://[::1]", "http://[::1]/"));
    }

    #[test]
    fn wildcards() {
        assert!(allows("*://*:*", "https://anything.example:1234/"));
        assert!(allows("https://*.example.com", "https://a.b.example.com/"));
        assert!(!allows("https://*.example.com", "https://example.com/"));
        assert!(!allows("https://*.example.com", "https://badexample.com/"));
    }

    #[test]
    fn service_chaining() {
        assert!(allows(
            "http://two.spin.internal",
            "http://two.spin.internal/x"
        ));
        assert!(!allows(
            "http://two.spin.internal",
            "http://one.spin.internal/x"
        ));
        assert!(!allows(
            "http://two.spin.internal",
            "https://two.spin.internal/x"
        ));
        let all = list(&["http://*.spin.internal"]).unwrap();
        assert_eq!(all.chained().collect::<Vec<_>>(), ["one", "two"]);
        assert!(all.allows("http://one.spin.internal/") && !all.allows("http://x.spin.internal/"));
        assert_eq!(chaining_target("a.b.spin.internal"), None);
    }

    #[test]
    fn an_empty_template_is_skipped_and_an_empty_literal_is_not() {
        let manifest = super::super::manifest::Manifest::parse(
            "spin_manifest_version = 2\n[application]\nname = \"a\"\n[trigger]\nhttp = []\n\
             [variables]\nempty = { default = \"\" }\nport = { default = \"81\" }",
        )
        .unwrap();
        let variables = Variables::new(&manifest, &Default::default()).unwrap();
        let parse = |host: &str| AllowedHosts::parse(&[host.to_owned()], &variables, &[]);
        assert_eq!(parse("{{ empty }}").unwrap().0, []);
        assert_eq!(parse("https://{{ empty }}").unwrap().0, []);
        assert!(parse("http://a:{{ port }}").unwrap().allows("http://a:81/"));
        assert!(parse("").is_err());
    }

    #[test]
    fn refuses_what_spin_refuses_or_the_host_lacks() {
        for bad in [
            "example.com",
            "*",
            "https://a.com/path",
            "https://a.com:80/path",
            "https://a.*.com",
            "https://*.*.com",
            "https://a.com:x",
            "https://10.0.0.0/8",
            "http://self",
            "gopher://a.com",
            "h2://a.com",
        ] {
            assert!(list(&[bad]).is_err(), "{bad}");
        }
    }
}
