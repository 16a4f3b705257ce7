//! The texts by which orders and people are found, and the reasons why they fit.
//!
//! To make something else findable, give it a reason, and add it to one of the lists
//! here.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::mark::{Flag, Mark};
use super::phone;
use super::query::Term;
use super::tokens::{Form, fold, joined};
use crate::intake::customer::CustomerRecord;
use crate::log::Snapshot;
use crate::order::{Address, Contact, Customer, DocumentKind, Order, Role, StatusFrom};

/// The reason why a word of a query fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "SearchReason")]
pub enum Reason {
    /// The number by which the customer knows the order.
    OrderNumber,
    /// The shop's identifier of the order.
    OrderId,
    /// The number of a parcel, counted from 1.
    TrackingNumber {
        /// The parcel.
        parcel: usize,
    },
    /// The number of a document, such as an invoice.
    DocumentNumber {
        /// The kind of the document.
        kind: DocumentKind,
    },
    /// The item's number of a line, counted from 1.
    Sku {
        /// The line.
        line: usize,
    },
    /// Another number that the order goes by.
    Reference,
    /// The marketplace's number of the order.
    MarketplaceOrder,
    /// A mark by which the list of orders is narrowed, such as a status.
    Mark,
    /// The person's name.
    Name,
    /// The name that they trade under.
    TradingName,
    /// The person's e-mail address.
    Email,
    /// The person's phone number.
    Phone,
    /// The name under which the person buys on a marketplace.
    MarketplaceUser,
    /// The shop's identifier of the customer.
    CustomerId,
    /// The name of somebody else who is told.
    ContactName {
        /// The subject that concerns them.
        role: Role,
    },
    /// The e-mail address of somebody else who is told.
    ContactEmail {
        /// The subject that concerns them.
        role: Role,
    },
    /// The name of an address.
    AddressName {
        /// The use of the address.
        of: AddressUse,
    },
    /// The company of an address.
    Company {
        /// The use of the address.
        of: AddressUse,
    },
    /// The postcode of an address.
    Postcode {
        /// The use of the address.
        of: AddressUse,
    },
}

/// The use of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AddressUse {
    /// The goods go there.
    Delivery,
    /// The invoice goes there.
    Billing,
}

/// The reasons why a present record fits a query.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fit {
    /// The reasons, each once.
    pub reasons: Vec<Reason>,
    /// True if the whole query is the whole of a number or an address.
    pub is_exact: bool,
}

/// A text by which something is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Searchable {
    /// The reason that it gives.
    pub reason: Reason,
    form: Form,
    text: String,
}

impl Searchable {
    fn new(reason: Reason, form: Form, text: &str) -> Self {
        let text = text.to_owned();
        Self { reason, form, text }
    }

    fn of_mark(mark: &Mark) -> Self {
        Self::new(Reason::Mark, Form::Digest, &mark.token())
    }

    pub(super) fn is_found_by(&self, term: &Term) -> bool {
        self.tokens().iter().any(|token| term.fits(token))
    }

    /// Tells whether it is a phone number.
    pub(super) fn is_phone(&self) -> bool {
        self.form == Form::Phone
    }

    /// Tells whether it is no name, and is this, however it is spaced.
    pub(super) fn is(&self, text: &str) -> bool {
        let own = fold(self.text.trim());
        match self.form {
            Form::Name | Form::Postcode | Form::Digest => false,
            Form::Email => own == text,
            Form::Number | Form::LongNumber => joined(&own) == joined(text),
            Form::Phone => phone::is_same(&own, text),
        }
    }

    /// Lists its tokens.
    pub(super) fn tokens(&self) -> Vec<String> {
        self.form.tokens(&self.text)
    }
}

/// Lists the texts by which an order is found; those first that it is most often found by.
#[must_use]
pub fn texts_of_order(order: &Order) -> Vec<Searchable> {
    let text = Searchable::new;
    let number = order.display_number();
    let mut texts = vec![text(Reason::OrderNumber, Form::Number, number)];
    if order.id != number {
        texts.push(text(Reason::OrderId, Form::Number, &order.id));
    }
    let reference = order.reference.as_deref();
    texts.extend(reference.map(|number| text(Reason::Reference, Form::Number, number)));
    let marketplace = order.marketplace.as_ref();
    let number = marketplace.and_then(|marketplace| marketplace.order.as_deref());
    texts.extend(number.map(|number| text(Reason::MarketplaceOrder, Form::Number, number)));
    let person = person_of(&order.customer).map(Mark::Person);
    texts.extend(person.iter().map(Searchable::of_mark));
    for (parcel, shipment) in (1..).zip(&order.shipments) {
        let reason = Reason::TrackingNumber { parcel };
        let number = shipment.tracking_number.as_deref();
        texts.extend(number.map(|number| text(reason, Form::LongNumber, number)));
    }
    for document in &order.documents {
        let reason = Reason::DocumentNumber {
            kind: document.kind,
        };
        texts.push(text(reason, Form::Number, document.display_number()));
    }
    for (line, one) in (1..).zip(&order.lines) {
        let reason = Reason::Sku { line };
        let sku = one.sku.as_deref();
        texts.extend(sku.map(|sku| text(reason, Form::Number, sku)));
    }
    texts
}

/// Lists the texts by which an order is found, with the marks of its log's projection,
/// whichever system decides where it stands: the merchant may choose another at any time.
#[must_use]
pub fn texts_of_snapshot(order: &Order, snapshot: &Snapshot) -> Vec<Searchable> {
    let mut marks: Vec<Mark> = Vec::new();
    let by_each = StatusFrom::BOTH.into_iter();
    for order in by_each.filter_map(|by| snapshot.order_by(by)) {
        let own = [
            Mark::Status(order.status.code.clone()),
            Mark::Stage(order.standing()),
        ];
        let flags = Flag::possible(&order, snapshot).into_iter().map(Mark::Flag);
        for mark in own.into_iter().chain(flags) {
            if !marks.contains(&mark) {
                marks.push(mark);
            }
        }
    }
    let mut texts = texts_of_order(order);
    texts.extend(marks.iter().map(Searchable::of_mark));
    texts
}

/// Lists the texts by which the person who ordered is found, as their order has them.
#[must_use]
pub fn texts_of_buyer(order: &Order) -> Vec<Searchable> {
    let customer = &order.customer;
    let mut texts = texts_of_person(
        customer.name.as_deref(),
        customer.email.as_deref(),
        customer.phone.as_deref(),
        customer.id.as_deref(),
        &customer.contacts,
    );
    let marketplace = order.marketplace.as_ref();
    let user = marketplace.and_then(|marketplace| marketplace.user.as_deref());
    let reason = Reason::MarketplaceUser;
    texts.extend(user.map(|user| Searchable::new(reason, Form::Number, user)));
    let addresses = [
        (AddressUse::Billing, &order.billing_address),
        (AddressUse::Delivery, &order.delivery_address),
    ];
    for (of, address) in addresses {
        texts.extend(
            address
                .iter()
                .flat_map(|address| texts_of_address(of, address)),
        );
    }
    texts
}

/// Lists the texts by which a customer is found, as the shop's record has them.
#[must_use]
pub fn texts_of_customer(record: &CustomerRecord) -> Vec<Searchable> {
    let mut texts = texts_of_person(
        record.name.as_deref(),
        record.email.as_deref(),
        record.phone.as_deref(),
        Some(&record.id),
        &record.contacts,
    );
    if let Some(name) = &record.trading_name {
        texts.push(Searchable::new(Reason::TradingName, Form::Name, name));
    }
    texts
}

fn texts_of_person(
    name: Option<&str>,
    email: Option<&str>,
    phone: Option<&str>,
    id: Option<&str>,
    contacts: &[Contact],
) -> Vec<Searchable> {
    let text = Searchable::new;
    let mut texts = Vec::new();
    texts.extend(name.map(|name| text(Reason::Name, Form::Name, name)));
    texts.extend(email.map(|email| text(Reason::Email, Form::Email, email)));
    texts.extend(phone.map(|phone| text(Reason::Phone, Form::Phone, phone)));
    texts.extend(id.map(|id| text(Reason::CustomerId, Form::Number, id)));
    for contact in contacts {
        let role = contact.role;
        let reason = Reason::ContactEmail { role };
        texts.push(text(reason, Form::Email, &contact.email));
        let reason = Reason::ContactName { role };
        let name = contact.name.as_ref();
        texts.extend(name.map(|name| text(reason, Form::Name, name)));
    }
    texts
}

fn texts_of_address(of: AddressUse, address: &Address) -> impl Iterator<Item = Searchable> {
    let all = [
        (Reason::AddressName { of }, Form::Name, &address.name),
        (Reason::Company { of }, Form::Name, &address.company),
        (Reason::Postcode { of }, Form::Postcode, &address.postcode),
    ];
    all.into_iter().filter_map(|(reason, form, text)| {
        let text = text.as_ref()?;
        Some(Searchable::new(reason, form, text))
    })
}

/// Makes the digest of who ordered: by the shop's identifier of the customer, or a guest's
/// address; none if neither is known.
#[must_use]
pub fn person_of(customer: &Customer) -> Option<String> {
    let email = || person_of_address(customer.email.as_deref()?);
    let id = customer.id.as_deref().filter(|id| !id.is_empty());
    id.map(person_of_id).or_else(email)
}

/// Makes the digest of a guest with this address; none if it is empty.
#[must_use]
pub fn person_of_address(address: &str) -> Option<String> {
    let address = address.trim();
    (!address.is_empty()).then(|| digest("guest", &address.to_lowercase()))
}

/// Makes the digest of a customer with this identifier.
#[must_use]
pub fn person_of_id(id: &str) -> String {
    digest("customer", id)
}

fn digest(kind: &str, text: &str) -> String {
    let digest = Sha256::digest(format!("{kind} {text}"));
    digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests;
