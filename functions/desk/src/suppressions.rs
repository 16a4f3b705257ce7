//! `GET /desk/api/{shop}/suppressions/{address}`: the reason why an address
//! gets no mails; `DELETE` lifts it, so that mails go there again.

use http::{Method, StatusCode};
use serde::Serialize;
use wismo_domain::mail::suppression::Suppression;
use wismo_domain::notices::{Circuit, Opening};
use wismo_platform::http::{Rejection, Response, response};
use wismo_platform::store::SpinStore;

/// The state of sending.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Sending {
    /// The number of sends that failed since the last that went well.
    failures: u32,
    /// The reason why nothing is sent now, if so.
    paused: Option<Opening>,
}

/// Tells why an address gets no mails, or lifts that suppression.
///
/// # Errors
/// When the address is not suppressed, or the store fails.
pub async fn respond(shop: &str, address: &str, method: &Method) -> Result<Response, Rejection> {
    match *method {
        Method::GET | Method::HEAD => {
            let suppression = Suppression::of(&SpinStore, shop, address).await?;
            Ok(match suppression {
                Some(suppression) => response::json(StatusCode::OK, &suppression),
                None => {
                    let message = "this address is not suppressed: it gets mails";
                    response::error(StatusCode::NOT_FOUND, message)
                }
            })
        }
        Method::DELETE => {
            Suppression::lift(&SpinStore, shop, address).await?;
            Ok(response::no_content())
        }
        _ => Ok(response::method_not_allowed("GET, HEAD, DELETE")),
    }
}

/// `GET /desk/api/{shop}/mail`: tells whether mails are sent at all, and if not,
/// why.
///
/// # Errors
/// When the store fails.
pub async fn sending() -> Result<Response, Rejection> {
    let circuit = Circuit::read(&SpinStore).await?;
    let answer = Sending {
        failures: circuit.failures,
        paused: circuit.open,
    };
    Ok(response::json(StatusCode::OK, &answer))
}
