//! The shops: one sales channel each.

mod setting;

use serde::Deserialize;

use crate::secret::Secret;
use crate::zone::TimeZone;

pub use setting::{MIN_KEY_BYTES, MIN_SECRET_BYTES, ShopsError, from_setting};

/// One sales channel that sends its order changes.
#[derive(Clone, Debug)]
pub struct Shop {
    /// Stands in every URL and key of the shop.
    pub id: String,
    /// What speaks at the other end.
    pub platform: Platform,
    /// What the shop signs with: any of them counts, so that they can be changed.
    pub secrets: Vec<Secret>,
    /// What the shop's ERP signs with, for `/sync/...` and the generic source's
    /// messages beside the platform's own. A generic shop's are its `secrets`.
    pub sync_secrets: Vec<Secret>,
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
