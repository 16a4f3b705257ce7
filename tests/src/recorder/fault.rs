//! What goes wrong with a request.

use std::time::Duration;

/// What goes wrong with one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The mail is not looked at; the answer is this status and body.
    Status(u16, String),
    /// The mail is taken, and the answer comes this much later. Until then
    /// Resend's key counts as in progress.
    Silence(Duration),
    /// The mail is taken, and the connection closed without an answer.
    ResetBeforeAnswer,
    /// The mail is taken, and the answer is a 200 that breaks off.
    Garbage,
}
