//! Room for large bodies: an instance serves many requests at once, but must not
//! hold that many large bodies.

use std::cell::Cell;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::header;
use http_body_util::BodyExt;
use spin_sdk::http::Request;

use crate::http::request::{BodyError, PATIENCE};
use crate::outbound::within;

/// Bytes that every request may hold, however many requests there are.
const SMALL: usize = 1_000_000;

/// Number of an instance's requests that may hold more at once.
const AT_ONCE: usize = 2;

/// Time for which a sender that has room may stay silent, since others wait for it.
const STALL: Duration = Duration::from_secs(3);

/// Pause before a waiting request looks again. (Requests of an instance cannot wake
/// each other.)
const PAUSE: Duration = Duration::from_millis(25);

thread_local! {
    static TAKEN: Cell<usize> = const { Cell::new(0) };
}

/// The most bytes of a body that are read to its end, though they are not kept: a browser
/// that is answered before it has sent everything shows no answer.
const DISCARDED: usize = 32 * 1024 * 1024;

/// Room for a body. It is free again once this is dropped, so work on the body must
/// be done before that.
#[derive(Debug, Default)]
pub struct Room {
    is_large: bool,
}

impl Room {
    fn take(&mut self) -> bool {
        let taken = TAKEN.get();
        if !self.is_large && taken < AT_ONCE {
            TAKEN.set(taken + 1);
            self.is_large = true;
        }
        self.is_large
    }

    async fn wait(&mut self) {
        while !self.take() {
            spin_sdk::time::sleep(PAUSE).await;
        }
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        if self.is_large {
            TAKEN.set(TAKEN.get().saturating_sub(1));
        }
    }
}

/// Reads the whole body, of at most `limit` bytes, if it comes in time, and returns it
/// with the room that it takes. Beyond what any request may hold, a body is read only
/// while few others are as large; until then its sender waits.
///
/// # Errors
/// When it is larger, too slow, or breaks off.
pub async fn body(request: Request, limit: usize) -> Result<(Bytes, Room), BodyError> {
    let (start, room) = read(request, limit, limit).await?;
    Ok((start.bytes, room))
}

/// The beginning of a body.
#[derive(Debug)]
pub struct Start {
    /// The bytes that are kept.
    pub bytes: Bytes,
    /// True if there were more.
    pub is_cut: bool,
}

/// Reads a body as [`body`] does, and keeps at most `limit` bytes of one that is larger.
///
/// # Errors
/// When it is much larger, too slow, or breaks off.
pub async fn start(request: Request, limit: usize) -> Result<(Start, Room), BodyError> {
    read(request, limit, limit.max(DISCARDED)).await
}

async fn read(request: Request, kept: usize, limit: usize) -> Result<(Start, Room), BodyError> {
    let declared = request.headers().get(header::CONTENT_LENGTH);
    let declared = declared.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if declared.is_some_and(|length| length > limit) {
        return Err(BodyError::TooLarge(limit));
    }
    let mut body = request.into_body();
    let mut read = Read {
        kept,
        limit,
        length: 0,
        bytes: BytesMut::new(),
    };
    let mut room = Room::default();
    let small = read.frames(&mut body, SMALL, PATIENCE);
    if within(PATIENCE, small).await.ok_or(BodyError::TooSlow)?? == Progress::Whole {
        return Ok((read.start(), room));
    }
    // What is thrown away takes no room.
    if kept > SMALL {
        // The time spent waiting for room does not count.
        let waited = within(PATIENCE, room.wait()).await;
        waited.ok_or(BodyError::NoRoom)?;
    }
    let rest = read.frames(&mut body, limit, STALL);
    within(PATIENCE, rest).await.ok_or(BodyError::TooSlow)??;
    Ok((read.start(), room))
}

/// The extent to which a body was read.
#[derive(PartialEq)]
enum Progress {
    /// The end of the body was reached.
    Whole,
    /// More was read than was asked for.
    Beyond,
}

/// A body that is coming in.
struct Read {
    /// The most bytes that are kept.
    kept: usize,
    /// The most bytes that it may have.
    limit: usize,
    /// The bytes that came.
    length: usize,
    bytes: BytesMut,
}

impl Read {
    fn start(self) -> Start {
        Start {
            is_cut: self.length > self.bytes.len(),
            bytes: self.bytes.freeze(),
        }
    }

    /// Reads on to the end, or until there are more than `most` bytes. Each frame must
    /// come within `stall`.
    async fn frames<B>(
        &mut self,
        body: &mut B,
        most: usize,
        stall: Duration,
    ) -> Result<Progress, BodyError>
    where
        B: BodyExt<Data = Bytes> + Unpin,
    {
        loop {
            let frame = within(stall, body.frame()).await;
            let Some(frame) = frame.ok_or(BodyError::TooSlow)? else {
                return Ok(Progress::Whole);
            };
            let Ok(part) = frame.map_err(|_| BodyError::Broken)?.into_data() else {
                // Trailers do not matter to us.
                continue;
            };
            self.length = self.length.saturating_add(part.len());
            if self.length > self.limit {
                return Err(BodyError::TooLarge(self.limit));
            }
            let fits = self.kept.saturating_sub(self.bytes.len()).min(part.len());
            self.bytes
                .extend_from_slice(part.get(..fits).unwrap_or_default());
            if self.length > most {
                return Ok(Progress::Beyond);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(parts: &[&'static [u8]], kept: usize, limit: usize) -> Result<Start, BodyError> {
        let mut read = Read {
            kept,
            limit,
            length: 0,
            bytes: BytesMut::new(),
        };
        for part in parts {
            let mut body = http_body_util::Full::new(Bytes::from_static(part));
            futures::executor::block_on(read.frames(&mut body, limit, STALL))?;
        }
        Ok(read.start())
    }

    #[test]
    fn a_body_is_kept_up_to_a_limit_and_read_up_to_another() {
        let cut = |parts: &[&'static [u8]]| {
            let start = read_all(parts, 4, 8)?;
            Ok((start.bytes.to_vec(), start.is_cut))
        };
        assert_eq!(cut(&[b"ab", b"cd"]), Ok((b"abcd".to_vec(), false)));
        assert_eq!(cut(&[b"abc", b"def"]), Ok((b"abcd".to_vec(), true)));
        assert_eq!(cut(&[b"abcdef", b"ghi"]), Err(BodyError::TooLarge(8)));
    }

    #[test]
    fn few_large_bodies_have_room_at_once() {
        let mut rooms: Vec<Room> = (0..=AT_ONCE).map(|_| Room::default()).collect();
        let taken: Vec<bool> = rooms.iter_mut().map(Room::take).collect();
        assert_eq!(taken, [true, true, false]);
        let mut last = rooms.pop().unwrap();
        assert!(
            rooms.iter_mut().all(Room::take),
            "room that one has stays its own"
        );
        drop(rooms.pop());
        assert!(last.take());
        drop((rooms, last));
        assert_eq!(TAKEN.get(), 0);
    }
}
