//! The rules that a shop's word about goods must keep.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::{MAX_PURCHASE_LINES, Purchase, Stock};
use crate::check::{FieldError, ensure};
use crate::order::{MAX_NUMBER, check_day, check_id};

impl Stock {
    /// Checks the rules that the types alone do not express.
    ///
    /// # Errors
    /// Returns the first field that breaks a rule.
    pub fn check(&self) -> Result<(), FieldError> {
        check_id("sku", &self.sku)?;
        check_day("expected_on", self.expected_on)?;
        let quantity = self.quantity.0;
        ensure(
            "quantity",
            (Decimal::ZERO..=MAX_NUMBER).contains(&quantity),
            || format!("must be from 0 to {MAX_NUMBER}; send 0 for an item that is oversold"),
        )
    }
}

impl Purchase {
    /// Checks the rules that the types alone do not express.
    ///
    /// # Errors
    /// Returns the first field that breaks a rule.
    pub fn check(&self) -> Result<(), FieldError> {
        check_id("id", &self.id)?;
        ensure("lines", self.lines.len() <= MAX_PURCHASE_LINES, || {
            format!("must have at most {MAX_PURCHASE_LINES} members")
        })?;
        let mut skus = HashSet::with_capacity(self.lines.len());
        for (index, line) in self.lines.iter().enumerate() {
            check_day(&format!("lines[{index}].expected_on"), line.expected_on)?;
            let path = format!("lines[{index}].sku");
            check_id(&path, &line.sku)?;
            ensure(&path, skus.insert(&line.sku), || {
                "occurs twice in the list: send only the valid day".to_owned()
            })?;
        }
        Ok(())
    }
}
