//! Dates, numbers and money as each language writes them: the patterns, names and
//! symbols of CLDR 48, `common/main/{language}.xml` (English: those of Britain,
//! without the comma after the day of the week, and with a plain dollar).
//!
//! Some rules are not CLDR's: a day of the month stays beside its month, and a number
//! beside its unit, by a no-break space; the first of a month is ordinal in French;
//! German says "Uhr", and names the country of a dollar. A currency has a symbol here
//! only if a reader takes it for nothing else.

use crate::texts::Language;

/// The patterns in which a language writes dates, numbers and money.
pub(super) struct Patterns {
    /// The months as they stand in a date, from January.
    months: &'static str,
    /// The days of the week, from Monday.
    weekdays: &'static str,
    /// The first day of a month.
    pub(super) first: &'static str,
    /// CLDR: the long date.
    pub(super) date: &'static str,
    /// CLDR: the full date.
    pub(super) day: &'static str,
    /// CLDR: the long date at the short time.
    pub(super) date_time: &'static str,
    /// CLDR: the short time.
    pub(super) time: &'static str,
    pub(super) decimal: char,
    pub(super) group: char,
    pub(super) minus: char,
    pub(super) money: Money,
    /// The pattern for a currency without a symbol.
    pub(super) money_by_code: Money,
    symbols: &'static [(&'static str, &'static str)],
}

/// The places of an amount, its minus and its currency: `#`, `-` and `¤`.
pub(super) struct Money {
    pub(super) positive: &'static str,
    pub(super) negative: &'static str,
}

/// Returns a member of a list of words, from 0.
fn member(list: &'static str, index: i8) -> &'static str {
    let index = usize::try_from(index).ok();
    let word = index.and_then(|index| list.split(' ').nth(index));
    word.unwrap_or_default()
}

impl Patterns {
    /// A month by its number, from 1.
    pub(super) fn month(&self, month: i8) -> &'static str {
        member(self.months, month - 1)
    }

    /// A day of the week, from 0 for Monday.
    pub(super) fn weekday(&self, weekday: i8) -> &'static str {
        member(self.weekdays, weekday)
    }

    /// The symbol that a reader takes for this currency and no other.
    pub(super) fn symbol(&self, currency: &str) -> Option<&'static str> {
        let mut symbols = self.symbols.iter();
        let known = symbols.find(|(code, _)| *code == currency);
        known.map(|(_, symbol)| *symbol)
    }
}

/// The patterns of a language.
pub(super) const fn patterns(language: Language) -> &'static Patterns {
    match language {
        Language::English => &ENGLISH,
        Language::Danish => &DANISH,
        Language::Dutch => &DUTCH,
        Language::Czech => &CZECH,
        Language::Norwegian => &NORWEGIAN,
        Language::Swedish => &SWEDISH,
        Language::German => &GERMAN,
        Language::French => &FRENCH,
    }
}

/// The currency behind the amount.
const BEHIND: Money = Money {
    positive: "#\u{a0}¤",
    negative: "-#\u{a0}¤",
};

/// The currency before the amount, the minus between them.
const BEFORE: Money = Money {
    positive: "¤\u{a0}#",
    negative: "¤\u{a0}-#",
};

static ENGLISH: Patterns = Patterns {
    months: "January February March April May June July August September October November December",
    weekdays: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    first: "1",
    date: "d\u{a0}MMMM y",
    day: "EEEE d\u{a0}MMMM y",
    date_time: "d\u{a0}MMMM y 'at' HH:mm",
    time: "HH:mm",
    decimal: '.',
    group: ',',
    minus: '-',
    money: Money {
        positive: "¤#",
        negative: "-¤#",
    },
    money_by_code: Money {
        positive: "¤\u{a0}#",
        negative: "-¤\u{a0}#",
    },
    symbols: &[("USD", "$"), ("EUR", "€"), ("GBP", "£"), ("JPY", "JP¥")],
};

static DANISH: Patterns = Patterns {
    months: "januar februar marts april maj juni juli august september oktober november december",
    weekdays: "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    first: "1",
    date: "d.\u{a0}MMMM y",
    day: "EEEE 'den' d.\u{a0}MMMM y",
    date_time: "d.\u{a0}MMMM y 'kl'.\u{a0}HH.mm",
    time: "HH.mm",
    decimal: ',',
    group: '.',
    minus: '-',
    money: BEHIND,
    money_by_code: BEHIND,
    symbols: &[("DKK", "kr."), ("EUR", "€"), ("GBP", "£"), ("USD", "US$")],
};

static DUTCH: Patterns = Patterns {
    months: "januari februari maart april mei juni juli augustus september oktober november december",
    weekdays: "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    first: "1",
    date: "d\u{a0}MMMM y",
    day: "EEEE d\u{a0}MMMM y",
    date_time: "d\u{a0}MMMM y 'om' HH:mm",
    time: "HH:mm",
    decimal: ',',
    group: '.',
    minus: '-',
    money: BEFORE,
    money_by_code: BEFORE,
    symbols: &[("EUR", "€"), ("GBP", "£"), ("USD", "US$")],
};

static CZECH: Patterns = Patterns {
    months: "ledna února března dubna května června července srpna září října listopadu prosince",
    weekdays: "pondělí úterý středa čtvrtek pátek sobota neděle",
    first: "1",
    date: "d.\u{a0}MMMM y",
    day: "EEEE d.\u{a0}MMMM y",
    date_time: "d.\u{a0}MMMM y 'v'\u{a0}H:mm",
    time: "H:mm",
    decimal: ',',
    group: '\u{a0}',
    minus: '-',
    money: BEHIND,
    money_by_code: BEHIND,
    symbols: &[("CZK", "Kč"), ("EUR", "€"), ("GBP", "£"), ("USD", "US$")],
};

static NORWEGIAN: Patterns = Patterns {
    months: "januar februar mars april mai juni juli august september oktober november desember",
    weekdays: "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    first: "1",
    date: "d.\u{a0}MMMM y",
    day: "EEEE d.\u{a0}MMMM y",
    date_time: "d.\u{a0}MMMM y 'kl'.\u{a0}HH:mm",
    time: "HH:mm",
    decimal: ',',
    group: '\u{a0}',
    minus: '\u{2212}',
    money: BEHIND,
    money_by_code: BEHIND,
    symbols: &[("NOK", "kr"), ("EUR", "€"), ("GBP", "£")],
};

static SWEDISH: Patterns = Patterns {
    months: "januari februari mars april maj juni juli augusti september oktober november december",
    weekdays: "måndag tisdag onsdag torsdag fredag lördag söndag",
    first: "1",
    date: "d\u{a0}MMMM y",
    day: "EEEE d\u{a0}MMMM y",
    date_time: "d\u{a0}MMMM y 'kl'.\u{a0}HH:mm",
    time: "HH:mm",
    decimal: ',',
    group: '\u{a0}',
    minus: '\u{2212}',
    money: BEHIND,
    money_by_code: BEHIND,
    symbols: &[
        ("SEK", "kr"),
        ("DKK", "Dkr"),
        ("NOK", "Nkr"),
        ("ISK", "Ikr"),
        ("EUR", "€"),
        ("USD", "US$"),
    ],
};

static GERMAN: Patterns = Patterns {
    months: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    weekdays: "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    first: "1",
    date: "d.\u{a0}MMMM y",
    day: "EEEE, d.\u{a0}MMMM y",
    date_time: "d.\u{a0}MMMM y 'um' HH:mm\u{a0}'Uhr'",
    time: "HH:mm\u{a0}'Uhr'",
    decimal: ',',
    group: '.',
    minus: '-',
    money: BEHIND,
    money_by_code: BEHIND,
    symbols: &[("EUR", "€"), ("GBP", "£"), ("USD", "US$")],
};

static FRENCH: Patterns = Patterns {
    months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    weekdays: "lundi mardi mercredi jeudi vendredi samedi dimanche",
    first: "1er",
    date: "d\u{a0}MMMM y",
    day: "EEEE d\u{a0}MMMM y",
    date_time: "d\u{a0}MMMM y 'à'\u{a0}HH:mm",
    time: "HH:mm",
    decimal: ',',
    group: '\u{202f}',
    minus: '-',
    money: BEHIND,
    money_by_code: BEHIND,
    symbols: &[("EUR", "€"), ("GBP", "£GB"), ("USD", "$US")],
};
