//! The language files: one folder per language, one file per place; the
//! desk has a file per area.

mod language;

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_decimal::prelude::ToPrimitive;
use unic_langid::LanguageIdentifier;
use wismo_domain::order::Quantity;

pub use language::Language;

/// The texts of one language, for one place: a component that writes mails
/// does not carry the texts of the page.
#[derive(Clone, Copy)]
pub struct Texts {
    /// Their language.
    pub language: Language,
    bundle: Option<&'static Bundle>,
}

impl Texts {
    /// The texts of the page in a language, parsed once per instance.
    #[must_use]
    pub fn of_page(language: Language) -> Self {
        static BUNDLES: Bundles = [const { OnceLock::new() }; Language::ALL.len()];
        Self::of(language, &BUNDLES, |language| vec![language.page()])
    }

    /// The texts of the mails in a language, parsed once per instance.
    #[must_use]
    pub fn of_mail(language: Language) -> Self {
        static BUNDLES: Bundles = [const { OnceLock::new() }; Language::ALL.len()];
        Self::of(language, &BUNDLES, |language| vec![language.mail()])
    }

    /// The texts of the desk in a language, parsed once per instance.
    #[must_use]
    pub fn of_desk(language: Language) -> Self {
        static BUNDLES: Bundles = [const { OnceLock::new() }; Language::ALL.len()];
        Self::of(language, &BUNDLES, |language| language.desk().into())
    }

    fn of(
        language: Language,
        bundles: &'static Bundles,
        place: fn(Language) -> Vec<&'static str>,
    ) -> Self {
        let cell = bundles.get(language as usize);
        let bundle = cell.map(|cell| cell.get_or_init(|| bundle(language, place(language))));
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

    /// Formats a text. One that is missing shows its id: ugly on the page, but caught by
    /// the test that looks for every id in every language.
    fn format(&self, id: &str, arguments: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
        let message = self.bundle.and_then(|bundle| {
            let pattern = bundle.get_message(id)?.value()?;
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, arguments, &mut errors);
            Some(text.into_owned())
        });
        Cow::Owned(message.unwrap_or_else(|| id.to_owned()))
    }
}

/// A quantity that chooses a plural's form, and is never shown: no language asks for
/// more than its whole part, and whether there is a fraction.
#[must_use]
pub fn plural(quantity: Quantity) -> FluentValue<'static> {
    let whole = quantity.0.abs().trunc().to_u32().unwrap_or(u32::MAX);
    let part = if quantity.0.is_integer() { 0.0 } else { 0.5 };
    (f64::from(whole) + part).into()
}

type Bundle = FluentBundle<FluentResource>;
type Bundles = [OnceLock<Bundle>; Language::ALL.len()];

/// Parses the words that all places share, and the files of one place.
fn bundle(language: Language, place: Vec<&str>) -> Bundle {
    let locale: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Isolation marks would show in mail subjects; the pages isolate by markup.
    bundle.set_use_isolating(false);
    for file in [vec![language.words()], place].concat() {
        // The readable part of a malformed file still serves; a test refuses the rest.
        let resource = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(rest, _)| rest);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
pub(crate) mod spoken;
#[cfg(test)]
mod tests;
