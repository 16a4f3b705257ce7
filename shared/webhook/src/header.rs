//! Reading a header that must be there.

use http::HeaderMap;

use crate::BadClaim;

/// Reads the text of a header.
///
/// # Errors
/// When it is missing, empty or not ASCII.
pub fn text<'a>(headers: &'a HeaderMap, name: &'static str) -> Result<&'a str, BadClaim> {
    let value = headers.get(name).ok_or(BadClaim::MissingHeader(name))?;
    match value.to_str() {
        Ok("") => Err(BadClaim::MissingHeader(name)),
        Ok(text) => Ok(text),
        Err(_) => Err(BadClaim::MalformedHeader {
            header: name,
            form: "plain ASCII",
        }),
    }
}
