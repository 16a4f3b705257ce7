//! What a shop said about a customer, whichever orders are theirs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::environment::Environment;
use crate::keys::{OrderKey, customer_ledger};
use crate::ledger::{Fold, Folded};
use crate::order::{Contact, Customer, Flaw, MAX_CONTACTS, MAX_ID, MAX_TEXT, Order};
use crate::record::Record;
use crate::store::{Store, StoreError};
use crate::time::Timestamp;

/// The `data` of `customer.changed`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CustomerRecord {
    /// The shop's identifier of the customer, as their orders name it.
    #[schemars(length(min = 1, max = MAX_ID))]
    pub id: String,
    /// When it last changed (RFC 3339). The newest wins.
    pub updated_at: Timestamp,
    /// Full name, as one would greet it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub name: Option<String>,
    /// The name that they trade under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub trading_name: Option<String>,
    /// Where mails go, for orders that name no address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub email: Option<String>,
    /// BCP 47 language, for orders that name none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub locale: Option<String>,
    /// The group of customers that the shop counts them to.
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

impl Record for CustomerRecord {
    const VERSION: u32 = 1;
}

/// The newest that was said about a customer, if anything was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    n: u64,
    record: Option<CustomerRecord>,
}

impl Record for Known {
    const VERSION: u32 = 1;
}

impl Fold for Known {
    type Event = CustomerRecord;

    fn take(&mut self, n: u64, event: CustomerRecord) {
        let known = self.record.as_ref().map(|known| (known.updated_at, self.n));
        if known < Some((event.updated_at, n)) {
            *self = Self {
                n,
                record: Some(event),
            };
        }
    }
}

impl Known {
    /// Tells an order what is known of who ordered. Where a mail goes and in
    /// which language, the order itself says better; whether it may go, and
    /// whom else it concerns, the record does.
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

/// An order with what is known of its customer.
///
/// # Errors
/// When the store fails.
pub async fn known(
    store: &impl Store,
    environment: &impl Environment,
    key: &OrderKey,
    mut order: Order,
) -> Result<Order, StoreError> {
    if let Some(customer) = &order.customer.id {
        let ledger = customer_ledger(&key.shop, customer);
        let known: Folded<Known> = ledger.read(store, environment).await?;
        known.fold.apply(&mut order);
    }
    Ok(order)
}

impl CustomerRecord {
    /// Checks what the types alone don't.
    ///
    /// # Errors
    /// Names the first field that breaks a rule.
    pub fn check(&self) -> Result<(), Flaw> {
        if self.id.is_empty() {
            return Err(Flaw {
                path: "id".to_owned(),
                reason: "must not be empty".to_owned(),
            });
        }
        Customer {
            id: Some(self.id.clone()),
            name: self.name.clone().or_else(|| self.trading_name.clone()),
            email: self.email.clone(),
            locale: self.locale.clone(),
            group: self.group.clone(),
            wants_mail: self.wants_mail,
            contacts: self.contacts.clone(),
        }
        .check("")
    }
}
