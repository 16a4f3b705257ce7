//! Room for large bodies: an instance serves many requests at once, and must not
//! hold as many large bodies.

use std::cell::Cell;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::header;
use http_body_util::BodyExt;
use spin_sdk::http::Request;

use crate::outbound::within;
use crate::request::{BodyError, PATIENCE};

/// What every request may hold, in bytes, however many there are.
const SMALL: usize = 1_000_000;

/// How many of an instance's requests hold more at once.
const AT_ONCE: usize = 2;

/// How long it takes until one that waits looks again. (Requests of an instance
/// must not wake each other.)
const PAUSE: Duration = Duration::from_millis(25);

thread_local! {
    static TAKEN: Cell<usize> = const { Cell::new(0) };
}

/// Room for a body. It is free again once this is dropped, so what is made of
/// the body is made before.
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

/// The whole body, of at most `limit` bytes, if it comes in time, and the room
/// that it takes. Beyond what any request may hold it is read once few others
/// are as large; until then its sender waits.
///
/// # Errors
/// When it is larger, too slow, or breaks off.
pub async fn body(request: Request, limit: usize) -> Result<(Bytes, Room), BodyError> {
    let declared = request.headers().get(header::CONTENT_LENGTH);
    let declared = declared.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if declared.is_some_and(|length| length > limit) {
        return Err(BodyError::TooLarge(limit));
    }
    let read = read(request, limit);
    within(PATIENCE, read)
        .await
        .unwrap_or(Err(BodyError::TooSlow))
}

async fn read(request: Request, limit: usize) -> Result<(Bytes, Room), BodyError> {
    let mut body = request.into_body();
    let mut room = Room::default();
    let mut read = BytesMut::new();
    while let Some(frame) = body.frame().await {
        let Ok(part) = frame.map_err(|_| BodyError::Broken)?.into_data() else {
            // Trailers say nothing to us.
            continue;
        };
        let length = read.len().saturating_add(part.len());
        if length > limit {
            return Err(BodyError::TooLarge(limit));
        }
        if length > SMALL {
            room.wait().await;
        }
        read.extend_from_slice(&part);
    }
    Ok((read.freeze(), room))
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
