//! Who ordered, and whom else to tell.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{MAX_CONTACTS, MAX_ID, MAX_TEXT};

/// Who ordered, as far as telling them needs it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Customer {
    /// The shop's identifier of the customer; none for a guest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub id: Option<String>,
    /// Full name, as one would greet it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub name: Option<String>,
    /// Where mails about the order go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub email: Option<String>,
    /// BCP 47 language of the order, such as `en` or `nb-NO`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub locale: Option<String>,
    /// The group of customers that the shop counts them to, such as `wholesale`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub group: Option<String>,
    /// Whether they wish to get mails about their orders; yes, where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wants_mail: Option<bool>,
    /// Whom else to tell, by what concerns them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_CONTACTS))]
    pub contacts: Vec<Contact>,
}

/// Somebody who is told of what concerns them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Contact {
    /// What concerns them.
    pub role: Role,
    /// Full name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub name: Option<String>,
    /// Where their copies go.
    #[schemars(length(min = 1, max = MAX_TEXT))]
    pub email: String,
}

/// What somebody on the customer's side is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Who ordered: the order's own address.
    Customer,
    /// Gets a copy of everything.
    Admin,
    /// Gets copies of what concerns money.
    Billing,
    /// Gets copies of what concerns parcels.
    Delivery,
}
