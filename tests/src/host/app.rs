//! The running application: routes to components.
//!
//! Rules: `handle` and `handle_trigger_route` in Spin's
//! `crates/trigger-http/src/server.rs`.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use anyhow::{Context, Result};
use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, Full};
use wasmtime_wasi_http::WasiBody;
use wasmtime_wasi_http::handler::ProxyHandler;

use super::instances::Instances;
use super::log::LogSink;
use super::request::{add_headers, complete_url, strip};
use super::routes::{RouteMatch, Routes};

/// The path below which Spin answers itself.
const WELL_KNOWN: &str = "/.well-known/spin/";

/// The client's address of a chained request, as Spin sets it.
const CHAINED_CLIENT: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::UNSPECIFIED), 0);

/// An application and its components.
pub(crate) struct App {
    /// The data that `/.well-known/spin/info` shows.
    pub(crate) info: Info,
    pub(crate) routes: Routes,
    pub(crate) components: BTreeMap<String, ProxyHandler<Instances>>,
    pub(crate) log: LogSink,
}

/// The application's name and version.
#[derive(serde::Serialize)]
pub(crate) struct Info {
    pub(crate) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) version: Option<String>,
}

impl App {
    /// Answers a request from the network.
    ///
    /// # Errors
    /// When a request has no clear host; the connection is closed then.
    pub(crate) async fn handle(
        &self,
        mut request: Request<WasiBody>,
        client: SocketAddr,
    ) -> Result<Response<WasiBody>> {
        strip(&mut request);
        let path = request.uri().path();
        if let Some(well_known) = path.strip_prefix(WELL_KNOWN) {
            return self.well_known(well_known);
        }
        match self.routes.find(path) {
            Some(matched) => self.dispatch(&matched, request, client).await,
            None => Ok(empty(StatusCode::NOT_FOUND)),
        }
    }

    /// Answers a request that another component makes to `target`.
    ///
    /// # Errors
    /// When there is no such component.
    pub(crate) async fn chain(
        &self,
        target: &str,
        request: Request<WasiBody>,
    ) -> Result<Response<WasiBody>> {
        let matched = RouteMatch::chained(target, request.uri().path());
        self.dispatch(&matched, request, CHAINED_CLIENT).await
    }

    async fn dispatch(
        &self,
        matched: &RouteMatch,
        mut request: Request<WasiBody>,
        client: SocketAddr,
    ) -> Result<Response<WasiBody>> {
        let RouteMatch { component, .. } = matched;
        complete_url(&mut request)?;
        let handler = self
            .components
            .get(component)
            .with_context(|| format!("no component `{component}`"))?;
        let answer = match add_headers(&mut request, matched, client) {
            Ok(()) => handler
                .handle((), request)
                .await
                .map_err(anyhow::Error::from),
            Err(error) => Err(error),
        };
        Ok(answer.unwrap_or_else(|error| {
            self.log
                .line(&format!("{component}: request failed: {error:#}"));
            empty(StatusCode::INTERNAL_SERVER_ERROR)
        }))
    }

    fn well_known(&self, name: &str) -> Result<Response<WasiBody>> {
        match name {
            "health" => Ok(Response::new(body("OK"))),
            "info" => Ok(Response::builder()
                .header("content-type", "application/json")
                .body(body(serde_json::to_vec_pretty(&self.info)?))?),
            _ => Ok(empty(StatusCode::NOT_FOUND)),
        }
    }
}

fn body(bytes: impl Into<Bytes>) -> WasiBody {
    Full::new(bytes.into()).map_err(Into::into).boxed_unsync()
}

fn empty(status: StatusCode) -> Response<WasiBody> {
    let mut response = Response::new(body(Bytes::new()));
    *response.status_mut() = status;
    response
}
