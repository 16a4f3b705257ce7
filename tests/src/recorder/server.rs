//! The recorder's HTTP server: one request, one fault, one answer.

use std::future::poll_fn;
use std::sync::Arc;

use http::request::Parts;
use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, Limited};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use super::fault::{Answered, NoAnswer};
use super::memory::{Memory, Reserved, Submitted};
use super::{
    Api, Fault, brevo, mailgun, mailjet, mailpit, mailtrap, postmark, resend, scaleway, sendgrid,
    ses, sparkpost,
};

/// The most bytes: more than the APIs take, so that the recorder says what the API would.
const MAX_BODY: usize = 50_000_000;

/// An answer that a mail was not taken.
pub(super) struct Refusal {
    pub(super) status: StatusCode,
    pub(super) body: String,
    /// The reason, for [`Recorder::refused`](super::Recorder::refused).
    pub(super) why: String,
}

/// An answer that a mail was taken.
pub(super) struct Answer {
    pub(super) status: u16,
    /// A header field beside those of every answer.
    pub(super) field: Option<(&'static str, String)>,
    pub(super) body: String,
}

impl Answer {
    pub(super) fn ok(body: &serde_json::Value) -> Self {
        Self {
            status: 200,
            field: None,
            body: body.to_string(),
        }
    }
}

/// Serves until it is told to stop.
pub(super) async fn serve(
    listener: TcpListener,
    api: Api,
    memory: Arc<Memory>,
    mut stopped: oneshot::Receiver<()>,
) {
    loop {
        let stream = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => stream,
                Err(_) => continue,
            },
            _ = &mut stopped => return,
        };
        let memory = Arc::clone(&memory);
        tokio::spawn(connection(stream, api, memory));
    }
}

/// Serves a connection. If the script says so, or the client is gone, it fails: then it
/// is reset, not closed in good order.
async fn connection(stream: TcpStream, api: Api, memory: Arc<Memory>) {
    let service = service_fn(|request| Box::pin(answer(api, Arc::clone(&memory), request)));
    let mut serving = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    let served = poll_fn(|context| serving.poll_without_shutdown(context)).await;
    let stream = serving.into_parts().io.into_inner();
    if served.is_err() {
        let _ = stream.set_zero_linger();
    }
}

async fn answer(
    api: Api,
    memory: Arc<Memory>,
    request: Request<Incoming>,
) -> Result<Response<Answered>, NoAnswer> {
    let _under_way = memory.begin();
    let (parts, body) = request.into_parts();
    let fault = memory.next_fault();
    if fault == Some(Fault::ResetMidRequest) {
        return Err(NoAnswer);
    }
    let body = Limited::new(body, MAX_BODY)
        .collect()
        .await
        .map_err(|_| NoAnswer)?
        .to_bytes();
    let scripted = match &fault {
        Some(Fault::Status(status, body)) => Some((*status, None, body)),
        Some(Fault::StatusWith(status, field, body)) => Some((*status, Some(field), body)),
        _ => None,
    };
    if let Some((status, field, body)) = scripted {
        return Ok(success(Answer {
            status,
            field: field.cloned(),
            body: body.clone(),
        }));
    }
    let (key, ok) = match take(api, &memory, &parts, &body) {
        Ok(taken) => taken,
        Err(refusal) => return Ok(response(refusal.status, refusal.body)),
    };
    let delay = match &fault {
        Some(Fault::Silence(delay)) => Some(*delay),
        _ => None,
    };
    if let Some(key) = key {
        let memory = Arc::clone(&memory);
        match delay {
            // In a task of its own, since a client that hangs up ends this function.
            Some(delay) => drop(tokio::spawn(async move {
                tokio::time::sleep(delay).await;
                memory.answered(&key);
            })),
            None => memory.answered(&key),
        }
    }
    if let Some(delay) = delay {
        tokio::time::sleep(delay).await;
    }
    match fault {
        Some(Fault::ResetBeforeAnswer) => Err(NoAnswer),
        Some(Fault::Garbage) => {
            let half = ok.body.get(..ok.body.len() / 2).unwrap_or_default();
            Ok(response(StatusCode::OK, half.to_owned()))
        }
        Some(Fault::ResetMidAnswer) => Ok(success(ok).map(Answered::broken_off)),
        _ => Ok(success(ok)),
    }
}

/// Takes a mail; returns the idempotency key that is now in progress, and the answer.
fn take(
    api: Api,
    memory: &Memory,
    parts: &Parts,
    body: &[u8],
) -> Result<(Option<String>, Answer), Refusal> {
    let noted = |refusal: Refusal| {
        memory.refuse(refusal.why.clone());
        refusal
    };
    let (mail, value) = read(api, parts, body).map_err(noted)?;
    let key = mail.key.clone().filter(|_| api == Api::Resend);
    let Some(key) = key else {
        let to = mail.to.clone();
        let id = memory.accept(mail);
        return Ok((None, accepted(api, &id, &to)));
    };
    match memory.accept_once(&key, &value, mail) {
        Reserved::Id(id) => Ok((Some(key), accepted(api, &id, ""))),
        // This is nobody's mistake: a client that tries again meets it.
        Reserved::InProgress => Err(resend::in_progress()),
        Reserved::OtherBody => Err(noted(resend::other_body())),
    }
}

fn read(api: Api, parts: &Parts, body: &[u8]) -> Result<(Submitted, serde_json::Value), Refusal> {
    match api {
        Api::Postmark => postmark::read(parts, body),
        Api::Resend => resend::read(parts, body),
        Api::SendGrid => sendgrid::read(parts, body),
        Api::Mailgun => mailgun::read(parts, body),
        Api::Brevo => brevo::read(parts, body),
        Api::Ses => ses::read(parts, body),
        Api::Mailjet => mailjet::read(parts, body),
        Api::SparkPost => sparkpost::read(parts, body),
        Api::Mailtrap => mailtrap::read(parts, body),
        Api::Scaleway => scaleway::read(parts, body),
        Api::Mailpit => mailpit::read(parts, body),
    }
}

fn accepted(api: Api, id: &str, mail_to: &str) -> Answer {
    match api {
        Api::Postmark => postmark::accepted(id, mail_to),
        Api::Resend => resend::accepted(id),
        Api::SendGrid => sendgrid::accepted(id),
        Api::Mailgun => mailgun::accepted(id),
        Api::Brevo => brevo::accepted(id),
        Api::Ses => ses::accepted(id),
        Api::Mailjet => mailjet::accepted(id),
        Api::SparkPost => sparkpost::accepted(id),
        Api::Mailtrap => mailtrap::accepted(id),
        Api::Scaleway => scaleway::accepted(id),
        Api::Mailpit => mailpit::accepted(id),
    }
}

/// The media type in a header field, without its parameters.
pub(super) fn media_type(parts: &Parts, name: &str) -> String {
    let value = parts
        .headers
        .get(name)
        .and_then(|value| value.to_str().ok());
    let value = value.and_then(|value| value.split(';').next());
    value.unwrap_or_default().trim().to_ascii_lowercase()
}

fn success(answer: Answer) -> Response<Answered> {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
    let mut response = response(status, answer.body);
    if let Some((name, value)) = answer.field
        && let Ok(value) = http::HeaderValue::try_from(value)
    {
        response.headers_mut().insert(name, value);
    }
    response
}

fn response(status: StatusCode, body: String) -> Response<Answered> {
    let mut response = Response::new(Answered::whole(body));
    *response.status_mut() = status;
    let json = http::HeaderValue::from_static("application/json; charset=utf-8");
    response.headers_mut().insert("content-type", json);
    response
}
