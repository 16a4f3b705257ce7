//! Adding a document to an order: a file that a member sent, its kind and its number.

use sha2::{Digest, Sha256};
use wismo_domain::file;
use wismo_domain::file::upload;
use wismo_domain::log::Fact;
use wismo_domain::order::{Document, DocumentKind, MAX_DOCUMENTS, MAX_ID, OrderPart};
use wismo_domain::storage::StoreError;
use wismo_domain::time::Timestamp;
use wismo_platform::http::{Rejection, Response};
use wismo_platform::store::SpinStore;
use wismo_view::desk::field::{Wrong, WrongField};
use wismo_view::desk::order::decide::DecidePage;
use wismo_view::desk::order::upload::FILE;

use super::Deed;
use super::read::text_within;
use crate::pages::order::uploads::{self, Kept};

/// The kinds that a member may add.
const KINDS: [DocumentKind; 4] = [
    DocumentKind::Invoice,
    DocumentKind::CreditNote,
    DocumentKind::PackingSlip,
    DocumentKind::Other,
];

impl Deed<'_> {
    /// Adds a document, once the member has seen whom that mails.
    pub(super) async fn add_document(&self, pressed: Option<&str>) -> Result<Response, Rejection> {
        let Some(pressed) = pressed else {
            return Ok(self.form(&[]));
        };
        let kept = match self.chosen().await? {
            Ok(kept) => kept,
            Err(why) => return Ok(self.form(&[WrongField::new(FILE, why)])),
        };
        let file = kept.shown();
        let document = match self.document(&kept) {
            Ok(document) => document,
            Err(wrong) => return Ok(self.form_with(&[wrong], Some(&file))),
        };
        if matches!(pressed, "tell" | "quiet") && !self.store(&kept).await? {
            return Ok(self.form(&[WrongField::new(FILE, Wrong::FileGone)]));
        }
        let mut part = OrderPart::new(&self.looked.found.order.id, self.desk.now);
        part.documents.push(document);
        let fact = Fact::Part(Box::new(part));
        self.tell(fact, pressed, Some(&file)).await
    }

    /// The file that the form brings, or that an earlier one brought.
    async fn chosen(&self) -> Result<Result<Kept, Wrong>, StoreError> {
        let sent = match uploads::sent(&self.request.files, 1) {
            Ok(sent) => sent,
            Err(why) => return Ok(Err(why)),
        };
        let kept = match uploads::keep(self.visit, sent).await? {
            Ok(kept) => kept,
            Err(why) => return Ok(Err(why)),
        };
        if let Some(kept) = kept.into_iter().next() {
            return Ok(Ok(kept));
        }
        let named = uploads::named(self.visit, self.request).await?;
        let missing = match named.is_gone {
            true => Wrong::FileGone,
            false => Wrong::NoFile,
        };
        Ok(named.kept.into_iter().next().ok_or(missing))
    }

    /// Makes the document that the form describes.
    fn document(&self, kept: &Kept) -> Result<Document, WrongField> {
        let form = &self.request.form;
        let word = form.get("kind").unwrap_or_default();
        let kind = KINDS
            .into_iter()
            .find(|kind| DecidePage::kind_word(*kind) == word);
        let kind = kind.ok_or(WrongField::new("kind", Wrong::Choice))?;
        let typed = form.get("number").unwrap_or_default().trim();
        let number = match typed.is_empty() {
            true => stem(&kept.upload.name),
            false => text_within(form, "number", MAX_ID)?,
        };
        let document = made(kept, kind, number);
        let all = &self.looked.found.order.documents;
        let has_other_file = |other: &&Document| {
            other.is_same(&document) && other.has_file() && other.file != document.file
        };
        if all.iter().any(|other| has_other_file(&other)) {
            return Err(WrongField::new("number", Wrong::DocumentKnown));
        }
        let is_known = all.iter().any(|other| other.is_same(&document));
        if !is_known && all.len() >= MAX_DOCUMENTS {
            return Err(WrongField::new(FILE, Wrong::TooManyDocuments));
        }
        Ok(document)
    }

    /// Stores the file where documents are; false if the upload is no longer kept.
    async fn store(&self, kept: &Kept) -> Result<bool, StoreError> {
        let Some(content) = upload::content(&SpinStore, kept.number).await? else {
            return Ok(false);
        };
        file::put(&SpinStore, &self.looked.key.shop, [content]).await?;
        Ok(true)
    }
}

/// The document of a file. Its id is made of the content, the kind and the number: the same
/// file is the same document, unless it is added as another one.
fn made(kept: &Kept, kind: DocumentKind, number: String) -> Document {
    let upload = &kept.upload;
    let said = [
        &upload.file.sha256,
        DecidePage::kind_word(kind),
        number.as_str(),
    ];
    let digest = Sha256::digest(said.join("\n"));
    let digest = base16ct::lower::encode_string(digest.get(..8).unwrap_or_default());
    Document {
        number: Some(number),
        // The day when it came: a form that is sent twice says the same.
        issued_at: Some(second(upload.at)),
        name: Some(upload.name.clone()),
        media_type: Some(upload.media_type),
        file: Some(upload.file.clone()),
        ..Document::new(&format!("desk-{digest}"), kind)
    }
}

fn second(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

/// A file's name without its ending.
fn stem(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.chars().take(MAX_ID).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use wismo_domain::file::Stored;
    use wismo_domain::file::upload::{NewFile, Upload};
    use wismo_domain::order::{Order, Stage, Status, StatusFrom};
    use wismo_domain::staff::MemberId;

    #[test]
    fn a_document_is_its_file_under_a_number_and_fits_an_order() {
        let file = NewFile::read("Guide 7.pdf", b"%PDF-1.7".to_vec()).unwrap();
        let kept = Kept {
            number: 7,
            upload: Upload {
                member: MemberId::of_address("ada@north.example"),
                at: "2026-06-01T08:00:00.5Z".parse().unwrap(),
                name: file.name,
                media_type: file.media_type,
                file: Stored::of(&file.content),
            },
        };
        let number = stem(&kept.upload.name);
        let document = made(&kept, DocumentKind::Other, number.clone());
        assert_eq!(made(&kept, DocumentKind::Other, number), document);
        for (kind, number) in [
            (DocumentKind::Invoice, "Guide 7"),
            (DocumentKind::Other, "Guide 8"),
        ] {
            let other = made(&kept, kind, number.to_owned());
            assert_ne!(other.id, document.id);
            // Both stand in one order.
            let (mut one, mut two) = (
                OrderPart::new("1", kept.upload.at),
                OrderPart::new("1", kept.upload.at),
            );
            one.documents.push(document.clone());
            two.documents.push(other);
            let status = Status::new("received", Stage::Received);
            let mut order = Order::new("1", kept.upload.at, status, "EUR");
            for part in [&one, &two, &one] {
                part.add_to(&mut order, StatusFrom::Shop);
            }
            assert_eq!(order.documents.len(), 2);
        }
        assert_eq!(document.display_number(), "Guide 7");
        assert_eq!(document.file_name().as_deref(), Some("Guide 7.pdf"));
        assert!(document.id.starts_with("desk-") && document.id.len() == 21);
        // A shop could say the same, but for where the file is.
        let mut part = OrderPart::new("1", kept.upload.at);
        part.documents.push(Document {
            file: None,
            ..document
        });
        part.check().unwrap();
        assert!(part.is_documents_alone());
    }
}
