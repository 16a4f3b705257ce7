//! `.../mail`: writing a mail; `.../mails/{notice}`: a mail that was sent, or waits.

use http::StatusCode;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use wismo_domain::changes::{Change, ChangeKind};
use wismo_domain::check::FieldError;
use wismo_domain::file::Content;
use wismo_domain::file::upload;
use wismo_domain::mail::{FileSource, Mail};
use wismo_domain::notices::{Cancelled, Notice, cancel, kept_mail};
use wismo_domain::order::{Document, DocumentKind};
use wismo_domain::storage::StoreError;
use wismo_domain::templates::Name;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::{Rejection, Response};
use wismo_platform::store::SpinStore;
use wismo_view::desk::field::{Done, Wrong, WrongField};
use wismo_view::desk::order::mail::{
    MailPage, MailWarning, ShownMail, TemplateChoice, WritePage, kept, write,
};
use wismo_view::desk::order::upload::{FILE, KeptFile};
use wismo_view::words;

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
            return Ok(self.offer());
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
        if !self.has_words() {
            let wrong = [WrongField::new("message", Wrong::Missing)];
            return Ok(self.write_page(&filled, &wrong, None));
        }
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

    /// Offers the form: with a document ticked, and the words that tell of it, if the address
    /// names one.
    fn offer(&self) -> Response {
        let id = new_id();
        let order = &self.looked.found.order;
        let to = order.customer.email.as_deref().unwrap_or_default();
        let mut fields = vec![(ID, id.as_str()), ("to", to)];
        let wanted = self.request.query.get("document");
        let mut documents = order.documents.iter();
        let document = documents.find(|one| one.has_file() && Some(one.id.as_str()) == wanted);
        let template = document.and_then(|document| self.template_of(document));
        let subject = document.map(|document| {
            let texts = self.desk.frame(Some(self.visit.member()), None).texts();
            words::document(texts, document.kind, document.display_number())
        });
        if let Some(document) = document {
            fields.push(("document", &document.id));
        }
        match (&template, &subject) {
            (Some(template), _) => fields.push(("template", template)),
            // What the shop wrote must not be read as a template.
            (None, Some(subject)) if !subject.contains('{') => fields.push(("subject", subject)),
            (None, _) => {}
        }
        let filled = Filled {
            fields: &fields,
            files: &[],
        };
        self.write_page(&filled, &[], None)
    }

    /// The name of the words that tell of a document, if it is the last that they tell of.
    fn template_of(&self, document: &Document) -> Option<String> {
        let kind = match document.kind {
            DocumentKind::Invoice => ChangeKind::Invoiced,
            DocumentKind::CreditNote => ChangeKind::Credited,
            DocumentKind::PackingSlip => ChangeKind::PackingSlipPrinted,
            DocumentKind::Other => return None,
        };
        let change = self.looked.found.last(kind)?;
        if let Change::Invoiced { document: told, .. } | Change::Credited { document: told, .. } =
            &change
        {
            let is_it =
                |told: &String| [document.display_number(), &document.id].contains(&&**told);
            return told
                .as_ref()
                .is_none_or(is_it)
                .then(|| Name::Kind(kind).to_string());
        }
        Some(Name::Kind(kind).to_string())
    }

    /// Lists the words to choose from: the shop's templates, then Wismo's own about what
    /// happened to the order.
    fn templates(&self) -> Vec<TemplateChoice> {
        let found = &self.looked.found;
        let mut all: Vec<TemplateChoice> = Vec::new();
        for entry in self.looked.decided.templates.iter() {
            let name = entry.name.to_string();
            let is_known = all.iter().any(|other| other.name == name);
            // Words about what never happened to the order cannot be sent.
            if !is_known && told(found, Some(&entry.name)).is_ok() {
                all.push(TemplateChoice {
                    name,
                    standard: None,
                });
            }
        }
        for kind in ChangeKind::ALL {
            let name = Name::Kind(kind).to_string();
            let change = found.last(kind);
            if let Some(change) = change.filter(|_| all.iter().all(|other| other.name != name)) {
                all.push(TemplateChoice {
                    name,
                    standard: Some(change),
                });
            }
        }
        all
    }

    /// Tells whether the form has words for a mail: a template, or a message.
    fn has_words(&self) -> bool {
        let form = &self.request.form;
        let has = |name| {
            let typed = form.get(name).map(str::trim);
            typed.is_some_and(|typed| !typed.is_empty())
        };
        has("template") || has("message")
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
        let templates = self.templates();
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
