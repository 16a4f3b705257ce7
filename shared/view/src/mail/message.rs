//! The shop's own words, in place of what happens next.

use maud::{Markup, html};

use super::localizer::MailLocalizer;
use super::next;
use super::plain::Plain;
use super::style;
use super::summary::MailSummary;
use super::template::FilledTemplate;

pub(super) fn html(
    localizer: &MailLocalizer<'_>,
    news: &MailSummary,
    words: &FilledTemplate,
) -> Markup {
    if words.message.is_empty() {
        return next::html(&news.next);
    }
    html! {
        @for lines in &words.message {
            p.w-text style=(style::PARAGRAPH) {
                @for (index, line) in lines.iter().enumerate() {
                    @if index > 0 { br; }
                    (self::line(localizer, line))
                }
            }
        }
    }
}

/// A line; if the page's address stands alone on it, it can be clicked. No other can:
/// what an order brings along must not become a link.
fn line(localizer: &MailLocalizer<'_>, line: &str) -> Markup {
    html! {
        @if let Some(url) = localizer.context.page_url.filter(|url| *url == line) {
            a.w-link href=(url) style={ (style::ADDRESS) (localizer.look.ink()) } { (url) }
        } @else {
            (line)
        }
    }
}

pub(super) fn text(news: &MailSummary, words: &FilledTemplate, plain: &mut Plain) {
    if words.message.is_empty() {
        next::text(&news.next, plain);
    }
    for lines in &words.message {
        plain.gap();
        for line in lines {
            plain.bare(line);
        }
    }
}
