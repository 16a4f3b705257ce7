//! The shops: one sales channel each.

use crate::zone::TimeZone;
use serde::Deserialize;

use crate::keys::{IdError, check_shop_id};

/// One sales channel that sends its order changes.
#[derive(Clone, Debug)]
pub struct Shop {
    /// Stands in every URL and key of the shop.
    pub id: String,
    /// What speaks at the other end.
    pub platform: Platform,
    /// What the shop signs with: any of them counts, so that they can be changed.
    pub secrets: Vec<String>,
    /// What the shop's ERP signs with, for `/sync/...` and the generic source's
    /// messages beside the platform's own. A generic shop's are its `secrets`.
    pub sync_secrets: Vec<String>,
    /// The name that customers know.
    pub name: String,
    /// BCP 47 language for customers whose own is unknown, where the merchant
    /// has said one.
    pub locale: Option<String>,
    /// Where the shop's days begin and end.
    pub timezone: TimeZone,
}

impl Shop {
    /// The language for customers whose own is unknown; English without one.
    #[must_use]
    pub fn locale(&self) -> &str {
        self.locale.as_deref().unwrap_or("en")
    }
}

/// What speaks at the other end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Platform {
    /// WooCommerce's webhooks, REST API v3.
    Woocommerce,
    /// Shopify's webhooks.
    Shopify,
    /// The generic source: Standard Webhooks with neutral orders.
    Standard,
}

/// Why the setting `shops` is none.
#[derive(Debug, thiserror::Error)]
pub enum ShopsError {
    /// It is not the JSON that it should be.
    #[error("is not a JSON list of shops: {0}")]
    Json(#[from] serde_json::Error),
    /// A shop's id does not fit.
    #[error("shop {index}: {error}")]
    Id {
        /// Which shop of the list, from 0.
        index: usize,
        /// What is wrong with it.
        error: IdError,
    },
    /// Two shops share an id.
    #[error("shop {0:?} stands there twice")]
    Twice(String),
    /// A shop has no secret, or an empty one.
    #[error("shop {0:?} has no secret, or an empty one")]
    NoSecret(String),
    /// A shop's time zone is not in the IANA database.
    #[error("shop {shop:?}: {zone:?} is not an IANA time zone")]
    TimeZone {
        /// The shop's id.
        shop: String,
        /// What stands there.
        zone: String,
    },
}

#[derive(Deserialize)]
struct Setting {
    id: String,
    platform: Platform,
    secrets: Vec<String>,
    #[serde(default)]
    sync_secrets: Vec<String>,
    name: Option<String>,
    locale: Option<String>,
    timezone: Option<String>,
}

/// Reads the setting `shops`: a JSON list.
///
/// # Errors
/// When it is malformed; the message holds no secret.
pub fn from_setting(setting: &str) -> Result<Vec<Shop>, ShopsError> {
    let settings: Vec<Setting> = serde_json::from_slice(setting.as_bytes())?;
    let mut shops: Vec<Shop> = Vec::with_capacity(settings.len());
    for (index, setting) in settings.into_iter().enumerate() {
        check_shop_id(&setting.id).map_err(|error| ShopsError::Id { index, error })?;
        if shops.iter().any(|shop| shop.id == setting.id) {
            return Err(ShopsError::Twice(setting.id));
        }
        let mut secrets = setting.secrets.iter().chain(&setting.sync_secrets);
        if setting.secrets.is_empty() || secrets.any(String::is_empty) {
            return Err(ShopsError::NoSecret(setting.id));
        }
        let zone = setting.timezone.unwrap_or_else(|| "UTC".to_owned());
        let Some(timezone) = TimeZone::named(&zone) else {
            return Err(ShopsError::TimeZone {
                shop: setting.id,
                zone,
            });
        };
        let mut sync_secrets = setting.sync_secrets;
        if setting.platform == Platform::Standard {
            sync_secrets.extend_from_slice(&setting.secrets);
        }
        shops.push(Shop {
            name: setting.name.unwrap_or_else(|| setting.id.clone()),
            id: setting.id,
            platform: setting.platform,
            secrets: setting.secrets,
            sync_secrets,
            locale: setting.locale,
            timezone,
        });
    }
    Ok(shops)
}
