//! The staff: the people who sign in at the desk, what each may do, and the keys by
//! which programs use the desk's API.
//!
//! A member is a log of events ([`MemberEvent`]); what is true of them now is its
//! projection ([`Member`]). A session is a sealed text in the browser's cookie, which
//! counts as long as the member's log says so: no session outlives what ended it,
//! whatever a store loses.
//!
//! | module | holds |
//! |---|---|
//! | [`access`] | roles, and what each may do |
//! | [`member`] | a member, and what happens to one |
//! | [`directory`] | the list of members |
//! | [`session`] | signed-in browsers |
//! | [`ticket`] | links and steps that are used once: invitations, new passwords, the second factor |
//! | [`password`] | the rules for passwords, and what of one is hashed |
//! | [`second_factor`] | codes of an authenticator (TOTP), and codes to recover with |
//! | [`api_key`] | the keys of the desk's API |
//! | [`sign_in_rules`] | the rules of signing in that hold for everybody |
//! | [`names`] | names that are taken |
//! | [`audit`] | the record of who did what |

pub mod access;
pub mod api_key;
pub mod audit;
mod author;
pub mod directory;
pub mod member;
pub mod names;
mod newest;
pub mod password;
pub mod second_factor;
pub mod session;
pub mod sign_in_rules;
pub mod ticket;

pub use access::{Access, Permission, Role};
pub use author::Author;
pub use member::{Member, MemberChange, MemberEvent, MemberId};
