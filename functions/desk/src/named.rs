//! Checks that the templates that settings name exist.

use wismo_domain::check::FieldError;
use wismo_domain::settings::Settings;
use wismo_platform::http::Rejection;

use crate::decided;

/// Checks that every template that the settings name exists; `under` is the
/// path of the settings in the request's document.
///
/// # Errors
/// Names the template that is missing; or when the store fails.
pub async fn named(shop: &str, settings: &Settings, under: &str) -> Result<(), Rejection> {
    let named = settings.named_templates();
    if named.is_empty() {
        return Ok(());
    }
    let templates = decided::templates(shop).await?;
    match named.iter().find(|(_, name)| !templates.has(name)) {
        None => Ok(()),
        Some((path, _)) => Err(FieldError {
            path: format!("{under}{path}"),
            reason: "must be the name of one of the templates: write the template first".to_owned(),
        }
        .into()),
    }
}
