//! Reading the setting `shops`.
//!
//! It holds secrets, so no fault in it is reported in serde's words, which
//! quote the text: only the place, and what should stand there.

#[cfg(test)]
mod tests;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_path_to_error::{Path, Segment};

use super::{Platform, Shop};
use crate::access::secret::Secret;
use crate::storage::keys::{IdError, check_shop_id};
use crate::time::zone::TimeZone;

/// The shortest secret of a platform, in bytes. Platforms make longer ones.
pub const MIN_SECRET_BYTES: usize = 16;

/// The shortest key of the generic source, in bytes: the least that Standard
/// Webhooks allow.
pub const MIN_KEY_BYTES: usize = 24;

/// The reason why the setting `shops` is not valid. It does not repeat any value except ids.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShopsError {
    /// The setting is not JSON.
    #[error("is not JSON: look at line {line}, column {column}")]
    Json {
        /// The line at which it stops being JSON.
        line: usize,
        /// The column in this line.
        column: usize,
    },
    /// The setting is not a list.
    #[error("must be a list of shops: [{{...}}]")]
    NoList,
    /// A field does not have the form that it should.
    #[error("is wrong at {path}: it must be {form}")]
    Form {
        /// The field's JSON path, such as `[0].secrets`.
        path: String,
        /// The form that it must have.
        form: &'static str,
    },
    /// A shop's id does not fit.
    #[error("is wrong at [{index}].id: {error}")]
    Id {
        /// The index of the shop in the list, from 0.
        index: usize,
        /// The fault of the id.
        error: IdError,
    },
    /// Two shops share an id.
    #[error("holds the shop {0:?} twice")]
    Twice(String),
    /// A shop has no secret.
    #[error("holds no secret of the shop {0:?}")]
    NoSecret(String),
    /// A secret of a shop's platform is too short.
    #[error("is wrong at {field} of the shop {shop:?}: it needs at least {MIN_SECRET_BYTES} bytes")]
    ShortSecret {
        /// The shop's id.
        shop: String,
        /// The secret's place, such as `secrets[0]`.
        field: String,
    },
    /// A secret of the generic source is not a key, or is too short.
    #[error(
        "is wrong at {field} of the shop {shop:?}: it must be whsec_ and at least {MIN_KEY_BYTES} \
         random bytes in base64"
    )]
    NoKey {
        /// The shop's id.
        shop: String,
        /// The secret's place, such as `sync_secrets[0]`.
        field: String,
    },
    /// Two shops share a secret, so that what one signs could be sent to the
    /// other.
    #[error("holds one secret for the shops {0:?} and {1:?}: give each its own")]
    SharedSecret(String, String),
    /// A shop's time zone is not in the IANA database.
    #[error("is wrong at [{index}].timezone: it must be an IANA time zone, such as Europe/Oslo")]
    TimeZone {
        /// The index of the shop in the list, from 0.
        index: usize,
    },
}

#[derive(Deserialize)]
struct Setting {
    id: Option<String>,
    platform: Option<Platform>,
    secrets: Option<Vec<Secret>>,
    sync_secrets: Option<Vec<Secret>>,
    name: Option<String>,
    locale: Option<String>,
    timezone: Option<String>,
}

const SHOP: &str = "an object with id, platform and secrets";

/// The fields, with the form that each must have.
const FIELDS: [(&str, &str); 7] = [
    ("id", TEXT),
    ("platform", "woocommerce, shopify or standard"),
    ("secrets", SECRETS),
    ("sync_secrets", SECRETS),
    ("name", TEXT),
    ("locale", TEXT),
    ("timezone", TEXT),
];
const TEXT: &str = "text";
const SECRETS: &str = "a list of texts: [\"...\"]";

/// Reads the setting `shops`: a JSON list.
///
/// # Errors
/// When it is malformed; the message does not contain any secret.
pub fn from_setting(setting: &str) -> Result<Vec<Shop>, ShopsError> {
    let mut shops: Vec<Shop> = Vec::new();
    for (index, setting) in read(setting)?.into_iter().enumerate() {
        let shop = shop(index, setting)?;
        if shops.iter().any(|other| other.id == shop.id) {
            return Err(ShopsError::Twice(shop.id));
        }
        if let Some(other) = shops.iter().find(|other| share_a_secret(other, &shop)) {
            return Err(ShopsError::SharedSecret(other.id.clone(), shop.id));
        }
        shops.push(shop);
    }
    Ok(shops)
}

fn read(setting: &str) -> Result<Vec<Setting>, ShopsError> {
    if let Err(error) = serde_json::from_str::<IgnoredAny>(setting) {
        return Err(ShopsError::Json {
            line: error.line(),
            column: error.column(),
        });
    }
    let mut json = serde_json::Deserializer::from_str(setting);
    serde_path_to_error::deserialize(&mut json).map_err(|error| form(error.path()))
}

/// Tells what should stand at a path. It repeats only those names in the path
/// that are ours: a secret may stand where a name belongs.
fn form(path: &Path) -> ShopsError {
    let mut segments = path.iter();
    let Some(Segment::Seq { index }) = segments.next() else {
        return ShopsError::NoList;
    };
    let known = match segments.next() {
        Some(Segment::Map { key }) => FIELDS.iter().find(|(name, _)| name == key),
        Some(Segment::Seq { .. } | Segment::Enum { .. } | Segment::Unknown) | None => None,
    };
    let Some((field, form)) = known else {
        let path = format!("[{index}]");
        return ShopsError::Form { path, form: SHOP };
    };
    match segments.next() {
        Some(Segment::Seq { index: member }) => ShopsError::Form {
            path: format!("[{index}].{field}[{member}]"),
            form: TEXT,
        },
        Some(Segment::Map { .. } | Segment::Enum { .. } | Segment::Unknown) | None => {
            ShopsError::Form {
                path: format!("[{index}].{field}"),
                form,
            }
        }
    }
}

fn shop(index: usize, setting: Setting) -> Result<Shop, ShopsError> {
    let missing = || ShopsError::Form {
        path: format!("[{index}]"),
        form: SHOP,
    };
    let id = setting.id.ok_or_else(missing)?;
    let platform = setting.platform.ok_or_else(missing)?;
    check_shop_id(&id).map_err(|error| ShopsError::Id { index, error })?;
    let zone = setting.timezone.as_deref().unwrap_or("UTC");
    let timezone = TimeZone::named(zone).ok_or(ShopsError::TimeZone { index })?;
    let secrets = setting.secrets.unwrap_or_default();
    if secrets.is_empty() {
        return Err(ShopsError::NoSecret(id));
    }
    let mut sync_secrets = setting.sync_secrets.unwrap_or_default();
    are_keys(&id, "sync_secrets", &sync_secrets)?;
    match platform {
        Platform::Standard => {
            are_keys(&id, "secrets", &secrets)?;
            sync_secrets.extend_from_slice(&secrets);
        }
        Platform::Woocommerce | Platform::Shopify => are_long(&id, &secrets)?,
    }
    Ok(Shop {
        name: setting.name.unwrap_or_else(|| id.clone()),
        id,
        platform,
        secrets,
        sync_secrets,
        locale: setting.locale,
        timezone,
    })
}

fn are_long(shop: &str, secrets: &[Secret]) -> Result<(), ShopsError> {
    let short = |secret: &Secret| secret.reveal().len() < MIN_SECRET_BYTES;
    match secrets.iter().position(short) {
        None => Ok(()),
        Some(index) => Err(ShopsError::ShortSecret {
            shop: shop.to_owned(),
            field: format!("secrets[{index}]"),
        }),
    }
}

fn are_keys(shop: &str, field: &str, secrets: &[Secret]) -> Result<(), ShopsError> {
    let is_key = |secret: &Secret| {
        let key = secret.standard_key();
        key.is_some_and(|key| key.len() >= MIN_KEY_BYTES)
    };
    match secrets.iter().position(|secret| !is_key(secret)) {
        None => Ok(()),
        Some(index) => Err(ShopsError::NoKey {
            shop: shop.to_owned(),
            field: format!("{field}[{index}]"),
        }),
    }
}

/// Tells whether two shops share a secret. Neither the path of a hook nor the shop
/// is signed: if two shops have one secret, what one signs is as good for the other.
fn share_a_secret(one: &Shop, other: &Shop) -> bool {
    let all = |shop: &Shop| {
        let secrets = shop.secrets.iter().chain(&shop.sync_secrets);
        secrets.cloned().collect::<Vec<_>>()
    };
    let others = all(other);
    let is_shared = |secret: &Secret| others.iter().any(|known| known.is_as(secret));
    all(one).iter().any(is_shared)
}
