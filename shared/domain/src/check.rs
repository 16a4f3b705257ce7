//! Checks that documents of a merchant's have in common.

use crate::order::Flaw;

/// What a language tag is made of (RFC 5646); `nb_NO` does as well.
pub(crate) fn language(path: &str, tag: &str) -> Result<(), Flaw> {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let is_tag = (1..=35).contains(&tag.len()) && tag.bytes().all(fits);
    ensure(path, is_tag, || {
        "must be a language, such as nb or pt-BR".to_owned()
    })
}

/// A text of 1 to `most` characters. Control characters are refused: texts end
/// up in mails' headers.
pub(crate) fn text(path: &str, value: Option<&str>, most: usize, lines: bool) -> Result<(), Flaw> {
    let Some(value) = value else { return Ok(()) };
    let fits = !value.trim().is_empty() && value.chars().count() <= most;
    ensure(path, fits, || format!("must have 1 to {most} characters"))?;
    let is_plain = |c: char| !c.is_control() || (lines && c == '\n');
    ensure(path, value.chars().all(is_plain), || {
        "must not have control characters".to_owned()
    })
}

/// A flaw at `path`, unless this holds.
pub(crate) fn ensure(path: &str, holds: bool, reason: impl FnOnce() -> String) -> Result<(), Flaw> {
    if holds {
        return Ok(());
    }
    Err(Flaw {
        path: path.to_owned(),
        reason: reason(),
    })
}
