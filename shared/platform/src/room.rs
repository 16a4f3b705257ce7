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
    let declared = request.headers().get(header::CONTENT_LENGTH);
    let declared = declared.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if declared.is_some_and(|length| length > limit) {
        return Err(BodyError::TooLarge(limit));
    }
    let mut body = request.into_body();
    let mut read = Read {
        limit,
        bytes: BytesMut::new(),
    };
    let mut room = Room::default();
    let small = read.frames(&mut body, SMALL, PATIENCE);
    if within(PATIENCE, small).await.ok_or(BodyError::TooSlow)?? == Progress::Whole {
        return Ok((read.bytes.freeze(), room));
    }
    // The time spent waiting for room does not count.
    let waited = within(PATIENCE, room.wait()).await;
    waited.ok_or(BodyError::NoRoom)?;
    let rest = read.frames(&mut body, limit, STALL);
    within(PATIENCE, rest).await.ok_or(BodyError::TooSlow)??;
    Ok((read.bytes.freeze(), room))
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
    limit: usize,
    bytes: BytesMut,
}

impl Read {
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
            let length = self.bytes.len().saturating_add(part.len());
            if length > self.limit {
                return Err(BodyError::TooLarge(self.limit));
            }
            self.bytes.extend_from_slice(&part);
            if length > most {
                return Ok(Progress::Beyond);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
