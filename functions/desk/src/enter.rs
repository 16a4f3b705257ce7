//! The decision to let a request for the API in.

use http::{HeaderMap, Method, StatusCode, header};
use spin_sdk::http::Request;
use wismo_domain::log::Actor;
use wismo_domain::shop::Shop;
use wismo_domain::staff::{Access, Permission, api_key};
use wismo_platform::config::link_keys;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::{Rejection, Response, request, response};

use crate::config::{Config, config};

/// Tells whether a path is one of the API, rather than of a page.
#[must_use]
pub fn is_api(path: &str) -> bool {
    // Whatever the rest of it is: one that cannot be read is for the API to refuse.
    let mut raw = path.trim_start_matches('/').split('/').skip(1);
    let api = raw.next().and_then(request::segments);
    api.is_some_and(|api| api == ["api"])
}

/// A request that was let in.
pub struct Entered {
    /// The shop that it is about.
    pub shop: Shop,
    /// The path below the shop's.
    pub path: Vec<String>,
    /// The key that it showed; none for the installation's own.
    pub by: Option<Actor>,
}

/// Lets a request in that shows a key and asks for a shop that the key is for:
/// `/desk/api/{shop}/...`.
///
/// # Errors
/// The answer to a request that stays outside.
pub async fn enter(request: &Request) -> Result<Entered, Rejection> {
    let mut path = request::segments(request.uri().path()).unwrap_or_default();
    let config = config().await?;
    let shown = access(&config, request.headers()).await?;
    let Some((access, by)) = shown else {
        return Err(response::unauthorized("the desk's API key").into());
    };
    let found = match path.as_slice() {
        [desk, api, shop, ..] if desk == "desk" && api == "api" => {
            config.shops.iter().find(|other| other.id == *shop)
        }
        _ => return Err(nothing_here().into()),
    };
    // A shop that a key is not for is, to its holder, none.
    let Some(shop) = found.filter(|shop| access.sees(&shop.id)) else {
        return Err(response::error(StatusCode::NOT_FOUND, "no shop has this id").into());
    };
    let path = path.split_off(3);
    let needed = needed(request.method(), &path);
    if !access.may(needed) {
        let message = format!(
            "this key may not do that: it needs the role {}",
            role(needed)
        );
        return Err(response::error(StatusCode::FORBIDDEN, message).into());
    }
    let shop = shop.clone();
    Ok(Entered { shop, path, by })
}

/// Finds what the key of a request may be used for, and its name.
async fn access(
    config: &Config,
    headers: &HeaderMap,
) -> Result<Option<(Access, Option<Actor>)>, Rejection> {
    if request::has_bearer(headers, &config.desk_api_key) {
        return Ok(Some((Access::everything(), None)));
    }
    let Some(shown) = bearer(headers) else {
        return Ok(None);
    };
    if !api_key::is_one(shown) {
        return Ok(None);
    }
    let keys = link_keys().await?;
    let key = api_key::shown(SPIN_CONTEXT, &keys, shown).await?;
    Ok(key.map(|key| (key.access, Some(Actor::ApiKey { name: key.name }))))
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// The permission that a request needs: looking costs nothing more than seeing the shop,
/// and neither do previews and rehearsals, which write nothing.
fn needed(method: &Method, path: &[String]) -> Permission {
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    if matches!(*method, Method::GET | Method::HEAD) {
        return Permission::View;
    }
    match path.as_slice() {
        ["rehearse"] | ["settings" | "templates", "preview"] => Permission::View,
        ["settings" | "templates", ..] => Permission::Configure,
        _ => Permission::Act,
    }
}

const fn role(permission: Permission) -> &'static str {
    match permission {
        Permission::View => "viewer",
        Permission::Act => "agent",
        Permission::Configure
        | Permission::ManagePeople
        | Permission::Export
        | Permission::Erase => "owner",
    }
}

/// 404 for a path that does not exist.
#[must_use]
pub fn nothing_here() -> Response {
    let message = "there is nothing here: docs/api/desk.md lists what is at /desk/api/{shop}/...";
    response::error(StatusCode::NOT_FOUND, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_of_a_path_does_not_change_whose_it_is() {
        for path in ["/desk/api", "/desk/api/north/%ff", "/desk/%61pi/north"] {
            assert!(is_api(path), "{path}");
        }
        for path in ["/desk", "/desk/", "/desk/%ff/api", "/desk/orders/%ff", "/"] {
            assert!(!is_api(path), "{path}");
        }
    }

    #[test]
    fn looking_needs_less_than_acting_and_acting_less_than_deciding() {
        for (method, path, permission) in [
            ("GET", "orders/1", Permission::View),
            ("HEAD", "settings", Permission::View),
            ("POST", "rehearse", Permission::View),
            ("POST", "settings/preview", Permission::View),
            ("POST", "templates/preview", Permission::View),
            ("PUT", "orders/1/hold", Permission::Act),
            ("DELETE", "orders/1/waiting", Permission::Act),
            ("POST", "orders/1/mails", Permission::Act),
            ("DELETE", "suppressions/a@b.example", Permission::Act),
            ("DELETE", "tasks/1", Permission::Act),
            ("POST", "release", Permission::Act),
            ("PUT", "settings", Permission::Configure),
            ("PUT", "templates/placed", Permission::Configure),
            ("DELETE", "templates/placed/en", Permission::Configure),
        ] {
            let path: Vec<String> = path.split('/').map(str::to_owned).collect();
            let method = method.parse().unwrap();
            assert_eq!(needed(&method, &path), permission, "{method} {path:?}");
        }
    }
}
