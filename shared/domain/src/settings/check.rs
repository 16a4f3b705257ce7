//! The rules of settings that the types alone do not express.

use super::hours::full_hour;
use super::{Condition, MAX_CODE, MAX_HOSTS, MAX_KINDS, MAX_LIST, MAX_SETTLE_SECONDS, Settings};
use crate::check::{FieldError, ensure, language, text};
use crate::order::{MAX_LABELS, built_in};
use crate::templates::Name;

impl Settings {
    /// Checks the rules that the types alone do not express: ranges, names and lists.
    ///
    /// # Errors
    /// Returns the first field that breaks a rule.
    pub fn check(&self) -> Result<(), FieldError> {
        ensure(
            "settle_seconds",
            self.settle_seconds <= MAX_SETTLE_SECONDS,
            || format!("must be from 0 to {MAX_SETTLE_SECONDS}"),
        )?;
        ensure(
            "digest_hour",
            self.digest_hour.is_none_or(|hour| hour < 24),
            || "must be from 0 to 23".to_owned(),
        )?;
        if let Some(quiet) = self.quiet_hours {
            ensure("quiet_hours", quiet.from != quiet.until, || {
                "must not begin when it ends: leave it out for no quiet hours".to_owned()
            })?;
            let hour = self.digest_hour.and_then(full_hour);
            ensure(
                "digest_hour",
                !hour.is_some_and(|hour| quiet.hold(hour)),
                || "must lie outside the quiet hours".to_owned(),
            )?;
        }
        self.brand.check()?;
        self.access.check()?;
        self.desk.check()?;
        self.check_statuses()?;
        list("document_hosts", &self.document_hosts, MAX_HOSTS)?;
        for (index, host) in self.document_hosts.iter().enumerate() {
            ensure(&format!("document_hosts[{index}]"), is_host(host), || {
                "must be a public host's name alone, in small letters, such as files.shop.example"
                    .to_owned()
            })?;
        }
        for (kind, rule) in &self.rules {
            let at = format!("rules.{}", kind.name());
            named(&format!("{at}.template"), rule.template.as_deref())?;
            ensure(
                &format!("{at}.to"),
                rule.to.as_ref().is_none_or(|to| !to.is_empty()),
                || "must name somebody: to mail nobody, set notify to page".to_owned(),
            )?;
            let to = rule.to.as_deref().unwrap_or_default();
            list(&format!("{at}.to"), to, MAX_LIST)?;
            list(&format!("{at}.attach"), &rule.attach, MAX_KINDS)?;
            list(&format!("{at}.link"), &rule.link, MAX_KINDS)?;
            condition(&format!("{at}.when"), &rule.when)?;
        }
        Ok(())
    }

    fn check_statuses(&self) -> Result<(), FieldError> {
        list("statuses", &self.statuses, MAX_LIST)?;
        for (index, status) in self.statuses.iter().enumerate() {
            let at = |field: &str| format!("statuses[{index}].{field}");
            text(&at("code"), Some(&status.code), MAX_CODE, false)?;
            ensure(&at("code"), built_in(&status.code).is_none(), || {
                "is built in and cannot be changed".to_owned()
            })?;
            let mut others = self.statuses.iter().take(index);
            ensure(
                &at("code"),
                !others.any(|other| other.code == status.code),
                || "stands there twice".to_owned(),
            )?;
            text(&at("label"), status.label.as_deref(), MAX_CODE, false)?;
            ensure(&at("labels"), status.labels.len() <= MAX_LABELS, || {
                format!("must have at most {MAX_LABELS} members")
            })?;
            for (tag, words) in &status.labels {
                let at = at(&format!("labels.{tag}"));
                language(&at, tag)?;
                text(&at, Some(words), MAX_CODE, false)?;
            }
            named(&at("template"), status.template.as_deref())?;
        }
        Ok(())
    }
}

/// Tells whether a text is the name of a host that the public can reach, as far as
/// the name shows. A last label that begins with a digit would be an address's; a
/// name with one label, or with one of these last labels, is found on private
/// networks alone, and under `spin.internal` are Wismo's own components.
fn is_host(text: &str) -> bool {
    let fits = |label: &str| {
        let in_label =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        (1..=63).contains(&label.len())
            && label.bytes().all(in_label)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let private = ["internal", "local", "localdomain", "localhost"];
    let is_public = |(_, last): (&str, &str)| {
        last.starts_with(|c: char| c.is_ascii_lowercase()) && !private.contains(&last)
    };
    text.len() <= 253 && text.split('.').all(fits) && text.rsplit_once('.').is_some_and(is_public)
}

/// Checks the form of a template's name; whether there is such a template is
/// checked where the templates are known.
fn named(path: &str, template: Option<&str>) -> Result<(), FieldError> {
    let is_name = |name: &str| name.parse::<Name>().is_ok();
    ensure(path, template.is_none_or(is_name), || {
        "must be the name of one of the templates".to_owned()
    })
}

fn condition(path: &str, when: &Condition) -> Result<(), FieldError> {
    list(&format!("{path}.stages"), &when.stages, MAX_LIST)?;
    for (field, codes) in [("statuses", &when.statuses), ("groups", &when.groups)] {
        list(&format!("{path}.{field}"), codes, MAX_LIST)?;
        for (index, code) in codes.iter().enumerate() {
            text(
                &format!("{path}.{field}[{index}]"),
                Some(code),
                MAX_CODE,
                false,
            )?;
        }
    }
    list(&format!("{path}.languages"), &when.languages, MAX_LIST)?;
    for (index, spoken) in when.languages.iter().enumerate() {
        language(&format!("{path}.languages[{index}]"), spoken)?;
    }
    Ok(())
}

fn list<T>(path: &str, members: &[T], most: usize) -> Result<(), FieldError> {
    ensure(path, members.len() <= most, || {
        format!("must have at most {most} members")
    })
}
