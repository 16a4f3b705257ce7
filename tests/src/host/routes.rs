//! The routes from paths to components.
//!
//! Rules: Spin's `crates/routes`, on the same matching library.

use anyhow::{Result, anyhow, ensure};
use routefinder::{RouteSpec, Router};

use super::manifest::{HttpTrigger, Route};

/// The public routes of an application.
pub(crate) struct Routes(Router<Target>);

struct Target {
    component: String,
    /// The route as written in the manifest.
    route: String,
}

/// A path that found its component, and what the component is told about it.
#[derive(Debug, PartialEq)]
pub(crate) struct RouteMatch {
    pub(crate) component: String,
    /// The route as written in the manifest.
    pub(crate) route: String,
    /// The part that matches the trailing `/...`, with its slash.
    pub(crate) path_info: String,
    /// The values of the route's `:name` parts.
    pub(crate) named: Vec<(String, String)>,
}

impl Routes {
    /// Collects the public routes. Two triggers with one route are an error
    /// (Spin warns, and uses the last one).
    pub(crate) fn new(triggers: &[HttpTrigger]) -> Result<Self> {
        let mut router = Router::new();
        let mut seen = std::collections::BTreeSet::new();
        for trigger in triggers {
            let Route::Public(route) = &trigger.route else {
                continue;
            };
            let spec = spec(route).map_err(|error| anyhow!("route {route:?}: {error}"))?;
            ensure!(
                seen.insert(spec.to_string()),
                "route {route:?} is there twice"
            );
            let target = Target {
                component: trigger.component.clone(),
                route: route.clone(),
            };
            router
                .add(spec, target)
                .map_err(|error| anyhow!("route {route:?}: {error}"))?;
        }
        Ok(Self(router))
    }

    /// Finds the component for a path. Exact routes come before `:name` parts, these
    /// before `/...`, and longer routes before shorter ones.
    pub(crate) fn find(&self, path: &str) -> Option<RouteMatch> {
        let found = self.0.best_match(path)?;
        let captures = found.captures();
        let Target { component, route } = found.handler();
        Some(RouteMatch {
            component: component.clone(),
            route: route.clone(),
            path_info: captures
                .wildcard()
                .map(|rest| path_info(rest, path))
                .unwrap_or_default(),
            named: captures
                .iter()
                .map(|(k, v)| (k.to_owned(), v.to_owned()))
                .collect(),
        })
    }

    /// Every route and its component, for the message at the start.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(_, target)| (target.route.as_str(), target.component.as_str()))
    }
}

impl RouteMatch {
    /// The match of a request that another component makes by service chaining.
    pub(crate) fn chained(component: &str, path: &str) -> Self {
        Self {
            component: component.to_owned(),
            route: "/...".to_owned(),
            path_info: path.to_owned(),
            named: Vec::new(),
        }
    }

    /// The route without its trailing wildcard.
    pub(crate) fn prefix(&self) -> &str {
        self.route.strip_suffix("/...").unwrap_or(&self.route)
    }
}

/// The route as the matching library writes it.
fn spec(route: &str) -> Result<RouteSpec, String> {
    match route.strip_suffix("/...") {
        Some(prefix) => format!("{prefix}/*").parse(),
        None => route.parse(),
    }
}

/// Puts back slashes, as Spin does: the library trims them from the captured rest.
fn path_info(rest: &str, path: &str) -> String {
    let end = if path.ends_with('/') { "/" } else { "" };
    if rest.is_empty() {
        end.to_owned()
    } else {
        format!("/{rest}{end}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn routes(list: &[(&str, &str)]) -> Result<Routes> {
        let triggers: Vec<_> = list
            .iter()
            .map(|(route, component)| {
                toml::from_str(&format!("route = {route}\ncomponent = {component:?}")).unwrap()
            })
            .collect();
        Routes::new(&triggers)
    }

    fn find(routes: &Routes, path: &str) -> String {
        let found = routes.find(path);
        found.map_or("404".into(), |found| {
            format!("{} {}", found.component, found.path_info)
        })
    }

    #[test]
    fn exact_and_wildcard() {
        let routes = routes(&[(r#""/one""#, "exact"), (r#""/all/...""#, "all")]).unwrap();
        for (path, expected) in [
            ("/one", "exact "),
            ("/one/", "exact "),
            ("/one/two", "404"),
            ("/onetwo", "404"),
            ("/One", "404"),
            ("/", "404"),
            ("/all", "all "),
            ("/all/", "all /"),
            ("/all/a/b", "all /a/b"),
            ("/all/a/b/", "all /a/b/"),
            ("/all/%2e%2e/x", "all /%2e%2e/x"),
            ("/allx", "404"),
        ] {
            assert_eq!(find(&routes, path), expected, "{path}");
        }
    }

    #[test]
    fn the_more_precise_route_wins_in_any_order() {
        let mut list = vec![
            (r#""/...""#, "rest"),
            (r#""/a/...""#, "a"),
            (r#""/a/b/...""#, "ab"),
            (r#""/a/b""#, "exact"),
            (r#""/a/:id""#, "named"),
        ];
        for _ in 0..list.len() {
            list.rotate_left(1);
            let routes = routes(&list).unwrap();
            assert_eq!(find(&routes, "/x"), "rest /x");
            assert_eq!(find(&routes, "/a/x/y"), "a /x/y");
            assert_eq!(find(&routes, "/a/b/c"), "ab /c");
            assert_eq!(find(&routes, "/a/x"), "named ");
            assert_eq!(
                routes.find("/a/x").unwrap().named,
                [("id".into(), "x".into())]
            );
        }
    }

    #[test]
    fn private_routes_are_not_reached_and_duplicates_refused() {
        assert!(routes(&[(r#""/a""#, "x"), (r#""/a/""#, "y")]).is_err());
        let routes = routes(&[("{ private = true }", "mail"), (r#""/s/...""#, "status")]).unwrap();
        assert_eq!(find(&routes, "/mail"), "404");
        assert_eq!(routes.iter().collect::<Vec<_>>(), [("/s/...", "status")]);
    }

    #[test]
    fn a_chained_request_has_the_whole_path() {
        let chained = RouteMatch::chained("mail", "/mail/drain");
        assert_eq!(
            (chained.path_info.as_str(), chained.prefix()),
            ("/mail/drain", "")
        );
    }
}
