//! JSON as it comes over the wire. Values that none of our readers could hold
//! are rewritten before they are read, and do not cost the rest.

use std::borrow::Cow;

use serde_json::Value;

use super::BadBody;

/// The mark that editors and .NET put in front of UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The greatest depth of nesting. An order does not need half of it, and the
/// parser gives up at 128.
const MAX_DEPTH: usize = 100;

/// The most digits of a whole number; one with more is read as text, as no
/// float keeps them all.
const MAX_DIGITS: usize = 18;

/// A body without its byte order mark.
pub(crate) fn without_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body)
}

/// Reads JSON. A fault that is confined to one text, number or list is mended
/// there: half a character becomes U+FFFD, a number that would lose digits
/// becomes a text, and a list that is nested too deep becomes `null`.
///
/// # Errors
/// When it is not JSON.
pub(crate) fn parse(body: &[u8]) -> Result<Value, BadBody> {
    let text = String::from_utf8_lossy(without_mark(body));
    // A syntax error's message holds a position and none of the text.
    serde_json::from_str(&mended(&text)).map_err(|error| BadBody::NotJson(error.to_string()))
}

fn mended(text: &str) -> Cow<'_, str> {
    let mut mended = Mended {
        text,
        copied: 0,
        out: String::new(),
    };
    let (mut at, mut depth) = (0, 0_usize);
    let bytes = text.as_bytes();
    while let Some(byte) = bytes.get(at) {
        at = match byte {
            b'"' => mended.string(at),
            b'-' | b'0'..=b'9' => mended.number(at),
            b'[' | b'{' if depth == MAX_DEPTH => mended.too_deep(at),
            b'[' | b'{' => {
                depth += 1;
                at + 1
            }
            b']' | b'}' => {
                depth = depth.saturating_sub(1);
                at + 1
            }
            _ => at + 1,
        };
    }
    mended.done()
}

/// A text in which parts are replaced.
struct Mended<'a> {
    text: &'a str,
    /// The length of the text that is in `out` already.
    copied: usize,
    out: String,
}

impl<'a> Mended<'a> {
    fn part(&self, from: usize, to: usize) -> &'a str {
        self.text.get(from..to).unwrap_or_default()
    }

    fn replace(&mut self, from: usize, to: usize, with: &str) {
        let before = self.part(self.copied, from);
        self.out.push_str(before);
        self.out.push_str(with);
        self.copied = to;
    }

    fn done(mut self) -> Cow<'a, str> {
        if self.copied == 0 {
            return Cow::Borrowed(self.text);
        }
        self.replace(self.text.len(), self.text.len(), "");
        Cow::Owned(self.out)
    }

    /// Passes the string that begins here, and returns the position after it.
    fn string(&mut self, from: usize) -> usize {
        let mut at = from + 1;
        while let Some(byte) = self.text.as_bytes().get(at) {
            match byte {
                b'"' => return at + 1,
                b'\\' => match self.unit(at) {
                    Some(0xd800..=0xdbff) if matches!(self.unit(at + 6), Some(0xdc00..=0xdfff)) => {
                        at += 12;
                    }
                    Some(0xd800..=0xdfff) => {
                        self.replace(at, at + 6, "\\ufffd");
                        at += 6;
                    }
                    _ => at += 2,
                },
                _ => at += 1,
            }
        }
        at
    }

    /// The UTF-16 unit that an escape here stands for.
    fn unit(&self, at: usize) -> Option<u16> {
        let digits = self.part(at, at + 6).strip_prefix("\\u")?;
        let plain = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        u16::from_str_radix(digits, 16).ok().filter(|_| plain)
    }

    /// Passes the number that begins here, and returns the position after it.
    fn number(&mut self, from: usize) -> usize {
        let rest = self.part(from, self.text.len());
        let of_number = |byte: &u8| byte.is_ascii_digit() || b"+-.eE".contains(byte);
        let length = rest.bytes().take_while(|byte| of_number(byte)).count();
        let to = from + length;
        let number = self.part(from, to);
        let digits = number.strip_prefix('-').unwrap_or(number);
        let is_whole = digits.bytes().all(|byte| byte.is_ascii_digit());
        let is_too_long = is_whole && digits.len() > MAX_DIGITS && !digits.starts_with('0');
        let is_too_large = number.parse::<f64>().is_ok_and(f64::is_infinite);
        if is_too_long || is_too_large {
            self.replace(from, to, &format!("\"{number}\""));
        }
        to
    }

    /// Passes the list or object that begins here, if it ends, and replaces it
    /// by `null`.
    fn too_deep(&mut self, from: usize) -> usize {
        let (mut at, mut depth) = (from, 0_usize);
        let mut in_string = false;
        while let Some(byte) = self.text.as_bytes().get(at) {
            match byte {
                b'\\' if in_string => at += 1,
                b'"' => in_string = !in_string,
                b'[' | b'{' if !in_string => depth += 1,
                b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
                _ => {}
            }
            at += 1;
            if depth == 0 {
                self.replace(from, at, "null");
                return at;
            }
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn half_a_character_costs_itself_alone() {
        for (body, read) in [
            (r#"{"a":"Cake \ud83c box"}"#, "Cake \u{fffd} box"),
            (r#"{"a":"\udc00"}"#, "\u{fffd}"),
            (r#"{"a":"\ud83d\ud83d\ude00"}"#, "\u{fffd}😀"),
            (r#"{"a":"\ud83d\ude00 \\ud83d"}"#, "😀 \\ud83d"),
            (r#"{"a":"\ud83dA"}"#, "\u{fffd}A"),
        ] {
            assert_eq!(
                parse(body.as_bytes()).unwrap(),
                json!({ "a": read }),
                "{body}"
            );
        }
        let cut = b"{\"a\":\"caf\xc3\"}";
        assert_eq!(parse(cut).unwrap(), json!({ "a": "caf\u{fffd}" }));
    }

    #[test]
    fn a_number_never_turns_into_another() {
        let body = br#"{"a":9400100000000000000400,"b":-12345678901234567890,"c":1e999,"d":12.5}"#;
        let read = json!({
            "a": "9400100000000000000400", "b": "-12345678901234567890", "c": "1e999", "d": 12.5
        });
        assert_eq!(parse(body).unwrap(), read);
    }

    #[test]
    fn a_byte_order_mark_is_dropped_once() {
        assert_eq!(parse(b"\xef\xbb\xbf{}").unwrap(), json!({}));
        assert!(parse(b"\xef\xbb\xbf\xef\xbb\xbf{}").is_err());
    }

    #[test]
    fn what_stands_too_deep_is_none() {
        let deep = |levels: usize| format!("{}1{}", "[".repeat(levels), "]".repeat(levels));
        for levels in [5, 99, 1000, 100_000] {
            let body = format!(r#"{{"a":{},"b":"]"}}"#, deep(levels));
            assert_eq!(parse(body.as_bytes()).unwrap()["b"], "]", "{levels}");
        }
        assert!(parse("[".repeat(200).as_bytes()).is_err());
    }

    #[test]
    fn what_is_no_json_is_refused_without_its_words() {
        for body in [
            "",
            "{",
            "[1,]",
            "{\"a\":01234567890123456789}",
            "\"a@b.example",
            "{\"a\":\"\\u12",
            "nul",
        ] {
            let message = parse(body.as_bytes()).unwrap_err().to_string();
            assert!(!message.contains("example"), "{message}");
        }
    }
}
