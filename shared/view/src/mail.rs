//! The mails that tell a customer what changed: one frame, a file per part.
//!
//! Every part is there twice, as HTML and as plain text, side by side in one
//! file, so that both say the same.
//!
//! | module | holds |
//! |---|---|
//! | `news`, `headline`, `next` | what the mail is about: heading, preheader, what happens next |
//! | `greeting`, `own`, `changes`, `button`, `documents`, `parcels`, `items`, `signature` | the parts, from top to bottom |
//! | `asked` | the mails that somebody asked for on a page |
//! | `frame`, `style`, `look`, `lines` | the HTML document around them, and its lines |
//! | `plain` | the plain text around them |
//! | `readers` | who reads it: the customer, or somebody else |
//! | `room` | how much of the order it shows |
//! | `sender` | who sends it, and where its links lead |
//! | `headers` | subject and header fields |
//! | `structured` | what it says, for mail clients that show orders of their own accord |
//! | [`template`] | the shop's own words, with variables |
//! | `clean`, `localizer` | text of others made fit to show; words, numbers and names |

mod button;
mod caps;
mod changes;
mod clean;
mod documents;
mod frame;
mod greeting;
mod headers;
mod headline;
mod items;
mod lines;
mod localizer;
mod message;
mod next;
mod parcels;
mod plain;
mod readers;
mod requested;
mod sender;
mod signature;
mod structured;
mod style;
mod summary;
pub mod template;
mod theme;

use maud::html;
use wismo_domain::changes::Change;
use wismo_domain::mail::{Mail, Mailbox};
use wismo_domain::notices::MailDocuments;
use wismo_domain::order::Order;
use wismo_domain::settings::Brand;
use wismo_domain::shop::Shop;
use wismo_domain::templates::Template;
use wismo_domain::time::Timestamp;

use crate::texts::Language;
pub use requested::{RequestedMail, asked};
pub use sender::Sender;

use localizer::MailLocalizer;
use plain::Plain;
use summary::MailSummary;
use template::FilledTemplate;

/// The content of a mail, and its readers.
#[derive(Clone, Debug)]
pub struct MailContext<'a> {
    /// The shop that sells.
    pub shop: &'a Shop,
    /// The order as it is now.
    pub order: &'a Order,
    /// The time of writing: a promised day that has passed by then is late.
    pub now: Timestamp,
    /// The shop's looks.
    pub brand: &'a Brand,
    /// True if the mail does not tell any price.
    pub hides_prices: bool,
    /// True if the mail does not tell where the order goes.
    pub hides_addresses: bool,
    /// The changes that are new to the customer.
    pub changes: &'a [Change],
    /// The documents that go with it.
    pub documents: &'a MailDocuments,
    /// The address of the order's status page; `None` if the mail does not lead there.
    pub page_url: Option<&'a str>,
    /// The sender. Without a name, the mail is sent in the shop's.
    pub from: &'a Mailbox,
    /// The address for answers, if it is not `from`.
    pub reply_to: Option<&'a Mailbox>,
    /// The recipient.
    pub to: Mailbox,
    /// The recipients of a copy, for all to see.
    pub cc: Vec<Mailbox>,
    /// The shop's own words, in place of ours.
    pub own: Option<&'a Template>,
    /// The signature of the member who writes, in place of the words' own: plain text, which
    /// no variable is filled into.
    pub signature: Option<&'a str>,
    /// The language to write in.
    pub language: Language,
    /// The id of the message that all mails of this order answer to, and no other order's,
    /// so that mail clients show them together.
    pub root_id: String,
    /// The address where one request switches the order's mails off; `None` if the mail
    /// does not go to the customer.
    pub unsubscribe_url: Option<String>,
}

/// No documents.
static NO_DOCUMENTS: MailDocuments = MailDocuments {
    attach: Vec::new(),
    link: Vec::new(),
};

impl<'a> MailContext<'a> {
    /// Creates the context of a mail about an order as it last changed, in the order's
    /// language, from `from` and to it. Such a mail tells no change and leads nowhere:
    /// whatever else it has is set on it.
    #[must_use]
    pub fn for_order(
        shop: &'a Shop,
        order: &'a Order,
        brand: &'a Brand,
        from: &'a Mailbox,
    ) -> Self {
        let spoken = order.customer.locale.as_deref();
        Self {
            shop,
            order,
            now: order.updated_at,
            brand,
            hides_prices: false,
            hides_addresses: false,
            changes: &[],
            documents: &NO_DOCUMENTS,
            page_url: None,
            from,
            reply_to: None,
            to: from.clone(),
            cc: Vec::new(),
            own: None,
            signature: None,
            language: Language::first_of(spoken.into_iter().chain([shop.locale()])),
            root_id: String::new(),
            unsubscribe_url: None,
        }
    }
}

/// A mail as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderedMail {
    /// The mail.
    pub mail: Mail,
    /// The text that a list of mails shows beside the subject.
    pub preheader: String,
    /// The reason why it has our words, though the shop has its own.
    pub fault: Option<String>,
}

/// Writes the mail, with as much of the order as there is room for. The same mail
/// gives the same mail. If the shop's own words cannot be filled in, it has ours.
#[must_use]
pub fn compose(context: &MailContext<'_>) -> RenderedMail {
    let mut localizer = MailLocalizer::new(context);
    let mut written = write(&localizer);
    while written.mail.html.len() > caps::LARGEST
        && let Some(half) = localizer.room.half()
    {
        localizer.room = half;
        written = write(&localizer);
    }
    written
}

fn write(localizer: &MailLocalizer<'_>) -> RenderedMail {
    let context = localizer.context;
    let mut news = MailSummary::of(localizer);
    let filled = context
        .own
        .map(|own| template::fill_in(own, &template::values(localizer, &news)));
    let (mut words, fault) = match filled.transpose() {
        Ok(words) => (words.unwrap_or_default(), None),
        Err(field_error) => (FilledTemplate::default(), Some(field_error.to_string())),
    };
    if let Some(signature) = context.signature {
        words.signature = template::lines(signature);
    }
    news.say(&words);
    let subject = headers::subject(localizer, words.subject.as_deref());
    let mail = Mail {
        from: headers::from(localizer),
        reply_to: context.reply_to.cloned(),
        to: headers::recipient(&context.to),
        cc: context.cc.iter().map(headers::recipient).collect(),
        text: text(localizer, &news, &words),
        html: html(localizer, &news, &words, &subject),
        subject,
        headers: headers::fields(context),
        attachments: context.documents.attachments(),
        code: None,
    };
    RenderedMail {
        mail,
        preheader: news.preheader,
        fault,
    }
}

fn html(
    localizer: &MailLocalizer<'_>,
    news: &MailSummary,
    words: &FilledTemplate,
    subject: &str,
) -> String {
    let body = html! {
        (summary::html(localizer, news))
        (greeting::html(localizer))
        (message::html(localizer, news, words))
        (changes::html(localizer, news))
        (button::html(localizer, news.parcel.as_ref()))
        (documents::html(localizer))
        (parcels::html(localizer))
        (items::html(localizer))
        (signature::html(localizer, words))
    };
    let orders = structured::html(localizer);
    frame::document(localizer, subject, &news.preheader, &orders, &body)
}

fn text(localizer: &MailLocalizer<'_>, news: &MailSummary, words: &FilledTemplate) -> String {
    let mut plain = Plain::default();
    summary::text(localizer, news, &mut plain);
    greeting::text(localizer, &mut plain);
    message::text(news, words, &mut plain);
    changes::text(localizer, news, &mut plain);
    button::text(localizer, news.parcel.as_ref(), &mut plain);
    documents::text(localizer, &mut plain);
    parcels::text(localizer, &mut plain);
    items::text(localizer, &mut plain);
    signature::text(localizer, words, &mut plain);
    plain.finish()
}

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;
