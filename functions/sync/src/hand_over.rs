//! Handing over to the mail component, once a delivery is acknowledged. None of
//! it may fail the delivery: what is missed here, the next drain does.

use std::rc::Rc;
use std::time::Duration;

use bytes::Bytes;
use http::header;
use wismo_domain::environment::Environment;
use wismo_domain::jobs::Job;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::outbound;
use wismo_platform::shop_settings::shop_settings;

use crate::settings::Settings;

/// How long the mail component may take over what it is told of.
const TIMEOUT: Duration = Duration::from_secs(60);

/// Has a job looked at, unless its time will come only once it has settled.
pub async fn wake(settings: &Settings, job: &Job) {
    let rules = match shop_settings(&job.order.shop).await {
        Ok(rules) => rules,
        Err(fault) => return report(&fault),
    };
    // A shop that holds is woken, so that a release finds what there is.
    if rules.settle_seconds > 0 && !rules.hold {
        return;
    }
    let body = serde_json::to_vec(job).unwrap_or_default();
    post(&settings.job_secret, "wake", body.into()).await;
}

/// Has the queues worked off, in the background.
pub fn drain(settings: &Rc<Settings>) {
    let settings = Rc::clone(settings);
    spin_sdk::wasip3::spawn(async move {
        post(&settings.job_secret, "drain", Bytes::new()).await;
    });
}

async fn post(job_secret: &str, route: &str, body: Bytes) {
    let request = http::Request::post(format!("http://mail.spin.internal/mail/{route}"))
        .header(header::AUTHORIZATION, format!("Bearer {job_secret}"))
        .header(header::CONTENT_TYPE, "application/json")
        .body(body);
    let Ok(request) = request else {
        return report(&"the job secret cannot stand in a header");
    };
    match outbound::request(request, TIMEOUT).await {
        Ok(response) if response.status().is_success() => {}
        Ok(response) => report(&response.status()),
        Err(fault) => report(&fault),
    }
}

fn report(fault: &dyn std::fmt::Display) {
    let now = SpinEnvironment.now();
    eprintln!("{now} sync: mail was not woken: {fault}");
}
