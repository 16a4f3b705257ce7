//! Handing over to the mail component, once something is acknowledged. None of
//! it may fail that: what is missed here, the next drain does.

use std::time::Duration;

use bytes::Bytes;
use http::header;
use wismo_domain::time::Timestamp;

use crate::outbound;

/// How long the mail component may take over what it is told of.
const TIMEOUT: Duration = Duration::from_secs(60);

/// Has the queues worked off, in the background.
pub fn drain(component: &'static str, job_secret: &str) {
    let job_secret = job_secret.to_owned();
    spin_sdk::wasip3::spawn(async move {
        post(component, &job_secret, "drain", Bytes::new()).await;
    });
}

/// Posts to the mail component.
pub async fn post(component: &str, job_secret: &str, route: &str, body: Bytes) {
    let request = http::Request::post(format!("http://mail.spin.internal/mail/{route}"))
        .header(header::AUTHORIZATION, format!("Bearer {job_secret}"))
        .header(header::CONTENT_TYPE, "application/json")
        .body(body);
    let Ok(request) = request else {
        return report(component, &"the job secret cannot stand in a header");
    };
    match outbound::request(request, TIMEOUT).await {
        Ok(response) if response.status().is_success() => {}
        Ok(response) => report(component, &response.status()),
        Err(fault) => report(component, &fault),
    }
}

/// Tells the operator why the mail component was not told.
pub fn report(component: &str, fault: &dyn std::fmt::Display) {
    eprintln!(
        "{} {component}: mail was not woken: {fault}",
        Timestamp::now()
    );
}
