//! Texts of several lines, which an order holds as one line. Ids, and texts
//! that a mail's header would repeat unchanged, stay as they came, and are
//! refused.

use wismo_domain::intake::customer::CustomerRecord;
use wismo_domain::order::{
    Address, Customer, Document, Order, OrderPart, Payment, Refund, Shipment, Status,
};

/// Removes the white space around a text, which is never part of an item's
/// number.
pub(super) fn trim(text: &mut String) {
    let trimmed = text.trim();
    if trimmed.len() != text.len() {
        *text = trimmed.to_owned();
    }
}

/// Makes one line: each run of line breaks and tabs becomes a space. Characters that
/// turn the direction of the text are removed, as they would turn the page's own
/// words, too.
fn one_line(text: &mut String) {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if text.contains(turns) {
        text.retain(|c| !turns(c));
    }
    if !text.contains(char::is_control) {
        return;
    }
    let parts = text.split(char::is_control).map(str::trim);
    let line = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>();
    *text = line.join(" ");
}

fn all<'a>(texts: impl IntoIterator<Item = &'a mut Option<String>>) {
    texts.into_iter().flatten().for_each(one_line);
}

fn sku(sku: &mut Option<String>) {
    if let Some(text) = sku {
        trim(text);
    }
    if sku.as_ref().is_some_and(String::is_empty) {
        *sku = None;
    }
}

fn address(address: &mut Option<Address>) {
    let Some(address) = address else { return };
    let Address {
        name,
        company,
        street,
        postcode,
        city,
        region,
        country: _,
    } = address;
    all([name, company, postcode, city, region]);
    street.iter_mut().for_each(one_line);
}

fn customer(customer: &mut Customer) {
    let contacts = customer
        .contacts
        .iter_mut()
        .map(|contact| &mut contact.name);
    all(contacts.chain([&mut customer.name, &mut customer.phone]));
}

fn refunds(refunds: &mut [Refund]) {
    all(refunds.iter_mut().map(|refund| &mut refund.reason));
}

fn payment(payment: &mut Option<Payment>) {
    if let Some(payment) = payment {
        all([&mut payment.method]);
    }
}

fn status(status: &mut Status) {
    all([&mut status.label]);
    status.labels.values_mut().for_each(one_line);
}

/// The texts of a parcel.
pub(super) fn parcel(parcel: &mut Shipment) {
    all([&mut parcel.carrier]);
}

fn documents(documents: &mut [Document]) {
    for document in documents {
        for text in [&mut document.name, &mut document.number]
            .into_iter()
            .flatten()
        {
            // Texts with control characters are refused.
            if !text.contains(char::is_control) {
                one_line(text);
            }
        }
    }
}

/// The texts of an order.
pub(super) fn order(order: &mut Order) {
    status(&mut order.status);
    customer(&mut order.customer);
    address(&mut order.delivery_address);
    address(&mut order.billing_address);
    for line in &mut order.lines {
        sku(&mut line.sku);
        one_line(&mut line.name);
    }
    order.shipments.iter_mut().for_each(parcel);
    refunds(&mut order.refunds);
    documents(&mut order.documents);
    payment(&mut order.payment);
    all([&mut order.message]);
}

/// The texts of a part of an order.
pub(super) fn part(part: &mut OrderPart) {
    if let Some(known) = &mut part.status {
        status(known);
    }
    customer(&mut part.customer);
    address(&mut part.delivery_address);
    address(&mut part.billing_address);
    for line in &mut part.lines {
        sku(&mut line.sku);
        all([&mut line.name]);
    }
    part.shipments.iter_mut().for_each(parcel);
    refunds(&mut part.refunds);
    documents(&mut part.documents);
    payment(&mut part.payment);
    all([&mut part.message]);
}

/// The texts of a customer's record.
pub(super) fn customer_record(record: &mut CustomerRecord) {
    let contacts = record.contacts.iter_mut().map(|contact| &mut contact.name);
    let account = record.account.iter_mut();
    let payments = account.flat_map(|account| &mut account.payments);
    let references = payments.map(|payment| &mut payment.reference);
    all(contacts.chain(references).chain([
        &mut record.name,
        &mut record.trading_name,
        &mut record.phone,
        &mut record.sales_channel,
        &mut record.price_list,
        &mut record.payment_terms,
        &mut record.bank_account,
    ]));
}
