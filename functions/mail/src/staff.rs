//! `POST /mail/staff`: sends a mail to a member of the staff, at once or not at all. The
//! desk asks for it on behalf of somebody who waits, and who can ask again.

use std::time::Duration;

use http::StatusCode;
use serde::{Deserialize, Serialize};
use spin_sdk::http::Request;
use wismo_domain::mail::{Mail, SendResult};
use wismo_domain::storage::Store;
use wismo_domain::storage::keys::staff_mail_preview;
use wismo_domain::storage::record::{Record, encode};
use wismo_domain::time::Timestamp;
use wismo_domain::time::protocol::SEND_TIMEOUT;
use wismo_platform::http::{Rejection, Response, request, response};
use wismo_platform::outbound;
use wismo_platform::staff_mail::StaffMail;
use wismo_platform::store::SpinStore;

use crate::COMPONENT;
use crate::config::Config;
use crate::providers::Outgoing;

/// The largest mail, in bytes.
const MAX_BYTES: usize = 64 * 1024;

/// A mail to a member as the provider `preview` keeps it.
#[derive(Serialize, Deserialize)]
pub(crate) struct KeptStaffMail(pub(crate) Mail);

impl Record for KeptStaffMail {
    const VERSION: u32 = 1;
}

/// Sends a mail.
///
/// # Errors
/// When the body is not a mail, the store fails, or the provider does not take it (502).
pub async fn respond(request: Request, config: &Config) -> Result<Response, Rejection> {
    let body = request::body(request, MAX_BYTES).await?;
    // The error would quote the body.
    let Ok(StaffMail { mail, key }) = serde_json::from_slice(&body) else {
        return Err(response::error(StatusCode::BAD_REQUEST, "the body is not a mail").into());
    };
    let out = Outgoing {
        mail: &mail,
        attachments: &[],
        key: &key,
        reference: &key,
    };
    let provider = &config.provider;
    let request = match provider.request(&out, Timestamp::now()) {
        Ok(Some(request)) => request,
        Ok(None) => {
            let kept = encode(&KeptStaffMail(mail))?;
            SpinStore.set(&staff_mail_preview(&key), kept).await?;
            COMPONENT.log(format_args!("preview staff:{key} is ready"));
            return Ok(response::no_content());
        }
        Err(fault) => return Err(refused(&fault)),
    };
    let timeout = Duration::try_from(SEND_TIMEOUT).unwrap_or_default();
    match outbound::request(request, timeout).await {
        Ok(answer) => match provider.outcome(&answer) {
            SendResult::Accepted { .. } => Ok(response::no_content()),
            SendResult::TryAgain { reason, .. }
            | SendResult::OverQuota { reason, .. }
            | SendResult::Unknown { reason }
            | SendResult::RecipientRefused { reason }
            | SendResult::Refused { reason }
            | SendResult::Misconfigured { reason }
            | SendResult::NotReady { reason } => Err(refused(&reason)),
        },
        Err(fault) => Err(refused(&fault)),
    }
}

/// 502 for a mail that did not leave; the operator reads why.
fn refused(why: &dyn std::fmt::Display) -> Rejection {
    COMPONENT.log(format_args!("a mail to the staff was not sent: {why}"));
    response::error(StatusCode::BAD_GATEWAY, "the mail was not sent").into()
}
