//! The mails that tell a customer what changed: one frame, a file per part.
//!
//! Every part is there twice, as HTML and as plain text, side by side in one
//! file, so that both say the same.
//!
//! | module | holds |
//! |---|---|
//! | `news`, `headline` | what the mail is about: heading, preheader, what happens next |
//! | `greeting`, `changes`, `own`, `button`, `parcels`, `items`, `signature` | the parts, from top to bottom |
//! | `frame`, `style` | the HTML document around them |
//! | `plain` | the plain text around them |
//! | `headers` | subject and header fields |
//! | `structured` | what it says, for mail clients that show orders of their own accord |
//! | `clean`, `voice` | text of others made fit to show; words, numbers and names |

mod button;
mod changes;
mod clean;
mod frame;
mod greeting;
mod headers;
mod headline;
mod items;
mod news;
mod own;
mod parcels;
mod plain;
mod signature;
mod structured;
mod style;
mod voice;

use maud::html;
use wismo_domain::changes::Change;
use wismo_domain::mail::{Mail, Mailbox};
use wismo_domain::order::Order;
use wismo_domain::settings::Template;
use wismo_domain::shop::Shop;

use crate::texts::Language;
use news::News;
use plain::Plain;
use voice::Voice;

/// What a mail tells, and to whom.
#[derive(Clone, Debug)]
pub struct Letter<'a> {
    /// The shop that sells.
    pub shop: &'a Shop,
    /// The order as it is now.
    pub order: &'a Order,
    /// What is new to the customer.
    pub changes: &'a [Change],
    /// The order's status page.
    pub page_url: &'a str,
    /// Who sends it. Without a name, it is sent in the shop's.
    pub from: &'a Mailbox,
    /// Where answers go, if not to `from`.
    pub reply_to: Option<&'a Mailbox>,
    /// Who gets it.
    pub to: Mailbox,
    /// Who gets a copy, for all to see.
    pub cc: Vec<Mailbox>,
    /// The shop's own words: a subject in place of ours, a message beside ours.
    pub own: Option<&'a Template>,
    /// The language to write in.
    pub language: Language,
    /// The same for all mails of an order and for no other order's: what they
    /// answer to, so that mail clients show them together.
    pub root_id: String,
    /// Where one request switches the order's mails off; none where the mail
    /// does not go to the customer.
    pub unsubscribe_url: Option<String>,
}

/// The mail that tells it. The same letter gives the same mail.
#[must_use]
pub fn compose(letter: &Letter<'_>) -> Mail {
    let voice = Voice::new(letter);
    let news = News::of(&voice);
    let subject = headers::subject(&voice);
    Mail {
        from: headers::from(&voice),
        reply_to: letter.reply_to.cloned(),
        to: headers::recipient(&letter.to),
        cc: letter.cc.iter().map(headers::recipient).collect(),
        text: text(&voice, &news),
        html: html(&voice, &news, &subject),
        subject,
        headers: headers::fields(letter),
    }
}

fn html(voice: &Voice<'_>, news: &News, subject: &str) -> String {
    let body = html! {
        (news::html(voice, news))
        (greeting::html(voice))
        (news::next_html(news))
        (changes::html(voice, news))
        (own::html(voice))
        (button::html(voice))
        (parcels::html(voice))
        (items::html(voice))
        (signature::html(voice))
    };
    frame::document(voice, subject, &news.preheader, &body)
}

fn text(voice: &Voice<'_>, news: &News) -> String {
    let mut plain = Plain::default();
    news::text(voice, news, &mut plain);
    greeting::text(voice, &mut plain);
    news::next_text(news, &mut plain);
    changes::text(voice, news, &mut plain);
    own::text(voice, &mut plain);
    button::text(voice, &mut plain);
    parcels::text(voice, &mut plain);
    items::text(voice, &mut plain);
    signature::text(voice, &mut plain);
    plain.finish()
}

#[cfg(test)]
mod change_tests;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;
