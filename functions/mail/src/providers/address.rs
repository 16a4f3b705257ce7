//! Mailboxes as the mail APIs read them.

use wismo_domain::mail::Mailbox;

use super::RequestError;

/// Longest name that is sent along. Names come from whoever filled the shop's
/// form; a header field has no room for all of them.
const MAX_NAME: usize = 100;

/// `Name <address>`, the name quoted where it has punctuation.
///
/// Both APIs check addresses against ASCII alone; Postmark says so in
/// <https://postmarkapp.com/support/article/1180-what-does-errorcode-300-mean>.
pub(super) fn field(mailbox: &Mailbox) -> Result<String, RequestError> {
    if !mailbox.address.is_ascii() {
        return Err(RequestError::Address);
    }
    let short = Mailbox {
        name: mailbox.name.chars().take(MAX_NAME).collect(),
        address: mailbox.address.clone(),
    };
    Ok(short.to_string())
}
