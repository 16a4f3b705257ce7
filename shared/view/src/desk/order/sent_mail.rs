//! The names of the mails that left: what each says, not its subject, which all mails of an
//! order share, and the files that it carried.

use maud::{Markup, html};
use wismo_domain::changes::importance::most_telling;
use wismo_domain::mail::{Attachment, FileSource};
use wismo_domain::order::Order;
use wismo_domain::reports::history::NoticeView;

use super::OrderPage;
use crate::desk::path;
use crate::texts::Texts;
use crate::words;

/// The most telling change of a mail in words; its subject, if it tells none.
pub(super) fn name(page: &OrderPage<'_>, notice: &NoticeView) -> String {
    let change = most_telling(page.order.standing(), &notice.changes);
    let text = change.map(|change| words::change(page.frame.texts(), change, page.order, 0).what);
    let text = text.filter(|text| !text.is_empty());
    text.unwrap_or_else(|| notice.subject.clone().unwrap_or_default())
}

/// The name of a mail, which leads to it for those who may open it.
pub(super) fn link(page: &OrderPage<'_>, notice: &NoticeView) -> Markup {
    let order = path::order(&page.shop.id, &page.order.id);
    let href = page.frame.at(&format!("{order}/mails/{}", notice.notice));
    let name = name(page, notice);
    html! {
        @if page.may_act { a href=(href) { bdi { (name) } } } @else { bdi { (name) } }
    }
}

/// The name of an attached file: of a document of the order, what the customer calls it.
pub(super) fn file(texts: Texts, order: &Order, file: &Attachment) -> String {
    let mut documents = order.documents.iter();
    let document = documents.find(|document| match &file.source {
        FileSource::File(sha256) => {
            let own = document.file.as_ref();
            own.is_some_and(|own| own.sha256 == *sha256)
        }
        FileSource::Url(url) => document.url.as_ref() == Some(url),
    });
    let named = |document: &wismo_domain::order::Document| {
        words::document(texts, document.kind, document.display_number())
    };
    document.map_or_else(|| file.name.clone(), named)
}
