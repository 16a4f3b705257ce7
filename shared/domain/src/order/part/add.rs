//! Adding a part to the shop's order.

use super::lines::{Names, matches};
use super::over::fill_line;
use super::union::{documents, refunds, shipments};
use super::{LinePart, OrderPart, StatusFrom};
use crate::order::{Customer, Order, Payment, Totals};

impl OrderPart {
    /// Adds to the shop's order what the part knows of it. It is a union: added
    /// once more, or to an order that says the same, it does not change
    /// anything. Returns, line by line of the order, what the part says of it.
    pub fn add_to(&self, order: &mut Order, status_from: StatusFrom) -> Vec<Option<LinePart>> {
        let currency = order.currency.clone();
        self.in_currency(Some(&currency)).add(order, status_from)
    }

    fn add(&self, order: &mut Order, status_from: StatusFrom) -> Vec<Option<LinePart>> {
        if let (StatusFrom::Erp, Some(status)) = (status_from, &self.status) {
            order.status = status.clone();
            order.cancelled_at = self.cancelled_at;
        }
        fill(&mut order.number, self.number.as_ref());
        fill(&mut order.reference, self.reference.as_ref());
        fill(&mut order.marketplace, self.marketplace.as_ref());
        fill(&mut order.placed_at, self.placed_at.as_ref());
        order.expected_on = self.expected_on.or(order.expected_on);
        order.packing_slip_printed |= self.packing_slip_printed;
        order.picked |= self.picked;
        add_customer(&mut order.customer, &self.customer);
        fill(&mut order.delivery_method, self.delivery_method.as_ref());
        fill(&mut order.delivery_address, self.delivery_address.as_ref());
        fill(&mut order.billing_address, self.billing_address.as_ref());
        add_payment(&mut order.payment, self.payment.as_ref());
        fill(&mut order.message, self.message.as_ref());
        fill(&mut order.reorder_url, self.reorder_url.as_ref());
        add_totals(&mut order.totals, &self.totals);

        if order.lines.is_empty() {
            let whole = self.lines.iter().filter_map(LinePart::whole);
            order.lines = whole.collect();
        }
        let found = matches(&self.lines, &order.lines);
        let mut said: Vec<Option<LinePart>> = vec![None; order.lines.len()];
        for (part, index) in self.lines.iter().zip(&found) {
            let Some(said) = index.and_then(|index| said.get_mut(index)) else {
                continue;
            };
            match said {
                // The later word stands first in the list; an earlier one, with
                // another name for the line, only fills in.
                Some(said) => fill_line(said, part.clone()),
                None => *said = Some(part.clone()),
            }
        }
        for (line, part) in order.lines.iter_mut().zip(&said) {
            if let Some(part) = part {
                part.add_to(line);
            }
        }

        let names = Names::new(&self.lines, &found, &order.lines);
        shipments(&mut order.shipments, &self.shipments, &names);
        documents(&mut order.documents, &self.documents);
        refunds(&mut order.refunds, &self.refunds, &names);
        said
    }
}

/// Fills in a value that is not known.
pub(super) fn fill<T: Clone>(own: &mut Option<T>, part: Option<&T>) {
    if own.is_none() {
        *own = part.cloned();
    }
}

pub(super) fn add_customer(own: &mut Customer, part: &Customer) {
    fill(&mut own.id, part.id.as_ref());
    fill(&mut own.name, part.name.as_ref());
    fill(&mut own.email, part.email.as_ref());
    fill(&mut own.phone, part.phone.as_ref());
    fill(&mut own.locale, part.locale.as_ref());
    fill(&mut own.group, part.group.as_ref());
    fill(&mut own.wants_mail, part.wants_mail.as_ref());
    if own.contacts.is_empty() {
        own.contacts.clone_from(&part.contacts);
    }
}

pub(super) fn add_payment(own: &mut Option<Payment>, part: Option<&Payment>) {
    match (own.as_mut(), part) {
        (Some(own), Some(part)) => own.due_on = own.due_on.or(part.due_on),
        (_, _) => fill(own, part),
    }
}

pub(super) fn add_totals(own: &mut Totals, part: &Totals) {
    own.items = own.items.or(part.items);
    own.discount = own.discount.or(part.discount);
    if own.fees.is_empty() {
        own.fees.clone_from(&part.fees);
    }
    own.shipping = own.shipping.or(part.shipping);
    own.tax = own.tax.or(part.tax);
    own.tax_included = own.tax_included.or(part.tax_included);
    own.total = own.total.or(part.total);
}
