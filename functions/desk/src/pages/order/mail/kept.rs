//! `.../mails/{notice}`: a mail that was sent, or waits.

use wismo_domain::notices::{Cancelled, Notice, cancel, kept_mail};
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::{Rejection, Response};
use wismo_platform::store::SpinStore;
use wismo_view::desk::field::{Done, Wrong, WrongField};
use wismo_view::desk::order::mail::{MailPage, ShownMail, kept};

use super::{OrderMails, status, warning};
use crate::mails::again::Resend;
use crate::mails::send::{Sending, send};
use crate::mails::write::mailbox;
use crate::pages::order::new_id;

impl OrderMails<'_> {
    /// Shows a mail that was sent, or waits; sends it again, or calls it back.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn kept(&self, number: &str) -> Result<Response, Rejection> {
        let member = self.visit.member();
        let Some(number) = number.parse::<u64>().ok().filter(|n| *n > 0) else {
            return Ok(self.desk.nothing_here(member));
        };
        let key = &self.looked.key;
        let Some(mail) = kept_mail(&SpinStore, key, number).await? else {
            return Ok(self.desk.nothing_here(member));
        };
        let notice = Notice::read(&SpinStore, key, number).await?;
        let mut errors = Vec::new();
        let pressed = self.request.form.get("do");
        match pressed {
            Some("recall") => match cancel(SPIN_CONTEXT, key, number).await? {
                Cancelled::Done { may_be_sent } => {
                    let done = match may_be_sent {
                        true => Done::MailMayHaveLeft,
                        false => Done::MailRecalled,
                    };
                    return Ok(self.looked.back(self.desk, done));
                }
                Cancelled::BeingSent | Cancelled::Over(_) | Cancelled::NoMail => {
                    errors.push(WrongField::new("to", Wrong::TooLate));
                }
            },
            Some("again") => {
                let typed = self.request.form.get("to").unwrap_or_default();
                match mailbox("to", typed.trim()) {
                    Ok(to) => {
                        let resend = Resend {
                            notice: number,
                            to: Some(to),
                            corrects: self.request.form.get("correct").is_some(),
                        };
                        let found = Some(self.looked.found.clone());
                        let ready = resend.ready(&self.desk.mails, key, mail.clone(), found);
                        let wish = self.wish(&ready.by_hand.mail);
                        match send(key, wish, ready).await? {
                            Sending::Accepted(_) => {
                                return Ok(self.looked.back(self.desk, Done::MailSent));
                            }
                            Sending::Pending => {
                                errors.push(WrongField::new("to", Wrong::MailPending));
                            }
                            Sending::Unreachable(_) => {
                                errors.push(WrongField::new("to", Wrong::Unreachable));
                            }
                        }
                    }
                    Err(_) => errors.push(WrongField::new("to", Wrong::Address)),
                }
            }
            Some(_) | None => {}
        }
        let id = new_id();
        let again = Resend {
            notice: number,
            to: None,
            corrects: false,
        };
        let found = Some(self.looked.found.clone());
        let ready = again.ready(&self.desk.mails, key, mail.clone(), found);
        let warnings: Vec<_> = ready.warnings.into_iter().map(warning).collect();
        let content = MailPage {
            frame: self.desk.frame(Some(member), None),
            shop: self.looked.shop,
            order: &self.looked.found.order,
            is_removed: self.looked.found.snapshot.is_removed(),
            shown: ShownMail {
                mail: &mail,
                warnings: &warnings,
            },
            at: notice.prepared().map(|prepared| prepared.at),
            waits: !notice.is_final(),
            to: self.request.form.get("to").unwrap_or(&mail.to.address),
            id: &id,
            wrong: &errors,
            done: None,
        };
        Ok(self.desk.html(status(&errors), kept(&content)))
    }
}
