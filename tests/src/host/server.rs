//! The HTTP/1 server.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use http::Request;
use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::CancellationToken;
use wasmtime_wasi_http::Error;

use super::app::App;

/// Pause after a failed `accept`, which most likely lacks file descriptors.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// Binds the address.
///
/// # Errors
/// When the address is taken, or not this machine's.
pub(crate) async fn bind(address: SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|error| {
        if error.kind() == ErrorKind::AddrInUse {
            anyhow!("{address} is already in use")
        } else {
            anyhow!("cannot listen on {address}: {error}")
        }
    })
}

/// Serves until `stop`, then lets the requests that are under way finish.
pub(crate) async fn serve(listener: TcpListener, app: Arc<App>, stop: CancellationToken) {
    let graceful = GracefulShutdown::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = stop.cancelled() => break,
        };
        match accepted {
            Ok((stream, client)) => {
                // A component writes head and body separately. Without this, the second
                // write waits 40 ms for the client's delayed acknowledgement.
                let _ = stream.set_nodelay(true);
                let connection = graceful.watch(connection(stream, client, Arc::clone(&app)));
                // An error here means that the client went away, or that the host
                // refuses a request by closing the connection.
                tokio::spawn(connection);
            }
            Err(error) => {
                app.log
                    .line(&format!("cannot accept a connection: {error}"));
                tokio::time::sleep(ACCEPT_PAUSE).await;
            }
        }
    }
    drop(listener);
    graceful.shutdown().await;
}

fn connection(
    stream: TcpStream,
    client: SocketAddr,
    app: Arc<App>,
) -> impl hyper_util::server::graceful::GracefulConnection<Error = hyper::Error> + Send {
    let service = service_fn(move |request: Request<Incoming>| {
        let app = Arc::clone(&app);
        let request = request.map(|body| body.map_err(Error::from).boxed_unsync());
        async move {
            app.handle(request, client)
                .await
                .context("request refused")
                .map_err(|error| {
                    app.log.line(&format!("{error:#}"));
                    error
                })
        }
    });
    http1::Builder::new().serve_connection(TokioIo::new(stream), service)
}
