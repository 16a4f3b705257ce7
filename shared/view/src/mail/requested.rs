//! The mails that somebody asked for on a page: an order's link, or a code.

use maud::html;
use wismo_domain::access::link::CodeOf;
use wismo_domain::mail::{CODE_MARK, Mail};

use super::localizer::MailLocalizer;
use super::plain::Plain;
use super::template::FilledTemplate;
use super::{MailContext, button, frame, greeting, headers, signature, style};

/// The thing that somebody asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestedMail {
    /// The order's link.
    Link,
    /// A code, which is filled in when the mail is sent.
    Code(CodeOf),
}

/// The mail that brings what was asked for. Anybody may have asked for it, so it does not
/// say anything of the order, but what to do if it was somebody else.
#[must_use]
pub fn asked(context: &MailContext<'_>, what: RequestedMail) -> Mail {
    let localizer = MailLocalizer::new(context);
    let (heading, why, code) = match what {
        RequestedMail::Link => ("mail-asked-link", "mail-asked-link-why", None),
        RequestedMail::Code(of) => ("mail-asked-code", "mail-asked-code-why", Some(of)),
    };
    let (heading, why) = (localizer.get(heading), localizer.get(why));
    let order = localizer.with("mail-order", "number", localizer.number());
    let not_you = localizer.get("mail-asked-not");
    let subject = headers::subject(&localizer, None);
    let body = html! {
        p.w-muted style=(style::OVERLINE) { (order) }
        h1.w-text style=(style::HEADING) { (heading) }
        (greeting::html(&localizer))
        p.w-text style=(style::PARAGRAPH) { (why) }
        @if code.is_some() {
            p.w-text style=(style::HEADING) { (CODE_MARK) }
        } @else {
            (button::html(&localizer, None))
        }
        p.w-text style=(style::PARAGRAPH) { (not_you) }
        (signature::html(&localizer, &FilledTemplate::default()))
    };
    let mut plain = Plain::default();
    plain.paragraph(&order);
    plain.heading(&heading, '=');
    greeting::text(&localizer, &mut plain);
    plain.paragraph(&why);
    if code.is_some() {
        plain.paragraph(CODE_MARK);
    } else {
        button::text(&localizer, None, &mut plain);
    }
    plain.paragraph(&not_you);
    signature::text(&localizer, &FilledTemplate::default(), &mut plain);
    Mail {
        from: headers::from(&localizer),
        reply_to: context.reply_to.cloned(),
        to: headers::recipient(&context.to),
        cc: Vec::new(),
        text: plain.finish(),
        html: frame::document(&localizer, &subject, &why, &html! {}, &body),
        subject,
        headers: headers::fields(context),
        attachments: Vec::new(),
        code,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::samples;

    #[test]
    fn it_brings_what_was_asked_for_and_says_nothing_of_the_order() {
        let link = samples::asked(RequestedMail::Link);
        assert!(link.text.contains("The link to your order\n====="));
        assert!(link.text.contains(samples::PAGE) && link.html.contains(samples::PAGE));
        assert!(link.text.contains("If you did not ask for this, you"));
        for part in [&link.text, &link.html] {
            assert!(
                !part.contains("schema.org") && !part.contains('€'),
                "{part}"
            );
        }
        assert_eq!(link.code, None);
    }

    #[test]
    fn a_code_stands_in_no_mail_before_it_is_sent() {
        let of = CodeOf {
            rotation: 0,
            step: 7,
        };
        let mail = samples::asked(RequestedMail::Code(of));
        assert_eq!(mail.code, Some(of));
        let sent = mail.with_code("012345");
        for part in [&sent.text, &sent.html] {
            assert!(
                part.contains("012345") && !part.contains(CODE_MARK),
                "{part}"
            );
            assert!(
                !part.contains(samples::PAGE),
                "a code and its page do not go together"
            );
        }
        assert!(!sent.subject.contains("012345"));
    }
}
