//! The desk's pages: what a merchant's people see once they are signed in, and the way in.
//!
//! | module | holds |
//! |---|---|
//! | [`shell`] | the document around every page, with its entries |
//! | [`files`] | the style, and modules of script |
//! | [`shortcuts`] | the single keys |
//! | [`field`] | the fields of forms, and what is wrong with them |
//! | [`sign_in`] | signing in, the second factor, proving again who one is |
//! | [`welcome`] | the first owner, invitations, forgotten passwords |
//! | [`account`] | one's own account: name, password, second factor, sessions |
//! | [`people`] | members, what they may do, and the record of what was done |
//! | [`api_keys`] | the keys of the desk's API |
//! | [`customers`], [`customer`] | the people who order: their list, and one of them |
//! | [`notes`] | notes that the staff writes for itself |
//! | [`today`] | what there is to do |
//! | [`order`] | an order, and what can be decided about it |
//! | [`orders`] | the list of orders |
//! | [`settings`] | what a merchant decides: the statuses |
//! | [`search`] | what was found by a few words |
//! | [`path`] | the addresses of orders and customers |
//! | [`mail`] | mails to members |

pub mod account;
pub mod api_keys;
pub mod customer;
pub mod customers;
pub mod field;
pub mod files;
pub mod mail;
pub mod notes;
pub mod order;
pub mod orders;
pub mod path;
pub mod people;
pub mod search;
pub mod settings;
pub mod shell;
pub mod shortcuts;
pub mod sign_in;
pub mod today;
pub mod welcome;

#[cfg(test)]
mod tests;

pub use shell::{DeskFrame, Entry, Visitor};
