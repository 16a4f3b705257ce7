//! The customer, and the other people to tell.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{MAX_CONTACTS, MAX_ID, MAX_TEXT};

/// The customer, as far as is needed to tell them about the order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Customer {
    /// The shop's identifier of the customer; none for a guest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub id: Option<String>,
    /// The full name, as one would greet the customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub name: Option<String>,
    /// The address for mails about the order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub email: Option<String>,
    /// The phone number, however it is written. The desk finds the customer by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub phone: Option<String>,
    /// The language of the order as a BCP 47 tag, such as `en` or `nb-NO`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub locale: Option<String>,
    /// The group of customers that the shop puts them in, such as `wholesale`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub group: Option<String>,
    /// True if they wish to get mails about their orders; true if nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wants_mail: Option<bool>,
    /// The other people to tell, by what concerns them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_CONTACTS))]
    pub contacts: Vec<Contact>,
}

/// Somebody who is told what concerns them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Contact {
    /// The subject that concerns them.
    pub role: Role,
    /// The full name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub name: Option<String>,
    /// The address for their copies.
    #[schemars(length(min = 1, max = MAX_TEXT))]
    pub email: String,
}

/// The subject that somebody on the customer's side is told about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The customer: the order's own address.
    Customer,
    /// Somebody who gets a copy of everything.
    Admin,
    /// Somebody who gets copies of what concerns money.
    Billing,
    /// Somebody who gets copies of what concerns parcels.
    Delivery,
}
