//! The lines that the components write to their stdout and stderr, and the host's
//! own lines about them.

use std::io::Write as _;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use tokio::io::AsyncWrite;
use wasmtime_wasi::cli::{IsTerminal, StdoutStream};

/// The most bytes of a line; a longer one is written in parts.
const MAX_LINE: usize = 64 * 1024;

/// The place where lines go.
#[derive(Clone)]
pub(crate) enum LogSink {
    /// The host's stderr, as in Spin.
    Stderr,
    /// Memory, for tests.
    Captured(Arc<Mutex<Vec<u8>>>),
}

impl LogSink {
    /// Writes one line of the host's own.
    pub(crate) fn line(&self, text: &str) {
        self.write(format!("{text}\n").as_bytes());
    }

    fn write(&self, bytes: &[u8]) {
        match self {
            // A closed stderr is no reason to fail a request.
            Self::Stderr => drop(std::io::stderr().lock().write_all(bytes)),
            Self::Captured(buffer) => {
                buffer
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .extend_from_slice(bytes);
            }
        }
    }

    /// Everything captured so far; empty if lines go to stderr.
    pub(crate) fn captured(&self) -> String {
        match self {
            Self::Stderr => String::new(),
            Self::Captured(buffer) => {
                let bytes = buffer.lock().unwrap_or_else(PoisonError::into_inner);
                String::from_utf8_lossy(&bytes).into_owned()
            }
        }
    }
}

/// One output stream of an instance. Rust writes `eprintln!` piece by piece, so
/// whole lines are collected here, lest those of other instances get between.
#[derive(Clone)]
pub(crate) struct Lines(Arc<Mutex<Partial>>);

struct Partial {
    sink: LogSink,
    line: Vec<u8>,
}

impl Lines {
    pub(crate) fn new(sink: LogSink) -> Self {
        Self(Arc::new(Mutex::new(Partial {
            sink,
            line: Vec::new(),
        })))
    }
}

impl Partial {
    fn push(&mut self, bytes: &[u8]) {
        self.line.extend_from_slice(bytes);
        let end = match self.line.iter().rposition(|&byte| byte == b'\n') {
            Some(newline) => newline.saturating_add(1),
            None if self.line.len() > MAX_LINE => self.line.len(),
            None => return,
        };
        let rest = self.line.split_off(end);
        self.sink.write(&self.line);
        self.line = rest;
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        if !self.line.is_empty() {
            self.push(b"\n");
        }
    }
}

impl AsyncWrite for Lines {
    fn poll_write(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<std::io::Result<usize>> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(bytes);
        Poll::Ready(Ok(bytes.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

impl IsTerminal for Lines {
    fn is_terminal(&self) -> bool {
        false
    }
}

impl StdoutStream for Lines {
    fn async_stream(&self) -> Box<dyn AsyncWrite + Send + Sync> {
        Box::new(self.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stay_whole() {
        let sink = LogSink::Captured(Arc::default());
        let push = |lines: &Lines, text: &str| lines.0.lock().unwrap().push(text.as_bytes());
        let (one, two) = (Lines::new(sink.clone()), Lines::new(sink.clone()));
        push(&one, "order ");
        push(&two, "b\nc");
        push(&one, "7 ");
        push(&one.clone(), "done\n");
        assert_eq!(sink.captured(), "b\norder 7 done\n");
        drop(two);
        assert_eq!(sink.captured(), "b\norder 7 done\nc\n");
    }
}
