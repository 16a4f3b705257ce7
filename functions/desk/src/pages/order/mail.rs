//! The mails of an order: writing one, and those that are kept.

mod form;
mod kept;
mod write;

use http::StatusCode;
use sha2::{Digest, Sha256};
use wismo_domain::mail::{FileSource, Mail};
use wismo_view::desk::field::WrongField;
use wismo_view::desk::order::mail::MailWarning;

use super::{ID, Looked};
use crate::mails::send::Wish;
use crate::mails::warnings::{Warning, WarningReason, recipients};
use crate::pages::PageRequest;
use crate::pages::desk::Desk;
use crate::pages::gate::Visit;

/// A member at the mails of an order.
pub struct OrderMails<'a> {
    /// The desk.
    pub desk: &'a Desk,
    /// The member.
    pub visit: &'a Visit,
    /// The order.
    pub looked: &'a Looked<'a>,
    /// The request.
    pub request: &'a PageRequest,
}

impl OrderMails<'_> {
    /// The wish for a mail: the same form with the same mail asks for one.
    fn wish(&self, mail: &Mail) -> Wish {
        let form = self.request.form.get(ID).unwrap_or_default();
        let to: Vec<&str> = recipients(mail).map(|to| to.address.as_str()).collect();
        let files = mail.attachments.iter();
        let files: Vec<String> = files
            .map(|file| match &file.source {
                FileSource::File(sha256) => format!("{} {sha256}", file.name),
                FileSource::Url(url) => format!("{} {url}", file.name),
            })
            .collect();
        let files = files.join(",");
        let parts = [form, &to.join(","), &files, &mail.subject, &mail.text];
        let digest = Sha256::digest(parts.join("\n"));
        Wish {
            preview: false,
            id: Some(base16ct::lower::encode_string(&digest)),
            by: Some(self.visit.actor()),
        }
    }
}

const fn status(wrong: &[WrongField]) -> StatusCode {
    match wrong.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

fn warning(warning: Warning) -> (MailWarning, Option<String>) {
    let reason = match warning.reason {
        WarningReason::NotSetToReceive => MailWarning::NotSetToReceive,
        WarningReason::Unsubscribed => MailWarning::Unsubscribed,
        WarningReason::Suppressed => MailWarning::Suppressed,
        WarningReason::DeadLink => MailWarning::DeadLink,
    };
    (reason, warning.address)
}
