//! `POST /mail/wake`: looks at one job at once. `sync` names the job that it
//! has just written; if this fails, the next drain looks at it.

use http::StatusCode;
use spin_sdk::http::Request;
use wismo_domain::notices::process_order;
use wismo_domain::queue::Job;
use wismo_domain::storage::keys::OrderKey;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::{Rejection, Response, request, response};

use crate::config::Config;
use crate::provider_mailer::ProviderMailer;

/// The largest job, in bytes.
const MAX_JOB_BYTES: usize = 4096;

/// Looks at a job.
///
/// # Errors
/// When the body is not a job, or the store fails.
pub async fn respond(request: Request, config: &Config) -> Result<Response, Rejection> {
    let body = request::body(request, MAX_JOB_BYTES).await?;
    let job = serde_json::from_slice::<Job>(&body).ok();
    // The key is made anew from the received ids, which checks them.
    let Some(job) = job.and_then(|job| {
        let order = OrderKey::new(&job.order.shop, &job.order.order).ok()?;
        Some(Job { order, ..job })
    }) else {
        return Err(response::error(StatusCode::BAD_REQUEST, "the body is not a job").into());
    };
    let mailer = ProviderMailer::open(config).await?;
    let look = process_order(SPIN_CONTEXT, &mailer, &job, None).await?;
    Ok(response::json(StatusCode::OK, &look))
}
