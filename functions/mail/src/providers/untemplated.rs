//! Text for APIs that read `{{` and `{%` as their own templates: an item's name
//! may contain them.

/// Returns the text with its double braces separated by a space.
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

/// Returns the HTML with its braces escaped, so that it reads as before. HTML
/// entities do not count in the data for machines, but JSON has its own escape.
pub(super) fn untemplated_html(html: &str) -> String {
    let mut parts = html.split(DATA);
    let mut plain = escaped(parts.next().unwrap_or_default(), "&#123;");
    for part in parts {
        let (data, after) = part.split_once("</script>").unwrap_or((part, ""));
        plain.push_str(DATA);
        plain.push_str(&escaped(data, "\\u007b"));
        if data.len() < part.len() {
            plain.push_str("</script>");
        }
        plain.push_str(&escaped(after, "&#123;"));
    }
    plain
}

/// The start of the data about an order that mail programs read.
const DATA: &str = r#"<script type="application/ld+json">"#;

fn escaped(text: &str, brace: &str) -> String {
    let text = text.replace("{{", &format!("{brace}{brace}"));
    let text = text.replace("{%", &format!("{brace}%"));
    text.replace("{#", &format!("{brace}#"))
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

    #[test]
    fn data_for_machines_says_the_same_in_its_own_form() {
        let html = format!("{{{{a{DATA}{{\"name\":\"Mug {{{{ x }}}} {{% y\"}}</script>b{{{{");
        let plain = untemplated_html(&html);
        let (_, data) = plain.split_once(DATA).unwrap();
        let (data, after) = data.split_once("</script>").unwrap();
        let read: serde_json::Value = serde_json::from_str(data).unwrap();
        assert_eq!(read["name"], "Mug {{ x }} {% y");
        assert_eq!(after, "b&#123;&#123;");
        assert!(!plain.contains("{{") && !plain.contains("{%"), "{plain}");
    }
}
