//! One page of what several shops have: the newest of all of them, and for each shop the place
//! where its next page begins.

use std::collections::BTreeMap;
use std::iter::Peekable;
use std::vec::IntoIter;

/// The place of a shop of which nothing was shown yet.
const BEGINNING: &str = "new";

/// The places where a page begins, by shop: `north.17-4_south.new`. A shop that is left out
/// has nothing more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places(BTreeMap<String, String>);

impl Places {
    /// Reads the places of an address; none on the first page.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let places = text.split('_').filter_map(|place| place.split_once('.'));
        let places: BTreeMap<_, _> = places
            .map(|(shop, at)| (shop.to_owned(), at.to_owned()))
            .collect();
        (!places.is_empty()).then_some(Self(places))
    }

    /// Tells whether a shop has anything more, and from which place on.
    #[must_use]
    pub fn of(places: Option<&Self>, shop: &str) -> Option<Place> {
        match places {
            None => Some(Place(None)),
            Some(Self(places)) => places.get(shop).map(|at| match at.as_str() {
                BEGINNING => Place(None),
                at => Place(Some(at.to_owned())),
            }),
        }
    }

    fn text(&self) -> Option<String> {
        let places = self.0.iter().map(|(shop, at)| format!("{shop}.{at}"));
        let places: Vec<String> = places.collect();
        (!places.is_empty()).then(|| places.join("_"))
    }
}

/// A place in what a shop has; its beginning if it is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place(pub Option<String>);

/// A row of a shop, in the order of its shop.
pub struct Row<K, R> {
    /// The key by which rows of several shops are ordered: the greatest first.
    pub key: K,
    /// The place behind it.
    pub after: String,
    /// The content.
    pub content: R,
}

/// The next rows of a shop.
pub struct Slice<K, R> {
    /// The shop's id.
    pub shop: String,
    /// The place where they begin.
    pub from: Place,
    /// The rows.
    pub rows: Vec<Row<K, R>>,
    /// The place behind all that was looked through, if there is more.
    pub next: Option<String>,
}

/// A page of several shops.
pub struct Merged<R> {
    /// The rows.
    pub rows: Vec<R>,
    /// The places where the next page begins, as they stand in an address.
    pub next: Option<String>,
}

/// The number of rows that each of some shops is asked for: all shops together cost about as
/// much as one or two, however many they are.
#[must_use]
pub fn rows_of_each(most: usize, shops: usize) -> usize {
    (most * 2 / shops.max(1)).max(5).min(most)
}

/// The rest of a shop's rows.
struct Left<K, R> {
    shop: String,
    /// The place behind the last row that was taken.
    at: String,
    rows: Peekable<IntoIter<Row<K, R>>>,
    next: Option<String>,
    had_rows: bool,
}

impl<K: Copy, R> Left<K, R> {
    fn of(slice: Slice<K, R>) -> Self {
        Self {
            shop: slice.shop,
            at: slice.from.0.unwrap_or_else(|| BEGINNING.to_owned()),
            had_rows: !slice.rows.is_empty(),
            rows: slice.rows.into_iter().peekable(),
            next: slice.next,
        }
    }

    fn key(&mut self) -> Option<K> {
        self.rows.peek().map(|row| row.key)
    }

    fn take(&mut self) -> Option<R> {
        let row = self.rows.next()?;
        self.at = row.after;
        Some(row.content)
    }

    /// Tells whether all its rows are taken, and there may be more.
    fn is_cut(&mut self) -> bool {
        self.had_rows && self.rows.peek().is_none() && self.next.is_some()
    }

    /// The place where its next page begins.
    fn place(mut self) -> Option<(String, String)> {
        let at = match self.rows.peek() {
            Some(_) => Some(self.at),
            None => self.next,
        };
        Some((self.shop, at?))
    }
}

/// Merges what several shops have into one page. It ends where a shop has more than was read:
/// what comes then may be newer than the rest.
#[must_use]
pub fn merge<K: Ord + Copy, R>(slices: Vec<Slice<K, R>>, most: usize) -> Merged<R> {
    let mut lists: Vec<Left<K, R>> = slices.into_iter().map(Left::of).collect();
    let mut rows = Vec::new();
    while rows.len() < most && !lists.iter_mut().any(Left::is_cut) {
        let newest = lists
            .iter_mut()
            .filter_map(|list| Some((list.key()?, list)));
        let newest = newest.max_by_key(|(key, _)| *key);
        let Some(row) = newest.and_then(|(_, list)| list.take()) else {
            break;
        };
        rows.push(row);
    }
    Merged {
        rows,
        next: Places(lists.into_iter().filter_map(Left::place).collect()).text(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows of a shop from a place on: the keys below it.
    fn slice(shop: &str, all: &[u32], from: Place, most: usize) -> Slice<u32, (String, u32)> {
        let below = from.0.as_deref().map_or(u32::MAX, |at| at.parse().unwrap());
        let left: Vec<u32> = all.iter().copied().filter(|key| *key < below).collect();
        let rows = left.iter().take(most).map(|key| Row {
            key: *key,
            after: key.to_string(),
            content: (shop.to_owned(), *key),
        });
        Slice {
            shop: shop.to_owned(),
            from,
            rows: rows.collect(),
            next: left
                .get(..most)
                .and_then(|some| some.last())
                .map(u32::to_string),
        }
    }

    #[test]
    fn all_pages_together_have_each_row_once_the_newest_first() {
        let shops: [(&str, Vec<u32>); 3] = [
            ("busy", (0..60).rev().collect()),
            ("quiet", vec![57, 3]),
            ("none", Vec::new()),
        ];
        for most in [1, 4, 7, 100] {
            let mut shown = Vec::new();
            let mut places: Option<Places> = None;
            loop {
                let slices = shops.iter().filter_map(|(shop, all)| {
                    let from = Places::of(places.as_ref(), shop)?;
                    Some(slice(shop, all, from, rows_of_each(most, shops.len())))
                });
                let page = merge(slices.collect(), most);
                assert!(page.rows.len() <= most);
                shown.extend(page.rows);
                let Some(next) = page.next else { break };
                places = Some(Places::parse(&next).unwrap());
                assert!(shown.len() <= 62, "{most}");
            }
            let keys: Vec<u32> = shown.iter().map(|(_, key)| *key).collect();
            assert!(keys.is_sorted_by(|a, b| a >= b), "{most}: {keys:?}");
            assert_eq!(shown.len(), 62, "{most}");
        }
    }

    #[test]
    fn an_address_that_holds_no_places_is_that_of_the_first_page() {
        for text in ["", "x", "_", "north"] {
            assert_eq!(Places::parse(text), None, "{text}");
        }
        let places = Places::parse("north.7-3_south.new");
        let of = |shop| Places::of(places.as_ref(), shop);
        assert_eq!(of("north"), Some(Place(Some("7-3".to_owned()))));
        assert_eq!(of("south"), Some(Place(None)));
        assert_eq!(of("east"), None);
        assert_eq!(Places::of(None, "east"), Some(Place(None)));
    }
}
