//! Things by their number.

use serde::{Deserialize, Serialize};

/// Things by their number, in order. A sorted list suffices for the few that there
/// are; each kind of `BTreeMap` would add a hundredth to a component's size.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Numbered<T>(Vec<(u64, T)>);

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Numbered<T> {
    /// Returns the thing with this number.
    #[must_use]
    pub fn get(&self, number: u64) -> Option<&T> {
        let index = self.find(number).ok()?;
        self.0.get(index).map(|(_, thing)| thing)
    }

    /// Puts a thing under a number, in place of what was there.
    pub fn insert(&mut self, number: u64, thing: T) {
        match self.find(number) {
            Ok(index) => {
                if let Some(place) = self.0.get_mut(index) {
                    place.1 = thing;
                }
            }
            Err(index) => self.0.insert(index, (number, thing)),
        }
    }

    /// Removes the thing with this number, and returns it.
    pub fn remove(&mut self, number: u64) -> Option<T> {
        let index = self.find(number).ok()?;
        Some(self.0.remove(index).1)
    }

    /// Iterates over the things with their numbers, lowest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (u64, &T)> {
        self.0.iter().map(|(number, thing)| (*number, thing))
    }

    /// The things, to be changed in their places.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().map(|(_, thing)| thing)
    }

    /// Keeps the things for which `keep` is true.
    pub fn retain(&mut self, mut keep: impl FnMut(&T) -> bool) {
        self.0.retain(|(_, thing)| keep(thing));
    }

    /// Returns the number of things.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Tells whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn find(&self, number: u64) -> Result<usize, usize> {
        self.0.binary_search_by_key(&number, |(number, _)| *number)
    }
}

impl<T> IntoIterator for Numbered<T> {
    type Item = (u64, T);
    type IntoIter = std::vec::IntoIter<(u64, T)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_stay_in_the_order_of_their_numbers() {
        let mut things = Numbered::default();
        for number in [5, 1, 9, 5] {
            things.insert(number, number * 10);
        }
        assert_eq!(
            things.iter().collect::<Vec<_>>(),
            [(1, &10), (5, &50), (9, &90)]
        );
        assert_eq!((things.get(5), things.get(4)), (Some(&50), None));
        assert_eq!((things.remove(1), things.remove(1)), (Some(10), None));
        things.retain(|thing| *thing > 50);
        things.values_mut().for_each(|thing| *thing += 1);
        assert_eq!(things.into_iter().collect::<Vec<_>>(), [(9, 91)]);
    }
}
