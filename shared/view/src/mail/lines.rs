//! The lines of a mail: RFC 5322 (section 2.1.1) allows 998 octets, and some mail
//! APIs break longer lines anywhere, even in the middle of a link.

/// Octets after which a line is broken, if it can be.
const WIDTH: usize = 400;

/// The most octets that a line may have.
pub(super) const MOST: usize = 900;

/// The elements that stand on lines of their own: a space around them does not show.
const BLOCKS: &[&str] = &[
    "html", "head", "meta", "title", "style", "script", "body", "div", "table", "tr", "td", "h1",
    "h2", "p", "/head",
];

/// Tells whether a URL fits into a line of either part, with all that is escaped in it.
pub(super) fn has_room_for(url: &str) -> bool {
    let escaped = url.bytes().map(|byte| match byte {
        b'&' | b'<' | b'>' => 5,
        b'"' => 6,
        _ => 1,
    });
    // Beside it stand an attribute's name and quotes, or a label.
    escaped.sum::<usize>() + 100 <= MOST
}

/// An HTML document with line breaks where they do not matter: before blocks, between
/// attributes, in place of spaces, and within a word that is too long for any line.
/// Scripts and styles stay as they are.
pub(super) fn broken(html: &str) -> String {
    let mut lines = Lines::default();
    let mut rest = html;
    let mut raw = "";
    while !rest.is_empty() {
        let text = if raw.is_empty() || raw == "title" {
            rest.find('<')
        } else {
            rest.find(&format!("</{raw}"))
        };
        let (text, after) = rest.split_at(text.unwrap_or(rest.len()));
        match raw {
            "style" | "script" => lines.put(text),
            "title" => lines.words(text, "\n"),
            _ => lines.words(text, "<wbr\n>"),
        }
        let (tag, after) = after.split_at(end_of_tag(after));
        let name = name(tag);
        raw = ["title", "style", "script"]
            .into_iter()
            .find(|raw| *raw == name)
            .unwrap_or_default();
        if BLOCKS.contains(&name) {
            lines.begin();
        }
        lines.tag(tag);
        rest = after;
    }
    lines.out
}

/// The name of a tag, with its slash if it ends an element.
fn name(tag: &str) -> &str {
    let name = tag.trim_start_matches('<');
    let end = name.find([' ', '>']).unwrap_or(name.len());
    name.get(..end).unwrap_or_default()
}

/// The end of the tag that a text begins with: a `>` in quotes does not end it.
fn end_of_tag(text: &str) -> usize {
    let mut quoted = false;
    let end = text.find(|c: char| {
        quoted ^= c == '"';
        c == '>' && !quoted
    });
    end.map_or(text.len(), |end| end + 1)
}

/// Lines that are being written.
#[derive(Default)]
struct Lines {
    out: String,
    /// The octets of the last line.
    column: usize,
}

impl Lines {
    fn put(&mut self, text: &str) {
        self.out.push_str(text);
        self.column = match text.rfind('\n') {
            Some(at) => text.len() - at - 1,
            None => self.column + text.len(),
        };
    }

    /// Begins a new line, unless one begins here.
    fn begin(&mut self) {
        if self.column > 0 {
            self.put("\n");
        }
    }

    /// Writes a space, or a line break in its place if `next` would be too much.
    fn space(&mut self, next: &str) {
        let fits = self.column + 1 + next.len() <= WIDTH;
        self.put(if fits { " " } else { "\n" });
    }

    fn tag(&mut self, tag: &str) {
        let mut quoted = false;
        let parts = tag.split(|c: char| {
            quoted ^= c == '"';
            c == ' ' && !quoted
        });
        for (index, part) in parts.enumerate() {
            if index > 0 {
                self.space(part);
            }
            self.put(part);
        }
    }

    /// Writes text, and cuts words that are too long for a line with `cut`.
    fn words(&mut self, text: &str, cut: &str) {
        for (index, word) in text.split(' ').enumerate() {
            if index > 0 {
                self.space(word);
            }
            if self.column + word.len() <= MOST {
                self.put(word);
                continue;
            }
            let mut word = word;
            while !word.is_empty() {
                let (unit, rest) = word.split_at(unit(word));
                // As seldom as possible: spam filters count tags within words.
                if self.column + unit.len() + cut.len() > MOST {
                    self.put(cut);
                }
                self.put(unit);
                word = rest;
            }
        }
    }
}

/// The octets of the first character of a text, escaped or not.
fn unit(text: &str) -> usize {
    let character = text.chars().next().map_or(0, char::len_utf8);
    let escaped = text.starts_with('&').then(|| text.find(';')).flatten();
    escaped.map_or(character, |end| end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn longest(text: &str) -> usize {
        text.lines().map(str::len).max().unwrap_or_default()
    }

    #[test]
    fn blocks_begin_lines_and_what_stands_in_a_line_stays_there() {
        let html = r#"<!DOCTYPE html><html><head><title>a b</title><style>p{color:#000} b{}</style></head><body><p class="x">a <b>b</b><br>c</p><p>d</p></body></html>"#;
        assert_eq!(
            broken(html),
            "<!DOCTYPE html>\n<html>\n<head>\n<title>a b</title>\n<style>p{color:#000} b{}</style>\n</head>\n<body>\n<p class=\"x\">a <b>b</b><br>c</p>\n<p>d</p></body></html>"
        );
    }

    #[test]
    fn long_tags_and_texts_are_broken_at_spaces_alone() {
        let style = format!("color:#fff;padding:{}0", "1px 2px ".repeat(40));
        let tag = format!(r#"<td title="a > b" style="{style}" class="c" id="{style}">"#);
        let text = "word ".repeat(400);
        let now = broken(&format!("{tag}{text}</td>"));
        assert!(longest(&now) <= WIDTH, "{now}");
        assert!(now.contains(&format!("style=\"{style}\"")));
        assert_eq!(now.replace('\n', " "), format!("{tag}{text}</td>"));
    }

    #[test]
    fn a_word_that_no_line_has_room_for_is_cut_where_nobody_sees_it() {
        let word = "語&amp;".repeat(500);
        let now = broken(&format!("<title>{word}</title><p>{word}</p>"));
        assert!(longest(&now) <= MOST, "{}", longest(&now));
        let (title, p) = now.split_once("</title>").unwrap();
        assert!(!title.contains("<wbr"));
        assert!(p.contains(&word[..380]));
        assert_eq!(p.replace("<wbr\n>", "").trim(), format!("<p>{word}</p>"));
    }

    #[test]
    fn a_link_has_room_or_is_none() {
        assert!(has_room_for(&format!(
            "https://a.example/{}",
            "x".repeat(700)
        )));
        assert!(!has_room_for(&format!(
            "https://a.example/{}",
            "x".repeat(900)
        )));
        assert!(!has_room_for(&format!(
            "https://a.example/?{}",
            "&a=".repeat(150)
        )));
    }
}
