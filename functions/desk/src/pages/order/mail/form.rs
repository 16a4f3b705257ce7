//! The form in which a mail is written, as it was filled in.

use serde_json::{Map, Value};
use wismo_domain::check::FieldError;
use wismo_domain::file::Content;
use wismo_domain::file::upload;
use wismo_domain::storage::StoreError;
use wismo_domain::templates::Field;
use wismo_platform::store::SpinStore;
use wismo_view::desk::field::{Wrong, WrongField};
use wismo_view::desk::order::upload::FILE;

use super::OrderMails;
use crate::mails::send::Ready;
use crate::mails::write::{MAX_FILES, MailRequest, Upload, checked, told, written};
use crate::pages::order::Looked;
use crate::pages::order::uploads::{self, Kept};
use crate::pages::typed::turns;

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
    pub(super) fn ready(&self, uploads: Vec<Upload>) -> Result<Ready, WrongField> {
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
        let mut words = Map::new();
        // With a template, the words beside it are not sent.
        let own = [Field::Subject, Field::Message];
        for field in own.into_iter().filter(|_| template.is_none()) {
            if let Some(typed) = text(field.name()) {
                words.insert(field.name().to_owned(), Value::from(plain(field, typed)?));
            }
        }
        // A template has a signature of its own.
        let signature = Some(member.profile().signature.trim().to_owned());
        let signature = signature.filter(|signature| template.is_none() && !signature.is_empty());
        let read = checked(MailRequest {
            words: template.is_none().then_some(Value::Object(words)),
            template,
            to: text("to").map(str::to_owned),
            cc,
            documents: documents.map(|(_, id)| id.to_owned()).collect(),
            attachments: uploads,
            ..MailRequest::default()
        });
        let read = read.map_err(|error| at_fault(&error))?.signed(signature);
        let Looked {
            shop,
            key,
            decided,
            found,
        } = self.looked;
        let changes = told(found, read.name()).map_err(|error| at_fault(&error))?;
        let config = &self.desk.mails;
        let decided = (decided, found.clone(), &*changes);
        written(config, shop, key, decided, read).map_err(|error| at_fault(&error))
    }
}

/// Reads a text as it was typed or pasted: browsers end lines with two characters, sheets
/// have tabs between their columns, and what turns the text around it is left out.
fn plain(field: Field, typed: &str) -> Result<String, WrongField> {
    let text = typed
        .replace("\r\n", "\n")
        .replace('\t', " ")
        .replace(turns, "");
    if text.chars().count() > field.most_written() {
        return Err(WrongField::new(field.name(), Wrong::Text));
    }
    let is_plain = |c: char| !c.is_control() || (c == '\n' && !field.is_line());
    match text.chars().all(is_plain) {
        true => Ok(text),
        false => Err(WrongField::new(field.name(), Wrong::Characters)),
    }
}

/// The field of the form that an error is about.
fn at_fault(error: &FieldError) -> WrongField {
    let part = error.path.split(['.', '[']).next().unwrap_or_default();
    match part {
        "words" if error.path == "words.subject" => WrongField::new("subject", Wrong::Words),
        "to" => WrongField::new("to", Wrong::Address),
        "cc" => WrongField::new("cc", Wrong::Address),
        "template" => WrongField::new("template", Wrong::Words),
        "documents" => WrongField::new("template", Wrong::Choice),
        "attachments" => WrongField::new(FILE, Wrong::MailTooLarge),
        _ => WrongField::new("message", Wrong::Words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pasted_is_mended_or_named_by_its_field() {
        let subject = |typed: &str| plain(Field::Subject, typed);
        let message = |typed: &str| plain(Field::Message, typed);
        assert_eq!(message("a\tb\r\nc").unwrap(), "a b\nc");
        assert_eq!(message(&"ø".repeat(5000)).unwrap().len(), 10_000);
        for (read, field, why) in [
            (message(&"x".repeat(5001)), "message", Wrong::Text),
            (message("a\0b"), "message", Wrong::Characters),
            (subject(&"x".repeat(501)), "subject", Wrong::Text),
            (subject("a\nb"), "subject", Wrong::Characters),
        ] {
            assert_eq!(read, Err(WrongField::new(field, why)));
        }
    }

    #[test]
    fn words_that_cannot_be_filled_in_are_named_by_their_field() {
        for (path, field) in [
            ("words.subject", "subject"),
            ("words.message", "message"),
            ("words", "message"),
        ] {
            let error = FieldError {
                path: path.to_owned(),
                reason: String::new(),
            };
            assert_eq!(at_fault(&error), WrongField::new(field, Wrong::Words));
        }
    }
}
