//! The subject and the header fields of a mail.

use std::fmt::Write;

use wismo_domain::mail::{Mailbox, in_ascii};

use super::localizer::MailLocalizer;
use super::{MailContext, greeting};

/// The subject: the shop's own, or else the same for every mail of an order, so that
/// mail clients show them together. The preheader says what is new.
pub(super) fn subject(localizer: &MailLocalizer<'_>, own: Option<&str>) -> String {
    let own = plain(own.unwrap_or_default());
    if !own.is_empty() {
        return own;
    }
    let arguments = [
        ("number", localizer.number().into()),
        ("shop", localizer.shop().into()),
    ];
    plain(&localizer.texts.with("mail-subject", arguments))
}

/// The sender; one without a name gets the shop's.
pub(super) fn from(localizer: &MailLocalizer<'_>) -> Mailbox {
    let mut from = localizer.context.from.clone();
    if from.name.is_empty() {
        from.name = plain(&localizer.shop());
    }
    from
}

/// A recipient, with the name only if a mail would greet that name too.
pub(super) fn recipient(mailbox: &Mailbox) -> Mailbox {
    let mut mailbox = mailbox.clone();
    if !greeting::is_name(&mailbox.name) {
        mailbox.name.clear();
    }
    mailbox
}

/// Removes isolation marks, which a header field does not need and lists of mails
/// show, and breaks up text that begins like an encoded word (RFC 2047), which the
/// reader's program would decode into anything.
fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
        .replace("=?", "= ?")
}

/// The header fields. They ask machines not to answer (RFC 3834, section 5, and
/// Microsoft's own), and make all mails of an order answer to the same mail, which
/// never existed (RFC 5322, section 3.6.4; providers set the `Message-ID` themselves).
/// If only the customer reads the mail and may switch the mails off, one request
/// does so (RFC 8058).
pub(super) fn fields(context: &MailContext<'_>) -> Vec<(String, String)> {
    let root = root(context);
    let mut fields = vec![
        ("Auto-Submitted", "auto-generated".to_owned()),
        ("X-Auto-Response-Suppress", "All".to_owned()),
        ("In-Reply-To", root.clone()),
        ("References", root),
    ];
    // The URI is the customer's: a reader of a copy must not switch their mails off
    // (RFC 8058, section 3.1).
    if let Some(url) = context
        .unsubscribe_url
        .as_ref()
        .filter(|_| context.cc.is_empty())
    {
        fields.push(("List-Unsubscribe", format!("<{url}>")));
        fields.push((
            "List-Unsubscribe-Post",
            "List-Unsubscribe=One-Click".to_owned(),
        ));
    }
    let owned = fields.into_iter();
    owned
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

/// The mail's root as a message id: `<left@domain>`.
fn root(context: &MailContext<'_>) -> String {
    let id = context
        .root_id
        .trim_start_matches('<')
        .trim_end_matches('>');
    let (left, domain) = id.rsplit_once('@').unwrap_or_else(|| {
        let domain = context.from.address.rsplit_once('@');
        (id, domain.map_or("wismo.invalid", |(_, domain)| domain))
    });
    let id = format!("{}@{domain}", atoms(left));
    let id = in_ascii(&id);
    let (left, domain) = id.rsplit_once('@').unwrap_or((&id, ""));
    format!("<{left}@{}>", atoms(domain))
}

/// Text that may stand on either side of a message id's @; other bytes become `=XX`.
fn atoms(text: &str) -> String {
    let mut atoms = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._+/".contains(&byte) {
            atoms.push(byte.into());
        } else {
            let _ = write!(atoms, "={byte:02X}");
        }
    }
    atoms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_holds_no_encoded_word() {
        assert_eq!(plain("#7 =?UTF-8?B?eA==?="), "#7 = ?UTF-8?B?eA== ?=");
        assert_eq!(plain("\u{2068}متجر\u{2069}"), "متجر");
        let mailbox = Mailbox {
            name: "=?UTF-8?B?eA==?=".to_owned(),
            address: "ada@example.com".to_owned(),
        };
        assert_eq!(recipient(&mailbox).name, "");
    }
}
