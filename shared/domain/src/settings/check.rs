//! What the types alone don't say of settings.

use super::{BUILT_IN, Condition, MAX_SETTLE_SECONDS, Settings};
use crate::check::{ensure, language, text};
use crate::order::Flaw;
use crate::templates::Name;

/// The most members of each list.
const MAX_LIST: usize = 100;

impl Settings {
    /// Checks what the types alone don't: ranges, names, and that what is named is there.
    ///
    /// # Errors
    /// Names the first field that breaks a rule.
    pub fn check(&self) -> Result<(), Flaw> {
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
            let hour = self
                .digest_hour
                .and_then(|hour| time::Time::from_hms(hour, 0, 0).ok());
            ensure(
                "digest_hour",
                !hour.is_some_and(|hour| quiet.hold(hour)),
                || "must lie outside the quiet hours".to_owned(),
            )?;
        }
        self.brand.check()?;
        self.check_statuses()?;
        for (kind, rule) in &self.rules {
            let at = format!("rules.{}", kind.name());
            named(&format!("{at}.template"), rule.template.as_deref())?;
            ensure(
                &format!("{at}.to"),
                rule.to.as_ref().is_none_or(|to| !to.is_empty()),
                || "must name somebody: to mail nobody, set tell to page".to_owned(),
            )?;
            list(&format!("{at}.to"), rule.to.as_deref().unwrap_or_default())?;
            condition(&format!("{at}.when"), &rule.when)?;
        }
        Ok(())
    }

    fn check_statuses(&self) -> Result<(), Flaw> {
        list("statuses", &self.statuses)?;
        for (index, status) in self.statuses.iter().enumerate() {
            let at = |field: &str| format!("statuses[{index}].{field}");
            text(&at("code"), Some(&status.code), 100, false)?;
            let is_free = !BUILT_IN.iter().any(|(code, _)| *code == status.code);
            ensure(&at("code"), is_free, || {
                "is built in and cannot be changed".to_owned()
            })?;
            let mut others = self.statuses.iter().take(index);
            ensure(
                &at("code"),
                !others.any(|other| other.code == status.code),
                || "stands there twice".to_owned(),
            )?;
            text(&at("label"), status.label.as_deref(), 100, false)?;
            named(&at("template"), status.template.as_deref())?;
        }
        Ok(())
    }
}

/// Whether there is such a template is for those to say who know the templates.
fn named(path: &str, template: Option<&str>) -> Result<(), Flaw> {
    let is_name = |name: &str| name.parse::<Name>().is_ok();
    ensure(path, template.is_none_or(is_name), || {
        "must be the name of one of the templates".to_owned()
    })
}

fn condition(path: &str, when: &Condition) -> Result<(), Flaw> {
    list(&format!("{path}.stages"), &when.stages)?;
    for (field, codes) in [("statuses", &when.statuses), ("groups", &when.groups)] {
        list(&format!("{path}.{field}"), codes)?;
        for (index, code) in codes.iter().enumerate() {
            text(&format!("{path}.{field}[{index}]"), Some(code), 100, false)?;
        }
    }
    list(&format!("{path}.languages"), &when.languages)?;
    for (index, spoken) in when.languages.iter().enumerate() {
        language(&format!("{path}.languages[{index}]"), spoken)?;
    }
    Ok(())
}

fn list<T>(path: &str, members: &[T]) -> Result<(), Flaw> {
    ensure(path, members.len() <= MAX_LIST, || {
        format!("must have at most {MAX_LIST} members")
    })
}
