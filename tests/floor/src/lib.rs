//! A component that answers "ok": the floor that the cost of Wismo's own is compared with.

use http::Response;
use spin_sdk::http::Request;

/// Entry point of the component.
#[cfg_attr(target_family = "wasm", spin_sdk::http_service)]
pub async fn handle(_: Request) -> Response<String> {
    Response::new("ok".to_owned())
}
