//! Handing over to the mail component, once a request is acknowledged. No failure here
//! affects the answer: what is missed, the next drain does.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, header};
use wismo_domain::access::secret::Secret;

use crate::{Component, outbound};

/// Time that the mail component may take for a request.
const TIMEOUT: Duration = Duration::from_secs(60);

/// Has the mail component work off the queues, in the background.
pub fn drain(component: Component, job_secret: &Secret) {
    let job_secret = job_secret.clone();
    spin_sdk::wasip3::spawn(async move {
        post(component, &job_secret, "drain", Bytes::new()).await;
    });
}

/// Posts to the mail component.
pub async fn post(component: Component, job_secret: &Secret, route: &str, body: Bytes) {
    let Some(bearer) = bearer(job_secret) else {
        return report(component, &"the job secret cannot stand in a header");
    };
    let request = http::Request::post(format!("http://mail.spin.internal/mail/{route}"))
        .header(header::AUTHORIZATION, bearer)
        .header(header::CONTENT_TYPE, "application/json")
        .body(body);
    let Ok(request) = request else {
        return report(component, &"there is no such route");
    };
    match outbound::request(request, TIMEOUT).await {
        Ok(response) if response.status().is_success() => {}
        Ok(response) => report(component, &response.status()),
        Err(fault) => report(component, &fault),
    }
}

/// The value of `Authorization` that carries a secret. It stays out of debug output.
#[must_use]
pub fn bearer(secret: &Secret) -> Option<HeaderValue> {
    let mut value = HeaderValue::try_from(format!("Bearer {}", secret.reveal())).ok()?;
    value.set_sensitive(true);
    Some(value)
}

/// Tells the operator why the mail component was not told.
pub fn report(component: Component, fault: &dyn std::fmt::Display) {
    component.log(format_args!("mail was not woken: {fault}"));
}
