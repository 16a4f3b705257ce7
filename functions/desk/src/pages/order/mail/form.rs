//! The form in which a mail is written, as it was filled in.

use serde_json::{Map, Value};
use wismo_domain::check::FieldError;
use wismo_domain::file::Content;
use wismo_domain::file::upload;
use wismo_domain::storage::StoreError;
use wismo_platform::store::SpinStore;
use wismo_view::desk::field::{Wrong, WrongField};
use wismo_view::desk::order::upload::FILE;

use super::OrderMails;
use crate::mails::send::Ready;
use crate::mails::write::{MAX_FILES, MailRequest, Upload, checked, told, written};
use crate::pages::order::Looked;
use crate::pages::order::uploads::{self, Kept};
use crate::pages::typed::plain;

/// The files of a form.
pub(super) struct Files {
    /// All of them that are kept.
    pub(super) all: Vec<Kept>,
    /// True if some came with this very form.
    pub(super) is_new: bool,
    /// The reason why they cannot all go with the mail.
    pub(super) wrong: Option<Wrong>,
}

impl OrderMails<'_> {
    /// Tells whether the form has words for a mail: a template, or a message.
    pub(super) fn has_words(&self) -> bool {
        let form = &self.request.form;
        let has = |name| {
            let typed = form.get(name).map(str::trim);
            typed.is_some_and(|typed| !typed.is_empty())
        };
        has("template") || has("message")
    }

    /// The files that the form brings or names. What it brings is kept first, so that the
    /// mail that is shown and the mail that is sent carry the same.
    pub(super) async fn files(&self) -> Result<Files, StoreError> {
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
    pub(super) async fn contents(&self, files: &[Kept]) -> Result<Option<Vec<Upload>>, StoreError> {
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
    pub(super) fn ready(&self, uploads: Vec<Upload>) -> Result<Ready, FieldError> {
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
            let text = text.map(|text| Value::from(plain(text).replace("\r\n", "\n")));
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
}

/// The field of the form that an error is about.
pub(super) fn at_fault(error: &FieldError) -> WrongField {
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
