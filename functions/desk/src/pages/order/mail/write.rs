//! `.../mail`: writing a mail.

use wismo_domain::changes::{Change, ChangeKind};
use wismo_domain::order::{Document, DocumentKind};
use wismo_domain::templates::Name;
use wismo_platform::http::{Rejection, Response};
use wismo_view::desk::field::{Done, Wrong, WrongField};
use wismo_view::desk::order::mail::{ShownMail, TemplateChoice, WritePage, write};
use wismo_view::desk::order::upload::{FILE, KeptFile};
use wismo_view::words;

use super::{OrderMails, status, warning};
use crate::mails::send::{Sending, send};
use crate::mails::warnings::unreachable;
use crate::mails::write::told;
use crate::pages::order::uploads::Kept;
use crate::pages::order::{ID, new_id};

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
            Err(why) => return Ok(self.write_page(&filled, &[why], None)),
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
            is_removed: self.looked.found.snapshot.is_removed(),
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
