//! Reading a template.

use serde_json::Value;
use wismo_domain::check::FieldError;
use wismo_domain::templates::Template;
use wismo_platform::http::document::object;

/// Reads the template that stands at `under`, and checks it as far as that is
/// possible without an order.
///
/// # Errors
/// Names the field that is wrong.
pub fn template(under: &str, value: Value) -> Result<Template, FieldError> {
    let template: Template = object(under, value)?;
    template.check().map_err(|field_error| FieldError {
        path: [under, field_error.path.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("."),
        ..field_error
    })?;
    Ok(template)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_a_template_is_named_where_it_stands() {
        for (document, path, says) in [
            ("[]", "", "must be an object"),
            (
                r#"{"body":"x"}"#,
                "body",
                "is not known; there are `subject`, ",
            ),
            (r#"{"subject":7}"#, "subject", "must be a string"),
            (
                r#"{"subject":""}"#,
                "subject",
                "must have 1 to 500 characters",
            ),
            (
                r#"{"heading":"a\nb"}"#,
                "heading",
                "must not have control characters",
            ),
            ("{}", "", "must have one of `subject`, "),
        ] {
            let read = |under| template(under, serde_json::from_str(document).unwrap());
            let field_error = read("").unwrap_err();
            assert_eq!(field_error.path, path, "{document}");
            assert!(field_error.reason.starts_with(says), "{field_error}");
            let under = read("template").unwrap_err().path;
            let expected = format!("template.{path}");
            assert_eq!(under, expected.trim_end_matches('.'), "{document}");
        }
    }
}
