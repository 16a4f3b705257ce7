//! Mails to members of the staff: handed to the mail component, and sent at once or not
//! at all. Whoever asked for one sees whether it left, and can ask again.

use std::time::Duration;

use bytes::Bytes;
use http::header;
use serde::{Deserialize, Serialize};
use wismo_domain::access::secret::Secret;
use wismo_domain::mail::Mail;

use crate::mail_client::bearer;
use crate::outbound;

/// Time that sending may take.
const TIMEOUT: Duration = Duration::from_secs(20);

/// A mail that is to be sent at once.
#[derive(Debug, Serialize, Deserialize)]
pub struct StaffMail {
    /// The mail.
    pub mail: Mail,
    /// A name for it, by which a provider knows a copy: 1 to 80 of a-z, 0-9 and -.
    pub key: String,
}

/// Has a mail sent, and tells whether a provider took it.
pub async fn send(job_secret: &Secret, mail: &StaffMail) -> bool {
    let (Some(bearer), Ok(body)) = (bearer(job_secret), serde_json::to_vec(mail)) else {
        return false;
    };
    let request = http::Request::post("http://mail.spin.internal/mail/staff")
        .header(header::AUTHORIZATION, bearer)
        .header(header::CONTENT_TYPE, "application/json")
        .body(Bytes::from(body));
    let Ok(request) = request else { return false };
    let Ok(answer) = outbound::request(request, TIMEOUT).await else {
        return false;
    };
    answer.status().is_success()
}
