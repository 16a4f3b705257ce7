//! A small template engine: text with variables, checked when it is saved and filled
//! in within fixed bounds. It knows nothing of mails: its variables are an argument.
//!
//! The syntax is a part of Jinja's: `{{ variable }}`, `if` and `for`, comparisons,
//! `and`, `or`, `not`, and four filters. All of it works as in `MiniJinja`; a test
//! compares the two.
//!
//! Why not `MiniJinja`:
//!
//! - It bounds steps ("fuel") but not memory: `{% set x = x ~ x %}` doubles a text with
//!   each step. A component that runs out of memory traps, and a trap ends its
//!   instance's other requests.
//! - It finds an unknown variable or a wrong type only in the branch that it runs. This
//!   engine checks every branch, and the type of each expression, when a template is
//!   saved: [`parse()`].
//!
//! | module | holds |
//! |---|---|
//! | [`variable`] | the variables that a template may use, and their types |
//! | [`value`] | the values that fill them in |
//! | [`filter`] | the filters |
//! | `lexer` | text to tokens |
//! | [`parser`] | tokens to a tree; finds every error of a template |
//! | [`ast`] | the tree |
//! | [`eval`](mod@eval) | fills a tree in |
//! | [`error`] | an error of a template, with its line |

pub mod ast;
pub mod error;
pub mod eval;
pub mod filter;
mod lexer;
pub mod parser;
pub mod value;
pub mod variable;

pub use error::TemplateError;
pub use eval::eval;
pub use filter::FilterKind;
pub use parser::parse;
pub use value::{Record, Value, Values};
pub use variable::{Kind, Variable};

#[cfg(test)]
mod tests;
