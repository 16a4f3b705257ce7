//! Composes mails and hands them to the provider.

use std::time::Duration;

use wismo_domain::changes::Change;
use wismo_domain::keys::OrderKey;
use wismo_domain::link::{Kind, Link};
use wismo_domain::mail::{Mailbox, Sent};
use wismo_domain::notices::{Composed, Dispatch, Post, SEND_TIMEOUT, Skip};
use wismo_domain::order::Order;
use wismo_platform::outbound::{self, NoAnswer};
use wismo_view::mail::{Letter, compose};
use wismo_view::texts::Language;

use crate::preview;
use crate::settings::Settings;

/// Composes mails by the settings and hands them over.
pub struct PostOffice<'a> {
    /// The component's settings.
    pub settings: &'a Settings,
}

/// Whether a change is mailed. The others stand on the page alone.
const fn is_mailed(change: &Change) -> bool {
    change.kind().is_some() && !matches!(change, Change::Refunded { .. })
}

impl Post for PostOffice<'_> {
    fn compose(&self, key: &OrderKey, order: &Order, changes: &[Change]) -> Composed {
        // A shop that is gone from the settings has no rule that mails.
        let shop = self.settings.shops.iter().find(|shop| shop.id == key.shop);
        let Some(shop) = shop.filter(|_| changes.iter().any(is_mailed)) else {
            return Composed::Skipped(Skip::RuleOff);
        };
        let name = order.customer.name.as_deref().unwrap_or_default();
        let address = order.customer.email.as_deref().unwrap_or_default();
        let Ok(to) = Mailbox::new(name, address) else {
            return Composed::Skipped(Skip::NoAddress);
        };
        let link = Link {
            order: key.clone(),
            kind: Kind::Customer,
            rotation: 0,
        };
        let token = self.settings.link_keys.seal(&link);
        let locale = order.customer.locale.as_deref().unwrap_or(&shop.locale);
        Composed::Mail(Box::new(compose(&Letter {
            shop,
            order,
            changes,
            page_url: &format!("{}/s/{token}", self.settings.public_url),
            from: &self.settings.from,
            reply_to: self.settings.reply_to.as_ref(),
            to,
            cc: Vec::new(),
            own: None,
            language: Language::for_locale(locale),
            root_id: self.root_id(key),
        })))
    }

    async fn send(&self, dispatch: &Dispatch<'_>) -> Sent {
        let provider = &self.settings.provider;
        let request = match provider.request(dispatch.mail, dispatch.idempotency_key) {
            Ok(Some(request)) => request,
            Ok(None) => return preview::accept(dispatch),
            Err(fault) => return fault.into(),
        };
        let timeout = Duration::try_from(SEND_TIMEOUT).unwrap_or_default();
        match outbound::request(request, timeout).await {
            Ok(response) => provider.outcome(&response),
            Err(fault @ NoAnswer::NotSent) => Sent::TryAgain {
                reason: fault.to_string(),
            },
            Err(fault @ (NoAnswer::Lost | NoAnswer::TimedOut)) => Sent::Unknown {
                reason: fault.to_string(),
            },
        }
    }

    fn has_idempotency(&self) -> bool {
        self.settings.provider.has_idempotency()
    }
}

impl PostOffice<'_> {
    /// The message that all mails of an order answer to, so that mail programs
    /// show them together. It need not exist.
    fn root_id(&self, key: &OrderKey) -> String {
        let domain = self
            .settings
            .from
            .address
            .rsplit('@')
            .next()
            .unwrap_or("localhost");
        format!("order-{}@{domain}", key.digest())
    }
}
