//! Composes mails and hands them to the provider.

use std::time::{Duration, Instant};

use futures::future::join;
use wismo_domain::context::Environment;
use wismo_domain::log::Skip;
use wismo_domain::mail::SendResult;
use wismo_domain::mail::reference;
use wismo_domain::notices::{
    Breaker, Composed, ComposedMail, Mailer, OrderLink, OutgoingMail, Plan, Rules,
};
use wismo_domain::order::Order;
use wismo_domain::shop::Shop;
use wismo_domain::storage::StoreError;
use wismo_domain::time::Timestamp;
use wismo_domain::time::protocol::SEND_TIMEOUT;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::outbound::{self, NoAnswer};
use wismo_platform::shop_settings::{shop_settings, shop_templates};
use wismo_platform::store::SpinStore;
use wismo_view::mail::{MailContext, Sender, compose};

use crate::config::Config;
use crate::providers::Outgoing;
use crate::{files, preview};

/// Composes mails according to the settings of their shops, and hands them over.
pub struct ProviderMailer<'a> {
    config: &'a Config,
    breaker: Breaker,
}

impl Mailer for ProviderMailer<'_> {
    fn shops(&self) -> Vec<&str> {
        let shops = self.config.shops.iter();
        shops.map(|shop| shop.id.as_str()).collect()
    }

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
            locale: shop.locale().to_owned(),
        }))
    }

    fn compose(
        &self,
        OrderLink {
            order: key,
            rotation,
        }: OrderLink<'_>,
        order: &Order,
        plan: &Plan,
    ) -> ComposedMail {
        let Some(shop) = self.shop(&key.shop) else {
            return Composed::Skipped(Skip::RuleOff).into();
        };
        let sender = Sender {
            link_keys: &self.config.link_keys,
            public_url: &self.config.public_url,
            from: &self.config.from,
        };
        let page_url =
            rotation.map(|rotation| sender.page_url(key, rotation, order, &plan.to, &plan.cc));
        let written = compose(&MailContext {
            now: SpinEnvironment.now(),
            hides_prices: plan.hides_prices,
            hides_addresses: plan.hides_addresses,
            changes: &plan.content.changes,
            documents: &plan.content.documents,
            own: plan.content.template.as_ref(),
            page_url: page_url.as_deref(),
            reply_to: self.config.reply_to.as_ref(),
            to: plan.to.clone(),
            cc: plan.cc.clone(),
            root_id: sender.root_id(key),
            unsubscribe_url: sender.unsubscribe_url(key, order, &plan.to),
            ..MailContext::for_order(shop, order, &plan.brand, &self.config.from)
        });
        ComposedMail {
            composed: Composed::Mail(Box::new(written.mail)),
            fault: written.fault,
        }
    }

    async fn send(&self, dispatch: &OutgoingMail<'_>) -> SendResult {
        let began = Instant::now();
        let shop = self.shop(&dispatch.order.shop);
        let attachments = match files::load(shop, &dispatch.mail.attachments).await {
            Ok(attachments) => attachments,
            Err(fault) => {
                return SendResult::NotReady {
                    reason: fault.to_string(),
                };
            }
        };
        let provider = &self.config.provider;
        let reference = reference::seal(&self.config.link_keys, dispatch.order, dispatch.notice);
        let code = dispatch.mail.code.map(|of| {
            let code = self.config.link_keys.code(dispatch.order, of);
            dispatch.mail.with_code(&code)
        });
        let out = Outgoing {
            mail: code.as_ref().unwrap_or(dispatch.mail),
            attachments: &attachments,
            key: dispatch.idempotency_key,
            reference: &reference,
        };
        let request = match provider.request(&out, Timestamp::now()) {
            Ok(Some(request)) => request,
            Ok(None) => return preview::accept(dispatch),
            Err(fault) => return fault.into(),
        };
        // Loading and sending together take no longer than sending a mail
        // without files.
        let timeout = Duration::try_from(SEND_TIMEOUT).unwrap_or_default();
        let timeout = timeout.saturating_sub(began.elapsed());
        match outbound::request(request, timeout).await {
            Ok(response) => provider.outcome(&response),
            Err(fault @ NoAnswer::NotSent) => SendResult::TryAgain {
                reason: fault.to_string(),
                after: None,
            },
            Err(fault @ (NoAnswer::Lost | NoAnswer::TimedOut | NoAnswer::TooLarge)) => {
                SendResult::Unknown {
                    reason: fault.to_string(),
                }
            }
        }
    }

    fn breaker(&self) -> &Breaker {
        &self.breaker
    }

    fn has_idempotency(&self) -> bool {
        self.config.provider.has_idempotency()
    }
}

impl<'a> ProviderMailer<'a> {
    /// Makes the mailer of this configuration, with the circuit breaker as it
    /// is now.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn open(config: &'a Config) -> Result<Self, StoreError> {
        let breaker = Breaker::of(&SpinStore, &config.digest).await?;
        Ok(Self { config, breaker })
    }

    fn shop(&self, id: &str) -> Option<&Shop> {
        self.config.shops.iter().find(|shop| shop.id == id)
    }
}
