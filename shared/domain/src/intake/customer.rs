//! A shop's word about a customer, whichever orders are theirs.

mod account;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::check::{FieldError, ensure};
use crate::context::{Context, Environment};
use crate::order::{
    Contact, Customer, MAX_CONTACTS, MAX_ID, MAX_TEXT, Order, check_id, check_text,
};
use crate::people::{self, Person};
use crate::search::{self, Entry, Index, Subject, order_of, person_of_id, texts_of_customer};
use crate::storage::event_log::{Projected, Projection};
use crate::storage::keys::{OrderKey, customer_log};
use crate::storage::record::{Record, encode};
use crate::storage::together::join_all;
use crate::storage::{Store, StoreError};
use crate::time::Timestamp;

pub use account::{Account, AccountInvoice, AccountPayment, MAX_ENTRIES};

/// The most customers of an agent.
pub const MAX_SUB_CUSTOMERS: usize = 200;

/// The number of a customer's first events that may be the first that is written.
const FIRST_TRIES: u64 = 3;

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
    /// The phone number, however it is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub phone: Option<String>,
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
    /// The kind of customer; for the desk, like all that follows.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<CustomerKind>,
    /// The identifiers of the customers for whom this one orders, if it is an agent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(
        length(max = MAX_SUB_CUSTOMERS),
        inner(length(min = 1, max = MAX_ID))
    )]
    pub sub_customers: Vec<String>,
    /// The sales channel that they came by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub sales_channel: Option<String>,
    /// The price list that holds for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub price_list: Option<String>,
    /// The terms on which they pay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub payment_terms: Option<String>,
    /// True if nothing is sent before it is paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pays_before_dispatch: Option<bool>,
    /// The bank account that they pay from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub bank_account: Option<String>,
    /// Their number in the accounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub accounts_id: Option<String>,
    /// Their account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<Account>,
}

/// The kind of a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CustomerKind {
    /// Somebody who buys for themselves.
    Public,
    /// Somebody who sells on.
    Retailer,
    /// Somebody who orders for others.
    Agent,
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
        either(&mut customer.phone, &record.phone);
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

/// Appends a shop's words about customers, one or more, and lists and enters them where they
/// can be found. Appending them twice does not change anything. Returns the events' numbers.
///
/// # Errors
/// When the store fails; any of them may be there all the same.
pub async fn append(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    records: &[CustomerRecord],
) -> Result<Vec<u64>, StoreError> {
    let mut events = Vec::with_capacity(records.len());
    let (mut numbers, mut entries, mut newcomers) = (Vec::new(), Vec::new(), Vec::new());
    for record in records {
        let event_log = customer_log(shop, &record.id);
        let n = context.store.increment(&event_log.len()).await?;
        numbers.push(n);
        events.push((event_log.event(n), encode(record)?));
        let subject = Subject::Customer(record.id.clone());
        entries.extend(Entry::of(&subject, &texts_of_customer(record)));
        if n <= FIRST_TRIES {
            // Whoever drew the numbers before may have died with them.
            let earlier: Vec<u64> = (1..n).collect();
            let earlier = event_log.events::<CustomerRecord>(context.store, &earlier);
            if earlier.await?.is_empty() {
                newcomers.push(record.id.clone());
            }
        }
    }
    let index = Index::of(shop);
    // Whoever has ordered before is on the list already.
    let new = newcomers.into_iter().map(|id| async {
        let order = order_of(context.store, &index, &person_of_id(&id)).await?;
        Ok(order.is_none().then_some(Person::Customer(id)))
    });
    let new = join_all(new)
        .await
        .into_iter()
        .filter_map(Result::transpose);
    let new = new.collect::<Result<Vec<Person>, StoreError>>()?;
    // Where a batch may apply in part, somebody who is listed twice does no harm.
    let mut writes = people::listings(context, shop, new).await?;
    writes.extend(events);
    search::enter(context, &index, &entries, writes).await?;
    Ok(numbers)
}

/// Leaves out those people of whom the shop has sent a record: that listed them.
///
/// # Errors
/// When the store fails.
pub(crate) async fn not_listed(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    people: Vec<Person>,
) -> Result<Vec<Person>, StoreError> {
    let unlisted = people.into_iter().map(|person| async move {
        let has_record = match &person {
            Person::Customer(id) => context.store.count(&customer_log(shop, id).len()).await? > 0,
            Person::Guest(_) => false,
        };
        Ok((!has_record).then_some(person))
    });
    let unlisted = join_all(unlisted).await.into_iter();
    unlisted.filter_map(Result::transpose).collect()
}

impl CustomerRecord {
    /// Makes a record of which only this is known.
    #[must_use]
    pub fn new(id: &str, updated_at: Timestamp) -> Self {
        Self {
            id: id.to_owned(),
            updated_at,
            name: None,
            trading_name: None,
            email: None,
            phone: None,
            locale: None,
            group: None,
            wants_mail: None,
            contacts: Vec::new(),
            kind: None,
            sub_customers: Vec::new(),
            sales_channel: None,
            price_list: None,
            payment_terms: None,
            pays_before_dispatch: None,
            bank_account: None,
            accounts_id: None,
            account: None,
        }
    }

    /// Checks the rules that the types alone do not express.
    ///
    /// # Errors
    /// Names the first field that breaks a rule.
    pub fn check(&self) -> Result<(), FieldError> {
        check_id("id", &self.id)?;
        for (field, text, most) in [
            ("trading_name", &self.trading_name, MAX_TEXT),
            ("sales_channel", &self.sales_channel, MAX_TEXT),
            ("price_list", &self.price_list, MAX_TEXT),
            ("payment_terms", &self.payment_terms, MAX_TEXT),
            ("bank_account", &self.bank_account, MAX_TEXT),
            ("accounts_id", &self.accounts_id, MAX_ID),
        ] {
            check_text(field, text.as_deref(), most)?;
        }
        let is_few = self.sub_customers.len() <= MAX_SUB_CUSTOMERS;
        ensure("sub_customers", is_few, || {
            format!("must have at most {MAX_SUB_CUSTOMERS} members")
        })?;
        for (index, id) in self.sub_customers.iter().enumerate() {
            check_id(&format!("sub_customers[{index}]"), id)?;
        }
        if let Some(account) = &self.account {
            account.check()?;
        }
        Customer {
            id: Some(self.id.clone()),
            name: self.name.clone(),
            email: self.email.clone(),
            phone: self.phone.clone(),
            locale: self.locale.clone(),
            group: self.group.clone(),
            wants_mail: self.wants_mail,
            contacts: self.contacts.clone(),
        }
        .check("")
    }
}
