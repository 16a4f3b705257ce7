//! Checks that the templates that settings name exist.

use wismo_domain::order::Flaw;
use wismo_domain::settings::Settings;
use wismo_domain::templates::current;
use wismo_platform::desk::receive;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, response};

/// Checks that every template that the settings name exists; `under` is the
/// path of the settings in the request's document.
///
/// # Errors
/// The answer to give.
pub async fn named(shop: &str, settings: &Settings, under: &str) -> Result<(), Response> {
    let named = settings.named_templates();
    if named.is_empty() {
        return Ok(());
    }
    let read = current(&SpinStore, &SpinEnvironment, shop).await;
    let templates = read.map_err(|fault| response::try_again("desk", &fault))?;
    let templates = &templates.fold.document;
    match named.iter().find(|(_, name)| !templates.has(name)) {
        None => Ok(()),
        Some((path, _)) => Err(receive::refused(Flaw {
            path: format!("{under}{path}"),
            reason: "must be the name of one of the templates: write the template first".to_owned(),
        })),
    }
}
