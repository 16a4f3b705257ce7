//! Putting one part over another: what the later leaves out stands as the earlier said it.

use std::borrow::Cow;

use super::add::{add_customer, add_payment, add_totals, fill};
use super::{LinePart, OrderPart};
use crate::order::{Document, Refund, Shipment, Totals};

impl OrderPart {
    /// Returns the part as it counts in an order of this currency: without its
    /// amounts, if it says that they are in another.
    pub(crate) fn in_currency(&self, currency: Option<&str>) -> Cow<'_, Self> {
        let own = self.currency.as_deref();
        if own.is_none() || currency.is_none() || own == currency {
            return Cow::Borrowed(self);
        }
        let mut part = self.clone();
        part.currency = None;
        part.totals = Totals::default();
        part.refunds.clear();
        let lines = part.lines.iter_mut().map(|line| &mut line.total);
        let papers = part.documents.iter_mut().map(|paper| &mut paper.total);
        lines.chain(papers).for_each(|amount| *amount = None);
        Cow::Owned(part)
    }

    /// Fills in, from an earlier part, what it leaves out. A paper, parcel or
    /// repayment that both list is as the later says, as far as it says it.
    pub(crate) fn fill_from(&mut self, earlier: &Self) {
        self.note_when();
        if self.status.is_none() {
            self.status.clone_from(&earlier.status);
            self.cancelled_at = self.cancelled_at.or(earlier.cancelled_at);
        }
        fill(&mut self.number, earlier.number.as_ref());
        fill(&mut self.reference, earlier.reference.as_ref());
        fill(&mut self.marketplace, earlier.marketplace.as_ref());
        fill(&mut self.placed_at, earlier.placed_at.as_ref());
        fill(&mut self.currency, earlier.currency.as_ref());
        fill(&mut self.expected_on, earlier.expected_on.as_ref());
        self.packing_slip_printed |= earlier.packing_slip_printed;
        self.picked |= earlier.picked;
        add_customer(&mut self.customer, &earlier.customer);
        fill(
            &mut self.delivery_address,
            earlier.delivery_address.as_ref(),
        );
        fill(&mut self.delivery_method, earlier.delivery_method.as_ref());
        fill(&mut self.billing_address, earlier.billing_address.as_ref());
        add_totals(&mut self.totals, &earlier.totals);
        add_payment(&mut self.payment, earlier.payment.as_ref());
        fill(&mut self.message, earlier.message.as_ref());
        fill(&mut self.reorder_url, earlier.reorder_url.as_ref());
        let mut earlier = earlier.clone();
        earlier.note_when();
        let is_line = |a: &LinePart, b: &LinePart| match (&a.id, &b.id) {
            (Some(a), Some(b)) => a == b,
            _ => a.name_in_part() == b.name_in_part() || a.sku.is_some() && a.sku == b.sku,
        };
        union(&mut self.lines, earlier.lines, is_line, fill_line);
        let is_parcel = |a: &Shipment, b: &Shipment| a.id == b.id || a.is_same(b);
        union(
            &mut self.shipments,
            earlier.shipments,
            is_parcel,
            fill_shipment,
        );
        let is_paper = |a: &Document, b: &Document| a.id == b.id || a.is_same(b);
        union(
            &mut self.documents,
            earlier.documents,
            is_paper,
            fill_document,
        );
        let is_refund = |a: &Refund, b: &Refund| a.id == b.id;
        union(&mut self.refunds, earlier.refunds, is_refund, fill_refund);
    }

    /// Tells whether it says the same as another, whenever that was.
    pub(crate) fn says(&self, other: &Self) -> bool {
        let updated_at = other.updated_at;
        let same = Self {
            updated_at,
            ..self.clone()
        };
        *other == same
    }

    /// Notes with each line's stock and day the time when that was said.
    fn note_when(&mut self) {
        for line in &mut self.lines {
            let at = Some(self.updated_at);
            line.stock_at = line.stock_at.or(line.stock.and(at));
            line.day_at = line.day_at.or(line.expected_on.and(at));
        }
    }
}

/// Adds the earlier members to the later ones; if both have one, `fill`
/// completes it.
fn union<T>(
    later: &mut Vec<T>,
    earlier: Vec<T>,
    is_one: impl Fn(&T, &T) -> bool,
    fill: impl Fn(&mut T, T),
) {
    for old in earlier {
        match later.iter().position(|new| is_one(new, &old)) {
            Some(index) => {
                if let Some(new) = later.get_mut(index) {
                    fill(new, old);
                }
            }
            None => later.push(old),
        }
    }
}

/// Fills in, from an earlier line, what a line leaves out.
pub(super) fn fill_line(line: &mut LinePart, earlier: LinePart) {
    line.id = line.id.take().or(earlier.id);
    line.sku = line.sku.take().or(earlier.sku);
    line.name = line.name.take().or(earlier.name);
    line.picture_url = line.picture_url.take().or(earlier.picture_url);
    line.quantity = line.quantity.or(earlier.quantity);
    line.delivered = line.delivered.or(earlier.delivered);
    line.cancelled = line.cancelled.or(earlier.cancelled);
    line.invoiced = line.invoiced.or(earlier.invoiced);
    line.credited = line.credited.or(earlier.credited);
    line.returned = line.returned.or(earlier.returned);
    line.total = line.total.or(earlier.total);
    line.needs_no_shipping |= earlier.needs_no_shipping;
    if line.stock.is_none() || earlier.stock_at > line.stock_at {
        (line.stock, line.stock_at) = (earlier.stock, earlier.stock_at);
    }
    if line.expected_on.is_none() || earlier.day_at > line.day_at {
        (line.expected_on, line.expected_by) = (earlier.expected_on, earlier.expected_by);
        line.day_at = earlier.day_at;
    }
}

fn fill_shipment(shipment: &mut Shipment, earlier: Shipment) {
    shipment.carrier = shipment.carrier.take().or(earlier.carrier);
    shipment.tracking_number = shipment.tracking_number.take().or(earlier.tracking_number);
    shipment.tracking_url = shipment.tracking_url.take().or(earlier.tracking_url);
    shipment.shipped_at = shipment.shipped_at.or(earlier.shipped_at);
    if shipment.lines.is_empty() {
        shipment.lines = earlier.lines;
    }
}

fn fill_document(document: &mut Document, earlier: Document) {
    document.number = document.number.take().or(earlier.number);
    document.issued_at = document.issued_at.or(earlier.issued_at);
    document.total = document.total.or(earlier.total);
    document.name = document.name.take().or(earlier.name);
    if document.url.is_none() && document.file.is_none() {
        document.media_type = document.media_type.or(earlier.media_type);
        (document.url, document.file) = (earlier.url, earlier.file);
    }
}

fn fill_refund(refund: &mut Refund, earlier: Refund) {
    refund.reason = refund.reason.take().or(earlier.reason);
    if refund.lines.is_empty() {
        refund.lines = earlier.lines;
    }
}
