//! Cutting texts into tokens: the pieces by which something is found.
//!
//! A query's word finds every token that begins with it. So that a part of a name
//! is found too, the endings of each word are tokens as well.

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;

use super::phone::digits;

/// The fewest letters of a part of a name by which it is found.
pub(super) const SHORTEST_PART: usize = 3;

/// The fewest characters of a number's ending by which it is found.
const SHORTEST_ENDING: usize = 4;

/// The most characters of a parcel's number that people read aloud.
const LONGEST_ENDING: usize = 8;

/// The form of a text, which decides the parts by which it is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// The name of a person or a company: found by any part of a word.
    Name,
    /// An e-mail address: found whole, by any part of what stands before the @, and by its domain.
    Email,
    /// A postcode: found by its beginning.
    Postcode,
    /// A number that the shop gives out: found by its beginning and its end.
    Number,
    /// A number of many digits that others give out: found by its beginning and its last digits.
    LongNumber,
    /// A phone number: found whole and by its last digits.
    Phone,
    /// A digest: found whole.
    Digest,
}

impl Form {
    /// Lists the tokens of a text; some may be there twice.
    pub(super) fn tokens(self, text: &str) -> Vec<String> {
        let text = fold(text);
        let mut tokens = Vec::new();
        match self {
            Self::Name => {
                for chunk in text.split_whitespace() {
                    tokens.extend(endings(&joined(chunk), SHORTEST_PART..));
                    let pieces = pieces(chunk);
                    if pieces.len() > 1 {
                        tokens.extend(pieces);
                    }
                }
            }
            Self::Email => {
                let (local, domain) = text.trim().rsplit_once('@').unwrap_or((&text, ""));
                tokens.extend(endings(&joined(local), SHORTEST_PART..));
                // `mail.shop.example` is found by `mail.shop` and by `shop.exa`.
                let labels: Vec<&str> = domain.split('.').collect();
                let names = 0..labels.len().saturating_sub(1);
                tokens.extend(names.filter_map(|at| Some(joined(&labels.get(at..)?.concat()))));
                tokens.push(text.trim().to_owned());
            }
            Self::Postcode => {
                tokens.extend(text.split_whitespace().next().map(joined));
                tokens.push(joined(&text));
            }
            Self::Number => tokens.extend(endings(&joined(&text), SHORTEST_ENDING..)),
            Self::LongNumber => {
                let ends = SHORTEST_ENDING..LONGEST_ENDING + 1;
                tokens.extend(endings(&joined(&text), ends));
            }
            Self::Phone => tokens.extend(endings(&digits(&text), SHORTEST_ENDING..)),
            Self::Digest => tokens.push(text),
        }
        tokens.retain(|token| !token.is_empty());
        tokens
    }
}

/// Lists a text, and its endings with as many characters.
fn endings(text: &str, lengths: impl std::ops::RangeBounds<usize>) -> Vec<String> {
    let len = text.chars().count();
    let starts = text.char_indices().enumerate();
    let ends = starts.filter(|(at, _)| *at == 0 || lengths.contains(&(len - at)));
    ends.filter_map(|(_, (start, _))| text.get(start..))
        .map(str::to_owned)
        .collect()
}

/// Joins a folded text's letters and digits: what its spellings have in common.
pub(super) fn joined(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Lists the pieces of a folded text that stand between other characters than letters
/// and digits.
pub(super) fn pieces(text: &str) -> Vec<String> {
    let pieces = text.split(|c: char| !c.is_alphanumeric());
    let pieces = pieces.filter(|piece| !piece.is_empty());
    pieces.map(str::to_owned).collect()
}

/// Folds a text: without accents, in lower case, and letters that no keyboard of the
/// neighbours has as those that their people type.
pub(super) fn fold(text: &str) -> String {
    let classes = CanonicalCombiningClassMapBorrowed::new();
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd().normalize_iter(text.chars());
    let base = decomposed.filter(|c| classes.get_u8(*c) == 0);
    let mut folded = String::with_capacity(text.len());
    for c in base.flat_map(char::to_lowercase) {
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            'ς' => folded.push('σ'),
            c => folded.push(c),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_eight_languages_are_folded() {
        for (text, folded) in [
            ("Jiří Dvořák", "jiri dvorak"),
            ("Žofie Ďáblová", "zofie dablova"),
            ("Søren Kjær-Ångström", "soren kjaer-angstrom"),
            ("Jürgen Groß", "jurgen gross"),
            ("JÜRGEN GROẞ", "jurgen gross"),
            ("Zoë O’Brien", "zoe o’brien"),
            ("François Lœwe-Çelik", "francois loewe-celik"),
            ("Håkon Bjørnstjerne", "hakon bjornstjerne"),
            ("Daniël IJsselstein", "daniel ijsselstein"),
            ("Åsa Öberg", "asa oberg"),
            // Neighbours, and other forms of the same letters.
            ("Łukasz Đorđević", "lukasz dordevic"),
            ("İpek Işık", "ipek isik"),
            ("A\u{30A}sa ﬁnn Ｎｏ．１", "asa finn no.1"),
        ] {
            assert_eq!(fold(text), folded);
            assert_eq!(fold(folded), folded, "folding twice is folding once");
        }
    }

    #[test]
    fn each_form_has_the_tokens_that_people_look_for() {
        for (form, text, tokens) in [
            (Form::Name, "Bo Berg", "bo berg erg"),
            (Form::Name, "O'Brien", "obrien brien rien ien o brien"),
            (
                Form::Email,
                " Al.Ek@Mail.Shop.example",
                "alek lek mailshopexample shopexample al.ek@mail.shop.example",
            ),
            (Form::Email, "nobody", "nobody obody body ody nobody"),
            (Form::Postcode, "SW1A 1AA", "sw1a sw1a1aa"),
            (Form::Postcode, "8000", "8000 8000"),
            (Form::Number, "#N-10017", "n10017 10017 0017"),
            (Form::Number, "17", "17"),
            (
                Form::LongNumber,
                "JD01 4600 0012 3456",
                "jd01460000123456 00123456 0123456 123456 23456 3456",
            ),
            (
                Form::Phone,
                "+45 12 34 56 78",
                "4512345678 512345678 12345678 2345678 345678 45678 5678",
            ),
            (Form::Phone, "0045 (1)234", "451234 51234 1234"),
            (Form::Phone, "none", ""),
            (Form::Digest, "p:00ff", "p:00ff"),
            (Form::Name, "- –", ""),
        ] {
            assert_eq!(form.tokens(text).join(" "), tokens, "{form:?} {text}");
        }
    }
}
