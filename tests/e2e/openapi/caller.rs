//! Calls of routes, whose answers are compared with the reference.

use std::collections::BTreeSet;

use reqwest::{RequestBuilder, header};
use serde_json::{Value, json};

use crate::harness::reference::{Answer, REFERENCE};
use crate::harness::{DESK_API_KEY, Wismo};

/// Somebody who calls routes and compares the answers.
pub(super) struct Caller<'a> {
    pub(super) wismo: &'a Wismo,
    /// The operations that have answered as they should to good input.
    pub(super) done: BTreeSet<&'static str>,
}

impl Caller<'_> {
    /// Sends a request, checks the answer, and returns it.
    pub(super) async fn call(&mut self, request: RequestBuilder, status: u16) -> Value {
        let (client, request) = request.build_split();
        let request = request.unwrap();
        let path = request.url().path().to_owned();
        let operation = REFERENCE.operation(request.method().as_str(), &path);
        let sent_type = field(request.headers(), header::CONTENT_TYPE).to_owned();
        let sent = request.body().and_then(|body| body.as_bytes());
        let sent = String::from_utf8_lossy(sent.unwrap_or_default()).into_owned();
        let response = client.execute(request).await.unwrap();
        let headers = response.headers().clone();
        let answered = response.status();
        let body = response.bytes().await.unwrap();
        let body = String::from_utf8_lossy(&body);
        assert_eq!(answered, status, "{} {path}: {body}", operation.id());
        let answer = Answer {
            status: answered,
            media_type: field(&headers, header::CONTENT_TYPE),
            has_tag: headers.contains_key(header::ETAG),
            body: &body,
        };
        REFERENCE.check(operation, &answer);
        if answered.is_success() {
            self.done.insert(operation.id());
            REFERENCE.check_taken(operation, &sent_type, &sent);
        }
        serde_json::from_str(&body).unwrap_or_default()
    }

    /// Calls a route of the desk.
    pub(super) async fn desk(&mut self, method: &str, at: &str, status: u16) -> Value {
        let request = desk(self.wismo, method, at);
        self.call(request, status).await
    }

    /// Sends JSON to a route of the desk.
    pub(super) async fn send(
        &mut self,
        method: &str,
        at: &str,
        body: &Value,
        status: u16,
    ) -> Value {
        let request = desk(self.wismo, method, at).json(body);
        self.call(request, status).await
    }

    /// Writes something of the desk's over a version.
    pub(super) async fn write(
        &mut self,
        method: &str,
        at: &str,
        base: &str,
        body: &Value,
        status: u16,
    ) {
        let request = desk(self.wismo, method, at).header("if-match", base);
        let request = match method {
            "DELETE" => request,
            _ => request.json(body),
        };
        self.call(request, status).await;
    }

    /// Sends a message of the generic source.
    pub(super) async fn message(&mut self, kind: &str, data: &Value, status: u16) -> Value {
        let body = json!({ "type": kind, "data": data }).to_string();
        let request = self
            .wismo
            .signed_request("/hooks/erp", "application/json", body);
        self.call(request, status).await
    }
}

/// A request for JSON with the desk's key.
pub(super) fn desk(wismo: &Wismo, method: &str, at: &str) -> RequestBuilder {
    let request = wismo.request(method, &format!("/desk/api/{at}"));
    request.bearer_auth(DESK_API_KEY)
}

/// The value of a header field, or nothing.
pub(super) fn field(headers: &header::HeaderMap, name: header::HeaderName) -> &str {
    let value = headers.get(name);
    value.map_or("", |value| value.to_str().unwrap())
}
