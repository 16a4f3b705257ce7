//! The shop's settings and templates in force.

use wismo_domain::settings::{self, Settings};
use wismo_domain::storage::StoreError;
use wismo_domain::templates::{self, Templates};
use wismo_platform::context::SPIN_CONTEXT;

/// Everything that a shop's merchant decided.
pub struct Decided {
    /// The settings.
    pub settings: Settings,
    /// The templates.
    pub templates: Templates,
}

/// Reads the settings and the templates in force.
///
/// # Errors
/// When the store fails.
pub async fn decided(shop: &str) -> Result<Decided, StoreError> {
    Ok(Decided {
        settings: settings(shop).await?,
        templates: templates(shop).await?,
    })
}

/// Reads the settings in force.
///
/// # Errors
/// When the store fails.
pub async fn settings(shop: &str) -> Result<Settings, StoreError> {
    let read = settings::current(SPIN_CONTEXT, shop).await?;
    Ok(read.projection.document)
}

/// Reads the templates in force.
///
/// # Errors
/// When the store fails.
pub async fn templates(shop: &str) -> Result<Templates, StoreError> {
    let read = templates::current(SPIN_CONTEXT, shop).await?;
    Ok(read.projection.document)
}
