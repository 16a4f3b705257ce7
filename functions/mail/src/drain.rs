//! `POST /mail/drain`: works off what is due. A scheduler calls it each minute.

use http::StatusCode;
use wismo_domain::environment::Environment;
use wismo_domain::jobs::drain;
use wismo_domain::time::Duration;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, response};

use crate::post_office::PostOffice;
use crate::settings::Settings;

/// How long a drain begins new looks; the last of them may still send for
/// [`SEND_TIMEOUT`](wismo_domain::notices::SEND_TIMEOUT).
const BUDGET: Duration = Duration::seconds(20);

/// Drains every queue, and tells what came of it.
pub async fn respond(settings: &Settings) -> Response {
    let until = SpinEnvironment.now() + BUDGET;
    match drain(
        &SpinStore,
        &SpinEnvironment,
        &PostOffice { settings },
        until,
    )
    .await
    {
        Ok(drained) => response::json(StatusCode::OK, &drained),
        Err(fault) => response::try_again("mail", &fault),
    }
}
