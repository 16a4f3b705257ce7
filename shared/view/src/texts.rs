//! The language files: one folder per language, one file per place.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// A language that every text exists in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// English, the language that nothing is missing in.
    English,
}

impl Language {
    /// Every language, English first.
    pub const ALL: [Self; 1] = [Self::English];

    /// Its BCP 47 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
        }
    }

    /// The direction that it is written in, as HTML's `dir` wants it.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        match self {
            Self::English => "ltr",
        }
    }

    /// The language for a BCP 47 tag, by its primary subtag; English for one
    /// that we do not have.
    #[must_use]
    pub fn for_locale(locale: &str) -> Self {
        let primary = locale.split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(primary))
            .unwrap_or(Self::English)
    }

    const fn words(self) -> &'static str {
        match self {
            Self::English => include_str!("../texts/en/words.ftl"),
        }
    }

    const fn page(self) -> &'static str {
        match self {
            Self::English => include_str!("../texts/en/page.ftl"),
        }
    }

    const fn mail(self) -> &'static str {
        match self {
            Self::English => include_str!("../texts/en/mail.ftl"),
        }
    }
}

/// The texts of one language, for one place: a component that writes mails
/// carries no texts of the page.
#[derive(Clone, Copy)]
pub struct Texts {
    /// Which language.
    pub language: Language,
    bundle: &'static Bundle,
}

impl Texts {
    /// The texts of the page in a language, parsed once per instance.
    #[must_use]
    pub fn of_page(language: Language) -> Self {
        static ENGLISH: OnceLock<Bundle> = OnceLock::new();
        let cell = match language {
            Language::English => &ENGLISH,
        };
        let bundle = cell.get_or_init(|| bundle(language, [language.words(), language.page()]));
        Self { language, bundle }
    }

    /// The texts of the mails in a language, parsed once per instance.
    #[must_use]
    pub fn of_mail(language: Language) -> Self {
        static ENGLISH: OnceLock<Bundle> = OnceLock::new();
        let cell = match language {
            Language::English => &ENGLISH,
        };
        let bundle = cell.get_or_init(|| bundle(language, [language.words(), language.mail()]));
        Self { language, bundle }
    }

    /// A text without arguments.
    #[must_use]
    pub fn get(&self, id: &str) -> Cow<'static, str> {
        self.format(id, None)
    }

    /// A text with arguments.
    #[must_use]
    pub fn with<'a, const N: usize>(
        &self,
        id: &str,
        arguments: [(&'a str, FluentValue<'a>); N],
    ) -> Cow<'static, str> {
        self.format(id, Some(&FluentArgs::from_iter(arguments)))
    }

    /// A text that is missing shows its id: ugly on the page, caught by the
    /// test that looks for every id in every language.
    fn format(&self, id: &str, arguments: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
        let Some(pattern) = self
            .bundle
            .get_message(id)
            .and_then(|message| message.value())
        else {
            return Cow::Owned(id.to_owned());
        };
        let mut errors = Vec::new();
        Cow::Owned(
            self.bundle
                .format_pattern(pattern, arguments, &mut errors)
                .into_owned(),
        )
    }
}

type Bundle = FluentBundle<FluentResource>;

fn bundle(language: Language, files: [&'static str; 2]) -> Bundle {
    let locale: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Isolation marks would stand in mail subjects; the pages isolate by markup.
    bundle.set_use_isolating(false);
    for file in files {
        // What is left of a malformed file still serves; a test refuses the rest.
        let resource = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(rest, _)| rest);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests;
