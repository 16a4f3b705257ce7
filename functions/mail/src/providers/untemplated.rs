//! Text for APIs that take `{{` and `{%` for their own templates: an item's name
//! may hold them.

/// The same text, its braces parted.
pub(super) fn untemplated(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '{' | '%' | '#') && plain.ends_with('{') {
            plain.push(' ');
        }
        plain.push(c);
    }
    plain
}

/// The same HTML, its braces escaped: it reads as before.
pub(super) fn untemplated_html(html: &str) -> String {
    let escaped = html.replace("{{", "&#123;&#123;");
    let escaped = escaped.replace("{%", "&#123;%");
    escaped.replace("{#", "&#123;#")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_template_knows_is_left() {
        let text = "a {{ b }} {% if c %} {# d #} {{{ {e} 5 %";
        let plain = untemplated(text);
        assert_eq!(plain, "a { { b }} { % if c %} { # d #} { { { {e} 5 %");
        let html = untemplated_html(text);
        assert_eq!(
            html,
            "a &#123;&#123; b }} &#123;% if c %} &#123;# d #} &#123;&#123;{ {e} 5 %"
        );
        for left in [plain, html] {
            for sign in ["{{", "{%", "{#"] {
                assert!(!left.contains(sign), "{left}");
            }
        }
    }
}
