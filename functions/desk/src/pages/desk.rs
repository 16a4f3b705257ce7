//! The things that every page needs: the variables, the language, the frame around it.

use std::rc::Rc;
use std::sync::OnceLock;

use http::{HeaderMap, HeaderValue, StatusCode, header};
use sha2::{Digest, Sha256};
use wismo_domain::access::client_network::ClientNetwork;
use wismo_domain::access::link::LinkKeys;
use wismo_domain::context::Environment;
use wismo_domain::shop::Shop;
use wismo_domain::staff::Member;
use wismo_domain::time::zone::TimeZone;
use wismo_domain::time::{Date, Timestamp};
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::http::{Rejection, Response, cookie, response};
use wismo_view::desk::{DeskFrame, Entry, Visitor, files, welcome};
use wismo_view::page::Document;
use wismo_view::texts::Language;

use crate::config::{self, Config};
use crate::mails::config as mails;

/// The most bytes of an address that an answer leads to: a header cannot be of any length,
/// and the proxies before Wismo take a few kilobytes for all of them.
pub const MAX_LOCATION: usize = 2000;

/// The desk as one request finds it.
#[derive(Clone)]
pub struct Desk {
    /// The variables that every request needs.
    pub config: Rc<Config>,
    /// The variables that links and mails need.
    pub mails: Rc<mails::Config>,
    /// The language of the page.
    pub language: Language,
    /// The moment of the request.
    pub now: Timestamp,
    /// The browser's name for itself.
    pub user_agent: String,
    /// The network that the request comes from, if a proxy names it.
    pub network: Option<ClientNetwork>,
    /// The sealed sessions that the browser sent.
    pub cookies: Vec<String>,
    accepted: String,
    root: String,
    files: &'static str,
    zone: TimeZone,
}

/// Finds the network of a client: in the last field of the name, which the proxy wrote.
fn network(config: &Config, headers: &HeaderMap) -> Option<ClientNetwork> {
    let name = config.client_address_header.as_ref()?;
    let value = headers.get_all(name).iter().next_back()?;
    ClientNetwork::parse(value.to_str().ok()?)
}

impl Desk {
    /// Reads the variables, and what the browser says of itself.
    ///
    /// # Errors
    /// When a variable is at fault.
    pub async fn open(headers: &HeaderMap) -> Result<Self, Rejection> {
        let config = config::config().await?;
        let mails = mails::config().await?;
        let text = |name| {
            let value = headers
                .get(name)
                .and_then(|value: &HeaderValue| value.to_str().ok());
            value.unwrap_or_default().to_owned()
        };
        let accepted = text(header::ACCEPT_LANGUAGE);
        let own = config.shops.first().map_or("en", Shop::locale);
        let zone = config.shops.first().map(|shop| shop.timezone.clone());
        let name = cookie_name(&mails.public_url);
        Ok(Self {
            language: Language::accepted(&accepted, own),
            now: SpinEnvironment.now(),
            user_agent: text(header::USER_AGENT),
            network: network(&config, headers),
            cookies: cookie::named(headers, name).map(str::to_owned).collect(),
            accepted,
            root: format!("{}/desk", path_of(&mails.public_url)),
            files: files_digest(),
            zone: zone.unwrap_or_else(TimeZone::utc),
            config,
            mails,
        })
    }

    /// The keys that seal sessions and links.
    #[must_use]
    pub fn keys(&self) -> &LinkKeys {
        &self.mails.link_keys
    }

    /// The origin that our own forms come from.
    #[must_use]
    pub fn origin(&self) -> &str {
        let url = &self.mails.public_url;
        url.strip_suffix(path_of(url)).unwrap_or(url)
    }

    /// Speaks the language that a member chose, if they chose one.
    pub fn speak_to(&mut self, member: &Member) {
        let chosen = member.profile().language.as_deref();
        if let Some(language) = chosen.and_then(Language::known) {
            self.language = language;
        }
    }

    /// The language of a mail to a member: theirs, or that of this request.
    #[must_use]
    pub fn language_of(&self, member: &Member) -> Language {
        let chosen = member.profile().language.as_deref();
        let chosen = chosen.and_then(Language::known);
        chosen.unwrap_or_else(|| Language::accepted(&self.accepted, "en"))
    }

    /// The present day at the desk: that of the first shop.
    #[must_use]
    pub fn today(&self) -> Date {
        Date::from(self.zone.local(self.now).date())
    }

    /// The path of a page of the desk.
    #[must_use]
    pub fn at(&self, path: &str) -> String {
        format!("{}/{path}", self.root)
    }

    /// The address of a page of the desk, for a mail.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}/desk/{path}", self.mails.public_url)
    }

    /// The path to go on to, if it is one of the desk's own pages.
    #[must_use]
    pub fn own_path(&self, path: &str) -> Option<String> {
        let below = path.strip_prefix(&self.root)?;
        (is_below(below) && path.len() <= MAX_LOCATION).then(|| path.to_owned())
    }

    /// The frame around a page.
    #[must_use]
    pub fn frame<'a>(&'a self, member: Option<&'a Member>, here: Option<Entry>) -> DeskFrame<'a> {
        DeskFrame {
            language: self.language,
            root: &self.root,
            files: self.files,
            searched: None,
            visitor: member.map(|member| Visitor { member, here }),
            zone: &self.zone,
            now: self.now,
        }
    }

    /// The shops that a member sees.
    #[must_use]
    pub fn shops_of(&self, member: &Member) -> Vec<&Shop> {
        let shops = self.config.shops.iter();
        shops
            .filter(|shop| member.access().sees(&shop.id))
            .collect()
    }

    /// The shop of this id, if a member sees it.
    #[must_use]
    pub fn shop_of(&self, member: &Member, id: &str) -> Option<&Shop> {
        self.shops_of(member).into_iter().find(|shop| shop.id == id)
    }

    /// The texts that no password may be: names and addresses around it.
    pub fn personal<'a>(&'a self, own: [&'a str; 2]) -> impl Iterator<Item = &'a str> {
        let shops = self.config.shops.iter();
        own.into_iter()
            .chain(shops.flat_map(|shop| [shop.name.as_str(), shop.id.as_str()]))
    }

    /// A page as an answer. Its own forms say where they come from; nothing else learns
    /// the address of a page.
    #[must_use]
    pub fn html(&self, status: StatusCode, page: Document) -> Response {
        let mut answer = response::html(status, page.html, &page.policy);
        for (name, value) in [
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            let name = header::HeaderName::from_static(name);
            answer
                .headers_mut()
                .insert(name, HeaderValue::from_static(value));
        }
        answer
    }

    /// The answer where there is nothing, or nothing that the member may see.
    #[must_use]
    pub fn nothing_here(&self, member: &Member) -> Response {
        let frame = self.frame(Some(member), None);
        self.html(StatusCode::NOT_FOUND, welcome::not_found(&frame))
    }

    /// Leads on to another page of the desk; to its first one if the address is too long.
    #[must_use]
    pub fn see(&self, path: &str) -> Response {
        let location = self.at(path);
        match location.len() <= MAX_LOCATION {
            true => response::see_other(&location),
            false => response::see_other(&self.at("")),
        }
    }

    /// Keeps a sealed session in the browser; an empty one ends it.
    pub fn keep(&self, answer: &mut Response, sealed: &str) {
        let url = &self.mails.public_url;
        let secure = if url.starts_with("https:") {
            "; Secure"
        } else {
            ""
        };
        let life = if sealed.is_empty() { "; Max-Age=0" } else { "" };
        let name = cookie_name(url);
        let cookie = format!("{name}={sealed}; Path=/{secure}; HttpOnly; SameSite=Lax{life}");
        if let Ok(cookie) = HeaderValue::try_from(cookie) {
            answer.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
}

/// Tells whether a path below the desk's stays there, as it is written: whoever reads it may
/// take out what is double or leads up.
fn is_below(below: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_graphic() && !"\\\"<>".contains(c);
    let path = below.split(['?', '#']).next().unwrap_or_default();
    let leads_up = |segment: &str| {
        let segment = segment.to_ascii_lowercase().replace("%2e", ".");
        matches!(segment.as_str(), "." | "..")
    };
    path.starts_with('/')
        && !path.contains("//")
        && !path.split('/').any(leads_up)
        && below.chars().all(is_plain)
}

/// The name of the cookie. With its prefix, browsers keep it from other hosts and from
/// clear text; for this machine alone, there is no prefix.
fn cookie_name(public_url: &str) -> &'static str {
    match public_url.starts_with("https:") {
        true => "__Host-wismo-desk",
        false => "wismo-desk",
    }
}

/// The path of the public address, without a slash at its end.
fn path_of(public_url: &str) -> &str {
    let host = public_url.split_once("//").map_or("", |(_, rest)| rest);
    host.find('/')
        .and_then(|at| host.get(at..))
        .unwrap_or_default()
}

/// The digest that the style and the modules are served under, made once per instance.
#[must_use]
pub fn files_digest() -> &'static str {
    static DIGEST: OnceLock<String> = OnceLock::new();
    DIGEST.get_or_init(|| {
        let mut digest = Sha256::new();
        for file in files::all() {
            digest.update(file.name);
            digest.update(file.content);
        }
        base16ct::lower::encode_string(digest.finalize().get(..8).unwrap_or_default())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_of_an_address_is_what_follows_its_host() {
        assert_eq!(path_of("https://wismo.example"), "");
        assert_eq!(path_of("https://example.com/orders/wismo"), "/orders/wismo");
    }

    #[test]
    fn only_what_stays_below_the_desk_is_gone_on_to() {
        for own in [
            "/",
            "/people",
            "/orders/north/1?a=..//b",
            "/orders/north/%2E%2Ea",
        ] {
            assert!(is_below(own), "{own}");
        }
        for elsewhere in [
            "",
            "people",
            "//evil.example",
            "/..//evil.example",
            "/a/../../s",
            "/./a",
            "/%2e%2E/s",
            "/.%2e/s",
            "/a//evil.example",
            "/a\\b",
            "/a b",
        ] {
            assert!(!is_below(elsewhere), "{elsewhere}");
        }
    }
}
