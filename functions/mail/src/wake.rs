//! `POST /mail/wake`: looks at one job at once. `sync` names the job that it
//! has just written; if this fails, the next drain looks at it.

use http::StatusCode;
use spin_sdk::http::Request;
use wismo_domain::jobs::Job;
use wismo_domain::keys::OrderKey;
use wismo_domain::notices::look;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, request, response};

use crate::post_office::PostOffice;
use crate::settings::Settings;

/// The largest job, in bytes.
const MAX_JOB_BYTES: usize = 4096;

/// Looks at a job.
pub async fn respond(request: Request, settings: &Settings) -> Response {
    let body = match request::body(request, MAX_JOB_BYTES).await {
        Ok(body) => body,
        Err(fault) => return response::no_body(fault),
    };
    let job = serde_json::from_slice::<Job>(&body).ok();
    // The key is made anew from the received ids, which checks them.
    let Some(job) = job.and_then(|job| {
        let order = OrderKey::new(&job.order.shop, &job.order.order).ok()?;
        Some(Job { order, ..job })
    }) else {
        return response::error(StatusCode::BAD_REQUEST, "the body is not a job");
    };
    let look = async {
        let post = PostOffice::open(settings).await?;
        look(&SpinStore, &SpinEnvironment, &post, &job, None).await
    };
    match look.await {
        Ok(look) => response::json(StatusCode::OK, &look),
        Err(fault) => response::try_again("mail", &fault),
    }
}
