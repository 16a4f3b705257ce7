//! `.../mail`: writing a mail; `.../mails/{notice}`: a mail that was sent, or waits.

use http::StatusCode;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use wismo_domain::check::FieldError;
use wismo_domain::file::Content;
use wismo_domain::file::upload;
use wismo_domain::mail::{FileSource, Mail};
use wismo_domain::notices::{Cancelled, Notice, cancel, kept_mail};
use wismo_domain::storage::StoreError;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::{Rejection, Response};
use wismo_platform::store::SpinStore;
use wismo_view::desk::field::{Done, Wrong, WrongField};
use wismo_view::desk::order::mail::{MailPage, MailWarning, ShownMail, WritePage, kept, write};
use wismo_view::desk::order::upload::{FILE, KeptFile};

use super::uploads::{self, Kept};
use super::{ID, Looked, new_id};
use crate::mails::again::Resend;
use crate::mails::send::{Ready, Sending, Wish, send};
use crate::mails::warnings::{Warning, WarningReason, recipients, unreachable};
use crate::mails::write::{MAX_FILES, MailRequest, Upload, checked, mailbox, told, written};
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
    /// Shows the form, the mail as it would leave, or sends it.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn write(&self) -> Result<Response, Rejection> {
        if !self.request.is_post() {
            let id = new_id();
            let order = &self.looked.found.order;
            let to = order.customer.email.as_deref().unwrap_or_default();
            let filled = Filled {
                fields: &[(ID, id.as_str()), ("to", to)],
                files: &[],
            };
            return Ok(self.write_page(&filled, &[], None));
        }
        let files = self.files().await?;
        let shown: Vec<KeptFile> = files.all.iter().map(Kept::shown).collect();
        let fields: Vec<(&str, &str)> = self.request.form.fields().collect();
        let filled = Filled {
            fields: &fields,
            files: &shown,
        };
        if let Some(why) = files.wrong {
            return Ok(self.write_page(&filled, &[WrongField::new(FILE, why)], None));
        }
        let Some(uploads) = self.contents(&files.all).await? else {
            let wrong = [WrongField::new(FILE, Wrong::FileGone)];
            return Ok(self.write_page(&filled, &wrong, None));
        };
        let mut ready = match self.ready(uploads) {
            Ok(ready) => ready,
            Err(error) => return Ok(self.write_page(&filled, &[at_fault(&error)], None)),
        };
        // A mail with a file that its writer has not seen in it is shown first.
        if self.request.form.get("do") == Some("send") && !files.is_new {
            let wish = self.wish(&ready.by_hand.mail);
            return match send(&self.looked.key, wish, ready).await? {
                Sending::Accepted(_) => Ok(self.looked.back(self.desk, Done::MailSent)),
                Sending::Pending => {
                    let wrong = [WrongField::new("message", Wrong::MailPending)];
                    let id = new_id();
                    let filled = Filled {
                        fields: &self.with_new_id(&id),
                        ..filled
                    };
                    Ok(self.write_page(&filled, &wrong, None))
                }
                Sending::Unreachable(_) => {
                    let wrong = [WrongField::new("to", Wrong::Unreachable)];
                    Ok(self.write_page(&filled, &wrong, None))
                }
            };
        }
        let unreachable = unreachable(&self.looked.key, &ready.by_hand.mail).await?;
        ready.warnings.extend(unreachable);
        let warnings: Vec<_> = ready.warnings.into_iter().map(warning).collect();
        let shown = ShownMail {
            mail: &ready.by_hand.mail,
            warnings: &warnings,
        };
        Ok(self.write_page(&filled, &[], Some(shown)))
    }

    /// The files that the form brings or names. What it brings is kept first, so that the
    /// mail that is shown and the mail that is sent carry the same.
    async fn files(&self) -> Result<Files, StoreError> {
        let uploads::Named { kept, is_gone } = uploads::named(self.visit, self.request).await?;
        let mut files = Files {
            all: kept,
            is_new: false,
            wrong: is_gone.then_some(Wrong::FileGone),
        };
        let documents = self.request.form.fields();
        let documents = documents.filter(|(name, _)| *name == "document").count();
        let room = MAX_FILES.saturating_sub(documents + files.all.len());
        let sent = match uploads::sent(&self.request.files, room) {
            Ok(sent) => uploads::keep(self.visit, sent).await?,
            Err(why) => Err(why),
        };
        match sent {
            Ok(sent) => {
                files.is_new = !sent.is_empty();
                files.all.extend(sent);
            }
            Err(why) => files.wrong = Some(why),
        }
        if documents + files.all.len() > MAX_FILES {
            files.wrong = Some(Wrong::TooManyFiles);
        }
        Ok(files)
    }

    /// The contents of uploads; none if one is no longer kept.
    async fn contents(&self, files: &[Kept]) -> Result<Option<Vec<Upload>>, StoreError> {
        let mut all = Vec::with_capacity(files.len());
        for Kept { number, upload } in files {
            let Some(content) = upload::content(&SpinStore, *number).await? else {
                return Ok(None);
            };
            all.push(Upload {
                name: upload.name.clone(),
                media_type: upload.media_type,
                content: Content(content),
            });
        }
        Ok(Some(all))
    }

    /// Writes the mail that the form asks for.
    fn ready(&self, uploads: Vec<Upload>) -> Result<Ready, FieldError> {
        let form = &self.request.form;
        let member = self.visit.member();
        let text = |name| {
            form.get(name)
                .map(str::trim)
                .filter(|text| !text.is_empty())
        };
        let mut cc: Vec<String> = text("cc").map_or_else(Vec::new, |cc| {
            let all = cc.split(',').map(str::trim).filter(|one| !one.is_empty());
            all.map(str::to_owned).collect()
        });
        if form.get("copy").is_some() {
            cc.extend(member.address().map(ToString::to_string));
        }
        let documents = form.fields().filter(|(name, _)| *name == "document");
        let template = text("template").map(str::to_owned);
        let signature = Some(member.profile().signature.trim());
        let signature = signature.filter(|signature| !signature.is_empty());
        let mut words = Map::new();
        for (field, text) in [
            ("subject", text("subject")),
            ("message", text("message")),
            ("signature", signature),
        ] {
            // Browsers end lines with two characters.
            let text = text.map(|text| Value::from(text.replace("\r\n", "\n")));
            words.extend(text.map(|text| (field.to_owned(), text)));
        }
        let read = checked(MailRequest {
            words: template.is_none().then_some(Value::Object(words)),
            template,
            to: text("to").map(str::to_owned),
            cc,
            documents: documents.map(|(_, id)| id.to_owned()).collect(),
            attachments: uploads,
            ..MailRequest::default()
        })?;
        let Looked {
            shop,
            key,
            decided,
            found,
        } = self.looked;
        let changes = told(found, read.name())?;
        let config = &self.desk.mails;
        written(config, shop, key, (decided, found.clone(), &changes), read)
    }

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

    /// The fields of the form under another id.
    fn with_new_id<'b>(&'b self, id: &'b str) -> Vec<(&'b str, &'b str)> {
        let fields = self.request.form.fields().filter(|(name, _)| *name != ID);
        fields.chain([(ID, id)]).collect()
    }

    fn write_page(
        &self,
        filled: &Filled<'_>,
        wrong: &[WrongField],
        shown: Option<ShownMail<'_>>,
    ) -> Response {
        let mut templates: Vec<String> = Vec::new();
        for entry in self.looked.decided.templates.iter() {
            let name = entry.name.to_string();
            if !templates.contains(&name) {
                templates.push(name);
            }
        }
        let content = WritePage {
            frame: self.desk.frame(Some(self.visit.member()), None),
            shop: self.looked.shop,
            order: &self.looked.found.order,
            templates: &templates,
            fields: filled.fields,
            files: filled.files,
            wrong,
            shown,
        };
        self.desk.html(status(wrong), write(&content))
    }
}

/// A form as it was filled in.
#[derive(Clone, Copy)]
struct Filled<'a> {
    fields: &'a [(&'a str, &'a str)],
    files: &'a [KeptFile],
}

/// The files of a form.
struct Files {
    /// All of them that are kept.
    all: Vec<Kept>,
    /// True if some came with this very form.
    is_new: bool,
    /// The reason why they cannot all go with the mail.
    wrong: Option<Wrong>,
}

const fn status(wrong: &[WrongField]) -> StatusCode {
    match wrong.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// The field of the form that an error is about.
fn at_fault(error: &FieldError) -> WrongField {
    let part = error.path.split(['.', '[']).next().unwrap_or_default();
    match part {
        "to" => WrongField::new("to", Wrong::Address),
        "cc" => WrongField::new("cc", Wrong::Address),
        "template" => WrongField::new("template", Wrong::Words),
        "documents" => WrongField::new("template", Wrong::Choice),
        "attachments" => WrongField::new(FILE, Wrong::MailTooLarge),
        _ => WrongField::new("message", Wrong::Words),
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
