//! The shops: one sales channel each.

mod setting;

use serde::Deserialize;

use crate::access::secret::Secret;
use crate::time::zone::TimeZone;
use crate::time::{Date, Timestamp};

pub use setting::{MIN_KEY_BYTES, MIN_SECRET_BYTES, ShopsError, from_setting};

/// One sales channel that sends its order changes.
#[derive(Clone, Debug)]
pub struct Shop {
    /// The id that stands in every URL and key of the shop.
    pub id: String,
    /// The platform at the other end.
    pub platform: Platform,
    /// The secrets that the shop signs with: any of them counts, so that they can be changed.
    pub secrets: Vec<Secret>,
    /// The secrets that the shop's ERP signs with, for `/sync/...` and the generic
    /// source's messages beside the platform's own. A generic shop has them in `secrets`.
    pub sync_secrets: Vec<Secret>,
    /// The name that customers know it by.
    pub name: String,
    /// The BCP 47 language for customers whose own is unknown, if the merchant
    /// has named one.
    pub locale: Option<String>,
    /// The time zone in which the shop's days begin and end.
    pub timezone: TimeZone,
}

impl Shop {
    /// Returns the language for customers whose own is unknown; English if none is named.
    #[must_use]
    pub fn locale(&self) -> &str {
        self.locale.as_deref().unwrap_or("en")
    }

    /// Returns the day at the shop.
    #[must_use]
    pub fn day(&self, at: Timestamp) -> Date {
        Date::from(self.timezone.local(at).date())
    }
}

/// The platform at the other end.
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
