//! The content of a response: its JSON, its status, and the time that it asks
//! to wait.

use bytes::Bytes;
use http::{HeaderMap, Response};
use serde_json::Value;
use wismo_domain::mail::SendResult;
use wismo_domain::time::{Duration, Timestamp};

/// The longest time for which a provider can delay the next attempt: a notice
/// lives for 23 hours.
const MAX_REST: Duration = Duration::hours(1);
const MAX_QUOTA_REST: Duration = Duration::hours(12);

/// The body, if it is JSON; else null.
pub(super) fn json(response: &Response<Bytes>) -> Value {
    serde_json::from_slice(response.body()).unwrap_or_default()
}

/// The text at a path (RFC 6901); empty if there is none.
pub(super) fn text<'a>(json: &'a Value, path: &str) -> &'a str {
    json.pointer(path)
        .and_then(Value::as_str)
        .unwrap_or_default()
}

/// A provider's id of a mail, if it looks like one.
pub(super) fn id(id: &str) -> Option<String> {
    let is_id = (1..=128).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic());
    is_id.then(|| id.to_owned())
}

/// `Provider: status, code`. Text that does not have the form of a code is
/// left out, as it might hold an address.
pub(super) fn reason(provider: &str, response: &Response<Bytes>, code: &str) -> String {
    let status = response.status().as_u16();
    let is_code = (1..=60).contains(&code.len())
        && code
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    if is_code {
        format!("{provider}: {status}, {code}")
    } else {
        format!("{provider}: {status}")
    }
}

/// The class of an answer by its status alone.
pub(super) fn by_status(response: &Response<Bytes>, reason: String) -> SendResult {
    match response.status().as_u16() {
        // The key, the account or its plan is wrong; or something answers at an
        // address other than the API's.
        300..=399 | 401..=405 => SendResult::Misconfigured { reason },
        408 | 409 | 425 | 429 => try_again(response, reason),
        // Not a status of HTTP's: the "sending limit exceeded" of Mailgun and
        // SparkPost.
        420 => over_quota(response, reason),
        400..=499 => SendResult::Refused { reason },
        // A gateway lost the answer of the server behind it (RFC 9110, sections
        // 15.6.3 and 15.6.5), which may have taken the mail.
        502 | 504 => SendResult::Unknown { reason },
        500..=599 => try_again(response, reason),
        // A success that does not say what it accepted, or not a status of
        // HTTP's.
        _ => SendResult::Unknown { reason },
    }
}

/// Asks for another attempt soon, at the time that the response gives.
pub(super) fn try_again(response: &Response<Bytes>, reason: String) -> SendResult {
    let after = asked(response).map(|after| after.min(MAX_REST));
    SendResult::TryAgain { reason, after }
}

/// Asks for another attempt much later, at the time that the response gives.
pub(super) fn over_quota(response: &Response<Bytes>, reason: String) -> SendResult {
    over_quota_for(asked(response), reason)
}

/// Asks for another attempt much later.
pub(super) fn over_quota_for(after: Option<Duration>, reason: String) -> SendResult {
    let after = after.map(|after| after.min(MAX_QUOTA_REST));
    SendResult::OverQuota { reason, after }
}

/// The time that the response asks to wait, in whichever field the provider
/// uses.
fn asked(response: &Response<Bytes>) -> Option<Duration> {
    let limits: &[&str] = match response.status().as_u16() {
        // These are from Resend, from SendGrid and Mailgun, and from Brevo.
        // With another status they are about the next request, not about this
        // one.
        420 | 429 => &[
            "retry-after",
            "ratelimit-reset",
            "x-ratelimit-reset",
            "x-sib-ratelimit-reset",
        ],
        _ => &["retry-after"],
    };
    limits.iter().find_map(|name| {
        let value = field(response.headers(), name)?;
        if let Some(moment) = http_date(value) {
            return until(response, moment);
        }
        let digits = value.split(['.', ';']).next().unwrap_or_default();
        match digits.trim().parse().ok()? {
            // Too many for a wait, so these are seconds since 1970.
            moment @ 1_000_000_000.. => until(response, Timestamp::from_second(moment)?),
            seconds @ 1.. => Some(Duration::seconds(seconds)),
            _ => None,
        }
    })
}

/// The time until a moment, by the clock of the response's sender: ours may
/// differ.
pub(super) fn until(response: &Response<Bytes>, moment: Timestamp) -> Option<Duration> {
    let now = http_date(field(response.headers(), "date")?)?;
    let wait = moment.duration_since(now);
    (wait > Duration::ZERO).then_some(wait)
}

/// Reads `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7), or the
/// same with `UTC`.
pub(super) fn http_date(text: &str) -> Option<Timestamp> {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let mut words = text.split_ascii_whitespace().skip(1);
    let (day, month, year, time) = (words.next()?, words.next()?, words.next()?, words.next()?);
    if !matches!(words.next()?, "GMT" | "UTC") {
        return None;
    }
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    format!("{year}-{month:02}-{day:0>2}T{time}Z").parse().ok()
}

fn field<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok().map(str::trim)
}

#[cfg(test)]
mod tests;
