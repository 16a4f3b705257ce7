//! The words of mail servers, cut down to those that may be kept.

/// The longest reason, in characters.
const MAX_REASON: usize = 200;

/// Shortest local part that is looked for: shorter ones are common within
/// other words.
const MIN_LOCAL_PART: usize = 3;

/// Joins codes, classes and words to a reason, without the empty ones, control
/// characters and anybody's addresses.
///
/// A server's words may name the recipient by the local part alone (`user
/// jane.doe is unknown`), so words that contain it are left out too.
pub(super) fn reason(parts: &[&str], recipient: &str) -> String {
    let local = recipient.split('@').next().unwrap_or_default();
    let local = local.to_lowercase();
    let mut said = String::new();
    for part in parts.iter().map(|part| part.trim()) {
        if part.is_empty() {
            continue;
        }
        if !said.is_empty() {
            said.push_str("; ");
        }
        said.push_str(
            &part
                .split_whitespace()
                .map(|word| discreet(word, &local))
                .fold(String::new(), |mut line, word| {
                    if !line.is_empty() {
                        line.push(' ');
                    }
                    line.push_str(word);
                    line
                }),
        );
    }
    let said: String = said
        .chars()
        .filter(|c| !c.is_control() && !is_invisible(*c))
        .take(MAX_REASON)
        .collect();
    said.trim().to_owned()
}

fn discreet<'a>(word: &'a str, local: &str) -> &'a str {
    let lower = word.to_lowercase();
    let has_at = lower.contains(['@', '\u{ff20}', '\u{fe6b}']) || lower.contains("%40");
    let is_local = local.len() >= MIN_LOCAL_PART && lower.contains(local);
    if has_at || is_local { "…" } else { word }
}

/// Tells whether a character turns or hides the text around it.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_names_nobody() {
        for (parts, said) in [
            (
                &["550", "5.1.1 <jane.doe@mail.example>: user unknown"][..],
                "550; 5.1.1 … user unknown",
            ),
            (&["", "User JANE.DOE is unknown", " "], "User … is unknown"),
            (
                &["see https://x.example/?to=jane.doe%40mail.example"],
                "see …",
            ),
            (
                &["jane.doe＠mail.example", "a\r\nb\u{0}\u{202e}c"],
                "…; a bc",
            ),
            (&[], ""),
        ] {
            assert_eq!(reason(parts, "Jane.Doe@mail.example"), said);
        }
        assert_eq!(
            reason(&["mailbox is full"], "is@mail.example"),
            "mailbox is full"
        );
        let long = reason(&[&"x ".repeat(500)], "a@b.example");
        assert!(long.chars().count() <= MAX_REASON);
    }
}
