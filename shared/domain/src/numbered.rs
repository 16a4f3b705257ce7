//! Things by their number.

/// Things by their number, in order: a sorted list, for there are few of them.
pub type Numbered<T> = litemap::LiteMap<u64, T>;
