//! The rules that every order must keep before it is stored, whichever shop it came from.
//!
//! The types say what an order is made of; these rules say how much of it, so
//! that no later code has to fear sums that overflow, values that no store
//! takes, or two lines of one name.

mod customer;
#[cfg(test)]
mod tests;
mod values;

use rust_decimal::Decimal;

use super::{
    Document, Fee, Line, LineQuantity, MAX_FEES, MAX_LABELS, Marketplace, Order, Refund, Shipment,
    Status,
};
use crate::check::{FieldError, ensure, language};
use crate::file;
use crate::order::built_in;
use crate::storage::keys::OrderKey;

use customer::address;
pub(crate) use values::{check_amount, check_text};
pub use values::{check_day, check_id, check_moment, is_currency};
use values::{field_error, link, list, number, quantity};

/// The most lines of an order, and of a parcel.
pub const MAX_LINES: usize = 1000;
/// The most lines with a quantity that an order's parcels, or its refunds, have in all:
/// derived data grows with these, not with lines times parcels.
pub const MAX_LINE_QUANTITIES: usize = 2000;
/// The most parcels of an order.
pub const MAX_SHIPMENTS: usize = 200;
/// The most repayments of an order.
pub const MAX_REFUNDS: usize = 200;
/// The most documents of an order.
pub const MAX_DOCUMENTS: usize = 200;
/// The most further contacts of a customer.
pub const MAX_CONTACTS: usize = 20;
/// The longest identifier within an order, in characters.
pub const MAX_ID: usize = 100;
/// The longest other text, in characters.
pub const MAX_TEXT: usize = 500;
/// The longest link, in characters.
pub const MAX_URL: usize = 2000;
/// The largest amount or quantity. Sums of all of them stay far below the limit
/// of a decimal, where adding would trap.
pub const MAX_NUMBER: Decimal = Decimal::from_parts(3_567_587_328, 232, 0, false, 0);

impl Order {
    /// Checks the rules that the types alone do not express: lengths, ranges, and unique ids.
    ///
    /// # Errors
    /// Returns the first field that breaks a rule.
    pub fn check(&self) -> Result<(), FieldError> {
        // Any shop's name will do: only the order's id is in question.
        OrderKey::new("any", &self.id).map_err(|error| field_error("id", error.to_string()))?;
        check_id("id", &self.id)?;
        check_text("number", self.number.as_deref(), MAX_ID)?;
        check_text("reference", self.reference.as_deref(), MAX_ID)?;
        if let Some(marketplace) = &self.marketplace {
            let Marketplace { name, order, user } = marketplace;
            check_text("marketplace.name", name.as_deref(), MAX_ID)?;
            check_text("marketplace.order", order.as_deref(), MAX_ID)?;
            check_text("marketplace.user", user.as_deref(), MAX_ID)?;
        }
        if let Some(whole) = &self.part_of {
            check_id("part_of", whole)?;
        }
        status(&self.status)?;
        ensure("currency", is_currency(&self.currency), || {
            "must be three capital letters (ISO 4217), or 3 to 10 capital letters and digits"
                .to_owned()
        })?;
        check_moment("placed_at", self.placed_at)?;
        check_moment("cancelled_at", self.cancelled_at)?;
        check_day("expected_on", self.expected_on)?;
        self.customer.check("customer")?;
        address("delivery_address", self.delivery_address.as_ref())?;
        address("billing_address", self.billing_address.as_ref())?;
        list("lines", &self.lines, MAX_LINES, |line| &line.id, check_line)?;
        list(
            "shipments",
            &self.shipments,
            MAX_SHIPMENTS,
            |shipment| &shipment.id,
            check_shipment,
        )?;
        list(
            "refunds",
            &self.refunds,
            MAX_REFUNDS,
            |refund| &refund.id,
            check_refund,
        )?;
        contents(
            "shipments",
            self.shipments.iter().map(|parcel| &parcel.lines),
        )?;
        contents("refunds", self.refunds.iter().map(|refund| &refund.lines))?;
        list(
            "documents",
            &self.documents,
            MAX_DOCUMENTS,
            |document| &document.id,
            check_document,
        )?;
        let totals = &self.totals;
        check_amount("totals.items", totals.items)?;
        check_amount("totals.discount", totals.discount)?;
        check_amount("totals.shipping", totals.shipping)?;
        check_amount("totals.tax", totals.tax)?;
        check_fees(&totals.fees)?;
        check_amount("totals.total", totals.total)?;
        if let Some(payment) = &self.payment {
            check_text("payment.method", payment.method.as_deref(), MAX_TEXT)?;
            check_moment("payment.paid_at", payment.paid_at)?;
            check_day("payment.due_on", payment.due_on)?;
        }
        check_text("message", self.message.as_deref(), MAX_TEXT)?;
        link("reorder_url", self.reorder_url.as_deref())
    }
}

fn check_fees(fees: &[Fee]) -> Result<(), FieldError> {
    ensure("totals.fees", fees.len() <= MAX_FEES, || {
        format!("must have at most {MAX_FEES} members")
    })?;
    for (index, fee) in fees.iter().enumerate() {
        let path = format!("totals.fees[{index}]");
        check_text(&format!("{path}.name"), fee.name.as_deref(), MAX_TEXT)?;
        check_amount(&format!("{path}.amount"), Some(fee.amount))?;
    }
    Ok(())
}

fn status(status: &Status) -> Result<(), FieldError> {
    check_id("status.code", &status.code)?;
    check_text("status.label", status.label.as_deref(), MAX_TEXT)?;
    ensure("status.labels", status.labels.len() <= MAX_LABELS, || {
        format!("must have at most {MAX_LABELS} members")
    })?;
    for (tag, words) in &status.labels {
        let path = format!("status.labels.{tag}");
        language(&path, tag)?;
        check_text(&path, Some(words), MAX_TEXT)?;
    }
    // A built-in status has the same meaning and words in every shop.
    let Some(stage) = built_in(&status.code) else {
        return Ok(());
    };
    let code = &status.code;
    ensure("status.stage", status.stage == stage, || {
        let stage = serde_json::to_string(&stage).unwrap_or_default();
        format!("must be {stage}, as the status {code} is built in: send another code")
    })?;
    for (path, is_left_out) in [
        ("status.label", status.label.is_none()),
        ("status.labels", status.labels.is_empty()),
    ] {
        ensure(path, is_left_out, || {
            format!("must be left out, as the status {code} is built in: send another code")
        })?;
    }
    Ok(())
}

fn check_line(path: &str, line: &Line) -> Result<(), FieldError> {
    check_text(&format!("{path}.sku"), line.sku.as_deref(), MAX_ID)?;
    check_text(&format!("{path}.name"), Some(&line.name), MAX_TEXT)?;
    link(&format!("{path}.picture_url"), line.picture_url.as_deref())?;
    quantity(&format!("{path}.quantity"), Some(line.quantity))?;
    quantity(&format!("{path}.delivered"), line.delivered)?;
    quantity(&format!("{path}.cancelled"), line.cancelled)?;
    quantity(&format!("{path}.invoiced"), line.invoiced)?;
    quantity(&format!("{path}.credited"), line.credited)?;
    quantity(&format!("{path}.returned"), line.returned)?;
    quantity(&format!("{path}.stock"), line.stock)?;
    check_day(&format!("{path}.expected_on"), line.expected_on)?;
    check_amount(&format!("{path}.total"), line.total)
}

fn check_shipment(path: &str, shipment: &Shipment) -> Result<(), FieldError> {
    check_text(
        &format!("{path}.carrier"),
        shipment.carrier.as_deref(),
        MAX_TEXT,
    )?;
    check_text(
        &format!("{path}.tracking_number"),
        shipment.tracking_number.as_deref(),
        MAX_ID,
    )?;
    let url = shipment.tracking_url.as_deref();
    link(&format!("{path}.tracking_url"), url)?;
    check_moment(&format!("{path}.shipped_at"), shipment.shipped_at)?;
    line_quantities(path, &shipment.lines)
}

fn line_quantities(path: &str, lines: &[LineQuantity]) -> Result<(), FieldError> {
    let path = format!("{path}.lines");
    if lines.len() > MAX_LINES {
        return Err(field_error(
            &path,
            format!("must have at most {MAX_LINES} members"),
        ));
    }
    for (index, line) in lines.iter().enumerate() {
        check_id(&format!("{path}[{index}].line"), &line.line)?;
        quantity(&format!("{path}[{index}].quantity"), Some(line.quantity))?;
    }
    Ok(())
}

/// Checks the number of lines that the members of a list holds in all.
pub(super) fn contents<'a>(
    name: &str,
    all: impl Iterator<Item = &'a Vec<LineQuantity>>,
) -> Result<(), FieldError> {
    let held: usize = all.map(Vec::len).sum();
    ensure(name, held <= MAX_LINE_QUANTITIES, || {
        format!("must have at most {MAX_LINE_QUANTITIES} members of `lines` in all")
    })
}

fn check_refund(path: &str, refund: &Refund) -> Result<(), FieldError> {
    number(&format!("{path}.amount"), refund.amount.0, Decimal::ZERO)?;
    check_text(
        &format!("{path}.reason"),
        refund.reason.as_deref(),
        MAX_TEXT,
    )?;
    line_quantities(path, &refund.lines)
}

fn check_document(path: &str, document: &Document) -> Result<(), FieldError> {
    check_text(
        &format!("{path}.number"),
        document.number.as_deref(),
        MAX_ID,
    )?;
    check_amount(&format!("{path}.total"), document.total)?;
    check_moment(&format!("{path}.issued_at"), document.issued_at)?;
    if let Some(name) = document.name.as_deref() {
        let fits = file::is_name(name);
        ensure(&format!("{path}.name"), fits, || {
            let most = file::MAX_NAME;
            format!("must be a file's name of 1 to {most} characters, without slashes")
        })?;
    }
    let url = format!("{path}.url");
    link(&url, document.url.as_deref())?;
    ensure(
        &url,
        document.url.as_deref().is_none_or(Document::is_url),
        || "must have a host of its own name, and no port and no user".to_owned(),
    )?;
    ensure(&format!("{path}.file"), document.file.is_none(), || {
        "is for Wismo alone to say: send content".to_owned()
    })?;
    let Some(content) = &document.content else {
        return Ok(());
    };
    let at = format!("{path}.content");
    ensure(&at, document.url.is_none(), || {
        "must stand without url: send one of them".to_owned()
    })?;
    let most = file::MAX_FILE_BYTES;
    ensure(&at, (1..=most).contains(&content.0.len()), || {
        format!("must be 1 to {most} bytes, once decoded: send what is larger as url")
    })?;
    ensure(
        &format!("{path}.media_type"),
        document.media_type.is_some(),
        || "must say what content is".to_owned(),
    )
}
