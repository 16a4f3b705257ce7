//! Composes mails and hands them to the provider.

use std::time::Duration;

use futures::future::join;
use wismo_domain::keys::OrderKey;
use wismo_domain::link::{Kind, Link};
use wismo_domain::mail::Sent;
use wismo_domain::notices::{Composed, Dispatch, Plan, Post, Rules, SEND_TIMEOUT, Skip, Written};
use wismo_domain::order::Order;
use wismo_domain::shop::Shop;
use wismo_domain::store::StoreError;
use wismo_platform::outbound::{self, NoAnswer};
use wismo_platform::shop_settings::{shop_settings, shop_templates};
use wismo_view::mail::{Letter, compose};
use wismo_view::texts::Language;

use crate::preview;
use crate::settings::Settings;

/// Composes mails by the settings and hands them over.
pub struct PostOffice<'a> {
    /// The component's settings.
    pub settings: &'a Settings,
}

impl Post for PostOffice<'_> {
    async fn rules(&self, shop: &str) -> Result<Option<Rules>, StoreError> {
        let Some(shop) = self.shop(shop) else {
            return Ok(None);
        };
        let settings = shop_settings(&shop.id);
        let (settings, templates) = join(settings, shop_templates(&shop.id)).await;
        Ok(Some(Rules {
            settings: settings?,
            templates: templates?,
            timezone: shop.timezone.clone(),
            locale: shop.locale.clone(),
        }))
    }

    fn compose(&self, key: &OrderKey, order: &Order, plan: &Plan) -> Written {
        let Some(shop) = self.shop(&key.shop) else {
            return Composed::Skipped(Skip::RuleOff).into();
        };
        let link = Link {
            order: key.clone(),
            kind: Kind::Customer,
            rotation: 0,
        };
        let token = self.settings.link_keys.seal(&link);
        let locale = order.customer.locale.as_deref().unwrap_or(&shop.locale);
        let written = compose(&Letter {
            shop,
            order,
            changes: &plan.changes,
            own: plan.template.as_ref(),
            page_url: &format!("{}/s/{token}", self.settings.public_url),
            from: &self.settings.from,
            reply_to: self.settings.reply_to.as_ref(),
            to: plan.to.clone(),
            cc: plan.cc.clone(),
            language: Language::for_locale(locale),
            root_id: self.root_id(key),
        });
        Written {
            composed: Composed::Mail(Box::new(written.mail)),
            fault: written.fault,
        }
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
                after: None,
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
    fn shop(&self, id: &str) -> Option<&Shop> {
        self.settings.shops.iter().find(|shop| shop.id == id)
    }

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
