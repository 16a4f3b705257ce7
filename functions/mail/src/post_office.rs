//! Composes mails and hands them to the provider.

use std::time::Duration;

use wismo_domain::keys::OrderKey;
use wismo_domain::link::{Kind, Link};
use wismo_domain::mail::Sent;
use wismo_domain::notices::{Breaker, Composed, Dispatch, Plan, Post, Rules, SEND_TIMEOUT, Skip};
use wismo_domain::order::Order;
use wismo_domain::reference;
use wismo_domain::shop::Shop;
use wismo_domain::store::StoreError;
use wismo_domain::time::Timestamp;
use wismo_platform::outbound::{self, NoAnswer};
use wismo_platform::shop_settings::shop_settings;
use wismo_platform::store::SpinStore;
use wismo_view::mail::{Letter, compose};
use wismo_view::texts::Language;

use crate::preview;
use crate::providers::Outgoing;
use crate::settings::Settings;

/// Composes mails by the settings and hands them over.
pub struct PostOffice<'a> {
    settings: &'a Settings,
    breaker: Breaker,
}

impl Post for PostOffice<'_> {
    async fn rules(&self, shop: &str) -> Result<Option<Rules>, StoreError> {
        let Some(shop) = self.shop(shop) else {
            return Ok(None);
        };
        Ok(Some(Rules {
            settings: shop_settings(&shop.id).await?,
            timezone: shop.timezone.clone(),
            locale: shop.locale.clone(),
        }))
    }

    fn compose(&self, key: &OrderKey, order: &Order, plan: &Plan) -> Composed {
        let Some(shop) = self.shop(&key.shop) else {
            return Composed::Skipped(Skip::RuleOff);
        };
        let link = Link {
            order: key.clone(),
            kind: Kind::Customer,
            rotation: 0,
        };
        let token = self.settings.link_keys.seal(&link);
        let unsubscribe = Link {
            kind: Kind::Unsubscribe,
            ..link
        };
        let customer = order.customer.email.as_deref().unwrap_or_default();
        let is_to_customer = plan.to.address.eq_ignore_ascii_case(customer.trim());
        let unsubscribe_url = is_to_customer.then(|| {
            let token = self.settings.link_keys.seal(&unsubscribe);
            format!("{}/s/{token}/unsubscribe", self.settings.public_url)
        });
        let spoken = order.customer.locale.as_deref();
        let locales = spoken.into_iter().chain([shop.locale.as_str()]);
        Composed::Mail(Box::new(compose(&Letter {
            shop,
            order,
            changes: &plan.changes,
            own: plan.template.as_ref(),
            page_url: &format!("{}/s/{token}", self.settings.public_url),
            from: &self.settings.from,
            reply_to: self.settings.reply_to.as_ref(),
            to: plan.to.clone(),
            cc: plan.cc.clone(),
            language: Language::first_of(locales),
            root_id: self.root_id(key),
            unsubscribe_url,
        })))
    }

    async fn send(&self, dispatch: &Dispatch<'_>) -> Sent {
        let provider = &self.settings.provider;
        let reference = reference::seal(&self.settings.link_keys, dispatch.order, dispatch.notice);
        let out = Outgoing {
            mail: dispatch.mail,
            attachments: &[],
            key: dispatch.idempotency_key,
            reference: &reference,
        };
        let request = match provider.request(&out, Timestamp::now()) {
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

    fn breaker(&self) -> &Breaker {
        &self.breaker
    }

    fn has_idempotency(&self) -> bool {
        self.settings.provider.has_idempotency()
    }
}

impl<'a> PostOffice<'a> {
    /// The post office of these settings, with the circuit breaker as it is now.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn open(settings: &'a Settings) -> Result<Self, StoreError> {
        let breaker = Breaker::of(&SpinStore, &settings.configuration).await?;
        Ok(Self { settings, breaker })
    }

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
