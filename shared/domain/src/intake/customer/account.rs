//! A customer's account, as the shop's ERP keeps it: for the desk alone.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::check::{FieldError, ensure};
use crate::order::{
    Amount, MAX_ID, MAX_TEXT, check_amount, check_day, check_id, check_moment, check_text,
    is_currency,
};
use crate::time::{Date, Timestamp};

/// The most invoices, and the most payments, that an account shows.
pub const MAX_ENTRIES: usize = 20;

/// A customer's account, as the shop's ERP keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Account {
    /// The currency of every amount in the account: its ISO 4217 code, or a similar one.
    #[schemars(regex(pattern = r"^[A-Z][A-Z0-9]{2,9}$"))]
    pub currency: String,
    /// The time from which these figures are (RFC 3339); that of the message if missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
    /// The amount that the customer owes; negative if the shop owes them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub balance: Option<Amount>,
    /// The last invoices, the newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_ENTRIES))]
    pub invoices: Vec<AccountInvoice>,
    /// The last payments, the newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_ENTRIES))]
    pub payments: Vec<AccountPayment>,
}

/// An invoice in an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AccountInvoice {
    /// The invoice's number.
    #[schemars(length(min = 1, max = MAX_ID))]
    pub number: String,
    /// The amount; negative for a credit note.
    pub amount: Amount,
    /// The part of it that is not paid yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<Amount>,
    /// The day on which it was issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<Date>,
    /// The day on which it is to be paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Date>,
}

/// A payment in an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AccountPayment {
    /// The amount.
    pub amount: Amount,
    /// The day on which it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_on: Option<Date>,
    /// The text that came with it, such as the invoice's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub reference: Option<String>,
}

impl Account {
    /// Checks the rules that the types alone do not express.
    pub(super) fn check(&self) -> Result<(), FieldError> {
        ensure("account.currency", is_currency(&self.currency), || {
            "must be three capital letters (ISO 4217), or 3 to 10 capital letters and digits"
                .to_owned()
        })?;
        check_moment("account.at", self.at)?;
        check_amount("account.balance", self.balance)?;
        for (name, len) in [
            ("invoices", self.invoices.len()),
            ("payments", self.payments.len()),
        ] {
            ensure(&format!("account.{name}"), len <= MAX_ENTRIES, || {
                format!("must have at most {MAX_ENTRIES} members")
            })?;
        }
        for (index, invoice) in self.invoices.iter().enumerate() {
            let at = |field: &str| format!("account.invoices[{index}].{field}");
            check_id(&at("number"), &invoice.number)?;
            check_amount(&at("amount"), Some(invoice.amount))?;
            check_amount(&at("open"), invoice.open)?;
            check_day(&at("issued_on"), invoice.issued_on)?;
            check_day(&at("due_on"), invoice.due_on)?;
        }
        for (index, payment) in self.payments.iter().enumerate() {
            let at = |field: &str| format!("account.payments[{index}].{field}");
            check_amount(&at("amount"), Some(payment.amount))?;
            check_day(&at("paid_on"), payment.paid_on)?;
            check_text(&at("reference"), payment.reference.as_deref(), MAX_TEXT)?;
        }
        Ok(())
    }
}
