//! Mailboxes as the mail APIs read them.

use wismo_domain::mail::Mailbox;

use super::RequestError;

/// Longest name that is sent along. Names come from whoever filled the shop's
/// form; a header field has no room for all of them.
const MAX_NAME: usize = 100;

/// Most copies of a mail: Postmark takes 50 recipients of all kinds together
/// (<https://postmarkapp.com/developer>), and Resend no more than 50 of a kind
/// (<https://resend.com/docs/api-reference/emails/send-email>).
const MAX_COPIES: usize = 49;

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

/// Who gets a copy. One whose address the APIs do not take is left out, as is
/// one too many: for want of a copy, the customer still gets the mail.
pub(super) fn copies(mailboxes: &[Mailbox]) -> Vec<String> {
    let fields = mailboxes.iter().filter_map(|mailbox| field(mailbox).ok());
    fields.take(MAX_COPIES).collect()
}
