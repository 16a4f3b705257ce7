//! A shop's word about a customer, whichever orders are theirs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::check::FieldError;
use crate::context::{Context, Environment};
use crate::order::{
    Contact, Customer, MAX_CONTACTS, MAX_ID, MAX_TEXT, Order, check_id, check_text,
};
use crate::storage::event_log::{Projected, Projection};
use crate::storage::keys::{OrderKey, customer_log};
use crate::storage::record::Record;
use crate::storage::{Store, StoreError};
use crate::time::Timestamp;

/// The `data` of `customer.changed`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CustomerRecord {
    /// The shop's identifier of the customer, as their orders name it.
    #[schemars(length(min = 1, max = MAX_ID))]
    pub id: String,
    /// The time when it last changed (RFC 3339). The newest wins.
    pub updated_at: Timestamp,
    /// The full name, as one would greet the customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub name: Option<String>,
    /// The name that they trade under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub trading_name: Option<String>,
    /// The address for mails, for orders that do not name one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub email: Option<String>,
    /// The language as a BCP 47 tag, for orders that do not name one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub locale: Option<String>,
    /// The group of customers that the shop puts them in.
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

impl Record for CustomerRecord {
    const VERSION: u32 = 1;
}

/// The newest word about a customer, if there is any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownCustomer {
    n: u64,
    record: Option<CustomerRecord>,
}

impl Record for KnownCustomer {
    const VERSION: u32 = 1;
}

impl Projection for KnownCustomer {
    type Event = CustomerRecord;

    fn apply(&mut self, n: u64, event: CustomerRecord) {
        let known = self.record.as_ref().map(|known| (known.updated_at, self.n));
        if known < Some((event.updated_at, n)) {
            *self = Self {
                n,
                record: Some(event),
            };
        }
    }
}

impl KnownCustomer {
    /// Returns the newest word.
    #[must_use]
    pub const fn record(&self) -> Option<&CustomerRecord> {
        self.record.as_ref()
    }

    /// Adds to an order what is known of its customer. The order's own word
    /// counts more for the address and the language of mails; the record's
    /// counts more for whether mails may go at all, and whom else to tell.
    pub fn apply(&self, order: &mut Order) {
        let Some(record) = &self.record else { return };
        let customer = &mut order.customer;
        let either = |own: &mut Option<String>, known: &Option<String>| {
            if own.is_none() {
                own.clone_from(known);
            }
        };
        either(&mut customer.name, &record.name);
        either(&mut customer.name, &record.trading_name);
        either(&mut customer.email, &record.email);
        either(&mut customer.locale, &record.locale);
        if record.group.is_some() {
            customer.group.clone_from(&record.group);
        }
        customer.wants_mail = record.wants_mail.or(customer.wants_mail);
        if !record.contacts.is_empty() {
            customer.contacts.clone_from(&record.contacts);
        }
    }
}

/// Adds to an order what is known of its customer.
///
/// # Errors
/// When the store fails.
pub async fn known(
    context: Context<'_, impl Store, impl Environment>,
    key: &OrderKey,
    mut order: Order,
) -> Result<Order, StoreError> {
    if let Some(customer) = &order.customer.id {
        let event_log = customer_log(&key.shop, customer);
        let known: Projected<KnownCustomer> = event_log.read(context).await?;
        known.projection.apply(&mut order);
    }
    Ok(order)
}

impl CustomerRecord {
    /// Checks the rules that the types alone do not express.
    ///
    /// # Errors
    /// Names the first field that breaks a rule.
    pub fn check(&self) -> Result<(), FieldError> {
        check_id("id", &self.id)?;
        check_text("trading_name", self.trading_name.as_deref(), MAX_TEXT)?;
        Customer {
            id: Some(self.id.clone()),
            name: self.name.clone(),
            email: self.email.clone(),
            locale: self.locale.clone(),
            group: self.group.clone(),
            wants_mail: self.wants_mail,
            contacts: self.contacts.clone(),
        }
        .check("")
    }
}
