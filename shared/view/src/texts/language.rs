//! The languages, and the choice of one for a reader.

/// A language in which every text exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// English, the language in which no text is missing.
    English,
    /// Danish.
    Danish,
    /// Dutch.
    Dutch,
    /// Czech.
    Czech,
    /// Norwegian, as most write it: Bokmål.
    Norwegian,
    /// Swedish.
    Swedish,
    /// German.
    German,
    /// French.
    French,
}

/// A file of each language.
macro_rules! file {
    ($language:expr, $name:literal) => {
        match $language {
            Language::English => include_str!(concat!("../../texts/en/", $name)),
            Language::Danish => include_str!(concat!("../../texts/da/", $name)),
            Language::Dutch => include_str!(concat!("../../texts/nl/", $name)),
            Language::Czech => include_str!(concat!("../../texts/cs/", $name)),
            Language::Norwegian => include_str!(concat!("../../texts/nb/", $name)),
            Language::Swedish => include_str!(concat!("../../texts/sv/", $name)),
            Language::German => include_str!(concat!("../../texts/de/", $name)),
            Language::French => include_str!(concat!("../../texts/fr/", $name)),
        }
    };
}

impl Language {
    /// Every language, English first.
    pub const ALL: [Self; 8] = [
        Self::English,
        Self::Danish,
        Self::Dutch,
        Self::Czech,
        Self::Norwegian,
        Self::Swedish,
        Self::German,
        Self::French,
    ];

    /// Its BCP 47 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Danish => "da",
            Self::Dutch => "nl",
            Self::Czech => "cs",
            Self::Norwegian => "nb",
            Self::Swedish => "sv",
            Self::German => "de",
            Self::French => "fr",
        }
    }

    /// The name that its speakers give it.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Danish => "Dansk",
            Self::Dutch => "Nederlands",
            Self::Czech => "Čeština",
            Self::Norwegian => "Norsk bokmål",
            Self::Swedish => "Svenska",
            Self::German => "Deutsch",
            Self::French => "Français",
        }
    }

    /// The direction that it is written in, as HTML's `dir` wants it.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        match self {
            Self::English
            | Self::Danish
            | Self::Dutch
            | Self::Czech
            | Self::Norwegian
            | Self::Swedish
            | Self::German
            | Self::French => "ltr",
        }
    }

    /// The first language that we have among these BCP 47 tags, which come in the order in
    /// which they count: the customer's choice, the order's, the shop's. English if we
    /// have none of them.
    #[must_use]
    pub fn first_of<'a>(locales: impl IntoIterator<Item = &'a str>) -> Self {
        let mut known = locales.into_iter().filter_map(Self::known);
        known.next().unwrap_or(Self::English)
    }

    /// The language that the header field `Accept-Language` prefers by its weights
    /// (RFC 9110, section 12.5.4), as far as we have it; else `own`, a BCP 47 tag.
    #[must_use]
    pub fn accepted(header: &str, own: &str) -> Self {
        let ranges = header.split(',').filter_map(|range| {
            let (tag, weight) = range.split_once(';').unwrap_or((range, ""));
            let weight = weight
                .split_once('=')
                .map_or(Ok(1.0), |(_, weight)| weight.trim().parse::<f32>());
            weight
                .ok()
                .filter(|weight| *weight > 0.0)
                .map(|weight| (tag, weight))
        });
        let mut ranges: Vec<(&str, f32)> = ranges.collect();
        // Those of one weight stay in their order.
        ranges.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        let tags = ranges.into_iter().map(|(tag, _)| tag);
        Self::first_of(tags.chain([own]))
    }

    /// The language of a BCP 47 tag, by its primary subtag: `da`, `nb-NO`,
    /// `de_AT`. A reader of Nynorsk also reads Bokmål.
    #[must_use]
    pub fn known(locale: &str) -> Option<Self> {
        let primary = locale.trim().split(['-', '_']).next()?;
        if ["no", "nn"]
            .iter()
            .any(|one| one.eq_ignore_ascii_case(primary))
        {
            return Some(Self::Norwegian);
        }
        let mut all = Self::ALL.into_iter();
        all.find(|language| language.code().eq_ignore_ascii_case(primary))
    }

    pub(super) fn words(self) -> &'static str {
        file!(self, "words.ftl")
    }

    pub(super) fn page(self) -> &'static str {
        file!(self, "page.ftl")
    }

    pub(super) fn desk(self) -> [&'static str; 6] {
        [
            file!(self, "desk.ftl"),
            file!(self, "desk/search.ftl"),
            file!(self, "desk/orders.ftl"),
            file!(self, "desk/order.ftl"),
            file!(self, "desk/customers.ftl"),
            file!(self, "desk/settings.ftl"),
        ]
    }

    pub(super) fn mail(self) -> &'static str {
        file!(self, "mail.ftl")
    }
}
