//! Files in JSON, as base64.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::form::Form;
use super::memory::File;

/// The names that an API gives to the parts of a file.
pub(super) struct Keys {
    pub(super) name: &'static str,
    pub(super) content: &'static str,
    /// The name of the media type; `None` if the file name's ending says the type.
    pub(super) media_type: Option<&'static str>,
    /// Other names that it documents.
    pub(super) other: &'static [&'static str],
}

/// An array of files.
pub(super) fn list(form: &Form<'_>, field: &str, keys: &Keys) -> Result<Vec<File>, String> {
    let known = [keys.name, keys.content].into_iter();
    let known = known.chain(keys.media_type).chain(keys.other.to_vec());
    let known: Vec<&str> = known.collect();
    let list = form.list(field)?;
    if list.is_empty() && form.get(field).is_some() {
        return Err(format!("{field} is empty"));
    }
    list.iter()
        .map(|file| {
            let file = Form::of(file, &known)?;
            let name = file.required(keys.name)?;
            if name.contains(['/', '\\']) || name.chars().any(char::is_control) {
                return Err(format!("{field}: the name is none"));
            }
            let media_type = keys
                .media_type
                .map_or(Ok("a/b"), |key| file.required(key))?;
            if !media_type.is_ascii() || !media_type.contains('/') {
                return Err(format!("{field}: the media type is none"));
            }
            let content = STANDARD
                .decode(file.required(keys.content)?)
                .map_err(|_| format!("{field}: the content is not base64"))?;
            Ok(File {
                name: name.to_owned(),
                content,
            })
        })
        .collect()
}
