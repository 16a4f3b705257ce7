//! `spin.toml`: the part of Spin's manifest, version 2, that this host runs.
//!
//! The shape follows `crates/manifest/src/schema/v2.rs` of Spin. Anything that the
//! host does not implement is refused with its name and line, never skipped: an
//! application that starts here must mean the same to Spin.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;

use super::variables::check_name;

/// The manifest of an application.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    spin_manifest_version: u32,
    pub(crate) application: Application,
    #[serde(default)]
    pub(crate) variables: BTreeMap<String, Variable>,
    trigger: Triggers,
    #[serde(default)]
    pub(crate) component: BTreeMap<String, Component>,
}

/// `[application]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Application {
    pub(crate) name: String,
    pub(crate) version: Option<String>,
    #[serde(rename = "description")]
    _description: Option<String>,
    #[serde(rename = "authors")]
    _authors: Option<Vec<String>>,
}

/// One entry of `[variables]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Variable {
    pub(crate) default: Option<String>,
    #[serde(default)]
    required: bool,
    /// A mark for Spin alone, which keeps the value of a secret out of its reports;
    /// this host does not report any values.
    #[serde(default, rename = "secret")]
    _secret: bool,
    #[serde(rename = "description")]
    _description: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Triggers {
    http: Vec<HttpTrigger>,
}

/// One `[[trigger.http]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HttpTrigger {
    #[serde(rename = "id")]
    _id: Option<String>,
    pub(crate) route: Route,
    pub(crate) component: String,
}

/// The way to reach a component.
#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "a route is a string or { private = true }")]
pub(crate) enum Route {
    /// A path that the world may request.
    Public(String),
    /// Service chaining only.
    Private(Private),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Private {
    private: bool,
}

/// One `[component.<id>]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Component {
    pub(crate) source: String,
    #[serde(rename = "description")]
    _description: Option<String>,
    #[serde(default)]
    pub(crate) allowed_outbound_hosts: Vec<String>,
    #[serde(default)]
    pub(crate) key_value_stores: BTreeSet<String>,
    #[serde(default)]
    pub(crate) variables: BTreeMap<String, String>,
    pub(crate) build: Option<Build>,
}

/// `[component.<id>.build]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Build {
    pub(crate) command: Commands,
    pub(crate) workdir: Option<String>,
    /// Files for `spin watch` alone.
    #[serde(default, rename = "watch")]
    _watch: Vec<String>,
}

/// One command, or several to run in order.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Commands {
    One(String),
    Several(Vec<String>),
}

impl Commands {
    pub(crate) fn as_slice(&self) -> &[String] {
        match self {
            Self::One(command) => std::slice::from_ref(command),
            Self::Several(commands) => commands,
        }
    }
}

impl Manifest {
    /// Reads and checks the file at `path`.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("cannot read the manifest {}", path.display()))?;
        Self::parse(&text).with_context(|| path.display().to_string())
    }

    /// Parses and checks the text of a manifest.
    pub(crate) fn parse(text: &str) -> Result<Self> {
        let manifest: Self = toml::from_str(text).context(
            "not a manifest that the embedded host can run (it knows a part of Spin's and refuses the rest)",
        )?;
        manifest.check()?;
        Ok(manifest)
    }

    /// The HTTP triggers, in the order of the file.
    pub(crate) fn triggers(&self) -> &[HttpTrigger] {
        &self.trigger.http
    }

    fn check(&self) -> Result<()> {
        ensure!(
            self.spin_manifest_version == 2,
            "spin_manifest_version is {}, the embedded host knows version 2",
            self.spin_manifest_version
        );
        for (name, variable) in &self.variables {
            check_name(name).map_err(anyhow::Error::msg)?;
            match (variable.required, &variable.default) {
                (true, Some(_)) => bail!("variable `{name}` is required and has a default"),
                (false, None) => bail!("variable `{name}` needs a default, or `required = true`"),
                (true, None) | (false, Some(_)) => {}
            }
        }
        for trigger in self.triggers() {
            let HttpTrigger {
                component, route, ..
            } = trigger;
            ensure!(
                self.component.contains_key(component),
                "an HTTP trigger names the component `{component}`, which the manifest does not have"
            );
            if let Route::Private(private) = route {
                ensure!(
                    private.private,
                    "the route of `{component}` is {{ private = false }}: give a path instead"
                );
            }
        }
        for (id, component) in &self.component {
            component
                .check()
                .with_context(|| format!("component `{id}`"))?;
        }
        Ok(())
    }
}

impl Component {
    fn check(&self) -> Result<()> {
        for label in &self.key_value_stores {
            ensure!(
                label == "default",
                "key-value store `{label}`: the embedded host has `default` alone \
                 (in Spin, another label needs a runtime-config file)"
            );
        }
        for name in self.variables.keys() {
            check_name(name).map_err(anyhow::Error::msg)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "spin_manifest_version = 2\n[application]\nname = \"a\"\n\
        [[trigger.http]]\nroute = \"/...\"\ncomponent = \"one\"\n";

    fn parse(rest: &str) -> Result<Manifest> {
        Manifest::parse(&format!("{HEAD}{rest}"))
    }

    fn error(rest: &str) -> String {
        format!("{:#}", parse(rest).unwrap_err())
    }

    #[test]
    fn reads_wismos_own_manifest() {
        let manifest = Manifest::read(&crate::manifest()).unwrap();
        assert_eq!(manifest.application.name, "wismo");
        assert!(manifest.component.contains_key("sync"));
        assert!(!manifest.triggers().is_empty());
    }

    #[test]
    fn reads_every_part_it_implements() {
        let manifest = parse(
            r#"
            [[trigger.http]]
            route = { private = true }
            component = "two"
            [variables]
            a = { default = "x", secret = true }
            b = { required = true }
            [component.one]
            source = "one.wasm"
            allowed_outbound_hosts = ["http://two.spin.internal"]
            key_value_stores = ["default"]
            [component.one.variables]
            v = "{{ a }}"
            [component.one.build]
            command = ["true", "true"]
            workdir = "sub"
            watch = ["src/**"]
            [component.two]
            source = "two.wasm"
            "#,
        )
        .unwrap();
        assert!(matches!(manifest.triggers()[1].route, Route::Private(_)));
        let build = manifest.component["one"].build.as_ref().unwrap();
        assert_eq!(build.command.as_slice().len(), 2);
    }

    #[test]
    fn refuses_what_it_does_not_implement() {
        let one = "[component.one]\nsource = \"one.wasm\"\n";
        for (rest, named) in [
            ("files = [\"a\"]", "files"),
            ("sqlite_databases = [\"default\"]", "sqlite_databases"),
            ("[component.one.environment]\nA = \"b\"", "environment"),
            ("key_value_stores = [\"other\"]", "`other`"),
            (
                "[[trigger.redis]]\nchannel = \"c\"\ncomponent = \"one\"",
                "redis",
            ),
        ] {
            let error = error(&format!("{one}{rest}"));
            assert!(error.contains(named), "{error}");
        }
        assert!(error("[component.one]\nsource = { url = \"https://a\" }").contains("source"));
    }

    #[test]
    fn refuses_contradictions() {
        let one = "[component.one]\nsource = \"one.wasm\"\n";
        assert!(error("").contains("`one`"), "{}", error(""));
        for (rest, named) in [
            ("[variables]\na = {}", "default"),
            (
                "[variables]\na = { default = \"x\", required = true }",
                "`a`",
            ),
            ("[variables]\nA = { default = \"x\" }", "\"A\""),
            (
                "[[trigger.http]]\nroute = { private = false }\ncomponent = \"one\"",
                "private",
            ),
        ] {
            let error = error(&format!("{one}{rest}"));
            assert!(error.contains(named), "{error}");
        }
    }
}
