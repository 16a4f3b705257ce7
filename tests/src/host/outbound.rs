//! Requests that a component makes: to the world, or to another component.
//!
//! Rules: Spin's `crates/factor-outbound-http/src/wasi.rs` and
//! `crates/trigger-http/src/outbound_http.rs`.

use std::sync::{Arc, Weak};

use http::header::HOST;
use http::{Request, Response};
use wasmtime_wasi_http::{Error, RequestOptions, WasiBody, WasiHttpHooks, default_send_request};

use super::allowed_hosts::{AllowedHosts, chaining_target};
use super::app::App;
use super::log::LogSink;
use super::stand_ins::StandIns;

/// The outbound side of one component.
#[derive(Clone)]
pub(crate) struct Outbound {
    pub(crate) component: String,
    pub(crate) allowed: Arc<AllowedHosts>,
    /// A weak reference, since the application owns its components.
    pub(crate) app: Weak<App>,
    pub(crate) log: LogSink,
    pub(crate) stand_ins: StandIns,
}

/// The end of sending a request's body.
type Sending = Box<dyn Future<Output = Result<(), Error>> + Send>;

impl WasiHttpHooks for Outbound {
    /// Sends a request. Without options, each of the timeouts is 600 s, as in Spin.
    fn send_request(
        &mut self,
        request: Request<WasiBody>,
        options: Option<RequestOptions>,
        _received: Sending,
    ) -> Box<dyn Future<Output = Result<(Response<WasiBody>, Sending), Error>> + Send> {
        let outbound = self.clone();
        Box::new(async move { outbound.send(request, options).await })
    }
}

impl Outbound {
    async fn send(
        self,
        mut request: Request<WasiBody>,
        options: Option<RequestOptions>,
    ) -> Result<(Response<WasiBody>, Sending), Error> {
        let uri = request.uri();
        if !self.allowed.allows(&uri.to_string()) {
            // The path stays out of the log: it may hold a customer's token.
            self.log.line(&format!(
                "{}: request to {}://{} refused, allowed_outbound_hosts does not have it",
                self.component,
                uri.scheme_str().unwrap_or_default(),
                uri.authority().map_or("", |authority| authority.as_str()),
            ));
            return Err(Error::HttpRequestDenied);
        }
        match uri.host().and_then(chaining_target) {
            Some(target) => {
                let target = target.to_owned();
                let response = self.chain(&target, request).await?;
                Ok((response, Box::new(std::future::ready(Ok(())))))
            }
            None => {
                let led = self.stand_ins.lead(&mut request);
                led.map_err(|error| Error::InternalError(Some(error.to_string())))?;
                let (response, sending) = default_send_request(request, options).await?;
                Ok((
                    response.map(http_body_util::BodyExt::boxed_unsync),
                    Box::new(sending),
                ))
            }
        }
    }

    /// Hands the request to another component, in memory.
    async fn chain(
        self,
        target: &str,
        mut request: Request<WasiBody>,
    ) -> Result<Response<WasiBody>, Error> {
        let internal = |error: String| Error::InternalError(Some(error));
        let app = self
            .app
            .upgrade()
            .ok_or_else(|| internal("the host is stopping".to_owned()))?;
        request.headers_mut().remove(HOST);
        app.chain(target, request)
            .await
            .map_err(|error| internal(format!("{error:#}")))
    }
}
