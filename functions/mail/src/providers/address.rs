//! Mailboxes as the mail APIs read them.

use serde::Serialize;
use wismo_domain::mail::{Mail, Mailbox, in_ascii};

use super::RequestError;

/// The longest name that is sent along, in characters. Names come from whoever
/// filled in the shop's form; a header field does not have room for all of
/// them.
const MAX_NAME: usize = 100;

/// Returns the mail with the domains of its addresses in ASCII; `None` if all
/// addresses are in ASCII already.
pub(super) fn with_ascii_domains(mail: &Mail) -> Option<Mail> {
    let boxes = [Some(&mail.from), Some(&mail.to), mail.reply_to.as_ref()];
    let mut boxes = boxes.into_iter().flatten().chain(&mail.cc);
    if boxes.all(|mailbox| mailbox.address.is_ascii()) {
        return None;
    }
    let mut mail = mail.clone();
    let boxes = [
        Some(&mut mail.from),
        Some(&mut mail.to),
        mail.reply_to.as_mut(),
    ];
    for mailbox in boxes.into_iter().flatten().chain(&mut mail.cc) {
        mailbox.address = in_ascii(&mailbox.address).into_owned();
    }
    Some(mail)
}

/// The address of a mailbox, whose domain is in ASCII already.
///
/// The APIs accept only ASCII addresses, Postmark for one
/// (<https://postmarkapp.com/support/article/1180-what-does-errorcode-300-mean>),
/// or take others and send mails that do not arrive.
pub(super) fn ascii(mailbox: &Mailbox) -> Result<&str, RequestError> {
    if mailbox.address.is_ascii() {
        Ok(&mailbox.address)
    } else {
        Err(RequestError::Address)
    }
}

/// The name of a mailbox, cut to [`MAX_NAME`].
pub(super) fn name(mailbox: &Mailbox) -> String {
    mailbox.name.chars().take(MAX_NAME).collect()
}

/// The name without the punctuation that an API gets wrong if there are also
/// characters beyond ASCII.
pub(super) fn plain_name(mailbox: &Mailbox) -> String {
    let mut name = name(mailbox);
    if !name.is_ascii() {
        name.retain(|c| !r#"()<>[]:;@\,.""#.contains(c));
    }
    name.trim().to_owned()
}

/// `Name <address>`, with the name in quotes if it has punctuation.
pub(super) fn field(mailbox: &Mailbox) -> Result<String, RequestError> {
    let short = Mailbox {
        name: name(mailbox),
        address: ascii(mailbox)?.to_owned(),
    };
    Ok(short.to_string())
}

/// The recipients of copies, at most `most`. A copy is left out if the APIs do
/// not take its address, if it is one too many, or if its recipient gets the
/// mail already (SendGrid would refuse the whole mail): even without the copy,
/// the customer gets the mail.
pub(super) fn copies(mail: &Mail, most: usize) -> Vec<&Mailbox> {
    let mut copies: Vec<&Mailbox> = Vec::new();
    for copy in &mail.cc {
        let is_same = |other: &Mailbox| other.address.eq_ignore_ascii_case(&copy.address);
        let is_there = is_same(&mail.to) || copies.iter().any(|other| is_same(other));
        if copy.address.is_ascii() && !is_there && copies.len() < most {
            copies.push(copy);
        }
    }
    copies
}

/// The recipients of copies, as [`field`]s.
pub(super) fn copy_fields(mail: &Mail, most: usize) -> Vec<String> {
    let copies = copies(mail, most).into_iter();
    copies.filter_map(|copy| field(copy).ok()).collect()
}

/// `{"email": ..., "name": ...}`, without an empty name.
#[derive(Serialize)]
pub(super) struct Party<'a> {
    pub(super) email: &'a str,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) name: String,
}

impl<'a> Party<'a> {
    pub(super) fn of(mailbox: &'a Mailbox) -> Result<Self, RequestError> {
        Ok(Self {
            email: ascii(mailbox)?,
            name: name(mailbox),
        })
    }

    pub(super) fn copies(mail: &'a Mail, most: usize) -> Vec<Self> {
        let copies = copies(mail, most).into_iter();
        copies.filter_map(|copy| Self::of(copy).ok()).collect()
    }
}

/// `{"Email": ..., "Name": ...}`, without an empty name.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct CapitalParty<'a> {
    email: &'a str,
    #[serde(skip_serializing_if = "String::is_empty")]
    name: String,
}

impl<'a> From<Party<'a>> for CapitalParty<'a> {
    fn from(Party { email, name }: Party<'a>) -> Self {
        Self { email, name }
    }
}

impl<'a> CapitalParty<'a> {
    pub(super) fn of(mailbox: &'a Mailbox) -> Result<Self, RequestError> {
        Party::of(mailbox).map(Self::from)
    }

    pub(super) fn copies(mail: &'a Mail, most: usize) -> Vec<Self> {
        let copies = Party::copies(mail, most).into_iter();
        copies.map(Self::from).collect()
    }
}
