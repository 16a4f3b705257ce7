//! `POST /mail/events/{provider}`: what became of the mails that were sent.
//!
//! | module | holds |
//! |---|---|
//! | [`incoming`] | a delivery, from unverified bytes to what happened |
//! | [`source`] | who sends, and what proves it: `mail_events_secret` |
//! | [`receive`] | the whole way of a delivery, without Spin |
//! | [`happening`] | what can happen to a mail |
//! | `postmark` and the others | one provider's form each: `verify`, `parse` |
//! | `sns` | the signature of what comes through Amazon SNS or Scaleway |
//!
//! Providers that sign nothing share `shared_secret` in place of `verify`.

mod age;
mod bad_body;
mod brevo;
pub mod happening;
pub mod incoming;
mod mac;
pub mod mailgun;
mod mailjet;
mod mailtrap;
mod not_authentic;
mod postmark;
mod read;
mod reason;
pub mod receive;
mod resend;
mod scaleway;
mod sendgrid;
mod ses;
mod setting;
mod shared_secret;
mod sns;
pub mod source;
mod sparkpost;

#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::time::Duration;

use bytes::Bytes;
use http::{Method, StatusCode};
use serde_json::json;
use spin_sdk::http::Request;
use wismo_domain::store::StoreError;
use wismo_domain::time::Timestamp;
use wismo_platform::request::BodyError;
use wismo_platform::{Response, outbound, request, response};

pub use bad_body::BadBody;
pub use happening::{Happening, Kind};
pub use incoming::{Incoming, Unverified, Verified};
pub use not_authentic::NotAuthentic;
pub use read::Parsed;
pub use setting::SettingError;
pub use sns::{Fetched, Signer, Topics};
pub use source::Source;

use receive::{Fault, Fetch, Received};

/// The largest delivery that is taken, in bytes.
const MAX_BODY_BYTES: usize = 1_000_000;

/// How long fetching a certificate may take. SNS waits 15 s for an answer.
const FETCH_TIMEOUT: Duration = Duration::from_secs(5);

/// Most certificates that an instance keeps; signers change theirs once a year.
const MAX_KEPT: usize = 8;

thread_local! {
    /// Certificates that have proved a signature, by their address.
    static KEPT: RefCell<Vec<(String, Bytes)>> = const { RefCell::new(Vec::new()) };
}

/// Takes one delivery of `provider`; `source` is that of the settings, none
/// where `mail_events_secret` is empty. `record` keeps what happened; it is not
/// called for nothing.
///
/// 200 once it is kept; 404 for another provider than the settings'; 401 for
/// what is not authentic; 400 for what cannot be read; 503 where a certificate
/// could not be fetched or the store failed: the provider is to try again.
pub async fn respond(
    request: Request,
    provider: &str,
    source: Option<&Source>,
    record: impl AsyncFnOnce(&[Happening]) -> Result<(), StoreError>,
) -> Response {
    let Some(source) = source.filter(|source| source.name() == provider) else {
        return response::error(StatusCode::NOT_FOUND, "there is nothing here");
    };
    if request.method() != Method::POST {
        return response::method_not_allowed("POST");
    }
    let headers = request.headers().clone();
    let body = match request::body(request, MAX_BODY_BYTES).await {
        Ok(body) => body,
        Err(fault @ BodyError::TooLarge(_)) => {
            return response::error(StatusCode::PAYLOAD_TOO_LARGE, fault.to_string());
        }
        Err(fault @ BodyError::Broken) => {
            return response::error(StatusCode::BAD_REQUEST, fault.to_string());
        }
    };
    let now = Timestamp::now();
    let incoming = Incoming::new(headers, body);
    match receive::receive(incoming, source, &Network, now, record).await {
        Ok(received) => {
            tell(provider, &received, now);
            response::json(StatusCode::OK, &json!({ "events": received.recorded }))
        }
        Err(fault) => refuse(provider, &fault, now),
    }
}

/// What the operator should know of a delivery that was taken.
fn tell(provider: &str, received: &Received, now: Timestamp) {
    if received.unread > 0 {
        let unread = received.unread;
        eprintln!("{now} mail: {unread} events of {provider} name no recipient");
    }
    if received.confirmed {
        eprintln!("{now} mail: confirmed the subscription to the events of {provider}");
    }
}

fn refuse(provider: &str, fault: &Fault, now: Timestamp) -> Response {
    let status = match fault {
        Fault::Store(fault) => return response::try_again("mail", fault),
        Fault::NotAuthentic(_) => StatusCode::UNAUTHORIZED,
        Fault::BadBody(_) => StatusCode::BAD_REQUEST,
        Fault::NotFetched => StatusCode::SERVICE_UNAVAILABLE,
    };
    // Providers show their log to few: the operator sees it here too.
    eprintln!("{now} mail: events of {provider}: {fault}");
    response::error(status, fault.to_string())
}

/// Fetches from the signer, and keeps what has proved a signature.
struct Network;

impl Fetch for Network {
    async fn fetch(&self, address: &str) -> Option<Bytes> {
        let request = http::Request::get(address).body(Bytes::new()).ok()?;
        let response = outbound::request(request, FETCH_TIMEOUT).await.ok()?;
        // A redirect is not followed: it could lead anywhere.
        (response.status() == StatusCode::OK).then(|| response.into_body())
    }

    fn kept(&self, address: &str) -> Option<Bytes> {
        KEPT.with_borrow(|kept| {
            let found = kept.iter().find(|(at, _)| at == address);
            found.map(|(_, body)| body.clone())
        })
    }

    fn keep(&self, address: &str, body: &Bytes) {
        KEPT.with_borrow_mut(|kept| {
            kept.retain(|(at, _)| at != address);
            if kept.len() >= MAX_KEPT {
                kept.remove(0);
            }
            kept.push((address.to_owned(), body.clone()));
        });
    }
}
