//! Reading a shop's settings. An error names a fault by its path and says what must
//! stand there.

use serde_json::Value;
use wismo_domain::changes::ChangeKind;
use wismo_domain::check::FieldError;
use wismo_domain::settings::{MAX_SETTLE_SECONDS, Rule, Settings};
use wismo_platform::http::document::{field_error, json, part};

/// Reads the settings that a document holds.
///
/// # Errors
/// Names the first fault; its path is empty if the whole document is at fault.
pub fn read(body: &[u8]) -> Result<Settings, FieldError> {
    of(json(body)?)
}

/// Reads settings from a JSON value.
///
/// # Errors
/// As for [`read`].
pub fn of(mut document: Value) -> Result<Settings, FieldError> {
    refuse_lists(&document)?;
    // Read one by one: serde's path does not name the key of a map.
    let rules = document
        .as_object_mut()
        .and_then(|fields| fields.remove("rules"));
    let mut settings: Settings = part("", document).map_err(in_range)?;
    match rules {
        None => {}
        Some(Value::Object(rules)) => {
            for (name, rule) in rules {
                let path = format!("rules.{name}");
                let kind: ChangeKind = part(&path, Value::String(name)).map_err(|unknown| {
                    let names = unknown.reason.replace("must be one of", "there are");
                    field_error(&unknown.path, format!("is not known; {names}"))
                })?;
                let rule: Rule = part(&path, rule)?;
                settings.rules.insert(kind, rule);
            }
        }
        Some(_) => return Err(field_error("rules", "must be an object")),
    }
    settings.check()?;
    Ok(settings)
}

/// Reads the draft that stands at `settings` in a request.
///
/// # Errors
/// As for [`read`], with `settings` before the path.
pub fn draft(document: Value) -> Result<Settings, FieldError> {
    of(document).map_err(|field_error| {
        let under = if field_error.path.is_empty() { "" } else { "." };
        let path = format!("settings{under}{}", field_error.path);
        FieldError {
            path,
            ..field_error
        }
    })
}

/// Names the range of a number: serde knows its type, but not what it may be.
fn in_range(field_error: FieldError) -> FieldError {
    let reason = match field_error.path.as_str() {
        "settle_seconds" => format!("must be a whole number from 0 to {MAX_SETTLE_SECONDS}"),
        "digest_hour" => "must be a whole number from 0 to 23, or null".to_owned(),
        _ => return field_error,
    };
    FieldError {
        reason,
        ..field_error
    }
}

/// Refuses lists: serde takes a list for an object, member by member, which no
/// merchant means.
fn refuse_lists(document: &Value) -> Result<(), FieldError> {
    let refuse_list = |path: &str, value: Option<&Value>| match value {
        Some(Value::Array(_)) => Err(field_error(path, "must be an object")),
        _ => Ok(()),
    };
    refuse_list("", Some(document))?;
    refuse_list("quiet_hours", document.get("quiet_hours"))?;
    let rules = document.get("rules").and_then(Value::as_object);
    for (kind, rule) in rules.into_iter().flatten() {
        refuse_list(&format!("rules.{kind}"), Some(rule))?;
        refuse_list(&format!("rules.{kind}.when"), rule.get("when"))?;
    }
    let statuses = document.get("statuses").and_then(Value::as_array);
    for (index, status) in statuses.into_iter().flatten().enumerate() {
        refuse_list(&format!("statuses[{index}]"), Some(status))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TELL: &str = "must be one of `off`, `page`, `mail`";
    const OBJECT: &str = "must be an object";

    #[test]
    fn what_is_wrong_is_named_with_what_it_must_be() {
        let is = |document: &str, path: &str, reason: &str| {
            let field_error = read(document.as_bytes()).unwrap_err();
            assert_eq!(
                (field_error.path.as_str(), field_error.reason.as_str()),
                (path, reason),
                "{document}"
            );
        };
        is(
            "{",
            "",
            "is not JSON: EOF while parsing an object at line 1 column 1",
        );
        for document in ["[]", "\"secret\"", "null", "7"] {
            is(document, "", OBJECT);
        }
        let number = "must be a whole number from 0 to 86400";
        is(r#"{"settle_seconds":-1}"#, "settle_seconds", number);
        is(r#"{"settle_seconds":1.5}"#, "settle_seconds", number);
        is(r#"{"settle_seconds":"60"}"#, "settle_seconds", number);
        is(
            r#"{"settle_seconds":86401}"#,
            "settle_seconds",
            "must be from 0 to 86400",
        );
        let hour = "must be a whole number from 0 to 23, or null";
        is(r#"{"digest_hour":300}"#, "digest_hour", hour);
        is(
            r#"{"hold":{"page":"yes"}}"#,
            "hold.page",
            "must be true or false",
        );
        is(
            r#"{"hold":{"mails":null}}"#,
            "hold.mails",
            "must be true or false",
        );
        let time = "must be a time of the day, such as 21:30";
        is(
            r#"{"quiet_hours":{"from":"9:00","until":"10:00"}}"#,
            "quiet_hours.from",
            time,
        );
        is(r#"{"quiet_hours":7}"#, "quiet_hours", OBJECT);
        is(
            r#"{"quiet_hours":["21:00","22:00"]}"#,
            "quiet_hours",
            OBJECT,
        );
        is(r#"{"statuses":{}}"#, "statuses", "must be a list");
        is(r#"{"statuses":[["a"]]}"#, "statuses[0]", OBJECT);
        is(
            r#"{"statuses":[{"code":7}]}"#,
            "statuses[0].code",
            "must be a string",
        );
        is(
            r#"{"statuses":[{"code":"a","template":"B"}]}"#,
            "statuses[0].template",
            "must be the name of one of the templates",
        );
    }

    #[test]
    fn what_is_wrong_with_a_rule_is_named_with_its_kind() {
        let is = |rules: &str, path: &str, reason: &str| {
            let document = format!("{{\"rules\":{rules}}}");
            let field_error = read(document.as_bytes()).unwrap_err();
            assert_eq!(field_error.path, path, "{document}");
            assert!(
                field_error.reason.starts_with(reason),
                "{document}: {}",
                field_error.reason
            );
        };
        is("[]", "rules", OBJECT);
        is("null", "rules", OBJECT);
        let kinds = "is not known; there are `placed`, `status_changed`, `cancelled`, ";
        is(r#"{"shipped":{"notify":"mail"}}"#, "rules.shipped", kinds);
        is(r#"{"placed":"mail"}"#, "rules.placed", OBJECT);
        is(r#"{"placed":["mail"]}"#, "rules.placed", OBJECT);
        is(
            r#"{"placed":{}}"#,
            "rules.placed",
            "needs the field `notify`",
        );
        is(
            r#"{"placed":{"notify":"post"}}"#,
            "rules.placed.notify",
            TELL,
        );
        is(
            r#"{"placed":{"notify":{"a":1}}}"#,
            "rules.placed.notify",
            TELL,
        );
        is(
            r#"{"placed":{"notify":5}}"#,
            "rules.placed.notify",
            "must be a string",
        );
        let roles = "must be one of `customer`, `admin`, `billing`, `delivery`";
        is(
            r#"{"placed":{"notify":"mail","to":["me"]}}"#,
            "rules.placed.to[0]",
            roles,
        );
        let fields = "is not known; there are `notify`, `template`, `to`, `when`";
        is(
            r#"{"placed":{"notify":"mail","mail":1}}"#,
            "rules.placed.mail",
            fields,
        );
        let stages = "must be one of `draft`, `awaiting_payment`, ";
        is(
            r#"{"placed":{"notify":"mail","when":{"stages":["x, expected y"]}}}"#,
            "rules.placed.when.stages[0]",
            stages,
        );
        is(
            r#"{"placed":{"notify":"mail","when":[[]]}}"#,
            "rules.placed.when",
            OBJECT,
        );
        is(
            r#"{"placed":{"notify":"mail","to":[]}}"#,
            "rules.placed.to",
            "must name somebody",
        );
    }

    #[test]
    fn unknown_fields_are_refused_with_those_that_there_are() {
        let field_error = read(br#"{"settle":1}"#).unwrap_err();
        assert_eq!(field_error.path, "settle");
        assert!(
            field_error
                .reason
                .starts_with("is not known; there are `rules`, `statuses`, ")
        );
        let long = format!("{{\"{}\\n\":1}}", "x".repeat(500));
        assert_eq!(read(long.as_bytes()).unwrap_err().path, "x".repeat(100));
    }
}
