//! `GET /desk/api/{shop}/suppressions/{address}`: the reason why an address
//! gets no mails; `DELETE` lifts it, so that mails go there again.

use http::{Method, StatusCode};
use serde_json::json;
use wismo_domain::suppression::Suppression;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, response};

/// Tells why an address gets no mails, or lifts that suppression.
pub async fn respond(shop: &str, address: &str, method: &Method) -> Response {
    let answer = async {
        if *method == Method::DELETE {
            Suppression::lift(&SpinStore, shop, address).await?;
            return Ok(response::no_content());
        }
        let suppression = Suppression::of(&SpinStore, shop, address).await?;
        Ok(match suppression {
            Some(suppression) => response::json(StatusCode::OK, &suppression),
            None => {
                let message = "this address is not suppressed: it gets mails";
                response::error(StatusCode::NOT_FOUND, message)
            }
        })
    };
    match *method {
        Method::GET | Method::HEAD | Method::DELETE => {
            answer
                .await
                .unwrap_or_else(|fault: wismo_domain::store::StoreError| {
                    response::try_again("desk", &fault)
                })
        }
        _ => response::method_not_allowed("GET, HEAD, DELETE"),
    }
}

/// `GET /desk/api/{shop}/mail`: tells whether mails are sent at all, and if not,
/// why.
pub async fn sending() -> Response {
    match wismo_domain::notices::Circuit::read(&SpinStore).await {
        Ok(circuit) => {
            let answer = json!({ "failures": circuit.failures, "paused": circuit.open });
            response::json(StatusCode::OK, &answer)
        }
        Err(fault) => response::try_again("desk", &fault),
    }
}
