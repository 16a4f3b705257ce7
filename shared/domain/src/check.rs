//! Checks that orders and a merchant's documents have in common.

/// The place where a document breaks the rules, and the rule. It does not repeat
/// any content of the document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {reason}")]
pub struct FieldError {
    /// The JSON path of the field, such as `lines[2].quantity`.
    pub path: String,
    /// The rule that the field must keep.
    pub reason: String,
}

/// Checks for the characters and length of a language tag (RFC 5646); `nb_NO` passes too.
pub(crate) fn language(path: &str, tag: &str) -> Result<(), FieldError> {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let is_tag = (1..=35).contains(&tag.len()) && tag.bytes().all(fits);
    ensure(path, is_tag, || {
        "must be a language, such as nb or pt-BR".to_owned()
    })
}

/// Checks for a text of 1 to `most` characters. Control characters are refused,
/// as these texts end up in mail headers.
pub(crate) fn text(
    path: &str,
    value: Option<&str>,
    most: usize,
    lines: bool,
) -> Result<(), FieldError> {
    let Some(value) = value else { return Ok(()) };
    let fits = !value.trim().is_empty() && value.chars().count() <= most;
    ensure(path, fits, || format!("must have 1 to {most} characters"))?;
    let is_plain = |c: char| !c.is_control() || (lines && c == '\n');
    ensure(path, value.chars().all(is_plain), || {
        "must not have control characters".to_owned()
    })
}

/// Returns a field error at `path` unless `holds` is true.
pub(crate) fn ensure(
    path: &str,
    holds: bool,
    reason: impl FnOnce() -> String,
) -> Result<(), FieldError> {
    if holds {
        return Ok(());
    }
    Err(FieldError {
        path: path.to_owned(),
        reason: reason(),
    })
}
