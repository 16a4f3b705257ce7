//! Reading the form of a status.

use wismo_domain::order::{Stage, built_in};
use wismo_domain::settings::{Channel, MAX_CODE, MAX_LIST, Settings, StatusRule};
use wismo_platform::http::form::Form;
use wismo_view::desk::field::{Wrong, WrongField};
use wismo_view::desk::settings::status::{CHANNELS, channel_word, label_field};
use wismo_view::texts::Language;

use crate::pages::typed::plain;

/// The form of a status as somebody sent it.
pub(super) struct Typed<'a> {
    pub(super) form: &'a Form,
    /// The code of a status that is edited; none for a new one.
    pub(super) code: Option<&'a str>,
    /// The status as it stands in the settings.
    pub(super) known: Option<&'a StatusRule>,
    pub(super) settings: &'a Settings,
    /// The names of the templates that there are.
    pub(super) templates: &'a [String],
}

impl Typed<'_> {
    /// Reads the status.
    ///
    /// # Errors
    /// Returns every field that is wrong.
    pub(super) fn rule(&self) -> Result<StatusRule, Vec<WrongField>> {
        let mut wrong = Vec::new();
        let code = self.keep(self.code(), &mut wrong);
        let mut rule = StatusRule::new(&code.unwrap_or_default());
        rule.label = self.keep(self.words("label"), &mut wrong).flatten();
        // Words in a language that the form does not have stay.
        let others = self.known.into_iter().flat_map(|known| &known.labels);
        let others = others.filter(|(tag, _)| Language::known(tag).is_none());
        rule.labels = others
            .map(|(tag, words)| (tag.clone(), words.clone()))
            .collect();
        for language in Language::ALL {
            let words = self.keep(self.words(label_field(language)), &mut wrong);
            if let Some(words) = words.flatten() {
                rule.labels.insert(language.code().to_owned(), words);
            }
        }
        rule.stage = self.keep(self.stage(), &mut wrong).flatten();
        rule.template = self.keep(self.template(), &mut wrong).flatten();
        rule.notify = self.keep(self.notify(), &mut wrong).flatten();
        match wrong.is_empty() {
            true => Ok(rule),
            false => Err(wrong),
        }
    }

    /// Keeps what was read, or what was wrong with it.
    fn keep<T>(&self, read: Result<T, WrongField>, wrong: &mut Vec<WrongField>) -> Option<T> {
        read.map_err(|one| wrong.push(one)).ok()
    }

    fn typed(&self, name: &str) -> String {
        plain(self.form.get(name).unwrap_or_default())
    }

    fn code(&self) -> Result<String, WrongField> {
        if let Some(code) = self.code {
            return match fits(code) && built_in(code).is_none() {
                true => Ok(code.to_owned()),
                false => Err(WrongField::new("code", Wrong::Choice)),
            };
        }
        let code = self.typed("code");
        let wrong = if code.is_empty() {
            Wrong::Missing
        } else if !fits(&code) {
            Wrong::Text
        } else if built_in(&code).is_some() {
            Wrong::BuiltIn
        } else if self.settings.status(&code).is_some() {
            Wrong::Named
        } else if self.settings.statuses.len() >= MAX_LIST {
            Wrong::TooManyStatuses
        } else {
            return Ok(code);
        };
        Err(WrongField::new("code", wrong))
    }

    fn words(&self, name: &'static str) -> Result<Option<String>, WrongField> {
        let words = self.typed(name);
        match fits(&words) {
            true => Ok(Some(words).filter(|words| !words.is_empty())),
            false => Err(WrongField::new(name, Wrong::Text)),
        }
    }

    fn stage(&self) -> Result<Option<Stage>, WrongField> {
        let all = Stage::ALL.into_iter();
        chosen("stage", &self.typed("stage"), all, Stage::word)
    }

    fn notify(&self) -> Result<Option<Channel>, WrongField> {
        let all = CHANNELS.into_iter();
        chosen("notify", &self.typed("notify"), all, channel_word)
    }

    fn template(&self) -> Result<Option<String>, WrongField> {
        let typed = self.typed("template");
        let is_there = self.templates.contains(&typed);
        match typed.as_str() {
            "" => Ok(None),
            _ if is_there => Ok(Some(typed)),
            _ => Err(WrongField::new("template", Wrong::Choice)),
        }
    }
}

fn fits(text: &str) -> bool {
    text.chars().count() <= MAX_CODE && !text.chars().any(char::is_control)
}

/// Finds the member of a closed set that has a word; none for no word.
fn chosen<T>(
    field: &'static str,
    word: &str,
    mut all: impl Iterator<Item = T>,
    word_of: impl Fn(T) -> &'static str,
) -> Result<Option<T>, WrongField>
where
    T: Copy,
{
    if word.is_empty() {
        return Ok(None);
    }
    let found = all.find(|one| word_of(*one) == word);
    found.map_or(Err(WrongField::new(field, Wrong::Choice)), |one| {
        Ok(Some(one))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(body: &str, code: Option<&str>) -> Result<StatusRule, Vec<WrongField>> {
        let settings: Settings = serde_json::from_str(
            r#"{"statuses":[{"code":"packing","label":"Packing","labels":{"nb-NO":"Pakkes","pl":"Pakowanie"}}]}"#,
        )
        .unwrap();
        let form = Form::of(body.as_bytes());
        Typed {
            form: &form,
            code,
            known: code.and_then(|code| settings.status(code)),
            settings: &settings,
            templates: &["thanks".to_owned()],
        }
        .rule()
    }

    #[test]
    fn a_status_is_read_with_its_words_in_each_language() {
        let body = "code=+engraving+&label=Engraving&label-da=Graveres&label-fr=+&stage=on_hold\
                    &template=thanks&notify=page&version=3";
        let mut expected = StatusRule::new("engraving");
        expected.label = Some("Engraving".to_owned());
        expected.labels = [("da".to_owned(), "Graveres".to_owned())].into();
        expected.stage = Some(Stage::OnHold);
        expected.template = Some("thanks".to_owned());
        expected.notify = Some(Channel::Page);
        assert_eq!(typed(body, None), Ok(expected));
        assert_eq!(typed("code=x", None), Ok(StatusRule::new("x")));
        // What would turn the text around it is left out.
        let body = "code=%E2%80%AEx%E2%81%A6&label=%E2%80%AE";
        assert_eq!(typed(body, None), Ok(StatusRule::new("x")));
    }

    #[test]
    fn words_in_a_language_that_the_form_does_not_have_stay() {
        let rule = typed("label=Packed&label-nb=Pakket", Some("packing")).unwrap();
        assert_eq!(
            (rule.code.as_str(), rule.label.as_deref()),
            ("packing", Some("Packed"))
        );
        let labels: Vec<(&str, &str)> = rule
            .labels
            .iter()
            .map(|(tag, words)| (tag.as_str(), words.as_str()))
            .collect();
        assert_eq!(labels, [("nb", "Pakket"), ("pl", "Pakowanie")]);
    }

    #[test]
    fn every_field_that_is_wrong_is_named() {
        let long = "x".repeat(MAX_CODE + 1);
        for (body, wrong) in [
            ("", ("code", Wrong::Missing)),
            ("code=received", ("code", Wrong::BuiltIn)),
            ("code=packing", ("code", Wrong::Named)),
            (&format!("code={long}"), ("code", Wrong::Text)),
            (
                &format!("code=x&label-da={long}"),
                ("label-da", Wrong::Text),
            ),
            ("code=x&label=a%0Ab", ("label", Wrong::Text)),
            ("code=x&stage=somewhere", ("stage", Wrong::Choice)),
            ("code=x&template=none", ("template", Wrong::Choice)),
            ("code=x&notify=loudly", ("notify", Wrong::Choice)),
        ] {
            let (field, why) = wrong;
            assert_eq!(
                typed(body, None),
                Err(vec![WrongField::new(field, why)]),
                "{body}"
            );
        }
        let two = typed("stage=x", None).unwrap_err();
        assert_eq!(two.len(), 2);
        assert!(typed("label=x", Some("received")).is_err());
    }
}
