//! How old a signature may be.

use wismo_domain::time::Timestamp;

use super::NotAuthentic;

/// How far ahead of our clock a sender's may be, in seconds: the tolerance of
/// the Standard Webhooks libraries.
pub(super) const MOST_AHEAD: u64 = 300;

/// Seconds since 1970, as they stand in headers.
pub(super) fn seconds(text: &str, what: &'static str) -> Result<Timestamp, NotAuthentic> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let seconds = text.parse().ok().filter(|_| digits);
    seconds
        .and_then(Timestamp::from_second)
        .ok_or(NotAuthentic::Malformed {
            what,
            form: "a number of seconds since 1970",
        })
}

/// Checks that what was signed then is not too old, nor of the future.
pub(super) fn check(signed: Timestamp, now: Timestamp, most: u64) -> Result<(), NotAuthentic> {
    let age = now.as_second().saturating_sub(signed.as_second());
    let seconds = age.unsigned_abs();
    if age > 0 && seconds > most {
        return Err(NotAuthentic::TooOld { seconds, most });
    }
    if age < 0 && seconds > MOST_AHEAD {
        let most = MOST_AHEAD;
        return Err(NotAuthentic::TooNew { seconds, most });
    }
    Ok(())
}
