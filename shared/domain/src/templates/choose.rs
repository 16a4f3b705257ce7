//! Choosing the template whose words a mail has.

use super::{Name, StoredTemplate, Templates};
use crate::changes::Change;

impl Templates {
    /// Finds the template of this name in the language of a locale, the closest
    /// of several; otherwise, the one that serves every language.
    #[must_use]
    pub fn find(&self, name: &Name, locale: &str) -> Option<&StoredTemplate> {
        let named = || self.iter().filter(|entry| entry.name == *name);
        let length =
            |entry: &&StoredTemplate| entry.language.as_ref().map(|tag| tag.as_str().len());
        let spoken = |entry: &&StoredTemplate| {
            let language = entry.language.as_ref();
            language.is_some_and(|language| speaks(locale, language.as_str()))
        };
        let closest = named().filter(spoken).max_by_key(length);
        closest.or_else(|| named().find(|entry| entry.language.is_none()))
    }

    /// Finds the template for a mail about a change: the one that its rule names,
    /// otherwise that of the status it moves to, otherwise that of its kind.
    #[must_use]
    pub fn choose(
        &self,
        named: Option<&str>,
        change: &Change,
        locale: &str,
    ) -> Option<&StoredTemplate> {
        let named = named.and_then(|name| name.parse().ok());
        let status = match change {
            Change::StatusChanged { to, .. } => Some(Name::Status(to.code.clone())),
            Change::Placed
            | Change::Cancelled { .. }
            | Change::LinesCancelled { .. }
            | Change::Invoiced { .. }
            | Change::Credited { .. }
            | Change::PackingSlipPrinted
            | Change::Picked
            | Change::TrackingEntered { .. }
            | Change::PartDelivered { .. }
            | Change::Delivered { .. }
            | Change::DeliveryCorrected { .. }
            | Change::ExpectedDateChanged { .. }
            | Change::BackInStock { .. }
            | Change::OutOfStock { .. }
            | Change::Returned { .. }
            | Change::Refunded { .. }
            | Change::Removed
            | Change::Restored => None,
        };
        let kind = change.kind().map(Name::Kind);
        let mut names = [named, status, kind].into_iter().flatten();
        names.find_map(|name| self.find(&name, locale))
    }
}

/// Tells whether a locale is of a language, as RFC 4647 (section 3.3.1) filters.
pub(crate) fn speaks(locale: &str, language: &str) -> bool {
    let (locale, language) = (locale.replace('_', "-"), language.replace('_', "-"));
    let head = locale.get(..language.len()).unwrap_or_default();
    let rest = locale.get(language.len()..).unwrap_or_default();
    head.eq_ignore_ascii_case(&language) && (rest.is_empty() || rest.starts_with('-'))
}
