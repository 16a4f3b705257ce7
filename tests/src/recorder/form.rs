//! Reading a request's body: only documented fields, each with its type.

use serde_json::{Map, Value};

use super::address;

/// Header fields for which the APIs have fields of their own, or that they set themselves.
const OWN: &[&str] = &[
    "from",
    "to",
    "cc",
    "bcc",
    "reply-to",
    "subject",
    "date",
    "sender",
    "message-id",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "return-path",
    "received",
    "dkim-signature",
];

/// A JSON object with known fields only. A field that is null counts as absent:
/// the official clients send some of those.
pub(super) struct Form<'a>(&'a Map<String, Value>);

impl<'a> Form<'a> {
    /// Reads an object; fails with the name of a field that is not documented.
    pub(super) fn of(value: &'a Value, known: &[&str]) -> Result<Self, String> {
        let map = value.as_object().ok_or("the body is not an object")?;
        match map.keys().find(|key| !known.contains(&key.as_str())) {
            Some(key) => Err(format!("unknown field {key}")),
            None => Ok(Self(map)),
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<&'a Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// A text; empty if it is not there.
    pub(super) fn text(&self, name: &str) -> Result<&'a str, String> {
        match self.get(name) {
            None => Ok(""),
            Some(value) => value
                .as_str()
                .ok_or_else(|| format!("{name} is not a string")),
        }
    }

    /// True or false; `None` if it is not there.
    pub(super) fn flag(&self, name: &str) -> Result<Option<bool>, String> {
        match self.get(name) {
            None => Ok(None),
            Some(Value::Bool(flag)) => Ok(Some(*flag)),
            Some(_) => Err(format!("{name} is not a boolean")),
        }
    }

    /// An array; empty if it is not there.
    pub(super) fn list(&self, name: &str) -> Result<&'a [Value], String> {
        match self.get(name) {
            None => Ok(&[]),
            Some(Value::Array(list)) => Ok(list),
            Some(_) => Err(format!("{name} is not an array")),
        }
    }

    /// An object whose values are texts; empty if it is not there.
    pub(super) fn texts(&self, name: &str) -> Result<Vec<(String, String)>, String> {
        let Some(value) = self.get(name) else {
            return Ok(Vec::new());
        };
        let map = value
            .as_object()
            .ok_or_else(|| format!("{name} is not an object"))?;
        map.iter()
            .map(|(key, value)| {
                let value = value
                    .as_str()
                    .ok_or_else(|| format!("{name}.{key} is not a string"))?;
                Ok((key.clone(), value.to_owned()))
            })
            .collect()
    }

    /// An object of header fields.
    pub(super) fn headers(&self, name: &str) -> Result<Vec<(String, String)>, String> {
        let headers = self.texts(name)?;
        for (name, value) in &headers {
            check_header(name, value)?;
        }
        Ok(headers)
    }

    /// An array of header fields, each an object with these two keys.
    pub(super) fn header_list(
        &self,
        name: &str,
        [key, value]: [&str; 2],
    ) -> Result<Vec<(String, String)>, String> {
        self.list(name)?
            .iter()
            .map(|field| {
                let field = Form::of(field, &[key, value])?;
                let (name, value) = (field.required(key)?, field.text(value)?);
                check_header(name, value)?;
                Ok((name.to_owned(), value.to_owned()))
            })
            .collect()
    }

    /// A text that must be there.
    pub(super) fn required(&self, name: &str) -> Result<&'a str, String> {
        let text = self.text(name)?;
        if text.trim().is_empty() {
            Err(format!("{name} is missing"))
        } else {
            Ok(text)
        }
    }

    /// A subject: one line.
    pub(super) fn subject(&self, name: &str) -> Result<&'a str, String> {
        let subject = self.required(name)?;
        if subject.chars().any(char::is_control) {
            return Err(format!("{name} has control characters"));
        }
        if subject.chars().count() > 2000 {
            return Err(format!("{name} is longer than 2000 characters"));
        }
        Ok(subject)
    }

    /// An array of addresses, or a text with one.
    pub(super) fn address_array(&self, name: &str) -> Result<Option<String>, String> {
        let Some(Value::Array(list)) = self.get(name) else {
            return self.addresses(name);
        };
        let texts: Option<Vec<&str>> = list.iter().map(Value::as_str).collect();
        let list = texts.ok_or_else(|| format!("{name} holds what is no string"))?;
        Self::checked(name, list.join(", "))
    }

    /// A text with addresses, separated by commas.
    pub(super) fn addresses(&self, name: &str) -> Result<Option<String>, String> {
        Self::checked(name, self.text(name)?.to_owned())
    }

    /// Checks a list of at most 50 addresses.
    fn checked(name: &str, list: String) -> Result<Option<String>, String> {
        if list.is_empty() {
            return Ok(None);
        }
        match address::count(&list).map_err(|why| format!("{name}: {why}"))? {
            count if count > 50 => Err(format!("{name} has {count} addresses")),
            _ => Ok(Some(list)),
        }
    }
}

/// Checks a further header field.
pub(super) fn check_header(name: &str, value: &str) -> Result<(), String> {
    // RFC 5322, section 3.6.8: printable ASCII except the colon.
    let legal = !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b':');
    if !legal {
        return Err(format!("header name {name:?} is illegal"));
    }
    if OWN.contains(&name.to_ascii_lowercase().as_str()) {
        return Err(format!("header {name} is not for callers to set"));
    }
    if value.is_empty() || value.len() > 998 || value.chars().any(char::is_control) {
        return Err(format!("header {name} has an illegal value"));
    }
    Ok(())
}
