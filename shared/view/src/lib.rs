//! The words and the HTML that customers, and the merchant's people, see.
//!
//! Words come from the Fluent files in `texts/`, one folder per language; dates,
//! numbers and money from [`mod@format`].

pub mod carriers;
mod colour;
pub mod desk;
mod direction;
pub mod format;
pub mod mail;
pub mod page;
#[cfg(test)]
mod snapshots;
#[cfg(test)]
mod tests;
pub mod texts;
mod url;
pub mod words;
