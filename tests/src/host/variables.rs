//! Application variables and the `{{ name }}` templates that use them.
//!
//! Rules: Spin's `crates/expressions` and `crates/factor-variables`.

use std::collections::BTreeMap;

use anyhow::{Context, Result, anyhow, bail, ensure};

use super::manifest::Manifest;

/// The value of every variable in the manifest.
#[derive(Debug, Default)]
pub(crate) struct Variables(BTreeMap<String, String>);

impl Variables {
    /// Takes each variable's value from `given`, else its default. Required
    /// variables without a value are an error; names in `given` that the
    /// manifest does not have are ignored, as Spin ignores an environment
    /// variable that does not name one.
    pub(crate) fn new(manifest: &Manifest, given: &BTreeMap<String, String>) -> Result<Self> {
        let mut values = BTreeMap::new();
        let mut missing = Vec::new();
        for (name, variable) in &manifest.variables {
            match given.get(name).or(variable.default.as_ref()) {
                Some(value) => drop(values.insert(name.clone(), value.clone())),
                None => missing.push(name.as_str()),
            }
        }
        ensure!(
            missing.is_empty(),
            "no value for the required variable(s) {}: set {}",
            missing.join(", "),
            missing
                .iter()
                .map(|name| format!("SPIN_VARIABLE_{}", name.to_ascii_uppercase()))
                .collect::<Vec<_>>()
                .join(", ")
        );
        Ok(Self(values))
    }

    /// The template with its expressions replaced.
    pub(crate) fn resolve(&self, template: &str) -> Result<String> {
        let mut out = String::new();
        let mut rest = template;
        while let Some((literal, tail)) = rest.split_once("{{") {
            let Some((name, tail)) = tail.split_once("}}") else {
                bail!("unmatched '{{{{' in the template {template:?}");
            };
            let name = name.trim();
            out.push_str(literal);
            out.push_str(self.0.get(name).ok_or_else(|| {
                anyhow!("unknown variable {name:?} in the template {template:?}")
            })?);
            rest = tail;
        }
        out.push_str(rest);
        Ok(out)
    }

    /// The variables that one component may read, resolved.
    pub(crate) fn of_component(
        &self,
        templates: &BTreeMap<String, String>,
    ) -> Result<BTreeMap<String, String>> {
        templates
            .iter()
            .map(|(name, template)| {
                let value = self
                    .resolve(template)
                    .with_context(|| format!("variable `{name}`"))?;
                Ok((name.clone(), value))
            })
            .collect()
    }
}

/// Tells whether `template` holds an expression.
pub(crate) fn is_template(template: &str) -> bool {
    template.contains("{{")
}

/// Checks a variable's name, for the manifest and for a component's `get`.
///
/// # Errors
/// Says what is wrong with the name, in the words that Spin gives the component.
pub(crate) fn check_name(name: &str) -> Result<(), String> {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let reason = if name.is_empty() {
        "must not be empty".to_owned()
    } else if let Some(c) = name.chars().find(|&c| !allowed(c)) {
        format!(
            "invalid character {c:?}. Variable names may contain only lower-case letters, \
             numbers, and underscores."
        )
    } else if !name.starts_with(|c: char| c.is_ascii_lowercase()) {
        "must start with a lowercase ASCII letter".to_owned()
    } else if name.ends_with('_') {
        "must end with a lowercase ASCII letter or digit".to_owned()
    } else if name.contains("__") {
        "must not contain multiple consecutive underscores".to_owned()
    } else {
        return Ok(());
    };
    Err(format!("{name:?}: {reason}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(variables: &str) -> Manifest {
        Manifest::parse(&format!(
            "spin_manifest_version = 2\n[application]\nname = \"a\"\n[trigger]\nhttp = []\n\
             [variables]\n{variables}"
        ))
        .unwrap()
    }

    fn map(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs
            .iter()
            .map(|&(k, v)| (k.to_owned(), v.to_owned()))
            .collect()
    }

    #[test]
    fn a_given_value_beats_the_default() {
        let manifest = manifest("a = { default = \"1\" }\nb = { default = \"2\" }");
        let variables = Variables::new(&manifest, &map(&[("b", ""), ("other", "x")])).unwrap();
        assert_eq!(variables.resolve("{{a}}-{{ b }}-{{ a }}").unwrap(), "1--1");
    }

    #[test]
    fn a_required_variable_needs_a_value() {
        let manifest = manifest("shops = { required = true }");
        let error = Variables::new(&manifest, &map(&[]))
            .unwrap_err()
            .to_string();
        assert!(error.contains("SPIN_VARIABLE_SHOPS"), "{error}");
        Variables::new(&manifest, &map(&[("shops", "[]")])).unwrap();
    }

    #[test]
    fn templates_are_checked() {
        let variables = Variables::new(&manifest("a = { default = \"1\" }"), &map(&[])).unwrap();
        assert_eq!(variables.resolve("plain }} {").unwrap(), "plain }} {");
        assert!(variables.resolve("{{ a").is_err());
        assert!(variables.resolve("{{ b }}").is_err());
        let error = variables
            .of_component(&map(&[("x", "{{ b }}")]))
            .unwrap_err();
        assert!(format!("{error:#}").contains("variable `x`"));
    }

    #[test]
    fn names_follow_spin() {
        for good in ["a", "a1", "mail_api_url"] {
            check_name(good).unwrap();
        }
        for bad in ["", "A", "1a", "_a", "a_", "a__b", "a-b"] {
            check_name(bad).unwrap_err();
        }
    }
}
