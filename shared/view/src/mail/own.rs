//! What the shop itself says: paragraphs of plain text.

use maud::{Markup, html};

use super::clean;
use super::plain::Plain;
use super::style;
use super::voice::Voice;

/// Longest line of it, in characters: as long as the whole may be.
const MOST: usize = 5000;

pub(super) fn html(voice: &Voice<'_>) -> Markup {
    html! {
        @for (index, lines) in paragraphs(voice).iter().enumerate() {
            p.w-text style=(if index == 0 { style::OWN } else { style::PARAGRAPH }) {
                @for (index, line) in lines.iter().enumerate() {
                    @if index > 0 { br; }
                    (line)
                }
            }
        }
    }
}

pub(super) fn text(voice: &Voice<'_>, plain: &mut Plain) {
    for lines in paragraphs(voice) {
        plain.gap();
        for line in lines {
            plain.bare(&line);
        }
    }
}

/// Its paragraphs, each with its lines: an empty line stands between two.
fn paragraphs(voice: &Voice<'_>) -> Vec<Vec<String>> {
    let own = voice.letter.own;
    let message = own.and_then(|own| own.message.as_deref());
    let mut paragraphs = vec![Vec::new()];
    for line in message.unwrap_or_default().lines() {
        let line = clean::line(line, MOST);
        if line.is_empty() {
            paragraphs.push(Vec::new());
        } else if let Some(paragraph) = paragraphs.last_mut() {
            paragraph.push(line);
        }
    }
    paragraphs.retain(|lines| !lines.is_empty());
    paragraphs
}
