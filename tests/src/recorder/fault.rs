//! Faults that happen to requests, by a script.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use hyper::body::{Body, Frame, SizeHint};
use tokio::time::Sleep;

/// A fault that happens to one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The mail is not looked at; the answer is this status and body.
    Status(u16, String),
    /// The same, with one more header field.
    StatusWith(u16, (&'static str, String), String),
    /// The mail is taken, and the answer comes this much later. Until then,
    /// Resend's key counts as in progress.
    Silence(Duration),
    /// The mail is not read to its end: the connection is reset.
    ResetMidRequest,
    /// The mail is taken, and the connection reset without an answer.
    ResetBeforeAnswer,
    /// The mail is taken, and the connection reset in the middle of the answer.
    ResetMidAnswer,
    /// The mail is taken, and the answer is a 200 that breaks off.
    Garbage,
}

/// The connection is closed without an answer, or in the middle of it.
#[derive(Debug, thiserror::Error)]
#[error("no answer, by the script or for want of a body")]
pub(super) struct NoAnswer;

/// Time that the half of an answer has to reach its reader.
const HALF_TIME: Duration = Duration::from_millis(100);

/// The body of an answer: all of it, or its first half and then a reset.
pub(super) struct Answered {
    rest: Bytes,
    promised: u64,
    reset: Option<Pin<Box<Sleep>>>,
}

impl Answered {
    pub(super) fn whole(body: String) -> Self {
        Self {
            promised: body.len() as u64,
            rest: Bytes::from(body),
            reset: None,
        }
    }

    /// The first half of the answer, and then a reset.
    pub(super) fn broken_off(self) -> Self {
        Self {
            rest: self.rest.slice(..self.rest.len() / 2),
            reset: Some(Box::pin(tokio::time::sleep(HALF_TIME))),
            ..self
        }
    }
}

impl Body for Answered {
    type Data = Bytes;
    type Error = NoAnswer;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, NoAnswer>>> {
        let rest = std::mem::take(&mut self.rest);
        if !rest.is_empty() {
            return Poll::Ready(Some(Ok(Frame::data(rest))));
        }
        match &mut self.reset {
            Some(time) => time.as_mut().poll(context).map(|()| Some(Err(NoAnswer))),
            None => Poll::Ready(None),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty() && self.reset.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.promised)
    }
}
