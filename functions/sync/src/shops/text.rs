//! Text as shops keep it, made into one line that fits an order: it is plain, or
//! `WordPress`'s HTML with entities and now and then tags.

use wismo_domain::order::{MAX_ID, MAX_TEXT, MAX_URL};

/// Plain text as one line: without control characters and runs of spaces, and
/// cut to the length that an order may hold.
pub(super) fn line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    let line = words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    line.chars().take(MAX_TEXT).collect()
}

/// Tells whether a character is invisible: copied text often contains some.
pub(super) const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}')
}

/// [`line`], or `None` if nothing is left.
pub(super) fn line_or_none(text: Option<&str>) -> Option<String> {
    text.map(line).filter(|line| !line.is_empty())
}

/// HTML as the line of text that a reader sees, without tags and entities.
pub(super) fn plain(html: &str) -> String {
    let text = without_tags(begin_of(html));
    line(&html_escape::decode_html_entities(&text))
}

/// [`plain`], or `None` if nothing is left.
pub(super) fn plain_or_none(html: Option<&str>) -> Option<String> {
    html.map(plain).filter(|text| !text.is_empty())
}

/// A link that an order may hold; `None` for any other text.
pub(super) fn link(url: &str) -> Option<String> {
    let fits = url.starts_with("https://")
        && url.chars().count() <= MAX_URL
        && !url.contains(|c: char| c.is_whitespace() || c.is_control());
    fits.then(|| url.to_owned())
}

/// Cuts a text to the length of an identifier.
pub(super) fn short(text: String) -> String {
    if text.chars().count() <= MAX_ID {
        return text;
    }
    text.chars().take(MAX_ID).collect()
}

/// Tells whether an order may hold this as an address: it is kept as the shop
/// has it, even if no mail can go there. The order counts all the same, and the
/// mail's record says why it was not sent. Only a text that cannot be in any
/// address does not count.
pub(super) fn could_be_address(email: &str) -> bool {
    !email.contains(char::is_control) && email.chars().count() <= MAX_TEXT
}

/// A language such as `en` or `pt-BR`; `None` for any other text.
pub(super) fn language_tag(language: &str) -> Option<String> {
    let tag = language.replace('_', "-");
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let fits = (2..=35).contains(&tag.len()) && tag.bytes().all(plain);
    fits.then_some(tag)
}

/// Drops tags and comments, and with them what a browser does not show as text;
/// tags that begin a line or a cell leave a space. A `<` that does not begin a tag
/// stays: "cable < 3 m".
fn without_tags(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let begins = tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        let end = if tag.starts_with("!--") {
            tag.find("-->").map(|end| end + "--".len())
        } else {
            tag_end(tag)
        };
        let Some(end) = end.filter(|_| begins) else {
            text.push('<');
            rest = tag;
            continue;
        };
        let (tag, after) = tag.split_at(end);
        rest = after.get(1..).unwrap_or_default();
        let mut names = tag.split(|c: char| c.is_whitespace() || c == '/');
        let name = names.find(|name| !name.is_empty()).unwrap_or_default();
        let is = |names: &[&str]| names.iter().any(|other| name.eq_ignore_ascii_case(other));
        if is(&UNSEEN) && !tag.starts_with('/') {
            rest = after_element(rest, name);
        }
        if is(&BLOCKS) {
            text.push(' ');
        }
    }
    text.push_str(rest);
    text
}

/// Elements whose content is no text.
const UNSEEN: [&str; 4] = ["style", "script", "template", "title"];

/// Elements that begin a line or a cell.
const BLOCKS: [&str; 23] = [
    "br",
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "tr",
    "td",
    "th",
    "table",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "pre",
    "section",
    "blockquote",
];

/// The part of an HTML text that is read: what it shows is cut far shorter.
fn begin_of(html: &str) -> &str {
    const MOST: usize = 8000;
    html.char_indices()
        .nth(MOST)
        .map_or(html, |(end, _)| html.get(..end).unwrap_or(html))
}

/// Finds the `>` that ends a tag: not one in the quotes of an attribute, unless
/// they are not closed within any length that an attribute has.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    let end = tag.char_indices().take(1000).find_map(|(at, c)| {
        match (c, quote) {
            ('"' | '\'', None) => quote = Some(c),
            (c, Some(open)) if c == open => quote = None,
            ('>', None) => return Some(at),
            _ => {}
        }
        None
    });
    end.or_else(|| tag.find('>'))
}

/// The text after an element's end, or nothing if it has none.
fn after_element<'a>(text: &'a str, name: &str) -> &'a str {
    let end = format!("</{}", name.to_ascii_lowercase());
    let small = text.to_ascii_lowercase();
    let after = small.find(&end).and_then(|at| text.get(at..));
    after
        .and_then(|rest| rest.split_once('>'))
        .map_or("", |(_, rest)| rest)
}

/// The most choices that are added to a name, and the longest of them in characters.
const MOST_CHOSEN: usize = 5;
const LONGEST_CHOSEN: usize = 60;

/// Adds the customer's choices, as `(of what, what)`, to an item's name, unless
/// the name says them already.
pub(super) fn with_chosen(name: &str, chosen: impl Iterator<Item = (String, String)>) -> String {
    let small = name.to_lowercase();
    let chosen: Vec<String> = chosen
        .filter(|(of, what)| !of.is_empty() && !what.is_empty())
        .filter(|(_, what)| !small.contains(&what.to_lowercase()))
        .map(|(of, what)| format!("{}: {what}", of.trim_end_matches([':', ' '])))
        .filter(|chosen| chosen.chars().count() <= LONGEST_CHOSEN)
        .take(MOST_CHOSEN)
        .collect();
    match chosen.is_empty() {
        true => name.to_owned(),
        false => line(&format!("{name} ({})", chosen.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_the_line_that_a_reader_sees() {
        for (html, line) in [
            (
                "Tea &amp; Biscuits &#8211; 250&nbsp;g",
                "Tea & Biscuits – 250 g",
            ),
            ("Mug<br>blue", "Mug blue"),
            ("m<sup>2</sup> of <b class=\"x\">oak</b>", "m2 of oak"),
            ("Cable < 3 m > 2 m", "Cable < 3 m > 2 m"),
            ("&lt;b&gt; stays text", "<b> stays text"),
            ("A\r\nBcc: x\u{0}\ty", "A Bcc: x y"),
            ("<b", "<b"),
            ("a <style>p{color:red}</style>x", "a x"),
            ("a<SCRIPT>1 < 2</Script >b", "ab"),
            ("<a title=\"a > b\">x</a>", "x"),
            ("<a title='5\" > 4\"'>x</a>", "x"),
            ("5\" <b class=\"x>cable</b>", "5\" cable"),
            ("a<!-- a > b -->b", "ab"),
            ("<td>a</td><td>b</td>", "a b"),
            ("<h2>a</h2>b", "a b"),
            ("&amp;amp; &bogus; &", "&amp; &bogus; &"),
        ] {
            assert_eq!(plain(html), line, "{html}");
        }
        assert_eq!(plain(&"å".repeat(600)).chars().count(), MAX_TEXT);
    }

    #[test]
    fn what_was_chosen_stands_with_the_name_that_does_not_say_it() {
        let chosen = |pairs: &[(&str, &str)]| {
            let pairs = pairs.iter();
            let pairs = pairs.map(|(of, what)| ((*of).to_owned(), (*what).to_owned()));
            with_chosen("Jersey, red", pairs)
        };
        assert_eq!(chosen(&[]), "Jersey, red");
        assert_eq!(
            chosen(&[("Colour", "Red"), ("Size:", "XL"), ("", "7"), ("Note", "")]),
            "Jersey, red (Size: XL)"
        );
        assert_eq!(chosen(&[("Words", &"long".repeat(20))]), "Jersey, red");
    }

    #[test]
    fn many_open_tags_take_no_longer_than_their_length() {
        let html = "<a".repeat(20_000);
        assert_eq!(plain(&html).chars().count(), MAX_TEXT);
    }
}
