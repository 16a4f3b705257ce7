//! What the types alone don't say of settings.

use super::{BUILT_IN, Condition, MAX_SETTLE_SECONDS, Settings, Template};
use crate::order::Flaw;

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
        self.check_templates()?;
        self.check_statuses()?;
        for (kind, rule) in &self.rules {
            // A kind is always a JSON string.
            let kind = serde_json::to_string(kind).unwrap_or_default();
            let at = format!("rules.{}", kind.trim_matches('"'));
            self.check_named(&format!("{at}.template"), rule.template.as_deref())?;
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

    fn check_templates(&self) -> Result<(), Flaw> {
        list("templates", &self.templates)?;
        for (index, template) in self.templates.iter().enumerate() {
            let at = |field: &str| format!("templates[{index}].{field}");
            let fits =
                |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
            let name = &template.name;
            let is_name = (1..=40).contains(&name.len()) && name.bytes().all(fits);
            ensure(&at("name"), is_name, || {
                "must be 1 to 40 of a-z, 0-9 and -".to_owned()
            })?;
            if let Some(spoken) = &template.language {
                language(&at("language"), spoken)?;
            }
            let twin =
                |other: &Template| other.name == *name && other.language == template.language;
            let is_first = !self.templates.iter().take(index).any(twin);
            ensure(&at("name"), is_first, || {
                "stands there twice for this language".to_owned()
            })?;
            text(&at("subject"), template.subject.as_deref(), 200, false)?;
            text(&at("message"), template.message.as_deref(), 5000, true)?;
            let says = template.subject.is_some() || template.message.is_some();
            ensure(&format!("templates[{index}]"), says, || {
                "must have a subject, a message or both".to_owned()
            })?;
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
            self.check_named(&at("template"), status.template.as_deref())?;
        }
        Ok(())
    }

    fn check_named(&self, path: &str, template: Option<&str>) -> Result<(), Flaw> {
        let is_there = |name| self.templates.iter().any(|template| template.name == name);
        ensure(path, template.is_none_or(is_there), || {
            "must be the name of one of the templates".to_owned()
        })
    }
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

/// What a language tag is made of (RFC 5646); `nb_NO` does as well.
fn language(path: &str, tag: &str) -> Result<(), Flaw> {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let is_tag = (1..=35).contains(&tag.len()) && tag.bytes().all(fits);
    ensure(path, is_tag, || {
        "must be a language, such as nb or pt-BR".to_owned()
    })
}

/// Control characters are refused: texts end up in mails' headers.
fn text(path: &str, value: Option<&str>, most: usize, lines: bool) -> Result<(), Flaw> {
    let Some(value) = value else { return Ok(()) };
    let fits = !value.trim().is_empty() && value.chars().count() <= most;
    ensure(path, fits, || format!("must have 1 to {most} characters"))?;
    let is_plain = |c: char| !c.is_control() || (lines && c == '\n');
    ensure(path, value.chars().all(is_plain), || {
        "must not have control characters".to_owned()
    })
}

fn ensure(path: &str, holds: bool, reason: impl FnOnce() -> String) -> Result<(), Flaw> {
    if holds {
        return Ok(());
    }
    Err(Flaw {
        path: path.to_owned(),
        reason: reason(),
    })
}
